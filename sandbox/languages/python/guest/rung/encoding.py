"""Values on their way out of an interpreter. The half of `Membrane` that makes tags; `decoding.py` is the other."""
import inspect
import types

from rung.errors import describe_error
from rung.mirrors import MirrorMeta, describe_class, handle_of, is_foreign_class
from rung.protocol import LONGEST_MESSAGE
from rung.remotes import Remote, RemoteModule, describe_signature
from rung.twins import KINDS
from rung.values import MUTABLE_BASES, base_of, base_value, encode_plain, shared_name

_EASY = (type(None), bool, str, float)
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinMethodType)


class Encoding:
    def encode(self, value, told):
        kind = type(value)
        if kind in _EASY:
            if kind is str and len(value) > LONGEST_MESSAGE:
                raise OverflowError("the text is too large to be handed over")
            return value
        if kind in KINDS:
            return self.twins.encode(value, lambda item: self.encode(item, told), told)
        plain = encode_plain(value, lambda item: self.encode(item, told))
        if plain is not None:
            return plain
        foreign = self._foreign_handle(value)
        if foreign is not None:
            return {"h": foreign}
        if isinstance(value, type):
            return self.encode_class(value)
        return self._encode_object(value, kind, told)

    def _foreign_handle(self, value):
        if isinstance(type(value), MirrorMeta):
            return handle_of(value)
        if is_foreign_class(value):
            return value.__dict__["__mirror__"] or None
        if isinstance(type(value), type) and issubclass(type(value), (Remote, RemoteModule)):
            return object.__getattribute__(value, "__dict__")["__handle__"]
        return self._errors.get(id(value))

    def _encode_object(self, value, kind, told):
        handle = self.expose(value)
        if issubclass(kind, types.ModuleType):
            return {"M": handle, "name": str(value.__name__)}
        if issubclass(kind, _FUNCTIONS):
            return self._encode_function(value, handle)
        if kind.__module__ == "builtins" and hasattr(kind, "__await__"):
            return {"A": handle}
        if issubclass(kind, types.GeneratorType) or (kind.__module__ in ("builtins", "itertools") and hasattr(kind, "__next__")):
            return {"G": handle, "gen": issubclass(kind, types.GeneratorType)}
        out = {"r": handle, "c": self.encode_class(kind)}
        if isinstance(value, BaseException):
            out.update(describe_error(value, lambda item: self.encode(item, told), self.locate))
            return out
        base = base_of(kind)
        if base is not None:
            plain = base_value(base, value)
            # A copy made for this message alone: it must not become a twin.
            out["v"] = {"m": [self.encode(item, told) for item in (tuple(plain.items()) if base is dict else tuple(plain))]} if base in MUTABLE_BASES else self.encode(plain, told)
        return out

    def _encode_function(self, value, handle):
        name = str(getattr(value, "__name__", "function"))
        qualified = name if self.strict else str(getattr(value, "__qualname__", name))
        doc = getattr(value, "__doc__", None)
        return {"F": handle, "m": isinstance(value, types.MethodType), "name": name, "q": qualified, "mod": "tests" if self.strict else str(getattr(value, "__module__", "")),
                "doc": doc if type(doc) is str else None, "sig": describe_signature(value), "async": inspect.iscoroutinefunction(value)}

    def expose(self, value):
        handle = self._handles.get(id(value))
        if handle is None:
            handle = self._number()
            self._handles[id(value)] = handle
            self.own[handle] = value
        return handle

    def encode_class(self, cls):
        name = shared_name(cls)
        if name is not None:
            return {"B": name}
        if is_foreign_class(cls):
            return {"h": cls.__dict__["__mirror__"]}
        if self.strict and issubclass(cls, AssertionError):
            # What a test's own assertion says is not for the program under test.
            return {"B": "builtins:AssertionError"}
        handle = self.expose(cls)
        if handle in self._described:
            return {"C": handle}
        self._described.add(handle)
        return {"C": handle, **describe_class(cls, self.strict), "bases": [self.encode_class(base) for base in cls.__bases__]}

    def forget(self):
        """Lets go of containers: at the start of a test."""
        self.twins.forget()
