"""Events to check: sheets may tell of one event, and a person says whether they do (counting.md, "One event").

Until somebody decides they are counted together, so that nobody is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from liaison_metrics.domain.connected import connected
from liaison_metrics.domain.events.decisions import EventDecisionKind, EventKey, NewEventDecision, key_of
from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.domain.index import IndexChange, IndexState
from liaison_metrics.domain.index.checks import EventPair, keys_of, pairs_to_check, people_of
from liaison_metrics.errors import UnknownEvent, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.events.history import effects_of
from liaison_metrics.services.events.listing import EventSummary, all_events, event_number, readable_cities
from liaison_metrics.services.figures.preview import Effect, preview
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import events as stored
from liaison_metrics.texts import _


class EventAnswer(StrEnum):
    """What somebody can say about events to check."""

    SAME = "same"
    """All of them are one event."""

    DIFFERENT = "different"
    """They are different events."""

    COVERED = "covered"
    """They are different events, and the stated number covers all of them."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """How many more people an indicator would reach if the events of ``pairs`` pairs were different."""

    indicator: str
    people: int
    pairs: int


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Events that may be one, the one that lists most people first, with the people of each by itself (``counts``) and
    the number of pairs to check among them.

    ``together`` is the number of people they are counted as, ``apart`` what it would be if all are different events.
    """

    events: tuple[EventSummary, ...]
    counts: tuple[EventCount, ...]
    pairs: int
    together: int
    apart: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the events."""
        return tuple(event.number for event in self.events)

    @property
    def city(self) -> str:
        """The city of all of them."""
        return self.events[0].fact.city


@requires(Action.EVENT_READ)
def pairs(workspace: Workspace, actor: Actor) -> list[EventPair]:
    """Returns the pairs of events that nobody has decided about, in the cities whose events the actor may see, the
    earliest first."""
    cities = readable_cities(workspace.project, actor)
    return [pair for pair in pairs_to_check(workspace.index()) if pair.a.city in cities]


@requires(Action.EVENT_READ)
def groups(workspace: Workspace, actor: Actor) -> list[CheckGroup]:
    """Returns the events to check, those of one activity, city and day that may be one together, in the cities whose
    events the actor may see, the earliest first."""
    with workspace.snapshot() as (index, _connection):
        found = pairs(workspace, actor)
        if not found:
            return []
        summaries = {event.number: event for event in all_events(workspace, actor)}
        grouped = [
            _group(index, [pair for pair in found if pair.a.id in ids], summaries)
            for ids in connected((pair.a.id, pair.b.id) for pair in found)
        ]
        return sorted(grouped, key=lambda group: (group.events[0].fact.date, group.city, min(group.numbers)))


def _group(index: IndexState, pairs: Sequence[EventPair], summaries: Mapping[int, EventSummary]) -> CheckGroup:
    counts = {
        event.id: count for pair in pairs for event, count in zip((pair.a, pair.b), pair.counts, strict=True)
    }  # fmt: skip
    # The event that lists most people comes first: events that are one keep its details.
    numbers = sorted(counts, key=lambda number: (-counts[number].listed, number))
    together, apart = people_of(index, numbers)
    return CheckGroup(
        tuple(summaries[number] for number in numbers), tuple(counts[number] for number in numbers), len(pairs),
        together, apart,
    )  # fmt: skip


@requires(Action.EVENT_READ)
def held_back(workspace: Workspace, actor: Actor) -> list[HeldBack]:
    """Returns, for each indicator that they concern, how many people the events to check hold back that the actor may
    see."""
    found = pairs(workspace, actor)
    if not found:
        return []
    project, index = workspace.project, workspace.index()
    apart = [_decision(index, (pair.a.id, pair.b.id), EventAnswer.DIFFERENT) for pair in found]
    change = IndexChange(events=index.calendar.sources.decisions.followed_by(apart))
    effects = preview(workspace, change, actor=actor).effects
    concerned = [sum(pair.a.activity in project.activities_of(one) for pair in found) for one in project.indicators]
    return [
        HeldBack(effect.indicator, effect.change, count)
        for effect, count in zip(effects, concerned, strict=True)
        if count
    ]


@requires(Action.EVENT_READ)
def preview_answer(
    workspace: Workspace, groups: Sequence[Sequence[int]], answer: EventAnswer, actor: Actor
) -> tuple[Effect, ...]:
    """Returns the effect on each indicator of an answer about the events of each group. Nothing is stored.

    Raises UnknownEvent where an event does not exist, and NotAllowed where one is in another partner's city.
    """
    index = workspace.index()
    new = [_decision(index, group, answer) for group in groups]
    for city in _cities(new):
        check(actor, Action.EVENT_READ, Resource.event(workspace.project, city))
    change = IndexChange(events=index.calendar.sources.decisions.followed_by(new))
    return preview(workspace, change, actor=actor).effects


def _cities(decisions: Iterable[NewEventDecision]) -> frozenset[str]:
    return frozenset[str]().union(*(one.cities for one in decisions))


def _decision(index: IndexState, events: Sequence[int], answer: EventAnswer) -> NewEventDecision:
    """Returns what an answer about events decides. Events that are one get the details of the first."""
    numbers = list(dict.fromkeys(event_number(index, event) for event in events))
    if len(numbers) < 2:
        raise WrongEntry(_("Choose at least two different events."), hint=_("Reload the page."))
    sides = tuple(keys_of(index, number) for number in numbers)
    facts = [index.calendar.derived[number].fact for number in numbers]
    cities = frozenset(fact.city for fact in facts)
    if answer is EventAnswer.SAME:
        return NewEventDecision(cities, sides, truth=facts[0])
    kind = EventDecisionKind.SEPARATE if answer is EventAnswer.DIFFERENT else EventDecisionKind.COVERED
    return NewEventDecision(cities, sides, kind)


@requires(Action.EVENT_DECIDE)
def decide(workspace: Workspace, events: Sequence[int], answer: EventAnswer, actor: Actor) -> tuple[Effect, ...]:
    """Stores an answer about events; returns the effect on each indicator. Events that are one get the details of the
    first.

    Raises UnknownEvent, WrongEntry where fewer than two events are named, and NotAllowed where one of them is in
    another partner's city.
    """
    return decide_several(workspace, [events], answer, actor)


@requires(Action.EVENT_DECIDE)
def decide_several(
    workspace: Workspace, groups: Sequence[Sequence[int]], answer: EventAnswer, actor: Actor
) -> tuple[Effect, ...]:
    """Stores one answer about the events of each group; returns the effect on each indicator of all of them together.

    Raises UnknownEvent, WrongEntry where a group names fewer than two events, and NotAllowed where one of them is in
    another partner's city; nothing is stored then.
    """
    index = workspace.index()
    new = [_decision(index, group, answer) for group in groups]
    return _store(workspace, new, actor)


@requires(Action.EVENT_DECIDE)
def separate(workspace: Workspace, source: int, actor: Actor) -> tuple[Effect, ...]:
    """Separates a source event from the others that count as the same event; returns the effect on each indicator.

    Raises UnknownEvent, WrongEntry where it is the only one, and NotAllowed where it is in another partner's city.
    """
    index = workspace.index()
    event = event_number(index, source)
    own = key_of(index.calendar.sources.facts[source])
    others = keys_of(index, event) - {own}
    if not others:
        raise WrongEntry(_("No other event is merged with this one."), hint=_("Reload the page."))
    return _store(workspace, [_different(index, event, others, own)], actor)


@requires(Action.EVENT_DECIDE)
def separate_events(workspace: Workspace, events: tuple[int, int], actor: Actor) -> tuple[Effect, ...]:
    """Says that two events are different events; returns the effect on each indicator. They may count as one now, or
    be to be checked.

    Raises UnknownEvent, WrongEntry where both are the same source event, and NotAllowed where one of them is in another
    partner's city.
    """
    index = workspace.index()
    a, b = (event_number(index, event) for event in events)
    if a != b:
        return decide(workspace, events, EventAnswer.DIFFERENT, actor)
    keys = [key_of(index.calendar.sources.facts[event]) for event in events]
    if keys[0] == keys[1]:
        raise WrongEntry(_("Choose at least two different events."), hint=_("Reload the page."))
    rest = keys_of(index, a) - {keys[1]}
    return _store(workspace, [_different(index, a, rest, keys[1])], actor)


def _different(index: IndexState, event: int, others: frozenset[EventKey], source: EventKey) -> NewEventDecision:
    """Returns the decision that a source event of an event is another event than its *others*."""
    cities = frozenset([index.calendar.derived[event].fact.city])
    return NewEventDecision(cities, (others, frozenset([source])), EventDecisionKind.SEPARATE)


@requires(Action.CORRECTION_UNDO)
def undo(workspace: Workspace, decision: int, actor: Actor) -> tuple[Effect, ...]:
    """Undoes a decision about events; returns the effect on each indicator.

    Raises UnknownEvent where it does not exist or was undone before, and NotAllowed for somebody else's.
    """

    def write() -> None:
        with workspace.store.writing() as connection:
            active = {
                row["act"]: row for _decision, row in stored.read_decisions(connection) if row["revoked_at"] is None
            }
            if decision not in active:
                raise UnknownEvent(_("That decision no longer exists."), hint=_("Reload the page."))
            check(actor, Action.CORRECTION_UNDO, Resource.correction(active[decision]["made_by"]))
            stored.revoke_decision(connection, decision)
            record(connection, workspace, actor, AuditEntry(AuditAction.DECISION_UNDO, AuditKind.DECISION, decision))

    return effects_of(workspace, write, actor)


def _recorded(decision: NewEventDecision) -> dict[str, object]:
    """Returns what the audit record says about a decision: where and when the events are, without their titles."""
    answer = decision.kind.value if decision.kind else EventAnswer.SAME.value
    places = sorted({" ".join(map(str, key[:3])) for key in decision.keys})
    return {"answer": answer, "events": places, "source_events": len(decision.keys)}


def _store(workspace: Workspace, new: Sequence[NewEventDecision], actor: Actor) -> tuple[Effect, ...]:
    for city in _cities(new):
        check(actor, Action.EVENT_DECIDE, Resource.event(workspace.project, city))

    def write() -> None:
        with workspace.store.writing() as connection:
            stored.decide_all(connection, new, actor.code)
            for one in new:
                after = _recorded(one)
                record(connection, workspace, actor, AuditEntry(AuditAction.EVENT_DECIDE, AuditKind.EVENT, after=after))

    return effects_of(workspace, write, actor)
