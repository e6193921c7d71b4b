from typical import summarise, unusual_days

WEEK = [("Mon", 31), ("Tue", 34), ("Wed", 38), ("Thu", 40), ("Fri", 41), ("Sat", 55), ("Sun", 410)]


def test_gives_median_and_quartiles():
    assert summarise([count for _, count in WEEK]) == {"lower": 36.0, "median": 40.0, "upper": 48.0}


def test_does_not_mind_the_order():
    assert summarise([410, 31, 40, 34, 55, 38, 41])["median"] == 40


def test_names_the_day_that_stands_out():
    assert unusual_days(WEEK) == ["Sun"]


def test_has_nothing_to_say_of_one_day():
    assert summarise([12]) is None
    assert unusual_days([("Mon", 12)]) == []
