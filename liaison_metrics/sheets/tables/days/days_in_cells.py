"""Lists with a row for each person, and in one cell the days on which the person came ("3/5, 10/5"): each day becomes a
column of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.dates import StatedDate
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import alternatives, normal, tools, values
from liaison_metrics.sheets.words.presence import counts_who_came, heads_absence, names_registration, wants_to_come

_FIRST_ROWS, _LONGEST = 40, 2_000
_FEWEST_ROWS, _FEWEST_SEVERAL = 3, 2
_MOSTLY = 0.9
"""At least this share of the filled cells holds days and nothing else."""

_MOST_DAYS = 30
"""More different days are of many events, or of something else."""

_LARGEST_SHARE = 0.5
"""Days that people share are those of sessions; others each have their own."""

_BETWEEN = re.compile(rf"\s*[,;+&\n|]\s*|\s+{alternatives('and', 'people')}\s+")
_NOTHING = frozenset("-–—/")
_PRESENT = "x"


def with_column_for_each_day(grid: Grid) -> Grid:
    """Returns a sheet in which a column of lists of days is a column of marks for each of them."""
    if len(grid.rows) > _LONGEST:
        return grid
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        heads = {at: text for at, value in enumerate(cells) if (text := text_of(value))}
        if len(heads) < 2 or not any(meaning_of(text) in NAMES for text in heads.values()):
            continue
        for at, text in heads.items():
            if meaning_of(text) in NAMES or names_registration(text) or wants_to_come(text):
                continue
            days = _days_in(grid, row, at)
            known = tells_of_coming(text) or meaning_of(text) in ("date", "session")
            if days and (known or _counted(grid, row, days)):
                return _divided(grid, row, at, days)
    return grid


def tells_of_coming(header: str) -> bool:
    """Returns whether a header has a word for coming, and none of absence ("Attended on", "Who was there")."""
    words = normal(header).split()
    if heads_absence(header) or not (values("absent") | tools("not")).isdisjoint(words):
        return False
    came = any(word in tools("came") or meaning_of(word) == "present" for word in words)
    return came or meaning_of(header) == "present" or counts_who_came(header)


def _counted(grid: Grid, head: int, days: dict[int, list[StatedDate]]) -> bool:
    """Whether another column says of each person how many of the days they came: several for somebody."""
    for at in range(len(grid.rows[head])):
        numbers = {row: number_of(grid.rows[row][at]) for row in days if at < len(grid.rows[row])}
        if len(numbers) == len(days) and all(numbers[row] == len(found) for row, found in days.items()):
            return True
    return False


def _days_in(grid: Grid, head: int, at: int) -> dict[int, list[StatedDate]]:
    """Returns the days of each row below a header if nearly all cells of a column list days, some of them several that
    others have as well; else none."""
    told = {row: cells[at] for row, cells in enumerate(grid.rows) if row > head and at < len(cells) and cells[at]}
    several = [row for row, value in told.items() if isinstance(value, str) and len(_parts(value)) > 1]
    if len(several) < _FEWEST_SEVERAL or len(told) < _FEWEST_ROWS:
        return {}
    days = {row: found for row, value in told.items() if (found := _listed(value))}
    told = {row: value for row, value in told.items() if text_of(value) and not _NOTHING.issuperset(text_of(value))}
    every = [day for found in days.values() for day in found]
    shared = len(set(every)) <= min(_MOST_DAYS, _LARGEST_SHARE * len(every))
    lists = sum(len(found) > 1 for found in days.values()) >= _FEWEST_SEVERAL
    return days if lists and shared and len(days) >= _MOSTLY * len(told) else {}


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(text.strip()) if part]


def _listed(value: Cell) -> list[StatedDate]:
    """Returns the days of a cell that has nothing else."""
    if (alone := day_stated(value)) is not None:
        return [alone]
    days = [day_stated(part) for part in _parts(value)] if isinstance(value, str) else []
    known = [day for day in days if day is not None]
    return known if len(known) == len(days) == len(set(known)) else []


def _divided(grid: Grid, head: int, at: int, days: dict[int, list[StatedDate]]) -> Grid:
    """Returns a sheet in which the first day has the column of the lists, and the others stand behind all columns."""
    shown: dict[StatedDate, Cell] = {}
    for row in days:
        value = grid.rows[row][at]
        parts: Sequence[Cell] = [value] if day_stated(value) is not None else _parts(text_of(value))
        for day, part in zip(days[row], parts, strict=True):
            shown.setdefault(day, part)
    first, *others = shown
    width = max(map(len, grid.rows))
    rows: list[Sequence[Cell]] = []
    for row, cells in enumerate(grid.rows):
        line = [*cells, *[None] * (width - len(cells))]
        if row == head:
            line = [*line, *(shown[day] for day in others)]
            line[at] = shown[first]
        elif row > head:
            came = days.get(row, ())
            line = [*line, *(_PRESENT if day in came else None for day in others)]
            line[at] = _PRESENT if first in came else line[at] if row not in days and _is_line(cells, at) else None
        rows.append(line)
    return replace(grid, rows=rows)


def _is_line(cells: Sequence[Cell], at: int) -> bool:
    """Whether a row has nothing but a text in this column."""
    return [place for place, value in enumerate(cells) if text_of(value)] == [at]
