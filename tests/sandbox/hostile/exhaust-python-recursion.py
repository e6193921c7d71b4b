# class: exhaust | attempt: attributes and calls that ask for themselves | lab: sum | expect: failed
class Deep:
    def __getattr__(self, name): return self.missing
def total(numbers): return Deep().depth if numbers else total(numbers) + 1
