"""What people decided about events: corrections, events that are one or apart, numbers that cover several, series.

A decision names events as files state them, so it also holds for a file that is undone and uploaded again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
class EventDecisions:
    """All decisions that hold: the latest correction of each source event, and decisions about several events.

    ``order`` counts corrections and decisions together, so that of two that contradict each other the later holds.
    """

    corrections: Mapping[EventKey, EventCorrectionFact] = field(default_factory=dict)
    decisions: Sequence[EventDecision] = ()

    def of_kind(self, kind: EventDecisionKind) -> list[EventDecision]:
        """Returns the decisions of one kind, the earliest first."""
        return [decision for decision in self.decisions if decision.kind is kind]

    def truth(self, event: EventFact) -> tuple[EventFact, int]:
        """Returns an event as it counts by itself (with its own id), and the order of the correction (0: none)."""
        correction = self.corrections.get(key_of(event))
        if correction is None:
            return event, 0
        true = correction.truth
        return EventFact(event.id, true.activity, true.city, true.date, true.title, event.partner), correction.order


NO_EVENT_DECISIONS = EventDecisions()
