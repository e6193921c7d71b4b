"""The part of pytest that tests of exercises use."""
import contextlib
import inspect
import math
import re
import unittest

import rung_membrane

__version__ = "8.0.0 (rung)"


class _Raised:
    def __init__(self):
        self.value = None
        self.type = None

    def match(self, pattern):
        assert re.search(pattern, str(self.value)), f"{pattern!r} does not match {str(self.value)!r}"
        return True

    def __str__(self):
        return repr(self.value)


class _Raises:
    def __init__(self, expected, match):
        self.expected, self.pattern, self.info = expected, match, _Raised()

    def __enter__(self):
        return self.info

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = ", ".join(cls.__name__ for cls in (self.expected if isinstance(self.expected, tuple) else (self.expected,)))
            raise AssertionError(f"{names} was not raised")
        if not issubclass(kind, self.expected):
            return False
        self.info.value, self.info.type = value, kind
        if self.pattern is not None and not re.search(self.pattern, str(value)):
            raise AssertionError(f"the message {str(value)!r} does not match {self.pattern!r}")
        return True


def raises(expected_exception, *args, match=None, **kwargs):
    context = _Raises(expected_exception, match)
    if not args:
        return context
    with context:
        args[0](*args[1:], **kwargs)
    return context.info


class approx:
    __hash__ = None
    __array_ufunc__ = None

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def __eq__(self, actual):
        return self._same(self.expected, actual)

    def _same(self, expected, actual):
        if isinstance(expected, dict):
            return isinstance(actual, dict) and actual.keys() == expected.keys() and all(self._same(item, actual[key]) for key, item in expected.items())
        if isinstance(expected, (list, tuple)):
            return isinstance(actual, (list, tuple)) and len(actual) == len(expected) and all(map(self._same, expected, actual))
        # Only numbers: an object that subtracts as it pleases is none.
        if type(actual) not in rung_membrane._NUMBERS and not isinstance(actual, rung_membrane._NUMBERS):
            return False
        if actual == expected:
            return True
        if isinstance(expected, float) and math.isnan(expected):
            return self.nan_ok and actual != actual
        if isinstance(expected, float) and math.isinf(expected):
            return False
        margin = max((1e-6 if self.rel is None else self.rel) * abs_(expected) if self.rel is not None or self.abs is None else 0, 1e-12 if self.abs is None else self.abs)
        return abs_(expected - actual) <= margin

    def __repr__(self):
        return f"{self.expected!r} ± {self.abs if self.abs is not None else self.rel if self.rel is not None else 1e-06}"


abs_ = abs


class _Mark:
    def __init__(self, name, args=(), kwargs=None):
        self.name, self.args, self.kwargs = name, args, kwargs or {}

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and callable(args[0]) and self.name not in ("parametrize", "skipif") and (inspect.isfunction(args[0]) or isinstance(args[0], type)):
            target = args[0]
            if self.name == "skip":
                target.__unittest_skip__, target.__unittest_skip_why__ = True, "skipped"
            target.rung_marks = [*getattr(target, "rung_marks", []), self]
            return target
        return _Marked(self.name, args, kwargs)


class _Marked(_Mark):
    def __call__(self, target):
        if self.name == "skip" or (self.name == "skipif" and self.args and self.args[0]):
            target.__unittest_skip__ = True
            target.__unittest_skip_why__ = self.kwargs.get("reason", "skipped")
        target.rung_marks = [*getattr(target, "rung_marks", []), self]
        return target


class _Marks:
    def __getattr__(self, name):
        return _Mark(name)


mark = _Marks()


class param:
    def __init__(self, *values, id=None, marks=()):
        self.values, self.id, self.marks = values, id, marks


def fixture(function=None, **options):
    def decorate(target):
        target.rung_fixture = options
        return target
    return decorate if function is None else decorate(function)


def skip(reason="", **_):
    raise unittest.SkipTest(reason)


def fail(reason="", **_):
    raise AssertionError(reason)


def main(*_, **__):
    return 0


@contextlib.contextmanager
def warns(*_, **__):
    yield []
