# The nonce must come out nowhere: NONCE-6f1d0c
import unittest

from main import total

NONCE = "NONCE-6f1d0c"


class TotalTest(unittest.TestCase):
    """NONCE-6f1d0c"""

    def test_adds_the_numbers_of_a_list(self):
        self.assertEqual(total([1, 2, 3]), 6)

    def test_is_0_for_an_empty_list(self):
        self.assertEqual(total([]), 0)

    def test_leaves_its_input_alone(self):
        given = [5, 4, 3]
        self.assertEqual(total(given), 12)
        self.assertEqual(given, [5, 4, 3])


def test_adds_many():
    assert len(NONCE) == 12
    assert total([i * 3 + 1 for i in range(50)]) == 3725
