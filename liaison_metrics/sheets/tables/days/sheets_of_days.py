"""Workbooks with a sheet for each session, and a cover that lists their days by the names of the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal

_FIRST_ROWS, _LONGEST_COVER = 40, 60
_FEWEST_SHEETS = 2
_MOST_CELLS = 4
"""A line of the list has a sheet, its day, and perhaps the hours and a topic."""

_DATE = "Date"


def with_days_from_cover(grids: Sequence[Grid]) -> list[Grid]:
    """Returns the sheets, each list of people that states no day with the one that the cover gives to its sheet. The
    lines of the cover that say so are left out, so that it only tells of the event."""
    heads = {grid.name: head for grid in grids if (head := _head_of_list(grid)) is not None}
    lists = {normal(name): name for name in heads}
    for cover in grids if len(heads) >= _FEWEST_SHEETS else ():
        if cover.name in heads or len(cover.rows) > _LONGEST_COVER:
            continue
        told = [(row, *one) for row, cells in enumerate(cover.rows) if (one := _sheet_and_day(cells))]
        days = {lists[label]: day for _row, label, day in told if label in lists}
        if len(days) != len(told) or set(days) != set(heads):
            continue
        dated = [_dated(grid, heads[grid.name], days[grid.name]) if grid.name in days else grid for grid in grids]
        if all(before is after for before, after in zip(grids, dated, strict=True)):
            return dated  # an overview of lists that state their days themselves
        lines = {row for row, _label, _day in told} | set(_header_above(cover, told[0][0]))
        left = replace(cover, rows=[[] if row in lines else cells for row, cells in enumerate(cover.rows)])
        return [left if grid is cover else grid for grid in dated]
    return list(grids)


def _head_of_list(grid: Grid) -> int | None:
    """Returns the row of the headers of a list of people, None if the sheet is none."""
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        meanings = {meaning_of(text) for value in cells if (text := text_of(value))}
        if meanings & {*NAMES, "people"} and (len(meanings) > 1 or meanings & PERSONAL) and row + 1 < len(grid.rows):
            return row
    return None


def _sheet_and_day(cells: Sequence[Cell]) -> tuple[str, Cell] | None:
    """Returns the name and the day at the beginning of a line, if it has both."""
    filled = [value for value in cells if text_of(value)]
    if not 1 < len(filled) <= _MOST_CELLS or day_stated(filled[1]) is None or meaning_of(text_of(filled[0])) == "date":
        return None
    return normal(text_of(filled[0])), filled[1]


def _header_above(cover: Grid, row: int) -> Iterator[int]:
    """Yields the row of headers right above the list of days."""
    texts = [text for value in (cover.rows[row - 1] if row else ()) if (text := text_of(value))]
    if len(texts) > 1 and not any(char.isdigit() for text in texts for char in text) and texts[0][-1:] != ":":
        yield row - 1


def _dated(grid: Grid, head: int, day: Cell) -> Grid:
    """Returns a list with a day in its first row, unless its headers or the lines above them state one in full."""
    stated = [found for cells in grid.rows[: head + 1] for value in cells if (found := day_stated(value)) is not None]
    if any(found.year or found != day_stated(day) for found in stated):
        return grid
    if any(meaning_of(text_of(value)) == "date" for cells in grid.rows[: head + 1] for value in cells):
        return grid
    first = next((row for row in range(head + 1, len(grid.rows)) if any(map(text_of, grid.rows[row]))), head)
    width = max(map(len, grid.rows))
    more = {head: _DATE, first: day}
    rows = [
        [*cells, *[None] * (width - len(cells)), more[row]] if row in more else cells
        for row, cells in enumerate(grid.rows)
    ]
    return replace(grid, rows=rows)
