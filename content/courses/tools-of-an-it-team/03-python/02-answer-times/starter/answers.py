"""Figures about the time that customers wait for an answer."""


def parse_minutes(text):
    """The minutes in a note such as "45m", "2h" or "1h05"."""


def median_minutes(times):
    """The median of a list of minutes, or None without any."""


def share_in_time(times, limit=60):
    """The share of times that are at most the limit, or None without any."""
