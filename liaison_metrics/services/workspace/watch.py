"""Server-sent events: tell every open page when the store has changed, whoever changed it.

One task polls the store's revision for all listeners, and only while there are any. So changes by the command line or
by another process are noticed as well.
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

POLL_INTERVAL = 0.3
"""Seconds between two polls: with the time to reach the browser, well below the promised two seconds."""

KEEP_ALIVE_INTERVAL = 15.0
"""Seconds after which an idle connection gets a comment line, so that proxies do not close it."""

_Handler = Callable[[int, FrameType | None], None]
_log = logging.getLogger(__name__)


class Watch:
    """Follows the store's revision for all listeners, and caches it while there are any."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._read_revision = revision
        self._revision = -1
        self._polled_at = self._wrote_at = float("-inf")
        self._changed = asyncio.Event()
        self._listeners = 0
        self._polling: asyncio.Task[None] | None = None
        self._stopped = False
        self._handles_stop = False

    def revision(self) -> int:
        """Returns the store's revision: the polled one if it is recent, or else the one in the store."""
        if time.monotonic() - self._polled_at < 2 * POLL_INTERVAL:
            return self._revision
        return self._read_revision()

    def wrote(self) -> None:
        """Invalidates the cached revision, so that the one who just wrote to the store sees the change at once."""
        self._wrote_at, self._polled_at = time.monotonic(), float("-inf")

    async def revisions(self) -> AsyncIterator[int | None]:
        """Yields the current revision, then every new one; None if nothing has changed for a while."""
        self._listeners += 1
        try:
            sent = await self._poll()
            self._start()
            yield sent
            while not self._stopped:
                changed = self._changed
                if sent == self._revision:
                    try:
                        await asyncio.wait_for(changed.wait(), KEEP_ALIVE_INTERVAL)
                    except TimeoutError:
                        yield None
                else:
                    sent = self._revision
                    yield sent
        finally:
            self._listeners -= 1

    def _start(self) -> None:
        if self._polling is None:
            self._polling = asyncio.create_task(self._poll_repeatedly())
        if not self._handles_stop:
            loop = asyncio.get_running_loop()
            _on_stop(lambda: loop.call_soon_threadsafe(self._stop))
            self._handles_stop = True

    async def _poll_repeatedly(self) -> None:
        while self._listeners and not self._stopped:
            await asyncio.sleep(POLL_INTERVAL)
            try:
                await self._poll()
            except Exception:  # a short outage of the database must not stop the watch
                _log.warning("The revision of the store could not be read. Trying again.")
        self._polling = None

    async def _poll(self) -> int:
        began = time.monotonic()
        revision = await run_in_threadpool(self._read_revision)
        if revision != self._revision:
            self._revision = revision
            self._wake()
        if began > self._wrote_at:
            self._polled_at = began
        return revision

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    def _stop(self) -> None:
        self._stopped = True
        self._wake()


def _on_stop(then: Callable[[], object]) -> None:
    """Has *then* called before the server's own handlers of SIGINT and SIGTERM.

    A server waits for open connections before it stops, and an open stream would make it wait for ever.
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
"""The watch over the store of the server's workspace."""
