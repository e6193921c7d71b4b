"""pytest's marks, parameters and fixtures, as far as tests of exercises use them. Unknown marks are kept and mean nothing."""
import inspect
import unittest


class Parameters:
    """What `pytest.param` makes."""

    def __init__(self, *values, id=None, marks=()):
        self.values, self.id = values, id
        self.marks = marks if isinstance(marks, (list, tuple)) else (marks,)


class Mark:
    def __init__(self, name, args=(), kwargs=None, complete=False):
        self.name, self.args, self.kwargs, self._complete = name, args, kwargs or {}, complete

    def __call__(self, *args, **kwargs):
        is_target = len(args) == 1 and not kwargs and (inspect.isfunction(args[0]) or isinstance(args[0], type))
        if is_target and (self._complete or self.name not in ("parametrize", "skipif", "usefixtures")):
            return self._put_on(args[0])
        return Mark(self.name, (*self.args, *args), {**self.kwargs, **kwargs}, complete=True)

    def _put_on(self, target):
        target.rung_marks = [*target.__dict__.get("rung_marks", []), self]
        if self.skips():
            target.__unittest_skip__ = True
            target.__unittest_skip_why__ = self.reason()
        return target

    def skips(self):
        return self.name == "skip" or (self.name == "skipif" and bool(self.args) and bool(self.args[0]))

    def expects_failure(self):
        return self.name == "xfail" and (not self.args or isinstance(self.args[0], str) or bool(self.args[0]))

    def reason(self):
        return str(self.kwargs.get("reason", self.args[0] if self.name == "skip" and self.args else "skipped"))


class Marks:
    def __getattr__(self, name):
        return Mark(name)


def marks_of(target):
    return list(getattr(target, "rung_marks", []))


class Fixture:
    """A fixture's function and options; what `pytest.fixture` leaves in the module or class."""

    def __init__(self, function, scope="function", params=None, autouse=False, ids=None, name=None, **_):
        self.function = function
        self.scope, self.params, self.autouse, self.ids, self.name = scope if isinstance(scope, str) else "function", params, autouse, ids, name or function.__name__

    def __call__(self, *_, **__):
        raise TypeError(f"the fixture {self.name!r} is not called: a test names it as a parameter")


def fixture(function=None, **options):
    return Fixture(function, **options) if function is not None else lambda target: Fixture(target, **options)


def parameter_sets(marks):
    """`[(values by name, label, marks), …]` for all combinations that the `parametrize` marks ask for."""
    sets = [({}, "", ())]
    for mark in marks:
        if mark.name == "parametrize":
            rows = _rows(mark)
            sets = [({**values, **row}, f"{label}-{text}" if label else text, (*own, *more)) for values, label, own in sets for row, text, more in rows]
    return sets


def _rows(mark):
    names, cells_of_rows = (*mark.args, *(mark.kwargs[key] for key in ("argnames", "argvalues") if key in mark.kwargs))[:2]
    names = [part.strip() for part in names.split(",") if part.strip()] if isinstance(names, str) else list(names)
    ids = mark.args[3] if len(mark.args) > 3 else mark.kwargs.get("ids")
    rows = []
    for index, row in enumerate(cells_of_rows):
        given = isinstance(row, Parameters)
        cells = row.values if given else row if len(names) > 1 else (row,)
        if len(cells) != len(names):
            raise ValueError(f"parametrize names {len(names)} parameters, but its row {index + 1} has {len(cells)} values")
        text = row.id if given and row.id is not None else _label(ids, index, names, cells)
        rows.append((dict(zip(names, cells)), text, tuple(row.marks) if given else ()))
    return rows


def _label(ids, index, names, cells):
    if callable(ids):
        parts = [ids(cell) for cell in cells]
        if all(part is not None for part in parts):
            return "-".join(map(str, parts))
    elif ids is not None:
        ids = list(ids)
        if index < len(ids) and ids[index] is not None:
            return str(ids[index])
    return "-".join(str(cell)[:60] if isinstance(cell, (str, int, float, bool, type(None))) else f"{name}{index}" for name, cell in zip(names, cells))


def skip(reason="", **_):
    raise unittest.SkipTest(reason)


def fail(reason="", pytrace=True, msg=None):
    raise AssertionError(reason or msg or "")


class ExpectedFailure(Exception):
    """`pytest.xfail()` was called."""


def xfail(reason=""):
    raise ExpectedFailure(reason)
