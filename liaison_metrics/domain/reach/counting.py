"""The figures: what counting.md says, over the sets of an index. Pure functions, exact, in people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine, EventFigures, EventGain, Point, Reach
from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS, EVERYTHING, Scope
from liaison_metrics.domain.reach.selection import AttendanceIndex, Selection, select, union


def reach(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING) -> Reach:
    """Returns how many people an indicator's events reached (without an indicator: all events, everyone)."""
    selection = select(index, project, indicator, scope)
    return total(selection, selection.identified)


def total(selection: Selection, identified: BitMap) -> Reach:
    """Returns the figures of a selection whose distinct people are known."""
    attendances = selection.identified_by_event + selection.unidentified_by_event
    return Reach(
        identified=len(identified),
        unidentified=selection.reached_unidentified,
        attendances=int(attendances.sum()),
        largest_event=int(attendances.max(initial=0)),
    )


def breakdown(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, dimension: str, scope: Scope = EVERYTHING
) -> Breakdown:
    """Returns an indicator by one dimension (of ``DIMENSIONS``): the codes that have people, the largest first."""
    return broken_down(select(index, project, indicator, scope), dimension)


def broken_down(selection: Selection, dimension: str) -> Breakdown:
    """Returns a selection by one dimension."""
    people, words = selection.people_by_code(dimension), selection.content.words(dimension)
    numbers = selection.numbers_of_unidentified(dimension)
    sums = selection.sum_of_unidentified(numbers, len(words), numbers if dimension in EVENT_DIMENSIONS else None)
    unidentified = dict(zip(words, sums.tolist(), strict=True))
    lines = [BreakdownLine(code, len(people.get(code, ())), unidentified.get(code, 0)) for code in {*people, *words}]
    found = sorted((line for line in lines if line.reached), key=lambda line: (-line.reached, line.code))
    return Breakdown(dimension, tuple(found), total(selection, union(people.values())))


def curve(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING
) -> list[Point]:
    """Returns the cumulative number of distinct people at the end of each day on which anybody who counts came; the
    last is the reach."""
    selection = select(index, project, indicator, scope)
    came = np.flatnonzero(selection.identified_by_event + selection.unidentified_by_event)
    days = index.content.events.day[selection.places[came]]
    unidentified = np.cumsum(_new_unidentified(selection, came)).tolist()
    attendees = [selection.attendees[place] for place in came.tolist()]
    borders = np.flatnonzero(np.diff(days, prepend=-1, append=-1)).tolist()
    seen, points = BitMap(), []
    for day, (start, end) in zip(days[borders[:-1]].tolist(), pairwise(borders), strict=True):
        seen.update(*attendees[start:end])
        points.append(Point(date.fromordinal(day), len(seen), unidentified[end - 1]))
    return points


def event_gains(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING
) -> list[EventGain]:
    """Returns how many people each event adds to those before it, the earliest first; the sum is the reach."""
    selection = select(index, project, indicator, scope)
    attendances = selection.identified_by_event + selection.unidentified_by_event
    came = np.flatnonzero(attendances)
    seen, gains = BitMap(), []
    for at, unidentified in zip(came.tolist(), _new_unidentified(selection, came), strict=True):
        known = len(seen)
        seen |= selection.attendees[at]
        fact = index.content.events.facts[selection.places[at]]
        gains.append(EventGain(fact, int(attendances[at]), len(seen) - known + unidentified))
    return gains


def _new_unidentified(selection: Selection, came: NDArray[np.intp]) -> list[int]:
    """Returns how many unidentified people each of these events adds to those before it: of a series only those beyond
    its largest event so far."""
    people: list[int] = selection.unidentified_by_event[came].tolist()
    if not selection.content.has_series:
        return people
    largest: dict[int, int] = {}
    for at, series in enumerate(selection.content.series[selection.places[came]].tolist()):
        if series:
            known = largest.get(series, 0)
            largest[series] = max(known, people[at])
            people[at] = largest[series] - known
    return people


def contained(
    index: AttendanceIndex,
    project: Project,
    indicator: Indicator,
    others: Iterable[Indicator],
    scope: Scope = EVERYTHING,
) -> dict[str, int]:
    """Returns, by the code of each other indicator, how many of this one's people are already in it.

    Of the unidentified these are the people of shared events who count for both.
    """
    own = select(index, project, indicator, scope)
    found: dict[str, int] = {}
    for other in others:
        theirs = select(index, project, other, scope)
        shared = np.intersect1d(own.counted, theirs.unidentified)
        unidentified = int(index.content.unidentified.people[shared].sum())
        found[other.code] = own.identified.intersection_cardinality(theirs.identified) + unidentified
    return found


def event_figures(
    index: AttendanceIndex, project: Project, indicator: Indicator | None = None, scope: Scope = EVERYTHING
) -> tuple[EventFigures, ...]:
    """Returns the figures of each event at which anybody counts, the earliest first."""
    selection = select(index, project, indicator, scope)
    identified, unidentified = selection.identified_by_event.tolist(), selection.unidentified_by_event.tolist()
    columns = zip(selection.places.tolist(), identified, unidentified, strict=True)
    return tuple(EventFigures(index.content.events.facts[at], one, other) for at, one, other in columns if one or other)
