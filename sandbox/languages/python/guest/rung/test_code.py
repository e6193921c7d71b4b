"""Running the code of tests, and only that: text of the learner's program never becomes code in this interpreter."""
import ast
import builtins
import importlib
import sys
import types

from rung import asserts
from rung.mirrors import is_face, is_foreign_class
from rung.protocol import ProtocolError
from rung.remotes import Remote, RemoteModule
from rung.values import PLAIN

_MAKERS = (ast.Expression, ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.UnaryOp, ast.USub, ast.UAdd, ast.Call, ast.Name, ast.Attribute, ast.keyword, ast.Load, ast.BinOp,
           ast.Add, ast.Sub, ast.Starred)
_MAKING_MODULES = frozenset(["datetime", "decimal", "fractions", "collections", "uuid", "pathlib"])


class TestCode:
    """`test_files`: path to text. `is_learners` says whether a path is a file of the learner's."""

    def __init__(self, test_files, is_learners, missing):
        self._test_files = test_files
        self._is_learners = is_learners
        self._missing = missing
        self._constants = set()

    def guard(self):
        """From now on code from the learner's files is refused, however a test may have come to it."""
        def hear(event, args):
            if event == "exec" and self._is_learners(args[0].co_filename) and args[0].co_filename not in self._test_files:
                raise ProtocolError("a test may not run the program's source: it imports the program instead")
        sys.addaudithook(hear)

    def run(self, path, module):
        """Runs a test file as `module`."""
        tree = ast.parse(self._test_files[path], path)
        self._constants.update(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str)
        tree = _ImportRewriter(self._is_learners).visit(asserts.Rewriter().visit(tree))
        module.__dict__.update(asserts.NAMES)
        module.__dict__.update({"@missing": self._miss, "@star": _import_all, "eval": self._evaluate, "exec": self._execute})
        exec(compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True), module.__dict__)

    def _miss(self, error, module_name, name):
        """A test file wants a name that the program does not have: the name stays undefined, so that only tests that use it fail."""
        if not isinstance(sys.modules.get(module_name), RemoteModule) or isinstance(error, ModuleNotFoundError) or hasattr(builtins, name):
            raise error
        self._missing[name] = module_name

    def _execute(self, source, globals=None, locals=None, /, **options):
        if type(source) is not str or source not in self._constants:
            raise ProtocolError("a test may only run text that it holds itself: it imports the program instead")
        frame = sys._getframe(1)
        exec(source, frame.f_globals if globals is None else globals, (frame.f_locals if globals is None else globals) if locals is None else locals, **options)

    def _evaluate(self, source, globals=None, locals=None, /):
        """`eval(repr(x))` makes values of the program's classes and of the library's; anything else is refused."""
        frame = sys._getframe(1)
        if type(source) is not str:
            raise ProtocolError("a test may only evaluate text here")
        names = {**vars(builtins), **(frame.f_globals if globals is None else globals), **((frame.f_locals if globals is None else {}) if locals is None else locals)}
        tree = ast.parse(source.strip(), "<eval>", "eval")
        for node in ast.walk(tree):
            if not isinstance(node, _MAKERS) or (isinstance(node, ast.Attribute) and not _may_read(node, names)):
                raise ValueError("eval of a test only makes values here")
            if isinstance(node, ast.Name) and node.id in names and not _may_make(names[node.id]):
                raise ValueError(f"eval of a test can't use {node.id} here")
        return eval(compile(tree, "<eval>", "eval"), {"__builtins__": {}, **names})


def _import_all(names, module_name):
    """`from program import *`."""
    module = importlib.import_module(module_name)
    listed = getattr(module, "__all__", None)
    for name in dir(module) if listed is None else listed:
        if listed is not None or not name.startswith("_"):
            names[name] = getattr(module, name)


def _may_read(node, names):
    """`Color.RED`, `datetime.date`: one step from a name, to something that may make a value itself."""
    return not node.attr.startswith("_") and isinstance(node.value, ast.Name) and node.value.id in names and _may_make(getattr(names[node.value.id], node.attr, None))


def _may_make(value):
    if is_foreign_class(value) or is_face(value) or issubclass(type(value), (Remote, RemoteModule)):
        return True
    if isinstance(value, type):
        return value in PLAIN or value.__module__ in _MAKING_MODULES
    if type(value) is types.ModuleType:
        return value.__name__ in _MAKING_MODULES
    return isinstance(value, PLAIN)


class _ImportRewriter(ast.NodeTransformer):
    """`from program import a, b` goes on when there is no `b`."""

    def __init__(self, is_learners):
        self._is_learners = is_learners

    def visit_ImportFrom(self, node):
        if node.level or node.module is None or not (self._is_learners(f"{node.module.replace('.', '/')}.py") or self._is_learners(f"{node.module.replace('.', '/')}/__init__.py")):
            return node
        steps = []
        for alias in node.names:
            one = ast.ImportFrom(node.module, [alias], 0)
            call = ast.Expr(ast.Call(ast.Name("@missing", ast.Load()), [ast.Name("@error", ast.Load()), ast.Constant(node.module), ast.Constant(alias.name)], []))
            star = ast.Expr(ast.Call(ast.Name("@star", ast.Load()), [ast.Call(ast.Name("globals", ast.Load()), [], []), ast.Constant(node.module)], []))
            steps.append(star if alias.name == "*" else ast.Try([one], [ast.ExceptHandler(ast.Name("ImportError", ast.Load()), "@error", [call])], [], []))
        return [ast.fix_missing_locations(ast.copy_location(step, node)) for step in steps]
