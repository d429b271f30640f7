"""The routes for signing in and out, and for choosing a password by a link."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import InvalidLink, LiaisonError, SignInRefused
from liaison_metrics.services.accounts import links, sessions, signing_in
from liaison_metrics.services.accounts.factors import authenticator
from liaison_metrics.services.accounts.links import LinkPurpose
from liaison_metrics.services.accounts.managing import checked_email
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.guards.session_gate import signed_in
from liaison_metrics.web.sign_in.cookies import drop_session, step_token
from liaison_metrics.web.sign_in.entering import enter, visit_of
from liaison_metrics.web.sign_in.forms import go_to, own_path, page, read_form
from liaison_metrics.web.sign_in.own_account import own_account_routes
from liaison_metrics.web.sign_in.passkeys import passkey_routes
from liaison_metrics.web.sign_in.provider import provider_routes
from liaison_metrics.web.sign_in.second_factor import second_factor_routes
from liaison_metrics.web.sign_in.sign_in_page import sign_in_page

STYLE = Path(__file__).parent / "static" / "style.css"


def sign_in_routes() -> list[Route]:
    """Returns the routes, those of somebody's own account included."""
    return [
        Route("/sign-in", _show_sign_in),
        Route("/sign-in", _sign_in, methods=["POST"]),
        Route("/sign-in/code", _show_code),
        Route("/sign-in/code", _check_code, methods=["POST"]),
        Route("/sign-in/style.css", _style),
        Route("/sign-out", _sign_out, methods=["POST"]),
        Route("/link/{token}", _show_link),
        Route("/link/{token}", _choose_password, methods=["POST"]),
        *own_account_routes(),
        *second_factor_routes(),
        *provider_routes(),
        *passkey_routes(),
    ]


async def _show_sign_in(request: Request) -> Response:
    if signed_in(request):
        return go_to(request, own_path(request.query_params.get("next", "")))
    return sign_in_page(request.query_params.get("next", ""))


async def _sign_in(request: Request) -> Response:
    form = await read_form(request)
    email, password, following = form.get("email", ""), form.get("password", ""), form.get("next", "")
    visit = visit_of(request)
    try:
        account = await run_in_threadpool(signing_in.check_sign_in, the_workspace(), email, password, visit)
        return await enter(request, account.number, following)
    except SignInRefused as error:
        return sign_in_page(following, email, error)


async def _show_code(request: Request) -> Response:
    following = request.query_params.get("next", "")
    try:
        await run_in_threadpool(signing_in.account_at_code, the_workspace(), step_token(request))
    except SignInRefused:
        return go_to(request, f"sign-in?next={quote(own_path(following))}")
    return _code_page(following, "recovery" in request.query_params)


def _code_page(following: str, recovery: bool, error: SignInRefused | None = None) -> Response:
    status = 200 if error is None else 429 if error.wait_seconds else 401
    return page("code", _("Enter the code"), status, next=own_path(following), recovery=recovery, error=error)


async def _check_code(request: Request) -> Response:
    form = await read_form(request)
    step, code, following = step_token(request), form.get("code", ""), form.get("next", "")
    workspace = the_workspace()
    try:
        await run_in_threadpool(signing_in.account_at_code, workspace, step)
    except SignInRefused as error:
        return sign_in_page(following, error=error, up="../")
    try:
        account = await run_in_threadpool(authenticator.check_code, workspace, step, code, visit_of(request))
    except SignInRefused as error:
        return _code_page(following, "recovery" in form, error)
    return await enter(request, account, following, code_checked=True)


async def _sign_out(request: Request) -> Response:
    await read_form(request)
    if current := signed_in(request):
        await run_in_threadpool(sessions.end, the_workspace(), current, current.actor)
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
        "password",
        _("Choose a password"),
        status,
        first=first,
        email=email if first else link.email,
        error=error,
        reset=link.purpose is LinkPurpose.RESET,
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
    try:
        return await enter(request, account, "")
    except SignInRefused as error:
        return sign_in_page("", error=error, up="../")


async def _style(_request: Request) -> Response:
    return FileResponse(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})
