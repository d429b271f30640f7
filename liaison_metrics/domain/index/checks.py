"""Pairs of events that a person should look at, and how many people they are counted as meanwhile."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from liaison_metrics.domain.events.decisions import EventKey, key_of
from liaison_metrics.domain.events.headcounts import EventCount, EventEvidence, ListedPeople, count, count_together
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index.calendar import Calendar
from liaison_metrics.domain.index.state import IndexState


@dataclass(frozen=True, slots=True)
class EventPair:
    """Two events that may be one, with the people of each by itself (``counts``). ``together`` is the number of people
    they are counted as, ``apart`` what it would be if they are different events."""

    a: EventFact
    b: EventFact
    counts: tuple[EventCount, EventCount]
    together: int
    apart: int

    @property
    def held_back(self) -> int:
        """How many more people would count if they are different events."""
        return self.apart - self.together


def pairs_to_check(state: IndexState) -> list[EventPair]:
    """Returns the pairs that nobody decided yet, the earliest first."""
    found = [
        _pair(state, a, b)
        for day in state.calendar.days.values() for a, b in day.checks
    ]  # fmt: skip
    return sorted(found, key=lambda pair: (pair.a.date, pair.a.city, pair.a.id, pair.b.id))


def _pair(state: IndexState, a: int, b: int) -> EventPair:
    derived = state.calendar.derived
    together, apart = people_of(state, (a, b))
    counts = count(evidence_of(state, a)), count(evidence_of(state, b))
    return EventPair(derived[a].fact, derived[b].fact, counts, together, apart)


def people_of(state: IndexState, events: Collection[int]) -> tuple[int, int]:
    """Returns the people of some events when one number may cover them, and when each is counted by itself."""
    evidence = {event: evidence_of(state, event) for event in events}
    together = sum(one.people for one in count_together(evidence).values())
    return together, sum(count(one).people for one in evidence.values())


def evidence_of(state: IndexState, event: int) -> EventEvidence:
    """Returns what sheets state of an event, by its own id."""
    if event in state.counted:
        return state.counted[event].evidence
    place = int(state.calendar.places(np.array([event]))[0])
    return EventEvidence(ListedPeople(len(state.content.attendees[place])))


def uploads_stating_most(state: IndexState, event: int) -> list[int]:
    """Returns the uploads that state the number of people of an event that counts, in order; none where no number
    counts beyond the listed and additional people."""
    one = state.counted.get(event)
    if one is None or not one.count.unlisted:
        return []
    statements = one.evidence.statements
    return sorted({statement.upload for statement in statements if statement.stated == one.count.stated})


def keys_of(state: IndexState, event: int) -> frozenset[EventKey]:
    """Returns the keys of the source events of an event."""
    return keys_in(state.calendar, event)


def keys_in(calendar: Calendar, event: int) -> frozenset[EventKey]:
    """Returns the keys of the source events of an event of a calendar."""
    return frozenset(key_of(calendar.sources.facts[source]) for source in calendar.derived[event].sources)
