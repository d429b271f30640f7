"""Notes on an indicator, an event, a partner or a month: what a figure does not tell, such as why a fair was cancelled.

A note on an event names its source events as evidence does, so it stays with the event whatever becomes of its sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from liaison_metrics.domain.events.decisions import EventKey, key_of
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.checks import keys_of
from liaison_metrics.domain.index.evidence_places import NamedSources, event_of_sources, truth_of
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import Place, UnknownEvent, UnknownLine, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, allows_somewhere, check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.narrative import notes as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LONGEST_NOTE = 2000
"""Characters: a few paragraphs. What is longer belongs into the text of the report, or into a file."""


class NoteKind(StrEnum):
    """What a note can be about."""

    INDICATOR = "indicator"
    EVENT = "event"
    PARTNER = "partner"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class NoteSubject:
    """What a note is about: the code of an indicator or partner, a month ("2021-03"), or the number of an event."""

    kind: NoteKind
    code: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note, who wrote it (actor's code) and when; ``in_report`` says that the report has it. ``event`` is that of a
    note on an event; if no sheet states it any more, the code of the ``subject`` is ""."""

    number: int
    subject: NoteSubject
    text: str
    in_report: bool
    made_by: str
    made_at: datetime
    event: EventFact | None = None


@requires(Action.NOTE_READ)
def notes(workspace: Workspace, actor: Actor) -> list[Note]:
    """Returns the notes that the actor may see, the earliest first: on indicators and months each (the funder those
    marked for the report), on events and partners those of its own. Raises NotAllowed."""
    check(actor, Action.NOTE_READ)
    with workspace.snapshot() as (index, connection):
        return [one for one in _all(index, connection) if _may_read(workspace.project, one, actor)]


@requires(Action.REPORT_PUBLISHED)
def report_notes(workspace: Workspace, scope: Scope, actor: Actor) -> list[Note]:
    """Returns the notes marked for the report that are about a part of the project up to its last day, the earliest
    first: a city has those on its events, its partner and months, any other part those on events alone.

    Raises NotAllowed where the actor may not have the report.
    """
    project = workspace.project
    check(actor, Action.REPORT_PUBLISHED, Resource.figures(project, scope.city))
    until = project.as_of(scope.until)
    with workspace.snapshot() as (index, connection):
        return [one for one in _all(index, connection) if one.in_report and _is_of(project, scope, until, one)]


@requires(Action.NOTE_CHANGE)
def add_note(workspace: Workspace, subject: NoteSubject, text: str, in_report: bool, actor: Actor) -> int:
    """Adds a note; returns its number.

    Raises WrongEntry for an empty or too long text, or for what the project does not have, UnknownEvent for an event
    that is gone, and NotAllowed where it is another partner's, or a figure of the whole project.
    """
    with workspace.snapshot() as (index, _connection):
        city, keys = "", list[EventKey]()
        if subject.kind is NoteKind.EVENT:
            city, keys = _event(index, subject.code)
        check(actor, Action.NOTE_CHANGE, _resource(subject, city))
        _check_subject(workspace.project, subject)
    row = {
        "kind": subject.kind.value, "code": "" if keys else subject.code, "text": checked_text(text, LONGEST_NOTE),
        "in_report": in_report, "made_by": actor.code,
    }  # fmt: skip
    with workspace.store.writing() as connection:
        number = stored.add_note(connection, row, keys)
        record(connection, workspace, actor, _entry(AuditAction.NOTE_ADD, number, subject, in_report))
    return number


@requires(Action.NOTE_CHANGE)
def change_note(workspace: Workspace, number: int, text: str, in_report: bool, actor: Actor) -> None:
    """Changes the text of a note and whether the report has it. Raises WrongEntry for an empty or too long text,
    UnknownLine where the note is gone, and NotAllowed."""
    note = _own(workspace, number, actor)
    values = {"text": checked_text(text, LONGEST_NOTE), "in_report": in_report, "made_by": actor.code}
    with workspace.store.writing() as connection:
        _known(connection, number)
        stored.change_note(connection, number, values)
        entry = _entry(AuditAction.NOTE_CHANGE, number, note.subject, in_report, {"in_report": note.in_report})
        record(connection, workspace, actor, entry)


@requires(Action.NOTE_CHANGE)
def remove_note(workspace: Workspace, number: int, actor: Actor) -> None:
    """Removes a note for good. Raises UnknownLine where it is gone, and NotAllowed."""
    note = _own(workspace, number, actor)
    with workspace.store.writing() as connection:
        _known(connection, number)
        stored.remove_note(connection, number)
        entry = _entry(AuditAction.NOTE_REMOVE, number, note.subject, note.in_report)
        record(connection, workspace, actor, entry)


def may_change_note(actor: Actor | None, subject: NoteSubject, city: str = "") -> bool:
    """Returns whether somebody may write notes on something; *city* (code) is that of an event."""
    return allows(actor, Action.NOTE_CHANGE, _resource(subject, city))


def about(found: Iterable[Note], kind: NoteKind, code: str) -> list[Note]:
    """Returns the notes on one thing among some."""
    return [one for one in found if one.subject == NoteSubject(kind, code)]


def checked_text(text: str, longest: int) -> str:
    """Returns a text without space around it and without signs that nobody sees. Raises WrongEntry where it is empty or
    longer than *longest* characters."""
    kept = "".join(one for one in text.replace("\r\n", "\n") if one.isprintable() or one == "\n").strip()
    place = Place(column=_("Text"))
    if not kept:
        raise WrongEntry(_("The text is empty."), hint=_("Write something."), place=place)
    if len(kept) > longest:
        raise WrongEntry(
            _("The text has {n} characters; at most {most} are possible.").format(n=len(kept), most=longest),
            hint=_("Shorten it."), place=place,
        )  # fmt: skip
    return kept


def _all(index: IndexState, connection: Connection) -> list[Note]:
    places = stored.read_note_places(connection)
    return [_note(index, row, places.get(row["id"], ())) for row in stored.read_notes(connection)]


def _note(index: IndexState, row: Row, named: NamedSources) -> Note:
    kind, code, fact = NoteKind(row["kind"]), row["code"], None
    if kind is NoteKind.EVENT and named:
        event = event_of_sources(index.calendar, named)
        code = "" if event is None else str(event)
        fact = truth_of(index.calendar, named[0][0]) if event is None else index.calendar.derived[event].fact
    return Note(row["id"], NoteSubject(kind, code), row["text"], row["in_report"], row["made_by"], row["made_at"], fact)


def _may_read(project: Project, note: Note, actor: Actor) -> bool:
    if note.subject.kind is NoteKind.EVENT:
        return note.event is not None and allows(actor, Action.EVENT_READ, Resource.event(project, note.event.city))
    if note.subject.kind is NoteKind.PARTNER:
        return allows(actor, Action.OWED_READ, Resource.owed(note.subject.code))
    return note.in_report or allows_somewhere(actor, Action.NOTE_CHANGE)


def _is_of(project: Project, scope: Scope, until: date, note: Note) -> bool:
    """Returns whether a note is about a part of the project up to a day."""
    chosen, kind, code = scope.chosen, note.subject.kind, note.subject.code
    if kind is NoteKind.EVENT:
        event = note.event
        if event is None or not code or event.date > until:
            return False
        of_event = {"city": event.city, "activity": event.activity, "month": f"{event.date:%Y-%m}"}
        return all(of_event.get(name, value) == value for name, value in chosen.items())
    if kind is NoteKind.MONTH and code > f"{until:%Y-%m}":
        return False
    if kind is NoteKind.PARTNER:
        return not chosen or (set(chosen) == {"city"} and project.city(chosen["city"]).partner == code)
    return not chosen or (kind is NoteKind.MONTH and set(chosen) == {"city"})


def _resource(subject: NoteSubject, city: str) -> Resource:
    return Resource.note(subject.code if subject.kind is NoteKind.PARTNER else "", city)


def _check_subject(project: Project, subject: NoteSubject) -> None:
    known = {
        NoteKind.INDICATOR: [one.code for one in project.indicators],
        NoteKind.PARTNER: [one.code for one in project.partners],
        NoteKind.MONTH: months(project.start, project.end),
    }.get(subject.kind, [subject.code])
    if subject.code not in known:
        raise WrongEntry(
            _("“{code}” is not part of the project.").format(code=subject.code),
            hint=_("Possible are: {codes}.").format(codes=", ".join(known)),
        )


def months(first: date, last: date) -> Sequence[str]:
    """Returns the months from that of a day to that of another: “2021-03”."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def _event(index: IndexState, code: str) -> tuple[str, list[EventKey]]:
    """Returns the city of an event and the keys of its source events, that of its own data first."""
    calendar = index.calendar
    own = calendar.event_of.get(int(code)) if code.isdecimal() else None
    if own is None or not calendar.is_stated(own):
        raise UnknownEvent(_("This event no longer exists."), hint=_("Reload the page."))
    first = key_of(calendar.sources.facts[own])
    return calendar.derived[own].fact.city, [first, *sorted(keys_of(index, own) - {first})]


def _own(workspace: Workspace, number: int, actor: Actor) -> Note:
    with workspace.snapshot() as (index, connection):
        row = _known(connection, number)
        note = _note(index, row, stored.read_note_places(connection).get(number, ()))
    check(actor, Action.NOTE_CHANGE, _resource(note.subject, note.event.city if note.event else ""))
    return note


def _known(connection: Connection, number: int) -> Row:
    for row in stored.read_notes(connection, number):
        return row
    raise UnknownLine(_("This note no longer exists."), hint=_("Reload the page. Somebody may have removed it."))


def _entry(
    action: AuditAction, number: int, subject: NoteSubject, in_report: bool, before: Row | None = None
) -> AuditEntry:
    after = {"kind": subject.kind.value, "code": subject.code, "in_report": in_report}
    return AuditEntry(action, AuditKind.NOTE, number, before or {}, after)
