"""Strokes that stand for people, a stroke each, which the numbers beside them or their total confirm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.words.cells import is_tally, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of

_STROKES = re.compile(r"(?:\|[| ]*|/[/ ]*|I[I ]*|x[x ]*|X[X ]*|l[l ]*|1[1 ]*)")
"""One sign many times, perhaps in groups."""

_MOST_ROWS, _FEWEST_ROWS = 500, 2


def with_strokes_counted(grid: Grid) -> Grid:
    """Returns a sheet in which such strokes are numbers, or are left out beside the numbers that say how many they
    are."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for head in range(len(rows) - 1):
        for at, value in enumerate(rows[head]):
            if not isinstance(value, str) or not text_of(value) or _strokes(value):
                continue
            body = _column_of_strokes(grid, head, at)
            if len(body) < _FEWEST_ROWS or max(body.values()) < _FEWEST_ROWS:
                continue
            if any(_states(grid, body, beside) for beside in (at + 1, at - 1)):
                cells: dict[int, Cell] = dict.fromkeys((head, *body))
            elif _total_below(grid, max(body), at) == sum(body.values()):
                cells = {**body, head: value if meaning_of(value) == "people" else NUMBER_OF_PEOPLE}
            else:
                continue
            for row, said in cells.items():
                rows[row] = [said if place == at else one for place, one in enumerate(rows[row])]
    same = all(before is after for before, after in zip(grid.rows, rows, strict=True))
    return grid if same else replace(grid, rows=rows)


def _strokes(value: Cell) -> int:
    """Returns how many strokes a cell has, perhaps with one across each group ("IIII/ II"), 0 if it holds anything
    else."""
    text = text_of(value) if isinstance(value, str) else ""
    if is_tally(text):
        return number_of(text) or 0
    return len(text.replace(" ", "")) if _STROKES.fullmatch(text) else 0


def _column_of_strokes(grid: Grid, head: int, at: int) -> dict[int, int]:
    """Returns the strokes of each row right below a header; a cell without any has none. A row with words in their
    place and without a number is left out: there was no event ("closed")."""
    found: dict[int, int] = {}
    for row in range(head + 1, len(grid.rows)):
        cells = grid.rows[row]
        value = cells[at] if at < len(cells) else None
        if any(is_total(text_of(one)) for one in cells) or not any(map(text_of, cells)):
            break
        if text_of(value) and not _strokes(value):
            if found and _has_no_number(cells):
                continue
            break
        if not text_of(value) and sum(bool(text_of(one)) for one in cells) == 1:
            break  # a line of text
        found[row] = _strokes(value)
    return found


def _has_no_number(cells: Sequence[Cell]) -> bool:
    """Whether a row has a day and else nothing but words."""
    others = [value for value in cells if text_of(value) and read_date(value) is None]
    return len(others) < sum(bool(text_of(value)) for value in cells) and not any(
        any(map(str.isdigit, text_of(value))) for value in others
    )


def _states(grid: Grid, body: dict[int, int], at: int) -> bool:
    """Whether a column has a number in each row, as many as the strokes there."""
    values = [grid.rows[row][at] if 0 <= at < len(grid.rows[row]) else None for row in body]
    return [number_of(value) or 0 for value in values] == list(body.values()) and any(map(text_of, values))


def _total_below(grid: Grid, last: int, at: int) -> int | None:
    """Returns the total of a column, in the next row with anything."""
    cells = next((cells for cells in grid.rows[last + 1 :] if any(map(text_of, cells))), ())
    totals = any(is_total(text_of(value)) for value in cells)
    return number_of(cells[at]) if totals and at < len(cells) else None
