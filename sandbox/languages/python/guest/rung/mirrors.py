"""Mirrors: classes that stand for the other side's. Their instances are faces: what is asked of them is asked of the owner."""
import types

from rung.protocol import ARITHMETIC, FORWARDED, ORDER, READABLE_OF_CLASSES, TO_PLAIN, ProtocolError, is_special
from rung.values import BASES, MUTABLE_BASES, NUMBERS, PLAIN, base_of, plain_number, shared_name

_CHANGING = {
    list: ("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "__setitem__", "__delitem__", "__iadd__", "__imul__"),
    dict: ("update", "pop", "popitem", "clear", "setdefault", "__setitem__", "__delitem__", "__ior__"),
    set: ("add", "remove", "discard", "pop", "clear", "update", "intersection_update", "difference_update", "symmetric_difference_update", "__iand__", "__ior__", "__isub__", "__ixor__"),
}
_READING = ("__len__", "__iter__", "__getitem__", "__contains__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "index", "count", "copy", "get", "keys", "values", "items")


class Face:
    """Base of every mirror class."""


_local = Face.__dict__["__dict__"].__get__


def notes_of(face):
    """What this side keeps of a face: `__handle__`, the number under which the owner knows the object."""
    return _local(face)


def handle_of(face):
    return _local(face)["__handle__"]


class MirrorMeta(type):
    """Class of the mirrors. Calling one makes an instance over there; a class statement with one as its base, a class."""

    def __init__(cls, name, bases, body, **options):
        # Only class statements of a test come here: mirrors are made by `MirrorMeta.__new__`.
        super().__init__(name, bases, body)
        membrane = cls.__membrane__
        type.__setattr__(cls, "__mirror__", membrane.extend(cls, name, bases, body, options))
        type.__setattr__(cls, "__extends__", True)

    def __new__(meta, name, bases, body, **_):
        return super().__new__(meta, name, bases, body)

    def __call__(cls, *args, **kwargs):
        membrane = cls.__membrane__
        if not cls.__dict__.get("__extends__", False):
            return membrane.ask("call", cls, args, kwargs)
        face = membrane.ask("new", cls, args, kwargs)
        cls.__init__(face, *args, **kwargs)
        return face

    def __getattr__(cls, name):
        if is_special(name) and name not in READABLE_OF_CLASSES:
            raise AttributeError(name)
        return cls.__membrane__.ask("getattr", cls, (name,), {})

    def __setattr__(cls, name, value):
        if cls.__dict__.get("__extends__", False):
            type.__setattr__(cls, name, value)
            return
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


def is_face(value):
    return isinstance(type(value), MirrorMeta)


def is_foreign_class(value):
    return type(value) is MirrorMeta


class _Member:
    """A member that the other side's class defines."""

    def __init__(self, name):
        self.name = name

    def __set_name__(self, owner, name):
        self.owner = owner

    def __get__(self, face, cls):
        membrane = type.__getattribute__(cls, "__membrane__")
        if face is None:
            return membrane.ask("getattr", cls, (self.name,), {})
        if cls.__dict__.get("__extends__", False):
            # Reached by `super()` or not overridden: what the owner's class would answer, not the test's.
            return membrane.ask("member", self.owner, (self.name, face), {})
        return membrane.ask("getattr", face, (self.name,), {})

    def __set__(self, face, value):
        type(face).__membrane__.ask("setattr", face, (self.name, value), {})

    def __delete__(self, face):
        type(face).__membrane__.ask("delattr", face, (self.name,), {})


def check_arithmetic(face, name, other, answer):
    """Else `abs(result - 3) < 0.1` would ask the learner's own `__sub__` whether it holds, and tell it of the 3."""
    if type(other) not in NUMBERS:
        return
    if name == "__rpow__" and "__mixed__" not in notes_of(face):
        # `8 ** Rational(4, 3)` can't be else than a number, and what a result should be is nothing that one raises to its power.
        return
    if isinstance(answer, NUMBERS):
        if isinstance(face, NUMBERS):
            honest = getattr(type(plain_number(face)), name)(plain_number(face), other)
            if honest is NotImplemented or plain_number(answer) == honest:
                return
        raise TypeError(f"{type(face).__name__} answers {name} of a number with a number: compare the numbers themselves")
    if is_face(answer) and not (type(other) is int and other == 0):
        notes_of(answer)["__mixed__"] = True


def forward_special(membrane, name, owner):
    """A special method that asks the other side. `owner`: a list whose only item is the mirror that has it."""

    def forward(face, *args, **kwargs):
        if type(face).__dict__.get("__extends__", False):
            answer = membrane.ask("member", owner[0], (name, face), {})(*args, **kwargs)
        elif name == "__call__":
            return membrane.ask("call", face, args, kwargs)
        elif name in ORDER or name == "__ne__":
            return membrane.compare(name, face, args[0])
        else:
            answer = membrane.special(name, face, *args)
        if membrane.strict and name in ARITHMETIC and args:
            check_arithmetic(face, name, args[0], answer)
        if membrane.strict and name in TO_PLAIN and "__mixed__" in notes_of(face) and isinstance(answer, NUMBERS) and type(answer) is not bool:
            raise TypeError(f"{type(face).__name__} was reckoned with a number of the test: compare it as it is")
        return answer
    forward.__name__ = name
    return forward


def _mutable_body(membrane, base):
    """An instance of a subclass of list, dict or set is read here as it is over there, and changed over there."""
    def reading(name):
        method = getattr(base, name)

        def read(face, *args):
            membrane.refresh(face, base)
            return method(face, *args)
        return read

    def changing(name):
        return lambda face, *args, **kwargs: membrane.ask("getattr", face, (name,), {})(*args, **kwargs) if not is_special(name) else membrane.special(name, face, *args)
    body = {name: reading(name) for name in _READING if hasattr(base, name)}
    body.update({name: changing(name) for name in _CHANGING[base]})
    return body


def _reduce_bases(described):
    """Of classes that both sides have only values and errors matter as bases; an abstract base of the library is left out."""
    bases = []
    for base in described:
        kept = base if is_foreign_class(base) or issubclass(base, BaseException) else base_of(base)
        if kept is not None and kept not in bases:
            bases.append(kept)
    if not any(is_foreign_class(base) for base in bases):
        bases.insert(0, Face)
    return tuple(bases)


def _initialise(membrane, owner):
    def initialise(face, *args, **kwargs):
        if membrane.strict:
            membrane.ask("member", owner[0], ("__init__", face), {})(*args, **kwargs)
        else:
            # The judge lends no members of its classes, only what an object of theirs does.
            membrane.ask("special", face, ("__init__", *args), kwargs)
    return initialise


def make_mirror(membrane, handle, data, described_bases):
    """The mirror of a class that `describe_class` has described."""
    if not all(isinstance(base, type) for base in described_bases):
        raise ProtocolError("a base that is no class")
    bases = _reduce_bases(described_bases)
    value_base = next((base for cls in bases for base in BASES if issubclass(cls, base)), None)
    is_error = any(issubclass(base, BaseException) for base in bases)
    owner = []
    body = {"__membrane__": membrane, "__mirror__": handle, "__module__": str(data["mod"]), "__qualname__": str(data["q"]), "__doc__": data["doc"] if type(data["doc"]) is str else None,
            "__getattr__": lambda face, name: membrane.get(face, name), "__setattr__": lambda face, name, value: membrane.set(face, name, value), "__delattr__": lambda face, name: membrane.ask("delattr", face, (name,), {}),
            "__dir__": lambda face: membrane.ask("dir", face, (), {}), "__init__": _initialise(membrane, owner)}
    if type(data.get("match")) is list:
        body["__match_args__"] = tuple(str(name) for name in data["match"])
    if value_base in MUTABLE_BASES and not any(is_foreign_class(base) for base in bases):
        body.update(_mutable_body(membrane, value_base))
    if is_error:
        body["__str__"] = lambda face: notes_of(face).get("__text__", "")
    else:
        body["__repr__"] = lambda face: membrane.text("__repr__", face)
        body["__str__"] = lambda face: membrane.text("__str__", face)
        body["__dict__"] = property(lambda face: membrane.get(face, "__dict__"))
    if value_base is None:
        if data["eq"] is True:
            body["__eq__"] = lambda face, other: membrane.compare("__eq__", face, other)
        body["__hash__"] = (lambda face: membrane.special("__hash__", face)) if data["eq"] is True else object.__hash__
    if data["hash"] is not True:
        body["__hash__"] = None
    for name in data["own"]:
        if type(name) is not str or name in body:
            continue
        if not is_special(name):
            body[name] = _Member(name)
        elif name in FORWARDED:
            body[name] = forward_special(membrane, name, owner)
    for name in data["own"]:
        # A class that extends list and has its own `append` or `__len__`: the owner knows best, but `==` and `<` are ours.
        if value_base in MUTABLE_BASES and type(name) is str and (name in FORWARDED - ORDER - {"__ne__"} or not is_special(name)):
            body[name] = forward_special(membrane, name, owner) if is_special(name) else _Member(name)
    try:
        cls = MirrorMeta.__new__(MirrorMeta, str(data["name"]), bases, body)
    except (TypeError, ValueError) as problem:
        raise ProtocolError(f"a class that can't be: {problem}") from None
    owner.append(cls)
    return cls


def make_opaque(membrane, common):
    """A mirror for objects of a class that both sides have but whose instances do not cross, such as a file or a lock."""
    body = {"__membrane__": membrane, "__mirror__": 0, "__module__": common.__module__, "__qualname__": common.__qualname__,
            "__getattr__": lambda face, name: membrane.get(face, name), "__setattr__": lambda face, name, value: membrane.set(face, name, value), "__repr__": lambda face: membrane.text("__repr__", face), "__str__": lambda face: membrane.text("__str__", face),
            "__eq__": lambda face, other: membrane.compare("__eq__", face, other), "__hash__": lambda face: membrane.special("__hash__", face), "__class__": property(lambda face: common)}
    owner = []
    for name in dir(common):
        if name in FORWARDED and name not in body:
            body[name] = forward_special(membrane, name, owner)
    cls = MirrorMeta.__new__(MirrorMeta, common.__name__, (Face,), body)
    owner.append(cls)
    return cls


def _borrowed(cls):
    """Classes of the library that `cls` extends and a mirror does not: `io.BytesIO` or `collections.abc.Mapping`, not values or errors."""
    return [base for base in cls.__mro__[1:] if base is not object and shared_name(base) is not None and base_of(base) is None and not issubclass(base, BaseException)]


def describe_class(cls, strict):
    """What the other side needs to make a mirror of `cls`, without its bases. Of the judge's classes no more than that."""
    own = [name for name in cls.__dict__ if type(name) is str]
    borrowed = _borrowed(cls) if base_of(cls) is None else []
    own += sorted({name for base in borrowed for step in base.__mro__[:-1] for name in step.__dict__ if name in FORWARDED} - set(own))
    is_test = strict and (cls.__name__.startswith("Test") or any(base.__module__ == "unittest.case" for base in cls.__mro__))
    hashable = not ("__hash__" in cls.__dict__ and cls.__dict__["__hash__"] is None)
    match = cls.__dict__.get("__match_args__")
    return {"name": cls.__name__, "q": cls.__name__ if strict else cls.__qualname__, "mod": "tests" if strict else str(cls.__module__),
            "doc": cls.__doc__ if type(cls.__doc__) is str and not strict else None, "own": [] if is_test else own, "hash": hashable,
            "eq": any("__eq__" in base.__dict__ for base in cls.__mro__ if shared_name(base) is None or base in borrowed),
            **({"match": list(match)} if type(match) is tuple else {})}


def members_to_extend(body):
    """The members of a test's class that extends the learner's, as the owner can be told of them."""
    members = []
    for name, item in body.items():
        if isinstance(item, types.FunctionType):
            members.append((name, "function", item))
        elif isinstance(item, (staticmethod, classmethod)):
            members.append((name, type(item).__name__, item.__func__))
        elif isinstance(item, property):
            members.append((name, "property", item.fget, item.fset))
        elif not is_special(name) and isinstance(item, PLAIN):
            members.append((name, "value", item))
    return members
