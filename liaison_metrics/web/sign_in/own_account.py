"""The routes of somebody's own account: what it is, its sessions, and its password."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.accounts import sessions
from liaison_metrics.services.accounts.own import password as own_password
from liaison_metrics.services.accounts.own.signing_out import end_sessions
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.signing_in import confirm_password
from liaison_metrics.services.labels import account_name
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.sign_in.browser_names import browser_name
from liaison_metrics.web.sign_in.entering import enter, for_the_owner, visit_of
from liaison_metrics.web.sign_in.forms import go_to, page, read_form


def own_account_routes() -> list[Route]:
    """Returns the routes."""
    return [
        Route("/account", for_the_owner(_account)),
        Route("/account/sign-out", for_the_owner(_sign_out), methods=["POST"]),
        Route("/account/password", for_the_owner(_show_password)),
        Route("/account/password", for_the_owner(_change_password), methods=["POST"]),
    ]


async def _account(_request: Request, current: SignedIn) -> Response:
    return await _overview(current)


async def _overview(current: SignedIn, error: LiaisonError | None = None) -> Response:
    workspace = the_workspace()
    own = await run_in_threadpool(sessions.own_sessions, workspace, current.account.number, current.actor)
    return page(
        "account", _("Your account"), 200 if error is None else 400, account=current.account,
        name=account_name(workspace.project, current.actor), sessions=own, this=current.session,
        browser_name=browser_name, error=error,
    )  # fmt: skip


async def _sign_out(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    chosen, visit = form.get("session", ""), visit_of(request)
    session = int(chosen) if chosen.isdecimal() and len(chosen) <= 18 else None

    def end() -> None:
        workspace, number, password = the_workspace(), current.account.number, form.get("password", "")
        confirmed = confirm_password(workspace, number, password, visit, current.since)
        end_sessions(workspace, confirmed, session, current.actor)

    try:
        await run_in_threadpool(end)
    except LiaisonError as error:
        return await _overview(current, error)
    return go_to(request, "account")


async def _show_password(_request: Request, current: SignedIn) -> Response:
    return _password_page(current)


def _password_page(current: SignedIn, error: LiaisonError | None = None) -> Response:
    status = 200 if error is None else 400
    return page("own_password", _("Change your password"), status, email=current.account.email, error=error)


async def _change_password(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    visit = visit_of(request)

    def change() -> None:
        workspace = the_workspace()
        confirmed = confirm_password(workspace, current.account.number, form.get("current", ""), visit)
        own_password.change_password(workspace, confirmed, form.get("password", ""), current.actor)

    try:
        await run_in_threadpool(change)
    except LiaisonError as error:
        return _password_page(current, error)
    # The change ended this session as well: go on with a new one.
    return await enter(request, current.account.number, "account", code_checked=True)
