"""Which pairs of descriptions are compared at all. All pairs of 100,000 people would be 5,000 million."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.near_matches.descriptions import MOST_WORDS, Descriptions
from liaison_metrics.domain.near_matches.words import NearWords, Numbers, Places, expanded
from liaison_metrics.domain.people.groups import ordered

NEAR_ENOUGH = 3
"""Words that agree at least at this level make a candidate together with something else that agrees."""

FEW_PEOPLE = 20_000
FEW_PAIRS = 6_000_000
"""Up to so many descriptions, and so many pairs of them with a near word, all these are compared: some seconds. Beyond,
``_blocked`` chooses."""

RARE_WORD = 50
"""A word with at most this many bearers makes candidates by itself."""

RARE_DATE = 300
"""So does a birth date. More bear only dates that stand for "unknown", such as 1 January of a year."""

AT_A_TIME = 25_000
"""Descriptions that are compared with all others in one go: memory grows with them, time hardly falls."""

_DATE_KEYS = 3 * 1_000_000
Pairs = tuple[Numbers, Numbers]


def candidates(people: Descriptions, near: NearWords, new: NDArray[np.bool_] | None = None) -> tuple[Places, Places]:
    """Returns pairs of descriptions of different people that may be near, each once. With *new* only the pairs of a
    new description (first) and one that is not."""
    own = np.arange(len(people)) if new is None else np.flatnonzero(new)
    others = np.arange(len(people)) if new is None else np.flatnonzero(~new)
    parts = np.array_split(own, max(1, -(-len(own) // AT_A_TIME)))
    found = [_of_part(people, near, part, others, new is None) for part in parts]
    one, other = (np.concatenate([pairs[side] for pairs in found]) for side in (0, 1))
    return one, other


def _of_part(people: Descriptions, near: NearWords, own: Numbers, others: Numbers, once: bool) -> tuple[Places, Places]:
    """Returns the pairs of some descriptions and others in order. *once*: what is near is near both ways, so only pairs
    whose second place is behind the first."""
    found = []
    for left, right in _all_found(people, near, own, others):
        kept = people.person[left] != people.person[right]
        if once:
            kept &= left < right
        found.append(left[kept] * len(people) + right[kept])
    together = np.concatenate(found)
    found.clear()
    pairs = ordered(together)
    del together
    one: Places = (pairs // max(len(people), 1)).astype(np.int32)
    other: Places = (pairs % max(len(people), 1)).astype(np.int32)
    return one, other


def _all_found(people: Descriptions, near: NearWords, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    yield from _of_same_date(people, own, others)
    first, second = near.neighbours(NEAR_ENOUGH)
    bearers = people.bearers
    if len(people) <= FEW_PEOPLE and int((bearers[first] * bearers[second]).sum()) // 2 <= FEW_PAIRS:
        yield from _with_a_near_word(people, near, own, others)
    else:
        yield from _blocked(people, near, own, others)


def _of_same_date(people: Descriptions, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    left, right = own[people.dated[own]], others[people.dated[others]]
    _dates, which, count = np.unique(people.birth, return_inverse=True, return_counts=True)
    rare = count[which] <= RARE_DATE
    left, right = left[rare[left]], right[rare[right]]
    yield _joined(people.birth[left], left, people.birth[right], right)


def _with_a_near_word(people: Descriptions, near: NearWords, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    """Yields all pairs that have a near word in common."""
    left, word = _with_near_words(people, near, own)
    right, place = np.nonzero(people.name[others] >= 0)
    yield _joined(word, left, people.name[others[right], place], others[right])


def _blocked(people: Descriptions, near: NearWords, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    """Yields pairs with a near word and two parts of the date of birth, day and month in any order; pairs with an equal
    word and a near one; and pairs with a rare word."""
    yield from _with_word_and_date(people, near, own, others)
    yield from _with_two_words(people, near, own, others)
    rare = np.append(people.bearers <= RARE_WORD, False)
    columns = []
    for rows in (own, others):
        at, place = np.nonzero(rare[people.name[rows]])
        columns += [people.name[rows[at], place], rows[at]]
    yield _joined(*columns)


def _with_word_and_date(people: Descriptions, near: NearWords, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    left, word = _with_near_words(people, near, own[people.dated[own]])
    right, place = np.nonzero((people.name[others] >= 0) & people.dated[others][:, None])
    right_word, right = people.name[others[right], place], others[right]
    year, month, day = people.date_parts.T
    for kind, (one, two) in enumerate(((year, month), (year, day), (month, day))):
        right_key = right_word * _DATE_KEYS + kind * 1_000_000 + one[right] * 100 + two[right]
        order = np.argsort(right_key)
        swapped = ((year, day), (year, month), (day, month))[kind]
        for first, second in ((one, two), swapped):
            key = word * _DATE_KEYS + kind * 1_000_000 + first[left] * 100 + second[left]
            yield _joined(key, left, right_key[order], right[order], in_order=True)


def _with_two_words(people: Descriptions, near: NearWords, own: Numbers, others: Numbers) -> Iterator[Pairs]:
    """Yields pairs with one equal word and another that is near."""
    left, word, equal = [], [], []
    right, key = [], []
    for one in range(MOST_WORDS):
        for other in range(MOST_WORDS):
            if one == other:
                continue
            rows = own[(people.name[own, one] >= 0) & (people.name[own, other] >= 0)]
            at, near_word = _near_of(near, people.name[rows, other])
            left.append(rows[at])
            word.append(near_word)
            equal.append(people.name[rows[at], one])
            there = others[(people.name[others, one] >= 0) & (people.name[others, other] >= 0)]
            right.append(there)
            key.append(people.name[there, one] * near.count + people.name[there, other])
    left_key = np.concatenate(equal) * near.count + np.concatenate(word)
    yield _joined(left_key, np.concatenate(left), np.concatenate(key), np.concatenate(right))


def _with_near_words(people: Descriptions, near: NearWords, rows: Numbers) -> Pairs:
    """Returns descriptions and each word that is near one of theirs."""
    found = []
    for place in range(MOST_WORDS):
        some = rows[people.name[rows, place] >= 0]
        at, word = _near_of(near, people.name[some, place])
        found.append(some[at] * near.count + word)
    pairs = ordered(np.concatenate(found))
    return pairs // max(near.count, 1), pairs % max(near.count, 1)


def _near_of(near: NearWords, words: Numbers) -> Pairs:
    """Returns positions in *words* and each word that is near the word there."""
    first, second = near.neighbours(NEAR_ENOUGH)
    low, high = (np.searchsorted(first, words, side=side) for side in ("left", "right"))
    at, which = expanded(low, high - low)
    return which, second[at]


def _joined(left_key: Numbers, left: Numbers, right_key: Numbers, right: Numbers, *, in_order: bool = False) -> Pairs:
    """Returns the pairs of elements with equal keys; *in_order*: the right ones are sorted by their keys."""
    if not in_order:
        order = np.argsort(right_key)
        right_key, right = right_key[order], right[order]
    may_meet = np.flatnonzero(_MayHold.of(right_key).test(left_key))
    left_key, left = left_key[may_meet], left[may_meet]
    low, high = (np.searchsorted(right_key, left_key, side=side) for side in ("left", "right"))
    at, which = expanded(low, high - low)
    return left[which], right[at]


_SLOTS = 1 << 24
_SPREAD = np.int64(-7046029254386353131)  # odd and without pattern, so that neighbouring keys are spread


class _MayHold(NamedTuple):
    """A table that tells of most keys that a set does not hold them: much faster than looking them up."""

    slots: NDArray[np.bool_]

    @classmethod
    def of(cls, keys: Numbers) -> _MayHold:
        slots = np.zeros(_SLOTS, dtype=bool)
        slots[_slot(keys)] = True
        return cls(slots)

    def test(self, keys: Numbers) -> NDArray[np.bool_]:
        """Returns for each key whether the set may hold it."""
        return self.slots[_slot(keys)]


def _slot(keys: Numbers) -> Numbers:
    return (keys * _SPREAD) >> 20 & (_SLOTS - 1)
