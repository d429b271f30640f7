"""Writing rows of a partner's file back to the partner, each cell of the kind that it was."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.opening.limits import LONGEST_CELL
from liaison_metrics.sheets.words.cells import text_of

_FIRST_YEAR = 1900  # the first of which spreadsheets have days
_MOST_DIGITS = 1 << 53  # of larger numbers a spreadsheet loses the last digits
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_WIDEST = 340  # pixels
_WRONG = {"bg_color": "#F6D5D0"}
_SAID = {"italic": True, "text_wrap": True, "valign": "top", "font_color": "#7A2E1D"}


@dataclass(slots=True)
class RejectedLine:
    """A row to write: its cells, the places of those that are wrong, and what is said of it, in two columns from
    ``beside`` on; or ``aside``, where a comment says it."""

    cells: list[Cell]
    wrong: set[int] = field(default_factory=set)
    said: tuple[str, ...] = ()
    beside: int = 0
    aside: str = ""


def workbook_of(sheets: Sequence[tuple[str, Sequence[RejectedLine]]]) -> bytes:
    """Returns an XLSX workbook of named sheets. What looks like a formula stays the text that it was."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        formats = _Formats(workbook)
        for name, lines in sheets:
            sheet = workbook.add_worksheet(_free_name(name, [one.get_name() for one in workbook.worksheets()]))
            for row, line in enumerate(lines):
                for column, value in enumerate(line.cells):
                    _write(sheet, row, column, value, formats, wrong=column in line.wrong)
                for column, text in enumerate(line.said, start=line.beside):
                    sheet.write_string(row, column, text, formats.of(_SAID))
                if line.aside:
                    sheet.write_comment(row, 0, line.aside)
            sheet.autofit(_WIDEST)
    return file.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[str, Any] = {}

    def of(self, properties: dict[str, Any]) -> Any:
        key = str(properties)
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]


def _write(sheet: Any, row: int, column: int, value: Cell, formats: _Formats, *, wrong: bool) -> None:
    look = _WRONG if wrong else {}
    if value is None or value == "":
        if wrong:
            sheet.write_blank(row, column, None, formats.of(look))
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.of(look))
    elif isinstance(value, int | float) and math.isfinite(value) and abs(value) < _MOST_DIGITS:
        sheet.write_number(row, column, value, formats.of(look))
    elif isinstance(value, time) or (isinstance(value, date) and value.year >= _FIRST_YEAR):
        sheet.write_datetime(row, column, value, formats.of(look | {"num_format": _shown(value)}))
    else:
        text = value if isinstance(value, str) else text_of(value)
        sheet.write_string(row, column, text[:LONGEST_CELL], formats.of(look))


def _shown(value: date | time) -> str:
    if isinstance(value, time):
        return "hh:mm"
    return "yyyy-mm-dd hh:mm" if isinstance(value, datetime) and value.time() != time(0) else "yyyy-mm-dd"


def _free_name(name: str, taken: Sequence[str]) -> str:
    plain = name.translate(_NOT_IN_SHEET_NAMES).strip("' ")[:_LONGEST_SHEET_NAME].strip("' ") or "1"
    free, number = plain, 1
    while free.casefold() in {one.casefold() for one in taken}:
        number += 1
        free = f"{plain[: _LONGEST_SHEET_NAME - 5]} ({number})"
    return free
