"""Finds the known words that a misspelt one may be, without comparing it with all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np
from rapidfuzz.distance import OSA

_BITS = 64

SHORTEST_PART = 4
"""Letters from which a part of a word, or a word of a phrase, tells what it may mean: "Bangla", "Conference"."""


class SimilarWords:
    """Known words, indexed by their length and by the letters they have."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words, key=len)
        self._lengths = list(map(len, self._words))
        self._letters = np.array(list(map(_letters_of, self._words)), dtype=np.uint64)

    def within(self, form: str, slips: int) -> dict[str, int]:
        """Returns the words at most so many slips away from a text in normal form, with the number of slips."""
        first = bisect_left(self._lengths, len(form) - slips)
        last = bisect_right(self._lengths, len(form) + slips)
        # A slip adds a letter, takes one away, or does both: more different letters are more slips.
        differing = np.bitwise_count(self._letters[first:last] ^ np.uint64(_letters_of(form)))
        near = (self._words[first + at] for at in np.flatnonzero(differing <= 2 * slips).tolist())
        found = ((word, OSA.distance(form, word, score_cutoff=slips)) for word in near)
        return {word: distance for word, distance in found if distance <= slips}


class AlikeWords:
    """Known words and phrases in their order, indexed by their beginnings and by their parts."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)
        self._by_beginning: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if len(word) >= SHORTEST_PART:
                self._by_beginning.setdefault(word[:SHORTEST_PART], []).append(at)
            for part in word.split():
                self._by_part.setdefault(part, []).append(at)

    def to(self, form: str, parts: Iterable[str]) -> list[str]:
        """Returns the words that begin a text in normal form or begin with it, by at least ``SHORTEST_PART`` letters,
        and those that have one of some *parts*."""
        near = self._by_beginning.get(form[:SHORTEST_PART], ()) if len(form) >= SHORTEST_PART else ()
        found = {at for at in near if self.words[at].startswith(form) or form.startswith(self.words[at])}
        found.update(at for part in parts for at in self._by_part.get(part, ()))
        return [self.words[at] for at in sorted(found)]


def slips_in(word: str, form: str) -> int:
    """Returns how many typos a word may have: one, or two in a long word with the right first letter."""
    return 2 if min(len(word), len(form)) >= 9 and word[0] == form[0] else 1


def _letters_of(word: str) -> int:
    """Returns a number with a bit for each letter of a word. Letters may share a bit."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % _BITS)
    return bits
