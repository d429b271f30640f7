"""The running dialogue of Upload: files chosen, the import under way, and the question before an undo."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from liaison_metrics import uploads
from liaison_metrics.intake import FileReport
from liaison_metrics.live import watch
from liaison_metrics.project import Kind, Project
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _, language, ngettext
from liaison_metrics.ui import uploaded
from liaison_metrics.ui.board import board
from liaison_metrics.ui.importing import Import, start_import
from liaison_metrics.ui.parts import note
from liaison_metrics.uploads import UploadSummary
from liaison_metrics.workspace import Workspace

FILE_TYPES = ["csv", "txt", "tsv", "xlsx", "xls", "ods"]
DIALOGUE = "upload_dialogue"


@dataclass(slots=True)
class Dialogue:
    """What the page remembers between two clicks of one visitor. ``round`` empties the file field when it moves."""

    round: int = 0
    running: Import | None = None
    reports: list[FileReport] = field(default_factory=list)
    said: str = ""


def dialogue() -> Dialogue:
    """Returns this visitor's dialogue; an import that is through hands over its reports."""
    found: Dialogue = st.session_state.setdefault(DIALOGUE, Dialogue())
    if found.running and found.running.done:
        found.reports, found.running = found.running.reports, None
        found.round += 1
    return found


def bring(workspace: Workspace, now: Dialogue) -> None:
    """Draws the file field and what the sheet does not say, or the progress of the import that runs."""
    if now.said:
        board("said", note(now.said, "done"))
    if now.running:
        _progress(now.running)
        return
    files = st.file_uploader(
        _("Sheets: CSV, TXT, TSV, XLSX, XLS or ODS"),
        type=FILE_TYPES,
        accept_multiple_files=True,
        key=f"files-{now.round}",
    )
    with st.expander(_("What the sheet does not say")):
        hints = _hints(workspace.project)
    count = len(files)
    words = ngettext("Bring {n} sheet", "Bring {n} sheets", count).format(n=count) if count else _("Bring the sheets")
    if st.button(words, type="primary", disabled=not files):
        now.reports, now.said = [], ""
        now.running = start_import(workspace, [(file.name, file.getvalue()) for file in files], hints)
        st.rerun()


@st.fragment(run_every=0.4)
def _progress(running: Import) -> None:
    share, words = running.progress
    st.progress(share, text=words)
    if running.done:
        st.rerun()


def _hints(project: Project) -> Hints:
    st.caption(_("Used where a sheet is silent; what the sheet says itself wins."))
    left, right = st.columns(2)
    with left:
        activity = _code(project, _("Activity"), Kind.ACTIVITY)
        day = st.date_input(
            _("Date"), value=None, min_value=project.start, max_value=project.end, format="DD/MM/YYYY", key="hint_date"
        )
        partner = st.selectbox(
            _("Partner"),
            [one.code for one in project.partners],
            index=None,
            format_func=lambda code: next(one.name for one in project.partners if one.code == code),
            placeholder=_("not said"),
            key="hint_partner",
        )
    with right:
        city = _code(project, _("City"), Kind.CITY)
        title = st.text_input(_("Title"), key="hint_title", placeholder=_("not said"))
    return Hints(activity=activity, city=city, date=day, title=title or None, partner=partner)


def _code(project: Project, name: str, kind: Kind) -> str | None:
    return st.selectbox(
        name,
        project.codes(kind),
        index=None,
        format_func=lambda code: project.label(kind, code, language()),
        placeholder=_("not said"),
        key=f"hint_{kind.value}",
    )


def ask_undo(workspace: Workspace, upload: UploadSummary) -> None:
    """Says what undoing an upload takes away and does it when that is confirmed."""
    with st.container(border=True, key="undo_card"):
        board("undo_question", uploaded.undo_question(workspace.project, upload))
        yes, no, _rest = st.columns([1, 1, 4])
        confirmed = yes.button(_("Undo it"), type="primary", width="stretch")
        if confirmed:
            uploads.undo(workspace, upload.id)
            watch.wrote()
            dialogue().said = _("{file} is undone; the figures stand as if it had never been brought.").format(
                file=upload.file
            )
            dialogue().reports = []
        if confirmed or no.button(_("Keep it"), width="stretch"):
            del st.query_params["undo"]
            st.rerun()
