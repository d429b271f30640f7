"""An evidence file by link. Each opening is recorded."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import NotAllowed, UnknownEvidence
from liaison_metrics.services.events.evidence.checking import LINK, MEDIA_TYPES
from liaison_metrics.services.events.evidence.keeping import open_evidence
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.files.attachment import attachment
from liaison_metrics.web.guards.session_gate import reader_of


def evidence_routes() -> list[Route]:
    """Returns the route of evidence files, by their numbers."""
    return [Route("/evidence/{number:int}", _evidence)]


async def _evidence(request: Request) -> Response:
    return await run_in_threadpool(_respond, request)


def _respond(request: Request) -> Response:
    actor = reader_of(request)
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    try:
        found = open_evidence(the_workspace(), request.path_params["number"], actor)
    except NotAllowed as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
    except UnknownEvidence as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=404)
    if found.form == LINK:
        return RedirectResponse(found.content.decode(), 303, headers={"Cache-Control": "no-store"})
    return Response(found.content, media_type=MEDIA_TYPES[found.form], headers=attachment(found.name))
