"""The people and events that one question is about: an indicator's rule and a scope, applied to an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.facts import Int64s
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.events import Places
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.scope import EVENT_DIMENSIONS, PERSON_DIMENSIONS, Scope

Flags = NDArray[np.bool_]

_NOBODY = BitMap()


@dataclass(frozen=True, eq=False)
class Selection:
    """The events that count, the earliest first, and who of their people counts.

    ``places`` are the events' positions in the index, ``attendees`` the persons at each of them who count, and
    ``unidentified`` the positions of the unidentified people who count.
    """

    index: AttendanceIndex
    places: Places
    attendees: Sequence[BitMap]
    unidentified: Places

    @cached_property
    def identified(self) -> BitMap:
        """The persons who were at any of the events, each once."""
        return union(self.attendees)

    @cached_property
    def identified_by_event(self) -> Int64s:
        """The number of persons at each of the events."""
        return np.fromiter(map(len, self.attendees), dtype=np.int64, count=len(self.attendees))

    @cached_property
    def unidentified_by_event(self) -> Int64s:
        """The number of unidentified people at each of the events."""
        at = self.index.place_of_unidentified[self.unidentified]
        return self.sum_of_unidentified(at, len(self.index.events))[self.places]

    def sum_of_unidentified(self, groups: NDArray[np.integer], count: int) -> Int64s:
        """Returns the number of unidentified people by group; *groups* has a number below *count* for each of them."""
        people = np.zeros(count, dtype=np.int64)
        np.add.at(people, groups, self.index.unidentified.people[self.unidentified])
        return people

    def numbers_of_unidentified(self, dimension: str) -> NDArray[np.integer]:
        """Returns the number that each of the unidentified has of a dimension, by itself or by its event."""
        if dimension in EVENT_DIMENSIONS:
            return self.index.events.numbers(dimension)[self.index.place_of_unidentified[self.unidentified]]
        return self.index.unidentified.numbers(dimension)[self.unidentified]

    def people_by_code(self, dimension: str) -> dict[str, BitMap]:
        """Returns the distinct persons by the codes of a dimension; nobody where a code has nobody."""
        if dimension in PERSON_DIMENSIONS:
            members = self.index.members[dimension]
            return {code: self.identified & people for code, people in members.items()}
        words = self.index.words(dimension)
        return {words[number]: union(sets) for number, sets in self._by_number(dimension)}

    def part(self, dimension: str, code: str) -> Selection:
        """Returns the same question about the events that have a code."""
        chosen = self.index.events.numbers(dimension)[self.places] == self.index.words(dimension).index(code)
        places = np.flatnonzero(chosen)
        there = np.isin(self.index.place_of_unidentified[self.unidentified], self.places[places])
        sets = [self.attendees[place] for place in places.tolist()]
        return Selection(self.index, self.places[places], sets, self.unidentified[there])

    def _by_number(self, dimension: str) -> Iterable[tuple[int, list[BitMap]]]:
        numbers = self.index.events.numbers(dimension)[self.places]
        for number in np.unique(numbers).tolist():
            yield number, [self.attendees[place] for place in np.flatnonzero(numbers == number).tolist()]


def union(sets: Iterable[BitMap]) -> BitMap:
    """Returns everybody who is in any of the sets."""
    return BitMap.union(_NOBODY, *sets)


def select(index: AttendanceIndex, project: Project, indicator: Indicator | None, scope: Scope) -> Selection:
    """Returns what a question is about; no indicator means every event and everyone.

    What an indicator leaves out and what the scope chooses by a person's code holds for the unidentified by their own.
    """
    activities = project.activities_of(indicator) if indicator else project.activities
    left_out = indicator.groups_left_out if indicator else ()
    chosen = {dimension: code for dimension in PERSON_DIMENSIONS if (code := getattr(scope, dimension)) is not None}
    at_events = _events(index, activities, scope)
    places = np.flatnonzero(at_events)
    attendees = [index.attendees[place] for place in places.tolist()]
    unidentified = at_events[index.place_of_unidentified]
    if chosen or left_out:
        people = _people(index, chosen, left_out)
        attendees = [some & people for some in attendees]
        unidentified &= _unidentified(index, chosen, left_out)
    return Selection(index, places, attendees, np.flatnonzero(unidentified))


def _events(index: AttendanceIndex, activities: Iterable[str], scope: Scope) -> Flags:
    chosen: Flags = np.isin(index.events.activity, _numbers(index, "activity", activities))
    for dimension in EVENT_DIMENSIONS:
        code = getattr(scope, dimension)
        if code is not None:
            chosen &= np.isin(index.events.numbers(dimension), _numbers(index, dimension, [code]))
    if scope.until is not None:
        chosen &= index.events.day <= scope.until.toordinal()
    return chosen


def _numbers(index: AttendanceIndex, dimension: str, codes: Iterable[str]) -> list[int]:
    words = index.words(dimension)
    return [words.index(code) for code in codes if code in words]


def _people(index: AttendanceIndex, chosen: Mapping[str, str], left_out: Iterable[str]) -> BitMap:
    members = index.members
    having = [members[dimension].get(code, _NOBODY) for dimension, code in chosen.items()]
    everyone = BitMap.intersection(*having) if having else union(members["group"].values())
    return everyone.difference(*(members["group"].get(group, _NOBODY) for group in left_out))


def _unidentified(index: AttendanceIndex, chosen: Mapping[str, str], left_out: Iterable[str]) -> Flags:
    counting: Flags = ~np.isin(index.unidentified.group, _numbers(index, "group", left_out))
    for dimension, code in chosen.items():
        counting &= np.isin(index.unidentified.numbers(dimension), _numbers(index, dimension, [code]))
    return counting
