"""How many people an indicator will have reached when the project ends: a forecast with an interval.

The method, in words (its measures are in ``docs/forecast.md``):

1. An event brings *new* people: those of its people whom no earlier event of the indicator reached. The share of new
   people is taken from the past events; later ones weigh more (``HALF_LIFE``).
2. The share falls as more people are known already. How fast it fell from the first to the second half of the past
   events is carried on, damped (``TREND_KEPT``).
3. An event to come brings as many people as past events of its activity did; without three of them, as many as are
   expected at it. Some planned events are not held (``HELD``).
4. Events to come are those that are planned. Without a plan, events go on as in the last months (``PACE_DAYS``).
5. The interval holds the truth in four of five cases. Its width follows from how far past events were from what the
   same rule says of them, from how few they are, and from what no past event tells (``DRIFT``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

import numpy as np

from liaison_metrics.domain.facts import Float64s

FEWEST_EVENTS = 5
"""Below this many past events, an average of them says nothing: there is no forecast."""

HALF_LIFE = 12
"""Events after which a past event weighs half: long enough for an average, short enough to follow a change."""

TREND_KEPT = 0.6
"""How much of the past fall of the share goes on. The first events of a project bring new people alone, so the whole
fall overstates what is still to come."""

SHRUNK_BY = 2.0
"""Events of all activities that are added to those of one activity, so that one large fair does not stand for all."""

ENOUGH_HELD = 3
"""Past events of an activity that tell more of the next one than the number expected there."""

MOST_NEEDED = 500
"""Events beyond which nobody plans: then no number of them is said to be enough."""

HELD = 0.93
"""The share of planned events that are held. Projects know of few that will fail, so it is not taken from the past."""

PACE_DAYS = 270
"""Days of the recent past that tell the pace: with a summer or a winter in it that brings few events."""

PACE_ANCHOR_DAYS = 60
"""Days at the pace of the whole past that are added to the recent ones, so that a pause does not end the project."""

PACE_SPREAD = 5.0
"""How many times wider the number of events without a plan spreads than if they fell at random (Poisson)."""

DRIFT = 0.22
"""The relative error that past events do not show, for as many events to come as there were."""

NORMAL_80 = 1.2816
"""The 10 % and 90 % points of the normal distribution."""


class ForecastBasis(StrEnum):
    """What a forecast takes for the events to come."""

    PLAN = "plan"
    PACE = "pace"


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An event that was held: its people who count, and those of them whom no earlier event had reached."""

    day: date
    activity: str
    people: int
    new: int


@dataclass(frozen=True, slots=True)
class EventToCome:
    """A planned event and the people expected (0: not stated)."""

    day: date
    activity: str
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """People reached at the end: the ``middle`` and the 80 % interval from ``low`` to ``high``.

    ``events`` are the events to come, a number that need not be whole where it follows from the pace.
    """

    basis: ForecastBasis
    events: float
    middle: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class TypicalEvent:
    """An event as it is at present: its people, and those of them who are new."""

    people: float
    new: float


@dataclass(frozen=True, eq=False)
class PastEvents:
    """The past events of an indicator, the earliest first, with the rules of this module applied to them."""

    events: Sequence[PastEvent]

    def __post_init__(self) -> None:
        if len(self.events) < FEWEST_EVENTS:
            raise ValueError(f"a forecast needs {FEWEST_EVENTS} events")

    @property
    def reached(self) -> int:
        """The people reached so far."""
        return sum(event.new for event in self.events)

    def by_plan(self, to_come: Sequence[EventToCome]) -> Forecast:
        """Returns the forecast with these planned events. Without any, it is what is reached."""
        past = {activity: self._events_of(activity) for activity in {event.activity for event in to_come}}
        sizes = [_people_at(event, past[event.activity]) for event in sorted(to_come, key=lambda one: one.day)]
        new = HELD * self._new_at(sizes)
        not_held = (1 - HELD) / HELD * float((new**2).sum())
        return self._forecast(ForecastBasis.PLAN, new, not_held)

    def by_pace(self, day: date, end: date) -> Forecast:
        """Returns the forecast from *day* to the project's *end* if events go on as they did lately."""
        expected = self._per_day(day) * max(0, (end - day).days)
        events = max(1, round(expected))
        new = self._new_at([self._size()] * events) * (expected / events)
        return self._forecast(ForecastBasis.PACE, new, PACE_SPREAD * expected * float(new.mean()) ** 2, expected)

    def now(self, activity: str) -> TypicalEvent:
        """Returns what an event of an activity is like at present."""
        _held, people = self._events_of(activity)
        return TypicalEvent(people, float(self._new_at([people])[0]))

    def events_needed(self, people: int, activity: str) -> int | None:
        """Returns how many more events of an activity bring that many new people; None: more than ``MOST_NEEDED``."""
        _held, size = self._events_of(activity)
        brought = np.cumsum(self._new_at([size] * MOST_NEEDED))
        needed = int(np.searchsorted(brought, people)) + 1
        return needed if needed <= MOST_NEEDED else None

    def _forecast(self, basis: ForecastBasis, new: Float64s, uncertain: float, events: float | None = None) -> Forecast:
        total = float(new.sum())
        middle, low, high = total, total, total
        if total > 0:
            spread = self._spread()
            per_event = spread * float((new**2).sum())
            drift = DRIFT**2 * min(2.0, len(new) / len(self.events))
            variance = per_event + uncertain + total**2 * (spread / self._effective() + drift)
            low, high = (_gamma_quantile(total, variance, z) for z in (-NORMAL_80, NORMAL_80))
        people = [self.reached + round(one) for one in (middle, low, high)]
        return Forecast(basis, float(len(new)) if events is None else events, *people)

    def _events_of(self, activity: str) -> tuple[int, float]:
        """Returns how many events of an activity were held, and how many people come to one."""
        own = np.array([past.activity == activity for past in self.events])
        weights = self._weights
        of_activity = float((weights * self._people)[own].sum())
        size = (of_activity + SHRUNK_BY * self._size()) / (float(weights[own].sum()) + SHRUNK_BY)
        return int(own.sum()), size

    def _size(self) -> float:
        weights = self._weights
        return float((weights * self._people).sum() / weights.sum())

    def _new_at(self, sizes: Sequence[float]) -> Float64s:
        """Returns how many new people events of these sizes bring, one after the other."""
        steps = np.arange(1, len(sizes) + 1)
        new: Float64s = np.asarray(sizes, dtype=np.float64) * self._share() * np.exp(-self._fall() * steps)
        return new

    def _share(self) -> float:
        weights = self._weights
        return float((weights * self._new).sum() / (weights * self._people).sum())

    def _fall(self) -> float:
        """Returns by how much the logarithm of the share falls with each event."""
        half = len(self.events) // 2
        people, new = self._people, self._new
        first, second = ((new[part].sum() + 1) / (people[part].sum() + 2) for part in (slice(half), slice(half, None)))
        return TREND_KEPT * max(0.0, math.log(first / second)) / (len(self.events) / 2)

    def _spread(self) -> float:
        """Returns the squared relative error of the rule for one past event."""
        weights, said = self._weights, self._share() * self._people
        error = float((weights * (self._new - said) ** 2).sum() / (weights * said**2).sum()) if said.any() else 0.0
        return error * len(self.events) / (len(self.events) - 2)

    def _per_day(self, day: date) -> float:
        days = max(PACE_ANCHOR_DAYS, (day - self.events[0].day).days)
        recent = sum(event.day > day - timedelta(PACE_DAYS) for event in self.events)
        anchor = len(self.events) / days * PACE_ANCHOR_DAYS
        return (recent + anchor) / (min(PACE_DAYS, days) + PACE_ANCHOR_DAYS)

    @cached_property
    def _weights(self) -> Float64s:
        ages = np.arange(len(self.events))[::-1]
        weights: Float64s = 0.5 ** (ages / HALF_LIFE)
        return weights

    def _effective(self) -> float:
        weights = self._weights
        return float(weights.sum() ** 2 / (weights**2).sum())

    @cached_property
    def _people(self) -> Float64s:
        return np.array([event.people for event in self.events], dtype=np.float64)

    @cached_property
    def _new(self) -> Float64s:
        return np.array([event.new for event in self.events], dtype=np.float64)


def _people_at(event: EventToCome, past: tuple[int, float]) -> float:
    """Returns how many people a planned event brings, from how many such events were held and the people at one."""
    held, size = past
    return float(event.expected) if event.expected and held < ENOUGH_HELD else size


def _gamma_quantile(mean: float, variance: float, z: float) -> float:
    """Returns the quantile of a gamma distribution at a normal point *z*.

    Its cube root is about normal. Source: E. B. Wilson and M. M. Hilferty, The Distribution of Chi-Square, Proceedings
    of the National Academy of Sciences 17 (1931).
    """
    v = variance / mean**2
    return float(mean * max(0.0, 1 - v / 9 + z * math.sqrt(v) / 3) ** 3)
