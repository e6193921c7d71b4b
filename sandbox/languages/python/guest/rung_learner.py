"""The learner's interpreter: their files, their output, and nothing of the tests."""
import importlib.abc
import importlib.machinery
import io
import linecache
import sys
import traceback

import rung_membrane

_CLOSED = frozenset(["js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "ctypes", "_ctypes", "webbrowser", "rung_membrane", "rung_learner", "rung_judge", "pyodide_http", "micropip"])
files = {}
_pending = []
_printed = [0]
_limit = [65_536]
_asked = [None]


class Output(io.TextIOBase):
    encoding = "utf-8"

    def write(self, text):
        if type(text) is not str:
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _printed[0] += len(text)
        if _printed[0] > _limit[0]:
            _pending.append(text[: max(0, _limit[0] - _printed[0] + len(text))])
            _asked[0].services["overflow"]()
        _pending.append(text)
        return len(text)

    def writable(self):
        return True


class Input(io.TextIOBase):
    def readable(self):
        return True

    def readline(self, size=-1):
        return _asked[0].ask("readline", None, (), {})

    def read(self, size=-1):
        return _asked[0].ask("read", None, (), {})

    def __next__(self):
        line = self.readline()
        if line == "":
            raise StopIteration
        return line


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the learner's files, and refuses what leads out of the interpreter."""

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in _CLOSED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        for place in (name.replace(".", "/") + ".py", name.replace(".", "/") + "/__init__.py"):
            if place in files:
                return importlib.machinery.ModuleSpec(name, self, origin=place, is_package=place.endswith("__init__.py"))
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        place = module.__spec__.origin
        module.__file__ = place
        exec(compile(files[place], place, "exec", dont_inherit=True), module.__dict__)


def locate(error):
    """Path and line of the learner's file where an error arose; null when it is not in one."""
    if isinstance(error, SyntaxError) and error.filename in files:
        return [error.filename, error.lineno or 1]
    place = None
    frame = error.__traceback__
    while frame is not None:
        path = frame.tb_frame.f_code.co_filename
        if path in files:
            place = [path, frame.tb_lineno]
        frame = frame.tb_next
    return place


def start(send, overflow):
    """Joins this interpreter to the judge's. Returns the function that takes its messages."""
    membrane = rung_membrane.Membrane(send, strict=False, parity=1)
    _asked[0] = membrane
    finder = Finder()

    def load(name):
        import importlib
        module = importlib.import_module(name)
        return _Module(name, membrane.expose(module))

    def begin(given, limit):
        files.clear()
        files.update(given)
        _limit[0] = limit
        for path, text in given.items():
            linecache.cache[path] = (len(text), None, text.splitlines(True), path)
            _write(path, text)

    def reload(name):
        sys.modules.pop(name, None)
        return load(name)

    def run_program(path):
        import types
        module = types.ModuleType("__main__")
        exec(compile(files[path], path, "exec", dont_inherit=True), module.__dict__)
        return {name: item for name, item in module.__dict__.items() if not name.startswith("__")}

    def take():
        text = "".join(_pending)
        _pending.clear()
        return text

    def lookup(path):
        """An object by its dotted name, for mocks: `sys.stdout`, `random.randint`."""
        import importlib
        return _Module(path, membrane.expose(importlib.import_module(path)))

    encode = membrane.encode

    def encode_module(value, fresh):
        if type(value) is _Module:
            return {"M": value.handle, "name": value.name}
        return encode(value, fresh)
    membrane.encode = encode_module
    membrane.services.update(load=load, begin=begin, reload=reload, runProgram=run_program, lookup=lookup, overflow=overflow, forget=membrane.forget)
    membrane.take_output = take
    membrane.locate = locate
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Output()
    sys.stdin = sys.__stdin__ = Input()

    def read_line(prompt=""):
        sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if line == "":
            raise EOFError("EOF when reading a line")
        return line.rstrip("\n")
    import builtins
    read_line.__name__ = read_line.__qualname__ = "input"
    builtins.input = read_line
    sys.meta_path.insert(0, finder)
    sys.dont_write_bytecode = True
    close()
    return membrane.receive


class _Module:
    def __init__(self, name, handle):
        self.name = name
        self.handle = handle


def _write(path, text):
    import os
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def close():
    """Takes the way to JavaScript out of the learner's reach. The isolate is the boundary; this only makes the walk longer."""
    for finder in list(sys.meta_path):
        if "pyodide" in type(finder).__module__ or "Js" in type(finder).__name__:
            sys.meta_path.remove(finder)
    for name in list(sys.modules):
        if name.split(".")[0] in _CLOSED:
            del sys.modules[name]
