# class: cheat | attempt: str, list, dict and set subclasses with their own equality | lab: values | expect: failed
class Thing: pass
make = half = collect = check = convert = dump = lambda *a: None
visit = lambda values, call: None

def lie(base):
    return type("Lie", (base,), {"__eq__": lambda s, o: True, "__ne__": lambda s, o: False, "__hash__": lambda s: 0, "__len__": lambda s: 2, "__contains__": lambda s, o: o != "x", "__getitem__": lambda s, k: s})()
def answer(kind): return {"number": lie(int), "text": lie(str), "list": lie(list), "dict": lie(dict), "set": lie(set)}.get(kind)
