"""Dates of which the month stands in another place than the day: month names above day numbers, a sheet for each month
with a column of days, or with a column for each day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.numbered_sessions import numbered_sessions
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import month_of
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import month_words, normal, tools

_FIRST_ROWS = 40
_DAYS_OF_A_MONTH = 28
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?:\.0*)?")


def date_days_of_months(grid: Grid) -> Grid:
    """Returns a sheet with full dates in place of days whose month is stated above them or in the sheet's name."""
    return _date_day_column(_date_day_headers(_date_month_headers(grid)))


def _date_day_headers(grid: Grid) -> Grid:
    """Returns a sheet with full dates in place of the days that head its columns, if it is about one month."""
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        days = numbered_sessions(grid, row)
        if not days:
            continue
        head = list(grid.rows[row])
        plain = all(text_of(head[at])[:1].isdecimal() for at in days)
        above = [text_of(value) for line in grid.rows[:row] for value in line]
        months = {found for text in (grid.name, *above) for found in _months_with_year(text)}
        whole = len(days) >= _DAYS_OF_A_MONTH
        if len(months) != 1 or not plain or (_are_days_of_a_course(list(days.values())) and not whole):
            return grid
        year, month = months.pop()
        for at, day in days.items():
            if day <= monthrange(year, month)[1]:
                head[at] = date(year, month, day)
            elif not any(at < len(line) and text_of(line[at]) for line in grid.rows[row + 1 :]):
                head[at] = None
        return replace(grid, rows=[*grid.rows[:row], head, *grid.rows[row + 1 :]])
    return grid


def _date_day_column(grid: Grid) -> Grid:
    """Returns a sheet with full dates in its column of days ("Day"), if it is about one month."""
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        cells = grid.rows[row]
        at = next((at for at, value in enumerate(cells) if normal(text_of(value)) in tools("day_label")), None)
        if at is None or sum(bool(text_of(value)) for value in cells) < 3:
            continue
        above = [text_of(value) for line in grid.rows[:row] for value in line]
        months = {found for text in (grid.name, *above) for found in _months_with_year(text)}
        days = {number: day for number, day in _days_below(grid, row, at) if day}
        if len(months) != 1 or not days or _are_days_of_a_course(list(days.values())):
            return grid
        year, month = months.pop()
        rows = [list(line) if number in days else line for number, line in enumerate(grid.rows)]
        for number, day in days.items():
            try:
                rows[number][at] = date(year, month, day)  # type: ignore[index]
            except ValueError:
                return grid
        return replace(grid, rows=rows)
    return grid


def _months_with_year(text: str) -> Iterator[tuple[int, int]]:
    """Yields the months that a text names with their year ("Report for March 2021")."""
    for word, year in pairwise(normal(text).split()):
        if word in month_words() and _YEAR.fullmatch(year):
            yield int(year), month_words()[word]


def _days_below(grid: Grid, head: int, at: int) -> Iterator[tuple[int, int]]:
    for number in range(head + 1, len(grid.rows)):
        line = grid.rows[number]
        found = _DAY_NUMBER.fullmatch(text_of(line[at])) if at < len(line) else None
        yield number, int(found[1]) if found else 0


def _are_days_of_a_course(days: Sequence[int]) -> bool:
    """Whether the days only count those of a course: 1, 2, 3."""
    different = list(dict.fromkeys(days))
    return len(different) > 1 and different == list(range(1, len(different) + 1))


def _date_month_headers(grid: Grid) -> Grid:
    """Returns a sheet with full dates in place of month names above day numbers."""
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        months = {at: found for at, value in enumerate(grid.rows[row]) if (found := _month(value))}
        days = {at: n for at, value in enumerate(grid.rows[row + 1]) if (n := _day(value)) and 1 <= n <= 31}
        if not months or len(days) < 2 or min(days) < min(months) or not _is_header_row(grid.rows[row + 1]):
            continue
        years = {year for cells in grid.rows[: row + 1] for v in cells for year in _YEAR.findall(text_of(v))}
        head = list(grid.rows[row + 1])
        for at, day in days.items():
            month, year = months[max(start for start in months if start <= at)]
            known = year or (years.copy().pop() if len(years) == 1 else "")
            head[at] = f"{day}.{month}.{known}"
        return replace(grid, rows=[*grid.rows[:row], [None] * len(head), head, *grid.rows[row + 2 :]])
    return grid


def _day(value: Cell) -> int | None:
    """Returns a day number, which a weekday may precede ("Mon 7")."""
    words = text_of(value).split()
    return number_of(words[-1]) if 1 <= len(words) <= 2 and not isinstance(value, date) else None


def _month(value: Cell) -> tuple[int, str] | None:
    if isinstance(value, date):
        return None
    words = text_of(value).replace("'", " ").split()
    month = month_of(words[0]) if 1 <= len(words) <= 2 else 0
    year = words[1] if len(words) == 2 and _YEAR.fullmatch(words[1]) else ""
    return (month, year) if month and (year or len(words) == 1) else None


def _is_header_row(cells: Sequence[Cell]) -> bool:
    return not text_of(cells[0] if cells else None) or any(
        meaning_of(text_of(value)) in {*PERSONAL, "people", "community"} for value in cells if isinstance(value, str)
    )
