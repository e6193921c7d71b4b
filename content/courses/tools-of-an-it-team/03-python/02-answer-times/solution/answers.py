"""Figures about the time that customers wait for an answer."""

import re
from statistics import median

MINUTES = re.compile(r"(\d+)m", re.ASCII)
HOURS = re.compile(r"(\d+)h([0-5]\d)?", re.ASCII)


def parse_minutes(text):
    """The minutes in a note such as "45m", "2h" or "1h05"."""
    note = text.strip()
    if match := MINUTES.fullmatch(note):
        return int(match.group(1))
    if match := HOURS.fullmatch(note):
        return int(match.group(1)) * 60 + int(match.group(2) or 0)
    raise ValueError(f"not an answer time: {text!r}")


def median_minutes(times):
    """The median of a list of minutes, or None without any."""
    return median(times) if times else None


def share_in_time(times, limit=60):
    """The share of times that are at most the limit, or None without any."""
    if not times:
        return None
    return sum(1 for minutes in times if minutes <= limit) / len(times)
