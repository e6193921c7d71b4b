import pytest

from answers import median_minutes, parse_minutes, share_in_time


@pytest.mark.parametrize("text, minutes", [("45m", 45), ("2h", 120), ("1h05", 65), (" 10m ", 10)])
def test_parses_answer_times(text, minutes):
    assert parse_minutes(text) == minutes


def test_refuses_what_is_no_time():
    with pytest.raises(ValueError, match="soon"):
        parse_minutes("soon")


def test_finds_the_middle_of_an_odd_number_of_times():
    assert median_minutes([45, 5, 10]) == 10


def test_takes_the_mean_of_the_two_in_the_middle():
    assert median_minutes([10, 45, 5, 20]) == 15


def test_counts_what_was_in_time():
    assert share_in_time([10, 60, 61, 200]) == pytest.approx(0.5)
