"""Values between two interpreters: the judge's, which holds the tests, and the learner's.

Plain values cross as copies of exactly their type. Lists, dicts, sets and bytearrays have a twin on the other side and are
kept alike whenever control passes over. Everything else stays where it is, and the other side gets a face of it: a mirror of
its class whose methods ask the owner. Text is all that leaves an interpreter, and nothing that comes in is believed: a tag
that is unknown, a handle that was never given out or a type that is not listed is a ProtocolError.
"""
import collections
import datetime
import decimal
import enum
import fractions
import inspect
import json
import operator
import pathlib
import types
import uuid

LONGEST_MESSAGE = 4_000_000
BIGGEST_INT_BITS = 4_000_000
MOST_TWINS = 5_000


class ProtocolError(BaseException):
    """What came from the other side can't be. Not an Exception: no test may catch it."""


def _key(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


# Types of the library that cross as values: how they are taken apart, by functions of the type itself.
_VALUES = {
    range: lambda v: (v.start, v.stop, v.step),
    slice: lambda v: (v.start, v.stop, v.step),
    complex: lambda v: (v.real, v.imag),
    decimal.Decimal: lambda v: (decimal.Decimal.__str__(v),),
    fractions.Fraction: lambda v: (v.numerator, v.denominator),
    datetime.date: lambda v: (v.year, v.month, v.day),
    datetime.time: lambda v: (v.hour, v.minute, v.second, v.microsecond, v.tzinfo),
    datetime.datetime: lambda v: (v.year, v.month, v.day, v.hour, v.minute, v.second, v.microsecond, v.tzinfo),
    datetime.timedelta: lambda v: (v.days, v.seconds, v.microseconds),
    datetime.timezone: lambda v: (v.utcoffset(None),),
    uuid.UUID: lambda v: (uuid.UUID.__str__(v),),
    pathlib.PosixPath: lambda v: (pathlib.PosixPath.__str__(v),),
    pathlib.PurePosixPath: lambda v: (pathlib.PurePosixPath.__str__(v),),
    collections.Counter: lambda v: (dict(dict.items(v)),),
    collections.OrderedDict: lambda v: (tuple(dict.items(v)),),
    collections.defaultdict: lambda v: (None, tuple(dict.items(v))),
    collections.deque: lambda v: (tuple(collections.deque.__iter__(v)), v.maxlen),
}
_VALUE_NAMES = {_key(cls): cls for cls in _VALUES}

# Classes and functions that both sides have: they are named and never mirrored.
_COMMON = {}
for _module in (__import__("builtins"), operator, __import__("math"), collections, datetime, decimal, fractions, enum, types, __import__("abc"),
                __import__("functools"), __import__("itertools"), __import__("random"), __import__("re"), __import__("string"), __import__("json"), __import__("collections.abc").abc,
                __import__("numbers"), __import__("typing"), uuid, pathlib):
    for _name, _item in vars(_module).items():
        if isinstance(_item, (type, types.BuiltinFunctionType)) and not _name.startswith("_"):
            try:
                _COMMON.setdefault(_item, f"{_module.__name__}:{_name}")
            except TypeError:
                pass
_COMMON[type(None)] = "builtins:NoneType"
_BY_NAME = {name: item for item, name in _COMMON.items()}
for _unsafe in ("eval", "exec", "compile", "open", "__import__", "input", "breakpoint", "globals", "locals", "vars", "print", "help", "exit", "quit"):
    _BY_NAME.pop(f"builtins:{_unsafe}", None)

# Builtin types whose subclasses' instances carry a value of the base.
_BASES = (int, float, str, bytes, tuple, list, dict, set, frozenset, complex, decimal.Decimal, fractions.Fraction)
_MUTABLE = (list, dict, set, bytearray)
_PLAIN = (int, float, str, bytes, tuple, list, dict, set, frozenset, complex, bool, type(None), decimal.Decimal, fractions.Fraction, range, bytearray)
_NUMBERS = (int, float, complex, bool, decimal.Decimal, fractions.Fraction)
_KEPT = frozenset(["__new__", "__init__", "__class__", "__dict__", "__weakref__", "__module__", "__doc__", "__init_subclass__", "__getattribute__", "__getattr__",
                   "__setattr__", "__delattr__", "__del__", "__slots__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__static_attributes__",
                   "__firstlineno__", "__qualname__", "__subclasshook__", "__class_getitem__", "__reduce__", "__reduce_ex__", "__getstate__", "__match_args__",
                   "__dataclass_fields__", "__dataclass_params__", "__abstractmethods__", "__orig_bases__", "__parameters__", "__replace__", "__copy__", "__deepcopy__",
                   "__set_name__", "__dir__", "__sizeof__", "__mro_entries__", "__type_params__", "__eq__", "__hash__", "__repr__", "__str__"])
_COMPARE = {"__lt__", "__le__", "__gt__", "__ge__"}
_ARITHMETIC = {f"__{r}{n}__" for n in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul") for r in ("", "r")}
# What the learner's side may ask of an object of the judge's.
_SERVED = frozenset(["__len__", "__iter__", "__next__", "__getitem__", "__setitem__", "__contains__", "__bool__", "__str__", "__repr__", "__enter__", "__exit__", "__eq__", "__ne__",
                     "__hash__", *_COMPARE, *_ARITHMETIC])


class Face:
    """Base of every mirror class. `__handle__` is the number under which the owner knows the object."""
    __slots__ = ()


def handle_of(face):
    return object.__getattribute__(face, "__dict__")["__handle__"]


class MirrorMeta(type):
    """Class of the mirrors of the other side's classes: calling one makes an instance over there."""

    def __call__(cls, *args, **kwargs):
        if "__mirror__" not in cls.__dict__:
            raise TypeError(f"{cls.__name__} extends a class of the program under test: a test can't make instances of it here")
        return cls.__membrane__.ask("call", cls, args, kwargs)

    def __getattr__(cls, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__members__", "__dataclass_fields__", "__annotations__", "__abstractmethods__"):
            raise AttributeError(name)
        return cls.__membrane__.ask("getattr", cls, (name,), {})

    def __setattr__(cls, name, value):
        cls.__membrane__.ask("setattr", cls, (name, value), {})

    def __delattr__(cls, name):
        cls.__membrane__.ask("delattr", cls, (name,), {})

    def __iter__(cls):
        return cls.__membrane__.special("__iter__", cls)

    def __len__(cls):
        return cls.__membrane__.special("__len__", cls)

    def __getitem__(cls, key):
        return cls.__membrane__.special("__getitem__", cls, key)

    def __contains__(cls, item):
        return cls.__membrane__.special("__contains__", cls, item) is True

    def __dir__(cls):
        return cls.__membrane__.ask("dir", cls, (), {})


class Membrane:
    """One side. `send` takes a message for the other side and returns its answer, both as text.

    `strict` is the judge's side: it serves only what `_SERVED` lists, and does not let objects of the learner's decide how they
    compare with plain values of a test.
    """

    def __init__(self, send, strict, parity):
        self.send = send
        self.strict = strict
        self.next = parity
        self.own = {}          # handle -> object of this side
        self.handles = {}      # id(object) -> handle; `own` keeps the object alive
        self.faces = {}        # handle -> face of the other side's object
        self.twins = {}        # number -> mutable container
        self.twin_of = {}      # id(container) -> number
        self.seen = {}         # number -> its contents as both sides last knew them
        self.described = set() # handles of classes that the other side knows
        self.services = {}     # further operations by name
        self.take_output = lambda: ""
        self.give_output = lambda text: None
        self.locate = lambda error: None

    # ---- going out ----

    def number(self):
        self.next += 2
        return self.next

    def encode(self, value, fresh):
        kind = type(value)
        if value is None or kind is bool or kind is str or kind is float:
            return value
        if kind is int:
            if -9007199254740992 < value < 9007199254740992:
                return value
            if value.bit_length() > BIGGEST_INT_BITS:
                raise OverflowError("the number is too large to be compared")
            return {"i": hex(value)}
        if kind is tuple:
            return {"t": [self.encode(item, fresh) for item in value]}
        if kind is bytes:
            return {"b": value.hex()}
        if kind is frozenset:
            return {"z": [self.encode(item, fresh) for item in value]}
        if kind in _MUTABLE:
            return self.encode_twin(value, fresh)
        if kind in _VALUES:
            return {"x": _key(kind), "a": [self.encode(item, fresh) for item in _VALUES[kind](value)]}
        if value is Ellipsis:
            return {"n": "Ellipsis"}
        if value is NotImplemented:
            return {"n": "NotImplemented"}
        try:
            name = _COMMON.get(value)
        except Exception:
            name = None
        if name is not None:
            return {"B": name}
        if isinstance(kind, MirrorMeta) or kind is RemoteFunction or kind is RemoteIterator:
            return {"h": handle_of(value)}
        if kind is MirrorMeta:
            return {"h": value.__mirror__} if "__mirror__" in value.__dict__ else self.encode_class(value)
        if isinstance(value, RemoteModule):
            return {"h": object.__getattribute__(value, "__dict__")["__handle__"]}
        if isinstance(value, type):
            return self.encode_class(value)
        handle = self.expose(value)
        if isinstance(value, (types.FunctionType, types.MethodType, types.BuiltinMethodType)):
            return {"F": handle, "m": isinstance(value, types.MethodType), "name": str(getattr(value, "__name__", "function")), "q": str(getattr(value, "__qualname__", "function")),
                    "doc": value.__doc__ if type(value.__doc__) is str else None, "sig": _signature(value)}
        if isinstance(value, (types.GeneratorType, types.CoroutineType)) or (kind.__module__ in ("builtins", "itertools") and hasattr(kind, "__next__")):
            return {"G": handle, "gen": isinstance(value, types.GeneratorType)}
        out = {"r": handle, "c": self.encode_class(kind)}
        if isinstance(value, BaseException):
            try:
                out["args"] = self.encode(tuple(BaseException.args.__get__(value)), fresh)
                place = self.locate(value)
                out["text"] = [str(value)[:2_000], place]
            except Exception:
                out.setdefault("args", {"t": []})
        else:
            base = next((b for b in _BASES if isinstance(value, b)), None)
            if base is not None:
                out["v"] = self.encode(_base_value(base, value), fresh)
        return out

    def expose(self, value):
        handle = self.handles.get(id(value))
        if handle is None:
            handle = self.number()
            self.handles[id(value)] = handle
            self.own[handle] = value
        return handle

    def encode_class(self, cls):
        name = _COMMON.get(cls)
        if name is not None:
            return {"B": name}
        handle = self.expose(cls)
        if handle in self.described:
            return {"C": handle}
        self.described.add(handle)
        own, hashable = [], True
        for name, item in cls.__dict__.items():
            if name == "__hash__" and item is None:
                hashable = False
            if name not in _KEPT and type(name) is str:
                own.append(name)
        return {"C": handle, "name": cls.__name__, "q": cls.__qualname__, "mod": str(cls.__module__), "doc": cls.__doc__ if type(cls.__doc__) is str else None,
                "bases": [self.encode_class(base) for base in cls.__bases__], "own": own, "hash": hashable,
                "eq": any("__eq__" in c.__dict__ for c in cls.__mro__ if c not in _COMMON)}

    def encode_twin(self, value, fresh):
        number = self.twin_of.get(id(value))
        if number is None:
            if len(self.twins) >= MOST_TWINS:
                self.forget()
            number = self.number()
            self.twin_of[id(value)] = number
            self.twins[number] = value
        if number in fresh:
            return {"T": number}
        fresh.add(number)
        kind, contents = self.contents(value, fresh)
        self.seen[number] = json.dumps(contents)
        return {"T": number, "k": kind, "v": contents}

    def contents(self, value, fresh):
        kind = type(value)
        if kind is list:
            return "l", [self.encode(item, fresh) for item in value]
        if kind is dict:
            return "d", [[self.encode(key, fresh), self.encode(item, fresh)] for key, item in value.items()]
        if kind is set:
            return "s", [self.encode(item, fresh) for item in value]
        return "a", value.hex()

    def changes(self, fresh):
        out = []
        for number, value in list(self.twins.items()):
            if number in fresh:
                continue
            mark = set(fresh)
            mark.add(number)
            mine = {number} | fresh
            kind, contents = self.contents(value, _Known(mine, self))
            if json.dumps(contents) != self.seen.get(number):
                fresh.add(number)
                kind, contents = self.contents(value, fresh)
                self.seen[number] = json.dumps(self.contents(value, _Known(set(), self))[1])
                out.append({"T": number, "k": kind, "v": contents})
        return out

    def forget(self):
        """Lets go of containers and of what was lent: at the start of a test."""
        self.twins.clear()
        self.twin_of.clear()
        self.seen.clear()

    # ---- coming in ----

    def decode(self, data):
        if data is None or type(data) in (bool, str, float, int):
            return data
        if type(data) is not dict:
            raise ProtocolError("neither a value nor a tag")
        if "i" in data:
            text = data["i"]
            if type(text) is not str or len(text) > BIGGEST_INT_BITS // 4 + 8:
                raise ProtocolError("a number that is too large")
            return int(text, 16)
        if "t" in data:
            return tuple([self.decode(item) for item in data["t"]])
        if "b" in data:
            return bytes.fromhex(data["b"])
        if "z" in data:
            return frozenset([self.decode(item) for item in data["z"]])
        if "T" in data:
            return self.decode_twin(data)
        if "x" in data:
            cls = _VALUE_NAMES.get(data["x"])
            if cls is None:
                raise ProtocolError("a type that does not cross")
            return cls(*[self.decode(item) for item in data["a"]])
        if "n" in data:
            return {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}[data["n"]]
        if "B" in data:
            if data["B"] not in _BY_NAME:
                raise ProtocolError("a name that both sides do not have")
            return _BY_NAME[data["B"]]
        if "h" in data:
            if data["h"] not in self.own:
                raise ProtocolError("a handle that was never given out")
            return self.own[data["h"]]
        if "C" in data:
            return self.decode_class(data)
        if "M" in data:
            return self.decode_module(data)
        if "F" in data:
            return self.face(data["F"], lambda: RemoteFunction(self, data))
        if "G" in data:
            return self.face(data["G"], lambda: RemoteIterator(self, data))
        if "r" in data:
            return self.decode_instance(data)
        raise ProtocolError("an unknown tag")

    def face(self, handle, make):
        if type(handle) is not int:
            raise ProtocolError("a handle that is no number")
        found = self.faces.get(handle)
        if found is None:
            found = self.faces[handle] = make()
        return found

    def decode_module(self, data):
        return self.face(data["M"], lambda: RemoteModule(self, data["M"], str(data["name"])))

    def decode_twin(self, data):
        number = data["T"]
        value = self.twins.get(number)
        if "k" not in data:
            if value is None:
                raise ProtocolError("a container that is not known")
            return value
        kind = {"l": list, "d": dict, "s": set, "a": bytearray}[data["k"]]
        if value is None:
            value = self.twins[number] = kind()
            self.twin_of[id(value)] = number
        if type(value) is not kind:
            raise ProtocolError("a container that changed its type")
        if kind is list:
            value[:] = [self.decode(item) for item in data["v"]]
        elif kind is dict:
            items = [(self.decode(key), self.decode(item)) for key, item in data["v"]]
            value.clear()
            value.update(items)
        elif kind is set:
            items = [self.decode(item) for item in data["v"]]
            value.clear()
            value.update(items)
        else:
            value[:] = bytes.fromhex(data["v"])
        self.seen[number] = None
        return value

    def settle(self):
        """Notes contents of containers that have just come in."""
        for number, before in list(self.seen.items()):
            if before is None:
                self.seen[number] = json.dumps(self.contents(self.twins[number], _Known(set(), self))[1])

    def decode_class(self, data):
        handle = data["C"]
        if handle in self.faces:
            return self.faces[handle]
        if "bases" not in data:
            raise ProtocolError("a class that was not described")
        bases = [self.decode(base) for base in data["bases"]]
        if not all(isinstance(base, type) for base in bases):
            raise ProtocolError("a base that is no class")
        # Of common classes only values and errors matter; an abstract base of the library is left out.
        bases = [base if isinstance(base, MirrorMeta) or issubclass(base, BaseException) else next((b for b in _BASES if issubclass(base, b)), None) for base in bases]
        bases = list(dict.fromkeys(base for base in bases if base is not None))
        if not any(isinstance(base, MirrorMeta) for base in bases):
            bases.insert(0, Face)
        names = {name for name in data["own"] if type(name) is str}
        body = {"__membrane__": self, "__mirror__": handle, "__module__": str(data["mod"]), "__qualname__": str(data["q"]), "__doc__": data["doc"]}
        for name in names:
            if name.startswith("__") and name.endswith("__"):
                body[name] = _forward_special(self, name)
            else:
                body[name] = _Forwarded(name)
        body["__getattr__"] = lambda face, name: self.get(face, name)
        body["__setattr__"] = lambda face, name, value: self.set(face, name, value)
        body["__delattr__"] = lambda face, name: self.ask("delattr", face, (name,), {})
        body["__dir__"] = lambda face: self.ask("dir", face, (), {})
        is_value = any(issubclass(base, _BASES) for base in bases)
        is_error = any(issubclass(base, BaseException) for base in bases)
        if not is_error:
            body["__repr__"] = lambda face: self.text("__repr__", face)
            body["__str__"] = lambda face: self.text("__str__", face)
        if data["eq"] is True and not is_value:
            body["__eq__"] = lambda face, other: self.compare("__eq__", face, other)
        if data["hash"] is not True:
            body["__hash__"] = None
        elif not is_value:
            body["__hash__"] = lambda face: self.special("__hash__", face) if data["eq"] is True else object.__hash__(face)
        try:
            cls = MirrorMeta.__new__(MirrorMeta, str(data["name"]), tuple(bases), body)
        except TypeError as problem:
            raise ProtocolError(f"a class that can't be: {problem}") from None
        self.faces[handle] = cls
        return cls

    def decode_instance(self, data):
        cls = self.decode(data["c"])
        if not isinstance(cls, type):
            raise ProtocolError("an instance of what is no class")
        handle = data["r"]
        found = self.faces.get(handle)
        if found is not None and not ("v" in data and isinstance(found, (list, dict, set))):
            return found
        if "args" in data:
            args = self.decode(data["args"])
            if not issubclass(cls, BaseException) or type(args) is not tuple:
                raise ProtocolError("an error of what is no error")
            error = cls.__new__(cls, *args)
            BaseException.args.__set__(error, args)
            text, place = data.get("text", ["", None])
            error.__dict__["__handle__"] = handle
            error.__dict__["__text__"] = text if type(text) is str else ""
            error.__dict__["__place__"] = place
            self.faces[handle] = error
            return error
        if not isinstance(cls, MirrorMeta):
            cls = self.opaque(cls)
        base = next((b for b in _BASES if issubclass(cls, b)), None)
        if base is None:
            face = object.__new__(cls)
        else:
            value = self.decode(data.get("v"))
            if type(value) is not base:
                raise ProtocolError("a value of another type than its class")
            if found is not None:
                face = found
                face.clear()
            else:
                face = base.__new__(cls) if base in (list, dict, set) else base.__new__(cls, value) if base is not complex else complex.__new__(cls, value)
            if base is list:
                list.extend(face, value)
            elif base in (dict, set):
                base.update(face, value)
        object.__getattribute__(face, "__dict__")["__handle__"] = handle
        self.faces[handle] = face
        return face

    def opaque(self, common):
        """A mirror for an object of the library that does not cross, such as a file or a lock."""
        key = ("opaque", common)
        if key not in self.faces:
            specials = {name: _forward_special(self, name) for name in dir(common) if name.startswith("__") and name not in _KEPT}
            body = {"__membrane__": self, "__mirror__": 0, "__module__": common.__module__, **specials, "__getattr__": lambda face, name: self.get(face, name),
                    "__repr__": lambda face: self.text("__repr__", face), "__str__": lambda face: self.text("__str__", face), "__class__": property(lambda face: common)}
            self.faces[key] = MirrorMeta.__new__(MirrorMeta, common.__name__, (Face,), body)
        return self.faces[key]

    # ---- asking ----

    def get(self, face, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__dict__", "__name__", "__doc__", "__cause__", "__wrapped__"):
            raise AttributeError(name)
        return self.ask("getattr", face, (name,), {})

    def set(self, face, name, value):
        if name.startswith("__") and name.endswith("__"):
            object.__setattr__(face, name, value)
        else:
            self.ask("setattr", face, (name, value), {})

    def special(self, name, face, *args):
        return self.ask("special", face, (name, *args), {})

    def text(self, name, face):
        answer = self.special(name, face)
        if type(answer) is not str:
            raise TypeError(f"{name} returned what is not a str")
        return answer

    def compare(self, name, face, other):
        """How an object of the other side compares. With the test's plain values it has no say: it is not one of them."""
        if self.strict and isinstance(other, _PLAIN) and not isinstance(type(other), MirrorMeta):
            return NotImplemented
        answer = self.special(name, face, other)
        return answer if answer is True or answer is False or answer is NotImplemented else NotImplemented

    def ask(self, operation, target, args, kwargs):
        fresh = set()
        message = {"op": operation, "on": self.encode(target, fresh), "a": [self.encode(item, fresh) for item in args], "k": {name: self.encode(item, fresh) for name, item in kwargs.items()}}
        message["s"] = self.changes(fresh)
        message["o"] = self.take_output()
        text = json.dumps(message)
        if len(text) > LONGEST_MESSAGE:
            raise OverflowError("the value is too large to be handed over")
        return self.finish(self.send(text))

    def finish(self, text):
        answer = self.parse(text)
        self.settle()
        if "raise" in answer:
            error = self.decode(answer["raise"])
            self.settle()
            if not isinstance(error, BaseException):
                raise ProtocolError("an error that is none")
            if self.strict and isinstance(error, (KeyboardInterrupt, GeneratorExit)):
                # These would end the test runner, not the test.
                raise RuntimeError(f"the program raised {type(error).__name__}")
            raise error
        value = self.decode(answer.get("ok"))
        self.settle()
        return value

    def parse(self, text):
        if len(text) > LONGEST_MESSAGE * 2:
            raise ProtocolError("an answer that is too long")
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError):
            raise ProtocolError("an answer that is not JSON") from None
        if type(answer) is not dict:
            raise ProtocolError("an answer of no known form")
        if answer.get("o"):
            self.give_output(str(answer["o"]))
        try:
            for change in answer.get("s", ()):
                if change["T"] in self.twins:
                    self.decode_twin(change)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
            raise ProtocolError(f"a change of no known form: {problem}") from None
        return answer

    # ---- serving ----

    def receive(self, text):
        """Answers one message of the other side, as text."""
        fresh = set()
        try:
            message = self.parse(text)
            self.settle()
            target = self.decode(message["on"])
            args = [self.decode(item) for item in message["a"]]
            kwargs = {str(name): self.decode(item) for name, item in message["k"].items()}
            self.settle()
            value = self.serve(message["op"], target, args, kwargs)
            answer = {"ok": self.encode(value, fresh)}
        except ProtocolError:
            raise
        except BaseException as error:
            fresh = set()
            try:
                answer = {"raise": self.encode(error, fresh)}
            except BaseException:
                answer = {"raise": self.encode(RuntimeError("an error that can't be told"), fresh)}
        try:
            answer["s"] = self.changes(fresh)
            answer["o"] = self.take_output()
            text = json.dumps(answer)
        except ProtocolError:
            raise
        except BaseException:
            # Nested too deeply to be told: what it was in is let go.
            self.forget()
            text = ""
        if text == "" or len(text) > LONGEST_MESSAGE:
            return json.dumps({"raise": self.encode(OverflowError("the value is too large or too deep to be handed over"), set()), "s": [], "o": ""})
        return text

    def serve(self, operation, target, args, kwargs):
        if operation in self.services:
            return self.services[operation](*args, **kwargs)
        if operation == "call":
            if self.strict and isinstance(target, type):
                raise TypeError("a class of the tests can't be called from here")
            return target(*args, **kwargs)
        if operation == "special":
            name = args[0]
            if self.strict and name not in _SERVED:
                raise TypeError(f"{name} is not available here")
            if name == "__next__":
                return next(target)
            if name == "__iter__":
                return iter(target)
            if name == "__eq__":
                return target == args[1]
            method = getattr(type(target), name, None)
            if method is None:
                raise TypeError(f"{type(target).__name__} has no {name}")
            return method(target, *args[1:])
        if operation == "getattr":
            if self.strict:
                self.check_public(target, args[0])
            return getattr(target, args[0])
        if operation == "setattr":
            if self.strict:
                self.check_public(target, args[0])
            return setattr(target, args[0], args[1])
        if not self.strict and operation == "delattr":
            return delattr(target, args[0])
        if not self.strict and operation == "dir":
            return list(map(str, dir(target)))
        raise ProtocolError("an operation that is not served")

    def check_public(self, target, name):
        """Of the judge's objects only plain members of instances that a test handed over can be reached."""
        if type(name) is not str or name.startswith("_") or isinstance(target, (type, types.ModuleType, types.FunctionType, types.MethodType, types.FrameType, types.CodeType)):
            raise AttributeError(f"{name!r} can't be reached from here")


class _Known(set):
    """Stands for the set of containers already in a message: every known one counts as there."""

    def __init__(self, start, membrane):
        super().__init__(start)
        self.membrane = membrane

    def __contains__(self, number):
        return number in self.membrane.seen or set.__contains__(self, number)


class _Forwarded:
    """A member that the other side's class defines."""

    def __init__(self, name):
        self.name = name

    def __get__(self, face, cls):
        if face is None:
            return type.__getattribute__(cls, "__membrane__").ask("getattr", cls, (self.name,), {})
        return type(face).__membrane__.ask("getattr", face, (self.name,), {})

    def __set__(self, face, value):
        type(face).__membrane__.ask("setattr", face, (self.name, value), {})

    def __delete__(self, face):
        type(face).__membrane__.ask("delattr", face, (self.name,), {})


def _forward_special(membrane, name):
    def forward(face, *args):
        if name in _COMPARE or name == "__ne__":
            return membrane.compare(name, face, args[0])
        answer = membrane.special(name, face, *args)
        if membrane.strict and name in _ARITHMETIC and type(args[0]) in _NUMBERS and type(answer) in (*_NUMBERS, tuple):
            # Else `abs(result - 3) < 0.1` would ask the learner's own `__sub__` whether it holds.
            raise TypeError(f"{type(face).__name__} answers {name} of a number with a number: compare the numbers themselves")
        return answer
    forward.__name__ = name
    return forward


def _base_value(base, value):
    if base in (list, tuple, set, frozenset):
        return base(base.__iter__(value))
    if base is dict:
        return dict(dict.items(value))
    if base is str:
        return "".join([str.__str__(value)])
    if base is int:
        return int.__add__(value, 0)
    if base is float:
        return float.__add__(value, 0.0)
    if base is bytes:
        return bytes.__add__(b"", value)
    if base is complex:
        return complex.__add__(value, 0j)
    if base is decimal.Decimal:
        return decimal.Decimal(decimal.Decimal.__str__(value))
    return fractions.Fraction(value.numerator, value.denominator)


def _signature(function):
    try:
        return [[p.name, p.kind.value, p.default is not p.empty] for p in inspect.signature(function).parameters.values()]
    except (TypeError, ValueError):
        return None


class _Asking:
    def __init__(self, membrane, handle):
        self.__dict__["__membrane__"] = membrane
        self.__dict__["__handle__"] = handle

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__wrapped__", "__defaults__", "__annotations__", "__self__", "__closure__"):
            raise AttributeError(name)
        return self.__membrane__.ask("getattr", self, (name,), {})

    def __setattr__(self, name, value):
        self.__membrane__.ask("setattr", self, (name, value), {})


class RemoteFunction(_Asking):
    def __init__(self, membrane, data):
        super().__init__(membrane, data["F"])
        self.__dict__.update(__name__=str(data["name"]), __qualname__=str(data["q"]), __doc__=data["doc"], __bound__=data["m"] is True)
        if type(data["sig"]) is list:
            try:
                kinds = list(inspect._ParameterKind)
                self.__dict__["__signature__"] = inspect.Signature([inspect.Parameter(n, kinds[k], default=... if d else inspect.Parameter.empty) for n, k, d in data["sig"]])
            except (ValueError, TypeError, IndexError):
                pass

    __class__ = property(lambda self: types.MethodType if self.__dict__["__bound__"] else types.FunctionType)

    def __call__(self, /, *args, **kwargs):
        return self.__membrane__.ask("call", self, args, kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __repr__(self):
        return f"<function {self.__qualname__}>"


class RemoteIterator(_Asking):
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


class RemoteModule(types.ModuleType):
    def __init__(self, membrane, handle, name):
        super().__init__(name)
        self.__dict__["__membrane__"] = membrane
        self.__dict__["__handle__"] = handle

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__all__", "__author__", "__version__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return self.__membrane__.ask("getattr", self, (name,), {})

    def __setattr__(self, name, value):
        if name.startswith("__") and name.endswith("__"):
            self.__dict__[name] = value
        else:
            self.__membrane__.ask("setattr", self, (name, value), {})

    def __delattr__(self, name):
        self.__membrane__.ask("delattr", self, (name,), {})

    def __dir__(self):
        return self.__membrane__.ask("dir", self, (), {})
