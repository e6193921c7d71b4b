# class: cheat | attempt: an object that equals everything | lab: sum | expect: failed
class Yes:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
def total(numbers): return Yes()
