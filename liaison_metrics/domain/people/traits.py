"""What is known of persons: community, group, gender and year of birth (counting.md, "One person", last paragraph)."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Codebooks, Int16s, Int64s
from liaison_metrics.domain.people.groups import Labels, Positions, ordered
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.rows import Rows

Days = NDArray[np.int32]
"""Dates as proleptic ordinals (``date.toordinal``)."""

_EPOCH = 719163  # 1 January 1970, from where numpy counts its days
_VALUES = 1 << 16


@dataclass(frozen=True, slots=True)
class Traits:
    """Columns by person: numbers of community, group and gender (0 is not stated), the year of birth (0 likewise), and
    the year of the latest event."""

    community: Int16s
    group: Int16s
    gender: Int16s
    birth_year: Int16s
    latest_year: Int16s

    def at(self, persons: NDArray[np.integer]) -> Traits:
        """Returns the traits of some persons."""
        return Traits(*(getattr(self, column.name)[persons] for column in fields(self)))

    def equals(self, other: Traits) -> NDArray[np.bool_]:
        """Returns for which persons both have the same traits, position by position."""
        equal = np.ones(len(self.community), dtype=bool)
        for column in fields(self):
            equal &= getattr(self, column.name) == getattr(other, column.name)
        return equal

    def replaced(self, persons: NDArray[np.integer], other: Traits) -> Traits:
        """Returns the same with other traits for some persons, who may be new."""
        size = max(len(self.community), int(persons.max(initial=-1)) + 1)
        columns = []
        for column in fields(self):
            values = np.zeros(size, dtype=np.int16)
            values[: len(self.community)] = getattr(self, column.name)
            values[persons] = getattr(other, column.name)
            columns.append(values)
        return Traits(*columns)


def traits(rows: Rows, persons: Labels, days: Days, codebooks: Codebooks) -> Traits:
    """Returns the traits of the persons 0, 1, … of the rows; each number is some row's. Rows of
    ``NOBODY`` do not count.

    The statements of the latest day with a statement hold. Where they contradict each other, it is the value that the
    person's rows state at the most events, then the first in the vocabulary's order (of years, the earliest).
    """
    by_person = _ByPerson.of(rows, persons, days)
    codes = (
        by_person.latest(getattr(rows, kind), getattr(codebooks, kind).ranks())
        for kind in ("community", "group", "gender")
    )
    birth_year = by_person.latest(rows.birth_year)
    return Traits(*codes, birth_year, by_person.latest_years())  # type: ignore[call-arg]  # mypy cannot count them


@dataclass(frozen=True, slots=True)
class _ByPerson:
    """The rows of persons, by person and day: ``starts`` is where each person's rows start, and ``shared`` are the rows
    that have their person and day in common with another row."""

    order: Positions
    starts: Positions
    person: Labels
    day: Days
    shared: Positions
    event: Int64s

    @classmethod
    def of(cls, rows: Rows, persons: Labels, days: Days) -> _ByPerson:
        there = np.flatnonzero(persons != NOBODY)
        span = int(days.max(initial=0)) + 1
        order = there[np.argsort(persons[there] * np.int64(span) + days[there])]
        person, day = persons[order], days[order]
        starts = np.flatnonzero(np.diff(person, prepend=NOBODY))
        again = np.flatnonzero((person[1:] == person[:-1]) & (day[1:] == day[:-1]))
        shared = ordered(np.concatenate((again, again + 1)))
        return cls(order, starts, person, day, shared, rows.event[order])

    def latest(self, column: Int16s, ranks: Int16s | None = None) -> Int16s:
        """Returns for each person what the rows of the latest day with a statement state in a column, or 0. *ranks*
        gives the order of values (None: their own)."""
        if not len(self.starts):
            return np.zeros(0, dtype=np.int16)
        stated = column[self.order]
        last = np.maximum.reduceat(np.where(stated != 0, np.arange(len(stated)), -1), self.starts)
        found: Int16s = np.where(last >= 0, stated[last], np.int16(0))
        of_last_day = self.shared[stated[self.shared] != 0]
        of_last_day = of_last_day[self.day[of_last_day] == self.day[last[self.person[of_last_day]]]]
        persons = self.person[of_last_day]
        contested = persons[stated[of_last_day] != found[persons]]
        if len(contested):
            candidates = of_last_day[np.isin(persons, contested)]
            self._settle(found, stated, candidates, ranks)
        return found

    def _settle(self, found: Int16s, stated: Int16s, candidates: Positions, ranks: Int16s | None) -> None:
        """Writes the values of the persons of some rows, whose statements contradict each other."""
        concerned = np.zeros(len(found), dtype=bool)
        concerned[self.person[candidates]] = True
        stating = np.flatnonzero(concerned[self.person] & (stated != 0))
        at_events = np.stack((self._values(stated, stating), self.event[stating]))
        values, events = np.unique(np.unique(at_events, axis=1)[0], return_counts=True)
        possible = np.isin(values, self._values(stated, candidates))
        person, value = np.divmod(values[possible], _VALUES)
        best = np.lexsort((value if ranks is None else ranks[value], -events[possible], person))
        first = best[np.flatnonzero(np.diff(person[best], prepend=NOBODY))]
        found[person[first]] = value[first]

    def _values(self, stated: Int16s, rows: Positions) -> Int64s:
        """Returns one number for the person and the value of each row."""
        return self.person[rows].astype(np.int64) * _VALUES + stated[rows]

    def latest_years(self) -> Int16s:
        """Returns the year of each person's latest event."""
        ends = np.append(self.starts[1:], len(self.order))[: len(self.starts)]
        days = (self.day[ends - 1].astype("datetime64[D]") - _EPOCH).astype("datetime64[Y]")
        years: Int16s = (days.astype(np.int64) + 1970).astype(np.int16)
        return years
