"""What follows when somebody proved who they are: a session, or the page that asks for the code."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from liaison_metrics.services.accounts import signing_in
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.web.guards.session_gate import signed_in
from liaison_metrics.web.sign_in.cookies import device_token, set_session, set_step
from liaison_metrics.web.sign_in.forms import go_to, own_path

Handler = Callable[[Request], Awaitable[Response]]
OwnHandler = Callable[[Request, SignedIn], Awaitable[Response]]


def visit_of(request: Request) -> Visit:
    """Returns where a request comes from."""
    return Visit(request.client.host if request.client else "", device_token(request))


async def enter(request: Request, account: int, following: str, *, code_checked: bool = False) -> Response:
    """Begins a session with a new token and goes on to *following*, or asks for the code first. A session that the
    browser had before ends.

    Raises SignInRefused for a disabled account.
    """
    before, browser = signed_in(request), request.headers.get("user-agent", "")
    entered = await run_in_threadpool(
        lambda: signing_in.enter(the_workspace(), account, browser, before, code_checked=code_checked)
    )
    if entered.step:
        response = go_to(request, f"sign-in/code?next={quote(own_path(following))}")
        set_step(response, request, entered.step)
        return response
    response = go_to(request, own_path(following))
    set_session(response, request, entered.session, entered.device)
    return response


def for_the_owner(handler: OwnHandler) -> Handler:
    """Returns a handler for an own page: whoever is not signed in is asked to sign in first."""

    async def respond(request: Request) -> Response:
        current = signed_in(request)
        if current is None:
            return go_to(request, "sign-in?next=account")
        return await handler(request, current)

    return respond
