"""The routes for signing in at the OpenID Connect provider."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.accounts.openid import provider_sign_in
from liaison_metrics.services.accounts.openid.provider_sign_in import Arrival
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.web.sign_in.cookies import set_step, step_token
from liaison_metrics.web.sign_in.entering import enter, visit_of
from liaison_metrics.web.sign_in.forms import SEE_OTHER, own_path
from liaison_metrics.web.sign_in.sign_in_page import sign_in_page

BACK = "/sign-in/provider/back"


def provider_routes() -> list[Route]:
    """Returns the routes."""
    return [Route("/sign-in/provider", _leave), Route(BACK, _arrive)]


async def _leave(request: Request) -> Response:
    following = own_path(request.query_params.get("next", ""))
    try:
        departure = await run_in_threadpool(provider_sign_in.leave, the_workspace(), _redirect(request), following)
    except LiaisonError as error:
        return sign_in_page(following, error=error, up="../")
    response = RedirectResponse(departure.address, SEE_OTHER, headers={"Cache-Control": "no-store"})
    set_step(response, request, departure.step)
    return response


async def _arrive(request: Request) -> Response:
    arrival = Arrival(step_token(request), dict(request.query_params), _redirect(request))
    try:
        account, following = await run_in_threadpool(
            provider_sign_in.arrive, the_workspace(), arrival, visit_of(request)
        )
        return await enter(request, account, following)
    except LiaisonError as error:
        return sign_in_page("", error=error, up="../../")


def _redirect(request: Request) -> str:
    """Returns the address to which the provider sends browsers back; the provider has to know it."""
    return f"{the_workspace().settings.public_url or str(request.base_url).rstrip('/')}{BACK}"
