"""Lines that say of a total how many of its people are listed and how many came beside them ("9 in all: 7 on the list,
2 walk-ins"): two numbers that make the third, of which one is the list."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import normal, people_words, tools, values

_NUMBERS = 3
_SHORTEST_WORD = 3
"""Shorter words are marks of absence in a cell, and something else in a line."""

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,4}(?![\w%€]|[.,:/-]\d)")
_ANY_NUMBER = re.compile(r"\d+")


def total_of_line(cells: Sequence[Cell], listed: Collection[int]) -> int:
    """Returns the total of a line that divides it into the people *listed* who count and others, 0 if it says nothing
    of the kind, or that the others did not come or are of the team."""
    text = " ".join(text for value in cells if (text := text_of(value)))
    numbers = [int(one) for one in _NUMBER.findall(text)]
    if len(numbers) != _NUMBERS or len(_ANY_NUMBER.findall(text)) != _NUMBERS or find_dates(text):
        return 0
    *parts, whole = sorted(numbers)
    if sum(parts) != whole or whole in listed or min(listed, default=0) not in parts or min(parts) == 0:
        return 0
    words = set(normal(text).split())
    named = words & (values("total") | people_words("people") | tools("sums") | people_words("total"))
    return whole if named and not speaks_of_others(text) else 0


def speaks_of_others(text: str) -> bool:
    """Returns whether words are of people who did not come, or of the team."""
    words = {word for word in normal(text).split() if len(word) >= _SHORTEST_WORD} - tools("registered") - tools("not")
    return bool(words & (values("absent") | values("staff") | tools("cancelled") | tools("team")))
