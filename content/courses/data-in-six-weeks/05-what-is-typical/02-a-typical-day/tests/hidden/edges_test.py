from typical import summarise, unusual_days


def test_has_nothing_to_say_of_no_day():
    assert summarise([]) is None
    assert unusual_days([]) == []


def test_names_a_day_that_is_far_too_quiet():
    assert unusual_days([("a", 100), ("b", 101), ("c", 102), ("d", 103), ("e", 1)]) == ["e"]


def test_leaves_a_day_at_the_edge():
    # Quartiles 1 and 3: from -2 to 6 is usual.
    assert unusual_days([("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 6)]) == []


def test_does_not_change_the_list():
    counts = [3, 1, 2]
    summarise(counts)
    assert counts == [3, 1, 2]


def test_takes_two_days():
    assert summarise([10, 20]) == {"lower": 12.5, "median": 15.0, "upper": 17.5}


def test_leaves_a_quiet_day_at_the_edge():
    assert unusual_days([("a", -2), ("b", 1), ("c", 2), ("d", 3), ("e", 4)]) == []


def test_names_a_day_just_beyond_the_edge():
    assert unusual_days([("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 7)]) == ["e"]
