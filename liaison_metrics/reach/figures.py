"""The figures: what counting.md says, over the sets of an index. Pure functions, exact, in people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import add, attrgetter

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.model import Breakdown, EventFigures, Line, Point, Reach
from liaison_metrics.reach.scope import EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.reach.selection import Selection, month_of, select


def reach(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING) -> Reach:
    """Returns how many people an indicator's events reached (without an indicator: all events, everyone)."""
    return total(select(index, project, indicator, scope))


def total(selection: Selection) -> Reach:
    """Returns the figures of a selection."""
    identified, unidentified = selection.identified_by_event, selection.unidentified_by_event
    return Reach(
        identified=len(selection.identified),
        unidentified=sum(unidentified),
        attendances=sum(identified) + sum(unidentified),
        largest_event=max(map(add, identified, unidentified), default=0),
    )


def breakdown(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, dimension: str, scope: Scope = EVERYTHING
) -> Breakdown:
    """Returns an indicator by one dimension (of ``DIMENSIONS``): the codes that have people, the largest first."""
    return broken_down(select(index, project, indicator, scope), dimension)


def broken_down(selection: Selection, dimension: str) -> Breakdown:
    """Returns a selection by one dimension."""
    lines = _by_person(selection, dimension) if dimension in PERSON_DIMENSIONS else _by_event(selection, dimension)
    found = sorted((line for line in lines if line.reached), key=lambda line: (-line.reached, line.code))
    return Breakdown(dimension, tuple(found), total(selection))


def _by_person(selection: Selection, dimension: str) -> Iterator[Line]:
    members = selection.members[dimension]
    unidentified: Counter[str] = Counter()
    for code, people in map(attrgetter(dimension, "people"), selection.cells):
        unidentified[code] += people
    for code in members.keys() | unidentified.keys():
        people = selection.identified.intersection_cardinality(members.get(code, BitMap()))
        yield Line(code, people, unidentified[code])


def _by_event(selection: Selection, dimension: str) -> Iterator[Line]:
    unidentified = selection.unidentified_by_event
    for code, places in events_by_code(selection, dimension).items():
        yield Line(code, len(selection.at(places).identified), sum(unidentified[place] for place in places))


def events_by_code(selection: Selection, dimension: str) -> dict[str, list[int]]:
    """Returns the places of a selection's events by their codes of an event's dimension."""
    places_of: defaultdict[str, list[int]] = defaultdict(list)
    for place, event in enumerate(selection.events):
        places_of[event_code(event, dimension)].append(place)
    return places_of


def event_code(event: EventFact, dimension: str) -> str:
    """Returns an event's code of a dimension of events."""
    return month_of(event) if dimension == "month" else getattr(event, dimension)


def curve(
    index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope = EVERYTHING
) -> list[Point]:
    """Returns the cumulative number of distinct people at the end of each day with events; the last is the reach."""
    selection = select(index, project, indicator, scope)
    seen, unidentified, points = BitMap(), 0, []
    columns = zip(selection.events, selection.sets, selection.unidentified_by_event, strict=True)
    for day, events in groupby(columns, key=lambda column: column[0].date):
        for _event, attendees, people in events:
            seen |= attendees
            unidentified += people
        points.append(Point(day, len(seen), unidentified))
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
    events = {event.id for event in own.events}
    found: dict[str, int] = {}
    for other in others:
        theirs = select(index, project, other, scope)
        people = (cell.people for cell in theirs.cells if cell.event.id in events and own.counts(cell))
        found[other.code] = own.identified.intersection_cardinality(theirs.identified) + sum(people)
    return found


def event_figures(
    index: AttendanceIndex, project: Project, indicator: Indicator | None = None, scope: Scope = EVERYTHING
) -> tuple[EventFigures, ...]:
    """Returns the figures of each event at which anybody counts, the earliest first."""
    selection = select(index, project, indicator, scope)
    figures = map(EventFigures, selection.events, selection.identified_by_event, selection.unidentified_by_event)
    return tuple(event for event in figures if event.attendances)
