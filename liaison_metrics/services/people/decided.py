"""Which persons the stored decisions are about in a state of the index, and which of them new sheets contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.people.decisions import DecidedRows, PersonDecision, PersonDecisionKind
from liaison_metrics.domain.people.rows import Rows, combined
from liaison_metrics.services.people.comparing import PersonRows
from liaison_metrics.services.workspace.decided_people import keys_of_events
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.person_decisions import read_person_decisions


class Contradiction(StrEnum):
    """What a newer sheet states against a decision."""

    BIRTHS = "births"
    """They are the same person, but two birth dates are stated."""

    CONTACT = "contact"
    """They are different people, but one e-mail address or phone number is stated of both."""


@dataclass(frozen=True, slots=True)
class DecidedPersons:
    """A decision, and the persons (numbers) and attendances (ids) of each side; none where no sheet states them now."""

    decision: PersonDecision
    number: int
    made_by: str
    made_at: datetime
    persons: tuple[frozenset[int], frozenset[int]]
    attendances: tuple[frozenset[int], frozenset[int]]

    @property
    def pairs(self) -> Iterable[frozenset[int]]:
        """The pairs of persons that it is about."""
        return (frozenset((a, b)) for a in self.persons[0] for b in self.persons[1])


def decided_persons(
    workspace: Workspace, index: IndexState, connection: Connection, people: PersonRows
) -> list[DecidedPersons]:
    """Returns the decisions in force with the persons that they are about, the latest first."""
    decisions = read_person_decisions(connection, Encryption(workspace.secret))
    found = DecidedRows([decision for decision, _row in decisions])
    found.add(people.rows.stated(), keys_of_events(index.calendar.sources.facts.values()))
    person_of = people.person_of() if decisions else {}
    listed = []
    for decision, row in decisions:
        a, b = (frozenset(chain.from_iterable(found.of(side))) for side in decision.sides)
        persons = frozenset(person_of[one] for one in a), frozenset(person_of[one] for one in b)
        listed.append(DecidedPersons(decision, row["id"], row["made_by"], row["made_at"], persons, (a, b)))
    return listed


def pairs_decided(decided: Iterable[DecidedPersons], kind: PersonDecisionKind) -> set[frozenset[int]]:
    """Returns the pairs of persons about whom there is a decision of a kind."""
    return set(chain.from_iterable(one.pairs for one in decided if one.decision.kind is kind))


def contradiction(people: PersonRows, one: DecidedPersons) -> Contradiction | None:
    """Returns what sheets that came after a decision state against it, None for nothing."""
    rows = people.rows
    known = [np.isin(rows.id, np.array(sorted(ids), dtype=np.int64)) for ids in one.attendances]
    around = [_with_same_contact(people, own) for own in known]
    if one.decision.kind is PersonDecisionKind.SAME:
        for values in (rows.birth, rows.birth_year.astype(np.int64)):
            if _differ(values, *around) and not _differ(values, *known):
                return Contradiction.BIRTHS
    if one.decision.kind is PersonDecisionKind.DIFFERENT:
        now = [np.isin(people.person, np.array(sorted(persons))) for persons in one.persons]
        now = [whole | _of_same_name_and_birth(rows, own) for whole, own in zip(now, known, strict=True)]
        for contact in (rows.email, rows.phone):
            if _meet(contact, *now) and not _meet(contact, *known):
                return Contradiction.CONTACT
    return None


Marks = np.ndarray[tuple[int], np.dtype[np.bool_]]


def _with_same_contact(people: PersonRows, own: Marks) -> Marks:
    """Marks some rows, and all that share a person, an e-mail address or a phone number with one of them."""
    marked = own | np.isin(people.person, people.person[own])
    for values in (people.rows.email, people.rows.phone):
        marked |= np.isin(values, values[own & (values != 0)])
    return marked


def _of_same_name_and_birth(rows: Rows, own: Marks) -> Marks:
    """Marks the rows that state the name and birth date of one of some rows, also where the rules give them to somebody
    else: an address of both sides can take a row of one side to the other."""
    both = combined(rows.name, rows.birth)
    return np.isin(both, both[own & (both != 0)])


def _stated(values: Int64s, marked: Marks) -> set[int]:
    return {*values[marked].tolist()} - {0}


def _differ(values: Int64s, one: Marks, other: Marks) -> bool:
    """Returns whether different values are stated of both sides together."""
    return len(_stated(values, one) | _stated(values, other)) > 1


def _meet(values: Int64s, one: Marks, other: Marks) -> bool:
    return bool(_stated(values, one) & _stated(values, other))
