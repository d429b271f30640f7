"""Where an indicator will stand when the project ends, and what it takes to reach its target."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from liaison_metrics.domain import reach
from liaison_metrics.domain.project import Indicator
from liaison_metrics.domain.reach.forecast import (
    FEWEST_EVENTS,
    EventToCome,
    Forecast,
    PastEvent,
    PastEvents,
    TypicalEvent,
)
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.events import read_planned


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Planned events that are left out, by their numbers, and events that are added: (activity, how many, people
    expected at each, 0: as at past events)."""

    dropped: frozenset[int] = frozenset()
    added: tuple[tuple[str, int, int], ...] = ()


NOTHING_CHANGED = WhatIf()


@dataclass(frozen=True, slots=True)
class Needed:
    """What reaching the target takes: new people, and so many more events (None: more than anybody plans) of the
    activity that is held most often, which now bring ``now`` people. ``planned`` of them are planned."""

    people: int
    activity: str
    events: int | None
    now: TypicalEvent
    planned: int


@dataclass(frozen=True, slots=True)
class IndicatorForecast:
    """An indicator's forecast on a day for the project's last day.

    ``held`` counts the past events, ``to_come`` the planned ones after *what if*, with
    the people ``expected`` at them. ``plan`` follows from the planned
    events (None: there are none), ``pace`` from how events went on lately. Both are None with fewer than
    ``FEWEST_EVENTS`` past events, and after the project's end. ``needed`` is None where the target is reached.
    """

    code: str
    title: str
    target: int
    as_of: date
    end: date
    reached: int
    held: int
    to_come: int
    expected: int
    plan: Forecast | None
    pace: Forecast | None
    needed: Needed | None


@requires(Action.FIGURES_READ)
def forecast(
    workspace: Workspace,
    code: str,
    scope: Scope | None = None,
    what_if: WhatIf = NOTHING_CHANGED,
    *,
    actor: Actor,
) -> IndicatorForecast:
    """Returns an indicator's forecast within a scope. Raises KeyError for an unknown code, and NotAllowed."""
    project = workspace.project
    promised = project.indicator(code)
    check_figures(project, scope, actor)
    scope = replace(scope or Scope(), until=project.as_of((scope or Scope()).until))
    day = scope.until
    assert day is not None
    with workspace.snapshot() as (index, connection):
        gains = reach.event_gains(index, project, promised, scope)
        planned = [row for row in read_planned(connection) if day < row["date"] <= project.end]
    activities = project.activities_of(promised)
    to_come = [
        EventToCome(row["date"], row["activity"], row["expected"] or 0)
        for row in planned
        if row["activity"] in activities and scope.city in (None, row["city"]) and row["id"] not in what_if.dropped
    ]
    for activity, count, expected in what_if.added:
        to_come += [EventToCome(project.end, activity, expected)] * count
    past = [PastEvent(one.event.date, one.event.activity, one.people, one.new) for one in gains]
    target = _target(promised, scope)
    reached = sum(one.new for one in past)
    possible = len(past) >= FEWEST_EVENTS and day < project.end
    history = PastEvents(tuple(past)) if possible else None
    return IndicatorForecast(
        code,
        promised.title,
        target,
        day,
        project.end,
        reached,
        len(past),
        len(to_come),
        sum(event.expected for event in to_come),
        history.by_plan(to_come) if history and to_come else None,
        history.by_pace(day, project.end) if history and not promised.one_event else None,
        _needed(history, target - reached, to_come) if history and target > reached else None,
    )


def _target(promised: Indicator, scope: Scope) -> int:
    return promised.targets.get(scope.city, promised.target) if scope.city else promised.target


def _needed(history: PastEvents, people: int, to_come: list[EventToCome]) -> Needed:
    activity, _count = Counter(event.activity for event in history.events).most_common(1)[0]
    planned = sum(event.activity == activity for event in to_come)
    return Needed(people, activity, history.events_needed(people, activity), history.now(activity), planned)
