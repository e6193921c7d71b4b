"""`capsys`: what was printed since one last looked."""
import collections
import contextlib
import io
import sys

CaptureResult = collections.namedtuple("CaptureResult", "out err")


class Capture:
    def __enter__(self):
        self._before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        return self

    def __exit__(self, *_):
        sys.stdout, sys.stderr = self._before

    def readouterr(self):
        seen = CaptureResult(sys.stdout.getvalue(), sys.stderr.getvalue())
        for stream in (sys.stdout, sys.stderr):
            stream.seek(0)
            stream.truncate()
        return seen

    @contextlib.contextmanager
    def disabled(self):
        mine, (sys.stdout, sys.stderr) = (sys.stdout, sys.stderr), self._before
        try:
            yield
        finally:
            sys.stdout, sys.stderr = mine
