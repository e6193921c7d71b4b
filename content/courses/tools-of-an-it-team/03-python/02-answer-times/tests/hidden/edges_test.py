import unittest

from answers import median_minutes, parse_minutes, share_in_time


class Parsing(unittest.TestCase):
    def test_keeps_large_numbers_of_minutes(self):
        self.assertEqual(parse_minutes("240m"), 240)
        self.assertEqual(parse_minutes("0m"), 0)
        self.assertEqual(parse_minutes("100h59"), 6059)

    def test_refuses_near_misses(self):
        for text in ["", "45", "1h5", "1h60", "h30", "-5m", "1h 05", "2hours", "1h05m", "m"]:
            with self.subTest(text=text), self.assertRaises(ValueError):
                parse_minutes(text)

    def test_shows_the_text_in_the_message(self):
        with self.assertRaises(ValueError) as caught:
            parse_minutes("1h75")
        self.assertIn("1h75", str(caught.exception))


class Figures(unittest.TestCase):
    def test_has_no_median_of_nothing(self):
        self.assertIsNone(median_minutes([]))
        self.assertIsNone(share_in_time([]))

    def test_leaves_the_list_as_it_was(self):
        times = [30, 10, 20]
        median_minutes(times)
        self.assertEqual(times, [30, 10, 20])

    def test_is_not_moved_by_one_lost_weekend(self):
        self.assertEqual(median_minutes([10, 12, 14, 16, 4000]), 14)

    def test_has_half_minutes_between_two(self):
        self.assertAlmostEqual(median_minutes([1, 2]), 1.5)

    def test_takes_another_limit(self):
        self.assertAlmostEqual(share_in_time([10, 20, 30], limit=20), 2 / 3)
        self.assertEqual(share_in_time([90], 60), 0)
        self.assertEqual(share_in_time([60], 60), 1)
