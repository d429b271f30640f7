"""Lets nobody in who is not signed in, where the settings ask for accounts: neither to a page nor to a route, file or
websocket."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.accounts.own.access_tokens import actor_of_token
from liaison_metrics.services.accounts.sessions import SignedIn, session_of
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _, use_language
from liaison_metrics.web.guards.languages import asked_language
from liaison_metrics.web.guards.origins import refuse
from liaison_metrics.web.sign_in.cookies import session_token

OPEN = {"sign-in": 3, "sign-out": 1, "link": 2, "share": 2, "health": 1}
"""What needs no session, by the first part of the address: signing in, links with a token of their own, and the health
check; and how many parts such addresses have at most. What is further below can be one of Streamlit's."""

FOR_TOKENS = ("/export/", "/picture/", "/calendar/")
"""What an access token opens: files, and nothing else."""

FOR_SET_UP = frozenset({
    "/account", "/account/sign-out", "/account/password", "/account/second-factor", "/account/second-factor/confirm",
    "/account/passkeys", "/account/passkeys/options",
})  # fmt: skip
"""What is open to somebody who has to set up a second factor first."""

_STATE, _BY_TOKEN = "signed_in", "by_token"


class SessionGate:
    """Passes on requests of those who are signed in, and asks the others to sign in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, sends a browser that opens a page to the sign-in page, or answers 401."""
        if scope["type"] not in ("http", "websocket") or not the_workspace().settings.needs_accounts:
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        token, path = session_token(request), scope["path"].removeprefix(scope.get("root_path", ""))
        found = await run_in_threadpool(session_of, the_workspace(), token) if token else None
        state = scope.setdefault("state", {})
        if found is None and (access := _access_token(request, path)):
            state[_BY_TOKEN] = await run_in_threadpool(actor_of_token, the_workspace(), access, path)
        if found is None and not is_by_token(request) and not _is_open(scope, path):
            await _ask(scope, path, receive, send)
            return
        if found is not None and found.lacks_factor and not _is_open(scope, path) and path not in FOR_SET_UP:
            await _send_to_set_up(scope, receive, send)
            return
        state[_STATE] = found
        if found is not None and found.account.language and not asked_language(request):
            use_language(found.account.language)
        await self.app(scope, receive, send)


def _is_open(scope: Scope, path: str) -> bool:
    parts = path.removeprefix("/").removesuffix("/").split("/")
    return scope["type"] == "http" and len(parts) <= OPEN.get(parts[0], 0)


def signed_in(request: HTTPConnection) -> SignedIn | None:
    """Returns the session of a request, None where nobody is signed in or nobody needs to be."""
    found: SignedIn | None = request.scope.get("state", {}).get(_STATE)
    return found


def acting(request: HTTPConnection) -> Actor | None:
    """Returns who acts in a request, None where nobody is signed in or nobody needs to be."""
    found = signed_in(request)
    return found.actor if found else _token_actor(request)


def is_by_token(request: HTTPConnection) -> bool:
    """Returns whether a request came with an access token. Its use is recorded with the token."""
    return _token_actor(request) is not None


def _token_actor(request: HTTPConnection) -> Actor | None:
    found: Actor | None = request.scope.get("state", {}).get(_BY_TOKEN)
    return found


def _access_token(request: HTTPConnection, path: str) -> str:
    """Returns the access token of a request for a file, "" where there is none or it asks for anything else."""
    if request.scope["type"] != "http" or request.scope["method"] not in ("GET", "HEAD"):
        return ""
    if not path.startswith(FOR_TOKENS):
        return ""
    kind, _space, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else request.query_params.get("token", "")


def reader_of(request: HTTPConnection) -> Actor | None:
    """Returns who reads: whoever signed in or gave an access token; where nobody needs to, the one person of this
    machine, who sees everything like the coordinator."""
    found = acting(request)
    if found is not None:
        return found
    return None if the_workspace().settings.needs_accounts else COORDINATOR


async def _send_to_set_up(scope: Scope, receive: Receive, send: Send) -> None:
    if _opens_page(scope):
        address = f"{scope.get('root_path', '').rstrip('/')}/account/second-factor"
        await RedirectResponse(address, 303, headers={"Cache-Control": "no-store"})(scope, receive, send)
    else:
        await refuse(403, _("Set up a second factor first: open the page of your account."), scope, receive, send)


def _opens_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return "text/html" in HTTPConnection(scope).headers.get("accept", "")


async def _ask(scope: Scope, path: str, receive: Receive, send: Send) -> None:
    if _opens_page(scope):
        query = scope["query_string"].decode("latin-1")
        following = quote(path.lstrip("/") + (f"?{query}" if query else ""))
        address = f"{scope.get('root_path', '').rstrip('/')}/sign-in" + (f"?next={following}" if following else "")
        await RedirectResponse(address, 303, headers={"Cache-Control": "no-store"})(scope, receive, send)
    else:
        await refuse(401, _("Sign in first."), scope, receive, send)
