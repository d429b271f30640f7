"""Server-sent events: tells every open page at once that the store has moved, whoever moved it.

The store is asked for its revision, which is one row, by one task for all listeners and only while there are any;
so an import by the command line or by another process is seen as well.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

LOOK_EVERY = 0.3
"""Seconds between two looks at the revision: with the way to the browser well below the two seconds promised."""

SIGN_OF_LIFE_EVERY = 15.0
"""Seconds after which a silent connection gets a comment line, so that what stands between does not cut it."""

_log = logging.getLogger(__name__)


class Watch:
    """Follows the store's revision for everybody who listens."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._ask = revision
        self._last = -1
        self._moved = asyncio.Event()
        self._listeners = 0
        self._looking: asyncio.Task[None] | None = None

    async def revisions(self) -> AsyncIterator[int | None]:
        """Yields the revision as it is now and at every change; None where nothing happened for a while."""
        self._listeners += 1
        try:
            if self._looking is None:
                self._last = await run_in_threadpool(self._ask)
                self._looking = asyncio.create_task(self._look())
            told = self._last
            yield told
            while True:
                moved = self._moved
                if told == self._last:
                    try:
                        await asyncio.wait_for(moved.wait(), SIGN_OF_LIFE_EVERY)
                    except TimeoutError:
                        yield None
                        continue
                told = self._last
                yield told
        finally:
            self._listeners -= 1

    async def _look(self) -> None:
        while self._listeners:
            await asyncio.sleep(LOOK_EVERY)
            try:
                now = await run_in_threadpool(self._ask)
            except Exception:  # a database that is away for a moment must not end the watch
                _log.warning("The store could not be asked for its revision; trying again.")
                continue
            if now != self._last:
                self._last = now
                moved, self._moved = self._moved, asyncio.Event()
                moved.set()
        self._looking = None


def live_routes(revision: Callable[[], int]) -> list[Route]:
    """Returns the routes that pages listen on: a stream of revisions, and the revision alone for those who poll."""
    watch = Watch(revision)

    async def stream(_request: Request) -> Response:
        async def lines() -> AsyncIterator[str]:
            async for now in watch.revisions():
                yield ": still here\n\n" if now is None else f"retry: 1000\ndata: {now}\n\n"

        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)

    async def now(_request: Request) -> Response:
        return JSONResponse({"revision": await run_in_threadpool(revision)}, headers={"Cache-Control": "no-store"})

    return [Route("/live/revisions", stream), Route("/live/revision", now)]
