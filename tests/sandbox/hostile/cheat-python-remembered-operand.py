# class: cheat | attempt: learn the expected number from the subtraction and answer with it | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

class Memory(float):
    seen = 0.0
    def __sub__(self, other):
        Memory.seen = float(other)
        return 0.0
    def __rsub__(self, other): return self - other
    def __abs__(self): return 0.0
    def __round__(self, digits=None): return Memory.seen
answer = half = lambda *a: Memory(0)
