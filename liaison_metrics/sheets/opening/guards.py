"""Weighing a workbook before it is unpacked: a small file can hold more than a machine.

The library that reads workbooks makes a full rectangle from the first to the last cell with a value, so two cells far
apart would fill the memory. Here the parts are unpacked under a limit and the rectangle is measured first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.kinds import Kind, damaged
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from liaison_metrics.texts import _

_VALUE_CELL = re.compile(rb'<(?:x:)?c (?:[^>]*? )?r="([A-Z]{1,3})(\d{1,7})"[^>]*?[^/]>')
_LARGE_REPEAT = re.compile(rb'-repeated="(\d{3,})"')
_READ_AT_ONCE = 1 << 20


def weigh(file: str, data: bytes, kind: Kind) -> None:
    """Raises RefusedFile for a workbook that would need more memory than the program gives one file."""
    if kind is Kind.XLS:
        return  # the format itself holds no more than 65,536 rows of 256 columns
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(file, archive)
            for name in archive.namelist():
                if kind is Kind.XLSX and re.match(r"xl/worksheets/[^/]+\.xml$", name):
                    check_span(file, *_span_of_xlsx(_unpack(file, archive, name)))
                elif kind is Kind.XLSX and name == "xl/sharedStrings.xml":
                    _unpack(file, archive, name)
                elif kind is Kind.ODS and name == "content.xml":
                    _check_ods(file, _unpack(file, archive, name))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise damaged(file) from None


def _check_sizes(file: str, archive: zipfile.ZipFile) -> None:
    if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
        raise _too_large(file)


def _unpack(file: str, archive: zipfile.ZipFile, name: str) -> bytes:
    # The sizes in the archive's directory can lie; what really comes out is counted.
    pieces: list[bytes] = []
    total = 0
    with archive.open(name) as part:
        while piece := part.read(_READ_AT_ONCE):
            total += len(piece)
            if total > LARGEST_UNPACKED:
                raise _too_large(file)
            pieces.append(piece)
    return b"".join(pieces)


def _span_of_xlsx(xml: bytes) -> tuple[int, int]:
    """Returns rows and columns of the rectangle from A1 to the last cell that holds a value."""
    rows, letters = 0, {b""}
    for cell in _VALUE_CELL.finditer(xml):
        column, row = cell.groups()
        letters.add(column)
        rows = max(rows, int(row))
    return rows, max(map(_column_number, letters))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_ods(file: str, xml: bytes) -> None:
    # Only where something is repeated often can the sheet be larger than its text.
    if _LARGE_REPEAT.search(xml):
        for rows, columns in _spans_of_ods(xml):
            check_span(file, rows, columns)


def _spans_of_ods(xml: bytes) -> Iterator[tuple[int, int]]:
    spans: list[list[int]] = []
    at = {"row": 0, "column": 0, "rows": 1, "columns": 1}
    filled = [False]

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            spans.append([0, 0])
            at["row"] = 0
        elif name == "table:table-row":
            at["rows"], at["column"], filled[0] = int(attributes.get("table:number-rows-repeated", 1)), 0, False
        elif name in ("table:table-cell", "table:covered-table-cell"):
            at["columns"] = int(attributes.get("table:number-columns-repeated", 1))
            at["column"] += at["columns"]
            if "office:value-type" in attributes and spans:
                filled[0] = True
                spans[-1][1] = max(spans[-1][1], at["column"])

    def end(name: str) -> None:
        if name == "table:table-row" and spans:
            at["row"] += at["rows"]
            if filled[0]:
                spans[-1][0] = at["row"]

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    yield from ((rows, columns) for rows, columns in spans)


def check_span(file: str, rows: int, columns: int) -> None:
    """Raises RefusedFile for a sheet of more rows or columns than the program takes."""
    if columns > MOST_COLUMNS:
        raise RefusedFile(
            _("{file} has {columns} columns; an attendance sheet has at most {most}.").format(
                file=file, columns=f"{columns:,}", most=f"{MOST_COLUMNS:,}"
            ),
            hint=_("Delete the columns that do not belong to the attendances, and bring it again."),
            place=Place(file=file),
        )
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise _too_large(file)


def _too_large(file: str) -> RefusedFile:
    return RefusedFile(
        _("{file} is too large when it is unpacked to be an attendance sheet.").format(file=file),
        hint=_("Copy the attendances into a new sheet, save that, and bring it."),
        place=Place(file=file),
    )
