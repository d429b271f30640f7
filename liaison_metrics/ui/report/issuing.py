"""Issuing reports, for the coordinator: issue, download as issued, compare any two."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics.errors import LiaisonError
from liaison_metrics.reports import issued, pack
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note
from liaison_metrics.ui.report import downloads
from liaison_metrics.ui.report.comparison import comparison_card
from liaison_metrics.ui.report.issued import files_button, issued_table, report_words
from liaison_metrics.ui.report.request import ReportRequest, make_report


def show(page_request: PageRequest, request: ReportRequest, actor: Actor) -> None:
    """Shows the form that issues the current report, and the reports issued before."""
    workspace = page_request.workspace
    with st.form("issue", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(_("Issue report: name"), placeholder=_("Interim report"), max_chars=120, key="issue-name")
        # The key names the report: a click on the button of the report shown before does not issue this one.
        if st.form_submit_button(_("Issue"), key=f"issue {request.key}"):
            _issue(workspace, request, name.strip(), actor)
    issued_reports = archive.all_reports(workspace, actor)
    if issued_reports:
        html_block("issued", issued_table(workspace.project, issued_reports))
        _details(page_request, issued_reports, actor)


def _issue(workspace: Workspace, request: ReportRequest, name: str, actor: Actor) -> None:
    try:
        done = issued.issue(
            workspace, name, lambda: make_report(workspace, request, actor),
            lambda report: downloads.render_files(report, list(pack.FORMS)), actor,
        )  # fmt: skip
    except LiaisonError as error:
        html_block("issue_error", error_note(error))
        return
    watch.wrote()
    flash(
        _("Report {number} “{name}” has been issued and can’t be changed.").format(number=done.number, name=done.name)
    )
    st.rerun()


def _details(page_request: PageRequest, issued_reports: Sequence[IssuedReport], actor: Actor) -> None:
    """Shows one issued report's files, and what has changed since."""
    workspace, by_number = page_request.workspace, {one.number: one for one in issued_reports}

    def words(number: int) -> str:
        return report_words(by_number[number])

    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(_("Issued report"), list(by_number), format_func=words, key="issued-one", width=320)
        others = [one.number for one in issued_reports if one.city == by_number[number].city and one.number != number]
        other = st.selectbox(
            _("Compare with"), others, index=None, placeholder=_("today"), format_func=words,
            key=f"issued-other-{number}", width=320,
        )  # fmt: skip
        files_button(workspace, number, actor)
    # The earlier report first, so that the comparison runs forward in time.
    before, after = (other, number) if other is not None and other < number else (number, other)

    def render() -> Markup:
        steps = archive.compare(workspace, before, after, actor=actor)
        return comparison_card(by_number[before], by_number[after] if after is not None else None, steps)

    html_block("compared", cached_by_store(("compared", before, after), page_request, render))
