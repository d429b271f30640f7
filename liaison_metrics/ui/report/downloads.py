"""The files of a report: choose formats, prepare them, download them as one archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.reports import pack
from liaison_metrics.reports.model import Report
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import current_actor

_KEY = "report_files"
_KB, _MB = 1000, 1_000_000


@dataclass(frozen=True, slots=True)
class _PreparedFiles:
    """Prepared files, and the report and formats they were made from."""

    of: tuple[object, ...]
    name: str
    content: bytes


def show(workspace: Workspace, report: Report, key: tuple[object, ...]) -> None:
    """Shows the choice of formats and the download; *key* identifies the report and the revision of the store."""
    forms = st.pills(
        _("Files"),
        list(pack.FORMS),
        selection_mode="multi",
        default=list(pack.FORMS),
        format_func=lambda form: pack.FORMS[form].words(),
        key="report-forms",
    )
    of = (*key, *forms)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(_("Prepare files"), disabled=not forms, key="report-make"):
            record_alone(workspace, current_actor(), _entry(report, forms))
            st.session_state[_KEY] = _PreparedFiles(
                of, f"{pack.stem(report)}.zip", pack.zipped(render_files(report, forms))
            )
        prepared = st.session_state.get(_KEY)
        if prepared is not None and prepared.of == of:
            words = _("Download ({size})").format(size=_size(len(prepared.content)))
            st.download_button(
                words, prepared.content, prepared.name, "application/zip", type="primary", key="report-save"
            )


def _entry(report: Report, forms: Sequence[str]) -> AuditEntry:
    """Returns what is recorded of prepared files: of which report, in which forms."""
    prepared = {
        "forms": list(forms), "city": report.scope.city or "", "as_of": report.as_of.isoformat(),
        "threshold": report.threshold,
    }  # fmt: skip
    return AuditEntry(AuditAction.REPORT_DOWNLOAD, AuditKind.REPORT, after=prepared)


def render_files(report: Report, forms: Sequence[str]) -> dict[str, bytes]:
    """Returns the files of some formats by name, and shows the progress meanwhile."""
    remaining = {form: pack.FORMS[form].words() for form in forms}
    bar = st.progress(0.0, text=" · ".join(remaining.values()))

    def done(form: str) -> None:
        del remaining[form]
        bar.progress(1 - len(remaining) / len(forms), text=" · ".join(remaining.values()))

    files = pack.render(report, forms, done)
    bar.empty()
    return files


def _size(number: int) -> str:
    if number < _MB:
        return _("{n} kB").format(n=max(1, round(number / _KB)))
    return _("{n} MB").format(n=fmt.decimal(number / _MB, 1))
