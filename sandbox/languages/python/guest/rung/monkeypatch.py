"""`monkeypatch`: changes that end with the test, on both sides."""
import contextlib
import importlib
import os
import sys

from rung import patching

_MISSING = object()


class MonkeyPatch:
    def __enter__(self):
        self._undo = []
        return self

    def __exit__(self, *_):
        self.undo()

    def undo(self):
        while self._undo:
            self._undo.pop()()

    @contextlib.contextmanager
    def context(self):
        with MonkeyPatch() as inner:
            yield inner

    def _resolve(self, target, name, value):
        if not isinstance(target, str):
            return target, name, value
        path, _, attribute = target.rpartition(".")
        return _find(path), attribute, name

    def setattr(self, target, name, value=_MISSING, raising=True):
        target, name, value = self._resolve(target, name, value)
        before = getattr(target, name, _MISSING)
        if before is _MISSING and raising:
            raise AttributeError(f"{target!r} has no attribute {name!r}")
        setattr(target, name, value)
        patching.put(target, name, value)

        def undo():
            patching.restore(target, name)
            if before is _MISSING:
                delattr(target, name)
            else:
                setattr(target, name, before)
        self._undo.append(undo)

    def delattr(self, target, name=_MISSING, raising=True):
        if isinstance(target, str):
            path, _, name = target.rpartition(".")
            target = _find(path)
        before = getattr(target, name, _MISSING)
        if before is _MISSING:
            if raising:
                raise AttributeError(name)
            return
        delattr(target, name)
        self._undo.append(lambda: setattr(target, name, before))

    def setitem(self, target, key, value):
        before = target.get(key, _MISSING)
        self._undo.append(lambda: target.pop(key, None) if before is _MISSING else target.__setitem__(key, before))
        target[key] = value

    def delitem(self, target, key, raising=True):
        if key not in target:
            if raising:
                raise KeyError(key)
            return
        before = target.pop(key)
        self._undo.append(lambda: target.__setitem__(key, before))

    def setenv(self, name, value, prepend=None):
        value = str(value)
        self.setitem(os.environ, name, f"{value}{prepend}{os.environ[name]}" if prepend is not None and name in os.environ else value)

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def chdir(self, path):
        before = os.getcwd()
        self._undo.append(lambda: os.chdir(before))
        os.chdir(path)

    def syspath_prepend(self, path):
        sys.path.insert(0, str(path))
        self._undo.append(lambda: sys.path.remove(str(path)))


def _find(path):
    """The object that a dotted name means, as far as possible a module."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for name in parts[length:]:
            found = getattr(found, name)
        return found
    raise ImportError(f"there is no module {path!r}")
