"""What counting works on: for each event and each code the set of its persons, as compressed sets of numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.reach.events import Events, Places
from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS
from liaison_metrics.domain.reach.unidentified import Unidentified


@dataclass(frozen=True, eq=False)
class Content:
    """Who was where, at one moment; never changed, so that whoever holds it can go on counting.

    ``events`` are all that are known, the earliest first, also those that nobody was at; ``attendees`` are the persons
    at each of them.
    ``members`` has, for each person dimension, the persons of each code; each person is in exactly one of them.
    ``person_words`` has the codes of these dimensions by the numbers that ``unidentified`` has for them.
    ``series`` has a number for each event, 0 for those of no series; the same people came to all events of a series.
    """

    events: Events
    attendees: Sequence[BitMap]
    members: Mapping[str, Mapping[str, BitMap]]
    unidentified: Unidentified
    person_words: Mapping[str, Sequence[str]]
    series: Int64s

    @cached_property
    def place_of_unidentified(self) -> Places:
        """Where the event of each of the unidentified stands in ``events``."""
        order = np.argsort(self.events.id)
        return order[np.searchsorted(self.events.id[order], self.unidentified.event)]

    @cached_property
    def has_series(self) -> bool:
        """Whether any event is part of a series."""
        return bool(self.series.any())

    def words(self, dimension: str) -> Sequence[str]:
        """Returns the codes of a dimension by their numbers."""
        return self.events.words(dimension) if dimension in EVENT_DIMENSIONS else self.person_words[dimension]

    def in_cities(self, cities: Collection[str]) -> Content:
        """Returns the content with nobody at events outside some cities."""
        there = self._are_in(cities)
        attendees = [some if inside else BitMap() for some, inside in zip(self.attendees, there, strict=True)]
        return replace(
            self, attendees=attendees, unidentified=self.unidentified.where(there[self.place_of_unidentified])
        )

    def without_people_of(self, cities: Collection[str]) -> Content:
        """Returns the content without everybody who was at an event in some cities, wherever else they were."""
        there = self._are_in(cities)
        known = BitMap.union(BitMap(), *(some for some, inside in zip(self.attendees, there, strict=True) if inside))
        attendees = [BitMap() if inside else some - known for some, inside in zip(self.attendees, there, strict=True)]
        unidentified = self.unidentified.where(~there[self.place_of_unidentified])
        return replace(self, attendees=attendees, unidentified=unidentified)

    def _are_in(self, cities: Collection[str]) -> NDArray[np.bool_]:
        words = self.events.words("city")
        return np.isin(self.events.city, [number for number, city in enumerate(words) if city in cities])
