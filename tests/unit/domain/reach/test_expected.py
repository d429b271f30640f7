"""What a plan expects by a day: planned events, one event, elapsed time; and the status against it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.expected import Expectation, PlannedPeople, Status, expectation, status_of
from liaison_metrics.domain.reach.model import Reach

START, END = date(2020, 1, 1), date(2020, 1, 11)


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_without_planned_events_the_target_is_spread_over_the_time() -> None:
    plan = Expectation(START, END, 100)
    assert [plan.by(day(n)) for n in (-5, 0, 1, 5, 10, 99)] == [0, 0, 10, 50, 100, 100]
    assert plan.line() == [(START, 0), (END, 100)]


def test_people_of_planned_events_are_expected_on_their_days_and_the_rest_evenly() -> None:
    plan = Expectation(START, END, 100, (PlannedPeople(day(4), 30), PlannedPeople(day(8), 20)))
    assert [plan.by(day(n)) for n in (3, 4, 7, 8, 10)] == [15, 50, 65, 90, 100]
    assert plan.line() == [(START, 0), (day(4), 20), (day(4), 50), (day(8), 70), (day(8), 90), (END, 100)]


def test_events_planned_for_more_than_the_target_expect_the_target() -> None:
    plan = Expectation(START, END, 40, (PlannedPeople(day(2), 30), PlannedPeople(day(6), 30)))
    assert [plan.by(day(n)) for n in (1, 2, 5, 6, 10)] == [0, 30, 30, 40, 40]


def test_interim_targets_are_expected_by_their_days_whatever_is_planned() -> None:
    interim = (PlannedPeople(day(4), 20), PlannedPeople(day(8), 90))
    plan = Expectation(START, END, 100, (PlannedPeople(day(1), 50),), interim)
    assert [plan.by(day(n)) for n in (-5, 0, 2, 4, 6, 8, 9, 10, 99)] == [0, 0, 10, 20, 55, 90, 95, 100, 100]
    assert plan.line() == [(START, 0), (day(4), 20), (day(8), 90), (END, 100)]


@pytest.mark.parametrize(
    ("planned", "held", "on"),
    [((day(7), day(3)), day(9), 3), ((), day(9), 9), ((), None, 10)],
    ids=["planned", "held", "neither"],
)
def test_of_one_event_all_are_expected_from_its_day(
    project: Project, planned: tuple[date, ...], held: date | None, on: int
) -> None:
    short = project.model_copy(update={"start": START, "end": END})
    one = Indicator(code="I", title="Conference", target=150, activities=("final_conference",), one_event=True)
    plan = expectation(short, one, [PlannedPeople(each, 20) for each in planned], held)
    assert [plan.by(day(n)) for n in range(11)] == [0] * on + [150] * (11 - on)


def test_the_status_compares_with_target_and_plan() -> None:
    def status(identified: int, unidentified: int, due: int) -> Status:
        people = identified + unidentified
        return status_of(Reach(identified, unidentified, people, min(people, 1)), 100, due)

    assert status(100, 0, 50) is Status.SECURED
    assert status(60, 40, 50) is Status.REACHED
    assert status(30, 20, 50) is Status.ON_PLAN
    assert status(30, 19, 50) is Status.BEHIND_PLAN
    assert status(0, 0, 50) is Status.NOT_HELD_YET
