"""An asyncio event loop whose waiting takes no time: the clock is moved on to when the next thing is due."""
import asyncio
import asyncio.base_events
import asyncio.events

from rung import clock, threads


class _Selector:
    """There is nothing to select from: no sockets, no signals."""

    def select(self, timeout):
        if timeout is None:
            threads.run_waiting()
            raise RuntimeError("every task waits for something that nothing will bring about")
        if timeout > 0:
            clock.pass_time(timeout)
        return ()


class Loop(asyncio.base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, _events):
        pass

    def _write_to_self(self):
        pass

    def close(self):
        if not self.is_closed():
            super().close()


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def install():
    """Takes Pyodide's own loop away, which would wait for JavaScript's."""
    asyncio.run = asyncio.runners.run
    asyncio.events._set_running_loop(None)
    asyncio.events._set_event_loop_policy(Policy())


def run_coroutine(coroutine):
    """Runs it to its end, also from within a running loop, which stands still meanwhile."""
    outer = asyncio.events._get_running_loop()
    task = None if outer is None else asyncio.tasks.current_task(outer)
    if outer is not None:
        asyncio.tasks._swap_current_task(outer, None)
        asyncio.events._set_running_loop(None)
    loop = Loop()
    try:
        return loop.run_until_complete(_await(coroutine))
    finally:
        loop.close()
        if outer is not None:
            asyncio.events._set_running_loop(outer)
            asyncio.tasks._swap_current_task(outer, task)


async def _await(awaitable):
    return await awaitable
