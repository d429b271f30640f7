"""The forms of Work plan: how far a piece of work is, and a deliverable with its versions and signatories."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import today
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.events.work_plan import pieces, versions
from liaison_metrics.services.events.work_plan.deliverables import (
    LONGEST_LINK,
    DeliverableEntry,
    DeliverableRecord,
    change_deliverables,
)
from liaison_metrics.services.events.work_plan.importing import read_list
from liaison_metrics.services.events.work_plan.pieces import Place
from liaison_metrics.services.events.work_plan.versions import LONGEST_TEXT, NewSignatory, NewVersion
from liaison_metrics.services.events.work_plan.words import piece_state_words, state_words
from liaison_metrics.services.labels import label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.actions import run
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import error_note, note
from liaison_metrics.ui.frame.words import plain
from liaison_metrics.ui.work_plan.deliverables import list_lines, owner_words

SHEETS = ["xlsx", "xls", "ods", "csv", "tsv", "txt"]


def piece_form(workspace: Workspace, actor: Actor, place: Place, state: WorkState) -> None:
    """Shows the form that says how far a piece of work is, to others whom to ask."""
    if not allows(actor, Action.WORK_CHANGE, Resource.work(place[1])):
        html_block("work-refused", note(" ".join(refusal(Action.WORK_CHANGE)), "info"))
        return
    found = [piece for work in workspace.project.planned_work for piece in work.pieces]
    title = next(piece.title for piece in found if piece.code == place[0])
    where = label(workspace.project, "city", place[1]) if place[1] else _("All cities")
    with st.form(f"piece-{place}-{state}"):
        words = _("{title}, {city}: how far is it?").format(title=plain(title), city=where)
        states = list(WorkState)
        chosen = st.radio(words, states, states.index(state), format_func=piece_state_words, horizontal=True)
        if st.form_submit_button(_("Save"), type="primary"):
            run(partial(pieces.set_piece_state, workspace, place, chosen, actor), _("Saved."))


def deliverable_forms(workspace: Workspace, actor: Actor, one: DeliverableRecord) -> None:
    """Shows what the actor may change of a deliverable, and the files that it may open."""
    owner = Resource.deliverable(one.entry.owner)
    if not allows(actor, Action.DELIVERABLE_READ, owner):
        return
    _files(workspace, actor, one)
    if not allows(actor, Action.DELIVERABLE_CHANGE, owner):
        return
    with st.expander(_("Change state, link or dates")):
        _entry_form(workspace, actor, one)
    with st.expander(_("Add a version")):
        _version_form(workspace, actor, one.entry.code)
    with st.expander(_("Add a signatory")):
        _signatory_form(workspace, actor, one.entry.code)
    _removals(workspace, actor, one)


def _entry_form(workspace: Workspace, actor: Actor, one: DeliverableRecord) -> None:
    entry, project = one.entry, workspace.project
    owner, due = entry.owner, entry.due
    with st.form(f"deliverable-{entry}", border=False):
        state = st.selectbox(
            _("State"), list(WorkState), list(WorkState).index(entry.state), format_func=state_words, key="work-state"
        )
        link = st.text_input(_("Link"), entry.link, max_chars=LONGEST_LINK, placeholder="https://", key="work-link")
        if allows(actor, Action.DELIVERABLE_PLAN):
            codes = ["", *(partner.code for partner in project.partners)]
            owner = st.selectbox(
                _("Owner"), codes, codes.index(owner), format_func=partial(owner_words, project), key="work-owner"
            )
            due = st.date_input(_("Due"), due, format=fmt.date_field(), key="work-due")
        if st.form_submit_button(_("Save"), type="primary"):
            changed = DeliverableEntry(entry.code, owner, _day(due), state or entry.state, link.strip())
            run(partial(change_deliverables, workspace, [changed], actor), _("Saved."))


def _version_form(workspace: Workspace, actor: Actor, code: str) -> None:
    with st.form(f"version-{code}", border=False, clear_on_submit=True):
        number = st.text_input(_("Version"), placeholder="1.0", max_chars=20, key="version-number")
        day = st.date_input(_("Date"), today(), format=fmt.date_field(), key="version-date")
        note = st.text_input(_("Note"), max_chars=LONGEST_TEXT, key="version-note")
        file = st.file_uploader(_("File"), key="version-file")
        if st.form_submit_button(_("Add version"), type="primary"):
            name, data = (file.name, file.getvalue()) if file else ("", b"")
            new = NewVersion(number.strip(), _day(day) or today(), note, name, data)
            run(partial(versions.add_version, workspace, code, new, actor), _("Version added."))


def _signatory_form(workspace: Workspace, actor: Actor, code: str) -> None:
    with st.form(f"signatory-{code}", border=False, clear_on_submit=True):
        organisation = st.text_input(_("Organisation"), max_chars=LONGEST_TEXT, key="signatory-organisation")
        name = st.text_input(_("Name of who signed"), max_chars=LONGEST_TEXT, key="signatory-name")
        day = st.date_input(_("Date"), today(), format=fmt.date_field(), key="signatory-date")
        if st.form_submit_button(_("Add signatory"), type="primary"):
            new = NewSignatory(organisation, name, _day(day) or today())
            run(partial(versions.add_signatory, workspace, code, new, actor), _("Signatory added."))


def _files(workspace: Workspace, actor: Actor, one: DeliverableRecord) -> None:
    for version in one.versions:
        if version.has_file:
            st.download_button(
                _("Download version {version}").format(version=version.version),
                partial(_content, workspace, version.number, actor), version.file, key=f"file-{version.number}",
                on_click="ignore",
            )  # fmt: skip


def _content(workspace: Workspace, number: int, actor: Actor) -> bytes:
    return versions.open_version(workspace, number, actor)[1]


def _removals(workspace: Workspace, actor: Actor, one: DeliverableRecord) -> None:
    if not one.versions and not one.signatories:
        return
    with st.expander(_("Remove a version or a signatory")):
        for version in one.versions:
            if st.button(_("Remove version {version}").format(version=version.version), key=f"drop-{version.number}"):
                run(partial(versions.remove_version, workspace, version.number, actor), _("Version removed."))
        for signed in one.signatories:
            words = _("Remove {organisation}").format(organisation=plain(signed.organisation))
            if st.button(words, key=f"drop-signatory-{signed.number}"):
                run(partial(versions.remove_signatory, workspace, signed.number, actor), _("Signatory removed."))


def _day(chosen: object) -> date | None:
    return chosen if isinstance(chosen, date) else None


def import_form(workspace: Workspace, actor: Actor) -> None:
    """Shows the fields for a list of deliverables, what becomes of each line, and the button that changes them all."""
    with st.expander(_("Import deliverables from a sheet"), expanded=True):
        st.caption(_("One deliverable in each line, under a header: code, owner, due date, state, link."))
        file = st.file_uploader(_("File"), SHEETS, key="deliverables-file")
        if file is None:
            return
        try:
            lines = read_list(workspace, file.name, file.getvalue(), actor)
        except LiaisonError as error:
            html_block("list-refused", error_note(error))
            return
        html_block("list-lines", list_lines(workspace.project, lines))
        entries = [one.entry for one in lines if one.entry and one.changed]
        wrong = any(one.entry is None for one in lines)
        words = ngettext("Change {n} deliverable", "Change {n} deliverables", len(entries))
        if st.button(words.format(n=len(entries)), type="primary", disabled=wrong or not entries, key="list-save"):
            run(partial(change_deliverables, workspace, entries, actor), _("Saved."))
