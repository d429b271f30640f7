"""What changed a figure, by upload: who sees which, overlaps, undone and many uploads, a part of the project."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads import changes
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.made_up import WORLD, log, sheet
from tests.services.conftest import Fresh

COMPASS = partner("compass")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def world(fresh: Fresh) -> Workspace:
    workspace = fresh()
    for name, data in WORLD.items():
        import_file(workspace, name, data, actor=COMPASS if "graz" in name else COORDINATOR)
    return workspace


def test_each_upload_has_what_it_added_to_those_before(world: Workspace) -> None:
    found = uploads.changes_since(world, "IND1", LONG_AGO, actor=COORDINATOR)
    assert [(one.upload.file, one.change) for one in found.named] == [
        ("conference.csv", 0), ("palermo_fair.csv", 8), ("vejle_cooking.csv", 12), ("graz_sewing.csv", 20),
    ]  # fmt: skip
    assert (found.change, found.new_uploads, found.other_uploads, found.undone) == (40, 4, 0, ())


def test_only_what_came_since_counts(world: Workspace) -> None:
    before = datetime.now(UTC)
    assert uploads.changes_since(world, "IND1", before, actor=COORDINATOR).new_uploads == 0
    import_file(world, "log.csv", log("Graz", ("2021-06-04", "Tea", 7)), actor=COORDINATOR)
    found = uploads.changes_since(world, "IND1", before, actor=COORDINATOR)
    assert (found.change, [one.upload.file for one in found.named]) == (7, ["log.csv"])


def test_a_partner_sees_its_own_uploads_and_the_sum_of_others(world: Workspace) -> None:
    found = uploads.changes_since(world, "IND1", LONG_AGO, actor=COMPASS)
    assert [one.upload.file for one in found.named] == ["graz_sewing.csv"]
    assert (found.change, found.other_uploads, found.other_change) == (40, 3, 20)
    hidden = uploads.changes_since(world, "IND1", LONG_AGO, actor=FUNDER)
    assert (hidden.named, hidden.change, hidden.other_uploads) == ((), 40, 4)
    with pytest.raises(NotAllowed):
        uploads.changes_since(world, "IND1", LONG_AGO, Scope(community="bosnian"), actor=FUNDER)


def test_an_upload_undone_since_is_named_without_a_number(world: Workspace) -> None:
    before = datetime.now(UTC)
    uploads.undo(world, 1, COORDINATOR)
    for actor, seen in ((COORDINATOR, ["graz_sewing.csv"]), (COMPASS, ["graz_sewing.csv"]), (FUNDER, [])):
        found = uploads.changes_since(world, "IND1", before, actor=actor)
        assert [one.file for one in found.undone] == seen and found.new_uploads == 0
    assert uploads.changes_since(world, "IND1", LONG_AGO, actor=COORDINATOR).change == 30


def test_a_part_of_the_project_changes_by_its_own(world: Workspace) -> None:
    found = uploads.changes_since(world, "IND1", LONG_AGO, Scope(city="vejle"), actor=COORDINATOR)
    assert {one.upload.file: one.change for one in found.named if one.change} == {"vejle_cooking.csv": 12}


def test_of_many_uploads_the_latest_are_told_one_by_one(world: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST_STEPS", 2)
    import_file(world, "more.csv", sheet("2021-04-01", "Graz", range(60, 65)), actor=COORDINATOR)
    found = uploads.changes_since(world, "IND1", LONG_AGO, actor=COORDINATOR)
    assert [(one.upload.file, one.change) for one in found.named] == [("more.csv", 5), ("conference.csv", 0)]
    assert (found.change, found.other_uploads, found.other_change) == (45, 3, 40)
    assert figures.indicator(world, "IND1", actor=COORDINATOR).reach.reached == 45, "nothing was taken away"
