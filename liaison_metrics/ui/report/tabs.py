"""The tabs of the Report page: the report itself, its files, issued reports, texts, what changed
between reports, share links."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from liaison_metrics.reports.model import Report
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import joined
from liaison_metrics.ui.report import comparing, downloads, issued, issuing, sharing, texts
from liaison_metrics.ui.report.request import ReportRequest

KEY = "report-tab"


def show(
    page_request: PageRequest, request: ReportRequest, report: Report, rendered: Markup, actor: Actor | None
) -> None:
    """Shows the tabs that the actor may use, with the content of the open one. *rendered* is the report as HTML."""
    workspace = page_request.workspace

    def whole() -> None:
        html_block("report", Markup('<div class="on-page">{}{}</div>').format(_links(request), rendered))

    def issued_reports() -> None:
        ask_actor(workspace.project, _("Coordinators issue reports. Choose your organisation"))
        if actor is not None and allows(actor, Action.REPORT_ISSUE):
            issuing.show(page_request, request, actor)
        issued.show(page_request)

    contents: dict[str, Callable[[], None]] = {
        _("Report"): whole,
        _("Prepare files"): lambda: downloads.show(workspace, report, (page_request.revision, request.key)),
        _("Issued reports"): issued_reports,
    }
    if actor is not None and allows(actor, Action.REPORT_TEXT_CHANGE):
        contents[_("Texts")] = lambda: texts.show(workspace, report, actor)
    if actor is not None and allows(actor, Action.REPORT_COMPARE):
        contents[_("Compare")] = lambda: comparing.show(page_request, actor)
    if actor is not None and allows(actor, Action.LINK_SHARE):
        contents[_("Share links")] = lambda: sharing.show(workspace, actor)
    if st.session_state.get(KEY) in contents:
        # Whoever says who they are gets more tabs, and must stay in theirs: a value that is set outlives the old tabs.
        st.session_state[KEY] = st.session_state[KEY]
    for tab, content in zip(st.tabs(list(contents), key=KEY, on_change="rerun"), contents.values(), strict=True):
        if tab.open:
            with tab:
                content()


def _links(request: ReportRequest) -> Markup:
    """Returns the links to the report's files that most people want, without preparing them first."""
    files = {
        "summary.png": (_("PNG"), _("Download the summary as a picture")),
        "report.pdf": (_("PDF"), _("Download the report as PDF")),
        "indicators.csv": (_("CSV"), _("Download the figures as CSV")),
    }
    links = (
        Markup('<a download href="report-file/{}{}" title="{}" aria-label="{}">↓ {}</a>').format(
            name, request.link, words, words, form
        )
        for name, (form, words) in files.items()
    )
    return Markup('<p class="tools report-files">{}</p>').format(joined(links))
