"""Time that passes without waiting: a sleep moves the clock of both interpreters on and returns at once."""
import time

from rung import threads

_wait = [lambda milliseconds: None]
_LONGEST_S = 1e9


def sleep(seconds, /):
    """As `time.sleep`. Threads that have not run yet run first, as they would meanwhile."""
    if not isinstance(seconds, (int, float)):
        seconds = seconds.__index__()
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds != seconds or seconds > _LONGEST_S:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    threads.run_waiting()
    _wait[0](seconds * 1_000)


def pass_time(seconds):
    """Moves the clock without running anything."""
    _wait[0](min(max(seconds, 0), _LONGEST_S) * 1_000)


def install(wait):
    """`wait` moves the clock on by milliseconds."""
    _wait[0] = wait


time.sleep = sleep
threads.pass_time = pass_time
