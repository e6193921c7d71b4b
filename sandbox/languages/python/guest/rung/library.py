"""Functions of the library that need an object itself: for a face they are called where the object is."""
import copy
import dataclasses
import inspect
import io
import pickle
import random
import sys

from rung.mirrors import is_face, is_foreign_class
from rung.remotes import Remote, RemoteModule

_WITH_OBJECT = {copy: ("copy", "deepcopy", "replace"), dataclasses: ("asdict", "astuple", "replace", "fields"), inspect: ("getsource", "getdoc")}
_SAFE = {"builtins": frozenset(["list", "dict", "set", "frozenset", "tuple", "int", "float", "complex", "str", "bytes", "bytearray", "bool", "range", "slice"]),
         "collections": frozenset(["OrderedDict", "defaultdict", "Counter", "deque"]), "datetime": frozenset(["date", "time", "datetime", "timedelta", "timezone"]),
         "decimal": frozenset(["Decimal"]), "fractions": frozenset(["Fraction"]), "uuid": frozenset(["UUID"])}


def _is_of_learner(value):
    return is_face(value) or is_foreign_class(value) or issubclass(type(value), (Remote, RemoteModule))


def _forward(ask, module, name):
    original = getattr(module, name)

    def call(*args, **kwargs):
        if args and _is_of_learner(args[0]):
            return ask("library", (module.__name__, name, args, kwargs))
        return original(*args, **kwargs)
    call.__name__ = call.__qualname__ = name
    setattr(module, name, call)


class _PlainUnpickler(pickle._Unpickler):
    """Unpickling runs what it is told to: what a program has pickled may only be values here."""

    def find_class(self, module, name):
        if name not in _SAFE.get(module, ()):
            raise pickle.UnpicklingError(f"a test can only unpickle plain values here, not {module}.{name}")
        return getattr(sys.modules[module], name)


def _loads(data, /, **options):
    return _PlainUnpickler(io.BytesIO(data), **options).load()


def _load(file, **options):
    return _PlainUnpickler(file, **options).load()


original_seed = random.seed


def _seed_both(ask):
    def seed(*args, **kwargs):
        """A test that seeds the dice means those of the program too."""
        original_seed(*args, **kwargs)
        ask("library", ("random", "seed", args, kwargs))
    random.seed = seed


def install(ask):
    """`ask(operation, arguments)` asks the learner's side."""
    _seed_both(ask)
    for module, names in _WITH_OBJECT.items():
        for name in names:
            _forward(ask, module, name)
    pickle.loads, pickle.load, pickle.Unpickler = _loads, _load, _PlainUnpickler
