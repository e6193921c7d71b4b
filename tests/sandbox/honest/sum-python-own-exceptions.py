# class: honest | attempt: exceptions as control flow, a context manager and a global cache | lab: sum | expect: passed
from contextlib import contextmanager, suppress

_cache = {}


class Done(Exception):
    pass


@contextmanager
def counting(box):
    try:
        yield box
    except Done as done:
        box.append(done.args[0])
    finally:
        _cache["last"] = box[-1]


def total(numbers):
    box = [0]
    with counting(box):
        amount, position = 0, 0
        while True:
            try:
                amount += numbers[position]
            except IndexError:
                raise Done(amount) from None
            position += 1
    with suppress(KeyError):
        del _cache["nothing"]
    return box.pop()
