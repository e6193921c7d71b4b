"""What the learner's program prints, kept until control passes over, and what it reads."""
import io

_pending = []
_printed = [0]
_limit = [65_536]


class Output(io.TextIOBase):
    """`stream` is 1 for standard output, 2 for standard error. `overflow` is called when more was printed than is allowed."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, stream, overflow):
        self._stream = stream
        self._overflow = overflow
        self.buffer = _Bytes(self)

    @property
    def name(self):
        return "<stdout>" if self._stream == 1 else "<stderr>"

    def fileno(self):
        return self._stream

    def write(self, text):
        if type(text) is not str:
            if not isinstance(text, str):
                raise TypeError(f"write() argument must be str, not {type(text).__name__}")
            text = str.__str__(text)
        _printed[0] += len(text)
        if _printed[0] > _limit[0]:
            _pending.append((self._stream, text[: max(0, _limit[0] - _printed[0] + len(text))]))
            self._overflow()
        _pending.append((self._stream, text))
        return len(text)

    def writable(self):
        return True


class _Bytes(io.RawIOBase):
    def __init__(self, text):
        self._text = text

    def write(self, data):
        self._text.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def writable(self):
        return True


class Input(io.TextIOBase):
    """`ask` is given `readline` or `read`: what the tests feed to the program is on their side."""

    encoding = "utf-8"

    def __init__(self, ask):
        self._ask = ask

    def readable(self):
        return True

    def readline(self, size=-1):
        return self._ask("readline")

    def read(self, size=-1):
        return self._ask("read")

    def __next__(self):
        line = self.readline()
        if line == "":
            raise StopIteration
        return line


def set_limit(characters):
    _limit[0] = characters


def take_output():
    """`[[stream, text], …]` since the last time, pieces of the same stream joined."""
    out = []
    for stream, text in _pending:
        if out and out[-1][0] == stream:
            out[-1][1].append(text)
        else:
            out.append((stream, [text]))
    _pending.clear()
    return [[stream, "".join(texts)] for stream, texts in out]
