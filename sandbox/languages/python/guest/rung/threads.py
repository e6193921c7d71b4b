"""Threads without threads: the interpreter has none, so each runs from its start to its end when somebody waits.

That is when another joins it, sleeps, or waits for a lock or an event. Programs whose threads only meet in locks, queues
and joins come to what they would come to; a thread that waits for one that waits for it says so.
"""
import concurrent.futures
import concurrent.futures.thread
import sys
import threading
import traceback
import _thread

_waiting = []
_next_ident = [1_000]
_stack = []
# Sleeps inside of threads that sleep, at the most: each is a frame of the interpreter, and a thousand threads may sleep.
_DEEPEST = 12


def pass_time(seconds):
    """Replaced by `clock`."""


def run_waiting():
    """Runs every thread that was started and has not run. Not while this one holds a lock, which they may want, nor too deeply."""
    while _waiting and len(_stack) < _DEEPEST and not _holds_lock():
        _run(_waiting.pop(0))


def _run_one():
    if not _waiting:
        return False
    _run(_waiting.pop(0))
    return True


def _run(thread):
    main = _thread.get_ident()
    before = threading._active.get(main)
    threading._active[main] = thread
    _stack.append(thread)
    try:
        thread.run()
    except SystemExit:
        pass
    except Exception as error:
        _report(thread, error)
    finally:
        _stack.pop()
        threading._active[main] = before
        thread._rung_state = "over"


def _report(thread, error):
    if threading.excepthook is not threading.__excepthook__:
        threading.excepthook(threading.ExceptHookArgs([type(error), error, error.__traceback__, thread]))
        return
    sys.stderr.write(f"Exception in thread {thread.name}:\n")
    traceback.print_exception(error)


def _current():
    return _stack[-1] if _stack else None


# The thread inside of each `with lock:` that has begun and not ended, outermost first.
_inside = []


def _holds_lock():
    return _current() in _inside


class Lock:
    """As `threading.Lock`."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            return False
        while self._locked and _run_one():
            pass
        if not self._locked:
            self._locked = True
            return True
        if timeout is not None and timeout >= 0:
            pass_time(timeout)
            return False
        raise RuntimeError("this waits for ever: no other thread is left that could release the lock (threads run one after the other here)")

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def _at_fork_reinit(self):
        self._locked = False

    def __enter__(self):
        self.acquire()
        _inside.append(_current())
        return True

    def __exit__(self, *_):
        _inside.remove(_current())
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(_thread.RLock):
    """As `threading.RLock`."""

    def __enter__(self):
        self.acquire()
        _inside.append(_current())
        return True

    def __exit__(self, *_):
        _inside.remove(_current())
        self.release()


def _start(self):
    if not getattr(self, "_initialized", False):
        raise RuntimeError("thread.__init__() not called")
    if getattr(self, "_rung_state", "") != "":
        raise RuntimeError("threads can only be started once")
    _next_ident[0] += 1
    self._ident = _next_ident[0]
    self._native_id = self._ident
    self._rung_state = "waiting"
    self._started.set()
    _waiting.append(self)


def _join(self, timeout=None):
    state = getattr(self, "_rung_state", "")
    if state == "":
        raise RuntimeError("cannot join thread before it is started")
    if self in _stack:
        raise RuntimeError("cannot join current thread")
    while self._rung_state == "waiting":
        if self in _waiting:
            _waiting.remove(self)
            _run(self)


def _is_alive(self):
    return getattr(self, "_rung_state", "") in ("waiting", "running")


def _submit(self, function, /, *args, **kwargs):
    if self._shutdown:
        raise RuntimeError("cannot schedule new futures after shutdown")
    future = concurrent.futures.Future()
    future.set_running_or_notify_cancel()
    try:
        future.set_result(function(*args, **kwargs))
    except BaseException as error:
        future.set_exception(error)
    return future


threading.Thread.start, threading.Thread.join, threading.Thread.is_alive = _start, _join, _is_alive
threading.Lock = threading._allocate_lock = Lock
threading.RLock = RLock
concurrent.futures.thread.ThreadPoolExecutor.submit = _submit
