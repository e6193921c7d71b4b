import pytest

from visitors import clean_counts, parse_count


@pytest.mark.parametrize("text", ["12,04", "-5", "1.5", ",204", "1,2,3"])
def test_refuses_what_only_looks_like_a_count(text):
    with pytest.raises(ValueError):
        parse_count(text)


def test_keeps_a_day_with_nobody():
    assert clean_counts(["0", " "]) == {"counts": [0], "unknown": 1, "refused": []}


def test_keeps_refused_texts_as_they_were_typed():
    assert clean_counts([" many ", "7", "few"])["refused"] == [" many ", "few"]


def test_has_nothing_to_say_of_nothing():
    assert clean_counts([]) == {"counts": [], "unknown": 0, "refused": []}
