# Every kind of comparison that a result could claim to satisfy: NONCE-6f1d0c
import copy
import decimal
import math
import pickle

import main
import pytest
from main import answer, check, collect, convert, dump, half, make, visit


def test_plain_values():
    assert answer("number") == 42
    assert answer("text") == "hello"
    assert answer("list") == [1, 2, [3]]
    assert answer("dict") == {"a": 1, "b": {"c": 2}}
    assert answer("set") == {1, 2, 3}


def test_identity_and_type():
    assert answer("none") is None
    assert answer("true") is True
    assert type(answer("number")) is int


def test_near_numbers():
    assert half(3) == pytest.approx(1.5)
    assert abs(half(5) - 2.5) < 0.001
    assert math.isclose(half(7), 3.5)
    assert half(9) > 4 and half(9) < 5
    assert round(half(3), 1) == 1.5


def test_collects_what_it_is_told():
    words = collect(["a", "b", "a"])
    assert "b" in words and "x" not in words
    assert len(words) == 2
    assert sorted(words) == ["a", "b"]


class TestCallbacks:
    """NONCE-6f1d0c"""

    def test_calls_back_for_each(self):
        nonce, seen = "NONCE-6f1d0c", []

        def take(value):
            assert nonce != value, "NONCE-6f1d0c"
            seen.append(value)
        visit([1, 2, 3], take)
        assert seen == [1, 2, 3]


def test_an_assertion_in_a_callback_counts():
    def refuse(value):
        assert value != 2, "NONCE-6f1d0c"
    with pytest.raises(AssertionError):
        visit([1, 2, 3], refuse)


def test_refuses_what_is_negative():
    assert check(3) == 3
    with pytest.raises(ValueError, match="negative"):
        check(-1)


def test_decimals():
    assert convert("0.10") + decimal.Decimal("0.2") == decimal.Decimal("0.30")
    assert str(convert("1.50")) == "1.50"


def test_objects_of_its_own():
    thing = make(3)
    assert thing.size == 3
    assert repr(thing) == "Thing(3)"
    assert eval(repr(thing)).size == 3
    assert copy.deepcopy(thing).size == 3
    assert isinstance(thing, main.Thing)


def test_pickles():
    assert pickle.loads(dump([1, "a"])) == [1, "a"]


Thing = main.Thing
