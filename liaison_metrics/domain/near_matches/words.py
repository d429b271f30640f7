"""Words of names as sets of letter pairs, and which words are near each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Places = NDArray[np.int32]
"""Positions and numbers of words where there are millions of them: half the memory."""

WORD_LEVELS = (0.9999, 0.68, 0.56, 0.46, 0.36)
"""Similarity (Dice's coefficient of ``NameForm.letter_pairs``) from which on two words agree at level 0, 1, …: the same
word, mostly one slip in a long word, in a short word, mostly two slips, and what else a misspelt word or another
alphabet leaves. Below the last they do not agree."""

NO_LEVEL = len(WORD_LEVELS)
"""The level of words that do not agree."""

_CELLS = 1 << 23
"""How many pairs of words to count at a time: 64 MB."""


@dataclass(frozen=True, slots=True)
class NearWords:
    """Pairs of near words, both ways and each word with itself, sorted by ``key``; a word is known by its number.

    ``key`` is first word × number of words + second word; ``similarity`` is 1 for the same word.
    """

    count: int
    key: Numbers
    similarity: NDArray[np.float32]
    level: NDArray[np.int8]

    def levels(self, first: Numbers, second: Numbers) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """Returns the level and the similarity of pairs of words; a negative number is no word."""
        level = np.full(len(first), NO_LEVEL, dtype=np.int8)
        similarity = np.zeros(len(first), dtype=np.float32)
        wanted = np.where((first >= 0) & (second >= 0), first * self.count + second, -1)
        at = np.searchsorted(self.key, wanted)
        at[at == len(self.key)] = 0
        found = np.flatnonzero(self.key[at] == wanted) if len(self.key) else at[:0]
        level[found], similarity[found] = self.level[at[found]], self.similarity[at[found]]
        return level, similarity

    def neighbours(self, level: int) -> tuple[Numbers, Numbers]:
        """Returns the pairs of words that agree at least at a level, sorted by the first."""
        near = self.key[self.level <= level]
        return near // max(self.count, 1), near % max(self.count, 1)


@dataclass(frozen=True)
class Words:
    """Different words: their letter pairs one after another (``pairs``, sorted within a word), and where each word's
    begin (``starts``, one more than there are words). A word without letter pairs is near itself alone."""

    pairs: Numbers
    starts: Numbers

    @classmethod
    def of(cls, words: Iterable[Collection[int]]) -> Words:
        """Returns words, each given by its different letter pairs."""
        listed = [sorted(word) for word in words]
        sizes = np.array([len(word) for word in listed], dtype=np.int64)
        pairs = np.array([pair for word in listed for pair in word], dtype=np.int64)
        return cls(pairs, np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes))))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def sizes(self) -> Numbers:
        """How many letter pairs each word has."""
        return np.diff(self.starts)

    def near(self, wanted: Numbers | None = None) -> NearWords:
        """Returns the pairs of near words. With *wanted* only those of which the first is among these words."""
        first = np.arange(len(self), dtype=np.int64) if wanted is None else np.unique(wanted)
        lefts, rights, similar = [first], [first], [np.ones(len(first), dtype=np.float32)]
        if len(self.pairs):
            for left, right, similarity in self._blocks(first, later_alone=wanted is None):
                lefts.append(left)
                rights.append(right)
                similar.append(similarity)
                if wanted is None:
                    lefts.append(right)
                    rights.append(left)
                    similar.append(similarity)
        key = np.concatenate(lefts) * len(self) + np.concatenate(rights)
        similarity = np.concatenate(similar)
        order = np.argsort(key, kind="stable")
        level = np.searchsorted(-np.array(WORD_LEVELS), -similarity[order], side="left").astype(np.int8)
        return NearWords(len(self), key[order], similarity[order], level)

    def _blocks(self, first: Numbers, *, later_alone: bool) -> Iterable[tuple[Numbers, Numbers, NDArray[np.float32]]]:
        """Yields pairs of different near words; with *later_alone* each pair once. How many letter pairs two words
        share is counted by going through the words of each letter pair."""
        word = np.repeat(np.arange(len(self)), self.sizes)
        entries = np.sort(self.pairs * len(self) + word)
        words, shortest = entries % len(self), int(self.sizes[self.sizes > 0].min())
        at_a_time = max(_CELLS // len(self), 1)
        for start in range(0, len(first), at_a_time):
            some = first[start : start + at_a_time]
            inside, which = expanded(self.starts[some], self.sizes[some])
            base = self.pairs[inside] * len(self)
            low = np.searchsorted(entries, base + (some[0] if later_alone else 0))
            at, entry = expanded(low, np.searchsorted(entries, base + len(self)) - low)
            cells = np.bincount(which[entry] * len(self) + words[at], minlength=len(some) * len(self))
            least = np.ceil(WORD_LEVELS[-1] / 2 * (self.sizes[some] + shortest)).astype(np.int64)
            place, other = np.nonzero(cells.reshape(len(some), -1) >= np.maximum(least, 1)[:, None])
            one, shared = some[place], cells[place * len(self) + other]
            similarity = (2 * shared / (self.sizes[one] + self.sizes[other])).astype(np.float32)
            near = (similarity >= WORD_LEVELS[-1]) & ((one < other) if later_alone else (one != other))
            yield one[near], other[near], similarity[near]


def expanded(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """Returns the positions of ranges, one range after another, and the number of the range of each."""
    which = np.repeat(np.arange(len(starts)), sizes)
    before = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.arange(len(which)) - before + starts[which], which
