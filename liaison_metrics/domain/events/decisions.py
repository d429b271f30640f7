"""What people decided about events: corrections, events that are one or apart, numbers that cover several, series.

A decision names events as files state them, so it also holds for a file that is undone and uploaded again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact

EventKey = tuple[str, str, date, str]
"""What makes a source event one: activity, city, date and its title's normal form."""


def key_of(event: EventFact) -> EventKey:
    """Returns the key of an event."""
    return event.activity, event.city, event.date, title_key(event.title)


class EventDecisionKind(StrEnum):
    """What somebody decided about several events. That two are one is an ``EventCorrectionFact`` with the same data."""

    SEPARATE = "separate"
    """They are different events."""

    COVERED = "covered"
    """They are different events, and the largest number that one sheet states for them covers all of them."""

    SERIES = "series"
    """The same people came to all of them."""

    ADDED_UP = "added_up"
    """Additional people whom sheets state in different words are different people, though the numbers are equal."""


@dataclass(frozen=True, slots=True)
class EventCorrectionFact:
    """What is true of a source event. ``order`` grows with time."""

    order: int
    truth: EventFact


@dataclass(frozen=True, slots=True)
class EventDecision:
    """One decision about events. ``sides`` are the events that it tells apart or names, each as its source events."""

    order: int
    kind: EventDecisionKind
    sides: tuple[frozenset[EventKey], ...]

    @property
    def keys(self) -> frozenset[EventKey]:
        """All source events that it names."""
        return frozenset[EventKey]().union(*self.sides)


@dataclass(frozen=True, slots=True)
class NewEventDecision:
    """Something to be decided about events in some ``cities``: that they are one, with the data of ``truth``, or
    another ``kind``."""

    cities: frozenset[str]
    sides: tuple[frozenset[EventKey], ...]
    kind: EventDecisionKind | None = None
    truth: EventFact | None = None

    @property
    def keys(self) -> frozenset[EventKey]:
        """All source events that it names."""
        return frozenset[EventKey]().union(*self.sides)


@dataclass(frozen=True, slots=True)
class EventDecisions:
    """All decisions that hold: the latest correction of each source event, and decisions about several events.

    ``order`` counts corrections and decisions together, so that of two that contradict each other the later holds.
    """

    corrections: Mapping[EventKey, EventCorrectionFact] = field(default_factory=dict)
    decisions: Sequence[EventDecision] = ()

    def of_kind(self, kind: EventDecisionKind) -> list[EventDecision]:
        """Returns the decisions of one kind, the earliest first."""
        return [decision for decision in self.decisions if decision.kind is kind]

    def keys_decided_otherwise(self, other: EventDecisions) -> set[EventKey]:
        """Returns the source events that a correction or decision names which only one of these and *other* has."""
        keys = {key for key, _correction in self.corrections.items() ^ other.corrections.items()}
        return keys.union(*(decision.keys for decision in {*self.decisions} ^ {*other.decisions}))

    def followed_by(self, new: Iterable[NewEventDecision]) -> EventDecisions:
        """Returns these decisions and new ones, which are later than all of them."""
        orders = [one.order for one in self.corrections.values()] + [one.order for one in self.decisions]
        order = 1 + max(orders, default=0)
        corrections, decisions = dict(self.corrections), list(self.decisions)
        for one in new:
            if one.truth:
                correction = EventCorrectionFact(order, one.truth)
                corrections |= dict.fromkeys(one.keys | {key_of(one.truth)}, correction)
            elif one.kind:
                decisions.append(EventDecision(order, one.kind, one.sides))
        return EventDecisions(corrections, tuple(decisions))

    def truth(self, event: EventFact) -> tuple[EventFact, int]:
        """Returns an event as it counts by itself (with its own id), and the order of the correction (0: none)."""
        correction = self.corrections.get(key_of(event))
        if correction is None:
            return event, 0
        true = correction.truth
        return EventFact(event.id, true.activity, true.city, true.date, true.title), correction.order


NO_EVENT_DECISIONS = EventDecisions()
