"""What one side does when the other asks. The judge's side (`strict`) lets the learner's do little more than call what it was given."""
import types

from rung.protocol import SERVED, ProtocolError

_CLOSED_TYPES = (type, types.ModuleType, types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.FrameType, types.CodeType, types.TracebackType)


class Serving:
    """`services`: further operations by name, for whoever made the membrane to add."""

    def __init__(self, membrane):
        self.membrane = membrane
        self.services = {}

    def serve(self, operation, target, tag, args, kwargs):
        """`tag` is the target as it was named: what both sides have under a name is nothing that the judge lent."""
        if operation in self.services:
            return self.services[operation](*args, **kwargs)
        if self.membrane.strict:
            return self._serve_learner(operation, target, tag, args, kwargs)
        return self._serve_judge(operation, target, args, kwargs)

    def _serve_learner(self, operation, target, tag, args, kwargs):
        if type(tag) is not dict or "h" not in tag:
            raise ProtocolError("an object that was never lent")
        if operation == "call":
            if isinstance(target, type):
                raise TypeError("a class of the tests can't be called from here")
            return target(*args, **kwargs)
        if operation == "special":
            if args[0] not in SERVED or isinstance(target, type):
                raise TypeError(f"{args[0]} is not available here")
            return call_special(target, *args, **kwargs)
        if operation == "await":
            return self.services["run coroutine"](target)
        if operation == "same":
            return target
        if operation in ("getattr", "setattr"):
            self._check_public(target, args[0])
            return getattr(target, args[0]) if operation == "getattr" else setattr(target, args[0], args[1])
        raise ProtocolError("an operation that is not served")

    def _check_public(self, target, name):
        """Of the judge's objects only plain members of instances that a test handed over can be reached."""
        if name == "__name__" and isinstance(target, (types.FunctionType, types.MethodType)):
            return
        if type(name) is not str or name.startswith("_") or isinstance(target, _CLOSED_TYPES):
            raise AttributeError(f"{name!r} can't be reached from here")

    def _serve_judge(self, operation, target, args, kwargs):
        if operation == "call":
            return target(*args, **kwargs)
        if operation == "special":
            return call_special(target, *args)
        if operation == "getattr":
            return getattr(target, args[0])
        if operation == "setattr":
            return setattr(target, args[0], args[1])
        if operation == "delattr":
            return delattr(target, args[0])
        if operation == "dir":
            return list(map(str, dir(target)))
        if operation == "member":
            return bound_member(target, *args)
        if operation == "await":
            return self.services["run coroutine"](target)
        if operation == "same":
            return target
        if operation == "new":
            return target.__new__(target, *args, **kwargs)
        if operation == "extend":
            return self.membrane.expose(extend_class(*args, kwargs))
        raise ProtocolError("an operation that is not served")


_PYTHON_HAS_WORDS_FOR = {"__next__": next, "__iter__": iter, "__len__": len, "__bool__": bool, "__hash__": hash, "__str__": str, "__repr__": repr, "__abs__": abs}


def call_special(target, name, *args, **kwargs):
    if name == "__eq__":
        return target == args[0]
    if name == "__getitem__":
        return target[args[0]]
    if not args and name in _PYTHON_HAS_WORDS_FOR:
        return _PYTHON_HAS_WORDS_FOR[name](target)
    owner = next((cls for cls in type(target).__mro__ if name in cls.__dict__), None)
    if owner is None:
        raise TypeError(f"{type(target).__name__} has no {name}")
    method = owner.__dict__[name]
    # As Python does: found on the class, bound to the object.
    return (method.__get__(target, type(target)) if hasattr(type(method), "__get__") else method)(*args, **kwargs)


def bound_member(cls, name, instance):
    """A member of `cls` itself, past what a class that extends it overrides."""
    owner = next((base for base in cls.__mro__ if name in base.__dict__), None)
    if owner is None:
        raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}")
    item = owner.__dict__[name]
    if not hasattr(type(item), "__set__") and not isinstance(item, types.FunctionType) and name in getattr(instance, "__dict__", {}):
        return instance.__dict__[name]
    return item.__get__(instance, type(instance)) if hasattr(type(item), "__get__") else item


def extend_class(name, bases, members, options):
    """A class of this side whose members are a test's: what a test's class that extends one of ours is over here."""
    body = {}
    for key, kind, *parts in members:
        if kind == "staticmethod":
            body[key] = staticmethod(parts[0])
        elif kind == "classmethod":
            body[key] = classmethod(parts[0])
        elif kind == "property":
            body[key] = property(*parts)
        else:
            body[key] = parts[0]
    # Made by `new` and then initialised by the test's side.
    body.pop("__init__", None)
    return types.new_class(name, bases, options, lambda space: space.update(body))
