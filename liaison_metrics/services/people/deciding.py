"""Deciding about pairs of people: the same person, different people, later; and undoing that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from liaison_metrics.domain.index import IndexChange, IndexState
from liaison_metrics.domain.index.attendances import pseudonym
from liaison_metrics.domain.people.decisions import PersonDecision, PersonDecisionKind, Side
from liaison_metrics.errors import UnknownPerson, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.events.history import effects_of
from liaison_metrics.services.figures.preview import Effect, preview
from liaison_metrics.services.people.comparing import PersonRows, cities_of
from liaison_metrics.services.people.decided import Contradiction, DecidedPersons, contradiction, decided_persons
from liaison_metrics.services.people.review import number_of
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.decided_people import keys_of_events
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.person_decisions import revoke_person_decisions, save_person_decisions
from liaison_metrics.texts import _

Pair = tuple[str, str]
"""Two persons by their pseudonyms."""


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """A decision in force: its number, what was decided about whom (pseudonyms; none where no sheet states them now),
    by whom and when, and what newer sheets state against it."""

    number: int
    kind: PersonDecisionKind
    a: tuple[str, ...]
    b: tuple[str, ...]
    made_by: str
    made_at: datetime
    contradicted: Contradiction | None


@requires(Action.PEOPLE_DECIDE)
def decide(workspace: Workspace, pairs: Sequence[Pair], kind: PersonDecisionKind, actor: Actor) -> tuple[Effect, ...]:
    """Stores one decision about each pair of persons; returns the effect on each indicator of all of them together.

    Raises UnknownPerson, WrongEntry where both are one person already, and NotAllowed where somebody was seen in
    another partner's city; nothing is stored then.
    """
    new = _decisions(workspace, pairs, kind, actor)

    def write() -> None:
        with workspace.store.writing() as connection:
            numbers = save_person_decisions(connection, Encryption(workspace.secret), new, actor.code)
            for number, pair in zip(numbers, pairs, strict=True):
                made = {"kind": kind.value, "people": list(pair)}
                entry = AuditEntry(AuditAction.PEOPLE_DECIDE, AuditKind.PERSON_DECISION, number, after=made)
                record(connection, workspace, actor, entry)

    return effects_of(workspace, write, actor)


@requires(Action.PEOPLE_DECIDE)
def preview_decision(
    workspace: Workspace, pairs: Sequence[Pair], kind: PersonDecisionKind, actor: Actor
) -> tuple[Effect, ...]:
    """Returns the effect on each indicator of one decision about each pair. Nothing is stored. Raises as ``decide``."""
    new = _decisions(workspace, pairs, kind, actor)
    change = workspace.decided_people.in_change(workspace.index(), IndexChange(), new)
    return preview(workspace, change, actor=actor).effects


def _decisions(
    workspace: Workspace, pairs: Sequence[Pair], kind: PersonDecisionKind, actor: Actor
) -> list[PersonDecision]:
    """Returns a decision about each pair, after the check that the actor may make it."""
    index = workspace.index()
    people = PersonRows.of(index)
    events = keys_of_events(index.calendar.sources.facts.values())
    rows, found = people.rows.stated(), []
    for pair in pairs:
        a, b = (number_of(index, name) for name in pair)
        check(actor, Action.PEOPLE_DECIDE, Resource.people(cities_of(index, people, (a, b))))
        if a == b:
            raise WrongEntry(
                _("{a} and {b} are one person already.").format(a=pair[0], b=pair[1]), hint=_("Reload the page.")
            )
        one, other = (Side.of(rows, people.at(person).tolist(), events) for person in (a, b))
        found.append(PersonDecision(kind, (one, other)))
    return found


@requires(Action.PEOPLE_READ)
def decisions(workspace: Workspace, actor: Actor) -> list[DecidedPair]:
    """Returns the decisions in force that the actor may see, those that newer sheets contradict first, then the latest
    first."""
    with workspace.snapshot() as (index, connection):
        people = PersonRows.of(index)
        found = [
            _shown(index, people, one)
            for one in decided_persons(workspace, index, connection, people)
            if allows(actor, Action.PEOPLE_READ, _resource(index, people, one))
        ]
        return sorted(found, key=lambda one: (one.contradicted is None, -one.number))


def _shown(index: IndexState, people: PersonRows, one: DecidedPersons) -> DecidedPair:
    a, b = (tuple(pseudonym(int(index.first_ids[person])) for person in sorted(side)) for side in one.persons)
    return DecidedPair(one.number, one.decision.kind, a, b, one.made_by, one.made_at, contradiction(people, one))


def _resource(index: IndexState, people: PersonRows, one: DecidedPersons) -> Resource:
    """Returns the persons of a decision; where no sheet states them now, they belong to nobody but the coordinator."""
    return Resource.people(cities_of(index, people, one.persons[0] | one.persons[1]))


@requires(Action.PEOPLE_DECIDE)
def undo(workspace: Workspace, numbers: Iterable[int], actor: Actor) -> tuple[Effect, ...]:
    """Undoes decisions by their numbers; returns the effect on each indicator. Raises UnknownPerson where none of them
    is in force, and NotAllowed where somebody was seen in another partner's city."""
    wanted = set(numbers)
    with workspace.snapshot() as (index, connection):
        people = PersonRows.of(index)
        found = [one for one in decided_persons(workspace, index, connection, people) if one.number in wanted]
        if not found:
            raise UnknownPerson(_("This decision has been undone already."), hint=_("Reload the page."))
        for one in found:
            check(actor, Action.PEOPLE_DECIDE, _resource(index, people, one))

    def write() -> None:
        with workspace.store.writing() as connection:
            revoke_person_decisions(connection, [one.number for one in found])
            for one in found:
                entry = AuditEntry(AuditAction.PEOPLE_DECISION_UNDO, AuditKind.PERSON_DECISION, one.number)
                record(connection, workspace, actor, entry)

    return effects_of(workspace, write, actor)
