"""The part of pytest that tests of exercises use."""
from rung.approx import approx
from rung.marks import ExpectedFailure as xfail_exception
from rung.marks import Marks, Parameters, fail, fixture, skip, xfail
from rung.raises import ExceptionInfo, importorskip, raises, warns

__version__ = "9.0.0"
mark = Marks()
param = Parameters
yield_fixture = fixture
FixtureRequest = object
MonkeyPatch = CaptureFixture = LogCaptureFixture = TempPathFactory = object

__all__ = ["approx", "ExceptionInfo", "fail", "fixture", "importorskip", "main", "mark", "param", "raises", "skip", "warns", "xfail", "xfail_exception"]


def main(*_, **__):
    """A test file that runs itself is run already."""
    return 0
