"""Finds rows that only show how to fill in the sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import normal, tools, values

_FREE_TEXT = frozenset(("title", "organisation", "notes", "unused", "instructor", "project", "partner", ""))
"""Meanings of columns where "Example: …" may be real content. The word alone marks an example there too."""

_OF_ANYTHING = ("organisation", "partner", "unused", "")
"""Meanings of columns where such a word may be a name ("Per Esempio"): examples stand in the first rows."""

_FIRST_ROWS = 60
"""Examples stand at the top of a table."""

_ROWS_OF_NAMES = 3
"""From this row on, such a word in a column of names is a name like those around it; in a column of free text if it
stands there again ("Per Esempio", an association)."""

_BEFORE = re.compile(r"^\W*([^\W\d_][\w. ]{0,20}?)\.?\s*[:：–—)\]-]")
_IN_BRACKETS = re.compile(r"^[^\W\d]+\s*\(([^()]+)\)$")
"""The same word in two languages ("udaharan (example)")."""

_FOR_EXAMPLE = re.compile(r"^\W*(?:e\.\s?g\.|z\.\s?b\.|p\.\s?es\.|ad es\.|f\.\s?eks\.|π\.\s?χ\.)\s*\w{2}")
"""Lower case only: capital letters may be initials."""


def example_rows(table: Table, columns: Sequence[Column], rows: Sequence[int]) -> set[int]:
    """Returns the rows of a table that are marked as examples: a cell holds only such a word, or begins with one
    ("Example: Maria Rossi")."""
    grid = table.grid.rows
    rows = rows[:_FIRST_ROWS]
    marks = {value for row in rows for value in grid[row] if isinstance(value, str) and _may_mark(value)}
    first = table.columns.start
    found = _before_numbers([grid[row][first] if first < len(grid[row]) else None for row in rows], rows)
    if not marks:
        return found
    spoken = {column.at for column in columns if column.meaning not in _FREE_TEXT} | {first}

    named = {column.at for column in columns if column.meaning in NAMES}
    top = set(rows[:_ROWS_OF_NAMES])
    below = Counter((at, grid[row][at]) for row in rows[_ROWS_OF_NAMES:] for at in table.columns if at < len(grid[row]))
    names = {place for place, times in below.items() if times > 1 and place[0] not in spoken}

    unknown = {column.at for column in columns if column.meaning in _OF_ANYTHING}

    def is_example(row: int, last: int) -> bool:
        cells = [
            (at, text_of(grid[row][at]))
            for at in table.columns
            if at < len(grid[row])
            and grid[row][at] in marks
            and (row in top or at not in named)
            and (at not in unknown or row == rows[0] or last in found)
            and (at, grid[row][at]) not in names
        ]
        return any(_is_mark(text) or (at in spoken and _marks_what_follows(text)) for at, text in cells)

    for last, row in zip([-1, *rows], rows, strict=False):
        if is_example(row, last):
            found.add(row)
    return found


def _before_numbers(cells: Sequence[Cell], rows: Sequence[int]) -> set[int]:
    """Returns the rows before the first numbered one that have a short word for an example in place of a number."""
    numbered = [number_of(value) is not None for value in cells]
    top = numbered.index(True) if any(numbered) else 0
    short = all(normal(text_of(value)) in tools("example_short") for value in cells[:top])
    return set(rows[:top]) if short and top <= _ROWS_OF_NAMES else set()


def _may_mark(value: str) -> bool:
    begins = value.lstrip("([{*-–— \n\t")[:1].casefold() in _first_letters()
    return (begins or value.endswith(")")) and (_is_mark(value) or _marks_what_follows(value))


@lru_cache(maxsize=1)
def _first_letters() -> frozenset[str]:
    return frozenset(word[0] for word in values("example"))


def _is_mark(text: str) -> bool:
    aside = _IN_BRACKETS.search(text)
    return normal(text) in values("example") or (aside is not None and normal(aside[1]) in values("example"))


def _marks_what_follows(text: str) -> bool:
    found = _BEFORE.match(text)
    return (found is not None and normal(found[1]) in values("example")) or _FOR_EXAMPLE.match(text) is not None
