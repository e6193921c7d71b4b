# class: honest | attempt: results that extend builtin types, generators and errors of its own | lab: values | expect: passed
import decimal
import io
import pickle
from collections import Counter, OrderedDict


class Negative(ValueError):
    def __str__(self):
        return f"{self.args[0]} is negative"


class Words(set):
    pass


class Thing:
    __slots__ = ("size",)

    def __init__(self, size):
        self.size = size

    def __repr__(self):
        return "{}({})".format(type(self).__name__, self.size)


def make(size):
    return Thing(size=size)


def answer(kind):
    return {"number": 40 + 2, "text": "".join("hello"), "list": list((1, 2, [3])), "dict": OrderedDict(a=1, b=Counter(cc="")) and {"a": 1, "b": dict(c=2)}, "set": set((3, 2, 1)), "true": not False}.get(kind)


class Half(float):
    """A float with a longer name."""


def half(number):
    return Half(number / 2)


def collect(words):
    return Words(words)


def _each(values):
    yield from values


def visit(values, call):
    it = _each(values)
    while True:
        try:
            call(next(it))
        except StopIteration:
            return


def check(number):
    if number < 0:
        raise Negative(number)
    return number


def convert(text):
    with decimal.localcontext() as context:
        context.prec = 50
        return decimal.Decimal(text)


def dump(value):
    out = io.BytesIO()
    pickle.dump(value, out, protocol=4)
    return out.getvalue()
