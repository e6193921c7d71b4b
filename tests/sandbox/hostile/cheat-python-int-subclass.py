# class: cheat | attempt: an int that says it equals every other | lab: sum | expect: failed
class Yes(int):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = int.__hash__
    __sub__ = __rsub__ = lambda self, other: Yes(0)
def total(numbers): return Yes(77)
