"""The people of groups of events: of each event, of each country, of each strand in each country …"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import EventFact, Int64s
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.domain.reach.model import BreakdownLine, Group
from liaison_metrics.domain.reach.scope import EVERYTHING, Scope
from liaison_metrics.domain.reach.selection import AttendanceIndex, Selection, select

Key = TypeVar("Key", bound=Hashable)

_PERSON_BITS = 32
_PERSON = (1 << _PERSON_BITS) - 1


def grouped(
    index: AttendanceIndex,
    project: Project,
    indicator: Indicator | None,
    key: Callable[[EventFact], Key],
    dimensions: Sequence[str],
    scope: Scope = EVERYTHING,
) -> dict[Key, Group]:
    """Returns the figures of the events of each key, each with its people by some dimensions of persons.

    Keys come in the order of their earliest events; those at whose events nobody counts are left out. One person can be
    in several groups and is in each of them once.
    """
    selection = select(index, project, indicator, scope)
    number_of: dict[Key, int] = {}
    facts = map(selection.content.events.facts.__getitem__, selection.places.tolist())
    numbers = np.array([number_of.setdefault(key(fact), len(number_of)) for fact in facts], dtype=np.int64)
    count = len(number_of)
    group, person = _met(selection, numbers)
    there = np.zeros(len(selection.content.events), dtype=np.int64)
    there[selection.places] = numbers
    unidentified_in = there[selection.content.place_of_unidentified[selection.unidentified]]

    identified = np.bincount(group, minlength=count)
    unidentified = selection.sum_of_unidentified(unidentified_in, count, unidentified_in)
    attendances = np.zeros(count, dtype=np.int64)
    np.add.at(attendances, numbers, selection.identified_by_event + selection.unidentified_by_event)
    events = np.bincount(numbers[selection.identified_by_event + selection.unidentified_by_event > 0], minlength=count)
    by = {d: _lines(selection, d, count, group, person, unidentified_in) for d in dimensions}
    return {
        one: Group(
            int(events[at]),
            int(identified[at]),
            int(unidentified[at]),
            int(attendances[at]),
            {dimension: lines[at] for dimension, lines in by.items()},
        )
        for one, at in number_of.items()
        if attendances[at]
    }


def _met(selection: Selection, numbers: Int64s) -> tuple[Int64s, Int64s]:
    """Returns each pair of a group and a person who was at any of its events, once."""
    people = [np.asarray(some.to_array()) for some in selection.attendees]
    persons = np.concatenate(people).astype(np.int64) if people else np.zeros(0, dtype=np.int64)
    # Sorted by hand: np.unique hashes, which takes numbers with common low bits up to a hundred times as long.
    found = np.sort(np.repeat(numbers, selection.identified_by_event) << _PERSON_BITS | persons)
    found = found[np.diff(found, prepend=-1) != 0]
    return found >> _PERSON_BITS, found & _PERSON


def _lines(
    selection: Selection, dimension: str, count: int, group: Int64s, person: Int64s, unidentified_in: Int64s
) -> list[tuple[BreakdownLine, ...]]:
    """Returns the lines of each group, the largest first."""
    words = selection.content.words(dimension)
    size = count * len(words)
    code = _codes(selection.content, dimension, words, int(person.max(initial=0)))[person]
    identified = np.bincount(group * len(words) + code, minlength=size)
    stated = unidentified_in * len(words) + selection.numbers_of_unidentified(dimension)
    unidentified = selection.sum_of_unidentified(stated, size, unidentified_in)
    found: list[list[BreakdownLine]] = [[] for _group in range(count)]
    for at in np.flatnonzero(identified + unidentified).tolist():
        found[at // len(words)].append(
            BreakdownLine(words[at % len(words)], int(identified[at]), int(unidentified[at]))
        )
    return [tuple(sorted(lines, key=lambda line: (-line.reached, line.code))) for lines in found]


def _codes(content: Content, dimension: str, words: Sequence[str], last: int) -> NDArray[np.int64]:
    """Returns the number of the code of each person, by the person's number."""
    members = content.members[dimension]
    codes = np.zeros(last + 1, dtype=np.int64)
    for number, word in enumerate(words):
        people = np.asarray(members[word].to_array()) if word in members else np.zeros(0, dtype=np.uint32)
        codes[people[people <= last]] = number
    return codes
