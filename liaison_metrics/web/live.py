"""Live updates: a stream of the store's revisions, and the latest revision for clients that poll."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from liaison_metrics.services.workspace.watch import Watch


def live_routes(watch: Watch) -> list[Route]:
    """Returns the routes for live updates: a stream of revisions, and the latest revision for clients that poll."""

    async def stream(_request: Request) -> Response:
        async def lines() -> AsyncIterator[str]:
            async for now in watch.revisions():
                yield ": still here\n\n" if now is None else f"retry: 1000\ndata: {now}\n\n"

        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)

    async def now(_request: Request) -> Response:
        return JSONResponse(
            {"revision": await run_in_threadpool(watch.revision)}, headers={"Cache-Control": "no-store"}
        )

    return [Route("/live/revisions", stream), Route("/live/revision", now)]
