"""All events that any fact was ever about, for looking up what a million attendances need to know of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from liaison_metrics.domain.facts import AttendanceColumns, EventFact, Int64s
from liaison_metrics.domain.people.groups import Flags
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.reach.events import EventBooks, Events, Places


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events, the earliest first, and where to find them by their ids."""

    events: Events
    _ids: Int64s
    _places: Places

    @classmethod
    def of(cls, facts: Iterable[EventFact], books: EventBooks) -> Calendar:
        """Returns the calendar of these events."""
        return cls._by_date(Events.of({fact.id: fact for fact in facts}.values(), books))[0]

    def with_more(self, facts: Iterable[EventFact]) -> tuple[Calendar, Places]:
        """Returns the calendar with further events, and where each of its events stood: the old ones in this calendar,
        the new ones behind them. An id that is known is the newer fact's: stores may give the id of an event that is
        gone to another."""
        found = {fact.id: fact for fact in facts}
        places, known = self._looked_up(np.array(list(found), dtype=np.int64))
        told = list(zip(found.values(), places.tolist(), known.tolist(), strict=True))
        new = [fact for fact, _place, old in told if not old]
        other = {place: fact for fact, place, old in told if old and fact != self.events.facts[place]}
        if not new and not other:
            return self, np.arange(len(self.events))
        held = self.events
        if other:
            held = Events.of((other.get(place, fact) for place, fact in enumerate(held.facts)), held.books)
        return self._by_date(held.followed_by(Events.of(new, held.books)))

    def fork(self) -> Calendar:
        """Returns a calendar of the same events whose codebooks can grow without any effect on this one."""
        return Calendar(replace(self.events, books=self.events.books.copy()), self._ids, self._places)

    def places(self, ids: Int64s) -> Places:
        """Returns where events stand, by their ids. Raises KeyError for an event that is not known."""
        places, known = self._looked_up(ids)
        if not known.all():
            raise KeyError(int(ids[~known][0]))
        return places

    def rows(self, attendances: AttendanceColumns) -> Rows:
        """Returns attendances with their events' cities. Raises KeyError for an event that is not known."""
        return Rows.of(attendances, self.events.city[self.places(attendances.event)])

    @classmethod
    def _by_date(cls, events: Events) -> tuple[Calendar, Places]:
        events, stood = events.by_date()
        places = np.argsort(events.id)
        return cls(events, events.id[places], places), stood

    def _looked_up(self, ids: Int64s) -> tuple[Places, Flags]:
        """Returns where events stand, and which of them are known."""
        if not len(self._ids):
            return np.zeros(len(ids), dtype=np.intp), np.zeros(len(ids), dtype=bool)
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        return self._places[at], self._ids[at] == ids
