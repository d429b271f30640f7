"""The routes for passkeys: sign in with one, add one to the own account, remove it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError, SignInRefused
from liaison_metrics.services.accounts.factors import passkeys
from liaison_metrics.services.accounts.factors.passkeys import PasskeyAnswer, PasskeyRequest, PasskeySite
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.accounts.signing_in import confirm_password
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.sign_in.browser_names import browser_name
from liaison_metrics.web.sign_in.cookies import set_step, step_token
from liaison_metrics.web.sign_in.entering import enter, for_the_owner, visit_of
from liaison_metrics.web.sign_in.forms import go_to, page, read_form
from liaison_metrics.web.sign_in.sign_in_page import sign_in_page

SCRIPT = Path(__file__).parent / "static" / "passkeys.js"


def passkey_routes() -> list[Route]:
    """Returns the routes."""
    return [
        Route("/sign-in/passkeys.js", _script),
        Route("/sign-in/passkey", _sign_in, methods=["POST"]),
        Route("/sign-in/passkey/options", _ask_for_passkey, methods=["POST"]),
        Route("/account/passkeys", for_the_owner(_show)),
        Route("/account/passkeys", for_the_owner(_add), methods=["POST"]),
        Route("/account/passkeys/options", for_the_owner(_ask_for_new), methods=["POST"]),
        Route("/account/passkeys/remove", for_the_owner(_remove), methods=["POST"]),
    ]


async def _script(_request: Request) -> Response:
    return FileResponse(SCRIPT, media_type="text/javascript", headers={"Cache-Control": "max-age=3600"})


async def _ask_for_passkey(request: Request) -> Response:
    await read_form(request)
    return _options(request, passkeys.ask_for_passkey(the_workspace(), _site(request)))


async def _sign_in(request: Request) -> Response:
    form = await read_form(request)
    following = form.get("next", "")
    answer = PasskeyAnswer(form.get("credential", ""), step_token(request), _site(request))
    try:
        account = await run_in_threadpool(passkeys.check_passkey, the_workspace(), answer, visit_of(request))
        # The device asked for a fingerprint, face or PIN: that is a second factor.
        return await enter(request, account, following, code_checked=True)
    except SignInRefused as error:
        return sign_in_page(following, error=error, up="../")


async def _show(_request: Request, current: SignedIn) -> Response:
    return await _overview(current)


async def _overview(current: SignedIn, error: LiaisonError | None = None) -> Response:
    workspace, account = the_workspace(), current.account
    own = await run_in_threadpool(passkeys.own_passkeys, workspace, account.number, current.actor)
    status = 200 if error is None else 400
    return page("passkeys", _("Passkeys"), status, account=account, passkeys=own, error=error)


async def _ask_for_new(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    visit, site = visit_of(request), _site(request)

    def ask() -> PasskeyRequest:
        confirmed = confirm_password(
            the_workspace(), current.account.number, form.get("password", ""), visit, current.since
        )
        return passkeys.ask_for_new(the_workspace(), confirmed, site, current.actor)

    try:
        return _options(request, await run_in_threadpool(ask))
    except SignInRefused as error:
        return PlainTextResponse(str(error), 400)


async def _add(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    name = browser_name(request.headers.get("user-agent", ""))
    answer = PasskeyAnswer(form.get("credential", ""), step_token(request), _site(request), name)
    try:
        await run_in_threadpool(passkeys.add_passkey, the_workspace(), current.account.number, answer, current.actor)
    except SignInRefused as error:
        return await _overview(current, error)
    return go_to(request, "account/passkeys")


async def _remove(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    visit, chosen = visit_of(request), form.get("passkey", "")

    def remove() -> None:
        confirmed = confirm_password(
            the_workspace(), current.account.number, form.get("password", ""), visit, current.since
        )
        number = int(chosen) if chosen.isdecimal() and len(chosen) <= 18 else 0
        passkeys.remove_passkey(the_workspace(), confirmed, number, current.actor)

    try:
        await run_in_threadpool(remove)
    except SignInRefused as error:
        return await _overview(current, error)
    return go_to(request, "account/passkeys")


def _options(request: Request, asked: PasskeyRequest) -> Response:
    response = Response(asked.options, media_type="application/json", headers={"Cache-Control": "no-store"})
    set_step(response, request, asked.step)
    return response


def _site(request: Request) -> PasskeySite:
    parts = urlsplit(the_workspace().settings.public_url or str(request.base_url))
    return PasskeySite(parts.hostname or "", f"{parts.scheme}://{parts.netloc}")
