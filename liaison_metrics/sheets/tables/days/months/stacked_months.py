"""Registers of several months, one below the other or on sheets of their own: the numbers of days in their headers get
the month that stands alone above them, or that the sheet is named after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import years_in
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.phrases.days.names import month_of
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_signed

_LONGEST = 500
_FARTHEST_HEADING = 2
"""At most this many rows lie between a month and the headers below it."""

_DAY = re.compile(r"(\d{1,2})\.?")
_LAST_DAY = 31
_YEAR = re.compile(r"20\d{2}")
_LONGEST_TITLE = 80
"""Longer texts may tell of other years."""

_MOSTLY_MARKS = 0.6


def with_months_in_headers(grid: Grid, of_sheet: str = "") -> Grid:
    """Returns a sheet with the months in the headers of days below them. *of_sheet* is the month that the sheet is
    named after, with its year."""
    if len(grid.rows) > _LONGEST:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    year = _only_year(grid)
    months = {row: found for row, cells in enumerate(grid.rows) if (found := _month_alone(cells))}
    named = _month_alone([of_sheet or grid.name])
    for row, cells in enumerate(grid.rows):
        days = _days_in(grid, row) if any(isinstance(value, str) for value in cells) else {}
        above = [at for at in months if row - _FARTHEST_HEADING <= at < row]
        if not days or not (above or named):
            continue
        month, stated = months[above[-1]] if above else named or (0, 0)
        known = stated or (named[1] if named else 0) or year
        if list(days.values()) == list(range(1, len(days) + 1)) or not known:
            continue  # they may number lessons
        rows[row] = [f"{days[at]}.{month}.{known}" if at in days else value for at, value in enumerate(cells)]
        for at in above:
            rows[at] = [None] * len(rows[at])
    return replace(grid, rows=rows) if any(a is not b for a, b in zip(rows, grid.rows, strict=True)) else grid


def _only_year(grid: Grid) -> int:
    found = {year for cells in grid.rows for value in cells if isinstance(value, str | int) for year in _years(value)}
    return found.pop() if len(found) == 1 else 0


def _years(value: str | int) -> set[int]:
    return years_in(text_of(value)) if len(text_of(value)) <= _LONGEST_TITLE else set()


def _month_alone(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Returns the month and the year, 0 if none is stated, of a row that has nothing else."""
    told = [text for value in cells if (text := text_of(value))]
    words = told[0].split() if len(told) == 1 else []
    month = month_of(words[0]) if 0 < len(words) <= 2 and words[0].isalpha() else 0
    year = int(words[1]) if len(words) > 1 and _YEAR.fullmatch(words[1]) else 0
    return (month, year) if month and (year or len(words) == 1) else None


def _days_in(grid: Grid, row: int) -> dict[int, int]:
    """Returns the days of a row of headers of people, whose columns have marks below; none if it has others."""
    cells = grid.rows[row]
    names = [at for at, value in enumerate(cells) if meaning_of(text_of(value)) in (*NAMES, "people")]
    if not names:
        return {}
    days = {at: int(found[1]) for at, value in enumerate(cells) if (found := _DAY.fullmatch(text_of(value)))}
    days = {at: day for at, day in days.items() if at > names[0]}
    rising = list(days.values()) == sorted({*days.values()}) and all(0 < day <= _LAST_DAY for day in days.values())
    return days if rising and all(_holds_marks(grid, row, at) for at in days) else {}


def _holds_marks(grid: Grid, row: int, at: int) -> bool:
    """Whether most of what stands in a column below a header, up to the next empty row, says who was there."""
    texts = []
    for cells in grid.rows[row + 1 :]:
        if not any(map(text_of, cells)):
            break
        texts += [text_of(cells[at])] if at < len(cells) and text_of(cells[at]) else []
    known = sum(says_present(text) or says_absent(text) or says_signed(text) for text in texts)
    return bool(texts) and known >= _MOSTLY_MARKS * len(texts)
