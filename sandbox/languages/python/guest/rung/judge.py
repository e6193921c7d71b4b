"""The judge's interpreter: loads test files, runs their tests against faces of the learner's program and reports each."""
import builtins
import io
import json
import linecache
import os
import sys
import types
import unittest

from rung import cases, clock, event_loop, library, patching
from rung.discovery import find_tests
from rung.errors import notes_of_error
from rung.fixtures import Kept
from rung.listings import forget_listings
from rung.membrane import Membrane
from rung.plain_tests import call_setup
from rung.programs import FOLDER, Programs
from rung.protocol import ProtocolError
from rung.report import Reporter, Sink, describe_end, error_text, place_text
from rung.shared_files import SharedFiles
from rung.test_code import TestCode

_CODE = (".py", ".pyc", ".pth", ".so")


class LoadProblem(Exception):
    """The program or a test file can't be loaded: ends the run, with a sentence for the learner."""


class Judge:
    """`send` hands a message to the learner's side and returns the answer, `report` takes reports as text, `clock` gives milliseconds."""

    def __init__(self, send, report, clock_ms):
        self._clock = clock_ms
        self._sink = Sink()
        self._reporter = Reporter(report, self._sink)
        self.membrane = Membrane(self._certain(send), strict=True, parity=0)
        self._files, self._test_files, self._missing = {}, {}, {}
        self._tests, self._kept, self._raised = [], Kept(), []
        self._surroundings_changed = False
        self._most_output, self._received = 0, 0
        self._code = TestCode(self._test_files, self._is_learners, self._missing)
        self._programs = Programs(self._ask, self._files, self._test_files, self._code.run)
        self._shared_files = SharedFiles(keeps=self._keeps)
        self._original_input = builtins.input

    def _certain(self, send):
        """What goes wrong between the interpreters ends the run: no test may take it for an answer."""
        def ask(text):
            try:
                if self._surroundings_changed:
                    self._surroundings_changed = False
                    self._ask("surroundings", (dict(os.environ), os.getcwd()))
                return send(text)
            except BaseException as problem:
                raise ProtocolError(str(problem)) from None
        return ask

    def _ask(self, operation, arguments=()):
        return self.membrane.ask(operation, None, arguments, {})

    def _is_learners(self, path):
        return path.removeprefix(f"{FOLDER}/") in self._files

    def _keeps(self, path):
        return path.endswith(_CODE) or path.removeprefix(f"{FOLDER}/") in self._test_files

    # ---- before ----

    def join(self):
        """Puts this interpreter's standard streams, imports and library in order for tests."""
        sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = self._sink
        sys.stdin = io.StringIO("")
        membrane = self.membrane
        membrane.give_output = self._give_output
        membrane.take_files, membrane.give_files = self._shared_files.take, self._shared_files.give
        membrane.on_raise, membrane.on_return = self._note_raised, self._note_returned
        membrane.serving.services.update({"readline": lambda: sys.stdin.readline(), "read": lambda: sys.stdin.read(), "input": self._input, "run coroutine": event_loop.run_coroutine})
        self._programs.install()
        library.install(self._ask)
        patching.install(self._ask, lambda name: f"{name.replace('.', '/')}.py" in self._test_files)

    def _give_output(self, stream, text):
        self._received += len(text)
        if self._received > self._most_output:
            raise ProtocolError("more output than its own side let through")
        target = sys.stdout if stream == 1 else sys.stderr
        if target is self._sink:
            self._sink.write_learners(text)
        else:
            target.write(text)

    def _input(self, prompt):
        if builtins.input is not self._original_input:
            return str(builtins.input(prompt) if prompt else builtins.input())
        if prompt:
            self._give_output(1, prompt)
        line = sys.stdin.readline()
        if line == "":
            raise EOFError("EOF when reading a line")
        return line.rstrip("\n")

    def _note_raised(self, error):
        if isinstance(error, AssertionError) and "__text__" not in notes_of_error(error):
            self._raised.append(error)

    def _note_returned(self, error):
        self._raised = [other for other in self._raised if other is not error]

    # ---- loading ----

    def load(self, files, tests, output_characters, seeds):
        """`files`: the learner's, by path; `tests`: triples of path, text and group, in order; `seeds`: the judge's and the learner's."""
        self._files.update(files)
        self._test_files.update({path: text for path, text, _ in tests})
        self._most_output = output_characters + 1_000
        library.original_seed(seeds[0])
        self._write_files()
        self._ask("begin", (files, output_characters, seeds[1]))
        self._code.guard()
        conftest = [self._import_test("conftest.py")] if "conftest.py" in self._test_files else []
        for path, group in self._entries(tests):
            self._sink.is_hidden = group == "hidden"
            try:
                module = self._import_test(path)
                self._tests += find_tests(module, group, conftest, self._kept)
            except (ProtocolError, LoadProblem):
                raise
            except BaseException as error:
                if isinstance(error, (SystemExit, unittest.SkipTest)) and "__text__" not in notes_of_error(error):
                    # The test file has ended itself: what it held until then counts.
                    continue
                raise LoadProblem(self._explain(error, path)) from None

    def _entries(self, tests):
        python = [(path, group) for path, _, group in tests if path.endswith(".py") and path != "conftest.py"]
        names = [(path, path.rsplit("/", 1)[-1]) for path, _ in python]
        named = {path for path, name in names if name.endswith("_test.py") or name.startswith("test_")}
        # A helper that is named like a test and holds none does no harm.
        return [entry for entry in python if entry[0] in named] or python

    def _write_files(self):
        for path, text in {**self._files, **{path: text for path, text in self._test_files.items() if not path.endswith(".py")}}.items():
            full = os.path.join(FOLDER, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            linecache.cache[path] = (len(text), None, text.splitlines(True), path)
        os.chdir(FOLDER)
        forget_listings()
        self._shared_files.begin()
        sys.addaudithook(self._hear)

    def _hear(self, event, _args):
        if event in ("os.putenv", "os.unsetenv", "os.chdir"):
            self._surroundings_changed = True

    def _import_test(self, path):
        name = path.removesuffix(".py").replace("/", ".")
        if name in sys.modules and isinstance(sys.modules[name], types.ModuleType) and getattr(sys.modules[name], "__file__", None) == path:
            return sys.modules[name]
        module = types.ModuleType(name)
        module.__file__ = path
        sys.modules[name] = module
        self._code.run(path, module)
        return module

    def _explain(self, error, path):
        place = notes_of_error(error).get("__place__")
        if isinstance(error, SyntaxError):
            where = place or [path, error.lineno or 1]
            return f"{where[0]} could not be read: {type(error).__name__}: {error.args[0] if error.args else ''} (line {where[1]})"
        if place is not None:
            return f"{place[0]} could not be loaded: {error_text(error, self._missing)}{place_text(error)}"
        if isinstance(error, ModuleNotFoundError):
            return f"{path} needs {error.name}, which is not there. Was a file renamed or deleted?"
        return f"{path} could not be loaded: {error_text(error, self._missing)}"

    # ---- running ----

    def run(self):
        self._reporter.tell("loaded")
        self._reporter.tell("declare", tests=[{"name": test.name[:500], "group": test.group} for test in self._tests])
        shared = _SharedSetUp(self._tests)
        for index, test in enumerate(self._tests):
            self._sink.is_hidden = test.group == "hidden"
            self._reporter.tell("start", index=index)
            started = self._clock()
            ending = self._run_one(shared, index, test)
            self._reporter.tell("end", index=index, durationMs=self._clock() - started, **ending)
            self._ask("forget")
            self.membrane.forget()
        self._kept.stack.close()
        self._reporter.tell("finish")

    def _run_one(self, shared, index, test):
        self._raised.clear()
        result = cases.Result()
        error = None
        try:
            shared.before(test)
            test.case.run(result)
            error = result.problem
        except unittest.SkipTest as skipped:
            result.skipped_why = str(skipped)
        except (ProtocolError, KeyboardInterrupt):
            raise
        except BaseException as problem:
            error = problem
        finally:
            sys.stdout = sys.stderr = self._sink
            sys.stdin = io.StringIO("")
        try:
            shared.after(index)
        except ProtocolError:
            raise
        except BaseException as problem:
            error = error or problem
        if error is None and result.skipped_why is None and self._raised:
            # An assertion in a callback failed, and the program that called it kept that to itself.
            error = self._raised[0]
        return describe_end(error, result.skipped_why, self._missing, result.subtests_failed)


class _SharedSetUp:
    """Set-up and tear-down of classes and modules, around the first and the last of their tests."""

    def __init__(self, tests):
        self._tests = tests
        self._problems = {}

    def before(self, test):
        for key, begin in ((test.module, self._begin_module), (test.owner, self._begin_class)):
            if key is not None and key not in self._problems:
                self._problems[key] = None
                try:
                    begin(key)
                except Exception as error:
                    self._problems[key] = error
            if key is not None and self._problems[key] is not None:
                raise self._problems[key]

    def _begin_module(self, module):
        call_setup(module, ("setUpModule", "setup_module"), module)

    def _begin_class(self, cls):
        if issubclass(cls, unittest.TestCase):
            if getattr(cls, "__unittest_skip__", False):
                raise unittest.SkipTest(cls.__unittest_skip_why__)
            cls.setUpClass()
        else:
            call_setup(cls, ("setup_class",), cls)

    def after(self, index):
        test, later = self._tests[index], self._tests[index + 1:]
        if test.owner is not None and all(other.owner is not test.owner for other in later):
            if not issubclass(test.owner, unittest.TestCase):
                call_setup(test.owner, ("teardown_class",), test.owner)
            elif not getattr(test.owner, "__unittest_skip__", False):
                test.owner.tearDownClass()
                test.owner.doClassCleanups()
        if all(other.module is not test.module for other in later):
            call_setup(test.module, ("tearDownModule", "teardown_module"), test.module)
            unittest.case.doModuleCleanups()


def start(send, report, clock_ms, wait):
    """Joins this interpreter to the learner's. Returns what the worker calls: `receive` and `run`.

    `run` takes and gives JSON: `{}` when every test was reported, else `{"stop": reason, "message": sentence}`.
    """
    clock.install(wait)
    event_loop.install()
    judge = Judge(send, report, clock_ms)
    judge.join()

    def run(text):
        given = json.loads(text)
        try:
            judge.load(given["files"], given["tests"], given["outputCharacters"], given["seeds"])
            judge.run()
        except LoadProblem as problem:
            judge.membrane.forget()
            judge._reporter.flush()
            return json.dumps({"stop": "errored", "message": str(problem)})
        except ProtocolError as problem:
            return json.dumps({"stop": "errored", "message": f"The run was broken off: {problem}."})
        return "{}"
    return judge.membrane.receive, run
