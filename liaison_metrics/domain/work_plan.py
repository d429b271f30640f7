"""The work plan: of each activity in each city how many events are promised, planned and held, and what is missing.

An event that is planned is held once a sheet tells of an event in its place. Held events count whether or not anybody
planned them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project


class WorkState(StrEnum):
    """How far a deliverable or a piece of work is."""

    NOT_STARTED = "not_started"
    IN_WORK = "in_work"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    """Published; of a piece of work: done."""


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """The events of an activity in a city (codes) by a day.

    ``promised`` is what the project file says (None: nothing), ``no_sheet`` are planned events whose day has passed and
    of which no sheet tells, ``to_come`` planned events from that day on. ``expected`` says that there should be some.
    """

    activity: str
    city: str
    promised: int | None = None
    held: int = 0
    no_sheet: int = 0
    to_come: int = 0
    expected: bool = True

    @property
    def planned(self) -> int:
        """How many events there are to be: those that are promised, or those that are known where they are more."""
        return max(self.promised or 0, self.held + self.no_sheet + self.to_come)

    @property
    def not_planned(self) -> int:
        """How many promised events have no date yet."""
        return self.planned - self.held - self.no_sheet - self.to_come

    @property
    def none_planned(self) -> bool:
        """Whether there should be some, and nothing is promised in numbers, planned or held."""
        return self.expected and not self.planned


def activity_counts(
    project: Project, plans: Iterable[EventFact], held: Iterable[EventFact], day: date
) -> dict[tuple[str, str], ActivityCount]:
    """Returns the count of each activity in each city by a day: *plans* are the planned events, *held* those of which
    sheets tell. An activity that belongs to a single event is expected in one city only."""
    events = [event for event in held if event.date <= day]
    happened = Counter((event.activity, event.city) for event in events)
    open_plans = _without_held(plans, events)
    missing = Counter((plan.activity, plan.city) for plan in open_plans if plan.date < day)
    to_come = Counter((plan.activity, plan.city) for plan in open_plans if plan.date >= day)
    works = {activity: work for work in project.planned_work for activity in work.planned}
    single = {
        one for indicator in project.indicators if indicator.one_event for one in project.activities_of(indicator)
    }
    known = {activity for counted in (happened, missing, to_come) for activity, _city in counted}
    counts = {}
    for activity in project.activities:
        for city in (one.code for one in project.cities):
            key = activity, city
            promised = works[activity].promised(activity, city) if activity in works else None
            first = city == project.cities[0].code
            expected = promised is None and (activity not in single or (first and activity not in known))
            counts[key] = ActivityCount(
                activity, city, promised, happened[key], missing[key], to_come[key], expected or bool(promised)
            )
    return counts


def fills(plan: EventFact, event: EventFact) -> bool:
    """Returns whether an event on a plan's day, of its activity and in its city, can be the planned one: the titles
    agree where both have one."""
    wanted = title_key(plan.title)
    return not wanted or not event.title or title_key(event.title) == wanted


def _without_held(plans: Iterable[EventFact], held: Iterable[EventFact]) -> list[EventFact]:
    places = defaultdict[tuple[str, str, date], list[EventFact]](list)
    for event in held:
        places[event.activity, event.city, event.date].append(event)
    return [
        plan
        for plan in plans
        if not any(fills(plan, event) for event in places.get((plan.activity, plan.city, plan.date), ()))
    ]
