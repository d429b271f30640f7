"""The routes for the second factor of somebody's own account: set up an authenticator app, or remove it."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError, WrongEntry
from liaison_metrics.services.accounts.factors import authenticator
from liaison_metrics.services.accounts.factors.authenticator import NewAuthenticator
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.signing_in import confirm_password
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.sign_in.entering import for_the_owner, visit_of
from liaison_metrics.web.sign_in.forms import go_to, page, read_form

QUIET_ZONE = 4
"""Light modules around the code; readers need them."""


def second_factor_routes() -> list[Route]:
    """Returns the routes."""
    return [
        Route("/account/second-factor", for_the_owner(_show)),
        Route("/account/second-factor", for_the_owner(_begin), methods=["POST"]),
        Route("/account/second-factor/confirm", for_the_owner(_confirm), methods=["POST"]),
        Route("/account/second-factor/remove", for_the_owner(_remove), methods=["POST"]),
    ]


async def _show(_request: Request, current: SignedIn) -> Response:
    return await _overview(current)


async def _overview(current: SignedIn, error: LiaisonError | None = None) -> Response:
    number = current.account.number
    left = await run_in_threadpool(authenticator.recovery_codes_left, the_workspace(), number, current.actor)
    status = 200 if error is None else 400
    return page(
        "second_factor", _("Authenticator app"), status, account=current.account, codes_left=left, error=error,
        required=current.lacks_factor,
    )  # fmt: skip


async def _begin(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    visit = visit_of(request)

    def begin() -> NewAuthenticator:
        workspace, number, password = the_workspace(), current.account.number, form.get("password", "")
        confirmed = confirm_password(workspace, number, password, visit, current.since)
        return authenticator.new_authenticator(the_workspace(), confirmed, current.actor)

    try:
        return _secret_page(await run_in_threadpool(begin))
    except LiaisonError as error:
        return await _overview(current, error)


def _secret_page(new: NewAuthenticator, error: LiaisonError | None = None) -> Response:
    groups = " ".join(new.secret[at : at + 4] for at in range(0, len(new.secret), 4))
    status = 200 if error is None else 400
    return page(
        "authenticator", _("Set up an authenticator app"), status, step=new.step, secret=groups,
        address=new.address, picture=_qr_code(new.address), error=error,
    )  # fmt: skip


async def _confirm(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    workspace, number, step = the_workspace(), current.account.number, form.get("step", "")
    try:
        codes = await run_in_threadpool(
            authenticator.set_up, workspace, number, step, form.get("code", ""), current.actor
        )
    except WrongEntry as error:
        new = await run_in_threadpool(authenticator.shown_again, workspace, number, step, current.actor)
        return _secret_page(new, error)
    except LiaisonError as error:
        return await _overview(current, error)
    return page("recovery_codes", _("Your recovery codes"), codes=codes)


async def _remove(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    visit = visit_of(request)

    def remove() -> None:
        workspace, number, password = the_workspace(), current.account.number, form.get("password", "")
        confirmed = confirm_password(workspace, number, password, visit, current.since)
        authenticator.remove_authenticator(the_workspace(), confirmed, current.actor)

    try:
        await run_in_threadpool(remove)
    except LiaisonError as error:
        return await _overview(current, error)
    return go_to(request, "account")


def _qr_code(address: str) -> Markup:
    """Returns a QR code as SVG for the page itself: dark on light in every colour scheme, as readers need it."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(
        picture, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=QUIET_ZONE, dark="#000", light="#fff",
        title=_("QR code for the authenticator app"), svgclass="qr", lineclass=None,
    )  # fmt: skip
    return Markup(picture.getvalue().decode())
