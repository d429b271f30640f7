"""The attendances that a question is about, as columns: a million take little room until somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.people.resolution import NOBODY

Numbers = NDArray[np.integer[Any]]

AT_A_TIME = 1000
"""So many are put together at a time for whoever reads all of them."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one event, as the first row (``id``) states it that does.

    ``person`` is the pseudonym, empty where unidentified. The codes are the person's own (see ``Traits``), those of
    the row where unidentified.
    """

    id: int
    event: EventFact
    person: str
    community: str
    group: str
    gender: str
    age_band: str


@dataclass(frozen=True, eq=False, slots=True)
class Attendances(Sequence[Attendance]):
    """Attendances by day, event and id; each is put together when it is asked for.

    Columns: ``id``, ``place`` among the *facts* of events, ``first`` (the smallest id of the person's attendances, or
    ``NOBODY``), and ``words``, a column for each of the *books* of codes.
    """

    facts: Sequence[EventFact]
    books: Sequence[Sequence[str]]
    id: Numbers
    place: Numbers
    first: Numbers
    words: Sequence[Numbers]

    def in_order(self) -> Attendances:
        """Returns the same by day, event and id."""
        day = np.array([fact.date.toordinal() for fact in self.facts], dtype=np.int64)
        event = np.array([fact.id for fact in self.facts], dtype=np.int64)
        order = np.lexsort((self.id, event[self.place], day[self.place]))
        words = [column[order] for column in self.words]
        return Attendances(self.facts, self.books, self.id[order], self.place[order], self.first[order], words)

    def __len__(self) -> int:
        return len(self.id)

    @overload
    def __getitem__(self, at: int) -> Attendance: ...
    @overload
    def __getitem__(self, at: slice) -> list[Attendance]: ...
    def __getitem__(self, at: int | slice) -> Attendance | list[Attendance]:
        if isinstance(at, slice):
            return list(self._some(at))
        number = range(len(self))[at]
        return next(self._some(slice(number, number + 1)))

    def __iter__(self) -> Iterator[Attendance]:
        parts = (slice(start, start + AT_A_TIME) for start in range(0, len(self), AT_A_TIME))
        return chain.from_iterable(map(self._some, parts))

    def _some(self, part: slice) -> Iterator[Attendance]:
        numbers = (column[part].tolist() for column in (self.id, self.place, self.first))
        words = (
            map(book.__getitem__, column[part].tolist()) for book, column in zip(self.books, self.words, strict=True)
        )
        for number, place, first, *said in zip(*numbers, *words, strict=True):
            yield Attendance(number, self.facts[place], "" if first == NOBODY else pseudonym(first), *said)


def pseudonym(first_id: int) -> str:
    """Returns what a person is called: after the smallest id of the person's attendances."""
    return f"P-{first_id:06d}"
