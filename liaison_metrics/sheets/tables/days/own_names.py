"""Signatures and initials beside or below the name of the person who wrote them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.lists import normal

_INITIALS = re.compile(r"[^\W\d_]{1,3}(?:[. ]{1,2}[^\W\d_]{1,3})*\.?")
_MOST_INITIALS = 5
"""Longer texts are words."""

_LONGEST_SIGN = 3
"""A longer word of a name stands for it."""


class NamesInRow:
    """The words beside the days of a row, looked at once however many days it has."""

    def __init__(self, beside: Sequence[Cell]) -> None:
        self._beside = beside

    @cached_property
    def _words(self) -> list[str]:
        return [word for value in self._beside if isinstance(value, str) for word in normal(value).split()]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    def have_initials(self, text: str) -> bool:
        """Returns whether a text abbreviates the name in the row: its words begin words of the name, or its letters
        stand in the name in that order, the first one at the beginning of a word."""
        parts = normal(text).split()
        letters = "".join(parts)
        if letters and all(map(self._begins_word, parts)):
            return True
        if not 1 < len(letters) <= _MOST_INITIALS or not _INITIALS.fullmatch(text):
            return False
        name = " ".join(self._words)
        around, start = f"{name} {name}", 0
        for word in self._words:
            if word[0] == letters[0] and _stand_in(letters, around, start, start + len(name)):
                return True
            start += len(word) + 1
        return False

    def hold(self, words: Sequence[str]) -> bool:
        """Returns whether all words, in normal form, stand beside the days."""
        return set(words) <= set(self._words)

    def sign(self, text: str) -> bool:
        """Returns whether a text under a word for signing is of the name in the row: its initials, or one of its words
        in full."""
        return self.have_initials(text) or any(
            len(word) > _LONGEST_SIGN and word in self._words for word in normal(text).split()
        )

    def _begins_word(self, part: str) -> bool:
        at = bisect_left(self._sorted, part)
        return at < len(self._sorted) and self._sorted[at].startswith(part)


def _stand_in(letters: str, name: str, start: int, end: int) -> bool:
    for letter in letters:
        start = name.find(letter, start, end) + 1
        if not start:
            return False
    return True
