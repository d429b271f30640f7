"""Logs of lessons: a row for each day, with the names of all who came in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.days_in_cells import tells_of_coming
from liaison_metrics.sheets.words.cells import begins_with_capital, is_name_like, number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.headers import NAMES, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.absence import begins_as_called_off
from liaison_metrics.sheets.words.presence import heads_absence

_FIRST_ROWS, _LONGEST = 40, 500
_FEWEST_DAYS, _FEWEST_NAMES = 2, 3
_DATE, _NAME = "Date", "Name"
"""Headers in place of others over days and names ("On", "Who came")."""

_BETWEEN = tuple(map(re.compile, (r"\s*\n\s*", r"\s*;\s*", r"\s*,\s*")))
_JOINED = "; "
_LONGEST_NAME = 4
"""Words of a name."""


class _Log(NamedTuple):
    """The row of the headers, the columns of the days and of the names, and the names in each row."""

    head: int
    day: int
    at: int
    names: dict[int, list[str]]
    off: frozenset[int]
    """The rows of days that were called off."""


def with_lists_of_names(grid: Grid) -> Grid:
    """Returns a log in which the same sign stands between all names of a cell, without days that were called off and
    without a column that only counts the names."""
    if len(grid.rows) > _LONGEST:
        return grid
    log = next(filter(None, (_log(grid, row) for row in range(min(_FIRST_ROWS, len(grid.rows) - _FEWEST_DAYS)))), None)
    if log is None:
        return grid
    counts = _column_of_counts(grid, log)
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row, cells in enumerate(grid.rows):
        line = list(cells)
        if row == log.head:
            line[log.day] = cells[log.day] if meaning_of(text_of(cells[log.day])) == "date" else _DATE
            line[log.at] = cells[log.at] if meaning_of(text_of(cells[log.at])) in NAMES else _NAME
        elif row in log.names:
            line[log.at] = _JOINED.join(log.names[row])
        elif row in log.off:
            line = [None] * len(cells)
        if counts is not None and (row == log.head or row in log.names) and counts < len(line):
            line[counts] = None
        rows[row] = line
    return replace(grid, rows=rows)


def _log(grid: Grid, head: int) -> _Log | None:
    heads = {at: text for at, value in enumerate(grid.rows[head]) if (text := text_of(value))}
    if len(heads) < 2 or any(day_stated(value) is not None for value in grid.rows[head]):
        return None
    day = next((at for at in heads if len(_days(grid, head, at)) >= _FEWEST_DAYS), None)
    if day is None:
        return None
    days, found = _days(grid, head, day), list[_Log]()
    for at, text in heads.items():
        told = {row: _lines(grid.rows[row][at]) for row in days if at < len(grid.rows[row])}
        off = frozenset(row for row, said in told.items() if begins_as_called_off(normal(said).split()))
        sign = next((sign for sign in _BETWEEN if any(sign.search(said) for said in told.values())), None)
        if at == day or sign is None or len(off) == len(told) or not _heads_names(text):
            continue
        names = {row: sign.split(said.strip(" .;,\n")) for row, said in told.items() if said and row not in off}
        if len(names) + len(off) == len(days) and _are_lists(names, sign):
            found.append(_Log(head, day, at, names, off))
    return found[0] if len(found) == 1 else None


def _heads_names(header: str) -> bool:
    return tells_of_coming(header) or (meaning_of(header) in (*NAMES, "people") and not heads_absence(header))


def _lines(value: Cell) -> str:
    return value.strip() if isinstance(value, str) else text_of(value)


def _days(grid: Grid, head: int, at: int) -> list[int]:
    """Returns the rows right below a header that have a day in a column."""
    rows = []
    for row in range(head + 1, len(grid.rows)):
        cells = grid.rows[row]
        if at >= len(cells) or day_stated(cells[at]) is None:
            break
        rows.append(row)
    return rows


def _are_lists(names: dict[int, list[str]], sign: re.Pattern[str]) -> bool:
    """Whether cells list people by their names, and one has several. A comma may stand within a name."""
    every = [one for listed in names.values() for one in listed]
    long = max(map(len, names.values()), default=0) >= _FEWEST_NAMES
    full = sign is not _BETWEEN[-1] or all(len(one.split()) > 1 for one in every)
    repeated = len({*map(normal, every)}) < len(every)  # the same people came to several lessons
    return long and all(map(_is_name, every)) and (full or repeated)


def _is_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= _LONGEST_NAME or not begins_with_capital(words[0]) or not begins_with_capital(words[-1]):
        return False
    return is_name_like(text.replace(".", "")) and not is_header_word(text)


def _column_of_counts(grid: Grid, log: _Log) -> int | None:
    """Returns the column whose numbers say how many names each row lists."""
    for at in range(len(grid.rows[log.head])):
        numbers = {row: number_of(grid.rows[row][at]) for row in log.names if at < len(grid.rows[row])}
        if len(numbers) == len(log.names) and all(numbers[row] == len(listed) for row, listed in log.names.items()):
            return at
    return None
