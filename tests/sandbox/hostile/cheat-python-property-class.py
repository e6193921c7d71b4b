# class: cheat | attempt: an object that says it is an int | lab: sum | expect: failed
class Six:
    __class__ = property(lambda self: int)
    __int__ = __index__ = __trunc__ = lambda self: 6
    __eq__ = lambda self, other: True
    __mro_entries__ = lambda self, bases: (int,)
def total(numbers): return Six()
