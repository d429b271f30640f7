"""Names of months and of days of the week, also shortened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import month_words, normal, weekday_words

_SHORTEST, _SHORTEST_DAY = 3, 2
"""The beginning of a month, and of a day of the week, has at least so many letters ("Jan", "Tu")."""


@lru_cache(maxsize=5_000)
def month_of(name: str) -> int:
    """Returns the number of a month by its name or at least its first three letters; 0 if unknown."""
    form = normal(name)
    return month_words().get(form, 0) or _months().get(form, 0)


@lru_cache(maxsize=5_000)
def weekday_of(name: str) -> int:
    """Returns the number of a day of the week (Monday is 1) by its name or at least its first three letters, 0 if
    unknown."""
    form = normal(name)
    return weekday_words().get(form, 0) or (_weekdays().get(form, 0) if len(form) >= _SHORTEST else 0)


@lru_cache(maxsize=5_000)
def weekday_in_header(name: str) -> int:
    """Returns the same by two letters, too ("Ti 4"): other words are as short, but not where days are expected."""
    return weekday_of(name) or _weekdays().get(normal(name), 0)


@cache
def _months() -> dict[str, int]:
    return _beginnings(month_words(), _SHORTEST)


@cache
def _weekdays() -> dict[str, int]:
    return _beginnings(weekday_words(), _SHORTEST_DAY)


def _beginnings(words: Mapping[str, int], shortest: int) -> dict[str, int]:
    """Returns the numbers of words by each beginning of so many letters or more that only words of one number have."""
    found: dict[str, set[int]] = {}
    for word, number in words.items():
        for end in range(shortest, len(word) + 1):
            found.setdefault(word[:end], set()).add(number)
    return {beginning: numbers.pop() for beginning, numbers in found.items() if len(numbers) == 1}
