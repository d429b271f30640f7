"""Listed rows without name, e-mail address and phone number: how many of them are people of their own.

They may be people whom another file of the event names: of each file those count that exceed the people named only in
other files, and the largest of these numbers holds (counting.md, "Headcounts").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from liaison_metrics.domain.events.statements import PeopleKind


@dataclass(frozen=True, slots=True)
class AnonymousRows:
    """The rows without identifier of one event in one file, and the people whom these rows brought along."""

    rows: Counter[PeopleKind] = field(default_factory=Counter)
    companions: Counter[PeopleKind] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class CountedRows:
    """The rows without identifier that count at an event: those of one upload, so many of each kind."""

    upload: int = 0
    rows: Counter[PeopleKind] = field(default_factory=Counter)
    companions: Counter[PeopleKind] = field(default_factory=Counter)


NO_ROWS = CountedRows()


def counted_rows(by_upload: Mapping[int, AnonymousRows], elsewhere: Mapping[int, Counter[int]]) -> CountedRows:
    """Returns the rows that count. *elsewhere* has, by upload, the communities of the people named only in others."""
    found = [
        CountedRows(upload, _beyond(stated.rows, elsewhere.get(upload)), stated.companions)
        for upload, stated in by_upload.items()
    ]
    return max(found, key=_rank, default=NO_ROWS) if len(found) != 1 else found[0]


def _beyond(rows: Counter[PeopleKind], elsewhere: Counter[int] | None) -> Counter[PeopleKind]:
    """Returns the rows left after those that may be named elsewhere: first those of the same communities, then those
    that state least."""
    if not elsewhere:
        return rows
    left, named = rows.copy(), elsewhere.copy()
    for kind in sorted(rows):
        same = min(left[kind], named[kind.community]) if kind.community else 0
        left[kind] -= same
        named[kind.community] -= same
    others = named.total()
    for kind in sorted(rows, key=lambda kind: (bool(kind.community), sum(map(bool, kind)), kind)):
        gone = min(left[kind], others)
        left[kind] -= gone
        others -= gone
    return +left


def _rank(found: CountedRows) -> tuple[int, int, list[tuple[PeopleKind, int]], list[tuple[PeopleKind, int]]]:
    """Orders files by the people whom their rows add, then by what they state, never by when they came."""
    people = found.rows + found.companions
    stated = sum(sum(map(bool, kind)) * number for kind, number in people.items())
    return people.total(), stated, sorted(found.rows.items()), sorted(found.companions.items())
