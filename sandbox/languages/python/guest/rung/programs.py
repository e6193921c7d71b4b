"""The learner's files as tests reach them: by `import`, `importlib.reload`, `runpy`, `subprocess.run` of Python, or by their path."""
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import runpy
import shlex
import subprocess
import sys

from rung.protocol import ProtocolError
from rung.remotes import RemoteModule

FOLDER = "/lab"


class Programs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """`ask(operation, arguments)` asks the learner's side; `files` are its paths; `run_test_file(path, module)` runs a file of the tests."""

    def __init__(self, ask, files, test_files, run_test_file):
        self._ask, self._files, self._test_files, self._run_test_file = ask, files, test_files, run_test_file
        self._loaded = set()

    def install(self):
        sys.meta_path.insert(0, self)
        runpy.run_path, runpy.run_module = self._run_path, self._run_module
        self._from_location = importlib.util.spec_from_file_location
        importlib.util.spec_from_file_location = self._spec_from_location
        subprocess.run, subprocess.check_output, subprocess.check_call, subprocess.call = self._run_process, self._check_output, self._check_call, self._call
        subprocess.Popen = self._refuse_process
        sys.executable = "/usr/bin/python3"

    def find_path(self, path):
        """The workspace path of a learner's file, however a test writes it; None when it is none."""
        path = os.path.normpath(os.path.join(os.getcwd(), os.fspath(path)))
        short = path.removeprefix(f"{FOLDER}/")
        return short if short in self._files else None

    # ---- import ----

    def find_spec(self, name, path=None, target=None):
        place = name.replace(".", "/")
        test = next((file for file in (f"{place}.py", f"{place}/__init__.py") if file in self._test_files), None)
        if test is not None:
            return importlib.machinery.ModuleSpec(name, self, origin=test, is_package=test.endswith("__init__.py"))
        learners = next((file for file in (f"{place}.py", f"{place}/__init__.py") if file in self._files), None)
        if learners is not None or any(file.startswith(f"{place}/") and file.endswith(".py") for file in self._files):
            spec = importlib.machinery.ModuleSpec(name, self, origin="learner", is_package=learners is None or learners.endswith("__init__.py"))
            spec.loader_state = None
            return spec
        if any(file.startswith(f"{place}/") and file.endswith(".py") for file in self._test_files):
            return importlib.machinery.ModuleSpec(name, None, is_package=True)
        return None

    def create_module(self, spec):
        if spec.origin != "learner":
            return None
        if spec.loader_state is not None:
            return self._ask("load as", (spec.name, spec.loader_state))
        again = spec.name in self._loaded
        self._loaded.add(spec.name)
        return self._ask("load again" if again else "load", (spec.name,))

    def exec_module(self, module):
        if not isinstance(module, RemoteModule):
            module.__file__ = module.__spec__.origin
            self._run_test_file(module.__spec__.origin, module)
            return
        if module.__dict__.get("__made__", False):
            self._ask("reload", (module.__name__,))
        module.__dict__["__made__"] = True

    def _spec_from_location(self, name, location=None, **options):
        path = None if location is None else self.find_path(location)
        if path is None or not path.endswith(".py"):
            return self._from_location(name, location, **options)
        spec = importlib.machinery.ModuleSpec(name, self, origin="learner")
        spec.loader_state = path
        return spec

    # ---- running a file as a program ----

    def _run_path(self, path, init_globals=None, run_name=None):
        found = self.find_path(path)
        if found is None:
            raise FileNotFoundError(2, "No such file or directory", os.fspath(path))
        return self._globals(self._ask("run program", (found, run_name or "<run_path>", None)))

    def _run_module(self, name, init_globals=None, run_name=None, alter_sys=False):
        found = self.find_path(f"{FOLDER}/{name.replace('.', '/')}.py")
        if found is None:
            raise ImportError(f"No module named {name}", name=name)
        return self._globals(self._ask("run program", (found, run_name or name, None)))

    def _globals(self, module):
        return {name: getattr(module, name) for name in dir(module) if not (name.startswith("__") and name.endswith("__"))}

    def _refuse_process(self, *_, **__):
        raise OSError("a test can start no process here, other than the program itself by subprocess.run([sys.executable, \"main.py\"])")

    def _run_process(self, args, *, input=None, capture_output=False, stdin=None, stdout=None, stderr=None, text=None, universal_newlines=None, encoding=None, check=False, timeout=None, shell=False, cwd=None, env=None, errors=None, **_):
        words = shlex.split(args) if isinstance(args, str) else [os.fspath(word) for word in args]
        words = [word for word in words if word not in ("-u", "-B", "-I", "-s")]
        if len(words) < 2 or not os.path.basename(words[0]).startswith("python"):
            self._refuse_process()
        path, rest = (f"{words[2].replace('.', '/')}.py", words[3:]) if words[1] == "-m" and len(words) > 2 else (words[1], words[2:])
        found = self.find_path(path)
        if found is None:
            self._refuse_process()
        is_text = bool(text or universal_newlines or encoding or errors)
        given = stdin.read() if input is None and hasattr(stdin, "read") else input
        code, out, err = self._run_captured(found, rest, given.decode() if isinstance(given, bytes) else given or "")
        give = (lambda piece: piece) if is_text else str.encode
        wants_out, wants_err = capture_output or stdout == subprocess.PIPE, capture_output or stderr == subprocess.PIPE
        if stderr == subprocess.STDOUT:
            out, err = out + err, ""
        if not wants_out and stdout is None:
            sys.stdout.write(out)
        done = subprocess.CompletedProcess(args, code, give(out) if wants_out else None, give(err) if wants_err else None)
        if check:
            done.check_returncode()
        return done

    def _run_captured(self, path, arguments, given):
        before = sys.stdin
        sys.stdin = io.StringIO(given)
        out, err, code = io.StringIO(), io.StringIO(), 0
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    self._ask("run program", (path, "__main__", arguments))
                except SystemExit as leaving:
                    code = leaving.code if type(leaving.code) is int else 0 if leaving.code is None else 1
                    if code == 1 and type(leaving.code) is not int:
                        err.write(f"{leaving.code}\n")
                except ProtocolError:
                    raise
                except BaseException as error:
                    err.write(f"Traceback (most recent call last):\n{type(error).__name__}: {error}\n")
                    code = 1
        finally:
            sys.stdin = before
        return code, out.getvalue(), err.getvalue()

    def _check_output(self, args, **options):
        return self._run_process(args, **{**options, "stdout": subprocess.PIPE, "check": True}).stdout

    def _check_call(self, args, **options):
        return self._run_process(args, **{**options, "check": True}).returncode

    def _call(self, args, **options):
        return self._run_process(args, **options).returncode
