"""The learner's files as modules, and the place in them where an error arose."""
import importlib.abc
import importlib.machinery
import linecache
import os
import sys
import types

CLOSED = frozenset(["js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "ctypes", "_ctypes", "webbrowser", "rung", "pytest", "_pytest", "pyodide_http", "micropip", "_testcapi", "_testinternalcapi"])
FOLDER = "/lab"
files = {}


def place_of(name):
    """The path of a module's file; None when it is not one of the learner's."""
    stem = name.replace(".", "/")
    return next((path for path in (f"{stem}.py", f"{stem}/__init__.py") if path in files), None)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the learner's files, and refuses what leads out of the interpreter."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in CLOSED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        place = place_of(name)
        if place is not None:
            return importlib.machinery.ModuleSpec(name, self, origin=place, is_package=place.endswith("__init__.py"))
        stem = name.replace(".", "/")
        if any(path.startswith(f"{stem}/") and path.endswith(".py") for path in files):
            # A folder without `__init__.py`.
            return importlib.machinery.ModuleSpec(name, None, is_package=True)
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        place = module.__spec__.origin
        module.__file__ = place
        exec(compile(files[place], place, "exec", dont_inherit=True), module.__dict__)

    def get_source(self, name):
        return files.get(place_of(name))


def write_all(given):
    """The workspace: on the interpreter's own disk and known to tracebacks."""
    files.clear()
    files.update(given)
    for path, text in given.items():
        linecache.cache[path] = (len(text), None, text.splitlines(True), path)
        full = os.path.join(FOLDER, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    os.chdir(FOLDER)


def load(name):
    return importlib.import_module(name)


def load_again(name):
    """For tests that take a module out of `sys.modules` to run it anew."""
    for known in list(sys.modules):
        if place_of(known) is not None:
            del sys.modules[known]
    return load(name)


def load_as(name, path):
    """A file as a module of another name."""
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    exec(compile(files[path], path, "exec", dont_inherit=True), module.__dict__)
    return module


def run_program(path, name, arguments):
    """Runs a file as a program. Its globals are the answer."""
    module = types.ModuleType(name)
    module.__file__ = path
    before = sys.argv, sys.modules.get(name)
    if arguments is not None:
        sys.argv = [path, *arguments]
    sys.modules[name] = module
    try:
        exec(compile(files[path], path, "exec", dont_inherit=True), module.__dict__)
    finally:
        sys.argv = before[0]
        if before[1] is not None:
            sys.modules[name] = before[1]
    return module


def locate(error):
    """Path and line of the learner's file where an error arose; None when it is not in one."""
    if isinstance(error, SyntaxError) and error.filename in files:
        return [error.filename, error.lineno or 1]
    place = None
    step = error.__traceback__
    while step is not None:
        path = step.tb_frame.f_code.co_filename
        if path in files:
            place = [path, step.tb_lineno]
        step = step.tb_next
    return place
