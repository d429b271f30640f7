"""Years that stand apart from the days they belong to: in a heading above them, or in a row of their own below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_in_header

_FIRST_ROWS = 40
_FEWEST_DAYS = 2
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\s?\d{1,2}\.?")
_DAY_AND_MONTH_SIGN = re.compile(r"\d([./-])\d{1,2}\.?\s*$")
_DAY_OF_WEEK = re.compile(r"([^\W\d]{1,12})[.,]?\s+\d{1,2}\.?")


def with_years_of_headings(grid: Grid) -> Grid:
    """Returns a sheet in which the days below a heading of a year ("2020", "Anno 2020") have that year."""
    rows, year = list(grid.rows), 0
    for row, cells in enumerate(grid.rows):
        told = [] if _begins_with_two(cells) else list(islice(filter(None, map(text_of, cells)), 2))
        if len(told) == 1 and (heading := _year_of_heading(told[0])):
            below = [*filter(_lacks_year, _next_told(grid, row))]
            weekdays = _names_month(told[0]) and any(map(_is_on_weekday, map(text_of, below)))  # "mar 9": martedì
            year = heading if below and not weekdays else 0
        elif year and any(map(_lacks_year, cells)):
            rows[row] = [_with_year(text_of(value), year) if _lacks_year(value) else value for value in cells]
    return replace(grid, rows=rows) if rows != list(grid.rows) else grid


def _begins_with_two(cells: Sequence[Cell]) -> bool:
    """Whether the first two cells are filled, as in nearly all rows of a long list."""
    return len(cells) > 1 and type(cells[0]) is type(cells[1]) is str and bool(cells[0].strip() and cells[1].strip())


def _year_of_heading(text: str) -> int:
    """Returns the year that a heading names, alone or beside one word, 0 if it names none."""
    words = normal(text).split()
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    others = [word for word in words if not _YEAR.fullmatch(word)]
    return years[0] if len(years) == 1 and (not others or (len(others) == 1 and others[0].isalpha())) else 0


def _next_told(grid: Grid, row: int) -> Sequence[Cell]:
    """Returns the next row that is not empty."""
    return next((cells for cells in grid.rows[row + 1 :] if any(map(text_of, cells))), ())


def _lacks_year(value: Cell) -> bool:
    """Whether a cell states a day and a month, and no year."""
    stated = read_date(value) if isinstance(value, str) and any(map(str.isdigit, value)) else None
    return stated is not None and stated.day is None and not stated.year and not stated.impossible


def _with_year(day: str, year: int) -> str:
    """Returns a day as it is written, with its year."""
    found = _DAY_AND_MONTH_SIGN.search(day)
    return f"{day.rstrip('. ')}{found[1] if found else ' '}{year}"


def join_years_below(grid: Grid) -> Grid:
    """Returns a sheet with the years that stand in a row of their own below the days of a header beside these days."""
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        years = {at: text for at, value in enumerate(grid.rows[row + 1]) if (text := text_of(value))}
        if len(years) < _FEWEST_DAYS or not all(map(_YEAR.fullmatch, years.values())):
            continue
        head = list(grid.rows[row])
        if all(at < len(head) and _DAY_AND_MONTH.fullmatch(text_of(head[at])) for at in years):
            for at, year in years.items():
                head[at] = f"{text_of(head[at]).rstrip('.')}.{year}"
            return replace(grid, rows=[*grid.rows[:row], head, [None] * len(head), *grid.rows[row + 2 :]])
    return grid


def _names_month(text: str) -> bool:
    return any(map(month_of, re.findall(r"[^\W\d]+", text)))


def _is_on_weekday(text: str) -> bool:
    found = _DAY_OF_WEEK.fullmatch(text)
    return found is not None and bool(weekday_in_header(found[1]))
