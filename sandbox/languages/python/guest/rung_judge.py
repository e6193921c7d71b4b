"""The judge's interpreter: loads test files, runs their tests against faces of the learner's program and reports each."""
import ast
import contextlib
import functools
import importlib.abc
import importlib.machinery
import inspect
import io
import json
import sys
import time
import traceback
import types
import unittest
import unittest.mock

import rung_membrane
from rung_membrane import Membrane, MirrorMeta, ProtocolError, RemoteModule

LONGEST_VALUE = 4_000


class Comparison(AssertionError):
    """An assertion that failed, with the printed values."""

    def __init__(self, message, expected, actual):
        super().__init__(message)
        self.expected, self.actual = expected, actual


def show(value):
    try:
        text = repr(value)
    except ProtocolError:
        raise
    except BaseException as problem:
        text = f"<{type(value).__name__}: its __repr__ raised {type(problem).__name__}>"
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "… (cut)"


# ---- assert ----

_OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}


class Rewriter(ast.NodeTransformer):
    """`assert a == b` says what `a` and `b` were."""

    def visit_Assert(self, node):
        self.generic_visit(node)
        message = node.msg or ast.Constant(None)
        left = ast.Name("@left", ast.Load())
        if isinstance(node.test, ast.Compare) and len(node.test.ops) == 1:
            right = ast.Name("@right", ast.Load())
            before = [ast.Assign([ast.Name("@left", ast.Store())], node.test.left), ast.Assign([ast.Name("@right", ast.Store())], node.test.comparators[0])]
            test = ast.Compare(left, node.test.ops, [right])
            call = ast.Call(ast.Name("@compared", ast.Load()), [ast.Constant(_OPERATORS[type(node.test.ops[0])]), left, right, message], [])
        else:
            before = [ast.Assign([ast.Name("@left", ast.Store())], node.test)]
            test = left
            call = ast.Call(ast.Name("@untrue", ast.Load()), [ast.Constant(ast.unparse(node.test)), left, message], [])
        check = ast.If(ast.UnaryOp(ast.Not(), test), [ast.Raise(call, None)], [])
        return [ast.fix_missing_locations(ast.copy_location(item, node)) for item in [*before, check]]


def compared(operator, left, right, message):
    text = str(message) if message is not None else f"assert {show(left)[:300]} {operator} {show(right)[:300]}"
    if operator == "==":
        return Comparison(text, show(right), show(left))
    return Comparison(text, f"{operator} {show(right)}", show(left))


def untrue(source, value, message):
    return Comparison(str(message) if message is not None else f"assert {source[:300]}", "true", show(value))


# ---- unittest, with strict comparisons ----

def _need_numbers(*values):
    for value in values:
        if not isinstance(value, rung_membrane._NUMBERS) and type(type(value)) is MirrorMeta:
            raise AssertionError(f"{show(value)} is not a number")


def _strict(name):
    original = getattr(unittest.TestCase, name)

    @functools.wraps(original)
    def check(self, first, second, *args, **kwargs):
        if isinstance(first, rung_membrane._NUMBERS) or isinstance(second, rung_membrane._NUMBERS):
            _need_numbers(first, second)
        return original(self, first, second, *args, **kwargs)
    setattr(unittest.TestCase, name, check)


for _name in ("assertAlmostEqual", "assertNotAlmostEqual", "assertGreater", "assertGreaterEqual", "assertLess", "assertLessEqual"):
    _strict(_name)


def _showing(name):
    original = getattr(unittest.TestCase, name)

    @functools.wraps(original)
    def check(self, first, second, *args, **kwargs):
        try:
            return original(self, first, second, *args, **kwargs)
        except AssertionError as error:
            raise Comparison(str(error), show(second), show(first)) from None
    setattr(unittest.TestCase, name, check)


for _name in ("assertEqual", "assertAlmostEqual", "assertIs", "assertListEqual", "assertDictEqual", "assertSetEqual", "assertTupleEqual", "assertCountEqual", "assertMultiLineEqual"):
    _showing(_name)


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.problem = None
        self.skipped_why = None

    def keep(self, kind, thrown):
        if self.problem is None:
            self.problem = (kind, thrown)

    def addFailure(self, test, err):
        self.keep("failed", err[1])

    def addError(self, test, err):
        if isinstance(err[1], ProtocolError):
            raise err[1]
        self.keep("failed", err[1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.keep("failed", err[1])

    def addSkip(self, test, reason):
        self.skipped_why = reason

    def addExpectedFailure(self, test, err):
        pass

    def addUnexpectedSuccess(self, test):
        self.keep("failed", AssertionError("the test is marked as failing, but it passed"))


# ---- pytest's plain functions ----

class Function(unittest.TestCase):
    """A plain test function, with its fixtures and parameters, as a test case."""

    def __init__(self, function, module, values, name, instance):
        super().__init__("runTest")
        self.function, self.module, self.values, self.name, self.instance = function, module, values, name, instance
        if getattr(function, "__unittest_skip__", False):
            self.runTest = unittest.skip(function.__unittest_skip_why__)(lambda: None)

    def runTest(self):
        with contextlib.ExitStack() as stack:
            made = dict(self.values)
            for owner in (self.instance, self.module):
                for name in ("setup_method", "setup_function"):
                    if owner is not None and hasattr(owner, name):
                        setup = getattr(owner, name)
                        setup(*([None] * len(inspect.signature(setup).parameters)))
            for name, item in list(vars(self.module).items()):
                if getattr(item, "rung_fixture", {}).get("autouse"):
                    self.make(name, made, stack)
            arguments = {name: self.make(name, made, stack) for name in inspect.signature(self.function).parameters if name != "self" or self.instance is None}
            self.function(**arguments)

    def make(self, name, made, stack):
        if name in made:
            return made[name]
        if name == "capsys":
            made[name] = stack.enter_context(Capture())
        elif name == "monkeypatch":
            made[name] = stack.enter_context(Patches())
        else:
            source = getattr(self.instance, name, None) or getattr(self.module, name, None)
            if not hasattr(source, "rung_fixture"):
                raise LookupError(f"there is no fixture {name!r}")
            value = source(**{needed: self.make(needed, made, stack) for needed in inspect.signature(source).parameters})
            if inspect.isgenerator(value):
                generator, value = value, next(value)
                stack.callback(lambda: next(generator, None))
            made[name] = value
        return made[name]


class Capture:
    def __enter__(self):
        self.before, sys.stdout = sys.stdout, io.StringIO()
        return self

    def __exit__(self, *_):
        sys.stdout = self.before

    def readouterr(self):
        text, sys.stdout = sys.stdout.getvalue(), io.StringIO()
        return collections_namedtuple(text, "")


collections_namedtuple = __import__("collections").namedtuple("CaptureResult", "out err")


class Patches:
    def __enter__(self):
        self.undo = []
        return self

    def __exit__(self, *_):
        for undo in reversed(self.undo):
            undo()

    def setattr(self, target, name, value=None, raising=True):
        if isinstance(target, str):
            path, _, attribute = target.rpartition(".")
            target, name, value = importlib.import_module(path), attribute, name
        before = getattr(target, name)
        self.undo.append(lambda: setattr(target, name, before))
        setattr(target, name, value)

    def setitem(self, target, key, value):
        before = target.get(key, self)
        self.undo.append(lambda: target.pop(key, None) if before is self else target.__setitem__(key, before))
        target[key] = value


# ---- the learner's program ----

def certain(send):
    """What goes wrong between the interpreters ends the run: no test may take it for an answer."""
    def ask(text):
        try:
            return send(text)
        except BaseException as problem:
            raise ProtocolError(str(problem)) from None
    return ask


class Judge:
    def __init__(self, send, report, clock):
        self.membrane = Membrane(certain(send), strict=True, parity=0)
        self.report, self.clock = report, clock
        self.files = {}
        self.tests = []
        self.names = []
        self.stdout = io.StringIO()
        sys.stdout = sys.stderr = self.stdout
        sys.stdin = io.StringIO("")
        self.original_input = __import__("builtins").input
        self.membrane.give_output = lambda text: sys.stdout.write(text)
        self.membrane.services.update(readline=self.readline, read=lambda: sys.stdin.read())
        sys.meta_path.insert(0, Finder(self))
        real_import = importlib.import_module
        self.real_import = real_import

    def readline(self):
        import builtins
        if builtins.input is not self.original_input:
            return str(builtins.input()) + "\n"
        return sys.stdin.readline()

    def take_output(self):
        text = self.stdout.getvalue()
        self.stdout.seek(0)
        self.stdout.truncate()
        return text

    def load(self, files, tests, limit):
        """`files`: the learner's, by path; `tests`: pairs of path, text and group, in order."""
        self.files = files
        self.test_files = {path: text for path, text, _ in tests}
        self.membrane.ask("begin", None, (files, limit), {})
        entries = [item for item in tests if item[0].endswith("_test.py") or item[0].rsplit("/", 1)[-1].startswith("test_")] or tests
        for path, text, group in entries:
            if path.endswith(".py"):
                self.collect(path, text, group)

    def collect(self, path, text, group):
        name = path[:-3].replace("/", ".")
        module = types.ModuleType(name)
        module.__file__ = path
        sys.modules[name] = module
        run_source(path, text, module)
        for item in list(vars(module).values()):
            if isinstance(item, type) and issubclass(item, unittest.TestCase) and item.__module__ == name and not isinstance(item, MirrorMeta):
                for method in item.__dict__ | {key: None for key in dir(item)}:
                    if method.startswith("test") and callable(getattr(item, method)):
                        self.tests.append((item(method), item, group))
                        self.names.append(f"{item.__name__} > {method}")
            elif isinstance(item, types.FunctionType) and item.__name__.startswith("test") and item.__module__ == name:
                self.add_function(item, module, None, item.__name__, group)
            elif isinstance(item, type) and item.__name__.startswith("Test") and item.__module__ == name and not isinstance(item, MirrorMeta):
                for method, function in item.__dict__.items():
                    if method.startswith("test"):
                        self.add_function(function, module, item, f"{item.__name__} > {method}", group)

    def add_function(self, function, module, cls, title, group):
        cases = [({}, "")]
        for mark in getattr(function, "rung_marks", []):
            if mark.name != "parametrize":
                continue
            names, rows = mark.args[0], mark.args[1]
            names = [part.strip() for part in names.split(",")] if isinstance(names, str) else list(names)
            wider = []
            for values, label in cases:
                for index, row in enumerate(rows):
                    given = getattr(row, "values", None) if type(row).__name__ == "param" else None
                    ids = mark.kwargs.get("ids")
                    cells = given if given is not None else (row if len(names) > 1 else (row,))
                    text = getattr(row, "id", None) if given is not None else ids[index] if isinstance(ids, (list, tuple)) else None
                    text = text or "-".join(str(cell) if isinstance(cell, (str, int, float, bool, type(None))) else f"{name}{index}" for name, cell in zip(names, cells))
                    wider.append(({**values, **dict(zip(names, cells))}, f"{label}-{text}" if label else text))
            cases = wider
        for values, label in cases:
            instance = cls() if cls is not None else None
            bound = function.__get__(instance) if instance is not None else function
            self.tests.append((Function(bound, module, values, title, instance), None, group))
            self.names.append(f"{title}[{label}]" if label else title)

    def run(self):
        self.report("loaded", {"output": self.take_output()})
        self.report("declare", {"tests": [{"name": name[:500], "group": group} for name, (_, _, group) in zip(self.names, self.tests)]})
        suites = {}
        for index, (test, owner, _) in enumerate(self.tests):
            self.report("start", {"index": index})
            started = self.clock()
            problem, skipped = None, None
            try:
                if owner is not None and owner not in suites:
                    suites[owner] = None
                    try:
                        owner.setUpClass()
                    except Exception as error:
                        suites[owner] = error
                if owner is not None and suites[owner] is not None:
                    raise suites[owner]
                result = Result()
                test.run(result)
                problem, skipped = result.problem, result.skipped_why
                if owner is not None and not any(later[1] is owner for later in self.tests[index + 1:]):
                    owner.tearDownClass()
                    getattr(owner, "doClassCleanups", lambda: None)()
            except (ProtocolError, KeyboardInterrupt):
                raise
            except BaseException as error:
                problem = ("errored", error)
            finally:
                sys.stdout = sys.stderr = self.stdout
            self.report("end", {"index": index, **describe(problem, skipped), "durationMs": self.clock() - started, "output": self.take_output()})
            self.membrane.ask("forget", None, (), {})
            self.membrane.forget()
        self.report("finish", {"output": self.take_output()})


def run_source(path, text, module):
    tree = Rewriter().visit(ast.parse(text, path))
    module.__dict__.update({"@compared": compared, "@untrue": untrue})
    exec(compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True), module.__dict__)


def describe(problem, skipped):
    ending = {"status": "passed", "message": None, "expected": None, "actual": None, "location": None, "unfinished": False}
    if problem is not None:
        status, thrown = problem
        ending["status"] = status
        place = getattr(thrown, "__dict__", {}).get("__place__")
        if place is not None:
            ending["location"] = json.dumps({"path": place[0], "line": place[1]})
        ending["message"] = error_text(thrown)[:2_000]
        if isinstance(thrown, Comparison):
            ending["expected"], ending["actual"] = thrown.expected, thrown.actual
    elif skipped is not None:
        ending["status"] = "skipped"
    return ending


def error_text(thrown):
    if isinstance(thrown, AssertionError) and not isinstance(type(thrown), MirrorMeta):
        return str(thrown) or "assertion failed"
    kept = getattr(thrown, "__dict__", {}).get("__text__")
    return f"{type(thrown).__name__}: {kept if kept is not None else str(thrown)}"


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """`import` of a learner's file gives a face of it; of a test file, the file itself."""

    def __init__(self, judge):
        self.judge = judge

    def find_spec(self, name, path=None, target=None):
        place = name.replace(".", "/")
        if f"{place}.py" in self.judge.test_files:
            return importlib.machinery.ModuleSpec(name, self, origin="test")
        if f"{place}.py" in self.judge.files or f"{place}/__init__.py" in self.judge.files:
            return importlib.machinery.ModuleSpec(name, self, origin="learner", is_package=f"{place}/__init__.py" in self.judge.files)
        return None

    def create_module(self, spec):
        if spec.origin == "test":
            return None
        return self.judge.membrane.ask("load", None, (spec.name,), {})

    def exec_module(self, module):
        if isinstance(module, RemoteModule):
            return
        run_source(f"{module.__name__}.py", self.judge.test_files[module.__name__.replace(".", "/") + ".py"], module)


def start(send, report, clock):
    """Joins this interpreter to the learner's. Returns what the worker calls: `receive` and `run`."""
    def tell(kind, body):
        output = body.pop("output", "")
        if output:
            report(json.dumps({"type": "output", "output": output}))
        report(json.dumps({"type": kind, **body}))
    judge = Judge(send, tell, clock)

    def run(text):
        given = json.loads(text)
        try:
            judge.load(given["files"], given["tests"], given["outputCharacters"])
        except ProtocolError:
            return json.dumps({"stop": "errored", "message": "The program's answers could not be understood."})
        except BaseException as error:
            place = getattr(error, "__dict__", {}).get("__place__")
            where = f" ({place[0]}, line {place[1]})" if place else ""
            return json.dumps({"stop": "errored", "message": f"The program could not be loaded: {error_text(error)}{where}", "output": judge.take_output()})
        try:
            judge.run()
        except ProtocolError:
            return json.dumps({"stop": "errored", "message": "The program's answers could not be understood."})
        return "{}"
    return judge.membrane.receive, run
