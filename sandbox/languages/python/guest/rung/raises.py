"""`pytest.raises` and `pytest.warns`."""
import re
import unittest
import warnings


class ExceptionInfo:
    def __init__(self):
        self.value = None
        self.type = None

    @property
    def typename(self):
        return self.type.__name__

    @property
    def tb(self):
        return self.value.__traceback__

    def match(self, pattern):
        if not re.search(pattern, str(self.value)):
            raise AssertionError(f"the message {str(self.value)!r} does not match {_pattern_text(pattern)!r}")
        return True

    def errisinstance(self, kind):
        return isinstance(self.value, kind)

    def exconly(self, tryshort=False):
        return f"{self.typename}: {self.value}"

    def __repr__(self):
        return f"<ExceptionInfo {self.value!r}>"


def _pattern_text(pattern):
    return pattern.pattern if isinstance(pattern, re.Pattern) else pattern


class Raises:
    def __init__(self, expected, match, check):
        self.expected, self.pattern, self.check, self.info = expected, match, check, ExceptionInfo()

    def __enter__(self):
        return self.info

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = " or ".join(cls.__name__ for cls in (self.expected if isinstance(self.expected, tuple) else (self.expected,)))
            raise AssertionError(f"{names} was not raised")
        if not issubclass(kind, self.expected):
            return False
        self.info.value, self.info.type = value, kind
        if self.pattern is not None:
            self.info.match(self.pattern)
        if self.check is not None and not self.check(value):
            raise AssertionError("the error is not as the check wants it")
        return True


def raises(expected_exception=Exception, *args, match=None, check=None, **kwargs):
    context = Raises(expected_exception, match, check)
    if not args:
        return context
    with context:
        args[0](*args[1:], **kwargs)
    return context.info


class _Warns:
    def __init__(self, expected, pattern):
        self._expected, self._pattern = expected, pattern
        self._catch = warnings.catch_warnings(record=True)

    def __enter__(self):
        self._seen = self._catch.__enter__()
        warnings.simplefilter("always")
        return self._seen

    def __exit__(self, kind, value, trace):
        self._catch.__exit__(kind, value, trace)
        if kind is None and not any(issubclass(one.category, self._expected) and (self._pattern is None or re.search(self._pattern, str(one.message))) for one in self._seen):
            raise AssertionError("the warning was not given")


def warns(expected_warning=Warning, match=None):
    return _Warns(expected_warning, match)


def importorskip(name, reason=None, **_):
    try:
        return __import__(name, fromlist=["*"])
    except ImportError:
        raise unittest.SkipTest(reason or f"{name} is not there") from None
