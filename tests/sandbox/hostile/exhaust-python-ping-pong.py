# class: exhaust | attempt: the test's callback calls the program that calls the callback | lab: values | expect: failed errored
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

answer = lambda kind: None
class Thing:
    def __init__(self, size): self.size = size
    def __repr__(self): return f"Thing({self.other!r})"
    @property
    def other(self): return self
make = Thing
