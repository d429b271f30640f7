"""Opening XLSX, XLS and ODS workbooks."""

from __future__ import annotations

import io
from typing import Any

import python_calamine as calamine

from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Workbook
from liaison_metrics.sheets.opening.guards import check_span, weigh
from liaison_metrics.sheets.opening.kinds import Kind, damaged, locked


def open_binary(file: str, data: bytes, kind: Kind) -> Workbook:
    """Returns the worksheets of a workbook with their true row numbers; merged cells down several rows have their
    value in each of them.

    Raises RefusedFile where the workbook is damaged, locked or too large.
    """
    weigh(file, data, kind)
    try:
        with_cells = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [
            _grid(file, with_cells.get_sheet_by_name(sheet.name))
            for sheet in with_cells.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except RefusedFile:
        raise
    except calamine.PasswordError:
        raise locked(file) from None
    except (calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError):
        raise damaged(file) from None
    except BaseException as problem:
        # The library is written in Rust; where it meets the impossible it panics, which Python sees as a
        # BaseException of its own. Everything else (an interrupt, say) goes on its way.
        if type(problem).__name__ != "PanicException":
            raise
        raise damaged(file) from None
    return Workbook(file, kind.value, grids)


def _grid(file: str, sheet: Any) -> Grid:
    check_span(file, sheet.total_height, sheet.total_width)
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for row in rows:
        for position, value in enumerate(row):
            if type(value) is float and value.is_integer():
                row[position] = int(value)
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        if top < len(rows) and left < len(rows[top]) and rows[top][left] not in ("", None):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return Grid(sheet.name, rows)
