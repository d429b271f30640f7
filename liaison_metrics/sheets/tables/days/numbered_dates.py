"""Registers with numbered sessions, and a list of their dates ("1 | 13/01/2022", "Incontro 2: 20/01/2022")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import normal

_FIRST_ROWS, _LONGEST = 40, 200
_FEWEST_SESSIONS = 2
_MOST_CELLS = 4
"""A line of the list of dates has a number, a day, and perhaps the hours and a topic."""

_NUMBERED = re.compile(r"\s*([^\d]{0,20}?)\s*(\d{1,2})\s*[.)°ªº]?\s*([^\d]{0,20}?)\s*")
_IN_ONE_CELL = re.compile(r"\s*([^\d]{0,20}?)\s*(\d{1,2})\s*[.):=–-]+\s+(\S.*)")


def date_numbered_sessions(grid: Grid) -> Grid:
    """Returns a sheet with the dates in place of the numbers of sessions, if a list of as many numbered dates stands
    apart from the people. Its lines are left out."""
    if len(grid.rows) > _LONGEST:
        return grid
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        sessions = _sessions_of(cells)
        if not sessions:
            continue
        told = _dates_in(grid, row, len(sessions))
        if not told:
            return grid
        rows: list[Sequence[Cell]] = list(grid.rows)
        head = list(cells)
        for at, (place, day) in zip(sessions, told, strict=True):
            head[at], rows[place] = day, [None] * len(rows[place])
        rows[row] = head
        return replace(grid, rows=rows)
    return grid


def _sessions_of(cells: Sequence[Cell]) -> list[int]:
    """Returns the columns of a header of people that number sessions from 1 on, under the same word or none."""
    found = [(at, one) for at, value in enumerate(cells) if (one := _NUMBERED.fullmatch(text_of(value)))]
    named = any(meaning_of(text_of(value)) in (*NAMES, "people") for value in cells[: found[0][0]]) if found else False
    words = {normal(f"{one[1]} {one[3]}") for _at, one in found}
    numbers = [int(one[2]) for _at, one in found]
    beside = all(after == before + 1 for (before, _), (after, _) in pairwise(found))
    known = named and len(words) == 1 and beside and len(found) >= _FEWEST_SESSIONS
    return [at for at, _one in found] if known and numbers == list(range(1, len(found) + 1)) else []


def _dates_in(grid: Grid, head: int, sessions: int) -> list[tuple[int, Cell]]:
    """Returns the rows of a list of dates with their days, [] unless they number all sessions in their order."""
    told = [(row, *one) for row in range(len(grid.rows)) if row != head for one in _date_of(grid.rows[row])]
    follow = all(after[0] == before[0] + 1 for before, after in pairwise(told))
    whole = [number for _row, number, _day in told] == list(range(1, sessions + 1))
    return [(row, day) for row, _number, day in told] if follow and whole else []


def _date_of(cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yields the number and the day of a line that has nothing else before them."""
    filled = [value for value in cells if text_of(value)]
    if not 0 < len(filled) <= _MOST_CELLS:
        return
    first = text_of(filled[0])
    alone = _IN_ONE_CELL.fullmatch(first)
    if alone and _has_year(alone[3]):
        yield int(alone[2]), alone[3]
    elif (one := _NUMBERED.fullmatch(first)) and len(filled) > 1 and _has_year(filled[1]):
        yield int(one[2]), filled[1]


def _has_year(value: Cell) -> bool:
    stated = read_date(value)
    return stated is not None and bool(stated.year) and not stated.impossible
