"""The learner's interpreter: their files, their output, and nothing of the tests."""
import builtins
import importlib
import inspect
import os
import random
import sys
import traceback

from rung import clock, event_loop, learner_files
from rung.learner_streams import Input, Output, set_limit, take_output
from rung.listings import forget_listings
from rung.membrane import Membrane
from rung.shared_files import SharedFiles

OURS = "/lib/rung/"


def _call_library(module, name, args, kwargs):
    """What the library does with an object has to be done where the object is."""
    return getattr(importlib.import_module(module), name)(*args, **kwargs)


def _surround(environment, folder):
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(folder)


class _Replacements:
    """What tests have put in place of the library's functions, for as long as they want."""

    def __init__(self):
        self._before = {}

    def put(self, module_name, name, value):
        module = importlib.import_module(module_name)
        self._before.setdefault((module_name, name), []).append(getattr(module, name, self))
        setattr(module, name, value)

    def restore(self, module_name, name):
        module = importlib.import_module(module_name)
        before = self._before[(module_name, name)].pop()
        if before is self:
            delattr(module, name)
        else:
            setattr(module, name, before)


def _show_learner_frames():
    """Of a traceback a learner sees the frames of their own files: ours and the library's tell them nothing."""
    walk_stack, walk_tb = traceback.walk_stack, traceback.walk_tb

    def walk_stack_of_learner(frame):
        return ((step, line) for step, line in walk_stack(frame if frame is not None else sys._getframe(2)) if step.f_code.co_filename in learner_files.files)

    def walk_tb_of_learner(trace):
        return ((step, line) for step, line in walk_tb(trace) if step.f_code.co_filename in learner_files.files)
    traceback.walk_stack, traceback.walk_tb = walk_stack_of_learner, walk_tb_of_learner


def _close():
    """Takes the way to JavaScript out of the learner's reach. The isolate is the boundary; this only makes the walk longer."""
    for finder in list(sys.meta_path):
        if "pyodide" in type(finder).__module__ or "Js" in type(finder).__name__:
            sys.meta_path.remove(finder)
    for name in list(sys.modules):
        if name.split(".")[0] in learner_files.CLOSED:
            del sys.modules[name]
    sys.path[:] = [path for path in sys.path if not path.startswith(OURS.rstrip("/"))]


def start(send, overflow, wait):
    """Joins this interpreter to the judge's. Returns the function that takes its messages.

    `send` hands a message to the judge and returns the answer; `overflow` ends the run; `wait` moves the clock on by milliseconds.
    """
    membrane = Membrane(send, strict=False, parity=1)
    shared_files = SharedFiles()
    replacements = _Replacements()

    def begin(given, output_characters, seed):
        learner_files.write_all(given)
        set_limit(output_characters)
        random.seed(seed)
        forget_listings()
        shared_files.begin()

    def read_line(prompt="", /):
        if type(sys.stdin) is Input:
            return membrane.ask("input", None, (str(prompt),), {})
        sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if line == "":
            raise EOFError("EOF when reading a line")
        return line.rstrip("\n")

    membrane.serving.services.update({
        "begin": begin, "load": learner_files.load, "load again": learner_files.load_again, "load as": learner_files.load_as, "reload": lambda name: importlib.reload(sys.modules[name]),
        "run program": learner_files.run_program, "lookup": importlib.import_module, "put": replacements.put, "restore": replacements.restore, "library": _call_library,
        "source": inspect.getsource, "surroundings": _surround, "forget": membrane.forget, "run coroutine": event_loop.run_coroutine,
    })
    membrane.take_output = take_output
    membrane.take_files, membrane.give_files = shared_files.take, shared_files.give
    membrane.locate = learner_files.locate
    clock.install(wait)
    event_loop.install()
    sys.stdout = sys.__stdout__ = Output(1, overflow)
    sys.stderr = sys.__stderr__ = Output(2, overflow)
    sys.stdin = sys.__stdin__ = Input(lambda what: membrane.ask(what, None, (), {}))
    read_line.__name__ = read_line.__qualname__ = "input"
    builtins.input = read_line
    sys.meta_path.insert(0, learner_files.Finder())
    sys.dont_write_bytecode = True
    _show_learner_frames()
    _close()
    return membrane.receive
