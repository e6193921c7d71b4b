import pytest

from visitors import clean_counts, parse_count


@pytest.mark.parametrize("text, count", [("12", 12), (" 12 ", 12), ("1,204", 1204)])
def test_takes_counts(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["", "-", "n/a", "N/A"])
def test_knows_what_is_not_known(text):
    assert parse_count(text) is None


def test_refuses_anything_else():
    with pytest.raises(ValueError, match="about 30"):
        parse_count("about 30")


def test_accounts_for_every_text():
    assert clean_counts(["12", "-", "about 30", "1,204"]) == {"counts": [12, 1204], "unknown": 1, "refused": ["about 30"]}
