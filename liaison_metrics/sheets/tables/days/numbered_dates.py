"""Registers with numbered sessions, and a list of their dates ("1 | 13/01/2022", "Incontro 2: 20/1"), on the same sheet
or on another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal

_FIRST_ROWS, _LONGEST = 40, 200
_FEWEST_SESSIONS = 2
_MOST_CELLS = 4
"""A line of the list of dates has a number, a day, and perhaps the hours and a topic."""

_LONGEST_ENDING = 2
"""The ending of an ordinal number, or a short word for it ("nr"), has at most so many letters."""

_NUMBERED = re.compile(r"\s*([^\d]{0,20}?)\s*(\d{1,2})\s*[.)°ªº]?\s*([^\d]{0,20}?)\s*")
_IN_ONE_CELL = re.compile(r"\s*([^\d]{0,20}?)\s*(\d{1,2})\s*[.):=–-]+\s+(\S.*)")


def date_numbered_sessions(grid: Grid, sheets: Sequence[Grid] = ()) -> Grid:
    """Returns a sheet with the dates in place of the numbers of sessions, if a list of as many numbered dates stands
    apart from the people, perhaps on another one of the *sheets*. Its lines are left out on the sheet itself."""
    if len(grid.rows) > _LONGEST:
        return grid
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        sessions = _sessions_of(cells)
        if not sessions:
            continue
        told = _dates_in(grid, row, len(sessions))
        listed = [] if told else _dates_elsewhere(grid, sheets, [text_of(cells[at]) for at in sessions])
        if not told and not listed:
            return grid
        rows: list[Sequence[Cell]] = list(grid.rows)
        head = list(cells)
        for at, day in zip(sessions, listed or [day for _row, day in told], strict=True):
            head[at] = day
        for place, _day in told:
            rows[place] = [None] * len(rows[place])
        rows[row] = head
        return replace(grid, rows=rows)
    return grid


def _dates_elsewhere(grid: Grid, sheets: Sequence[Grid], sessions: Sequence[str]) -> list[Cell]:
    """Returns the days of all sessions in their order if the only list of numbered dates on other sheets, which list no
    people, has them; else []."""
    found, words = [], frozenset(" ".join(map(normal, sessions)).split())
    for other in sheets:
        heads = (meaning_of(text_of(value)) for cells in other.rows[:_FIRST_ROWS] for value in cells)
        if other.name != grid.name and len(other.rows) <= _LONGEST and not any(one in PERSONAL for one in heads):
            lines = [() if _numbers_something_else(cells, words) else cells for cells in other.rows]
            told = _dates_in(replace(other, rows=lines), -1, len(sessions))
            found += [told] if told else []
    return [day for _row, day in found[0]] if len(found) == 1 else []


def _numbers_something_else(cells: Sequence[Cell], words: Collection[str]) -> bool:
    """Whether a word beside the number of a line is neither in the headers nor for events ("Invoice 1")."""
    first = next(filter(None, map(text_of, cells)), "")
    one = _NUMBERED.fullmatch(first) or _IN_ONE_CELL.fullmatch(first)
    beside = normal(f"{one[1]} {one[3] if one.re is _NUMBERED else ''}").split() if one else []
    return any(len(word) > _LONGEST_ENDING and word not in words and not _is_of_events(word) for word in beside)


def _is_of_events(word: str) -> bool:
    return meaning_of(word) in ("session", "activity", "date") or word in evidence("groups")


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
    if alone and _is_day(alone[3], alone[1]):
        yield int(alone[2]), alone[3]
    elif (one := _NUMBERED.fullmatch(first)) and len(filled) > 1 and _is_day(filled[1], f"{one[1]}{one[3]}"):
        yield int(one[2]), filled[1]


def _is_day(value: Cell, beside: str) -> bool:
    """Whether a cell states a day. Without a year, a word beside its number says that it is one ("Termin 2 | 20.1."),
    or one in it ("2 | 20 January")."""
    stated = day_stated(value)
    worded = any(map(str.isalpha, f"{beside}{text_of(value)}"))
    return stated is not None and not stated.impossible and (bool(stated.year) or worded)
