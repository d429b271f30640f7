"""The template workbook by link."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.services.intake.workbooks.template import LANGUAGES, template
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.files.attachment import attachment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_routes() -> list[Route]:
    """Returns the route of the template."""
    return [Route("/template.xlsx", _template)]


async def _template(request: Request) -> Response:
    spoken = request.query_params.get("language", LANGUAGES[0])
    if spoken not in LANGUAGES:
        wrong = _("There is no template in “{code}”. Choose one of: {codes}.")
        return PlainTextResponse(wrong.format(code=spoken, codes=", ".join(LANGUAGES)), status_code=404)
    name, content = await run_in_threadpool(lambda: template(the_workspace().project, spoken))
    return Response(content, media_type=XLSX, headers=attachment(name))
