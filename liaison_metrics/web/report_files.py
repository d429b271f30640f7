"""The report's files by link: the summary as a picture, the report as PDF, its figures as CSV.

A link's address says which report it is of, as the address of the Report page does.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from liaison_metrics.errors import NotAllowed
from liaison_metrics.reports import pack
from liaison_metrics.reports.forms.pdf import pdf
from liaison_metrics.reports.forms.png import summary_png
from liaison_metrics.reports.forms.tidy import csv_files
from liaison_metrics.reports.model import Report
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import read_filters
from liaison_metrics.ui.report.request import make_report, read_request
from liaison_metrics.web.attachment import attachment
from liaison_metrics.web.guards.session_gate import acting, is_by_token, reader_of

FILES: dict[str, tuple[str, str, Callable[[Report], bytes]]] = {
    "summary.png": ("-summary.png", "image/png", summary_png),
    "report.pdf": (".pdf", "application/pdf", pdf),
    "indicators.csv": ("-indicators.csv", "text/csv; charset=utf-8", lambda report: csv_files(report)["indicators"]),
}
"""The end of a file's name, its media type and how it is made, by the name in the address."""


def report_file_routes() -> list[Route]:
    """Returns the routes of these files."""
    return [Route(f"/report-file/{name}", _route(name)) for name in FILES]


def _route(name: str) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        return await run_in_threadpool(_respond, name, request)

    return respond


def _respond(name: str, request: Request) -> Response:
    workspace, actor = the_workspace(), reader_of(request)
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    address = dict(request.query_params)
    filters = read_filters(workspace.project, address).read_by(workspace.project, actor)
    wanted = read_request(filters, address)
    end, kind, write = FILES[name]
    try:
        report = make_report(workspace, wanted, actor)
    except NotAllowed as error:
        return PlainTextResponse(f"{error.message} {error.hint}", status_code=403)
    if not is_by_token(request):
        about = {
            "forms": [name], "city": report.scope.city or "", "as_of": report.as_of.isoformat(),
            "threshold": report.threshold,
        }  # fmt: skip
        record_alone(workspace, acting(request), AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, after=about))
    return Response(write(report), media_type=kind, headers=attachment(f"{pack.stem(report)}{end}"))
