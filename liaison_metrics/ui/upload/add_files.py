"""Where sheets come from: files, an archive of them, or cells copied from a spreadsheet."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _, language
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.upload.queue import UploadQueue

FILE_TYPES = ["csv", "txt", "tsv", "xlsx", "xls", "ods", "zip"]


def show(workspace: Workspace, actor: Actor, queue: UploadQueue) -> bool:
    """Draws the fields in which sheets are dropped or pasted; returns whether any came onto the desk."""
    project = workspace.project
    max_mb = min(int(st.get_option("server.maxUploadSize") or 0), workspace.settings.largest_file_mb)
    files = st.file_uploader(
        _("Sheets: CSV, TXT, TSV, XLSX, XLS or ODS, or a ZIP archive of them, up to {n} MB each").format(n=max_mb),
        type=FILE_TYPES,
        accept_multiple_files=True,
        key=f"files-{queue.version}",
    )
    with st.container(key="not-taken"):  # shown where the field above holds a file that it does not take
        words = _("What is marked above was not taken: it is larger than {n} MB, or no sheet. Split it, or save it "
                  "without pictures as XLSX or CSV.")  # fmt: skip
        html_block("not-taken-why", note(words.format(n=max_mb), "refused"))
    with st.expander(_("What the sheets do not say themselves")):
        hints = _hints(project, actor)
    if files:
        queue.add_files([(file.name, file.getvalue()) for file in files], hints)
        return True
    with st.expander(_("Paste cells from a spreadsheet")), st.form(f"paste-{queue.version}", border=False):
        cells = st.text_area(
            _("Cells, with their headers"),
            height=140,
            help=_("Select the cells in your spreadsheet, copy, paste here."),
        )
        if st.form_submit_button(_("Read these cells")) and cells.strip():
            # No date: a date in the name of a file is taken for the day of the event.
            name = _("Pasted cells {moment}").format(moment=datetime.now().strftime("%Hh%M"))
            queue.add_files([(f"{name}.tsv", cells.encode())], hints)
            return True
    return False


def _hints(project: Project, actor: Actor) -> Hints:
    st.caption(_("Used where a sheet is silent; what the sheet says itself wins."))
    left, right = st.columns(2)
    with left:
        activity = _code(project, _("Activity"), VocabularyKind.ACTIVITY)
        day = st.date_input(
            _("Date"), value=None, min_value=project.start, max_value=project.end, format="DD/MM/YYYY", key="hint_date"
        )
        partner = actor.partner or st.selectbox(
            _("Partner whose sheets they are"),
            [one.code for one in project.partners],
            index=None,
            format_func={one.code: one.name for one in project.partners}.__getitem__,
            placeholder=_("not said"),
            key="hint_partner",
        )
    with right:
        city = _code(project, _("City"), VocabularyKind.CITY)
        title = st.text_input(_("Title"), key="hint_title", placeholder=_("not said"))
    return Hints(activity=activity, city=city, date=day, title=title or None, partner=partner)


def _code(project: Project, name: str, kind: VocabularyKind) -> str | None:
    return st.selectbox(
        name,
        project.codes(kind),
        index=None,
        format_func=lambda code: project.label(kind, code, language()),
        placeholder=_("not said"),
        key=f"hint_{kind.value}",
    )
