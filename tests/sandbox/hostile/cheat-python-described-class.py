# class: cheat | attempt: describe a class whose special methods the judge would call | lab: sum | expect: failed errored
import gc
membrane = next(thing for thing in gc.get_objects() if type(thing).__name__ == "Membrane" and not thing.strict)
honest = type(membrane)._encode_object
class Yes(int):
    pass
def describe(self, value, kind, told):
    out = honest(self, value, kind, told)
    if kind is Yes and "own" in out.get("c", {}):
        out["c"]["own"] += ["__eq__", "__ne__", "__class__", "__getattribute__", "__instancecheck__", "__init_subclass__", "__del__", "__hash__"]
        out["c"]["eq"] = True
    return out
type(membrane)._encode_object = describe
Yes.__eq__ = lambda self, other: True
def total(numbers): return Yes(99)
