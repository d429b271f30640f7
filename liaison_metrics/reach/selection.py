"""The people and events that one question is about: an indicator's rule and a scope, applied to an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.scope import PERSON_DIMENSIONS, Scope
from liaison_metrics.reach.unidentified import Cell

REMEMBERED = 64
"""How many selections an index remembers: enough for a page, whose parts ask about the same few."""


@dataclass(frozen=True, eq=False)
class Selection:
    """The events that count, the earliest first, and who of their people counts.

    ``sets`` are the persons at each of the events who count: those who have all codes of ``chosen`` and no group of
    ``left_out``. The same holds for the unidentified, by their own codes.
    """

    events: tuple[EventFact, ...]
    sets: tuple[BitMap, ...]
    members: Mapping[str, Mapping[str, BitMap]]
    unidentified: Mapping[int, tuple[Cell, ...]]
    chosen: Mapping[str, str]
    left_out: frozenset[str]

    def at(self, places: Iterable[int]) -> Selection:
        """Returns the same question about some of its events, by their places here."""
        places = tuple(places)
        return replace(self, events=tuple(self.events[p] for p in places), sets=tuple(self.sets[p] for p in places))

    def counts(self, cell: Cell) -> bool:
        """Returns whether these unidentified people count."""
        return cell.group not in self.left_out and all(getattr(cell, d) == code for d, code in self.chosen.items())

    @cached_property
    def identified(self) -> BitMap:
        """The persons who were at any of the events, each once."""
        return BitMap.union(_NOBODY, *self.sets)

    @cached_property
    def identified_by_event(self) -> list[int]:
        """The number of persons at each of the events."""
        return list(map(len, self.sets))

    @cached_property
    def cells(self) -> list[Cell]:
        """The unidentified people who count."""
        found = [cell for event in self.events for cell in self.unidentified.get(event.id, ())]
        return list(filter(self.counts, found)) if self.left_out or self.chosen else found

    @cached_property
    def unidentified_by_event(self) -> list[int]:
        """The number of unidentified people who count at each of the events."""
        counts = dict.fromkeys((event.id for event in self.events), 0)
        for cell in self.cells:
            counts[cell.event.id] += cell.people
        return list(counts.values())


_NOBODY = BitMap()


def select(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope) -> Selection:
    """Returns what a question is about; no indicator means every event and everyone."""
    activities = frozenset(project.activities_of(indicator) if indicator else project.activities)
    left_out = frozenset(indicator.groups_left_out if indicator else ())
    question = (activities, left_out, scope)
    found = index.selections.get(question)
    if found is None:
        if len(index.selections) >= REMEMBERED:
            index.selections.clear()
        found = index.selections[question] = _selected(index, activities, left_out, scope)
    return found


def _selected(index: AttendanceIndex, activities: frozenset[str], left_out: frozenset[str], scope: Scope) -> Selection:
    chosen = {d: code for d in PERSON_DIMENSIONS if (code := getattr(scope, d)) is not None}
    events = _events(index, activities, scope)
    sets = tuple(index.attendees.get(event.id, _NOBODY) for event in events)
    people = _people(index.members, chosen, left_out)
    return Selection(
        events=events,
        sets=sets if people is None else tuple(attendees & people for attendees in sets),
        members=index.members,
        unidentified=index.unidentified,
        chosen=chosen,
        left_out=left_out,
    )


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


def _people(
    members: Mapping[str, Mapping[str, BitMap]], chosen: Mapping[str, str], left_out: frozenset[str]
) -> BitMap | None:
    """Returns the persons who count, None for everyone."""
    if not left_out and not chosen:
        return None
    if chosen:
        people = BitMap.intersection(*(members[dimension].get(code, _NOBODY) for dimension, code in chosen.items()))
    else:
        people = BitMap.union(_NOBODY, *members["group"].values())
    return people.difference(*(members["group"].get(group, _NOBODY) for group in left_out))
