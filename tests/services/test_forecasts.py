"""The forecast of an indicator: from the sheets and planned events of a store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events.planned import plan, planned
from liaison_metrics.services.figures.forecasts import WhatIf, forecast
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import sheet

UNTIL = Scope(until=date(2021, 6, 30))


@pytest.fixture
def held(new_workspace: Callable[[str], Workspace]) -> Workspace:
    """Six workshops in Graz, at each ten people, half of them new from the second on."""
    workspace = new_workspace("forecast")
    for at in range(6):
        data = sheet(f"2021-0{at + 1}-10", "Graz", range(5 * at, 5 * at + 10))
        import_file(workspace, f"list_{at}.csv", data, actor=COORDINATOR)
    return workspace


def test_planned_events_are_forecast_and_may_be_left_out_or_added(held: Workspace) -> None:
    found = forecast(held, "IND1", UNTIL, actor=FUNDER)
    assert found.reached == figures.indicator(held, "IND1", UNTIL, actor=FUNDER).reach.reached == 35
    assert (found.held, found.to_come, found.plan) == (6, 0, None)
    assert found.pace is not None and found.pace.middle > 35
    for city, day in (("graz", date(2021, 9, 1)), ("vejle", date(2021, 10, 1))):
        plan(held, EventFact(0, "skill_transfer_workshop", city, day, "Songs"), 20, COORDINATOR)
    with_plan = forecast(held, "IND1", UNTIL, actor=COORDINATOR)
    assert with_plan.to_come == 2 and with_plan.plan is not None
    assert 35 < with_plan.plan.low <= with_plan.plan.middle <= with_plan.plan.high
    number = planned(held, COORDINATOR)[0].number
    less = forecast(held, "IND1", UNTIL, WhatIf(frozenset({number})), actor=COORDINATOR)
    more = forecast(held, "IND1", UNTIL, WhatIf(added=(("skill_transfer_workshop", 3, 0),)), actor=COORDINATOR)
    assert (less.to_come, more.to_come) == (1, 5)
    assert less.plan and more.plan and less.plan.middle < with_plan.plan.middle < more.plan.middle


def test_what_is_needed_is_said(held: Workspace) -> None:
    needed = forecast(held, "IND1", UNTIL, actor=COORDINATOR).needed
    assert needed is not None and needed.people == 465 and needed.activity == "skill_transfer_workshop"
    assert round(needed.now.people) == 10
    of_graz = forecast(held, "IND1", Scope(city="graz", until=UNTIL.until), actor=COORDINATOR)
    assert of_graz.reached == 35


def test_after_the_end_and_for_few_events_there_is_none(held: Workspace) -> None:
    ended = forecast(held, "IND1", actor=COORDINATOR)
    assert (ended.plan, ended.pace, ended.needed) == (None, None, None)
    early = forecast(held, "IND1", Scope(until=date(2021, 3, 1)), actor=COORDINATOR)
    assert (early.held, early.plan, early.pace) == (2, None, None)
