"""Opens text files: encoding, delimiter, records."""

from __future__ import annotations

import re
from pathlib import PurePath

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.model import Grid, Workbook
from liaison_metrics.sheets.opening.encodings import decode
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.records import delimiter_of, records
from liaison_metrics.texts import _

_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.005


def open_text(file: str, data: bytes) -> Workbook:
    """Returns the one grid of a text file. Raises RefusedFile if it isn't text or is too large."""
    text = decode(data).replace("\x00", "")
    if _controls(text) > max(2, _MOST_CONTROLS * len(text)):
        raise RefusedFile(
            _("{file} contains no readable text.").format(file=file),
            hint=_("Upload the attendance sheet as CSV, XLSX, XLS or ODS."),
            place=Place(file=file),
        )
    if not text.strip():
        raise RefusedFile(
            _("{file} is empty.").format(file=file),
            hint=_("Upload the file with the attendances."),
            place=Place(file=file),
        )
    declared = re.match(r"\ufeff?\s*\"?sep=([^\w\s\"]|\t)\"?\r?\n", text)
    if declared:
        text = text[declared.end() :]
    budget = Budget(file)
    rows = records(text, declared.group(1) if declared else delimiter_of(text, budget), budget)
    return Workbook(file, "csv", [Grid(PurePath(file).stem, rows)])


def _controls(text: str) -> int:
    return sum(1 for _found in _CONTROLS.finditer(text))
