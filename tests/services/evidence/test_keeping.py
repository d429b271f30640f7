"""Evidence stays with its event, whatever becomes of its sheets; it is encrypted, and leaves nothing when it goes."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from sqlalchemy import text

from liaison_metrics.domain.project import DataProtection, EvidenceKind
from liaison_metrics.errors import RefusedFile, RetentionError, UnknownEvent, UnknownEvidence, WrongEntry
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import checks, corrections, listing
from liaison_metrics.services.events.evidence import keeping
from liaison_metrics.services.events.evidence.keeping import MOST_FILES, NewEvidence, add, open_evidence, remove
from liaison_metrics.services.events.evidence.listing import (
    evidence_kinds,
    evidence_of_event,
    left_evidence,
    missing_evidence,
)
from liaison_metrics.services.events.owed.finding import OwedKind, owed
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.retention import purge
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

SECRET = "Quendelberg"
LIST = NewEvidence(EvidenceKind.SIGNED_LIST, b"%PDF-1.7 " + SECRET.encode() * 9, f"{SECRET}.pdf")
LINK = NewEvidence(EvidenceKind.PROGRAMME, b"https://example.org/programme")
BREAD = sheet(row("Ana Korba", email="ana@example.org"), row("Cem Halost"))


@pytest.fixture
def held(fresh: Fresh) -> Workspace:
    """A workspace with two events of one day."""
    workspace = fresh()
    import_file(workspace, "bread.csv", BREAD, actor=COORDINATOR)
    import_file(workspace, "songs.csv", sheet(row("Eva Lang", title="Songs")), actor=COORDINATOR)
    return workspace


def number_of(workspace: Workspace, title: str = "Bread and words") -> int:
    return next(one.number for one in listing.all_events(workspace, COORDINATOR) if one.fact.title == title)


def kept_with(workspace: Workspace, title: str = "Bread and words") -> list[str]:
    return [one.name for one in evidence_of_event(workspace, number_of(workspace, title), COORDINATOR)]


def test_it_is_encrypted_with_its_name_and_gone_when_removed(held: Workspace) -> None:
    file = add(held, number_of(held), LIST, COORDINATOR)
    assert open_evidence(held, file, COORDINATOR).content == LIST.content
    with held.store.reading() as connection:
        stored = connection.execute(text("SELECT * FROM evidence_file, evidence_event")).all()
    assert SECRET not in repr(stored) and SECRET.encode() not in b"".join(one.content for one in stored)
    _total, lines = entries(held, COORDINATOR)
    assert [line.action for line in lines[:2]] == ["evidence.open", "evidence.add"] and SECRET not in repr(lines)
    remove(held, file, COORDINATOR)
    with pytest.raises(UnknownEvidence):
        open_evidence(held, file, COORDINATOR)
    with pytest.raises(UnknownEvidence):
        remove(held, file, COORDINATOR)
    with held.store.reading() as connection:
        assert not connection.execute(text("SELECT 1 FROM evidence_event UNION SELECT 1 FROM evidence_file")).all()


def test_a_photo_is_kept_without_its_device(held: Workspace) -> None:
    image, content = Image.new("RGB", (8, 8)), io.BytesIO()
    exif = image.getexif()
    exif[0x010F] = "Phone of Quendelberg"
    image.save(content, "JPEG", exif=exif)
    file = add(held, number_of(held), NewEvidence(EvidenceKind.PHOTO, content.getvalue(), "a.png"), COORDINATOR)
    found = open_evidence(held, file, COORDINATOR)
    assert (found.name, found.form) == ("a.jpg", "jpeg") and SECRET.encode() not in found.content


def test_it_survives_undo_redo_and_importing_again(held: Workspace) -> None:
    add(held, number_of(held), LIST, COORDINATOR)
    uploads.undo(held, 1, COORDINATOR)
    (left,) = left_evidence(held, COORDINATOR)
    assert (left.fact.city, left.fact.title) == ("graz", "bread and words")
    assert left_evidence(held, partner("vifin")) == [] and evidence_kinds(held, COORDINATOR) == {}
    assert open_evidence(held, left.kept.number, partner("compass")).content == LIST.content
    uploads.redo(held, 1, COORDINATOR)
    assert kept_with(held) == [LIST.name] and left_evidence(held, COORDINATOR) == []
    uploads.undo(held, 1, COORDINATOR)
    import_file(held, "again.csv", BREAD + b"\n", actor=COORDINATOR)
    assert kept_with(held) == [LIST.name]


def test_it_follows_corrections_merging_and_separating(held: Workspace) -> None:
    add(held, number_of(held), LIST, COORDINATOR)
    add(held, number_of(held, "Songs"), LINK, COORDINATOR)
    corrections.correct(held, number_of(held), COORDINATOR, city="vejle", title="Brød")
    assert kept_with(held, "Brød") == [LIST.name]
    assert open_evidence(held, 1, partner("vifin")) and evidence_of_event(held, number_of(held, "Brød"), COORDINATOR)
    import_file(
        held, "other.csv", sheet(row("Ida Holm", city="Vejle", title="Brød")), actor=COORDINATOR
    )  # fmt: skip
    uploads.undo(held, 1, COORDINATOR)
    assert kept_with(held, "Brød") == [LIST.name], "another sheet states it as corrected"
    uploads.redo(held, 1, COORDINATOR)
    corrections.merge(held, [number_of(held, "Songs")], number_of(held, "Brød"), COORDINATOR)
    assert kept_with(held, "Brød") == [LIST.name, LINK.content.decode()]
    songs = next(one for one in listing.all_events(held, COORDINATOR)[0].stated if one.title == "Songs")
    checks.separate(held, songs.id, COORDINATOR)
    stated = [one for event in listing.all_events(held, COORDINATOR) for one in event.stated]
    bread = next(one.id for one in stated if one.title == "Bread and words")
    for source, expected in ((songs.id, LINK.content.decode()), (bread, LIST.name)):
        assert [one.name for one in evidence_of_event(held, source, COORDINATOR)] == [expected]


def test_a_sheet_with_a_near_title_takes_over(held: Workspace) -> None:
    add(held, number_of(held), LIST, COORDINATOR)
    uploads.undo(held, 1, COORDINATOR)
    import_file(held, "b.csv", sheet(row("Ana Korba", title="Bread and words (2nd list)")), actor=COORDINATOR)
    assert kept_with(held, "Bread and words (2nd list)") == [LIST.name]


def test_what_cannot_be_kept_is_refused(held: Workspace) -> None:
    number = number_of(held)
    add(held, number, LIST, COORDINATOR)
    for new, error in (
        (LIST, WrongEntry), (NewEvidence(EvidenceKind.OTHER, b"ftp://x.org"), WrongEntry),
        (NewEvidence(EvidenceKind.OTHER, b"MZ", "x.pdf"), RefusedFile),
    ):  # fmt: skip
        with pytest.raises(error):
            add(held, number, new, COORDINATOR)
    with pytest.raises(UnknownEvent):
        add(held, 99, LINK, COORDINATOR)
    assert kept_with(held) == [LIST.name]


def test_an_event_keeps_a_bounded_number(held: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_FILES >= 10
    monkeypatch.setattr(keeping, "MOST_FILES", 1)
    add(held, number_of(held), LIST, COORDINATOR)
    with pytest.raises(WrongEntry, match="at most 1"):
        add(held, number_of(held), LINK, COORDINATOR)


def asking(workspace: Workspace, **rule: object) -> Workspace:
    return Workspace(workspace.settings, workspace.project.model_copy(update=rule), workspace.store)


def test_only_what_the_project_file_asks_for_is_owed(held: Workspace) -> None:
    assert missing_evidence(held, COORDINATOR, date(2022, 1, 1)) == []
    wanted = (EvidenceKind.SIGNED_LIST, EvidenceKind.PROGRAMME)
    asked = asking(held, evidence=wanted, evidence_of={"school_lab": ()})
    add(asked, number_of(asked), LIST, COORDINATOR)
    found = {one.fact.title: one.kinds for one in missing_evidence(asked, COORDINATOR, date(2022, 1, 1))}
    assert found == {"Bread and words": wanted[1:], "Songs": wanted}
    assert missing_evidence(asked, COORDINATOR, date(2021, 5, 4)) == [], "its day has not passed"
    items = [one for one in owed(asked, partner("compass"), as_of=date(2021, 5, 9)) if one.kind is OwedKind.EVIDENCE]
    assert [(one.partner, one.count, one.days, one.number) for one in items] == [
        ("compass", 1, 5, number_of(asked)), ("compass", 2, 5, number_of(asked, "Songs")),
    ]  # fmt: skip
    assert missing_evidence(asked, partner("vifin"), date(2022, 1, 1)) == []
    add(asked, number_of(asked), LINK, COORDINATOR)
    others = asking(held, evidence=wanted, evidence_of={"skill_transfer_workshop": ()})
    assert missing_evidence(others, COORDINATOR, date(2022, 1, 1)) == []


def test_a_receipt_names_the_files_to_look_at(held: Workspace) -> None:
    file = add(held, number_of(held), LIST, COORDINATOR)
    add(held, number_of(held, "Songs"), LINK, COORDINATOR)
    receipt = forget(held, TypedPerson(email="ana@example.org"), COORDINATOR)
    assert f"Evidence file {file}, event of 2021-05-04 in Graz" in receipt.text
    assert receipt.text.count("Evidence file") == 1 and SECRET not in receipt.text


def test_it_goes_with_all_personal_data(held: Workspace) -> None:
    due = asking(held, data_protection=DataProtection(final_payment=date(2010, 1, 1)))
    add(due, number_of(due), LIST, COORDINATOR)
    assert purge(due, COORDINATOR)["evidence_files"] == 1
    assert evidence_of_event(due, number_of(due), COORDINATOR) == ()
    with pytest.raises(RetentionError):
        add(due, number_of(due), LINK, COORDINATOR)
