"""All routes beside the pages."""

from __future__ import annotations

from starlette.routing import Route

from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.web.downloads import download_routes
from liaison_metrics.web.files.audit_pack import audit_pack_routes
from liaison_metrics.web.files.calendar import calendar_routes
from liaison_metrics.web.files.evidence import evidence_routes
from liaison_metrics.web.files.sign_in_sheets import sign_in_sheet_routes
from liaison_metrics.web.files.template import template_routes
from liaison_metrics.web.health import health_routes
from liaison_metrics.web.live import live_routes
from liaison_metrics.web.report_files import report_file_routes
from liaison_metrics.web.sharing.own_tokens import own_token_routes
from liaison_metrics.web.sharing.shared_pages import shared_page_routes
from liaison_metrics.web.sign_in.routes import sign_in_routes


def routes() -> list[Route]:
    """Returns all routes beside the pages."""
    return [
        *health_routes(),
        *sign_in_routes(),
        *own_token_routes(),
        *shared_page_routes(),
        *download_routes(),
        *calendar_routes(),
        *evidence_routes(),
        *audit_pack_routes(),
        *sign_in_sheet_routes(),
        *report_file_routes(),
        *template_routes(),
        *live_routes(watch),
    ]
