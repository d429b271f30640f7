"""Comparing the persons of the index with each other, by what the store keeps of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np
from sqlalchemy import Connection

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.near_matches.comparison import BirthLevel, CityLevel, birth_levels
from liaison_metrics.domain.near_matches.describing import Description, described
from liaison_metrics.domain.near_matches.descriptions import Descriptions
from liaison_metrics.domain.near_matches.finding import PROPOSED, NearMatch, near_matches
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.domain.people.groups import Positions
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.store.records.name_forms import read_name_forms

AT_ONE_EVENT = 0.05
"""Two rows of one sheet about one event are seldom one person: so many times less likely than two people's."""

CONTRADICTING = 0.1
"""The score of people with one name in one city whose births differ. They go to review because others of that name are
to be told apart."""

_MOST_CITIES = 62


@dataclass(frozen=True, slots=True)
class PersonRows:
    """The rows of persons in a state of the index: ``person`` and ``rows``, sorted by person."""

    person: Int64s
    rows: Rows

    @classmethod
    def of(cls, index: IndexState) -> PersonRows:
        """Returns the rows of everybody who is identified."""
        register = index.register
        persons = register.persons.part
        there = np.flatnonzero(register.present & (persons != NOBODY))
        there = there[np.argsort(persons[there], kind="stable")]
        return cls(persons[there].astype(np.int64), register.log.rows.take(there))

    def at(self, person: int) -> Positions:
        """Returns the positions of a person's rows."""
        low, high = np.searchsorted(self.person, [person, person + 1])
        return np.arange(low, high)

    def person_of(self) -> dict[int, int]:
        """Returns the person of each attendance, by its id."""
        return dict(zip(self.rows.id.tolist(), self.person.tolist(), strict=True))


def find_pairs(index: IndexState, connection: Connection, secret: bytes) -> list[NearMatch]:
    """Returns the pairs of persons who may be one: near-matches, and those of which the counting rules say that they go
    to review. The likeliest come first. *secret* is that from which people's digests are made."""
    people = PersonRows.of(index)
    descriptions = _described(people, connection, secret)
    listed = (_less_likely_at_one_event(people, one) for one in near_matches(descriptions))
    found = {(one.person, one.other): one for one in listed if one.score >= PROPOSED}
    person_of = people.person_of()
    for pair in index.register.for_review():
        both = sorted((person_of[pair.attendance], person_of[pair.other]))
        found.setdefault((both[0], both[1]), _of_equal_names(descriptions, both[0], both[1]))
    return sorted(found.values(), key=lambda one: (-one.score, one.person, one.other))


def _of_equal_names(descriptions: Descriptions, person: int, other: int) -> NearMatch:
    """Returns a pair that the rules found: their names are equal, or they share an address."""
    ends = np.searchsorted(descriptions.person, [person, person + 1, other, other + 1])  # they are in order of persons
    pairs = list(product(range(ends[0], ends[1]), range(ends[2], ends[3])))
    levels = birth_levels(descriptions, *np.array(pairs).reshape(-1, 2).T) if pairs else [BirthLevel.BOTH_MISSING]
    birth = min(map(BirthLevel, levels), key=lambda level: (level is BirthLevel.DIFFERENT, level))
    score = CONTRADICTING if birth is BirthLevel.DIFFERENT else PROPOSED
    return NearMatch(person, other, score, 1.0, False, birth, CityLevel.SHARED)


def _described(people: PersonRows, connection: Connection, secret: bytes) -> Descriptions:
    rows = people.rows
    dates = Encoder(secret).dates_of(sorted({*rows.birth_year.tolist()} - {0}))
    known = {digest: day.year * 10_000 + day.month * 100 + day.day for digest, day in dates.items()}
    births = [
        known.get(birth, year * 10_000) if year else 0
        for birth, year in zip(rows.birth.tolist(), rows.birth_year.tolist(), strict=True)
    ]
    cities: dict[int, int] = {}
    for person, city in zip(people.person.tolist(), rows.city.tolist(), strict=True):
        cities[person] = cities.get(person, 0) | 1 << city % _MOST_CITIES
    stated = dict.fromkeys(zip(people.person.tolist(), rows.name.tolist(), births, strict=True))
    descriptions = [Description(person, name, birth, cities[person]) for person, name, birth in stated]
    return described(descriptions, read_name_forms(connection, rows.name.tolist()))


def _less_likely_at_one_event(people: PersonRows, match: NearMatch) -> NearMatch:
    listed = (_sheets(people, person) for person in (match.person, match.other))
    if frozenset.intersection(*listed):
        odds = AT_ONE_EVENT * match.score / max(1 - match.score, 1e-9)
        return match._replace(score=odds / (1 + odds))
    return match


def _sheets(people: PersonRows, person: int) -> frozenset[tuple[int, int]]:
    """Returns the events of a person, each with the upload that lists the person there."""
    some = people.at(person)
    return frozenset(zip(people.rows.event[some].tolist(), people.rows.upload[some].tolist(), strict=True))


def cities_of(index: IndexState, people: PersonRows, persons: Iterable[int]) -> frozenset[str]:
    """Returns the cities (codes) in which some persons were seen."""
    derived = index.calendar.derived
    return frozenset(
        derived[event].fact.city for person in persons for event in people.rows.event[people.at(person)].tolist()
    )
