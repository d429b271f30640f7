"""What the sheets of a partner hold of a quarter: who was at which event, and how many people nobody identified.

An accepted statement keeps it, encrypted: keyed digests of what rows state, never a name. So later changes can be told
person by person, whatever became of the uploads. A row is known by its number, and by any digest that it shares with
another row of the same event: the sheet may have been corrected and uploaded again.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

import numpy as np

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.attendances import pseudonym
from liaison_metrics.domain.people.resolution import NOBODY
from liaison_metrics.domain.project import Project

IDENTIFIERS = ("name", "email", "phone")
"""The columns of digests by which a row is known again. A birth date alone is no person's."""

NAME = "name "
"""How the digest of a name begins."""

Place = tuple[str, str, date]
"""Activity and city (codes) and day of an event. Its title may be corrected without anybody coming or going."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row about an identified person: its number, digests (each begins with what it is of: "email …") and upload, and
    the person's pseudonym ("" where it is not known any more)."""

    number: int
    digests: frozenset[str]
    upload: int
    person: str = ""

    def is_same(self, other: HeldRow) -> bool:
        """Returns whether two rows of one event are about the same person: what they have in common is an address or a
        telephone number, or a name while neither address nor number tells them apart."""
        if self.number == other.number:
            return True
        common = self.digests & other.digests
        if any(not one.startswith(NAME) for one in common):
            return True
        kinds = ({one.partition(" ")[0] for one in row.digests if not one.startswith(NAME)} for row in (self, other))
        return bool(common) and not set.intersection(*kinds)


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """The rows of an event, and how many people of it nobody identified."""

    rows: tuple[HeldRow, ...]
    unidentified: int


Holdings = Mapping[Place, HeldEvent]


def holdings(index: IndexState, project: Project, partner: str, period: Quarter, secret: bytes) -> Holdings:
    """Returns what sheets hold now of a quarter in the cities of a partner (code). *secret* is the key of people's
    digests."""
    cities = {city.code for city in project.cities if city.partner == partner}
    calendar, places = index.calendar, dict[int, Place]()
    for number, derived in calendar.derived.items():
        fact = derived.fact
        if fact.city in cities and period.first <= fact.date <= period.last and calendar.is_stated(number):
            places[number] = (fact.activity, fact.city, fact.date)
    rows, unidentified = defaultdict[Place, list[HeldRow]](list), Counter[Place]()
    persons: set[tuple[int, str]] = set()
    for event, row in _rows(index, places, secret):
        rows[places[event]].append(row)
        persons.add((event, row.person))
    identified = Counter(event for event, _person in persons)
    for event, place in places.items():
        unidentified[place] += index.count_of(event).people - identified[event]
    return {place: HeldEvent(tuple(rows[place]), unidentified[place]) for place in sorted(set(places.values()))}


def _rows(index: IndexState, events: Collection[int], secret: bytes) -> Iterator[tuple[int, HeldRow]]:
    """Yields the rows about identified people of some events, each with its event."""
    log, persons, calendar = index.register.log.rows, index.register.persons.part, index.calendar
    sources = [source for event in events for source in calendar.derived[event].sources]
    own = np.isin(log.source, np.array(sources, dtype=np.int64)) & index.register.present & (persons != NOBODY)
    at = np.flatnonzero(own)
    columns = [getattr(log, name)[at].tolist() for name in IDENTIFIERS]
    first = index.first_ids[persons[at]].tolist()
    numbers = (column[at].tolist() for column in (log.source, log.id, log.upload))
    for source, number, upload, person, *digests in zip(*numbers, first, *columns, strict=True):
        known = identity_digests(secret, dict(zip(IDENTIFIERS, digests, strict=True)))
        yield calendar.event_of[source], HeldRow(number, known, upload, pseudonym(person))


def _digest(secret: bytes, kind: str, value: int) -> str:
    """Returns a digest of a digest: what is kept leads to nobody without the key of the store."""
    text = blake2b(f"{value}".encode(), digest_size=8, key=secret[:64], person=b"statement").hexdigest()
    return f"{kind} {text}"


def identity_digests(secret: bytes, values: Mapping[str, int]) -> frozenset[str]:
    """Returns the digests of what a row states, by identifier (0: not stated)."""
    return frozenset(_digest(secret, kind, value) for kind, value in values.items() if kind in IDENTIFIERS and value)


def as_text(held: Holdings) -> str:
    """Returns holdings as text, to be encrypted."""
    return json.dumps([
        [activity, city, day.isoformat(), event.unidentified,
         [[row.number, sorted(row.digests), row.upload] for row in event.rows]]
        for (activity, city, day), event in held.items()
    ])  # fmt: skip


def from_text(text: str) -> Holdings:
    """Returns the holdings of a text. Who was who then is not kept."""
    return {
        (activity, city, date.fromisoformat(day)): HeldEvent(
            tuple(HeldRow(number, frozenset(digests), upload) for number, digests, upload in rows), unidentified
        )
        for activity, city, day, unidentified, rows in json.loads(text)
    }


def without_digests(held: Holdings, numbers: Collection[int], digests: Collection[str]) -> Holdings:
    """Returns holdings without the digests of some rows, and without some digests: of a person who is forgotten."""
    gone = frozenset(digests)

    def forgotten(row: HeldRow) -> HeldRow:
        return replace(row, digests=frozenset() if row.number in numbers else row.digests - gone)

    return {place: replace(event, rows=tuple(map(forgotten, event.rows))) for place, event in held.items()}
