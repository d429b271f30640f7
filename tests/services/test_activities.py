"""Activities of the work plan: planned, held and people, as each role sees them."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.work_plan.activities import activity_plan
from liaison_metrics.services.intake import import_file
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

WORKSHOP = "skill_transfer_workshop"


def test_counts_and_people_come_from_plans_and_sheets(fresh: Fresh) -> None:
    workspace = fresh()
    for day, title in ((4, "Bread and words"), (11, "Songs")):
        planned.plan(workspace, EventFact(0, WORKSHOP, "graz", date(2021, 5, day), title), 20, COORDINATOR)
    rows = [row("Ana Korba", email="a@example.org"), row("Cem Halost", email="c@example.org")]
    twice = [row("Ana Korba", email="a@example.org", date="2021-05-20", title="Tea")]
    vejle = [row("Ana Korba", email="a@example.org", city="Vejle")]
    import_file(workspace, "graz.csv", sheet(*rows, *twice), actor=COORDINATOR)
    import_file(workspace, "vejle.csv", sheet(*vejle), actor=COORDINATOR)
    plan = activity_plan(workspace, COORDINATOR)
    count = plan.counts[WORKSHOP, "graz"]
    assert (count.planned, count.held, count.no_sheet, count.to_come) == (3, 2, 1, 0)
    assert (plan.reached(WORKSHOP, "graz"), plan.reached(WORKSHOP, "vejle"), plan.reached(WORKSHOP)) == (2, 1, 2)
    assert plan.reached("project_fair") == 0
    whole = figures.breakdown(workspace, "IND3", "activity", actor=COORDINATOR)
    assert [(line.code, line.reached) for line in whole.lines] == [(WORKSHOP, plan.reached(WORKSHOP))]
    assert [one.city for one in plan.of(WORKSHOP)] == [city.code for city in workspace.project.cities]
    early = activity_plan(workspace, COORDINATOR, as_of=date(2021, 5, 4)).counts[WORKSHOP, "graz"]
    assert (early.held, early.no_sheet, early.to_come) == (1, 0, 1)


def test_everybody_sees_events_and_who_may_explore_sees_people(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "graz.csv", sheet(row("Ana Korba")), actor=COORDINATOR)
    seen = {actor.code: activity_plan(workspace, actor) for actor in (COORDINATOR, partner("vifin"), FUNDER)}
    assert {plan.counts[WORKSHOP, "graz"].held for plan in seen.values()} == {1}
    assert {code: plan.reached(WORKSHOP, "graz") for code, plan in seen.items()} == {
        "coordinator": 1, "vifin": 1, "funder": None,
    }  # fmt: skip
