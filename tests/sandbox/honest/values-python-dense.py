# class: honest | attempt: dataclass, lambdas, comprehensions, match | lab: values | expect: passed
from dataclasses import dataclass
from decimal import Decimal as convert
from pickle import dumps as dump


@dataclass
class Thing:
    size: int

    def __repr__(self): return f"Thing({self.size!r})"


make = Thing
half = lambda x: x * 0.5
collect = lambda words: {word: None for word in words}
visit = lambda values, call: [call(value) for value in values]
ANSWERS = dict(number=42, text="hello", list=[1, 2, [3]], dict={"a": 1, "b": {"c": 2}}, set={*range(1, 4)}, true=True)
answer = ANSWERS.get


def check(n: int) -> int:
    match n:
        case int() if n >= 0:
            return n
        case _:
            raise ValueError("that is negative")
