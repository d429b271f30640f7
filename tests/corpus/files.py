"""Grids to bytes: the files that spreadsheets, forms and registers leave behind."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime

import openpyxl  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped]
from odf.table import CoveredTableCell, Table, TableCell, TableRow  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]

Cell = str | int | float | bool | date | datetime | None
Rows = list[list[Cell]]


@dataclass(slots=True)
class Sheet:
    """A sheet of a workbook. ``merged``: cells (row, column from 0) and how many columns each spans."""

    name: str
    rows: Rows
    merged: dict[tuple[int, int], int] = field(default_factory=dict)


def text_file(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",", end: str = "\r\n") -> bytes:
    """A CSV file as spreadsheets export it: every line as wide as the widest."""
    out = io.StringIO()
    width = max(len(row) for row in rows)
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row] + [""] * (width - len(row)))
    return out.getvalue().encode(encoding)


def xlsx(sheets: list[Sheet]) -> bytes:
    """A workbook in today's Excel format, dates as date cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            for place, cell in enumerate(row, 1):
                if cell not in (None, ""):
                    page.cell(number, place, cell)
        for (row_at, column), span in sheet.merged.items():
            page.merge_cells(
                start_row=row_at + 1, end_row=row_at + 1, start_column=column + 1, end_column=column + span
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(sheets: list[Sheet]) -> bytes:
    """A workbook in Excel's old binary format."""
    book = xlwt.Workbook()
    styles: dict[type, xlwt.XFStyle] = {
        date: xlwt.easyxf(num_format_str="DD.MM.YYYY"),
        datetime: xlwt.easyxf(num_format_str="DD.MM.YYYY HH:MM"),
    }
    plain = xlwt.easyxf()
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        for number, row in enumerate(sheet.rows):
            for place, cell in enumerate(row):
                span = sheet.merged.get((number, place), 1)
                if cell in (None, ""):
                    continue
                style = styles.get(type(cell), plain)
                if span > 1:
                    page.write_merge(number, number, place, place + span - 1, cell, style)
                else:
                    page.write(number, place, cell, style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(sheets: list[Sheet]) -> bytes:
    """A workbook in OpenDocument format, spans as covered cells."""
    book = OpenDocumentSpreadsheet()
    for sheet in sheets:
        page = Table(name=sheet.name)
        for number, row in enumerate(sheet.rows):
            line = TableRow()
            covered = 0
            for place, cell in enumerate(row):
                if covered:
                    line.addElement(CoveredTableCell())
                    covered -= 1
                    continue
                span = sheet.merged.get((number, place), 1)
                line.addElement(_ods_cell(cell, span))
                covered = span - 1
            page.addElement(line)
        book.spreadsheet.addElement(page)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ods_cell(cell: Cell, span: int) -> TableCell:
    spans = {"numbercolumnsspanned": span} if span > 1 else {}
    if cell in (None, ""):
        return TableCell(**spans)
    if isinstance(cell, datetime):
        made = TableCell(valuetype="date", datevalue=f"{cell:%Y-%m-%dT%H:%M:%S}", **spans)
    elif isinstance(cell, date):
        made = TableCell(valuetype="date", datevalue=f"{cell:%Y-%m-%d}", **spans)
    elif isinstance(cell, bool):
        made = TableCell(valuetype="boolean", booleanvalue=str(cell).lower(), **spans)
    elif isinstance(cell, int | float):
        made = TableCell(valuetype="float", value=cell, **spans)
    else:
        made = TableCell(valuetype="string", **spans)
    made.addElement(P(text=str(cell)))
    return made


def workbook(sheets: list[Sheet], ending: str) -> bytes:
    """The sheets in one of the three workbook formats."""
    return {"xlsx": xlsx, "xls": xls, "ods": ods}[ending](sheets)
