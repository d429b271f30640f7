"""The fields that add sheets: files, an archive, or cells pasted from a spreadsheet."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.events import planned
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import note
from liaison_metrics.ui.upload.queue.budget import forget_received
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue


def show(workspace: Workspace, actor: Actor, queue: UploadQueue) -> bool:
    """Shows the fields that add sheets; returns whether any were added."""
    project = workspace.project
    max_mb = min(int(st.get_option("server.maxUploadSize") or 0), workspace.settings.largest_file_mb)
    words = _("Drop attendance sheets here, or choose files: Excel, CSV, OpenDocument or ZIP, up to {n} MB each")
    files = st.file_uploader(  # of any type: the card of a file that cannot be read says why
        words.format(n=max_mb),
        accept_multiple_files=True,
        key=f"files-{queue.version}",
    )
    with st.container(key="not-taken"):  # shown when the field above has refused a file
        words = _("The file marked above is larger than {n} MB. Split it, or save it without pictures.")
        html_block("not-taken-why", note(words.format(n=max_mb), "refused"))
    with st.expander(_("Missing details")):
        hints = _hints(project, actor)
    if files:
        queue.add_files([(file.name, file.getvalue()) for file in files], hints)
        forget_received(file.file_id for file in files)
        return True
    with st.expander(_("Paste cells from a spreadsheet")), st.form(f"paste-{queue.version}", border=False):
        cells = st.text_area(
            _("Pasted cells, including the header row"),
            height=140,
            help=_("Select the cells in your spreadsheet, copy them and paste them here."),
        )
        if st.form_submit_button(_("Read")) and cells.strip():
            # No date in the name: the reader would take it for the date of the event.
            name = _("Pasted cells {moment}").format(moment=datetime.now().strftime("%Hh%M"))
            queue.add_files([(f"{name}.tsv", cells.encode())], hints)
            return True
    return False


def prefill(workspace: Workspace, actor: Actor, number: int) -> None:
    """Fills in the missing details with those of a planned event, by its number, once; says so."""
    plan = next((one for one in planned.planned(workspace, actor) if one.number == number), None) if number else None
    if plan is None or plan.held:
        return
    if st.session_state.get("hint_plan") != number:
        details = {"plan": number, "activity": plan.activity, "city": plan.city, "date": plan.date, "title": plan.title}
        st.session_state.update({f"hint_{name}": value for name, value in details.items()})
    words = " · ".join(
        (event_name(workspace.project, plan.fact), fmt.day(plan.date), label(workspace.project, "city", plan.city))
    )
    html_block(
        "prefilled", note(_("For the sheet of: {event}. What the sheet itself says wins.").format(event=words), "info")
    )


def _hints(project: Project, actor: Actor) -> Hints:
    st.caption(_("Used only where the sheet doesn’t give them."))
    left, right = st.columns(2)
    with left:
        activity = _code(project, _("Activity"), VocabularyKind.ACTIVITY)
        day = st.date_input(
            _("Date"),
            value=None,
            min_value=project.start,
            max_value=project.end,
            format=fmt.date_field(),
            key="hint_date",
        )
        partner = actor.partner or st.selectbox(
            _("Sheets belong to"),
            [one.code for one in project.partners],
            index=None,
            format_func={one.code: one.name for one in project.partners}.__getitem__,
            placeholder=_("Not specified"),
            key="hint_partner",
        )
    with right:
        city = _code(project, _("City"), VocabularyKind.CITY)
        title = st.text_input(_("Title"), key="hint_title", placeholder=_("Not specified"))
    return Hints(activity=activity, city=city, date=day, title=title or None, partner=partner)


def _code(project: Project, name: str, kind: VocabularyKind) -> str | None:
    return st.selectbox(
        name,
        project.codes(kind),
        index=None,
        format_func=lambda code: label(project, kind, code),
        placeholder=_("Not specified"),
        key=f"hint_{kind.value}",
    )
