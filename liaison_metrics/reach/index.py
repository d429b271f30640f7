"""What counting works on: for each event and each code the set of its persons, as compressed sets of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.reach.unidentified import Cell

if TYPE_CHECKING:
    from liaison_metrics.reach.scope import Scope
    from liaison_metrics.reach.selection import Selection


@dataclass(frozen=True, eq=False)
class AttendanceIndex:
    """Who was where, at one moment; never changed, so that whoever holds it can go on counting.

    ``members`` has, for each person dimension, the persons of each code; each person is in exactly one of them.
    ``selections`` remembers what was asked, so that the parts of one answer are not looked up again and again.
    """

    events: Mapping[int, EventFact]
    attendees: Mapping[int, BitMap]
    members: Mapping[str, Mapping[str, BitMap]]
    unidentified: Mapping[int, tuple[Cell, ...]]
    selections: dict[tuple[frozenset[str], frozenset[str], Scope], Selection] = field(
        init=False, repr=False, default_factory=dict
    )

    @cached_property
    def by_date(self) -> tuple[EventFact, ...]:
        """The events that anybody was at, the earliest first."""
        present = self.attendees.keys() | self.unidentified.keys()
        return tuple(sorted((self.events[event] for event in present), key=lambda event: (event.date, event.id)))
