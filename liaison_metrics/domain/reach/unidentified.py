"""People whom nobody identified: how the statements of several uploads about one event become one number.

A statement is a headcount, or an attendance without name, e-mail address and phone number. Within one upload the
statements of an event about the same kind of people add up; of several uploads the largest number holds, because an
upload that says the same again, or a longer version of it, brings no further people. Headcounts and attendances are
different kinds of statement and add up, as do people of different communities, groups, genders or years of birth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import EventFact, Int16s, Int64s
from liaison_metrics.domain.reach.ages import band_number


class PeopleKind(NamedTuple):
    """What a statement says about the people it is about; words are numbers of their codebooks, 0 is not stated."""

    listed: bool
    community: int
    group: int
    gender: int
    birth_year: int


Statements = Mapping[int, Counter[PeopleKind]]
"""What each upload states about one event: people of each kind."""


def people_by_kind(statements: Statements) -> dict[PeopleKind, int]:
    """Returns how many people of each kind were at an event: the largest number that an upload states."""
    largest: dict[PeopleKind, int] = {}
    for counts in statements.values():
        for kind, people in counts.items():
            largest[kind] = max(largest.get(kind, 0), people)
    return largest


@dataclass(frozen=True, slots=True)
class Unidentified:
    """Unidentified people as columns: at which event (its id), how many, and the numbers of their codes."""

    event: Int64s
    people: Int64s
    community: Int16s
    group: Int16s
    gender: Int16s
    age_band: Int16s

    @classmethod
    def of(cls, stated: Iterable[tuple[EventFact, Statements]]) -> Unidentified:
        """Returns the unidentified people of some events, as the uploads state them."""
        rows = [
            (event.id, people, kind.community, kind.group, kind.gender, band_number(kind.birth_year, event.date.year))
            for event, statements in stated
            for kind, people in people_by_kind(statements).items()
            if people
        ]
        columns = np.array(rows, dtype=np.int64).reshape(-1, len(fields(cls))).T
        return cls(columns[0], columns[1], *columns[2:].astype(np.int16))

    def __len__(self) -> int:
        return len(self.event)

    def numbers(self, dimension: str) -> Int16s:
        """Returns the people's numbers of a dimension of persons."""
        column: Int16s = getattr(self, dimension)
        return column

    def where(self, chosen: NDArray[np.bool_]) -> Unidentified:
        """Returns the people that are chosen."""
        return Unidentified(*(getattr(self, column.name)[chosen] for column in fields(self)))

    def followed_by(self, more: Unidentified) -> Unidentified:
        """Returns these people and others."""
        return Unidentified(*(np.concatenate((getattr(self, c.name), getattr(more, c.name))) for c in fields(self)))
