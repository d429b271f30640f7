"""The health check: whether this process can read its store. For proxies and containers; it says nothing else."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.workspace.server import the_workspace


def health_routes() -> list[Route]:
    """Returns the route of the health check."""
    return [Route("/health", _health)]


async def _health(_request: Request) -> Response:
    try:
        await run_in_threadpool(lambda: the_workspace().revision())
    except LiaisonError:
        return PlainTextResponse("unavailable", status_code=503, headers={"Cache-Control": "no-store"})
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})
