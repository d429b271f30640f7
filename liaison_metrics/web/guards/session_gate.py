"""Lets nobody in who is not signed in, where the settings ask for accounts: neither to a page nor to a route, file or
websocket."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.accounts.sessions import SignedIn, session_of
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.guards.origins import refuse
from liaison_metrics.web.sign_in.cookies import session_token

OPEN = ("/sign-in", "/sign-out", "/link/", "/health")
"""What needs no session: signing in, links with a token of their own, and the health check."""

_STATE = "signed_in"


class SessionGate:
    """Passes on requests of those who are signed in, and asks the others to sign in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, sends a browser that opens a page to the sign-in page, or answers 401."""
        if scope["type"] not in ("http", "websocket") or not the_workspace().settings.needs_accounts:
            await self.app(scope, receive, send)
            return
        token = session_token(HTTPConnection(scope))
        found = await run_in_threadpool(session_of, the_workspace(), token) if token else None
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if found is None and not any(path == one.rstrip("/") or path.startswith(one) for one in OPEN):
            await _ask(scope, path, receive, send)
            return
        scope.setdefault("state", {})[_STATE] = found
        await self.app(scope, receive, send)


def signed_in(request: HTTPConnection) -> SignedIn | None:
    """Returns the session of a request, None where nobody is signed in or nobody needs to be."""
    found: SignedIn | None = request.scope.get("state", {}).get(_STATE)
    return found


def acting(request: HTTPConnection) -> Actor | None:
    """Returns who acts in a request, None where nobody is signed in or nobody needs to be."""
    found = signed_in(request)
    return found.actor if found else None


async def _ask(scope: Scope, path: str, receive: Receive, send: Send) -> None:
    accepts = HTTPConnection(scope).headers.get("accept", "") if scope["type"] == "http" else ""
    if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and "text/html" in accepts:
        query = scope["query_string"].decode("latin-1")
        following = quote(path.lstrip("/") + (f"?{query}" if query else ""))
        address = f"{scope.get('root_path', '').rstrip('/')}/sign-in" + (f"?next={following}" if following else "")
        await RedirectResponse(address, 303, headers={"Cache-Control": "no-store"})(scope, receive, send)
    else:
        await refuse(401, _("Sign in first."), scope, receive, send)
