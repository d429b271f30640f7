"""Writing rows of a partner's file to a new workbook; each cell keeps its type."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.opening.limits import LONGEST_CELL
from liaison_metrics.sheets.words.cells import text_of

_FIRST_YEAR = 1900  # spreadsheets have no earlier dates
_LARGEST_NUMBER = 1 << 53  # a spreadsheet loses the last digits of larger numbers
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_WIDEST = 340  # pixels
_WRONG = {"bg_color": "#F6D5D0"}
_REMARK = {"italic": True, "text_wrap": True, "valign": "top", "font_color": "#7A2E1D"}


@dataclass(slots=True)
class RejectedLine:
    """A row to write: its cells, the positions of wrong cells, and remarks in the columns from ``remarks_at`` on. If
    there are no columns for remarks, a ``comment`` has them."""

    cells: list[Cell]
    wrong: set[int] = field(default_factory=set)
    remarks: tuple[str, ...] = ()
    remarks_at: int = 0
    comment: str = ""


def workbook_of(sheets: Sequence[tuple[str, Sequence[RejectedLine]]]) -> bytes:
    """Returns an XLSX workbook with named sheets. Text that looks like a formula stays text."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        formats = _Formats(workbook)
        for name, lines in sheets:
            sheet = workbook.add_worksheet(_free_name(name, [other.get_name() for other in workbook.worksheets()]))
            for row, line in enumerate(lines):
                for column, value in enumerate(line.cells):
                    _write(sheet, (row, column), value, formats, _WRONG if column in line.wrong else {})
                for column, text in enumerate(line.remarks, start=line.remarks_at):
                    sheet.write_string(row, column, text, formats.of(_REMARK))
                if line.comment:
                    sheet.write_comment(row, 0, line.comment)
            sheet.autofit(_WIDEST)
    return file.getvalue()


def workbook_of_grids(grids: Sequence[Grid]) -> bytes:
    """Returns an XLSX workbook with the cells of these sheets, each with its name and hidden where it was."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        formats = _Formats(workbook)
        for grid in grids:
            sheet = workbook.add_worksheet(_free_name(grid.name, [one.get_name() for one in workbook.worksheets()]))
            for row, cells in enumerate(grid.rows):
                for column, value in enumerate(cells):
                    _write(sheet, (row, column), value, formats, {})
            if grid.hidden:
                sheet.hide()
    return file.getvalue()


class _Formats:
    """The formats of a workbook, each created once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[str, Any] = {}

    def of(self, properties: dict[str, Any]) -> Any:
        key = str(properties)
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]


def _write(sheet: Any, place: tuple[int, int], value: Cell, formats: _Formats, style: dict[str, Any]) -> None:
    """Writes a value to a cell, *place* (row and column from 0), as its type; no value only if the cell has a style."""
    if value is None or value == "":
        if style:
            sheet.write_blank(*place, None, formats.of(style))
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value, formats.of(style))
    elif isinstance(value, int | float) and math.isfinite(value) and abs(value) < _LARGEST_NUMBER:
        sheet.write_number(*place, value, formats.of(style))
    elif isinstance(value, time) or (isinstance(value, date) and value.year >= _FIRST_YEAR):
        sheet.write_datetime(*place, value, formats.of(style | {"num_format": _number_format(value)}))
    else:
        text = value if isinstance(value, str) else text_of(value)
        sheet.write_string(*place, text[:LONGEST_CELL], formats.of(style))


def _number_format(value: date | time) -> str:
    if isinstance(value, time):
        return "hh:mm"
    return "yyyy-mm-dd hh:mm" if isinstance(value, datetime) and value.time() != time(0) else "yyyy-mm-dd"


def _free_name(name: str, taken: Sequence[str]) -> str:
    plain = name.translate(_NOT_IN_SHEET_NAMES).strip("' ")[:_LONGEST_SHEET_NAME].strip("' ") or "1"
    free, number = plain, 1
    while free.casefold() in {other.casefold() for other in taken}:
        number += 1
        free = f"{plain[: _LONGEST_SHEET_NAME - 5]} ({number})"
    return free
