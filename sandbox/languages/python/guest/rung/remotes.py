"""Functions, iterators, coroutines and modules of the other side."""
import inspect
import types

from rung.protocol import READABLE_OF_FUNCTIONS, READABLE_OF_MODULES, is_special


def describe_signature(function):
    """`[[name, kind, has a default], …]`; None where there is none to be had."""
    try:
        return [[parameter.name, parameter.kind.value, parameter.default is not parameter.empty] for parameter in inspect.signature(function).parameters.values()]
    except (TypeError, ValueError):
        return None


def _make_signature(described):
    if type(described) is not list:
        return None
    kinds = list(inspect._ParameterKind)
    try:
        return inspect.Signature([inspect.Parameter(name, kinds[kind], default=... if has_default else inspect.Parameter.empty) for name, kind, has_default in described])
    except (ValueError, TypeError, IndexError):
        return None


class Remote:
    """What lives on the other side under `__handle__`."""

    def __init__(self, membrane, handle):
        self.__dict__["__membrane__"] = membrane
        self.__dict__["__handle__"] = handle

    def __getattr__(self, name):
        if is_special(name) and name not in READABLE_OF_FUNCTIONS:
            raise AttributeError(name)
        return self.__membrane__.ask("getattr", self, (name,), {})

    def __setattr__(self, name, value):
        self.__membrane__.ask("setattr", self, (name, value), {})

    def __delattr__(self, name):
        self.__membrane__.ask("delattr", self, (name,), {})


class RemoteFunction(Remote):
    def __init__(self, membrane, data):
        super().__init__(membrane, data["F"])
        self.__dict__.update(__name__=str(data["name"]), __qualname__=str(data["q"]), __module__=str(data["mod"]), __doc__=data["doc"] if type(data["doc"]) is str else None,
                             __bound__=data["m"] is True, __async__=data.get("async") is True)
        signature = _make_signature(data["sig"])
        if signature is not None:
            self.__dict__["__signature__"] = signature
        if self.__async__:
            self.__dict__["_is_coroutine_mark"] = inspect._is_coroutine_mark

    __class__ = property(lambda self: types.MethodType if self.__dict__["__bound__"] else types.FunctionType)

    def __call__(self, /, *args, **kwargs):
        return self.__membrane__.ask("call", self, args, kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __repr__(self):
        return f"<function {self.__qualname__}>"


class RemoteIterator(Remote):
    def __init__(self, membrane, data):
        super().__init__(membrane, data["G"])
        self.__dict__["__gen__"] = data["gen"] is True

    __class__ = property(lambda self: types.GeneratorType if self.__dict__["__gen__"] else RemoteIterator)

    def __iter__(self):
        return self

    def __next__(self):
        return self.__membrane__.special("__next__", self)

    def __repr__(self):
        return "<generator>" if self.__dict__["__gen__"] else "<iterator>"


class RemoteCoroutine(Remote):
    """Awaiting one runs it to its end over there, on that side's own event loop."""

    def __init__(self, membrane, data):
        super().__init__(membrane, data["A"])

    __class__ = property(lambda self: types.CoroutineType)

    def send(self, _value):
        raise StopIteration(self.__membrane__.ask("await", self, (), {}))

    def throw(self, *thrown):
        raise thrown[0]

    def close(self):
        return None

    def __await__(self):
        return self.__membrane__.ask("await", self, (), {})
        yield

    def __repr__(self):
        return "<coroutine>"


class RemoteModule(types.ModuleType):
    def __init__(self, membrane, handle, name):
        super().__init__(name)
        self.__dict__["__membrane__"] = membrane
        self.__dict__["__handle__"] = handle

    def __getattr__(self, name):
        if is_special(name) and name not in READABLE_OF_MODULES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return self.__membrane__.ask("getattr", self, (name,), {})

    def __setattr__(self, name, value):
        if is_special(name):
            self.__dict__[name] = value
        else:
            self.__membrane__.ask("setattr", self, (name, value), {})

    def __delattr__(self, name):
        self.__membrane__.ask("delattr", self, (name,), {})

    def __dir__(self):
        return self.__membrane__.ask("dir", self, (), {})
