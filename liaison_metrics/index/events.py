"""Events as columns, for looking up what a million attendances need to know of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from liaison_metrics.facts import AttendanceColumns, Codebook, EventFact, Int16s, Int64s
from liaison_metrics.people.groups import Positions
from liaison_metrics.people.rows import Rows
from liaison_metrics.people.traits import Days


@dataclass(frozen=True, slots=True)
class Events:
    """The events that any fact was ever about, by id; their city (a number from 1) and day as columns."""

    facts: Mapping[int, EventFact]
    ids: Int64s
    city: Int16s
    day: Days

    @classmethod
    def of(cls, facts: Iterable[EventFact], cities: Codebook) -> Events:
        """Returns these events; a city that is not yet in *cities* gets a number there."""
        by_id = {event.id: event for event in sorted(facts, key=lambda event: event.id)}
        return cls(
            by_id,
            np.array(list(by_id), dtype=np.int64),
            np.array([cities.number(event.city) for event in by_id.values()], dtype=np.int16),
            np.array([event.date.toordinal() for event in by_id.values()], dtype=np.int32),
        )

    def with_more(self, facts: Iterable[EventFact], cities: Codebook) -> Events:
        """Returns these events and the others; of an event that is there already the newer fact holds."""
        news = {event.id: event for event in facts if self.facts.get(event.id) != event}
        return Events.of({**self.facts, **news}.values(), cities) if news else self

    def rows(self, attendances: AttendanceColumns) -> Rows:
        """Returns attendances with their events' cities. Raises KeyError for an event that is not known."""
        return Rows.of(attendances, self.city[self.places(attendances.event)])

    def places(self, ids: Int64s) -> Positions:
        """Returns where each event stands in the columns. Raises KeyError for an event that is not known."""
        places = np.searchsorted(self.ids, ids)
        known = self.ids[np.minimum(places, len(self.ids) - 1)] == ids if len(self.ids) else np.zeros(len(ids), bool)
        if not known.all():
            raise KeyError(int(ids[~known][0]))
        return places
