"""Events as columns: what an event has one of (activity type, city, month, day), for choosing among many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

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

    facts: Sequence[EventFact]
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

    def by_date(self) -> Events:
        """Returns the same events, the earliest first; those of one day by id."""
        return self.at(np.lexsort((self.id, self.day)))

    def at(self, places: Places) -> Events:
        """Returns the events at some places."""
        facts = tuple(map(self.facts.__getitem__, places.tolist()))
        identity, day, activity, city, month = (column[places] for column in self._columns)
        return Events(facts, identity, day, activity, city, month, self.books)

    @property
    def _columns(self) -> tuple[NDArray[Any], ...]:
        return self.id, self.day, self.activity, self.city, self.month

    def changed(self, gone: Places, more: Events) -> tuple[Events, Places]:
        """Returns these events, which are in order of day and id, without those at some places and with others, and the
        place among those that stay before which each of the others stands. All places are in order."""
        staying = np.delete(_by_day_and_id(self), gone)
        at = np.searchsorted(staying, _by_day_and_id(more))
        both = zip(self._columns, more._columns, strict=True)
        columns = [np.insert(np.delete(column, gone), at, new) for column, new in both]
        # Copied once and changed in place: looking at each fact again costs more than moving the references.
        facts = list(self.facts)
        for place in reversed(gone.tolist()):
            del facts[place]
        if facts:
            for place, fact in zip(reversed(at.tolist()), reversed(more.facts), strict=True):
                facts.insert(place, fact)
        else:
            facts = list(more.facts)
        identity, day, activity, city, month = columns
        return Events(facts, identity, day, activity, city, month, self.books), at

    def numbers(self, dimension: str) -> Int16s:
        """Returns the events' numbers of a dimension of events."""
        column: Int16s = getattr(self, dimension)
        return column

    def words(self, dimension: str) -> Sequence[str]:
        """Returns the codes of a dimension of events by their numbers."""
        book: Codebook = getattr(self.books, dimension)
        return tuple(book.codes)  # a book may grow while somebody counts


_ID_BITS = 40
"""Ids of events stay below this power of two, and ordinals of days fit in the bits that are left."""


def _by_day_and_id(events: Events) -> Int64s:
    """Returns one number for each event, by which events are in order of their days, those of one day by id."""
    return events.day.astype(np.int64) << _ID_BITS | events.id
