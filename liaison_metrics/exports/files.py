"""Tables written as files: CSV, JSON, XLSX."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Literal

import xlsxwriter

from liaison_metrics.errors import TooManyLines
from liaison_metrics.texts import _, language

Value = str | int | None


Line = Mapping[str, Value]


Format = Literal["csv", "xlsx", "json"]


LINES_OF_A_SHEET = 1_048_576
"""The most that the workbook's format has, the head among them."""


STARTS_A_FORMULA = (*"=+-@\t\r\n", *"＝＋－＠")
"""What a spreadsheet program takes for the start of a formula, in full width as well (OWASP, "CSV Injection")."""


def as_csv(columns: Sequence[str], rows: Iterable[Line]) -> bytes:
    """Returns lines as CSV that spreadsheets open right; cells that one would run as a formula are neutralised."""
    head: Line = {column: column for column in columns}
    return (_csv_lines(columns, [head]) + _csv_lines(columns, rows)).encode("utf-8-sig")


def _csv_lines(columns: Sequence[str], rows: Iterable[Line]) -> str:
    text = io.StringIO(newline="")
    cells = itemgetter(*columns)
    csv.writer(text).writerows(
        [f"'{one}" if isinstance(one, str) and one.startswith(STARTS_A_FORMULA) else one for one in cells(row)]
        for row in rows
    )
    return text.getvalue()


def _json(rows: Sequence[Line]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=1)


def _json_parts(parts: Iterable[Sequence[Line]]) -> Iterator[bytes]:
    """Yields what ``_json`` makes of all lines, a part at a time."""
    before, end = "[", "[]"
    for part in parts:
        yield (before + _json(part).removeprefix("[").removesuffix("\n]")).encode()
        before, end = ",", "\n]"
    yield end.encode()


def _as_xlsx(table: str, columns: Sequence[str], rows: Iterable[Line]) -> bytes:
    file = io.BytesIO()
    harmless = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"in_memory": True, **harmless}) as workbook:
        sheet = workbook.add_worksheet(table)
        head = workbook.add_format({"bold": True, "bottom": 1})
        for position, column in enumerate(columns):
            sheet.write_string(0, position, column, head)
        number = 0
        for number, row in enumerate(rows, start=1):
            if number >= LINES_OF_A_SHEET:
                raise TooManyLines(
                    _("A workbook’s sheet has room for {n} lines, and there are more.").format(n=LINES_OF_A_SHEET - 1),
                    hint=_("Take the table as CSV or JSON, which can be of any length."),
                )
            for position, column in enumerate(columns):
                sheet.write(number, position, row[column])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, number), len(columns) - 1)
        sheet.autofit()
        workbook.set_properties({"title": table, "comments": language()})
    return file.getvalue()
