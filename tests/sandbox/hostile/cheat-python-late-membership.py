# class: cheat | attempt: give a twin of a list other contents after the test has looked | lab: sum | expect: failed
class Sneaky(list):
    looks = 0
    def __iter__(self):
        Sneaky.looks += 1
        return iter([Sneaky.looks])
    def __eq__(self, other): return True
def total(numbers):
    numbers[:] = Sneaky([0])
    return Sneaky()
