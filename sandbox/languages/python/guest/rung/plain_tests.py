"""pytest's plain functions and classes, as test cases of `unittest`."""
import asyncio
import contextlib
import inspect
import unittest

from rung.fixtures import Scope, parameters_of
from rung.marks import ExpectedFailure


def call_setup(owner, names, *arguments):
    """Calls the first of `names` that `owner` has, with as many of `arguments` as it takes."""
    for name in names:
        setup = getattr(owner, name, None)
        if callable(setup):
            count = len(inspect.signature(setup).parameters)
            return setup(*arguments[:count])
    return None


class PlainTest(unittest.TestCase):
    """One test function with one set of parameters."""

    def __init__(self, function, cls, module, places, kept, title, values, chosen, fixtures, expects_failure):
        super().__init__("run_function")
        self._function, self._cls, self._module = function, cls, module
        self._places, self._kept, self._title, self._values, self._chosen, self._fixtures = places, kept, title, values, chosen, fixtures
        self._expects_failure = expects_failure
        for owner in (cls, function):
            if getattr(owner, "__unittest_skip__", False):
                self.run_function = unittest.skip(owner.__unittest_skip_why__)(lambda: None)

    def run_function(self):
        if not self._expects_failure:
            return self._run()
        try:
            self._run()
        except (ExpectedFailure, Exception):
            return None
        raise AssertionError("the test is marked as failing, but it passed")

    def _run(self):
        instance = self._cls() if self._cls is not None else None
        function = self._function.__get__(instance, self._cls) if instance is not None else self._function
        scope = Scope(function, instance, self._module, [self._cls, *self._places], self._kept, self._title, self._chosen)
        with contextlib.ExitStack() as stack:
            stack.enter_context(scope.stack)
            for name in (*scope.autouse(), *self._fixtures):
                scope.make(name)
            if instance is not None:
                call_setup(instance, ("setup_method", "setup"), function)
                stack.callback(call_setup, instance, ("teardown_method", "teardown"), function)
            else:
                call_setup(self._module, ("setup_function",), function)
                stack.callback(call_setup, self._module, ("teardown_function",), function)
            parameters = parameters_of(function)
            arguments = {name: self._values[name] if name in self._values else scope.make(name) for name, parameter in parameters.items() if name in self._values or parameter.default is parameter.empty}
            answer = function(**arguments)
            if inspect.iscoroutine(answer):
                asyncio.run(answer)
        return None
