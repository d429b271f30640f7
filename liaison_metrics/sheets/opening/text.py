"""Opening text files: encoding, delimiter, records."""

from __future__ import annotations

import csv
import io
import math
import re
import sys
from collections import Counter
from pathlib import PurePath

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.model import Grid, Workbook
from liaison_metrics.sheets.opening.encodings import decode
from liaison_metrics.sheets.opening.guards import check_span
from liaison_metrics.texts import _

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LINES = 400
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.005
_SWALLOWED = 60
"""A quoted cell with so many line breaks is a quotation mark that was never closed."""


def open_text(file: str, data: bytes) -> Workbook:
    """Returns the one grid of a text file. Raises RefusedFile where it is no text."""
    text = decode(data).replace("\x00", "")
    if len(_CONTROLS.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
        raise RefusedFile(
            _("{file} is no sheet: it holds no readable text.").format(file=file),
            hint=_("Bring the attendance sheet itself, as CSV, XLSX, XLS or ODS."),
            place=Place(file=file),
        )
    if not text.strip():
        raise RefusedFile(
            _("{file} is empty.").format(file=file),
            hint=_("Bring the file that holds the attendances."),
            place=Place(file=file),
        )
    declared = re.match(r"\ufeff?\s*\"?sep=(.)\"?\r?\n", text)
    if declared:
        text = text[declared.end() :]
    rows = _records(text, declared.group(1) if declared else _delimiter(text))
    check_span(file, len(rows), max(map(len, rows), default=0))
    return Workbook(file, "csv", [Grid(PurePath(file).stem, rows)])


def _records(text: str, delimiter: str | None) -> list[list[str]]:
    rows = _parsed(text, delimiter or "\x1f", csv.QUOTE_MINIMAL)
    longest = max((cell.count("\n") for row in rows for cell in row if len(cell) > _SWALLOWED), default=0)
    return _parsed(text, delimiter or "\x1f", csv.QUOTE_NONE) if longest > _SWALLOWED else rows


def _parsed(text: str, delimiter: str, quoting: int) -> list[list[str]]:
    csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, skipinitialspace=False)  # type: ignore[arg-type]
    return list(reader)


def _delimiter(text: str) -> str | None:
    """Returns the delimiter by which most lines have the same number of cells, and many; None for a single column."""
    sample = "\n".join(text[:200_000].splitlines()[:_SAMPLE_LINES])
    best, chosen = 0.0, None
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in _records(sample, delimiter) if any(cell.strip() for cell in row))
        filled = sum(widths.values())
        for width, rows in widths.items():
            score = rows / filled * math.log2(width) if width > 1 else 0.0
            if score > best + 1e-9:
                best, chosen = score, delimiter
    return chosen
