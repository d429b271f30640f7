"""Series: events of which a person said that the same people came to all of them (counting.md, "One event")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.events.decisions import EventDecision, EventDecisionKind
from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.index import IndexChange
from liaison_metrics.domain.index.checks import keys_of
from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.history import effects_of
from liaison_metrics.services.events.listing import EventSummary, all_events, event_number
from liaison_metrics.services.figures.preview import Effect, preview
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.texts import _

LEAST_EVENTS = 2
"""From so many events on a series is suggested."""

_NUMBER_OR_MONTH = re.compile(
    r"\b\d+(st|nd|rd|th)?\b|\b(jan|feb|mar|apr|may|mai|maj|mag|giu|jun|jul|lug|aug|ago|sep|set|oct|okt|ott|nov|dec|dez|dic)\w*"
)
"""What may differ between the titles of one series: a number or a date."""


@dataclass(frozen=True, slots=True)
class SeriesSuggestion:
    """Events whose titles differ only in a number or a date, and of which only headcounts are known."""

    events: tuple[EventSummary, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the events."""
        return tuple(event.number for event in self.events)


@requires(Action.EVENT_READ)
def suggestions(workspace: Workspace, actor: Actor) -> list[SeriesSuggestion]:
    """Returns events that may be a series and are in none, in the cities whose events the actor may see, the largest
    set first."""
    found: defaultdict[tuple[str, str, str], list[EventSummary]] = defaultdict(list)
    for event in all_events(workspace, actor):
        stem = " ".join(_NUMBER_OR_MONTH.sub(" ", title_key(event.fact.title)).split())
        if stem and stem != title_key(event.fact.title) and not event.identified and not event.in_series:
            found[event.fact.activity, event.fact.city, stem].append(event)
    several = [SeriesSuggestion(tuple(events)) for events in found.values() if len(events) >= LEAST_EVENTS]
    return sorted(several, key=lambda one: (-len(one.events), one.numbers))


@requires(Action.EVENT_READ)
def preview_series(workspace: Workspace, events: Sequence[int], actor: Actor) -> tuple[Effect, ...]:
    """Returns the effect on each indicator if the same people came to all of some events. Nothing is stored.

    Raises UnknownEvent where an event does not exist, and NotAllowed where one is in another partner's city.
    """
    index = workspace.index()
    decisions = index.calendar.sources.decisions
    numbers = [event_number(index, event) for event in events]
    for number in numbers:
        city = index.calendar.derived[number].fact.city
        check(actor, Action.EVENT_READ, Resource.event(workspace.project, city))
    sides = tuple(keys_of(index, number) for number in numbers)
    series = EventDecision(0, EventDecisionKind.SERIES, sides)
    changed = replace(decisions, decisions=(*decisions.decisions, series))
    return preview(workspace, IndexChange(events=changed), actor=actor).effects


@requires(Action.EVENT_DECIDE)
def make_series(workspace: Workspace, events: Sequence[int], actor: Actor) -> tuple[Effect, ...]:
    """Stores that the same people came to all of some events; returns the effect on each indicator.

    Raises UnknownEvent, WrongEntry where fewer than two events are named, and NotAllowed where one of them is in
    another partner's city.
    """
    index = workspace.index()
    numbers = list(dict.fromkeys(event_number(index, event) for event in events))
    if len(numbers) < LEAST_EVENTS:
        raise WrongEntry(_("Choose at least two different events."), hint=_("Reload the page."))
    for number in numbers:
        city = index.calendar.derived[number].fact.city
        check(actor, Action.EVENT_DECIDE, Resource.event(workspace.project, city))
    sides = [keys_of(index, number) for number in numbers]

    def write() -> None:
        with workspace.store.writing() as connection:
            act = stored.decide(connection, EventDecisionKind.SERIES, sides, actor.code)
            made = {"kind": EventDecisionKind.SERIES.value, "events": numbers}
            record(
                connection, workspace, actor, AuditEntry(AuditAction.EVENT_DECIDE, AuditKind.DECISION, act, after=made)
            )  # fmt: skip

    return effects_of(workspace, write, actor)
