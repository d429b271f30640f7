"""Deliverables: the project file, what is entered above it, who may see and change what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import MetaData, select

from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import LostOriginal, NotAllowed, UnknownDeliverable, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.events.work_plan import pieces, versions
from liaison_metrics.services.events.work_plan.deliverables import (
    DeliverableEntry,
    DeliverableRecord,
    change_deliverables,
    deliverables,
)
from liaison_metrics.services.events.work_plan.versions import NewSignatory, NewVersion
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh

COMPASS, VIFIN = partner("compass"), partner("vifin")
DUE = date(2021, 12, 31)
STUDY = DeliverableEntry("D1", "compass", DUE, WorkState.IN_WORK, "https://example.org/draft")
DRAFT = NewVersion("0.9", date(2021, 11, 1), "For Quendelberg", "Quendelberg.pdf", b"%PDF Quendelberg")


def study(workspace: Workspace, actor: Actor) -> DeliverableRecord:
    return deliverables(workspace, actor)[0]


def test_what_is_entered_stands_above_the_project_file(fresh: Fresh) -> None:
    workspace = fresh()
    found = deliverables(workspace, COORDINATOR)
    assert [one.entry.code for one in found] == ["D1", "D2", "D3", "D4", "D5"]
    assert found[0].entry == DeliverableEntry("D1", "", None, WorkState.NOT_STARTED, "")
    assert change_deliverables(workspace, [STUDY], COORDINATOR) == 1
    assert change_deliverables(workspace, [STUDY], COORDINATOR) == 0, "nothing differs"
    assert study(workspace, COORDINATOR).entry == STUDY
    assert [study(workspace, COORDINATOR).days_late(date(2022, 1, day)) for day in (1, 11)] == [1, 11]


def test_several_are_changed_all_or_none(fresh: Fresh) -> None:
    workspace = fresh()
    for wrong in (
        DeliverableEntry("D9", "", None, WorkState.IN_WORK, ""), replace(STUDY, owner="nobody"),
        replace(STUDY, link="javascript:alert(1)"), replace(STUDY, link="https://example.org/a b"),
    ):  # fmt: skip
        with pytest.raises((UnknownDeliverable, WrongEntry)):
            change_deliverables(workspace, [replace(STUDY, code="D2"), wrong], COORDINATOR)
    assert all(one.entry.state is WorkState.NOT_STARTED for one in deliverables(workspace, COORDINATOR))


def test_the_owner_changes_state_and_link_alone(fresh: Fresh) -> None:
    workspace = fresh()
    change_deliverables(workspace, [STUDY], COORDINATOR)
    change_deliverables(workspace, [replace(STUDY, state=WorkState.IN_REVIEW)], COMPASS)
    assert study(workspace, COORDINATOR).entry.state is WorkState.IN_REVIEW
    for changed in (replace(STUDY, due=None), replace(STUDY, owner="vifin")):
        with pytest.raises(NotAllowed, match="who owns a deliverable"):
            change_deliverables(workspace, [changed], COMPASS)
    for actor in (VIFIN, FUNDER):
        with pytest.raises(NotAllowed):
            change_deliverables(workspace, [replace(STUDY, state=WorkState.PUBLISHED)], actor)


def test_files_are_encrypted_and_opened_by_coordinator_and_owner(fresh: Fresh) -> None:
    workspace = fresh()
    change_deliverables(workspace, [STUDY], COORDINATOR)
    number = versions.add_version(workspace, "D1", DRAFT, COMPASS)
    versions.add_signatory(workspace, "D1", NewSignatory("City of Graz", "Xanthippa Quendelberg", DUE), COMPASS)
    for actor in (COORDINATOR, COMPASS):
        assert versions.open_version(workspace, number, actor) == ("Quendelberg.pdf", b"%PDF Quendelberg")
        (version,), (signatory,) = study(workspace, actor).versions, study(workspace, actor).signatories
        assert (version.version, version.note, version.has_file) == ("0.9", "For Quendelberg", True)
        assert (signatory.organisation, signatory.name) == ("City of Graz", "Xanthippa Quendelberg")
    for actor in (VIFIN, FUNDER):
        with pytest.raises(NotAllowed):
            versions.open_version(workspace, number, actor)
        seen = study(workspace, actor)
        assert "Quendelberg" not in str(seen) and seen.entry.link == "", "the draft is not published"
        assert [one.version for one in seen.versions] == ["0.9"] and seen.signatories[0].organisation == "City of Graz"
    change_deliverables(workspace, [replace(STUDY, state=WorkState.PUBLISHED)], COMPASS)
    assert study(workspace, FUNDER).entry.link == "https://example.org/draft"
    stored = MetaData()
    stored.reflect(workspace.store.engine)
    with workspace.store.engine.connect() as connection:
        rows = [str(tuple(row)) for table in stored.sorted_tables for row in connection.execute(select(table))]
    assert not any("quendelberg" in row.casefold() for row in rows), "neither the file nor a name is readable"
    assert "Quendelberg" not in str(entries(workspace, COORDINATOR))
    assert [line.action for line in entries(workspace, COORDINATOR)[1]].count("deliverable.open") == 2


def test_a_version_and_a_signatory_can_be_removed(fresh: Fresh) -> None:
    workspace = fresh()
    number = versions.add_version(workspace, "D5", NewVersion("1", DUE), COORDINATOR)
    with pytest.raises(LostOriginal):
        versions.open_version(workspace, number, COORDINATOR)
    versions.remove_version(workspace, number, COORDINATOR)
    signed = versions.add_signatory(workspace, "D5", NewSignatory("  City \n of Vejle ", "", DUE), COORDINATOR)
    assert deliverables(workspace, COORDINATOR)[4].signatories[0].organisation == "City of Vejle"
    versions.remove_signatory(workspace, signed, COORDINATOR)
    assert (deliverables(workspace, COORDINATOR)[4].versions, study(workspace, COORDINATOR).signatories) == ((), ())
    with pytest.raises(UnknownDeliverable):
        versions.remove_version(workspace, number, COORDINATOR)


@pytest.mark.parametrize("version", ["", "one", "1.", "v1", "1.2.3.4.5"])
def test_a_version_has_a_number(fresh: Fresh, version: str) -> None:
    with pytest.raises(WrongEntry, match="no version number"):
        versions.add_version(fresh(), "D1", NewVersion(version, DUE), COORDINATOR)


def test_what_is_too_large_or_has_no_organisation_is_refused(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = fresh()
    monkeypatch.setattr(versions, "MOST_BYTES", 3)
    with pytest.raises(WrongEntry, match="larger"):
        versions.add_version(workspace, "D1", NewVersion("1", DUE, "", "x.pdf", b"1234"), COORDINATOR)
    with pytest.raises(WrongEntry, match="organisation"):
        versions.add_signatory(workspace, "D5", NewSignatory(" ", "Somebody", DUE), COORDINATOR)
    assert deliverables(workspace, COORDINATOR)[0].versions == ()


def test_partners_say_how_far_the_work_of_their_cities_is(fresh: Fresh) -> None:
    workspace, place = fresh(), ("desk_research", "graz")
    assert len(pieces.piece_states(workspace, FUNDER)) == 10, "two pieces in five cities"
    pieces.set_piece_state(workspace, place, WorkState.IN_REVIEW, COMPASS)
    pieces.set_piece_state(workspace, place, WorkState.PUBLISHED, COORDINATOR)
    assert pieces.piece_states(workspace, VIFIN)[place] is WorkState.PUBLISHED
    with pytest.raises(NotAllowed):
        pieces.set_piece_state(workspace, place, WorkState.IN_WORK, VIFIN)
    with pytest.raises(UnknownDeliverable):
        pieces.set_piece_state(workspace, ("desk_research", ""), WorkState.IN_WORK, COORDINATOR)
