"""What counting works on: for each event and each code the set of its persons, as compressed sets of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.reach.unidentified import Cell


@dataclass(frozen=True, eq=False)
class AttendanceIndex:
    """Who was where, at one moment; never changed, so that whoever holds it can go on counting.

    ``members`` has, for each person dimension, the persons of each code; each person is in exactly one of them.
    """

    events: Mapping[int, EventFact]
    attendees: Mapping[int, BitMap]
    members: Mapping[str, Mapping[str, BitMap]]
    unidentified: Mapping[int, tuple[Cell, ...]]

    @cached_property
    def by_date(self) -> tuple[EventFact, ...]:
        """The events that anybody was at, the earliest first."""
        present = self.attendees.keys() | self.unidentified.keys()
        return tuple(sorted((self.events[event] for event in present), key=lambda event: (event.date, event.id)))

    def attendees_of(self, event: int) -> BitMap:
        """Returns the persons seen at an event."""
        return self.attendees.get(event, _NOBODY)

    def members_of(self, dimension: str, code: str) -> BitMap:
        """Returns the persons who have that code; nobody where the code is unknown."""
        return self.members[dimension].get(code, _NOBODY)


_NOBODY = BitMap()
