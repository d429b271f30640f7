"""People counted by the hour whose beginning and end stand in two columns of plain numbers ("from 10 | to 11 | 12")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of

_MOST_ROWS = 200
_FEWEST_HOURS = 3
"""Two rows of small numbers may be of anything."""

_LAST_HOUR = 24
_HOURS_AND_PEOPLE = 3
_LONGEST = 3
"""So many hours are counted together."""


def with_hours_joined(grid: Grid) -> Grid:
    """Returns a sheet in which such hours stand in one cell each ("10-11"), in the first of their columns."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    for at in (0, 1):
        rows = [row for row, cells in enumerate(grid.rows) if _hours(cells, at)]
        if len(rows) >= _FEWEST_HOURS and _follow_each_other(grid, rows, at):
            joined: list[Sequence[Cell]] = list(grid.rows)
            for row in rows:
                start, end = _hours(grid.rows[row], at) or (0, 0)
                joined[row] = [*grid.rows[row][:at], f"{start}-{end}", None, *grid.rows[row][at + 2 :]]
            if rows[0]:
                joined[rows[0] - 1] = _with_one_header(grid.rows[rows[0] - 1], at)
            return replace(grid, rows=[_with_label_moved(cells, at, rows, row) for row, cells in enumerate(joined)])
    return grid


def _hours(cells: Sequence[Cell], at: int) -> tuple[int, int] | None:
    """Returns the hour at which the people of a row begin and end, if a number of them stands behind."""
    told = [number for value in cells[at : at + _HOURS_AND_PEOPLE] if (number := _whole_number(value)) is not None]
    if len(told) < _HOURS_AND_PEOPLE or any(map(text_of, cells[:at])):
        return None
    start, end, _people = told
    return (start, end) if 0 <= start < end <= min(_LAST_HOUR, start + _LONGEST) else None


def _whole_number(value: Cell) -> int | None:
    plain = isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdecimal())
    return number_of(value) if plain else None


def _follow_each_other(grid: Grid, rows: Sequence[int], at: int) -> bool:
    """Whether the rows stand one below the other, and no hour begins before another ends; most begin when it does."""
    hours = [found for row in rows if (found := _hours(grid.rows[row], at))]
    pairs = [*pairwise(hours)]
    apart = all(after[0] >= before[1] for before, after in pairs)
    return rows == list(range(rows[0], rows[-1] + 1)) and apart and 2 * sum(a[1] == b[0] for a, b in pairs) > len(pairs)


def _with_one_header(cells: Sequence[Cell], at: int) -> list[Cell]:
    """Returns a header in which the words over both hours stand in one cell."""
    words = " - ".join(text for value in cells[at : at + 2] if (text := text_of(value)))
    return [*cells[:at], words or None, None, *cells[at + 2 :]] if len(cells) > at + 2 else list(cells)


def _with_label_moved(cells: Sequence[Cell], at: int, rows: Sequence[int], row: int) -> Sequence[Cell]:
    """Returns a row below the hours with the label of its number in the column of the hours."""
    told = [text_of(value) for value in cells[: at + 2]]
    if row > rows[-1] and len(told) == at + 2 and told[-1] and not any(told[:-1]):
        return [*cells[:at], cells[at + 1], None, *cells[at + 2 :]]
    return cells
