"""How many people an indicator should have reached by a day, and its status against that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.model import Reach


class Status(StrEnum):
    """The status of an indicator. After the project's last day, behind plan means that the target was not reached."""

    SECURED = "secured"
    REACHED = "reached"
    ON_PLAN = "on_plan"
    BEHIND_PLAN = "behind_plan"
    NOT_HELD_YET = "not_held_yet"


@dataclass(frozen=True, slots=True)
class PlannedPeople:
    """How many people are expected at a planned event."""

    day: date
    people: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the plan of a target expects.

    With ``interim`` targets (how many people by which day), people are spread evenly from each to the next. Without,
    the people of planned events (``steps``) are expected on their days, and what they leave of the target is spread
    evenly over the project's time.
    """

    start: date
    end: date
    target: int
    steps: tuple[PlannedPeople, ...] = ()
    interim: tuple[PlannedPeople, ...] = ()

    def by(self, day: date) -> int:
        """Returns how many people are expected by the end of a day, at most the target."""
        if self.interim:
            days, people = zip(*self.line(), strict=True)
            return round(float(np.interp(day.toordinal(), [one.toordinal() for one in days], people)))
        return self._sum(sum(step.people for step in self.steps if step.day <= day), day)

    def line(self) -> list[tuple[date, int]]:
        """Returns the corners of the line from the project's first to its last day: two for each day with a step."""
        corners = [(self.start, 0)]
        if self.interim:
            corners += [(one.day, one.people) for one in self.interim if one.day < self.end]
            return [*corners, (self.end, self.target)]
        for day in sorted({step.day for step in self.steps if self.start <= step.day <= self.end}):
            corners += [(day, self._sum(sum(s.people for s in self.steps if s.day < day), day)), (day, self.by(day))]
        return [*corners, (self.end, self.by(self.end))]

    def _sum(self, planned: int, day: date) -> int:
        left = max(0, self.target - sum(step.people for step in self.steps))
        elapsed = (day - self.start) / (self.end - self.start)
        return min(self.target, planned + round(left * min(1.0, max(0.0, elapsed))))


def expectation(
    project: Project, indicator: Indicator, planned: Sequence[PlannedPeople], held: date | None
) -> Expectation:
    """Returns what an indicator's plan expects. *planned* are its planned events, *held* is the first day on which it
    had people.

    Of an indicator with one event, the whole target is expected on the day of that event: as planned, else as held,
    else the project's last day.
    """
    steps = tuple(planned)
    interim = tuple(PlannedPeople(*one) for one in sorted(indicator.interim_targets.items()))
    if indicator.one_event and not interim:
        day = min((step.day for step in planned), default=held or project.end)
        steps = (PlannedPeople(day, indicator.target),)
    return Expectation(project.start, project.end, indicator.target, steps, interim)


def status_of(found: Reach, target: int, due: int) -> Status:
    """Returns the status of an indicator that reached *found* people, when *due* were expected."""
    if found.floor >= target:
        return Status.SECURED
    if found.reached >= target:
        return Status.REACHED
    if not found.attendances:
        return Status.NOT_HELD_YET
    return Status.ON_PLAN if found.reached >= due else Status.BEHIND_PLAN
