"""The objectives: what serves each, and how far it is, the same for everybody."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.events.work_plan.objectives import held_events_words, objectives, reached_words
from liaison_metrics.services.intake import import_file
from tests.services.conftest import Fresh, row, sheet


def test_each_objective_is_served_by_what_the_project_file_says(fresh: Fresh) -> None:
    workspace = fresh()
    found = objectives(workspace, COORDINATOR)
    promised = workspace.project.objectives
    assert [one.code for one in found] == ["O1", "O2", "O3", "O4"]
    for one, said in zip(found, promised, strict=True):
        assert tuple(by.code for by in one.activities) == said.activities != ()
        assert tuple(by.code for by in one.deliverables) == said.deliverables != ()
        assert tuple(by.code for by in one.indicators) == said.indicators != ()
    assert {code for one in promised for code in one.activities} == set(workspace.project.activities)
    assert {code for one in promised for code in one.deliverables} == {"D1", "D2", "D3", "D4", "D5"}
    assert {code for one in promised for code in one.indicators} == {"IND1", "IND2", "IND3"}


def test_figures_follow_sheets_plans_and_deliverables(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "one.csv", sheet(row("Ana Korba"), row("Cem Halost")), actor=COORDINATOR)
    later = EventFact(0, "skill_transfer_workshop", "vejle", date(2022, 3, 1), "Songs")
    planned.plan(workspace, later, 20, COORDINATOR)
    maps = DeliverableEntry("D2", "compass", None, WorkState.IN_REVIEW, "")
    change_deliverables(workspace, [maps], COORDINATOR)
    second = objectives(workspace, COORDINATOR)[1]
    assert second == objectives(workspace, FUNDER)[1]
    workshops = second.activities[1]
    assert (workshops.held, workshops.planned, held_events_words(workshops)) == (1, 2, "1 of 2 held")
    assert second.deliverables[0].state is WorkState.IN_REVIEW
    assert reached_words(second.indicators[0]) == "2 of 500 people"
    before = objectives(workspace, COORDINATOR, date(2021, 5, 3))[1]
    assert before.activities[1].held == 0 and before.indicators[0].reached == 0
