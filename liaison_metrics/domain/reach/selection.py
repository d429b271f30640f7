"""The people and events that one question is about: an indicator's rule and a scope, applied to an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.domain.reach.events import Places
from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS, PERSON_DIMENSIONS, Scope

Flags = NDArray[np.bool_]

_NOBODY = BitMap()

REMEMBERED = 32
"""How many selections an index remembers."""


class FigureQuery(NamedTuple):
    """Which activities count, which groups do not, and which part of the project it is about."""

    activities: frozenset[str]
    left_out: frozenset[str]
    scope: Scope


@dataclass(frozen=True, eq=False)
class Selection:
    """The events that count, the earliest first, and who of their people counts.

    ``places`` are the events' positions in the content, ``attendees`` the persons at each of them who count, and
    ``unidentified`` the positions of the unidentified people who count.
    """

    content: Content
    places: Places
    attendees: Sequence[BitMap]
    unidentified: Places

    @cached_property
    def identified(self) -> BitMap:
        """The persons who were at any of the events, each once."""
        return union(self._by_city.values())

    @cached_property
    def _by_city(self) -> Mapping[str, BitMap]:
        # Kept, since every page asks for the cities as well as for the whole, which they add up to.
        return self._people_by_code_of_event("city")

    @cached_property
    def identified_by_event(self) -> Int64s:
        """The number of persons at each of the events."""
        return np.fromiter(map(len, self.attendees), dtype=np.int64, count=len(self.attendees))

    @cached_property
    def unidentified_by_event(self) -> Int64s:
        """The number of unidentified people at each of the events."""
        at = self.content.place_of_unidentified[self.unidentified]
        return self.sum_of_unidentified(at, len(self.content.events), at)[self.places]

    @cached_property
    def reached_unidentified(self) -> int:
        """The number of unidentified people, those of a series once."""
        return int(self.content.unidentified.people[self.counted].sum())

    @cached_property
    def counted(self) -> Places:
        """The positions of the unidentified people who count when a series counts once."""
        return self.unidentified[self._largest_of_series(None)] if self.content.has_series else self.unidentified

    def sum_of_unidentified(
        self, groups: NDArray[np.integer], count: int, lines: NDArray[np.integer] | None = None
    ) -> Int64s:
        """Returns the number of unidentified people by group; *groups* has a number below *count* for each of them.

        Of a series the largest event counts. *lines* has a number for each of them, too, where the largest event of
        each line is wanted (a city, a month), else it is the largest of all.
        """
        counted = self._largest_of_series(lines) if self.content.has_series else slice(None)
        people = np.zeros(count, dtype=np.int64)
        np.add.at(people, groups[counted], self.content.unidentified.people[self.unidentified[counted]])
        return people

    def _largest_of_series(self, lines: NDArray[np.integer] | None) -> Flags:
        """Returns which of the unidentified people count where a series counts once in each line."""
        places = self.content.place_of_unidentified[self.unidentified]
        series = self.content.series[places]
        of_line = np.zeros(len(places), dtype=np.int64) if lines is None else lines.astype(np.int64)
        counted: Flags = series == 0
        inside = np.flatnonzero(~counted)
        people = self.content.unidentified.people[self.unidentified[inside]]
        keys = np.stack((series[inside], of_line[inside], places[inside]))
        events, event_of = np.unique(keys, axis=1, return_inverse=True)
        sums = np.bincount(event_of, weights=people, minlength=events.shape[1])
        # The largest event of each series and line, of equal ones the earliest.
        order = np.lexsort((events[2], -sums, events[1], events[0]))
        first = np.ones(len(order), dtype=bool)
        first[1:] = (events[:2, order[1:]] != events[:2, order[:-1]]).any(axis=0)
        counted[inside] = np.isin(event_of, order[first])
        return counted

    def numbers_of_unidentified(self, dimension: str) -> NDArray[np.integer]:
        """Returns the number that each of the unidentified has of a dimension, by itself or by its event."""
        if dimension in EVENT_DIMENSIONS:
            return self.content.events.numbers(dimension)[self.content.place_of_unidentified[self.unidentified]]
        return self.content.unidentified.numbers(dimension)[self.unidentified]

    def people_by_code(self, dimension: str) -> dict[str, BitMap]:
        """Returns the distinct persons by the codes of a dimension; nobody where a code has nobody."""
        if dimension in PERSON_DIMENSIONS:
            members = self.content.members[dimension]
            return {code: self.identified & people for code, people in members.items()}
        return dict(self._by_city) if dimension == "city" else self._people_by_code_of_event(dimension)

    def part(self, dimension: str, code: str) -> Selection:
        """Returns the same question about the events that have a code."""
        chosen = self.content.events.numbers(dimension)[self.places] == self.content.words(dimension).index(code)
        places = np.flatnonzero(chosen)
        there = np.isin(self.content.place_of_unidentified[self.unidentified], self.places[places])
        sets = [self.attendees[place] for place in places.tolist()]
        return Selection(self.content, self.places[places], sets, self.unidentified[there])

    def _people_by_code_of_event(self, dimension: str) -> dict[str, BitMap]:
        words = self.content.words(dimension)
        return {words[number]: union(sets) for number, sets in self._by_number(dimension)}

    def _by_number(self, dimension: str) -> Iterable[tuple[int, list[BitMap]]]:
        numbers = self.content.events.numbers(dimension)[self.places]
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
    question = FigureQuery(frozenset(activities), frozenset(indicator.groups_left_out if indicator else ()), scope)
    found = index.selections.get(question)
    if found is None:
        if len(index.selections) >= REMEMBERED:
            index.selections.clear()
        found = index.selections[question] = _selected(index.content, question)
    return found


def _selected(content: Content, question: FigureQuery) -> Selection:
    scope, left_out = question.scope, question.left_out
    chosen = {dimension: code for dimension in PERSON_DIMENSIONS if (code := getattr(scope, dimension)) is not None}
    at_events = _events(content, question.activities, scope)
    places = np.flatnonzero(at_events)
    attendees = [content.attendees[place] for place in places.tolist()]
    unidentified = at_events[content.place_of_unidentified]
    if chosen or left_out:
        people = _people(content, chosen, left_out)
        attendees = [some & people for some in attendees]
        unidentified &= _unidentified(content, chosen, left_out)
    return Selection(content, places, attendees, np.flatnonzero(unidentified))


def _events(content: Content, activities: Iterable[str], scope: Scope) -> Flags:
    chosen: Flags = np.isin(content.events.activity, _numbers(content, "activity", activities))
    for dimension in EVENT_DIMENSIONS:
        code = getattr(scope, dimension)
        if code is not None:
            chosen &= np.isin(content.events.numbers(dimension), _numbers(content, dimension, [code]))
    if scope.until is not None:
        chosen &= content.events.day <= scope.until.toordinal()
    return chosen


def _numbers(content: Content, dimension: str, codes: Iterable[str]) -> list[int]:
    words = content.words(dimension)
    return [words.index(code) for code in codes if code in words]


def _people(content: Content, chosen: Mapping[str, str], left_out: Iterable[str]) -> BitMap:
    members = content.members
    having = [members[dimension].get(code, _NOBODY) for dimension, code in chosen.items()]
    everyone = BitMap.intersection(*having) if having else union(members["group"].values())
    return everyone.difference(*(members["group"].get(group, _NOBODY) for group in left_out))


def _unidentified(content: Content, chosen: Mapping[str, str], left_out: Iterable[str]) -> Flags:
    counting: Flags = ~np.isin(content.unidentified.group, _numbers(content, "group", left_out))
    for dimension, code in chosen.items():
        counting &= np.isin(content.unidentified.numbers(dimension), _numbers(content, dimension, [code]))
    return counting


@dataclass(frozen=True, eq=False)
class AttendanceIndex:
    """What is asked about: the content, and the selections of it that were asked about before, since the parts of a
    page ask about the same few again and again."""

    content: Content
    selections: dict[FigureQuery, Selection] = field(init=False, repr=False, default_factory=dict)
