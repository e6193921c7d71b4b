"""Plain values: those that cross as copies of exactly their type, and the names that both interpreters have."""
import collections
import datetime
import decimal
import fractions
import importlib
import pathlib
import re
import types
import uuid
import zoneinfo

from rung.protocol import BIGGEST_INT_BITS, ProtocolError

# Builtin types whose subclasses' instances carry a value of the base.
BASES = (int, float, str, bytes, tuple, list, dict, set, frozenset, complex, decimal.Decimal, fractions.Fraction)
MUTABLE_BASES = (list, dict, set)
PLAIN = (*BASES, bool, type(None), range, bytearray)
NUMBERS = (int, float, complex, bool, decimal.Decimal, fractions.Fraction)
_SAFE_INT = 9_007_199_254_740_992


def _parts(*names):
    return lambda value: tuple(getattr(value, name) for name in names)


def _timezone(offset, name=None):
    return datetime.timezone(offset) if name is None else datetime.timezone(offset, name)


def _datetime(*parts):
    return datetime.datetime(*parts[:-1], fold=parts[-1])


_DATE = ("year", "month", "day")
_TIME = ("hour", "minute", "second", "microsecond", "tzinfo")

# Types of the library that cross as values: how they are taken apart, by functions of the type itself, and made again.
_LIBRARY = {
    range: (_parts("start", "stop", "step"), range),
    slice: (_parts("start", "stop", "step"), slice),
    complex: (_parts("real", "imag"), complex),
    decimal.Decimal: (lambda v: (decimal.Decimal.__str__(v),), decimal.Decimal),
    fractions.Fraction: (_parts("numerator", "denominator"), fractions.Fraction),
    datetime.date: (_parts(*_DATE), datetime.date),
    datetime.time: (_parts(*_TIME), datetime.time),
    datetime.datetime: (_parts(*_DATE, *_TIME, "fold"), _datetime),
    datetime.timedelta: (_parts("days", "seconds", "microseconds"), datetime.timedelta),
    datetime.timezone: (lambda v: v.__getinitargs__(), _timezone),
    zoneinfo.ZoneInfo: (_parts("key"), zoneinfo.ZoneInfo),
    uuid.UUID: (lambda v: (uuid.UUID.__str__(v),), uuid.UUID),
    pathlib.PosixPath: (lambda v: (pathlib.PosixPath.__str__(v),), pathlib.PosixPath),
    pathlib.PurePosixPath: (lambda v: (pathlib.PurePosixPath.__str__(v),), pathlib.PurePosixPath),
    collections.Counter: (lambda v: (tuple(dict.items(v)),), lambda items: collections.Counter(dict(items))),
    collections.OrderedDict: (lambda v: (tuple(dict.items(v)),), collections.OrderedDict),
    collections.defaultdict: (lambda v: (v.default_factory, tuple(dict.items(v))), collections.defaultdict),
    collections.deque: (lambda v: (tuple(collections.deque.__iter__(v)), v.maxlen), collections.deque),
    re.Pattern: (_parts("pattern", "flags"), re.compile),
    types.MappingProxyType: (lambda v: (tuple(v.items()),), lambda items: types.MappingProxyType(dict(items))),
    type({}.keys()): (lambda v: (tuple(v),), lambda keys: dict.fromkeys(keys).keys()),
    type({}.values()): (lambda v: (tuple(v),), lambda values: dict(enumerate(values)).values()),
    type({}.items()): (lambda v: (tuple(v),), lambda items: dict(items).items()),
    memoryview: (lambda v: (v.tobytes(),), memoryview),
}


def type_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


_LIBRARY_BY_NAME = {type_name(cls): make for cls, (_, make) in _LIBRARY.items()}

# Classes and functions that both sides have: they are named and never mirrored.
_SHARED_MODULES = ("builtins", "operator", "math", "cmath", "collections", "collections.abc", "datetime", "decimal", "fractions", "enum", "types", "abc", "functools",
                   "itertools", "random", "re", "string", "json", "numbers", "typing", "uuid", "pathlib", "statistics", "csv", "struct", "queue", "asyncio", "io",
                   "dataclasses", "contextlib", "argparse", "array", "heapq", "bisect", "copy", "time", "calendar", "textwrap", "threading", "graphlib", "zoneinfo", "ipaddress",
                   "urllib.parse", "binascii", "base64", "unicodedata", "tomllib", "configparser", "logging")
_UNSAFE = ("eval", "exec", "compile", "open", "__import__", "input", "breakpoint", "globals", "locals", "vars", "print", "help", "exit", "quit", "dir", "getattr", "setattr", "delattr")


def _list_shared():
    names = {}
    for module_name in _SHARED_MODULES:
        module = importlib.import_module(module_name)
        for name, item in vars(module).items():
            if isinstance(item, (type, types.BuiltinFunctionType)) and not name.startswith("_"):
                try:
                    names.setdefault(item, f"{module_name}:{name}")
                except TypeError:
                    continue
    names[type(None)] = "types:NoneType"
    for name in _UNSAFE:
        names.pop(vars(importlib.import_module("builtins")).get(name), None)
    return names


SHARED = _list_shared()
_SHARED_BY_NAME = {name: item for item, name in SHARED.items()}
_SINGLETONS = {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}


def shared_name(value):
    """`module:name` of what both sides have; None for all else."""
    if not issubclass(type(value), (type, types.BuiltinFunctionType)):
        return None
    try:
        return SHARED.get(value)
    except Exception:
        return None


def find_shared(name):
    found = _SHARED_BY_NAME.get(name)
    if found is None:
        raise ProtocolError("a name that both sides do not have")
    return found


def encode_plain(value, encode):
    """The text form of a plain value, or None when `value` is not one. `encode` is for what it is made of."""
    kind = type(value)
    if kind is int:
        if -_SAFE_INT < value < _SAFE_INT:
            return value
        if value.bit_length() > BIGGEST_INT_BITS:
            raise OverflowError("the number is too large to be compared")
        return {"i": hex(value)}
    if kind is tuple:
        return {"t": [encode(item) for item in value]}
    if kind is bytes:
        return {"b": value.hex()}
    if kind is frozenset:
        return {"z": [encode(item) for item in value]}
    if kind in _LIBRARY:
        return {"x": type_name(kind), "a": [encode(item) for item in _LIBRARY[kind][0](value)]}
    if value is Ellipsis or value is NotImplemented:
        return {"n": "Ellipsis" if value is Ellipsis else "NotImplemented"}
    name = shared_name(value)
    return None if name is None else {"B": name}


def decode_plain(data, decode):
    """The value of one tag of `encode_plain`, in a list; None for tags of others."""
    if "i" in data:
        text = data["i"]
        if type(text) is not str or len(text) > BIGGEST_INT_BITS // 4 + 8:
            raise ProtocolError("a number that is too large")
        return [int(text, 16)]
    if "t" in data:
        return [tuple([decode(item) for item in data["t"]])]
    if "b" in data:
        return [bytes.fromhex(data["b"])]
    if "z" in data:
        return [frozenset([decode(item) for item in data["z"]])]
    if "x" in data:
        make = _LIBRARY_BY_NAME.get(data["x"])
        if make is None:
            raise ProtocolError("a type that does not cross")
        return [make(*[decode(item) for item in data["a"]])]
    if "n" in data:
        return [_SINGLETONS[data["n"]]]
    if "B" in data:
        return [find_shared(data["B"])]
    return None


def base_of(cls):
    """The builtin type whose value instances of `cls` carry; None when they carry none."""
    return next((base for base in BASES if issubclass(cls, base)), None)


def base_value(base, value):
    """The value of `base` in an instance of a subclass, past anything that the subclass overrides."""
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
    return fractions.Fraction(fractions.Fraction.numerator.__get__(value), fractions.Fraction.denominator.__get__(value))


def plain_number(value):
    """`value` as a number of a builtin type, past what a subclass overrides."""
    base = base_of(type(value))
    return value if base is None or type(value) is base or type(value) is bool else base_value(base, value)
