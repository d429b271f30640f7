"""The kept original of an upload, with the rows of one person blacked out.

The file is written anew from its cells: a text file as a text file, a workbook as a workbook with the same sheets and
rows. So nothing else that a workbook can hold (comments, pictures, its author, earlier values) stays. Names and
addresses become texts that stand for the forgotten person, dates of birth their year; what describes nobody stays; what
the program does not need is blacked out. So the file can be read again and states the same.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import replace

from liaison_metrics.services.intake.workbooks.writing import workbook_of_grids
from liaison_metrics.services.intake.workbooks.written_person import BLACK, Blackout, birth_without_day
from liaison_metrics.sheets.model import Cell, Reading, Workbook
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL

_NEEDED = frozenset((
    "date", "end_date", "time", "city", "activity", "title", "community", "group", "gender", "age", "birth_year",
    "role", "present", "registered", "people", "number", "total", "session", "consent", "project", "partner",
))  # fmt: skip
"""Meanings of columns that stay as they are: what counts depends on them, and they identify nobody."""

Place = tuple[str, int]
"""A sheet and the number of a row."""


def blacked_out(
    workbook: Workbook, reading: Reading, own: Collection[Place], blackout: Blackout, *, thorough: bool
) -> Workbook:
    """Returns a workbook without a person's texts. *own* are the rows of the person. Names and addresses of others in
    their own rows stay. With *thorough*, cells of the person's rows that the program does not need go as well."""
    others = {(row.sheet, row.row) for row in reading.attendances} - set(own)
    grids = []
    for grid in workbook.grids:
        columns = _columns(reading, grid.name)
        rows: list[Sequence[Cell]] = []
        for number, cells in enumerate(grid.rows, start=1):
            meanings = _meanings_at(columns, number)
            if (grid.name, number) in own:
                rows.append(_own_row(cells, meanings, blackout, thorough=thorough))
            elif (grid.name, number) in others:
                rows.append(_other_row(cells, meanings, blackout))
            else:
                changed = [blackout.cell(value) for value in cells]
                # A row that does not count (rejected, absent, staff) and names the person is the person's.
                named = meanings and changed != list(cells)
                rows.append(_own_row(cells, meanings, blackout, thorough=thorough) if named else changed)
        grids.append(replace(grid, name=blackout.text(grid.name), rows=rows))
    return replace(workbook, file=blackout.text(workbook.file), grids=grids)


def without_identifiers(workbook: Workbook, reading: Reading, rows: Collection[Place]) -> Workbook:
    """Returns a workbook in which some rows have nothing that identifies anybody."""
    grids = []
    for grid in workbook.grids:
        columns = _columns(reading, grid.name)
        kept = [
            _plain_row(cells, _meanings_at(columns, number)) if (grid.name, number) in rows else cells
            for number, cells in enumerate(grid.rows, start=1)
        ]
        grids.append(replace(grid, rows=kept))
    return replace(workbook, grids=grids)


def _plain_row(cells: Sequence[Cell], meanings: dict[int, str]) -> list[Cell]:
    changed: list[Cell] = []
    for at, value in enumerate(cells):
        meaning = meanings.get(at, "")
        if not text_of(value) or meaning in _NEEDED:
            changed.append(value)
        else:
            changed.append(birth_without_day(value) if meaning == "birth_date" else BLACK)
    return changed


def is_named_in(workbook: Workbook, blackout: Blackout) -> bool:
    """Returns whether any cell of a workbook holds a text of the person."""
    names = (workbook.file, *(grid.name for grid in workbook.grids))
    if any(blackout.text(name) != name for name in names):
        return True
    return any(blackout.cell(value) != value for grid in workbook.grids for cells in grid.rows for value in cells)


def as_file(workbook: Workbook) -> bytes:
    """Returns a workbook as a file: a text file where it was one, else an XLSX workbook."""
    if workbook.format != "csv":
        return workbook_of_grids(workbook.grids)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([text_of(value) for value in cells] for grid in workbook.grids for cells in grid.rows)
    return text.getvalue().encode()


_Columns = dict[range, dict[int, str]]
"""The meanings of columns by their positions, by the rows of their table."""


def _columns(reading: Reading, sheet: str) -> _Columns:
    return {
        range(table.first_row, table.last_row + 1): {column.at: column.meaning for column in table.columns}
        for table in reading.tables
        if table.sheet == sheet
    }


def _meanings_at(columns: _Columns, row: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for rows, meanings in columns.items():
        if row in rows:
            found |= meanings
    return found


def _other_row(cells: Sequence[Cell], meanings: dict[int, str], blackout: Blackout) -> list[Cell]:
    """Returns the row of somebody else, who may have the same name or share an address."""
    own = PERSONAL if meanings else None
    return [value if own is None or meanings.get(at) in own else blackout.cell(value) for at, value in enumerate(cells)]


def _own_row(cells: Sequence[Cell], meanings: dict[int, str], blackout: Blackout, *, thorough: bool) -> list[Cell]:
    changed: list[Cell] = []
    given = False
    for at, value in enumerate(cells):
        meaning = meanings.get(at, "")
        new = blackout.own_cell(value, whole_given=given)
        if meaning == "birth_date":
            new = birth_without_day(value)
        elif thorough and new == value and meanings and text_of(value) and meaning not in _NEEDED:
            new = BLACK
        given = given or (isinstance(new, str) and blackout.holds_token(new))
        changed.append(new)
    return changed
