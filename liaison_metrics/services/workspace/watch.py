"""Server-sent events: tells every open page at once that the store has moved, whoever moved it.

The store is asked for its revision, which is one row, by one task for all listeners and only while there are any;
so an import by the command line or by another process is seen as well.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable
from types import FrameType

from starlette.concurrency import run_in_threadpool

from liaison_metrics.services.workspace.server import the_workspace

LOOK_EVERY = 0.3
"""Seconds between two looks at the revision: with the way to the browser well below the two seconds promised."""

SIGN_OF_LIFE_EVERY = 15.0
"""Seconds after which a silent connection gets a comment line, so that what stands between does not cut it."""

_Handler = Callable[[int, FrameType | None], None]
_log = logging.getLogger(__name__)


class Watch:
    """Follows the store's revision for everybody who listens, and knows it without asking while anybody does."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._ask = revision
        self._last = -1
        self._looked_at = self._wrote_at = float("-inf")
        self._moved = asyncio.Event()
        self._listeners = 0
        self._looking: asyncio.Task[None] | None = None
        self._over = False
        self._knows_the_end = False

    def revision(self) -> int:
        """Returns the store's revision: as it was at the last look where that was a moment ago, else by asking."""
        if time.monotonic() - self._looked_at < 2 * LOOK_EVERY:
            return self._last
        return self._ask()

    def wrote(self) -> None:
        """Has whoever wrote to the store see it at once: what was looked up before is not relied on."""
        self._wrote_at, self._looked_at = time.monotonic(), float("-inf")

    async def revisions(self) -> AsyncIterator[int | None]:
        """Yields the revision as it is now and at every change; None where nothing happened for a while."""
        self._listeners += 1
        try:
            told = await self._look()
            self._start()
            yield told
            while not self._over:
                moved = self._moved
                if told == self._last:
                    try:
                        await asyncio.wait_for(moved.wait(), SIGN_OF_LIFE_EVERY)
                    except TimeoutError:
                        yield None
                else:
                    told = self._last
                    yield told
        finally:
            self._listeners -= 1

    def _start(self) -> None:
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_again_and_again())
        if not self._knows_the_end:
            loop = asyncio.get_running_loop()
            _when_told_to_stop(lambda: loop.call_soon_threadsafe(self._end))
            self._knows_the_end = True

    async def _look_again_and_again(self) -> None:
        while self._listeners and not self._over:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await self._look()
            except Exception:  # a database that is away for a moment must not end the watch
                _log.warning("The store could not be asked for its revision; trying again.")
        self._looking = None

    async def _look(self) -> int:
        began = time.monotonic()
        revision = await run_in_threadpool(self._ask)
        if revision != self._last:
            self._last = revision
            self._wake()
        if began > self._wrote_at:
            self._looked_at = began
        return revision

    def _wake(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    def _end(self) -> None:
        self._over = True
        self._wake()


def _when_told_to_stop(then: Callable[[], object]) -> None:
    """Has *then* called before the server's own handling of Ctrl+C and of a request to end.

    A server waits for open connections before it stops, and a stream would keep it waiting for ever.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        before = signal.getsignal(number)
        if callable(before):
            signal.signal(number, _first(then, before))


def _first(then: Callable[[], object], before: Callable[[int, FrameType | None], object]) -> _Handler:
    def handle(number: int, frame: FrameType | None) -> None:
        then()
        before(number, frame)

    return handle


watch = Watch(lambda: the_workspace().revision())
"""The watch over the server's own store."""
