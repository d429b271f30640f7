"""The events as they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from liaison_metrics.domain.events.decisions import key_of
from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import EventFigures
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import UnknownEvent
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as it counts, its people, and its source events.

    ``near`` are titles that were taken as this event's without anybody saying so. ``to_check`` says that it may be the
    same as another event and nobody has decided yet, ``in_series`` that the same people came to several events.
    """

    fact: EventFact
    identified: int
    unidentified: int
    stated: tuple[EventFact, ...]
    count: EventCount
    corrected: bool = False
    near: tuple[str, ...] = ()
    to_check: bool = False
    in_series: bool = False

    @property
    def number(self) -> int:
        """The number by which the event is asked for."""
        return self.fact.id

    @property
    def people(self) -> int:
        """Identified and unidentified people together."""
        return self.identified + self.unidentified


@requires(Action.EVENT_READ)
def all_events(workspace: Workspace, actor: Actor) -> list[EventSummary]:
    """Returns the events that sheets state in the cities whose events the actor may see, the earliest first, also those
    that are still to come, and those of which nobody counts before somebody has checked them."""
    cities = readable_cities(workspace.project, actor)
    if not cities:
        return []
    with workspace.snapshot() as (index, _connection):
        facts = [fact for fact in stated_events(index) if fact.city in cities]
        until = Scope(until=workspace.project.end)
        return _summaries(index, facts, figures.events(workspace, scope=until, actor=actor))


def stated_events(index: IndexState) -> list[EventFact]:
    """Returns the events as they count that some sheet states, the earliest first."""
    return [fact for fact in index.calendar.events.facts if index.calendar.is_stated(fact.id)]


def readable_cities(project: Project, actor: Actor) -> frozenset[str]:
    """Returns the cities whose events the actor may see."""
    cities = (city.code for city in project.cities)
    return frozenset(city for city in cities if allows(actor, Action.EVENT_READ, Resource.event(project, city)))


@requires(Action.EVENT_READ)
def find_event(workspace: Workspace, number: int, actor: Actor) -> EventSummary | None:
    """Returns the event that a source event counts as, by the number of either; None where no sheet states it. Raises
    NotAllowed where it is in another partner's city."""
    with workspace.snapshot() as (index, _connection):
        own = index.calendar.event_of.get(number)
        if own is None or not index.calendar.is_stated(own):
            return None
        fact = index.calendar.derived[own].fact
        check(actor, Action.EVENT_READ, Resource.event(workspace.project, fact.city))
        month = fact.date.isoformat()[:7]
        scope = Scope(city=fact.city, activity=fact.activity, month=month, until=workspace.project.end)
        (found,) = _summaries(index, [fact], figures.events(workspace, scope=scope, actor=actor))
        return found


def _summaries(index: IndexState, facts: Sequence[EventFact], counted: Iterable[EventFigures]) -> list[EventSummary]:
    figure_of = {one.event.id: one for one in counted}
    checked = {event for day in index.calendar.days.values() for pair in day.checks for event in pair}
    places = index.calendar.places(np.array([fact.id for fact in facts], dtype=np.int64))
    sources = index.calendar.sources
    summaries = []
    for fact, series in zip(facts, index.content.series[places].tolist(), strict=True):
        derived, figure = index.calendar.derived[fact.id], figure_of.get(fact.id)
        stated = tuple(sources.facts[source] for source in derived.sources)
        summaries.append(
            EventSummary(
                fact, figure.identified if figure else 0, figure.unidentified if figure else 0, stated,
                index.count_of(fact.id), any(key_of(one) in sources.decisions.corrections for one in stated),
                derived.near, fact.id in checked, bool(series),
            )
        )  # fmt: skip
    return summaries


def event_number(index: IndexState, number: int) -> int:
    """Returns the number of the event that a source event counts as. Raises UnknownEvent where no sheet states it."""
    found = index.calendar.event_of.get(number)
    if found is None or not index.calendar.is_stated(found):
        raise UnknownEvent(_("There is no event {number}.").format(number=number), hint=_("Reload the page."))
    return found


def likely_matches(event: EventSummary, others: Sequence[EventSummary]) -> list[EventSummary]:
    """Returns the other events, those first that may be the same event: on the same day, in the same city, or with a
    similar title."""
    words = title_key(event.fact.title)

    def likeness(other: EventSummary) -> tuple[float, int]:
        same = (other.fact.city == event.fact.city) + (other.fact.date == event.fact.date)
        title = fuzz.token_sort_ratio(words, title_key(other.fact.title)) / 100 if words else 0
        return same + title + 0.5 * (other.fact.activity == event.fact.activity), other.number

    return sorted((one for one in others if one.number != event.number), key=likeness, reverse=True)
