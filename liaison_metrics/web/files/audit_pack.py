"""An audit pack by link, piece by piece: which events, or how many by which seed, stands in the address."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from liaison_metrics.errors import LiaisonError, NotAllowed
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.services.events.evidence.packing import Draw
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import number_in
from liaison_metrics.web.files.attachment import attachment
from liaison_metrics.web.guards.session_gate import reader_of


def audit_pack_routes() -> list[Route]:
    """Returns the route of audit packs."""
    return [Route("/audit-pack.zip", _audit_pack)]


async def _audit_pack(request: Request) -> Response:
    return await run_in_threadpool(_respond, request)


def _respond(request: Request) -> Response:
    workspace, actor = the_workspace(), reader_of(request)
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    draw = _draw(request.query_params)
    if draw.city not in (None, *(one.code for one in workspace.project.cities)):
        return PlainTextResponse(_("The project has no city “{city}”.").format(city=draw.city), status_code=404)
    try:
        pack = make_audit_pack(workspace, draw, actor)
    except NotAllowed as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
    except LiaisonError as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=404)
    return StreamingResponse(pack.pieces, media_type="application/zip", headers=attachment(pack.name))


def _draw(query: QueryParams) -> Draw:
    events = tuple(number for text in query.getlist("event") if (number := number_in({"event": text}, "event")))
    return Draw(
        events, number_in(query, "sample"), number_in(query, "seed"), query.get("city") or None,
        query.get("activity") or None,
    )  # fmt: skip
