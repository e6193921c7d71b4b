# class: honest | attempt: classes and plain functions | lab: values | expect: passed
import decimal
import pickle


class Thing:
    def __init__(self, size):
        self.size = size

    def __repr__(self):
        return f"Thing({self.size})"


def make(size):
    return Thing(size)


def answer(kind):
    if kind == "number":
        return 42
    elif kind == "text":
        return "hello"
    elif kind == "list":
        return [1, 2, [3]]
    elif kind == "dict":
        return {"a": 1, "b": {"c": 2}}
    elif kind == "set":
        return {1, 2, 3}
    elif kind == "true":
        return True


def half(number):
    return number / 2


def collect(words):
    found = []
    for word in words:
        if word not in found:
            found.append(word)
    return found


def visit(values, call):
    for value in values:
        call(value)


def check(number):
    if number < 0:
        raise ValueError("negative number: %d" % number)
    return number


def convert(text):
    return decimal.Decimal(text)


def dump(value):
    return pickle.dumps(value)
