"""Events as columns: what an event has one of (activity type, city, month, day), for choosing among many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Codebook, EventFact, Int16s, Int64s

Places = NDArray[np.intp]
"""Positions of events in the columns."""


@dataclass(frozen=True, slots=True)
class EventBooks:
    """One codebook for each dimension of events."""

    activity: Codebook = field(default_factory=Codebook)
    city: Codebook = field(default_factory=Codebook)
    month: Codebook = field(default_factory=Codebook)

    def copy(self) -> EventBooks:
        """Returns books with the same numbers that grow by themselves."""
        return EventBooks(self.activity.copy(), self.city.copy(), self.month.copy())


@dataclass(frozen=True, slots=True)
class Events:
    """Events, a position an event; activity, city and month as numbers of ``books``, days as proleptic ordinals."""

    facts: tuple[EventFact, ...]
    id: Int64s
    day: NDArray[np.int32]
    activity: Int16s
    city: Int16s
    month: Int16s
    books: EventBooks

    @classmethod
    def of(cls, facts: Iterable[EventFact], books: EventBooks) -> Events:
        """Returns these events in the order given; codes that are not yet in *books* get numbers there."""
        facts = tuple(facts)
        months = [fact.date.isoformat()[:7] for fact in facts]
        return cls(
            facts,
            np.array([fact.id for fact in facts], dtype=np.int64),
            np.array([fact.date.toordinal() for fact in facts], dtype=np.int32),
            np.array([books.activity.number(fact.activity) for fact in facts], dtype=np.int16),
            np.array([books.city.number(fact.city) for fact in facts], dtype=np.int16),
            np.array([books.month.number(month) for month in months], dtype=np.int16),
            books,
        )

    def __len__(self) -> int:
        return len(self.facts)

    def by_date(self, places: Places) -> tuple[Events, Places]:
        """Returns the events at some places, the earliest first, and where in *places* each of them stood."""
        order = np.lexsort((self.id[places], self.day[places]))
        return self.at(places[order]), order

    def at(self, places: Places) -> Events:
        """Returns the events at some places."""
        facts = tuple(map(self.facts.__getitem__, places.tolist()))
        columns = (self.id[places], self.day[places], self.activity[places], self.city[places], self.month[places])
        return Events(facts, *columns, self.books)

    def followed_by(self, more: Events) -> Events:
        """Returns these events and others, with the same books."""
        return Events(
            self.facts + more.facts,
            np.concatenate((self.id, more.id)),
            np.concatenate((self.day, more.day)),
            np.concatenate((self.activity, more.activity)),
            np.concatenate((self.city, more.city)),
            np.concatenate((self.month, more.month)),
            self.books,
        )

    def numbers(self, dimension: str) -> Int16s:
        """Returns the events' numbers of a dimension of events."""
        column: Int16s = getattr(self, dimension)
        return column

    def words(self, dimension: str) -> Sequence[str]:
        """Returns the codes of a dimension of events by their numbers."""
        book: Codebook = getattr(self.books, dimension)
        return tuple(book.codes)  # a book may grow while somebody counts
