"""The membrane between two interpreters: the judge's, which holds the tests, and the learner's.

Plain values cross as copies of exactly their type (`values.py`). Lists, dicts, sets and bytearrays have a twin on the other
side (`twins.py`). Everything else stays where it is, and the other side gets a face of it: a mirror of its class
(`mirrors.py`) whose methods ask the owner, or a stand-in for a function, iterator, coroutine or module (`remotes.py`).
Text is all that leaves an interpreter, and nothing that comes in is believed: a tag that is unknown, a handle that was never
given out or a type that is not listed is a ProtocolError.
"""
import json

from rung.decoding import Decoding
from rung.encoding import Encoding
from rung.mirrors import is_face, is_foreign_class, members_to_extend
from rung.protocol import LONGEST_MESSAGE, READABLE_OF_OBJECTS, ProtocolError, is_special
from rung.serving import Serving
from rung.twins import Twins
from rung.values import PLAIN


class Membrane(Encoding, Decoding):
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
