"""Notes beside figures: the lines that show them, and the form that adds, changes and removes them in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, today
from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.figures.narrative.notes import (
    LONGEST_NOTE,
    Note,
    NoteKind,
    NoteSubject,
    about,
    add_note,
    change_note,
    may_change_note,
    months,
    notes,
    remove_note,
)
from liaison_metrics.services.labels import actor_name, event_name, label
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.actor import ask_actor
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.flash import flash
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import NOTHING, error_note, joined

_NEW = 0
"""In place of a note's number: a new note."""

_BEGINNING = 60
"""Characters of a note by which a list of notes tells it from others."""


def note_lines(project: Project, found: Sequence[Note]) -> Markup:
    """Returns some notes, each with who wrote it and when; nothing without any."""
    return joined(
        Markup('<span class="remark" data-at="remark-{}"><span>{}</span> <span class="muted">{}</span></span>').format(
            one.number, one.text, _by(project, one)
        )
        for one in found
    )


def _by(project: Project, note: Note) -> str:
    words = _("{name}, {day}; in the report") if note.in_report else _("{name}, {day}")
    return words.format(name=actor_name(project, note.made_by), day=fmt.day(note.made_at.date()))


def months_card(project: Project, found: Sequence[Note]) -> Markup:
    """Returns the notes on months, the earliest month first; nothing without any."""
    mine = [one for one in found if one.subject.kind is NoteKind.MONTH]
    if not mine:
        return NOTHING
    codes = sorted({one.subject.code for one in mine})
    rows = joined(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(
            fmt.month(code), note_lines(project, about(mine, NoteKind.MONTH, code))
        )
        for code in codes
    )
    heading = _("Notes on months")
    return Markup(
        '<section class="card" aria-label="{}"><h2>{}</h2><dl class="remarks">{}</dl></section>'
    ).format(heading, heading, rows)  # fmt: skip


def event_notes_card(project: Project, found: Sequence[Note]) -> Markup:
    """Returns the notes on an event; nothing without any."""
    if not found:
        return NOTHING
    return Markup('<section class="card" aria-label="{}"><h2>{}</h2>{}</section>').format(
        _("Notes"), _("Notes"), note_lines(project, found)
    )


def show_left_notes(page_request: PageRequest, actor: Actor | None, found: Sequence[Note]) -> None:
    """Shows the notes whose event no sheet states any more, and a form to remove them; nothing without any."""
    workspace = page_request.workspace
    left = {one.number: one for one in found if one.event is not None and not one.subject.code}
    if not left:
        return
    html_block("left-notes", left_notes_card(workspace.project, list(left.values())))
    own = [number for number, one in left.items() if one.event and may_change_note(actor, one.subject, one.event.city)]
    if actor is not None and own:
        with st.expander(_("Remove notes without an event")):
            number = st.selectbox(_("Note"), own, format_func=lambda one: _beginning(left[one]), key="left-note")
            if st.button(_("Remove note"), key="left-note-remove"):
                _run(lambda: remove_note(workspace, number, actor), _("Note removed."))


def left_notes_card(project: Project, found: Sequence[Note]) -> Markup:
    """Returns the notes whose event no sheet states any more, each with what its event was."""
    rows = joined(
        Markup("<div><dt>{}, {}, {}</dt><dd>{}</dd></div>").format(
            event_name(project, one.event), fmt.day(one.event.date), label(project, "city", one.event.city),
            note_lines(project, [one]),
        )
        for one in found
        if one.event is not None
    )  # fmt: skip
    heading = _("Notes without an event")
    words = _("The sheets of these events were undone. Upload one again, and its note stands on its page.")
    return Markup(
        '<section class="card" aria-label="{}"><h2>{}</h2><p class="muted small">{}</p><dl class="remarks">{}</dl>'
        "</section>"
    ).format(heading, heading, words, rows)


def project_subjects(project: Project, actor: Actor) -> dict[NoteSubject, str]:
    """Returns what of the project an actor may write notes on, in words: indicators, months and partners."""
    last = min(project.end, max(project.start, today()))
    found = {NoteSubject(NoteKind.INDICATOR, one.code): f"{one.code} · {one.title}" for one in project.indicators}
    found |= {NoteSubject(NoteKind.PARTNER, one.code): one.name for one in project.partners}
    for month in reversed(months(project.start, last)):
        found[NoteSubject(NoteKind.MONTH, month)] = fmt.month(month)
    return {subject: words for subject, words in found.items() if may_change_note(actor, subject)}


def write_project_notes(workspace: Workspace) -> None:
    """Shows a switch and, where it is on, the form for notes on what of the project the actor may write on."""
    if not st.toggle(_("Write a note"), key="write-notes"):
        return
    author = ask_actor(workspace.project)
    if author is not None:
        subjects = project_subjects(workspace.project, author)
        note_form(workspace, author, subjects, notes(workspace, author), "project")


def note_form(
    workspace: Workspace, actor: Actor, subjects: Mapping[NoteSubject, str], found: Sequence[Note], key: str
) -> None:
    """Shows the form that adds a note to one of some subjects, given with their words, or changes one of those *found*.
    *key* tells the forms of a page apart."""
    subject: NoteSubject | None = next(iter(subjects)) if len(subjects) == 1 else None
    if subject is None:
        subject = st.selectbox(
            _("Note on"), list(subjects), index=None, format_func=subjects.__getitem__, key=f"{key}-subject",
            placeholder=_("Choose …"),
        )  # fmt: skip
    if subject is None:
        return
    mine = {one.number: one for one in about(found, subject.kind, subject.code)}
    number = _NEW
    if mine:
        words = {_NEW: _("New note"), **{one.number: _beginning(one) for one in mine.values()}}
        number = st.selectbox(
            _("Note"), list(words), format_func=words.__getitem__, key=f"{key}-{subject.code}-{len(mine)}"
        )
    _edit(workspace, actor, subject, mine.get(number), f"{key}-{subject.code}-{number}-{len(mine)}")


def _beginning(note: Note) -> str:
    line = " ".join(note.text.split())
    return line if len(line) <= _BEGINNING else f"{line[:_BEGINNING]}…"


def _edit(workspace: Workspace, actor: Actor, subject: NoteSubject, note: Note | None, key: str) -> None:
    with st.form(f"note-{key}", border=False):
        text = st.text_area(
            _("Text"), note.text if note else "", max_chars=LONGEST_NOTE, key=f"{key}-text",
            placeholder=_("For example: fair cancelled, COVID"),
        )  # fmt: skip
        in_report = st.checkbox(
            _("In the report"), note.in_report if note else False, key=f"{key}-in-report",
            help=_("The funder reads it there, and so does whoever gets the report. Name nobody in it."),
        )  # fmt: skip
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save note"), type="primary")
            removed = bool(note) and st.form_submit_button(_("Remove note"))
    if saved and note:
        _run(lambda: change_note(workspace, note.number, text, in_report, actor), _("Note saved."))
    elif saved:
        _run(lambda: add_note(workspace, subject, text, in_report, actor), _("Note saved."))
    elif removed and note:
        _run(lambda: remove_note(workspace, note.number, actor), _("Note removed."))


def _run(work: Callable[[], object], done: str) -> None:
    try:
        work()
    except LiaisonError as error:
        html_block("note-error", error_note(error))
        return
    watch.wrote()
    flash(done)
    st.rerun()
