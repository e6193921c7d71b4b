"""Reports of the judge, as `verdict.ts` reads them."""
import io
import json

from rung.asserts import Comparison
from rung.errors import notes_of_error
from rung.mirrors import is_face

LONGEST_MESSAGE = 2_000
_PIECE = 100_000


class Sink(io.TextIOBase):
    """Where the judge's standard output and error go: what the learner's program prints, and what visible tests do."""

    encoding = "utf-8"

    def __init__(self):
        self._pieces = []
        self.is_hidden = False

    def write(self, text):
        if not self.is_hidden:
            self._pieces.append(str(text))
        return len(text)

    def write_learners(self, text):
        self._pieces.append(text)

    def writable(self):
        return True

    def take(self):
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


class Reporter:
    """`send` is given each report as text."""

    def __init__(self, send, sink):
        self._send = send
        self._sink = sink

    def tell(self, kind, **body):
        self.flush()
        self._send(json.dumps({"type": kind, **body}))

    def flush(self):
        text = self._sink.take()
        for start in range(0, len(text), _PIECE):
            self._send(json.dumps({"type": "output", "output": text[start:start + _PIECE]}))


def error_text(error, missing):
    """`missing`: names that test files wanted of the program and did not find, with the module each was wanted of."""
    if isinstance(error, NameError) and not is_face(error) and error.name in missing:
        return f"{missing[error.name].replace('.', '/')}.py does not define {error.name}"
    if isinstance(error, AssertionError) and not is_face(error) and "__text__" not in notes_of_error(error):
        return str(error) or "the assertion does not hold"
    kept = notes_of_error(error).get("__text__")
    text = kept if kept is not None else str(error)
    name = type(error).__name__
    return f"{name}: {text}" if text else name


def place_text(error):
    place = notes_of_error(error).get("__place__")
    return f" ({place[0]}, line {place[1]})" if place else ""


def describe_end(error, skipped_why, missing, subtests_failed=0):
    """The body of an `end` report, without its index and duration."""
    ending = {"status": "passed", "message": None, "expected": None, "actual": None, "location": None, "unfinished": False}
    if error is not None:
        place = notes_of_error(error).get("__place__")
        message = error_text(error, missing)
        if subtests_failed > 1:
            message += f"\n(and {subtests_failed - 1} more of this test's cases)"
        ending.update(status="failed", message=message[:LONGEST_MESSAGE], location=json.dumps({"path": place[0], "line": place[1]}) if place else None)
        if isinstance(error, Comparison):
            ending.update(expected=error.expected, actual=error.actual)
    elif skipped_why is not None:
        ending["status"] = "skipped"
    return ending
