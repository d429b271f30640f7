"""The made-up work plan: it shows everything, is made up throughout, and goes when real data come."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.committees.committees import committee_summaries
from liaison_metrics.services.events.work_plan.committees.members import CommitteeMember, change_members, members
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables, deliverables
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.pieces import piece_states
from liaison_metrics.services.events.work_plan.skills.city_lists import city_lists
from liaison_metrics.services.installation.demo import COMMUNITIES_BY_CITY, fill_with_demonstration
from liaison_metrics.services.installation.demo_work_plan import add_made_up_work_plan
from liaison_metrics.services.intake import import_file
from liaison_metrics.store.records.work_plan.deliverables import FILE
from tests.services.conftest import Fresh, row, sheet


def test_the_demonstration_shows_the_whole_work_plan_until_real_data_come(fresh: Fresh) -> None:
    workspace = fresh()
    fill_with_demonstration(workspace, COORDINATOR)
    shown = deliverables(workspace, COORDINATOR)
    assert all(one.entry.owner and one.entry.due for one in shown) and shown[-1].signatories
    assert {one.entry.state for one in shown} == {WorkState.PUBLISHED, WorkState.IN_REVIEW, WorkState.IN_WORK}
    assert [one.versions[-1].version for one in shown if one.entry.state is WorkState.PUBLISHED] == ["1.0"] * 3
    assert all("ade-up" in one.name for one in members(workspace, COORDINATOR))
    assert [bool(one.missing) for one in committee_summaries(workspace, COORDINATOR)] == [False] * 4 + [True]
    lists = city_lists(workspace, COORDINATOR)
    assert lists.teachers and lists.skills and all(one.event for one in lists.skills)
    assert all("ade-up" in one.source for one in lists.communities)

    own = DeliverableEntry("D2", "compass", date(2022, 1, 1), WorkState.IN_WORK, "")
    change_deliverables(workspace, [own], COORDINATOR)
    change_members(workspace, ListChanges([CommitteeMember("graz", "local_authority", "Town")]), COORDINATOR)
    import_file(workspace, "real.csv", sheet(row("Cem Halost")), actor=COORDINATOR)
    assert not workspace.demonstration() and city_lists(workspace, COORDINATOR).is_empty
    assert [one.name for one in members(workspace, COORDINATOR)] == ["Town"]
    kept = deliverables(workspace, COORDINATOR)
    assert kept[1].entry == own and not any(one.versions or one.signatories for one in kept)
    assert {one.entry.state for one in kept if one.entry.code != "D2"} == {WorkState.NOT_STARTED}
    assert set(piece_states(workspace, COORDINATOR).values()) == {WorkState.NOT_STARTED}
    with workspace.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(FILE)) == 0


def test_what_somebody_entered_is_not_mixed_with_what_is_made_up(fresh: Fresh) -> None:
    workspace = fresh()
    change_members(workspace, ListChanges([CommitteeMember("graz", "local_authority", "Town")]), COORDINATOR)
    add_made_up_work_plan(workspace, COMMUNITIES_BY_CITY, COORDINATOR)
    assert [one.name for one in members(workspace, COORDINATOR)] == ["Town"]
    import_file(workspace, "real.csv", sheet(row("Cem Halost")), actor=COORDINATOR)
    assert [one.name for one in members(workspace, COORDINATOR)] == ["Town"]
