"""The forecast against what then happened, on made-up projects of several shapes.

Each project is stopped at 35, 50, 65 and 80 % of its time. The forecast knows the events so far and a plan as projects
have it: expected numbers that are off, a few events that nobody planned, some that will not be held. The
constants of the method were chosen on other projects of the same shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

import numpy as np

from liaison_metrics.domain.reach.forecast import FEWEST_EVENTS, EventToCome, Forecast, PastEvent, PastEvents
from tests.bench.row import Row

SHAPES = ("steady", "saturating", "seasonal", "late start", "fairs", "interrupted", "growing", "city after city")
PROJECTS_OF_A_SHAPE = 60
STOPS = (0.35, 0.5, 0.65, 0.8)
DAYS, CITIES, START = 780, 5, date(2020, 2, 3)
WORKSHOP, FAIR = "skill_transfer_workshop", "project_fair"
LEAST_HELD, MOST_HELD, MOST_ERROR = 0.75, 0.85, 2 / 3


@dataclass(frozen=True)
class Outcome:
    """People who came after the stop, what was forecast of them, and what a straight line says."""

    truth: int
    low: int
    middle: int
    high: int
    line: float


def measure() -> list[Row]:
    """Returns the rows of this benchmark."""
    rows = []
    for what in ("plan", "pace"):
        outcomes = {shape: list(_outcomes(shape, what)) for shape in SHAPES}
        for shape, found in outcomes.items():
            rows.append(_row(f"forecast by {what}, {shape}", found, barred=False))
        rows.append(_row(f"forecast by {what}, all", list(chain(*outcomes.values())), barred=what == "plan"))
    return rows


def _row(what: str, outcomes: list[Outcome], *, barred: bool) -> Row:
    held = float(np.mean([one.low <= one.truth <= one.high for one in outcomes]))
    error, line = (
        float(np.mean([abs(said(one) - one.truth) for one in outcomes]))
        for said in (lambda one: one.middle, lambda one: one.line)
    )
    measured = f"80 % interval holds {held:.0%}, error {error:.0f} people, {error / line:.2f} × the straight line's"
    bar = f"{LEAST_HELD:.0%}–{MOST_HELD:.0%}, ≤ {MOST_ERROR:.2f} ×" if barred else "–"
    return Row(what, measured, bar, not barred or (LEAST_HELD <= held <= MOST_HELD and error / line <= MOST_ERROR))


def _outcomes(shape: str, what: str) -> Iterator[Outcome]:
    random = np.random.default_rng([2026, SHAPES.index(shape)])
    for _project in range(PROJECTS_OF_A_SHAPE):
        events = made_up_project(shape, random)
        for stop in STOPS:
            day = START + timedelta(stop * DAYS)
            past = [event for event in events if event.day <= day]
            future = events[len(past) :]
            if len(past) < FEWEST_EVENTS or not future:
                continue
            history = PastEvents(tuple(past))
            said = history.by_plan(_plan(future, day, random)) if what == "plan" else history.by_pace(day, _end())
            yield _outcome(history, future, said, stop)


def _outcome(history: PastEvents, future: list[PastEvent], said: Forecast, stop: float) -> Outcome:
    reached = history.reached
    truth = sum(event.new for event in future)
    return Outcome(truth, said.low - reached, said.middle - reached, said.high - reached, reached / stop * (1 - stop))


def _plan(future: list[PastEvent], day: date, random: np.random.Generator) -> list[EventToCome]:
    known = [event for event in future if random.random() < 0.95]
    plan = [EventToCome(event.day, event.activity, round(event.people * random.uniform(0.8, 1.35))) for event in known]
    left = (_end() - day).days
    for _event in range(random.binomial(len(future), 0.12)):
        plan.append(EventToCome(day + timedelta(int(random.integers(1, left))), WORKSHOP, 20))
    return plan


def made_up_project(shape: str, random: np.random.Generator) -> list[PastEvent]:
    """Returns the events of a project. People come from one pool for each city; some come again and again."""
    count = int(random.integers(24, 70))
    days = np.sort(_days(shape, count, random))
    fairs = random.random(count) < (0.12 if shape == "fairs" else 0.03)
    mean = random.uniform(10, 22)
    sizes = np.where(
        fairs, random.poisson(random.uniform(50, 90), count), random.negative_binomial(8, 8 / (8 + mean), count)
    )
    pool = int(random.uniform(60, 140) if shape == "saturating" else random.uniform(300, 3000))
    loyal = random.uniform(0.15, 0.6)
    known: list[set[int]] = [set() for _city in range(CITIES)]
    events = []
    for at, size in enumerate(np.maximum(sizes, 3).tolist()):
        city = at * CITIES // count if shape == "city after city" else int(random.integers(CITIES))
        again = min(len(known[city]), int(random.binomial(size, loyal)))
        came = set(random.choice(sorted(known[city]), again, replace=False).tolist()) if again else set()
        came.update(random.choice(pool, min(pool, size - again), replace=False).tolist())
        new = len(came - known[city])
        known[city] |= came
        day = START + timedelta(int(days[at]))
        events.append(PastEvent(day, FAIR if fairs[at] else WORKSHOP, len(came), new))
    return events


def _days(shape: str, count: int, random: np.random.Generator) -> np.ndarray:
    if shape == "late start":
        return DAYS * (0.25 + 0.75 * random.beta(1.6, 1.0, count))
    if shape == "growing":
        return DAYS * random.beta(2, 1, count)
    pause = random.uniform(0.15, 0.5) * DAYS
    length = random.uniform(90, 200)
    days: list[float] = []
    while len(days) < count:
        day = random.uniform(0, DAYS)
        summer = shape == "seasonal" and 150 < day % 365 < 240 and random.random() < 0.9
        stopped = shape == "interrupted" and pause < day < pause + length
        if not summer and not stopped:
            days.append(day)
    return np.array(days)


def _end() -> date:
    return START + timedelta(DAYS)
