"""Made-up people who are recorded twice, the second time with the slips that sheets have."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from liaison_metrics.domain.near_matches.describing import Description, described
from liaison_metrics.domain.near_matches.descriptions import Descriptions
from liaison_metrics.domain.people.encoding import Encoder

ENCODER = Encoder(b"a secret for tests only")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Written:
    """What a sheet states of a person: names, and the birth date as eight digits ("" where it says nothing)."""

    given: str
    family: str
    birth: str


def misspelt(word: str, chance: random.Random) -> str:
    """A word with one slip: a letter left out, added or wrong, or two neighbours swapped."""
    at = chance.randrange(max(len(word) - 1, 1))
    letter = chance.choice(_LETTERS)
    return chance.choice([
        word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    ])  # fmt: skip


def _wrong_digit(birth: str, chance: random.Random) -> str:
    at = chance.choice([3, 5, 7])
    return birth[:at] + chance.choice("0123456789") + birth[at + 1 :]


SLIPS: dict[str, Callable[[Written, random.Random], Written]] = {
    "slip in the family name": lambda one, chance: replace(one, family=misspelt(one.family, chance)),
    "slip in the given name": lambda one, chance: replace(one, given=misspelt(one.given, chance)),
    "wrong digit in the date": lambda one, chance: replace(one, birth=_wrong_digit(one.birth, chance)),
    "day and month swapped": lambda one, _: replace(one, birth=one.birth[:4] + one.birth[6:] + one.birth[4:6]),
    "names swapped, one slip": lambda one, c: Written(misspelt(one.family, c), one.given, one.birth),
    "given name missing": lambda one, _: replace(one, given=""),
    "birth date missing, one slip": lambda one, c: Written(one.given, misspelt(one.family, c), ""),
}
"""Kinds of slip, by name."""


def people(count: int, given: Sequence[str], family: Sequence[str], seed: int) -> list[Written]:
    """So many people with names from two lists and dates of eighty years."""
    chance = random.Random(seed)
    days = [date.fromordinal(chance.randrange(date(1925, 1, 1).toordinal(), date(2005, 1, 1).toordinal()))
            for _ in range(count)]  # fmt: skip
    return [Written(chance.choice(given), chance.choice(family), f"{day:%Y%m%d}") for day in days]


_AS_OFTEN = (16, 15, 2, 2, 4, 4, 3)


def again(one: Written, chance: random.Random) -> Written:
    """The same person with as many slips as in FEBRL4 and of each kind as often: in four of ten records none, in one of
    ten three; most in one name, few in the date, and seldom is something missing."""
    for _slip in range(chance.choice((0, 0, 0, 0, 1, 1, 1, 2, 2, 3))):
        if not (one.given and one.birth):
            return replace(one, family=misspelt(one.family, chance))
        [slip] = chance.choices([*SLIPS.values()], _AS_OFTEN)
        one = slip(one, chance)
    return one


def descriptions(written: Sequence[Written]) -> Descriptions:
    """The people as the store keeps them, one person a row; people with no name at all are left out."""
    names = [f"{one.given} {one.family}".strip() for one in written]
    digests = [who.name for who in (ENCODER.identity(name, None, None, None, None, "IT") for name in names)]
    forms = {digest: ENCODER.name_form(name) for digest, name in dict(zip(digests, names, strict=True)).items()}
    births = [int(one.birth or 0) for one in written]
    rows = [Description(at, digest, birth) for at, (digest, birth) in enumerate(zip(digests, births, strict=True))]
    return described(rows, forms)


@dataclass(frozen=True)
class Quality:
    """How well pairs were found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.recall else 0.0

    @classmethod
    def of(cls, found: set[tuple[int, int]], true: set[tuple[int, int]]) -> Quality:
        """The quality of pairs, each with the smaller number first."""
        right = len(found & true)
        return cls(right / max(len(found), 1), right / max(len(true), 1))


def is_new(people: Descriptions, first: int) -> np.ndarray:
    """Marks the descriptions of the people from a number on."""
    return people.person >= first
