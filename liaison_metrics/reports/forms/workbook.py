"""Writes workbooks for reports: tables with a bold header, numbers as numbers, and text never as formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil
from typing import Any

import xlsxwriter

from liaison_metrics.exports.made_up import COLUMN, MARK
from liaison_metrics.reports.model import Gap, Hidden
from liaison_metrics.reports.words import shown

Cell = int | float | str | date | Hidden | Gap | None
"""A share is a float from 0 to 1. None is an empty cell."""

WIDEST = 60
_PROSE = 100
_LINE = 15.0
_A4 = 9
_NEVER_FORMULAS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table is: the name of its sheet, and its first and last data row, counted from 0."""

    sheet: str
    first: int
    last: int


class ReportWorkbook:
    """A workbook that is being written. ``content`` finishes it.

    With ``made_up``, each sheet says that its data are made up: each line of a table, and the header of a print.
    """

    def __init__(self, title: str, author: str, subject: str, comments: str, made: date) -> None:
        self.made_up = False
        self._file = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._file, {"in_memory": True, **_NEVER_FORMULAS})
        created = datetime.combine(made, time())
        self._book.set_properties(
            {"title": title, "author": author, "subject": subject, "comments": comments, "created": created}
        )
        head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
        self._head = self._book.add_format(head)
        self._number_head = self._book.add_format({**head, "align": "right"})
        self._title = self._book.add_format({"bold": True, "font_size": 14})
        self._words = self._book.add_format({"text_wrap": True, "valign": "top"})
        quiet = {"italic": True, "font_color": "#595959"}
        self._gap = self._book.add_format({**quiet, "align": "right"})
        self._missing = self._book.add_format(quiet)
        self._number = self._book.add_format({"num_format": "#,##0"})
        self._share = self._book.add_format({"num_format": "0%"})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._names: set[str] = set()

    def prose(self, name: str, title: str, lines: Sequence[tuple[str, Cell]]) -> None:
        """Adds a sheet of labels and values, for reading."""
        sheet = self._sheet(name)
        sheet.write_string(0, 0, title, self._title)
        sheet.set_column(0, 0, 28, self._words)
        sheet.set_column(1, 1, _PROSE, self._words)
        for row, (label, value) in enumerate(lines, start=2):
            sheet.write_string(row, 0, label)
            if isinstance(value, Gap):
                sheet.write_string(row, 1, shown(value), self._missing)
                continue
            self._write(sheet, row, 1, value)
            if isinstance(value, str):  # not every program adapts the row height to wrapped text
                sheet.set_row(row, _LINE * ceil(len(value) / _PROSE))

    def table(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Placed:
        """Adds a sheet with a table: a frozen header, a filter, and columns as wide as their content."""
        sheet = self._sheet(name)
        if self.made_up:
            columns, rows = (*columns, COLUMN), [(*row, MARK) for row in rows]
        for at, column in enumerate(columns):
            numbers = any(not isinstance(row[at], str | date | None) for row in rows)
            sheet.write_string(0, at, column, self._number_head if numbers else self._head)
        for number, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                self._write(sheet, number, at, cell)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _width(column, [row[at] for row in rows]))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
        return Placed(sheet.name, 1, len(rows))

    def chart(self, placed: Placed, row: int, column: int, chart: Any, words: str) -> None:
        """Puts a chart on the sheet of a table, with *words* as its text alternative."""
        sheet = self._book.get_worksheet_by_name(placed.sheet)
        sheet.insert_chart(row, column, chart, {"description": words, "object_position": 3})

    def new_chart(self, kind: str, subtype: str | None = None) -> Any:
        """Returns a new native chart of the workbook."""
        return self._book.add_chart({"type": kind} | ({"subtype": subtype} if subtype else {}))

    def content(self) -> bytes:
        """Returns the finished file."""
        self._book.close()
        return self._file.getvalue()

    def _sheet(self, name: str) -> Any:
        """Adds a sheet. Leaves out characters that Excel does not allow in its name, and numbers duplicate names."""
        short = name.translate(_NOT_IN_NAMES).strip()[:_LONGEST_NAME]
        number = 1
        while short.casefold() in self._names:
            number += 1
            short = f"{short[: _LONGEST_NAME - 3]} {number}"
        self._names.add(short.casefold())
        sheet = self._book.add_worksheet(short)
        # In print: one page wide, and as many pages long as needed.
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        if self.made_up:
            sheet.set_header(f"&L{COLUMN}: {MARK}")
        return sheet

    def _write(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, Gap | Hidden):
            sheet.write_string(row, column, shown(cell), self._gap)
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, datetime.combine(cell, time()), self._day)
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, self._share)
        elif cell is not None:
            sheet.write_number(row, column, cell, self._number)


def _width(head: str, cells: Sequence[Cell]) -> int:
    longest = max((len(cell) if isinstance(cell, str) else 10 for cell in cells), default=0)
    return min(WIDEST, max(longest, *map(len, head.split())) + 3)
