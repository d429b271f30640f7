"""Corrections of cells: what a person says that a cell should state. The file stays as it was uploaded; corrections are
kept with the answers about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid, ReadTable, RejectedRow, Workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.cells import letter, text_of

CELL = "cell"
"""The kind of the answer: ``value`` is the cell ("Sheet1!B5"), ``code`` what it should state."""

LONGEST_TEXT = 200
"""Characters of a correction. A cell that has to be corrected holds a date, a number, a word or a name."""

_PLACE = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>\d+)", re.DOTALL)

Place = tuple[str, int, int]
"""A cell: its sheet, the number of its row, and the position of its column from 0."""


def correction(place: Place, text: str) -> Answer:
    """Returns the correction of a cell; an empty text takes an earlier one back."""
    sheet, row, at = place
    return Answer(CELL, f"{sheet}!{letter(at)}{row}", " ".join(text.split())[:LONGEST_TEXT])


def corrections(answers: Iterable[Answer]) -> dict[Place, str]:
    """Returns what answers say that cells should state."""
    found = {}
    for answer in answers:
        place = _PLACE.fullmatch(answer.value) if answer.kind == CELL else None
        if place is not None:
            found[place["sheet"], int(place["row"]), _position(place["column"])] = answer.code
    return {place: text for place, text in found.items() if text}


def corrected(workbook: Workbook, answers: Iterable[Answer]) -> Workbook:
    """Returns a workbook with the corrections of some answers. The given one is not changed."""
    said = corrections(answers)
    if not said:
        return workbook
    grids = [_corrected(grid, {place: text for place, text in said.items() if place[0] == grid.name})
             for grid in workbook.grids]  # fmt: skip
    return replace(workbook, grids=grids)


def cell_to_correct(row: RejectedRow, tables: Sequence[ReadTable], grid: Grid) -> Place | None:
    """Returns the cell for which a row was rejected, None where it is not clear which one that is."""
    if not 1 <= row.row <= len(grid.rows):
        return None
    texts = [text_of(value) for value in grid.rows[row.row - 1]]
    under = {
        column.at
        for table in tables
        if table.sheet == row.sheet and table.first_row <= row.row <= table.last_row
        for column in table.columns
        if column.header == row.column
    }
    if row.value:
        same = {at for at, text in enumerate(texts) if text == row.value}
        under = (under & same) or same
    return (row.sheet, row.row, under.pop()) if len(under) == 1 else None


def _corrected(grid: Grid, said: dict[Place, str]) -> Grid:
    if not said:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for (_sheet, row, at), text in said.items():
        if 1 <= row <= len(rows):
            cells = list(rows[row - 1])
            cells += [None] * (at + 1 - len(cells))
            cells[at] = text
            rows[row - 1] = cells
    return replace(grid, rows=rows)


def _position(column: str) -> int:
    """Returns the position, from 0, of a column by its letters."""
    number = 0
    for sign in column:
        number = 26 * number + ord(sign) - ord("A") + 1
    return number - 1
