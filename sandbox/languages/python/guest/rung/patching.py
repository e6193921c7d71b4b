"""What a test puts in place of the library's functions, in the learner's interpreter as well: `patch("random.randint")`."""
import types
import unittest.mock

from rung.remotes import RemoteModule

_ask = [None]
# Those that both sides keep apart on purpose: what is printed and read comes over by itself.
_OWN = frozenset(["stdout", "stderr", "stdin", "modules", "path", "meta_path"])
_put = []


def install(ask, is_own_module):
    """`ask(operation, arguments)` asks the learner's side; `is_own_module(name)` tells of modules that only tests have."""
    _ask[0] = ask, is_own_module


def _is_shared(target, name):
    return type(target) is types.ModuleType and not isinstance(target, RemoteModule) and not (target.__name__ == "sys" and name in _OWN) and not _ask[0][1](target.__name__)


def put(target, name, value):
    if _ask[0] is not None and _is_shared(target, name):
        _ask[0][0]("put", (target.__name__, name, value))
        _put.append((target.__name__, name))


def restore(target, name):
    if _ask[0] is not None and type(target) is types.ModuleType and (target.__name__, name) in _put:
        _put.remove((target.__name__, name))
        _ask[0][0]("restore", (target.__name__, name))


_enter, _exit = unittest.mock._patch.__enter__, unittest.mock._patch.__exit__


def _enter_both(self):
    made = _enter(self)
    put(self.target, self.attribute, getattr(self.target, self.attribute))
    return made


def _exit_both(self, *exception):
    restore(self.target, self.attribute)
    return _exit(self, *exception)


unittest.mock._patch.__enter__, unittest.mock._patch.__exit__ = _enter_both, _exit_both
