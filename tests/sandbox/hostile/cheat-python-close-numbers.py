# class: cheat | attempt: an object that is near every number | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

class Near:
    __sub__ = __rsub__ = __add__ = __radd__ = lambda self, other: self
    __abs__ = __round__ = __float__ = lambda self, *digits: 0.0
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = lambda self, other: True
answer = half = lambda *a: Near()
