"""The sign-in sheets of planned events by link, for whoever is signed in and may see the event."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import NotAllowed, NotTypeset, UnknownEvent
from liaison_metrics.reports.forms.sign_in.pdf import sign_in_pdf
from liaison_metrics.reports.forms.sign_in.xlsx import sign_in_xlsx
from liaison_metrics.services.events.plans.sign_in.sheet import LANGUAGES, SignInSheet, sign_in_sheet
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.web.files.attachment import attachment
from liaison_metrics.web.guards.session_gate import reader_of

FORMS: dict[str, tuple[str, Callable[[SignInSheet], bytes]]] = {
    "pdf": ("application/pdf", sign_in_pdf),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sign_in_xlsx),
}
"""The forms of a sign-in sheet, with their media types."""


def sign_in_sheet_routes() -> list[Route]:
    """Returns the routes of sign-in sheets."""
    return [Route(f"/sign-in-sheet.{form}", _route(form)) for form in FORMS]


def _route(form: str) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        return await run_in_threadpool(_respond, form, request)

    return respond


def _respond(form: str, request: Request) -> Response:
    actor, (kind, write) = reader_of(request), FORMS[form]
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    number, spoken = request.query_params.get("plan", ""), request.query_params.get("language", "")
    if spoken and spoken not in LANGUAGES:
        wrong = _("There is no sign-in sheet in “{code}”. Choose one of: {codes}.")
        return PlainTextResponse(wrong.format(code=spoken, codes=", ".join(LANGUAGES)), status_code=404)
    try:
        sheet = sign_in_sheet(the_workspace(), int(number) if number.isdecimal() else 0, spoken, actor)
        content = write(sheet)
    except NotAllowed as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
    except (UnknownEvent, NotTypeset) as error:
        status = 404 if isinstance(error, UnknownEvent) else 503
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=status)
    return Response(content, media_type=kind, headers=attachment(f"{sheet.file}.{form}"))
