"""Words that mark a number as a part of another one ("of whom women")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from liaison_metrics.sheets.words.lists import normal, tools


@lru_cache(maxsize=10_000)
def without_of_whom(text: str) -> str:
    """Returns a label or header without the words that mark it as a part ("of whom women")."""
    words = text.split()
    return " ".join(words[length_of_whom(words[:-1]) :])  # alone, these words mark nothing


@lru_cache(maxsize=10_000)
def is_part(text: str) -> bool:
    """Returns whether a label or header marks its people as a part of others ("of whom women")."""
    return length_of_whom(text.split()[:-1]) > 0


def length_of_whom(words: Sequence[str]) -> int:
    """Returns how many of the first words mark a part ("of whom"), 0 if they don't."""
    lengths = range(min(3, len(words)), 0, -1)
    return next((length for length in lengths if normal(" ".join(words[:length])) in tools("of_whom")), 0)
