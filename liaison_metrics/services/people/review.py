"""Pairs of people for review: which there are, and what each attendance of both states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.attendances import pseudonym
from liaison_metrics.domain.near_matches.comparison import BirthLevel, CityLevel
from liaison_metrics.domain.near_matches.finding import PROPOSED, NearMatch
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.reach.ages import BANDS_BY_NUMBER, band_numbers
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.people.comparing import PersonRows, cities_of, find_pairs
from liaison_metrics.services.people.decided import decided_persons, pairs_decided
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.facts import Source, read_sources
from liaison_metrics.texts import _

MOST_CERTAIN = 0.99
"""No score is higher: nothing that is stored makes two people one for certain."""

BIRTH_SIMILARITY = {
    BirthLevel.EQUAL: 1.0,
    BirthLevel.ONE_SLIP: 0.9,
    BirthLevel.TWO_PARTS: 0.75,
    BirthLevel.TWO_SLIPS: 0.75,
}
"""What is shown for how far two birth dates agree: seven of eight digits, two of three parts."""


@dataclass(frozen=True, slots=True)
class PersonPair:
    """Two persons, by their pseudonyms, who may be one: the score, what speaks for it, and the cities in which they
    were seen. ``later`` says that somebody put the pair off."""

    a: str
    b: str
    score: float
    match: NearMatch
    cities: frozenset[str]
    later: bool = False

    @property
    def likely(self) -> bool:
        """Whether they are likelier to be one person than not."""
        return self.score >= PROPOSED

    @property
    def why(self) -> list[str]:
        """What speaks for the pair, in words."""
        match = self.match
        reasons = [_("name {n}").format(n=fmt.decimal(match.name, 2))]
        if match.fewer_words:
            reasons.append(_("one name has fewer words"))
        if match.birth in BIRTH_SIMILARITY:
            reasons.append(_("birth date {n}").format(n=fmt.decimal(BIRTH_SIMILARITY[match.birth], 2)))
        elif match.birth is BirthLevel.SAME_YEAR:
            reasons.append(_("same birth year"))
        elif match.birth is BirthLevel.DIFFERENT:
            reasons.append(_("different births"))
        if match.city is not None:
            reasons.append(_("same city") if match.city is CityLevel.SHARED else _("different cities"))
        return reasons


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """A person in a pair: what is known, and the attendances, each with the event and the row that states it."""

    pseudonym: str
    community: str
    group: str
    gender: str
    age_band: str
    attendances: tuple[tuple[int, EventFact, Source], ...]


@requires(Action.PEOPLE_READ)
def pairs(workspace: Workspace, actor: Actor) -> list[PersonPair]:
    """Returns the pairs of people who may be one and about whom nobody has decided, the likeliest first, then those
    that were put off. A partner sees the pairs of which both were seen in its own cities alone."""
    with workspace.snapshot() as (index, connection):
        people = PersonRows.of(index)
        decided = decided_persons(workspace, index, connection, people)
        later = pairs_decided(decided, PersonDecisionKind.LATER)
        apart = pairs_decided(decided, PersonDecisionKind.DIFFERENT)
        found = []
        for match in find_pairs(index, connection, workspace.people_secret):
            both = frozenset((match.person, match.other))
            cities = cities_of(index, people, both)
            if both not in apart and allows(actor, Action.PEOPLE_READ, Resource.people(cities)):
                a, b = (pseudonym(int(index.first_ids[person])) for person in (match.person, match.other))
                found.append(PersonPair(a, b, min(match.score, MOST_CERTAIN), match, cities, both in later))
        return sorted(found, key=lambda pair: (pair.later, -pair.match.score))


@requires(Action.PEOPLE_READ)
def seen(workspace: Workspace, names: Sequence[str], actor: Actor) -> list[SeenPerson]:
    """Returns what is known of some persons, given by their pseudonyms. Raises UnknownPerson, and NotAllowed where one
    was seen in another partner's city."""
    with workspace.snapshot() as (index, connection):
        people = PersonRows.of(index)
        return [_seen(workspace, index, connection, people, number_of(index, name), actor) for name in names]


def _seen(
    workspace: Workspace, index: IndexState, connection: Connection, people: PersonRows, person: int, actor: Actor
) -> SeenPerson:  # fmt: skip
    check(actor, Action.PEOPLE_READ, Resource.people(cities_of(index, people, [person])))
    rows = people.rows.take(people.at(person))
    sources = read_sources(connection, rows.id.tolist())
    listed = [
        (number, index.calendar.derived[event].fact, sources[number])
        for number, event in zip(rows.id.tolist(), rows.event.tolist(), strict=True)
    ]
    traits, books = index.traits.at(np.array([person])), index.codebooks
    band = int(band_numbers(traits.birth_year, traits.latest_year)[0])
    return SeenPerson(
        pseudonym(int(index.first_ids[person])), books.community.code(int(traits.community[0])),
        books.group.code(int(traits.group[0])), books.gender.code(int(traits.gender[0])), BANDS_BY_NUMBER[band],
        tuple(sorted(listed, key=lambda one: (one[1].date, one[0]))),
    )  # fmt: skip


def number_of(index: IndexState, name: str) -> int:
    """Returns the number of a person by its pseudonym, made of the id of an attendance. Raises UnknownPerson."""
    digits = name.upper().removeprefix("P-")
    rows = np.flatnonzero(index.register.log.rows.id == int(digits)) if digits.isdecimal() else np.zeros(0, dtype=int)
    rows = rows[index.register.present[rows]]
    person = int(index.register.persons.part[rows[0]]) if len(rows) else -1
    if person < 0:
        raise UnknownPerson(
            _("There is no person {name}.").format(name=name), hint=_("Pairs are listed on the page “People”.")
        )
    return person
