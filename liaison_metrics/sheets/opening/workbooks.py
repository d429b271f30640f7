"""Opens XLSX, XLS and ODS workbooks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import python_calamine as calamine

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Workbook
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.kinds import FileKind, damaged, locked
from liaison_metrics.sheets.opening.limits import LONGEST_CELL
from liaison_metrics.sheets.opening.ods import measured_ods
from liaison_metrics.sheets.opening.xls.measuring import measured_xls
from liaison_metrics.sheets.opening.xlsx import has_uncomputed, measured_xlsx

_MEASURED = {FileKind.XLSX: measured_xlsx, FileKind.XLS: measured_xls, FileKind.ODS: measured_ods}


def open_binary(file: str, data: bytes, kind: FileKind) -> Workbook:
    """Returns a workbook's worksheets with their true row numbers. Cells merged over several rows have their value in
    each of them.

    Raises RefusedFile if the workbook is damaged, locked or too large.
    """
    try:
        measured = _MEASURED[kind](file, data, Budget(file))
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(measured)) as book:
            grids = _grids(book, Budget(file))
        uncomputed = kind is FileKind.XLSX and has_uncomputed(measured)
    except RefusedFile:
        raise
    except calamine.PasswordError:
        raise locked(file) from None
    except (calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError):
        raise damaged(file) from None
    except BaseException as problem:
        # The library is written in Rust. Its panics reach Python as a BaseException of their own.
        # Everything else, such as an interrupt, is re-raised.
        if type(problem).__name__ != "PanicException":
            raise
        raise damaged(file) from None
    return Workbook(file, kind.value, grids, uncomputed)


def _grids(book: Any, budget: Budget) -> list[Grid]:
    grids = []
    for sheet in book.sheets_metadata:
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet:
            opened = book.get_sheet_by_name(sheet.name)
            # A workbook can refer to one sheet many times, and each reference would be read again.
            budget.span(opened.total_height + 1, opened.total_width + 1)
            grids.append(replace(_grid(opened), hidden=sheet.visible != calamine.SheetVisibleEnum.Visible))
    return grids


def _grid(sheet: Any) -> Grid:
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for row in rows:
        for position, value in enumerate(row):
            if type(value) is str:
                if len(value) > LONGEST_CELL:
                    row[position] = value[:LONGEST_CELL]
            elif type(value) is float and value.is_integer():
                row[position] = int(value)
    _fill_merged(rows, sheet.merged_cell_ranges or ())
    return Grid(sheet.name, rows)


def _fill_merged(rows: list[list[Cell]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    left_to_fill = sum(map(len, rows))  # overlapping merges only occur in malicious files
    for (top, left), (bottom, _right) in merged:
        if top < len(rows) and left < len(rows[top]) and rows[top][left] not in ("", None):
            left_to_fill -= min(bottom, len(rows)) - top
            if left_to_fill < 0:
                return
            for row in range(top + 1, min(bottom + 1, len(rows))):
                rows[row][left] = rows[top][left]
