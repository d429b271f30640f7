"""The people and events that one question is about: an indicator's rule and a scope, applied to an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.scope import PERSON_DIMENSIONS, Scope
from liaison_metrics.reach.unidentified import Cell


@dataclass(frozen=True, slots=True)
class Selection:
    """The events that count, the earliest first, and who of their people counts.

    ``people`` are the persons who count (None is everyone): those who have all codes of ``chosen`` and no group of
    ``left_out``. The same holds for the unidentified, by their own codes.
    """

    index: AttendanceIndex
    events: tuple[EventFact, ...]
    people: BitMap | None
    chosen: Mapping[str, str]
    left_out: frozenset[str]

    def of(self, events: Iterable[EventFact]) -> Selection:
        """Returns the same question about some of its events."""
        return replace(self, events=tuple(events))

    def counts(self, cell: Cell) -> bool:
        """Returns whether these unidentified people count."""
        return cell.group not in self.left_out and all(getattr(cell, d) == code for d, code in self.chosen.items())

    def identified(self) -> BitMap:
        """Returns the persons who count and were at any of the events: the identified, each once."""
        seen = BitMap()
        # In place, set by set: no union of several thousand sets at once is faster.
        seen.update(*(self.index.attendees_of(event.id) for event in self.events))
        return seen if self.people is None else seen & self.people

    def attendances(self) -> list[int]:
        """Returns the number of identified people at each of the events."""
        sets = map(self.index.attendees_of, (event.id for event in self.events))
        if self.people is None:
            return [len(attendees) for attendees in sets]
        return [attendees.intersection_cardinality(self.people) for attendees in sets]

    def cells(self, event: EventFact) -> Iterable[Cell]:
        """Returns the unidentified people of an event who count."""
        cells = self.index.unidentified.get(event.id, ())
        return cells if self.people is None else filter(self.counts, cells)

    def unidentified(self) -> list[int]:
        """Returns the number of unidentified people at each of the events."""
        return [sum(cell.people for cell in self.cells(event)) for event in self.events]


def select(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope) -> Selection:
    """Returns what a question is about; no indicator means every event and everyone."""
    activities = project.activities_of(indicator) if indicator else list(project.activities)
    left_out = frozenset(indicator.groups_left_out if indicator else ())
    chosen = {d: code for d in PERSON_DIMENSIONS if (code := getattr(scope, d)) is not None}
    events = _events(index, frozenset(activities), scope)
    return Selection(index, events, _people(index, chosen, left_out), chosen, left_out)


def _events(index: AttendanceIndex, activities: frozenset[str], scope: Scope) -> tuple[EventFact, ...]:
    if scope.activity is not None:
        activities &= {scope.activity}
    events = [event for event in index.by_date if event.activity in activities]
    if scope.city is not None:
        events = [event for event in events if event.city == scope.city]
    if scope.month is not None:
        events = [event for event in events if month_of(event) == scope.month]
    if scope.until is not None:
        events = [event for event in events if event.date <= scope.until]
    return tuple(events)


def month_of(event: EventFact) -> str:
    """Returns an event's month, ``2021-03``."""
    return event.date.isoformat()[:7]


def _people(index: AttendanceIndex, chosen: Mapping[str, str], left_out: frozenset[str]) -> BitMap | None:
    if not left_out and not chosen:
        return None
    if chosen:
        people = BitMap.intersection(*(index.members_of(dimension, code) for dimension, code in chosen.items()))
    else:
        people = BitMap.union(*index.members["group"].values())
    return people.difference(*(index.members_of("group", group) for group in left_out))
