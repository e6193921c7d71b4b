"""Making fixtures: a test's own, its module's, `conftest.py`'s, and those that pytest brings."""
import contextlib
import inspect
import pathlib
import tempfile
import unittest.mock

from rung.capture import Capture
from rung.marks import Fixture, marks_of
from rung.monkeypatch import MonkeyPatch

_WIDER = {"class": 1, "module": 2, "package": 3, "session": 3}


class Request:
    """`request` of a fixture."""

    def __init__(self, scope, name, param=None):
        self._scope = scope
        self.fixturename = name
        self.function, self.cls, self.instance, self.module = scope.function, scope.cls, scope.instance, scope.module
        self.node = self
        self.name = scope.title
        if param is not None:
            self.param = param[0]

    def getfixturevalue(self, name):
        return self._scope.make(name)

    def addfinalizer(self, finish):
        self._scope.stack.callback(finish)


class Kept:
    """Values of fixtures that outlive a test, by module, with what undoes them."""

    def __init__(self):
        self.values = []
        self.stack = contextlib.ExitStack()


class Scope:
    """The fixtures of one test. `kept` has those of wider scope; `places` are asked for fixtures in order."""

    def __init__(self, function, instance, module, places, kept, title, chosen):
        self.function, self.instance, self.module, self.title = function, instance, module, title
        self.cls = type(instance) if instance is not None else None
        self._places = places
        self._kept = kept
        self._chosen = chosen
        self._made = {}
        self.stack = contextlib.ExitStack()

    def find(self, name):
        for place in self._places:
            for key, item in _members(place):
                if isinstance(item, Fixture) and (item.name if item.name != item.function.__name__ else key) == name:
                    return item
        return None

    def autouse(self):
        return list(dict.fromkeys(item.name for place in reversed(self._places) for _, item in _members(place) if isinstance(item, Fixture) and item.autouse))

    def make(self, name):
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name):
        found = self.find(name)
        if found is None:
            return self._make_builtin(name)
        if found.scope not in _WIDER:
            return self._call(found, name, self.stack)
        key = (found, self.cls if found.scope == "class" else None, self._chosen.get(name, (None,))[0] if found.params else None, found.scope == "session" or self.module)
        for known, value in self._kept.values:
            if all(one is other for one, other in zip(known, key)):
                return value
        value = self._call(found, name, self._kept.stack)
        self._kept.values.append((key, value))
        return value

    def _call(self, found, name, stack):
        arguments = {}
        for needed in inspect.signature(found.function).parameters:
            if needed == "self":
                arguments[needed] = self.instance
            else:
                arguments[needed] = Request(self, name, self._chosen.get(name)) if needed == "request" else self.make(needed)
        value = found.function(**arguments)
        if not inspect.isgenerator(value):
            return value
        generator, value = value, next(value)
        stack.callback(lambda: next(generator, None))
        return value

    def _make_builtin(self, name):
        if name in ("capsys", "capfd"):
            return self.stack.enter_context(Capture())
        if name == "monkeypatch":
            return self.stack.enter_context(MonkeyPatch())
        if name in ("tmp_path", "tmpdir"):
            return pathlib.Path(tempfile.mkdtemp(prefix="test-"))
        if name == "tmp_path_factory":
            return TemporaryFolders()
        if name == "request":
            return Request(self, name)
        if name == "subtests":
            return SubTests()
        raise LookupError(f"there is no fixture {name!r}")


class TemporaryFolders:
    def mktemp(self, name, numbered=True):
        return pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-"))

    def getbasetemp(self):
        return pathlib.Path(tempfile.gettempdir())


class SubTests:
    """`subtests` of pytest: the first that fails ends the test."""

    @contextlib.contextmanager
    def test(self, msg=None, **values):
        yield


def _members(place):
    if place is None:
        return []
    if isinstance(place, type):
        return [(name, item) for cls in place.__mro__ for name, item in vars(cls).items()]
    return list(vars(place).items())


def parameters_of(function):
    """The parameters that a test's function wants filled: not those that its `@patch` fills by place."""
    patched = sum(1 for step in getattr(function, "patchings", ()) if step.attribute_name is None and step.new is unittest.mock.DEFAULT)
    return dict(list(inspect.signature(function).parameters.items())[patched:])


def chosen_parameters(names, scope):
    """`[(name, values, labels), …]` for fixtures with parameters among those that a test needs."""
    seen, out, waiting = set(), [], list(names)
    while waiting:
        name = waiting.pop(0)
        found = scope.find(name)
        if found is None or name in seen:
            continue
        seen.add(name)
        waiting += [needed for needed in inspect.signature(found.function).parameters if needed not in ("self", "request")]
        if found.params is not None:
            values = list(found.params)
            labels = [str(value)[:60] if isinstance(value, (str, int, float, bool)) else f"{name}{index}" for index, value in enumerate(values)]
            out.append((name, values, list(map(str, found.ids)) if isinstance(found.ids, (list, tuple)) else labels))
    return out


def used_fixtures(*targets):
    return [name for target in targets if target is not None for mark in marks_of(target) if mark.name == "usefixtures" for name in mark.args]
