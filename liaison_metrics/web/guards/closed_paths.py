"""Closes addresses of Streamlit that the pages do not need."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from liaison_metrics.texts import _
from liaison_metrics.web.guards.origins import refuse

CLOSED = ("_stcore/metrics", "_stcore/agent", "_stcore/script-health-check", "st-metrics")
"""What counts visitors and memory, drives a page without a browser, or runs a page for anybody who asks."""


class ClosedPaths:
    """Answers 404 for what is closed, wherever the server is mounted."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers that there is no such address."""
        path = f"{scope.get('path', '').strip('/')}/"
        if scope["type"] in ("http", "websocket") and any(f"{closed}/" in f"/{path}" for closed in CLOSED):
            await refuse(404, _("There is nothing at this address."), scope, receive, send)
        else:
            await self.app(scope, receive, send)
