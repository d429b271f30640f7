"""Headers that are only numbers: the lessons of a course, or the days of a month, over marks beside people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.presence import says_absent, says_present

_NUMBERED = re.compile(r"([^\W\d]{0,12})[\s.]{0,2}(\d{1,2})(?:\.0*)?")
"""A number, also with a word before it ("L1", "Lez. 2", "Treffen 3")."""

_FEWEST = 2
_LAST_NUMBER = 60
_ROWS_BELOW = 60
"""Rows that show what stands under a header."""

_LONGEST_MARK = 3


def numbered_sessions(grid: Grid, row: int) -> dict[int, int]:
    """Returns the columns of a header row that number sessions, each with its number: behind a header of people, in
    ascending order, over marks. Numbers over other numbers are of tests or grades."""
    cells = grid.rows[row]
    first = next((at for at, value in enumerate(cells) if meaning_of(text_of(value)) in PERSONAL), None)
    if first is None:
        return {}
    runs: dict[str, dict[int, int]] = {}
    for at, value in enumerate(cells[first + 1 :], start=first + 1):
        if found := _NUMBERED.fullmatch(text_of(value)):
            runs.setdefault(normal(found[1]), {})[at] = int(found[2])
    numbers = max(runs.values(), key=len, default={})
    ascending = all(before < after <= _LAST_NUMBER for before, after in pairwise(numbers.values()))
    below = grid.rows[row + 1 : row + 1 + _ROWS_BELOW]
    return numbers if len(numbers) >= _FEWEST and ascending and _are_marked(below, list(numbers)) else {}


def _are_marked(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> bool:
    """Whether columns hold marks and nothing else, beside at least one person."""
    texts = {text_of(cells[at]) for cells in rows for at in columns if at < len(cells)} - {""}
    known = [text for text in texts if says_present(text) or says_absent(text)]
    short = all(len(text) <= _LONGEST_MARK and (text in known or not text.isdecimal()) for text in texts)
    return short and any(map(says_present, known))
