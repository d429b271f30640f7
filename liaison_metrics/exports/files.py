"""Writes DataFrames as files: CSV, XLSX, JSON and Parquet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from liaison_metrics.errors import TooManyLines
from liaison_metrics.texts import _, language

Value = str | int | None
Row = tuple[Value, ...]

FileFormat = Literal["csv", "xlsx", "json", "parquet"]

ROWS_OF_A_SHEET = 1_048_576
"""The most rows that the XLSX format allows, the header included."""

ROWS_OF_A_GROUP = 50_000
"""Rows of a Parquet row group: large enough to compress well, small enough to hold in memory."""

_FORMULA = re.compile(r'(^|[;\t\r\n])([\s"]*)(?=[=+\-@＝＋－＠])')
"""Where a spreadsheet program finds a formula in a text (OWASP, "CSV Injection"): at its start, and behind a semicolon,
a tab or a line break, where many programs begin a new cell, quoted or not."""


def write(name: str, frame: pd.DataFrame, form: FileFormat) -> bytes:
    """Returns a table as a file. *name* becomes the name of the sheet in a workbook.

    CSV is UTF-8 with a byte order mark, and cells that a spreadsheet would run as a formula are neutralised. JSON is a
    list of objects. Raises TooManyLines if the table does not fit into a workbook.
    """
    return b"".join(write_chunks(name, [frame], form))


def write_chunks(name: str, frames: Iterable[pd.DataFrame], form: FileFormat) -> Iterator[bytes]:
    """Yields the bytes that ``write`` returns, for a table that comes in chunks (at least one).

    CSV, JSON and Parquet need memory for a few chunks only. A workbook is one piece and holds all rows.
    """
    if form == "parquet":
        yield from _parquet(iter(frames))
        return
    chunks = iter(frames)
    first = next(chunks)
    columns = list(first.columns)
    rows = (_rows(frame) for frame in chain([first], chunks) if len(frame))
    if form == "csv":
        yield _csv([tuple(columns)]).encode("utf-8-sig")
        yield from (_csv(part).encode() for part in rows)
    elif form == "json":
        yield from _json(columns, rows)
    else:
        yield _xlsx(name, columns, chain.from_iterable(rows))


def _rows(frame: pd.DataFrame) -> list[Row]:
    """Returns the rows with plain values: days as ISO dates, None for missing values."""
    return list(zip(*(_values(frame[name]) for name in frame), strict=True))


def _values(column: pd.Series) -> list[Value]:
    if column.dtype.kind == "M":
        days: list[Value] = np.datetime_as_string(column.to_numpy("datetime64[D]")).tolist()
        return days
    if not column.hasnans:
        values: list[Value] = column.tolist()
        return values
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def _csv(rows: Iterable[Row]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def _neutral(text: str) -> str:
    """Returns a text that no spreadsheet program runs as a formula, whatever separates its cells."""
    marked = "'" + text if text.startswith(("\t", "\r", "\n")) else text
    return _FORMULA.sub(r"\1\2'", marked)


def _json(columns: Sequence[str], parts: Iterable[Sequence[Row]]) -> Iterator[bytes]:
    before, end = "[", "[]"
    for part in parts:
        objects = [dict(zip(columns, row, strict=True)) for row in part]
        text = json.dumps(objects, ensure_ascii=False, indent=1)
        yield (before + text.removeprefix("[").removesuffix("\n]")).encode()
        before, end = ",", "\n]"
    yield end.encode()


def _xlsx(name: str, columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    file = io.BytesIO()
    never_convert = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"in_memory": True, **never_convert}) as workbook:
        sheet = workbook.add_worksheet(name)
        header = workbook.add_format({"bold": True, "bottom": 1})
        for position, column in enumerate(columns):
            sheet.write_string(0, position, column, header)
        number = 0
        for number, row in enumerate(rows, start=1):
            if number >= ROWS_OF_A_SHEET:
                raise TooManyLines(
                    _("A workbook sheet holds {n} rows, and this table has more.").format(n=ROWS_OF_A_SHEET - 1),
                    hint=_("Choose CSV, JSON or Parquet, which have no limit."),
                )
            for position, value in enumerate(row):
                sheet.write(number, position, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, number), len(columns) - 1)
        sheet.autofit()
        workbook.set_properties({"title": name, "comments": language()})
    return file.getvalue()


class Pipe(io.RawIOBase):
    """A writable file that hands on its bytes as they are written, so that it never holds a whole table."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()
        self._taken = 0

    def writable(self) -> bool:
        """Returns that it can be written."""
        return True

    def tell(self) -> int:
        """Returns how many bytes were written."""
        return self._taken + len(self._waiting)

    def write(self, data: object) -> int:
        """Takes bytes; returns how many."""
        content = bytes(memoryview(data))  # type: ignore[arg-type]
        self._waiting += content
        return len(content)

    def take(self) -> bytes:
        """Returns what was written since the last call."""
        content = bytes(self._waiting)
        self._waiting.clear()
        self._taken += len(content)
        return content


def _parquet(frames: Iterator[pd.DataFrame]) -> Iterator[bytes]:
    first = next(frames)
    schema = _schema(first)
    pipe = Pipe()
    with pq.ParquetWriter(pipe, schema, compression="zstd") as writer:
        waiting: list[pa.Table] = []
        for frame in chain([first], frames):
            waiting.append(pa.Table.from_pandas(frame, schema=schema, preserve_index=False))
            if sum(table.num_rows for table in waiting) >= ROWS_OF_A_GROUP:
                writer.write_table(pa.concat_tables(waiting))
                waiting.clear()
            if begun := pipe.take():
                yield begun
        if waiting:
            writer.write_table(pa.concat_tables(waiting))
    yield pipe.take()


def _schema(frame: pd.DataFrame) -> pa.Schema:
    """Returns the Parquet types of the columns. Days are dates, without a time."""
    types = {"M": pa.date32(), "i": pa.int64()}
    return pa.schema([(name, types.get(frame[name].dtype.kind, pa.string())) for name in frame])
