"""Reads a list of deliverables: a sheet, or pasted cells, with one in each line under a header in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import deliverable_columns, normal

FEWEST_COLUMNS = 2
"""A header names the deliverable and something about it."""

_NAMING = ("code", "title")


@dataclass(frozen=True, slots=True)
class DeliverableLine:
    """A line of the list: its row in the file, its cells by what they hold ("code", "title", "owner", "due", "state",
    "link"), and the headers of these columns."""

    row: int
    cells: Mapping[str, Cell]
    headers: Mapping[str, str]

    def text(self, column: str) -> str:
        """Returns the text of a cell, "" where the list has no such column."""
        return text_of(self.cells.get(column))


def read_deliverable_list(file: str, data: bytes) -> list[DeliverableLine]:
    """Returns the lines below the first header, of each sheet that has one. Raises RefusedFile for a file that is no
    sheet."""
    found: list[DeliverableLine] = []
    for grid in open_workbook(file, data).grids:
        if not grid.hidden:
            found += _lines(grid)
    return found


def _lines(grid: Grid) -> list[DeliverableLine]:
    for at, cells in enumerate(grid.rows):
        columns = _columns(cells)
        if len(columns) >= FEWEST_COLUMNS and any(name in columns for name in _NAMING):
            headers = {name: text_of(cells[column]) for name, column in columns.items()}
            below = list(enumerate(grid.rows[at + 1 :], start=at + 2))
            return [_line(number, row, columns, headers) for number, row in below if any(map(text_of, row))]
    return []


def _columns(cells: Sequence[Cell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = deliverable_columns().get(normal(text_of(cell)))
        if name is not None:
            columns.setdefault(name, at)
    return columns


def _line(
    number: int, cells: Sequence[Cell], columns: Mapping[str, int], headers: Mapping[str, str]
) -> DeliverableLine:
    found = {name: cells[at] for name, at in columns.items() if at < len(cells)}
    return DeliverableLine(number, found, headers)
