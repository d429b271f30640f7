"""Issued reports for everybody: the list, each as it was issued, and its files."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.reports import pack
from liaison_metrics.reports.forms.html import content_of, under_heading
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.issued_reports.archive import IssuedReport
from liaison_metrics.services.labels import actor_name, every, label
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import lines_table, note

_KEY = "issued_archive"
_SHORT = 12
"""Characters shown of a checksum."""


def show(page_request: PageRequest) -> None:
    """Shows the issued reports that the reader may see: the list, and one of them with its files."""
    workspace, actor = page_request.workspace, page_request.actor
    by_number = {one.number: one for one in archive.all_reports(workspace, actor)}
    if not by_number:
        html_block("issued", note(_("No report has been issued yet. The coordinator issues reports."), "info"))
        return
    html_block("issued", issued_table(workspace.project, list(by_number.values())))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(
            _("Issued report"), list(by_number), format_func=lambda one: report_words(by_number[one]),
            key="issued-one", width=320,
        )  # fmt: skip
        files_button(workspace, number, actor)
    html_block(
        "issued-report",
        cached_by_store(
            ("issued", number, st.context.is_embedded), page_request, lambda: _content(workspace, number, actor)
        ),
    )


def _content(workspace: Workspace, number: int, actor: Actor) -> Markup:
    files = archive.files_of(workspace, number, actor)
    page = next((content for name, content in files.items() if name.endswith(".html")), None)
    return _below_heading(content_of(page)) if page else note(_("This report has no page. Download its files."))


def report_words(report: IssuedReport) -> str:
    """Returns an issued report in a few words, for a choice."""
    words = _("{number} · {name} · {day}").format(number=report.number, name=report.name, day=fmt.day(report.as_of))
    return f"{words} ({report.state_words})" if report.withdrawn_at else words


def files_button(workspace: Workspace, number: int, actor: Actor) -> None:
    """Shows the button that downloads an issued report's files as one archive."""
    st.download_button(
        _("Download report {number} as issued").format(number=number),
        _archive(workspace, number, actor),
        f"{workspace.project.acronym}-report-{number}.zip",
        "application/zip",
        key=f"issued-files-{number}",
        on_click=_record_download,
        args=(workspace, number, actor),
    )


def _record_download(workspace: Workspace, number: int, actor: Actor) -> None:
    downloaded = AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, number, after={"issued": True})
    record_alone(workspace, actor, downloaded)


def _archive(workspace: Workspace, number: int, actor: Actor) -> bytes:
    """Returns an issued report's files as one archive.

    The session keeps the latest one: an archive packed only on click would get lost if the page reruns meanwhile.
    """
    packed: tuple[int, bytes] | None = st.session_state.get(_KEY)
    if packed is None or packed[0] != number:
        files = archive.files_of(workspace, number, actor)
        packed = st.session_state[_KEY] = number, pack.zipped(files, for_ever=True)
    return packed[1]


def issued_table(project: Project, issued_reports: Sequence[IssuedReport]) -> Markup:
    """Returns the list of issued reports."""
    heads = (
        _("No."), _("Name"), _("Issued"), _("By"), _("Events up to"), _("City"), _("Numbers"), _("State"),
        _("Checksum"),
    )  # fmt: skip
    rows = (
        (
            str(one.number), one.name, fmt.date_time(one.made_at), actor_name(project, one.made_by), fmt.day(one.as_of),
            label(project, "city", one.city) if one.city else every("city"),
            _("exact") if one.threshold is None else _("{n} and over").format(n=one.threshold),
            one.state_words, one.digest[:_SHORT],
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


def _below_heading(content: Markup) -> Markup:
    """Returns the report as the page shows it: embedded, it has no other heading above it."""
    return content if st.context.is_embedded else under_heading(content)
