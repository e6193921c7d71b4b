"""`unittest` here: comparisons that no object of the learner's decides, and results that show values."""
import functools
import unittest

from rung.asserts import Comparison, show
from rung.mirrors import is_face
from rung.protocol import ProtocolError
from rung.values import NUMBERS, plain_number

_NUMERIC = ("assertAlmostEqual", "assertNotAlmostEqual", "assertGreater", "assertGreaterEqual", "assertLess", "assertLessEqual")
_SHOWING = ("assertEqual", "assertNotEqual", "assertAlmostEqual", "assertIs", "assertIn", "assertListEqual", "assertDictEqual", "assertSetEqual", "assertTupleEqual", "assertSequenceEqual", "assertCountEqual", "assertMultiLineEqual",
            "assertGreater", "assertGreaterEqual", "assertLess", "assertLessEqual")


def _only_numbers(value):
    if isinstance(value, NUMBERS):
        return plain_number(value)
    if is_face(value):
        raise AssertionError(f"{show(value)} is not a number")
    return value


def _compare_numbers(name):
    original = getattr(unittest.TestCase, name)

    @functools.wraps(original)
    def check(self, first, second, *args, **kwargs):
        if isinstance(first, NUMBERS) or isinstance(second, NUMBERS):
            first, second = _only_numbers(first), _only_numbers(second)
        return original(self, first, second, *args, **kwargs)
    setattr(unittest.TestCase, name, check)


def _show_values(name):
    original = getattr(unittest.TestCase, name)

    @functools.wraps(original)
    def check(self, first, second, *args, **kwargs):
        try:
            return original(self, first, second, *args, **kwargs)
        except Comparison:
            raise
        except AssertionError as error:
            raise Comparison(str(error), show(second), show(first)) from None
    setattr(unittest.TestCase, name, check)


for _name in _NUMERIC:
    _compare_numbers(_name)
for _name in _SHOWING:
    _show_values(_name)


class Result(unittest.TestResult):
    """What one test came to: the first problem counts, further failed subtests are counted."""

    def __init__(self):
        super().__init__()
        self.problem = None
        self.skipped_why = None
        self.subtests_failed = 0

    def _keep(self, error):
        if isinstance(error, ProtocolError):
            raise error
        if self.problem is None:
            self.problem = error

    def addFailure(self, test, err):
        self._keep(err[1])

    def addError(self, test, err):
        self._keep(err[1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.subtests_failed += 1
            self._keep(err[1])

    def addSkip(self, test, reason):
        self.skipped_why = reason

    def addExpectedFailure(self, test, err):
        pass

    def addUnexpectedSuccess(self, test):
        self._keep(AssertionError("the test is marked as failing, but it passed"))


def _do_nothing(*_, **__):
    """A test file that runs itself is run already."""


unittest.main = _do_nothing
