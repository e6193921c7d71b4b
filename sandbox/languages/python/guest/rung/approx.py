"""`pytest.approx`: only numbers are near a number; an object that subtracts as it pleases is none."""
import decimal
import math

from rung.values import NUMBERS, plain_number

_RELATIVE = 1e-6
_ABSOLUTE = 1e-12
_abs = abs


class approx:
    __hash__ = None

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def __eq__(self, actual):
        return self._same(self.expected, actual)

    def _same(self, expected, actual):
        if isinstance(expected, dict):
            return isinstance(actual, dict) and actual.keys() == expected.keys() and all(self._same(item, actual[key]) for key, item in expected.items())
        if isinstance(expected, (list, tuple)):
            return isinstance(actual, (list, tuple)) and len(actual) == len(expected) and all(map(self._same, expected, actual))
        if not isinstance(expected, NUMBERS):
            return expected == actual
        return isinstance(actual, NUMBERS) and self._near(plain_number(expected), plain_number(actual))

    def _near(self, expected, actual):
        if actual == expected:
            return True
        if isinstance(expected, (float, complex)) and expected != expected:
            return self.nan_ok and actual != actual
        if _abs(expected) == math.inf or _abs(actual) == math.inf:
            return False
        if isinstance(expected, decimal.Decimal) or isinstance(actual, decimal.Decimal):
            expected, actual = decimal.Decimal(expected), decimal.Decimal(actual)
        return float(_abs(expected - actual)) <= self._margin(float(_abs(expected)))

    def _margin(self, size):
        absolute = _ABSOLUTE if self.abs is None else float(self.abs)
        if self.rel is None and self.abs is not None:
            return absolute
        return max((_RELATIVE if self.rel is None else float(self.rel)) * size, absolute)

    def __repr__(self):
        margin = self.abs if self.abs is not None else f"{self.rel if self.rel is not None else _RELATIVE:g} of it"
        return f"{self.expected!r} ± {margin}"
