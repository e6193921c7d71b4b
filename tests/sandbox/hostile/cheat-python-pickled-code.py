# class: cheat | attempt: pickled bytes that run code where they are read | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

import os, pickle
answer = lambda kind: None
class Boom:
    def __reduce__(self): return (os._exit, (0,))
dump = lambda value: pickle.dumps(Boom())
