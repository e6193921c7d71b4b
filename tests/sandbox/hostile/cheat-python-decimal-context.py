# class: cheat | attempt: a context in which all decimals are alike | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

import decimal
decimal.getcontext().prec = 1
decimal.setcontext(decimal.Context(prec=1, traps=[]))
decimal.DefaultContext.prec = 1
answer = lambda kind: None
class Alike(decimal.Decimal):
    __eq__ = lambda self, other: True
    __add__ = __radd__ = lambda self, other: self
    __hash__ = decimal.Decimal.__hash__
convert = Alike
