"""The figures: what counting.md says, over the sets of an index. Pure functions, exact, in people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.model import Breakdown, EventFigures, Line, Point, Reach
from liaison_metrics.reach.scope import EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.reach.selection import Selection, month_of, select


def reach(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING) -> Reach:
    """Returns how many people an indicator's events reached (without an indicator: all events, everyone)."""
    selection = select(index, project, indicator, scope)
    return total(selection, selection.identified())


def total(selection: Selection, identified: BitMap) -> Reach:
    """Returns the figures of a selection whose distinct people are known."""
    attendances, unidentified = selection.attendances(), selection.unidentified()
    return Reach(
        identified=len(identified),
        unidentified=sum(unidentified),
        attendances=sum(attendances) + sum(unidentified),
        largest_event=max(map(sum, zip(attendances, unidentified, strict=True)), default=0),
    )


def breakdown(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, dimension: str, scope: Scope = EVERYTHING
) -> Breakdown:
    """Returns an indicator by one dimension (of ``DIMENSIONS``): the codes that have people, the largest first."""
    selection = select(index, project, indicator, scope)
    identified = selection.identified()
    return Breakdown(dimension, lines(selection, identified, dimension), total(selection, identified))


def lines(selection: Selection, identified: BitMap, dimension: str) -> tuple[Line, ...]:
    """Returns one line for each code of a dimension that has people in the selection, the largest first."""
    by_person = dimension in PERSON_DIMENSIONS
    return _ordered(
        people_by_code(selection, identified, dimension),
        unidentified_by_person_code(selection, dimension)
        if by_person
        else _unidentified_by_event(selection, dimension),
    )


def people_by_code(selection: Selection, identified: BitMap, dimension: str) -> dict[str, BitMap]:
    """Returns the selection's distinct people by the codes of a dimension."""
    if dimension in PERSON_DIMENSIONS:
        return {code: identified & people for code, people in selection.index.members[dimension].items()}
    parts = events_by_code(selection.events, dimension)
    return {code: selection.of(events).identified() for code, events in parts.items()}


def events_by_code(events: Iterable[EventFact], dimension: str) -> dict[str, list[EventFact]]:
    """Returns events by their codes of an event's dimension."""
    parts: dict[str, list[EventFact]] = defaultdict(list)
    for event in events:
        parts[event_code(event, dimension)].append(event)
    return parts


def event_code(event: EventFact, dimension: str) -> str:
    """Returns an event's code of a dimension: its city, its activity type, or its month as ``2021-03``."""
    if dimension == "month":
        return month_of(event)
    return event.city if dimension == "city" else event.activity


def unidentified_by_person_code(selection: Selection, dimension: str) -> Counter[str]:
    """Returns the selection's unidentified people by their codes of a person's dimension."""
    counts: Counter[str] = Counter()
    for event in selection.events:
        for cell in selection.cells(event):
            counts[getattr(cell, dimension)] += cell.people
    return counts


def _unidentified_by_event(selection: Selection, dimension: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event, people in zip(selection.events, selection.unidentified(), strict=True):
        counts[event_code(event, dimension)] += people
    return counts


def _ordered(identified: dict[str, BitMap], unidentified: Counter[str]) -> tuple[Line, ...]:
    found = [Line(c, len(identified.get(c, ())), unidentified[c]) for c in identified.keys() | unidentified.keys()]
    return tuple(sorted((line for line in found if line.reached), key=lambda line: (-line.reached, line.code)))


def curve(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING
) -> list[Point]:
    """Returns the cumulative number of distinct people at the end of each day with events; the last is the reach."""
    selection = select(index, project, indicator, scope)
    seen, unidentified, points = BitMap(), 0, []
    for day, events in groupby(selection.events, key=lambda event: event.date):
        for event in events:
            seen |= index.attendees_of(event.id)
            unidentified += sum(cell.people for cell in selection.cells(event))
        people = selection.people
        points.append(Point(day, len(seen) if people is None else seen.intersection_cardinality(people), unidentified))
    return points


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
    people = own.identified()
    found: dict[str, int] = {}
    for other in others:
        theirs = select(index, project, other, scope)
        shared = theirs.of(frozenset(theirs.events) & frozenset(own.events))
        unidentified = sum(c.people for event in shared.events for c in shared.cells(event) if own.counts(c))
        found[other.code] = people.intersection_cardinality(theirs.identified()) + unidentified
    return found


def event_figures(
    index: AttendanceIndex, project: Project, indicator: Indicator | None = None, scope: Scope = EVERYTHING
) -> tuple[EventFigures, ...]:
    """Returns the figures of each event at which anybody counts, the earliest first."""
    selection = select(index, project, indicator, scope)
    figures = map(EventFigures, selection.events, selection.attendances(), selection.unidentified())
    return tuple(event for event in figures if event.attendances)
