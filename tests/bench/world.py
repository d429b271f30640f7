"""A made-up project of any size, as facts: many sheets in five cities, each with columns of its own.

The same numbers always give the same world. No text of a person exists but the names that somebody asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from liaison_metrics.domain.facts import (
    AttendanceColumns,
    Codebooks,
    EventFact,
    Facts,
    HeadcountFact,
    NameForm,
)
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.domain.project import Project, VocabularyKind
from tests.made_up import mentions_of

SHARE_WITH_EMAIL, SHARE_WITH_PHONE = 0.6, 0.3
SHARE_LENT, ADDRESSES_LENT = 0.01, 400
SHARE_MISSPELT, SHARE_UNIDENTIFIED = 0.01, 0.01
_SYLLABLES = ("ma", "ri", "ro", "sel", "ben", "nu", "lat", "to", "an", "chi", "de", "gor", "pa", "vel", "lu", "kas")


@dataclass(frozen=True)
class World:
    """Facts, the codebooks that they are written in, and the names behind their digests."""

    facts: Facts
    codebooks: Codebooks
    _digests: np.ndarray  # of all names, then of the same names misspelt
    _encoder: Encoder

    def forms(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        """Returns the forms of names by their digests."""
        half = len(self._digests) // 2
        numbers = ((digest, self._numbers[digest]) for digest in names)
        return {d: self._encoder.name_form(_name(n % half, misspelt=n >= half)) for d, n in numbers}

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {digest: number for number, digest in enumerate(self._digests.tolist())}


def made_up(project: Project, attendances: int, people: int, events: int, seed: int = 1) -> World:
    """Returns a world of that size."""
    random = np.random.default_rng(seed)
    books = _codebooks(project)
    happened = _events(project, events, random)
    city_of_event = np.array([project.codes(VocabularyKind.CITY).index(event.city) for event in happened])
    home = random.integers(0, len(project.cities), people)

    event = random.integers(0, events, attendances)
    person = _visitors(event, city_of_event, home, people, random)
    event[:people] = _event_in(home, city_of_event, random)
    person[:people] = np.arange(people)
    order = np.argsort(event, kind="stable")
    event, person = event[order], person[order]

    names = max(1000, people // 2)
    digests = _digests(random, 2 * names)
    known = random.random(attendances) >= SHARE_UNIDENTIFIED
    name_of = random.integers(0, names, people)
    misspelt = random.random(attendances) < SHARE_MISSPELT
    states = {column: random.random(events) < share for column, share in (("email", 0.7), ("phone", 0.4))}
    birth_column = random.integers(0, 3, events)[event]  # 0: the date, 1: the year, 2: neither
    year = random.integers(1940, 2010, people).astype(np.int16)
    columns = AttendanceColumns(
        id=np.arange(1, attendances + 1),
        upload=event + 1,
        event=event + 1,
        row=np.arange(1, attendances + 1),
        name=np.where(known, digests[name_of[person] + names * misspelt], 0),
        email=np.where(known & states["email"][event], _addresses(random, people, SHARE_WITH_EMAIL)[person], 0),
        phone=np.where(known & states["phone"][event], _addresses(random, people, SHARE_WITH_PHONE)[person], 0),
        birth=np.where(known & (birth_column == 0), _digests(random, people)[person], 0),
        birth_year=np.where(birth_column < 2, year[person], 0).astype(np.int16),
        community=random.integers(0, len(books.community.codes), people).astype(np.int16)[person],
        group=random.integers(0, len(books.group.codes), people).astype(np.int16)[person],
        gender=random.integers(0, len(books.gender.codes), people).astype(np.int16)[person],
        companions=np.zeros(attendances, dtype=np.int16),
    )
    headcounts = [
        HeadcountFact(number + 1, number + 1, int(random.integers(5, 60)), community, 0, 0)
        for number in range(0, events, 10)
        for community in range(3)
    ]
    return World(
        Facts(columns, headcounts, happened, mentions_of(columns, headcounts)),
        books,
        digests,
        Encoder(b"of the made-up world"),
    )


def _codebooks(project: Project) -> Codebooks:
    books = Codebooks()
    for book, kind in (
        (books.community, VocabularyKind.COMMUNITY),
        (books.group, VocabularyKind.GROUP),
        (books.gender, VocabularyKind.GENDER),
    ):
        for code in project.codes(kind):
            book.number(code)
    return books


def _events(project: Project, events: int, random: np.random.Generator) -> list[EventFact]:
    days = random.integers(0, (project.end - project.start).days, events).tolist()
    activities = random.choice(project.codes(VocabularyKind.ACTIVITY), events).tolist()
    cities = random.choice(project.codes(VocabularyKind.CITY), events).tolist()
    return [
        EventFact(number, activity, city, _day(project.start, day), f"Event {number}")
        for number, activity, city, day in zip(range(1, events + 1), activities, cities, days, strict=True)
    ]


def _day(start: date, days: int) -> date:
    return start + timedelta(days=days)


def _visitors(
    event: np.ndarray, city: np.ndarray, home: np.ndarray, people: int, random: np.random.Generator
) -> np.ndarray:
    """Returns who comes to the events: of twenty people nineteen from their city."""
    residents = [np.flatnonzero(home == c) for c in range(city.max() + 1)]
    where = city[event]
    visitors = random.integers(0, people, len(event))
    for number, living in enumerate(residents):
        here = np.flatnonzero((where == number) & (random.random(len(event)) < 0.95))
        visitors[here] = living[random.integers(0, len(living), len(here))]
    return visitors


def _event_in(home: np.ndarray, city: np.ndarray, random: np.random.Generator) -> np.ndarray:
    found = np.zeros(len(home), dtype=np.int64)
    for number in range(home.max() + 1):
        there, here = np.flatnonzero(city == number), np.flatnonzero(home == number)
        found[here] = there[random.integers(0, len(there), len(here))]
    return found


def _addresses(random: np.random.Generator, people: int, share: float) -> np.ndarray:
    """Returns an address for a share of the people; some use one that an association lends to many."""
    own = np.where(random.random(people) < share, _digests(random, people), 0)
    lent = _digests(random, ADDRESSES_LENT)[random.integers(0, ADDRESSES_LENT, people)]
    return np.where(random.random(people) < SHARE_LENT, lent, own)


def _digests(random: np.random.Generator, count: int) -> np.ndarray:
    return random.integers(1, 2**63 - 1, count)


def _name(number: int, *, misspelt: bool) -> str:
    given, family = _word(number * 7 + 3), _word(number // 5 + 11)
    return f"{given} {family[:2]}{family[3:]}" if misspelt else f"{given} {family}"


def _word(number: int) -> str:
    return "".join(_SYLLABLES[number >> shift & 15] for shift in (0, 4, 8))
