"""The report's files by link: the summary as a picture, the report as PDF, its figures as CSV.

A link's address says which report it is of, as the address of the Report page does. Whoever sees small numbers only as
issued gets the summary of the latest issued report.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.texts import _, speaking
from liaison_metrics.ui.frame.filters import read_filters
from liaison_metrics.ui.report.request import make_report, read_request
from liaison_metrics.web.files.attachment import attachment
from liaison_metrics.web.guards.session_gate import acting, is_by_token, reader_of

FILES: dict[str, tuple[str, str, Callable[[Report], bytes]]] = {
    "summary.png": ("-summary.png", "image/png", summary_png),
    "report.pdf": (".pdf", "application/pdf", pdf),
    "indicators.csv": ("-indicators.csv", "text/csv; charset=utf-8", lambda report: csv_files(report)["indicators"]),
}
"""The end of a file's name, its media type and how it is made, by the name in the address."""

_ISSUED_SUMMARY = pack.FORMS["png"].main
"""How the name of the summary's picture ends among the files of an issued report."""


def report_file_routes() -> list[Route]:
    """Returns the routes of these files."""
    made = [Route(f"/report-file/{name}", _route(partial(_respond, name))) for name in FILES]
    return [*made, Route("/report-file/issued-summary.png", _route(_respond_as_issued))]


def _route(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return respond


def _respond_as_issued(request: Request) -> Response:
    workspace, actor = the_workspace(), reader_of(request)
    if actor is None:
        return PlainTextResponse(_("Sign in first."), status_code=401)
    report = archive.latest_published(workspace, actor)
    files = archive.files_of(workspace, report.number, actor) if report else {}
    name = next((one for one in files if one.endswith(_ISSUED_SUMMARY)), None)
    if report is None or name is None:
        return PlainTextResponse(_("No report has been issued yet."), status_code=404)
    if not is_by_token(request):
        about = AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, report.number, after={"issued": True})
        record_alone(workspace, acting(request), about)
    headers = attachment(name.replace(_ISSUED_SUMMARY, "-summary.png"))
    return Response(files[name], media_type="image/png", headers=headers)


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
    with speaking(report.language):
        return Response(write(report), media_type=kind, headers=attachment(f"{pack.stem(report)}{end}"))
