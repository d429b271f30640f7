"""Names in several columns side by side, without a header or each under a day: badges as they are printed, lists of
those who came to each session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from math import ceil

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.names import is_full_name, real_name

_FIRST_ROWS = 40
_MOST_ROWS = 400
_FEWEST_COLUMNS = 2
_FEWEST_NAMES = 4
_MOSTLY = 0.9
"""From this share of its cells on, a block holds nothing but names."""

_LONGEST_PARTICLE = 3
_CELLS = 2
"""Each column is divided into names and whom the people represent, in a second line of the cell."""


def tables_of_names(grid: Grid) -> list[Table]:
    """Returns a table for each column of a block of names that stands under days, or under nothing at all; none if the
    sheet holds no such block."""
    if len(grid.rows) > _MOST_ROWS:
        return []
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        filled = [at for at, value in enumerate(grid.rows[row]) if text_of(value)]
        if len(filled) < _FEWEST_COLUMNS:
            continue
        days = all(read_date(grid.rows[row][at]) is not None for at in filled)
        start = row + days
        body = _body(grid, start)
        if _holds_names(grid, body, filled) and (days or not _is_headed(grid, row)):
            return [_table(grid, body, at, range(start)) for at in filled]
        if not days:
            return []  # other cells stand side by side above
    return []


def _body(grid: Grid, start: int) -> range:
    """Returns the rows from one on, up to the first empty one."""
    rows = range(start, len(grid.rows))
    return range(start, next((row for row in rows if not any(map(text_of, grid.rows[row]))), len(grid.rows)))


def _holds_names(grid: Grid, body: range, columns: Sequence[int]) -> bool:
    """Whether a block holds full names of people in its columns, and nothing beside them."""
    cells = [(at, str(value)) for row in body for at, value in enumerate(grid.rows[row]) if text_of(value)]
    if {at for at, _text in cells} != set(columns):
        return False
    most = len(cells) - ceil(max(_FEWEST_NAMES, _MOSTLY * len(cells)))
    others = (text for _at, text in cells if not _is_person(text))
    return len(list(islice(others, max(0, most + 1)))) <= most


def _is_person(text: str) -> bool:
    name = real_name(text.strip().splitlines()[0].strip()) or ""
    written = all(word[:1].isupper() or len(word) <= _LONGEST_PARTICLE for word in name.split())
    return is_full_name(name) and written and not meaning_of(name)


def _is_headed(grid: Grid, row: int) -> bool:
    """Whether the line right above a block has several cells, as headers do."""
    return row > 0 and sum(bool(text_of(value)) for value in grid.rows[row - 1]) > 1


def _table(grid: Grid, body: range, at: int, above: range) -> Table:
    """Returns the table of one column: names, and whom the people represent."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in body:
        value = grid.rows[row][at] if at < len(grid.rows[row]) else None
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        rows[row] = [*[None] * at, lines[0] if lines else None, ", ".join(lines[1:]) or None]
    meanings = {at: "name", at + 1: "organisation"}
    return Table(replace(grid, rows=rows), [], list(body), range(at, at + _CELLS), list(above), meanings)
