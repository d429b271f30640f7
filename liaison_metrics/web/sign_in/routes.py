"""The routes for signing in and out, choosing a password, and somebody's own account."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import InvalidLink, LiaisonError, SignInRefused
from liaison_metrics.services.accounts import links, sessions, signing_in
from liaison_metrics.services.accounts.links import LinkPurpose
from liaison_metrics.services.accounts.managing import checked_email
from liaison_metrics.services.accounts.signing_in import Visit
from liaison_metrics.services.labels import account_name
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.guards.session_gate import signed_in
from liaison_metrics.web.sign_in.cookies import device_token, drop_session, set_session
from liaison_metrics.web.sign_in.forms import go_to, own_path, page, read_form

STYLE = Path(__file__).parent / "templates" / "sign_in.css"


def sign_in_routes() -> list[Route]:
    """Returns the routes."""
    return [
        Route("/sign-in", _show_sign_in),
        Route("/sign-in", _sign_in, methods=["POST"]),
        Route("/sign-in/style.css", _style),
        Route("/sign-out", _sign_out, methods=["POST"]),
        Route("/link/{token}", _show_link),
        Route("/link/{token}", _choose_password, methods=["POST"]),
        Route("/account", _account),
        Route("/account/sign-out", _sign_out_elsewhere, methods=["POST"]),
    ]


async def _show_sign_in(request: Request) -> Response:
    if signed_in(request):
        return go_to(request, own_path(request.query_params.get("next", "")))
    return _sign_in_page(request.query_params.get("next", ""))


def _sign_in_page(following: str, email: str = "", error: LiaisonError | None = None) -> Response:
    status = 200 if error is None else 429 if getattr(error, "wait_seconds", 0) else 401
    return page("sign_in", _("Sign in"), status, next=own_path(following), email=email, error=error)


async def _sign_in(request: Request) -> Response:
    form = await read_form(request)
    email, following = form.get("email", ""), form.get("next", "")
    visit = Visit(_address(request), device_token(request))

    def check() -> int:
        return signing_in.check_sign_in(the_workspace(), email, form.get("password", ""), visit).number

    try:
        account = await run_in_threadpool(check)
    except SignInRefused as error:
        return _sign_in_page(following, email, error)
    return await _begin(request, account, following)


async def _begin(request: Request, account: int, following: str) -> Response:
    """Begins a session with a new token and goes on. A session that the browser had before ends."""
    before = signed_in(request)

    def begin() -> tuple[str, str]:
        workspace = the_workspace()
        if before is not None:
            sessions.end(workspace, before.account.number, before.session, before.actor)
        browser = request.headers.get("user-agent", "")
        return sessions.begin(workspace, account, browser), signing_in.device_cookie(workspace, account)

    token, device = await run_in_threadpool(begin)
    response = go_to(request, own_path(following))
    set_session(response, request, token, device)
    return response


async def _sign_out(request: Request) -> Response:
    await read_form(request)
    if current := signed_in(request):
        await run_in_threadpool(
            lambda: sessions.end(the_workspace(), current.account.number, current.session, current.actor)
        )
    response = go_to(request, "sign-in")
    drop_session(response, request)
    return response


async def _show_link(request: Request) -> Response:
    token = request.path_params["token"]
    try:
        link = await run_in_threadpool(lambda: links.open_link(the_workspace(), token))
    except InvalidLink as error:
        return page("message", _("Link"), 410, error=error)
    return _password_page(link)


def _password_page(link: links.PasswordLink, email: str = "", error: LiaisonError | None = None) -> Response:
    first = link.purpose is LinkPurpose.FIRST
    status = 200 if error is None else 400
    return page(
        "password", _("Choose a password"), status, first=first, email=email if first else link.email, error=error
    )


async def _choose_password(request: Request) -> Response:
    token = request.path_params["token"]
    form = await read_form(request)
    email = form.get("email", "")

    def choose(link: links.PasswordLink) -> int:
        address = checked_email(email) if link.purpose is LinkPurpose.FIRST else ""
        return links.choose_password(the_workspace(), token, form.get("password", ""), address)

    try:
        link = await run_in_threadpool(lambda: links.open_link(the_workspace(), token))
        account = await run_in_threadpool(lambda: choose(link))
    except InvalidLink as error:
        return page("message", _("Link"), 410, error=error)
    except LiaisonError as error:
        return _password_page(link, email, error)
    return await _begin(request, account, "")


async def _account(request: Request) -> Response:
    current = signed_in(request)
    if current is None:
        return go_to(request, "sign-in?next=account")
    workspace = the_workspace()
    own = await run_in_threadpool(lambda: sessions.own_sessions(workspace, current.account.number, current.actor))
    name = account_name(workspace.project, current.actor)
    return page("account", _("Your account"), account=current.account, name=name, sessions=own, this=current.session)


async def _sign_out_elsewhere(request: Request) -> Response:
    form = await read_form(request)
    current = signed_in(request)
    if current is None:
        return go_to(request, "sign-in?next=account")
    chosen = form.get("session", "")
    session = int(chosen) if chosen.isdecimal() and len(chosen) <= 18 else None
    await run_in_threadpool(lambda: sessions.end(the_workspace(), current.account.number, session, current.actor))
    return go_to(request, "account")


async def _style(_request: Request) -> Response:
    return FileResponse(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
