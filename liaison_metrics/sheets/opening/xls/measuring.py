"""Measures XLS workbooks: a sheet's records say where its cells are and which shared texts they use."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from liaison_metrics.sheets.opening.guards import Budget, too_large
from liaison_metrics.sheets.opening.kinds import locked
from liaison_metrics.sheets.opening.xls.compound import stream_of, with_stream

_START, _END, _CONTINUED = 0x0809, 0x000A, 0x003C
_SHEET, _TEXTS, _LOCK = 0x0085, 0x00FC, 0x002F
_SIZES, _FORMULA, _NAME, _NOTHING = 0x0200, 0x0006, 0x0018, 0x00FF
_TEXT_CELL, _NUMBER_CELLS = 0x00FD, 0x00BD
_CELLS = {0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, _TEXT_CELL, _NUMBER_CELLS, _FORMULA}
_FORMULA_HEAD = 20
_MOST_RECORDS = 3_000_000

Record = tuple[int, int, int]
"""Type, start and length of its content."""


def measured_xls(file: str, data: bytes, budget: Budget) -> bytes:
    """Returns a workbook with only the measured stream, without what makes the reading library allocate memory for
    nothing: formulas, names and claimed sheet sizes.

    Raises RefusedFile if it is too large or locked, ValueError if it is damaged.
    """
    stream = bytearray(stream_of(data, "Workbook", "Book", "WORKBOOK", "BOOK"))
    try:
        _XlsMeter(file, stream, budget).measure()
    except (struct.error, IndexError):
        raise ValueError("record") from None
    return with_stream("Workbook", bytes(stream))


class _XlsMeter:
    def __init__(self, file: str, stream: bytearray, budget: Budget) -> None:
        self._file, self._stream, self._budget = file, stream, budget
        self._lengths: list[int] = []
        self._records = 0

    def measure(self) -> None:
        sheets: set[int] = set()
        for kind, at, size in self._records_from(0):
            if kind == _LOCK:
                raise locked(self._file)
            if kind == _SHEET:
                (start,) = struct.unpack_from("<I", self._stream, at)
                if start in sheets:
                    raise ValueError("sheet")
                sheets.add(start)
            elif kind == _TEXTS:
                self._lengths = list(self._texts(at, size))
            elif kind == _NAME:
                struct.pack_into("<H", self._stream, at - 4, _NOTHING)
            elif kind == _END:
                break
        for start in sheets:
            self._sheet(start)

    def _records_from(self, at: int) -> Iterator[Record]:
        stream = self._stream
        while at + 4 <= len(stream):
            kind, size = struct.unpack_from("<HH", stream, at)
            if at + 4 + size > len(stream):
                raise ValueError("record")
            self._count()
            yield kind, at + 4, size
            at += 4 + size

    def _count(self) -> None:
        self._records += 1
        if self._records > _MOST_RECORDS:
            raise too_large(self._file)

    def _sheet(self, start: int) -> None:
        stream, place = self._stream, struct.Struct("<HH").unpack_from
        rows = columns = text = depth = 0
        for kind, at, size in self._records_from(start):
            if kind in _CELLS:
                row, column = place(stream, at)
                if kind == _NUMBER_CELLS:
                    (column,) = struct.unpack_from("<H", stream, at + size - 2)
                elif kind == _TEXT_CELL:
                    (number,) = struct.unpack_from("<I", stream, at + 6)
                    text += self._lengths[number] if number < len(self._lengths) else 0
                elif kind == _FORMULA:
                    stream[at + _FORMULA_HEAD : at + size] = bytes(max(size - _FORMULA_HEAD, 0))
                rows, columns = max(rows, row + 1), max(columns, column + 1)
            elif kind == _SIZES:
                stream[at : at + size] = bytes(size)
            elif kind == _START:
                depth += 1
            elif kind == _END:
                depth -= 1
                if depth <= 0:
                    break
        self._budget.span(rows, columns)
        self._budget.text(text)

    def _texts(self, at: int, size: int) -> Iterator[int]:
        """Yields the length of each shared text; a text can continue in the records that follow."""
        parts = [(at + 8, at + size)]
        for kind, begin, length in self._records_from(at + size):
            if kind != _CONTINUED:
                break
            parts.append((begin, begin + length))
        parts.reverse()
        here, end = parts.pop()
        while here < end or parts:
            if here >= end:
                here, end = parts.pop()
                continue
            self._count()
            length, flags = struct.unpack_from("<HB", self._stream, here)
            here += 3
            extra = 0
            if flags & 8:
                extra += 4 * int.from_bytes(self._stream[here : here + 2], "little")
                here += 2
            if flags & 4:
                extra += int.from_bytes(self._stream[here : here + 4], "little")
                here += 4
            yield length
            left, width = length, 1 + (flags & 1)
            while left > (fitting := (end - here) // width):
                left -= max(fitting, 0)
                here, end = parts.pop()
                width, here = 1 + (self._stream[here] & 1), here + 1
            here += left * width
            while extra > end - here and parts:
                extra -= end - here
                here, end = parts.pop()
            here += extra
