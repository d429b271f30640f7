"""People whom nobody identified: how the statements of several uploads about one event become one number.

A statement is a headcount, or an attendance without name, e-mail address and phone number. Within one upload the
statements of an event about the same kind of people add up; of several uploads the largest number holds, because an
upload that says the same again, or a longer version of it, brings no further people. Headcounts and attendances are
different kinds of statement and add up, as do people of different communities, groups, genders or years of birth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from liaison_metrics.facts import EventFact


class Kind(NamedTuple):
    """What a statement says about the people it is about; words are numbers of their codebooks, 0 is not stated."""

    listed: bool
    community: int
    group: int
    gender: int
    birth_year: int


Statements = Mapping[int, Counter[Kind]]
"""What each upload states about one event: people of each kind."""


@dataclass(frozen=True, slots=True)
class Cell:
    """People at one event whom nobody identified and who have the same codes."""

    event: EventFact
    people: int
    community: str
    group: str
    gender: str
    age_band: str


def people_by_kind(statements: Statements) -> dict[Kind, int]:
    """Returns how many people of each kind were at an event: the largest number that an upload states."""
    largest: dict[Kind, int] = {}
    for counts in statements.values():
        for kind, people in counts.items():
            largest[kind] = max(largest.get(kind, 0), people)
    return largest
