"""Notes on indicators, events, partners and months: who writes them, who reads them, and that they stay with theirs."""

from __future__ import annotations

import json

import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed, UnknownEvent, UnknownLine, WrongEntry
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.figures.narrative.notes import (
    LONGEST_NOTE,
    Note,
    NoteKind,
    NoteSubject,
    add_note,
    change_note,
    notes,
    remove_note,
    report_notes,
)
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN = partner("compass"), partner("vifin")
IND1, MARCH = NoteSubject(NoteKind.INDICATOR, "IND1"), NoteSubject(NoteKind.MONTH, "2021-03")
OWN = NoteSubject(NoteKind.PARTNER, "compass")


def with_event(workspace: Workspace) -> NoteSubject:
    """Imports a sheet of one event in Graz; returns the event."""
    import_file(workspace, "fair.csv", sheet(row("Ana Korba"), row("Cem Halost")), actor=COORDINATOR)
    (event,) = all_events(workspace, COORDINATOR)
    return NoteSubject(NoteKind.EVENT, str(event.number))


def texts(found: list[Note]) -> list[str]:
    """The texts of some notes."""
    return [one.text for one in found]


def test_notes_stand_with_what_they_are_about(fresh: Fresh) -> None:
    workspace = fresh()
    event = with_event(workspace)
    for subject in (IND1, MARCH, OWN, event):
        add_note(workspace, subject, f"  On {subject.kind}.\u200b ", False, COORDINATOR)
    assert texts(notes(workspace, COORDINATOR)) == ["On indicator.", "On month.", "On partner.", "On event."]
    assert [one.subject for one in notes(workspace, COORDINATOR)] == [IND1, MARCH, OWN, event]
    last = entries(workspace, actor=COORDINATOR)[1][0]
    assert last.action == "note.add"
    assert json.loads(last.after) == {"kind": "event", "code": event.code, "in_report": False}
    assert "On event" not in str(last), "the record has no text"


def test_a_note_is_changed_and_removed(fresh: Fresh) -> None:
    workspace = fresh()
    number = add_note(workspace, MARCH, "Fair cancelled", False, COORDINATOR)
    change_note(workspace, number, "Fair cancelled, COVID", True, COORDINATOR)
    (note,) = notes(workspace, COORDINATOR)
    assert (note.text, note.in_report) == ("Fair cancelled, COVID", True)
    remove_note(workspace, number, COORDINATOR)
    assert notes(workspace, COORDINATOR) == []
    for late in (lambda: change_note(workspace, number, "x", True, COORDINATOR),
                 lambda: remove_note(workspace, number, COORDINATOR)):  # fmt: skip
        with pytest.raises(UnknownLine):
            late()


@pytest.mark.parametrize(
    ("subject", "text", "wrong"),
    [
        (IND1, " \u200b\n", "empty"), (IND1, "x" * (LONGEST_NOTE + 1), "at most 2000"),
        (NoteSubject(NoteKind.INDICATOR, "IND9"), "x", "Possible are: IND1"),
        (NoteSubject(NoteKind.MONTH, "2035-01"), "x", "not part of the project"),
        (NoteSubject(NoteKind.PARTNER, "nobody"), "x", "not part of the project"),
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(fresh: Fresh, subject: NoteSubject, text: str, wrong: str) -> None:
    workspace = fresh()
    with pytest.raises(WrongEntry, match=wrong):
        add_note(workspace, subject, text, False, COORDINATOR)
    assert notes(workspace, COORDINATOR) == []


def test_an_event_that_is_gone_gets_no_note(fresh: Fresh) -> None:
    workspace = fresh()
    for code in ("77", "", "x"):
        with pytest.raises(UnknownEvent):
            add_note(workspace, NoteSubject(NoteKind.EVENT, code), "x", False, COORDINATOR)


def test_partners_write_on_their_own_events_and_organisation(fresh: Fresh) -> None:
    workspace = fresh()
    event = with_event(workspace)
    numbers = [add_note(workspace, subject, "Ours", False, COMPASS) for subject in (event, OWN)]
    change_note(workspace, numbers[0], "Ours too", False, COMPASS)
    refused: list[tuple[NoteSubject, Actor]] = [
        (event, VIFIN), (OWN, VIFIN), (IND1, COMPASS), (MARCH, COMPASS), (IND1, FUNDER), (event, FUNDER),
    ]  # fmt: skip
    for subject, actor in refused:
        with pytest.raises(NotAllowed):
            add_note(workspace, subject, "x", False, actor)
    for number in numbers:
        with pytest.raises(NotAllowed):
            remove_note(workspace, number, VIFIN)
    assert texts(notes(workspace, COMPASS)) == ["Ours too", "Ours"]
    assert notes(workspace, VIFIN) == notes(workspace, FUNDER) == []


def test_the_funder_reads_what_is_marked_for_the_report(fresh: Fresh) -> None:
    workspace = fresh()
    add_note(workspace, IND1, "Draft", False, COORDINATOR)
    add_note(workspace, MARCH, "Cancelled", True, COORDINATOR)
    add_note(workspace, OWN, "New staff", True, COORDINATOR)
    assert texts(notes(workspace, FUNDER)) == ["Cancelled"]
    assert texts(notes(workspace, VIFIN)) == ["Draft", "Cancelled"]


def test_a_note_stays_with_its_event_and_comes_back_with_it(fresh: Fresh) -> None:
    workspace = fresh()
    event = with_event(workspace)
    add_note(workspace, event, "Rain", True, COORDINATOR)
    (upload,) = uploads.latest(workspace, actor=COORDINATOR)
    uploads.undo(workspace, upload.id, COORDINATOR)
    (left,) = notes(workspace, COMPASS)
    assert left.subject.code == "" and left.event is not None and left.event.city == "graz"
    assert report_notes(workspace, Scope(), COORDINATOR) == []
    import_file(workspace, "again.csv", sheet(row("Ana Korba"), row("Eva Lang")), actor=COORDINATOR)
    (back,) = notes(workspace, COORDINATOR)
    assert back.subject.code == str(all_events(workspace, COORDINATOR)[0].number)


def test_the_report_has_marked_notes_of_its_part(fresh: Fresh) -> None:
    workspace = fresh()
    event = with_event(workspace)
    for subject in (IND1, MARCH, OWN, event, NoteSubject(NoteKind.PARTNER, "vifin")):
        add_note(workspace, subject, f"{subject.kind} {subject.code}", True, COORDINATOR)
    add_note(workspace, IND1, "Draft", False, COORDINATOR)
    day = all_events(workspace, COORDINATOR)[0].fact.date

    def told(scope: Scope, actor: Actor = COORDINATOR) -> list[str]:
        return [one.subject.kind.value for one in report_notes(workspace, scope, actor)]

    assert told(Scope()) == ["indicator", "month", "partner", "event", "partner"]
    assert told(Scope(city="graz")) == told(Scope(city="graz"), COMPASS) == ["month", "partner", "event"]
    assert told(Scope(city="vejle")) == ["month", "partner"]
    assert told(Scope(activity="conference")) == []
    assert told(Scope(until=day.replace(year=day.year - 2)))[:1] == ["indicator"]
    with pytest.raises(NotAllowed):
        report_notes(workspace, Scope(), COMPASS)
