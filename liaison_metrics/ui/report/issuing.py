"""Issued reports, for the coordinator: issue, download as issued, compare any two."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import LiaisonError
from liaison_metrics.reports import issued, pack
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.labels import actor_name, label
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import current_actor
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, lines_table
from liaison_metrics.ui.report import downloads
from liaison_metrics.ui.report.comparison import comparison_card
from liaison_metrics.ui.report.request import ReportRequest, make_report

_KEY = "issued_archive"
_SHORT = 12
"""Characters shown of a checksum."""


def show(page_request: PageRequest, request: ReportRequest, actor: Actor) -> None:
    """Shows the form that issues the current report, and the reports issued before."""
    workspace = page_request.workspace
    with st.form("issue", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(_("Issue report: name"), placeholder=_("Interim report"), max_chars=120, key="issue-name")
        # The key names the report: a click on the button of the report shown before does not issue this one.
        if st.form_submit_button(_("Issue"), key=f"issue {request.key}"):
            _issue(workspace, request, name.strip(), actor)
    issued_reports = archive.all_reports(workspace)
    if issued_reports:
        html_block("issued", _list(workspace.project, issued_reports))
        _details(page_request, issued_reports)


def _issue(workspace: Workspace, request: ReportRequest, name: str, actor: Actor) -> None:
    try:
        done = issued.issue(
            workspace, name, lambda: make_report(workspace, request),
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


def _list(project: Project, issued_reports: Sequence[IssuedReport]) -> Markup:
    heads = (
        _("No."), _("Name"), _("Issued"), _("By"), _("Events up to"), _("City"), _("Numbers"), _("Checksum"),
    )  # fmt: skip
    rows = (
        (
            str(one.number), one.name, fmt.date_time(one.made_at), actor_name(project, one.made_by), fmt.day(one.as_of),
            label(project, "city", one.city) if one.city else _("All"),
            _("exact") if one.threshold is None else _("{n} and over").format(n=one.threshold), one.digest[:_SHORT],
            *(fmt.number(one.figures.get(code, 0)) for code in codes),
        )
        for codes in [[indicator.code for indicator in project.indicators]]
        for one in issued_reports
    )  # fmt: skip
    heading = _("Issued reports")
    table = lines_table(heading, heads, [one.code for one in project.indicators], rows)
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table
    )


def _archive(workspace: Workspace, number: int) -> bytes:
    """Returns an issued report's files as one archive.

    The session keeps the latest one: an archive packed only on click would get lost if the page reruns meanwhile.
    """
    packed: tuple[int, bytes] | None = st.session_state.get(_KEY)
    if packed is None or packed[0] != number:
        packed = st.session_state[_KEY] = number, pack.zipped(archive.files_of(workspace, number), for_ever=True)
    return packed[1]


def _record_download(workspace: Workspace, number: int) -> None:
    downloaded = AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, number, after={"issued": True})
    record_alone(workspace, current_actor(), downloaded)


def _details(page_request: PageRequest, issued_reports: Sequence[IssuedReport]) -> None:
    """Shows one issued report's files, and what has changed since."""
    workspace, by_number = page_request.workspace, {one.number: one for one in issued_reports}

    def words(number: int) -> str:
        one = by_number[number]
        return _("{number} · {name} · {day}").format(number=number, name=one.name, day=fmt.day(one.as_of))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(_("Issued report"), list(by_number), format_func=words, key="issued-one", width=320)
        others = [one.number for one in issued_reports if one.city == by_number[number].city and one.number != number]
        other = st.selectbox(
            _("Compare with"), others, index=None, placeholder=_("today"), format_func=words,
            key=f"issued-other-{number}", width=320,
        )  # fmt: skip
        st.download_button(
            _("Download report {number} as issued").format(number=number),
            _archive(workspace, number),
            f"{workspace.project.acronym}-report-{number}.zip",
            "application/zip",
            key=f"issued-files-{number}",
            on_click=_record_download,
            args=(workspace, number),
        )
    # The earlier report first, so that the comparison runs forward in time.
    before, after = (other, number) if other is not None and other < number else (number, other)

    def render() -> Markup:
        steps = archive.compare(workspace, before, after)
        return comparison_card(by_number[before], by_number[after] if after is not None else None, steps)

    html_block("compared", cached_by_store(("compared", before, after), page_request, render))
