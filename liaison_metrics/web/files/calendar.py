"""The calendar of planned events by link: for whoever is signed in, or with an access token."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.events.plans.feed import feed
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.guards.session_gate import reader_of

CALENDAR = "/calendar/events.ics"


def calendar_routes() -> list[Route]:
    """Returns the route of the calendar."""
    return [Route(CALENDAR, _calendar)]


async def _calendar(request: Request) -> Response:
    return await run_in_threadpool(_respond, request)


def _respond(request: Request) -> Response:
    workspace, actor, city = the_workspace(), reader_of(request), request.query_params.get("city")
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    if city is not None and city not in {one.code for one in workspace.project.cities}:
        return PlainTextResponse(_("The project has no city “{city}”.").format(city=city), status_code=404)
    try:
        content = feed(workspace, actor, city)
    except NotAllowed as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
    return Response(content, media_type="text/calendar; charset=utf-8", headers={"Cache-Control": "no-store"})
