"""Comparing two descriptions field by field: to which level words and birth dates agree."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.near_matches.descriptions import MOST_WORDS, NO_WORD, Descriptions
from liaison_metrics.domain.near_matches.words import NO_LEVEL, NearWords, Numbers, Places

Levels = NDArray[np.int8]
NOTHING = -1
"""The level where there is nothing to compare."""


class BirthLevel(IntEnum):
    """How far two dates of birth agree. One slip is a wrong digit, or two neighbouring digits swapped."""

    EQUAL = 0
    ONE_SLIP = 1
    TWO_PARTS = 2
    TWO_SLIPS = 3
    DIFFERENT = 4
    SAME_YEAR = 5
    ONE_MISSING = 6
    BOTH_MISSING = 7


BIRTH_LEVELS = len(BirthLevel)


class CityLevel(IntEnum):
    """Whether two people were in one city."""

    SHARED = 0
    DIFFERENT = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs of descriptions, by position (``left``, ``right``), and to which level each field agrees.

    ``words`` are the levels of up to four pairs of words, ``NOTHING`` where one name has no more; ``ours`` and
    ``theirs`` are these words, ``alike`` their similarities. ``surplus`` says whether one name has more words, ``born``
    is the birth that the left one states.
    """

    left: Places
    right: Places
    words: Levels
    ours: Places
    theirs: Places
    alike: NDArray[np.float32]
    surplus: NDArray[np.bool_]
    birth: Levels
    born: Places
    city: Levels

    def __len__(self) -> int:
        return len(self.left)

    def at(self, positions: NDArray[np.integer] | NDArray[np.bool_]) -> Comparison:
        """Returns the pairs at these positions."""
        return Comparison(*(getattr(self, column.name)[positions] for column in fields(self)))

    @classmethod
    def joined(cls, parts: list[Comparison]) -> Comparison:
        """Returns several comparisons as one."""
        return cls(*(np.concatenate([getattr(part, column.name) for part in parts]) for column in fields(cls)))


def compare(people: Descriptions, near: NearWords, left: Places, right: Places) -> Comparison:
    """Returns the comparison of pairs of descriptions."""
    ours, theirs, words, alike = _aligned(people, near, left, right)
    counts = (people.name >= 0).sum(axis=1)
    surplus = (counts[left] != counts[right]) & (counts[left] > 0) & (counts[right] > 0)
    shared = (people.cities[left] & people.cities[right]) != 0
    unknown = (people.cities[left] == 0) | (people.cities[right] == 0)
    city = np.where(unknown, NOTHING, np.where(shared, CityLevel.SHARED, CityLevel.DIFFERENT)).astype(np.int8)
    birth = birth_levels(people, left, right)
    return Comparison(
        left, right, words, ours, theirs, alike, surplus, birth, people.birth[left].astype(np.int32), city
    )


def _aligned(
    people: Descriptions, near: NearWords, left: Places, right: Places
) -> tuple[Places, Places, Levels, NDArray[np.float32]]:
    """Returns which words of two names stand for each other, their levels and similarities. The order of a name's words
    tells nothing: given and family names are often swapped."""
    count = len(left)
    one, other = people.name[left], people.name[right]
    level = np.full((count, MOST_WORDS, MOST_WORDS), NO_LEVEL, dtype=np.int8)
    alike = np.full((count, MOST_WORDS, MOST_WORDS), -1, dtype=np.float32)
    for i in range(MOST_WORDS):
        for j in range(MOST_WORDS):
            both = np.flatnonzero((one[:, i] >= 0) & (other[:, j] >= 0))
            level[both, i, j], alike[both, i, j] = near.levels(one[both, i], other[both, j])
    ours = np.full((count, MOST_WORDS), NO_WORD, dtype=np.int32)
    theirs, words = ours.copy(), np.full((count, MOST_WORDS), NOTHING, dtype=np.int8)
    similar = np.zeros((count, MOST_WORDS), dtype=np.float32)
    straight_is_best = _straight_is_best(alike)
    every = np.arange(count)
    for place in range(MOST_WORDS):
        best = alike.reshape(count, MOST_WORDS**2).argmax(axis=1)
        # Two pairs of words: the better sum, not the best pair first.
        if place == 0:
            best = np.where(straight_is_best == 1, 0, np.where(straight_is_best == 0, 1, best))
        i, j = best // MOST_WORDS, best % MOST_WORDS
        there = np.flatnonzero(alike[every, i, j] >= 0)
        if not len(there):
            break
        i, j = i[there], j[there]
        ours[there, place], theirs[there, place] = one[there, i], other[there, j]
        words[there, place], similar[there, place] = level[there, i, j], alike[there, i, j]
        alike[there, i, :] = -1
        alike[there, :, j] = -1
    return ours, theirs, words, similar


def _straight_is_best(alike: NDArray[np.float32]) -> NDArray[np.int8]:
    """Returns for names of two words each whether they agree better in the same order (1) than swapped (0), and -1 for
    all others."""
    two = (alike[:, 1, 1] >= 0) & (alike[:, 2, 0] < 0) & (alike[:, 0, 2] < 0)
    straight = alike[:, 0, 0] + alike[:, 1, 1] >= alike[:, 0, 1] + alike[:, 1, 0]
    return np.where(two, straight, -1).astype(np.int8)


def birth_levels(people: Descriptions, left: Numbers | Places, right: Numbers | Places) -> Levels:
    """Returns how far the dates of birth of pairs of descriptions agree."""
    one, other = people.date_parts[left], people.date_parts[right]
    digits, others = _digits(people.birth[left]), _digits(people.birth[right])
    unequal = digits != others
    wrong = unequal.sum(axis=1)
    neighbours = unequal[:, :-1] & unequal[:, 1:]
    crossed = (digits[:, :-1] == others[:, 1:]) & (digits[:, 1:] == others[:, :-1])
    turned = (wrong == 2) & (neighbours & crossed).any(axis=1)
    swapped = (one[:, 0] == other[:, 0]) & (one[:, 1] == other[:, 2]) & (one[:, 2] == other[:, 1])
    same_year = one[:, 0] == other[:, 0]
    level = np.full(len(left), BirthLevel.DIFFERENT, dtype=np.int8)
    level[(wrong == 2) | ((wrong == 3) & same_year)] = BirthLevel.TWO_SLIPS
    level[(one == other).sum(axis=1) == 2] = BirthLevel.TWO_PARTS
    level[(wrong == 1) | turned | swapped] = BirthLevel.ONE_SLIP
    level[wrong == 0] = BirthLevel.EQUAL
    year_alone = ~(people.dated[left] & people.dated[right])
    level[year_alone] = BirthLevel.DIFFERENT
    level[year_alone & same_year] = BirthLevel.SAME_YEAR
    unknown = (people.birth[left] == 0).astype(int) + (people.birth[right] == 0)
    level[unknown == 1] = BirthLevel.ONE_MISSING
    level[unknown == 2] = BirthLevel.BOTH_MISSING
    return level


def _digits(births: Numbers) -> NDArray[np.int64]:
    return births[:, None] // 10 ** np.arange(7, -1, -1) % 10
