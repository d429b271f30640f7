"""The page of somebody's own access tokens: list, make, revoke."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Role
from liaison_metrics.services.accounts.own import access_tokens
from liaison_metrics.services.accounts.own.access_tokens import LIFETIMES, NewAccessToken
from liaison_metrics.services.accounts.sessions import SignedIn
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.sign_in.entering import for_the_owner
from liaison_metrics.web.sign_in.forms import go_to, page, read_form


def own_token_routes() -> list[Route]:
    """Returns the routes."""
    return [
        Route("/account/tokens", for_the_owner(_show)),
        Route("/account/tokens", for_the_owner(_make), methods=["POST"]),
        Route("/account/tokens/revoke", for_the_owner(_revoke), methods=["POST"]),
    ]


async def _show(_request: Request, current: SignedIn) -> Response:
    return await run_in_threadpool(_page, current)


def _page(current: SignedIn, made: str = "", error: LiaisonError | None = None) -> Response:
    tokens = access_tokens.own_tokens(the_workspace(), current.account.number, current.actor)
    roles = {Role.COORDINATOR: _("everything you see"), Role.FUNDER: _("what the funder sees")}
    offered = access_tokens.roles_for(current.actor)
    return page(
        "own_tokens", _("Access tokens"), 200 if error is None else 400, tokens=tokens, made=made, error=error,
        lifetimes=LIFETIMES, roles={role.value: roles.get(role, _("what you see")) for role in offered},
    )  # fmt: skip


async def _make(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)

    def make() -> Response:
        try:
            days, role = form.get("days", ""), form.get("role", current.actor.role.value)
            entered = NewAccessToken(
                form.get("name", ""), int(days) if days in map(str, LIFETIMES) else 0,
                Role(role) if role in set(Role) else current.actor.role,
            )  # fmt: skip
            token = access_tokens.make_token(the_workspace(), current.account.number, entered, current.actor)
        except LiaisonError as error:
            return _page(current, error=error)
        return _page(current, made=token)

    return await run_in_threadpool(make)


async def _revoke(request: Request, current: SignedIn) -> Response:
    form = await read_form(request)
    chosen = form.get("token", "")
    number = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) <= 18 else 0

    def revoke() -> Response:
        try:
            access_tokens.revoke_token(the_workspace(), number, current.actor)
        except LiaisonError as error:
            return _page(current, error=error)
        return go_to(request, "account/tokens")

    return await run_in_threadpool(revoke)
