"""The membrane between two interpreters: the judge's, which holds the tests, and the learner's.

Plain values cross as copies of exactly their type (`values.py`). Lists, dicts, sets and bytearrays have a twin on the other
side (`twins.py`). Everything else stays where it is, and the other side gets a face of it: a mirror of its class
(`mirrors.py`) whose methods ask the owner, or a stand-in for a function, iterator, coroutine or module (`remotes.py`).
Text is all that leaves an interpreter, and nothing that comes in is believed: a tag that is unknown, a handle that was never
given out or a type that is not listed is a ProtocolError.
"""
import inspect
import json
import types

from rung.errors import describe_error, make_error
from rung.mirrors import MirrorMeta, describe_class, handle_of, is_face, is_foreign_class, make_mirror, make_opaque, members_to_extend, notes_of
from rung.protocol import LONGEST_MESSAGE, READABLE_OF_OBJECTS, ProtocolError, is_special
from rung.remotes import Remote, RemoteCoroutine, RemoteFunction, RemoteIterator, RemoteModule, describe_signature
from rung.serving import Serving
from rung.twins import KINDS, Twins
from rung.values import MUTABLE_BASES, PLAIN, base_of, base_value, decode_plain, encode_plain, shared_name

_EASY = (type(None), bool, str, float)
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinMethodType)


class Membrane:
    """One side. `send` takes a message for the other side and returns its answer, both as text.

    `strict` is the judge's side: it serves only what `Serving` lets through, and does not let objects of the learner's decide how
    they compare with plain values of a test. `parity` (0 or 1) keeps the numbers of both sides apart.
    """

    def __init__(self, send, strict, parity):
        self.send = send
        self.strict = strict
        self._next = parity
        self.own = {}           # handle -> object of this side that the other knows
        self._handles = {}      # id(object) -> handle; `own` keeps the object alive
        self._faces = {}        # handle -> what stands here for the other side's object
        self._errors = {}       # id(error of the other side, of a common class) -> handle
        self._opaque = {}       # class that both sides have -> the mirror of its instances
        self._described = set() # handles of classes that the other side knows
        self.twins = Twins(self._number)
        self.serving = Serving(self)
        self.take_output = list
        self.give_output = lambda stream, text: None
        self.take_files = lambda: None
        self.give_files = lambda files: None
        self.locate = lambda error: None
        self.on_raise = lambda error: None
        self.on_return = lambda error: None

    def _number(self):
        self._next += 2
        return self._next

    # ---- going out ----

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

    # ---- coming in ----

    def decode(self, data):
        if data is None or type(data) in (bool, str, float, int):
            return data
        if type(data) is not dict:
            raise ProtocolError("neither a value nor a tag")
        if "T" in data:
            return self.twins.decode(data, self.decode)
        plain = decode_plain(data, self.decode)
        if plain is not None:
            return plain[0]
        if "h" in data:
            if data["h"] not in self.own:
                raise ProtocolError("a handle that was never given out")
            return self.own[data["h"]]
        if "r" in data:
            return self._decode_instance(data)
        if "C" in data:
            return self._decode_class(data)
        if "F" in data:
            return self._face(data["F"], lambda: RemoteFunction(self, data))
        if "G" in data:
            return self._face(data["G"], lambda: RemoteIterator(self, data))
        if "A" in data:
            return self._face(data["A"], lambda: RemoteCoroutine(self, data))
        if "M" in data:
            return self._face(data["M"], lambda: RemoteModule(self, data["M"], str(data["name"])))
        raise ProtocolError("an unknown tag")

    def _face(self, handle, make):
        if type(handle) is not int:
            raise ProtocolError("a handle that is no number")
        found = self._faces.get(handle)
        if found is None:
            found = self._faces[handle] = make()
        return found

    def _decode_class(self, data):
        handle = data["C"]
        if handle not in self._faces and "bases" not in data:
            raise ProtocolError("a class that was not described")
        found = self._face(handle, lambda: make_mirror(self, handle, data, [self.decode(base) for base in data["bases"]]))
        if not isinstance(found, type):
            raise ProtocolError("a class that is none")
        return found

    def _decode_instance(self, data):
        cls = self.decode(data["c"])
        if not isinstance(cls, type):
            raise ProtocolError("an instance of what is no class")
        handle = data["r"]
        found = self._faces.get(handle)
        if found is not None:
            if "v" in data and isinstance(found, MUTABLE_BASES):
                self._fill(found, data["v"])
            return found
        if "args" in data:
            error = self._face(handle, lambda: make_error(cls, data, self.decode))
            if is_face(error):
                notes_of(error)["__handle__"] = handle
            else:
                self._errors[id(error)] = handle
            return error
        if not is_foreign_class(cls):
            cls = self._opaque_class(cls)
        face = self._make_face(cls, data)
        notes_of(face)["__handle__"] = handle
        return self._face(handle, lambda: face)

    def _opaque_class(self, common):
        if common not in self._opaque:
            self._opaque[common] = make_opaque(self, common)
        return self._opaque[common]

    def _make_face(self, cls, data):
        base = base_of(cls)
        if base is None:
            return object.__new__(cls)
        if base in MUTABLE_BASES:
            face = base.__new__(cls)
            self._fill(face, data["v"])
            return face
        value = self.decode(data["v"])
        if type(value) is not base:
            raise ProtocolError("a value of another type than its class")
        return base.__new__(cls, value)

    def _fill(self, face, data):
        items = [self.decode(item) for item in data["m"]]
        base = base_of(type(face))
        base.clear(face)
        if base is list:
            list.extend(face, items)
        elif base is set:
            set.update(face, items)
        else:
            dict.update(face, items)

    # ---- asking ----

    def get(self, face, name):
        if is_special(name) and name not in READABLE_OF_OBJECTS:
            raise AttributeError(name)
        return self.ask("getattr", face, (name,), {})

    def set(self, face, name, value):
        if is_special(name):
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
        if self.strict and isinstance(other, PLAIN) and not is_face(other):
            return NotImplemented
        answer = self.special(name, face, other)
        return answer if answer is True or answer is False or answer is NotImplemented else NotImplemented

    def refresh(self, face, base):
        """Brings what a face of a list, dict or set holds up to date."""
        self.ask("same", face, (), {})

    def extend(self, cls, name, bases, body, options):
        """Makes, on the owner's side, the class that a test derives from one of its classes. Returns its handle."""
        mirrors = tuple(base for base in bases if is_foreign_class(base))
        members = [member for base in bases if not is_foreign_class(base) for step in base.__mro__ if step is not object for member in members_to_extend(vars(step))]
        handle = self.ask("extend", None, (name, mirrors, tuple(members + members_to_extend(body))), options)
        if type(handle) is not int:
            raise ProtocolError("a handle that is no number")
        self._faces[handle] = cls
        return handle

    def ask(self, operation, target, args, kwargs):
        told = set()
        message = {"op": operation, "on": self.encode(target, told), "a": [self.encode(item, told) for item in args], "k": {name: self.encode(item, told) for name, item in kwargs.items()}}
        text = self._pack(message, told)
        if len(text) > LONGEST_MESSAGE:
            raise OverflowError("the value is too large to be handed over")
        return self._finish(self.send(text))

    def _pack(self, message, told):
        message["s"] = self.twins.changes(lambda item: self.encode(item, told), told)
        message["o"] = self.take_output()
        message["f"] = self.take_files()
        return json.dumps(message)

    def _finish(self, text):
        answer = self._parse(text)
        if "raise" not in answer:
            return self.decode(answer.get("ok"))
        error = self.decode(answer["raise"])
        if not isinstance(error, BaseException):
            raise ProtocolError("an error that is none")
        self.on_return(error)
        if self.strict and isinstance(error, (KeyboardInterrupt, GeneratorExit)):
            # These would end the test runner, not the test.
            raise RuntimeError(f"the program raised {type(error).__name__}")
        raise error

    def _parse(self, text):
        if len(text) > LONGEST_MESSAGE * 2:
            raise ProtocolError("an answer that is too long")
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError, MemoryError):
            raise ProtocolError("an answer that is not JSON") from None
        if type(answer) is not dict:
            raise ProtocolError("an answer of no known form")
        try:
            if answer.get("f"):
                self.give_files(answer["f"])
            for stream, piece in answer.get("o") or ():
                self.give_output(stream, str(piece))
            for change in answer.get("s") or ():
                if self.twins.knows(change["T"]):
                    self.twins.decode(change, self.decode)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, OSError) as problem:
            raise ProtocolError(f"a change of no known form: {problem}") from None
        return answer

    # ---- answering ----

    def receive(self, text):
        """Answers one message of the other side, as text."""
        told = set()
        try:
            message = self._parse(text)
            target = self.decode(message["on"])
            args = [self.decode(item) for item in message["a"]]
            kwargs = {str(name): self.decode(item) for name, item in message["k"].items()}
            answer = {"ok": self.encode(self.serving.serve(message["op"], target, message["on"], args, kwargs), told)}
        except ProtocolError:
            raise
        except BaseException as error:
            told = set()
            self.on_raise(error)
            answer = {"raise": self._encode_error(error, told)}
        try:
            text = self._pack(answer, told)
        except ProtocolError:
            raise
        except BaseException:
            # Nested too deeply to be told: what it was in is let go.
            self.forget()
            text = ""
        if text == "" or len(text) > LONGEST_MESSAGE:
            return json.dumps({"raise": self.encode(OverflowError("the value is too large or too deep to be handed over"), set()), "s": [], "o": []})
        return text

    def _encode_error(self, error, told):
        try:
            if self.strict and isinstance(error, AssertionError) and id(error) not in self._errors and not is_face(error):
                # It comes back by its handle with all that it says; on the way it says nothing.
                return {"r": self.expose(error), "c": {"B": "builtins:AssertionError"}, "args": {"t": []}, "text": ["", None]}
            return self.encode(error, told)
        except ProtocolError:
            raise
        except BaseException:
            return self.encode(RuntimeError("an error that can't be told"), told)
