"""Finding the tests of a test file: `unittest`'s cases, pytest's functions and classes."""
import types
import unittest

from rung.fixtures import Scope, chosen_parameters, parameters_of, used_fixtures
from rung.marks import marks_of, parameter_sets
from rung.mirrors import is_foreign_class
from rung.plain_tests import PlainTest


class Found:
    """A test: its case, its name, its group, and the class and module whose set-up it shares."""

    def __init__(self, case, name, group, owner, module):
        self.case, self.name, self.group, self.owner, self.module = case, name, group, owner, module


def find_tests(module, group, conftest, kept):
    """In the order in which they stand in the file."""
    for name, item in list(vars(module).items()):
        if isinstance(item, type) and not is_foreign_class(item):
            if item.__module__ != module.__name__ or not getattr(item, "__test__", True):
                continue
            if issubclass(item, unittest.TestCase):
                yield from _find_cases(item, module, group)
            elif name.startswith("Test"):
                for method, function in _methods(item):
                    yield from _find_plain(function, item, module, group, conftest, kept, f"{_class_title(item)} > {method}")
        elif isinstance(item, types.FunctionType) and name.startswith("test") and item.__module__ == module.__name__:
            yield from _find_plain(item, None, module, group, conftest, kept, name)


def _class_title(cls):
    return cls.__qualname__.replace(".", " > ")


def _methods(cls):
    found = {}
    for base in reversed(cls.__mro__):
        for name, item in vars(base).items():
            if name.startswith("test") and isinstance(item, (types.FunctionType, staticmethod, classmethod)):
                found[name] = item.__func__ if isinstance(item, (staticmethod, classmethod)) else item
    return found.items()


def _find_cases(cls, module, group):
    names = {name: None for base in reversed(cls.__mro__) for name in vars(base) if name.startswith("test") and callable(getattr(cls, name))}
    for name in names:
        yield Found(cls(name), f"{cls.__name__} > {name}", group, cls, module)


def _find_plain(function, cls, module, group, conftest, kept, title):
    places = [module, *conftest]
    marks = [*marks_of(function), *(marks_of(cls) if cls is not None else []), *_module_marks(module)]
    fixtures = used_fixtures(cls, function)
    scope = Scope(function, None, module, [cls, *places], kept, title, {})
    expects_failure = any(mark.expects_failure() for mark in marks)
    for values, label, own in parameter_sets(marks):
        needed = [name for name in parameters_of(function) if name not in values]
        for chosen, more in _choices(chosen_parameters([*scope.autouse(), *fixtures, *needed], scope)):
            labels = "-".join(part for part in (label, more) if part)
            name = f"{title}[{labels}]" if labels else title
            case = PlainTest(function, cls, module, places, kept, name, values, chosen, fixtures, expects_failure or any(mark.expects_failure() for mark in own))
            skipping = next((mark for mark in (*own, *_module_marks(module)) if mark.skips()), None)
            if skipping is not None:
                case.run_function = unittest.skip(skipping.reason())(lambda: None)
            yield Found(case, name, group, cls, module)


def _module_marks(module):
    marks = getattr(module, "pytestmark", [])
    return list(marks) if isinstance(marks, (list, tuple)) else [marks]


def _choices(fixtures):
    """All combinations of the parameters of fixtures: `({name: (value,)}, label)`."""
    combinations = [({}, "")]
    for name, values, labels in fixtures:
        combinations = [({**chosen, name: (value,)}, f"{label}-{text}" if label else text) for chosen, label in combinations for value, text in zip(values, labels)]
    return combinations
