"""Unnamed people behind a name, with their number in words ("Anna and two others")."""

from __future__ import annotations

import re
from functools import lru_cache

from liaison_metrics.sheets.words.lists import additional_words, alternatives, normal, number_words, tools

_OTHERS = re.compile(
    rf"^(.*?[^\W\d])\s+(?:{alternatives('accompanied_by')}|{alternatives('and', 'people')}|\+)\s+"
    r"((?:[^\W\d]+\s*){2,4})$",
    re.I,
)
_FEWEST_SPACES = 3
"""A first name and "and two others" have so many."""

_CODES = ("others", "plus")
"""Codes of words for further people."""


def others_in_words(text: str) -> tuple[str, int] | None:
    """Returns a name and the number in words of the unnamed people behind it, None if there are none."""
    return _others(text) if text.count(" ") >= _FEWEST_SPACES else None


@lru_cache(maxsize=10_000)
def _others(text: str) -> tuple[str, int] | None:
    found = _OTHERS.match(text)
    words = normal(found[2]).split() if found else []
    numbers = [number for word in words if (number := number_words().get(word, 0))]
    people = tools("accompanying_people") | {word for word, code in additional_words().items() if code in _CODES}
    return (found[1], numbers[0]) if found and len(numbers) == 1 and people.intersection(words) else None
