"""Committees: who is in them, who is missing, the meetings of their attendance sheets, and lists from sheets."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison_metrics.domain.project import today
from liaison_metrics.errors import NotAllowed, RefusedFile, UnknownLine, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events.work_plan.committees.committees import CityCommittee, committees
from liaison_metrics.services.events.work_plan.committees.importing import add_members, read_members
from liaison_metrics.services.events.work_plan.committees.members import (
    CommitteeMember,
    change_members,
    members,
    set_up_committee,
)
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import ReadRow, RowState
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN = partner("compass"), partner("vifin")
CIRCLE = CommitteeMember("graz", "migrant_association", "Zubrowka Circle", date(2020, 9, 30))
TOWN = CommitteeMember("graz", "local_authority", "Town of Graz")


def graz(workspace: Workspace, actor: object = COORDINATOR) -> CityCommittee:
    """The committee of Graz as somebody sees it."""
    return next(one for one in committees(workspace, actor) if one.city == "graz")  # type: ignore[arg-type]


def meeting(workspace: Workspace) -> None:
    """Imports the sheet of a meeting of the committee of Graz: two of an association, one of the town."""
    rows = [
        row(name, activity="Committee meeting", title="First meeting", group=group)
        for name, group in (
            ("Ana Korba", "Migrant association"), ("Cem Halost", "Migrant association"),
            ("Eva Lang", "Local authority"),
        )
    ]  # fmt: skip
    import_file(workspace, "meeting.csv", sheet(*rows), actor=COORDINATOR)


def test_a_new_committee_has_nobody_and_lacks_every_group(fresh: Fresh) -> None:
    workspace = fresh()
    found = committees(workspace, COORDINATOR)
    assert [one.city for one in found] == ["palermo", "graz", "vejle", "athens", "kassel"]
    assert found[0].set_up is None and found[0].members == 0 and found[0].meetings == ()
    assert found[0].missing == (
        "civil_society_organisation", "migrant_association", "community_leader", "local_authority",
    )  # fmt: skip


def test_members_count_while_they_are_members(fresh: Fresh) -> None:
    workspace = fresh()
    left = CommitteeMember("graz", "community_leader", "Ana Korba", until=today() - timedelta(days=1))
    change_members(workspace, ListChanges([CIRCLE, TOWN, left]), COMPASS)
    set_up_committee(workspace, "graz", date(2020, 9, 30), COMPASS)
    found = graz(workspace, FUNDER)
    assert found.set_up == date(2020, 9, 30) and found.members == 2
    assert found.present == ("migrant_association", "local_authority")
    assert found.missing == ("civil_society_organisation", "community_leader")
    assert [one.name for one in members(workspace, VIFIN)] == ["Zubrowka Circle", "Town of Graz", "Ana Korba"]
    with pytest.raises(NotAllowed):
        members(workspace, FUNDER)


def test_meetings_come_from_attendance_sheets_and_propose_groups(fresh: Fresh) -> None:
    workspace = fresh()
    meeting(workspace)
    found = graz(workspace)
    assert [(one.date, one.people) for one in found.meetings] == [(date(2021, 5, 4), 3)] and found.meetings[0].event
    assert {one.code: one.came for one in found.groups if one.came} == {"migrant_association": 2, "local_authority": 1}
    assert found.members == 0 and len(found.missing) == 4, "nobody is a member because they came"
    seen = graz(workspace, VIFIN)
    assert [(one.people, one.event) for one in seen.meetings] == [(3, 0)]
    assert {one.came for one in seen.groups} == {None}, "groups of another city are not for partners"
    assert [(one.date, one.people, one.event) for one in graz(workspace, FUNDER).meetings] == [
        (date(2021, 5, 4), None, 0)
    ]


def test_changes_are_all_made_or_none(fresh: Fresh) -> None:
    workspace = fresh()
    change_members(workspace, ListChanges([CIRCLE, TOWN]), COORDINATOR)
    first, second = members(workspace, COORDINATOR)
    for wrong in (
        ListChanges([CommitteeMember("graz", "migrant_association", "  ")], removed=[first.number]),
        ListChanges([CommitteeMember("graz", "nobody", "X")]),
        ListChanges([CommitteeMember("atlantis", "local_authority", "X")]),
        ListChanges([CommitteeMember("graz", "local_authority", "X" * 201)]),
        ListChanges([CommitteeMember("graz", "local_authority", "X", date(2021, 2, 1), date(2021, 1, 1))]),
    ):
        with pytest.raises(WrongEntry) as refused:
            change_members(workspace, wrong, COORDINATOR)
        assert refused.value.place.column and refused.value.hint and "XX" not in str(refused.value)
    with pytest.raises(UnknownLine):
        change_members(workspace, ListChanges(removed=[first.number, 99]), COORDINATOR)
    with pytest.raises(NotAllowed):
        change_members(workspace, ListChanges([CommitteeMember("vejle", "local_authority", "X"), CIRCLE]), COMPASS)
    with pytest.raises(NotAllowed):
        moved = CommitteeMember("vejle", "local_authority", "Town")
        change_members(workspace, ListChanges(changed={second.number: moved}), VIFIN)
    assert members(workspace, COORDINATOR) == [first, second]
    change_members(workspace, ListChanges(changed={first.number: TOWN}, removed=[second.number]), COMPASS)
    assert [(one.number, one.name) for one in members(workspace, COORDINATOR)] == [(first.number, "Town of Graz")]


def test_the_record_counts_groups_and_names_nobody(fresh: Fresh) -> None:
    workspace = fresh()
    change_members(workspace, ListChanges([CIRCLE]), COMPASS)
    _total, (line,) = entries(workspace, COORDINATOR)
    assert (line.action, line.kind, line.about) == ("committee.change", "city", "graz")
    assert "migrant_association" in line.after and "Zubrowka" not in str(line)


def test_names_are_not_readable_in_the_database(fresh: Fresh) -> None:
    workspace = fresh()
    change_members(workspace, ListChanges([CIRCLE]), COORDINATOR)
    assert workspace.settings.url.database is not None
    stored = b"".join(path.read_bytes() for path in Path(workspace.settings.url.database).parent.glob("*.db*"))
    assert b"committee_member" in stored and b"Zubrowka" not in stored


SHEETS = {
    "en": "Organisation,Group,City,Since\nZubrowka Circle,Migrant association,Graz,30/09/2020\n",
    "it": "Organizzazione;Gruppo;Città;Dal\nZubrowka Circle;Associazione di migranti;Graz;30/09/2020\n",
    "de": "Name der Organisation;Gruppe;Stadt;Seit\nZubrowka Circle;Migrantenverein;Graz;30.09.2020\n",
    "da": "Organisation;Gruppe;By;Siden\nZubrowka Circle;Migrantforening;Graz;30.09.2020\n",
    "el": "Οργάνωση;Ομάδα;Πόλη;Από\nZubrowka Circle;Σύλλογος μεταναστών;Γκρατς;30/09/2020\n",
}


@pytest.mark.parametrize("language", SHEETS)
def test_a_sheet_is_read_in_each_language(fresh: Fresh, language: str) -> None:
    (read,) = read_members(fresh(), "list.csv", SHEETS[language].encode(), "", COORDINATOR)
    assert read == ReadRow(2, CIRCLE, RowState.NEW)


def test_a_sheet_is_added_once_and_whole(fresh: Fresh) -> None:
    workspace = fresh()
    data = b"Members of the committee\n\nName,Type\nZubrowka Circle,Migrant association\nTown,Local authority\n"
    rows = read_members(workspace, "list.csv", data, "graz", COMPASS)
    assert [one.row for one in rows] == [4, 5] and add_members(workspace, rows, COMPASS) == 2
    again = read_members(workspace, "list.csv", data, "graz", COMPASS)
    assert [one.state for one in again] == [RowState.KNOWN] * 2 and add_members(workspace, again, COMPASS) == 0
    wrong = data + b"Ana Korba,Zubrowkans\nX,Local authority\n"
    rows = read_members(workspace, "list.csv", wrong, "graz", COMPASS)
    (refused,) = (one for one in rows if one.state is RowState.WRONG)
    assert (refused.row, refused.column) == (6, "Type") and "Ana" not in " ".join(refused.why)
    with pytest.raises(WrongEntry) as error:
        add_members(workspace, rows, COMPASS)
    assert (error.value.place.row, error.value.place.column) == (6, "Type")
    assert len(members(workspace, COORDINATOR)) == 2


def test_rows_of_another_city_and_unread_days_are_wrong(fresh: Fresh) -> None:
    data = b"Name,Group,City,Since\nA,Local authority,Vejle,\nB,Local authority,Graz,soon\nC,Local authority,,\n"
    rows = read_members(fresh(), "list.csv", data, "", COMPASS)
    assert [(one.state, one.column) for one in rows] == [
        (RowState.WRONG, "City"), (RowState.WRONG, "Since"), (RowState.WRONG, "City"),
    ]  # fmt: skip


def test_a_sheet_without_the_columns_is_refused(fresh: Fresh) -> None:
    with pytest.raises(RefusedFile, match="no table with the columns Name, Group"):
        read_members(fresh(), "list.csv", b"When,Where\n1,2\n", "graz", COORDINATOR)


def test_a_committee_is_not_set_up_in_the_future(fresh: Fresh) -> None:
    workspace = fresh()
    with pytest.raises(WrongEntry):
        set_up_committee(workspace, "graz", today() + timedelta(days=1), COORDINATOR)
    set_up_committee(workspace, "graz", date(2020, 9, 30), COORDINATOR)
    set_up_committee(workspace, "graz", None, COORDINATOR)
    assert graz(workspace).set_up is None
