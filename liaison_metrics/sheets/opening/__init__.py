"""Opening a file: from bytes to grids of cells, or one sentence that says why not."""

from __future__ import annotations

from math import ceil

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.model import Workbook
from liaison_metrics.sheets.opening.kinds import FileKind, detect_kind
from liaison_metrics.sheets.opening.limits import LARGEST_FILE
from liaison_metrics.sheets.opening.text import open_text
from liaison_metrics.sheets.opening.workbooks import open_binary
from liaison_metrics.texts import _

__all__ = ["open_workbook"]


def open_workbook(file: str, data: bytes, largest: int = LARGEST_FILE) -> Workbook:
    """Returns the sheets of a file of at most *largest* bytes; what it is decides its content, not its name.

    Raises RefusedFile for what is no sheet, is damaged or locked, or is larger than the program takes.
    """
    if len(data) > largest:
        size = ceil(len(data) / 100_000) / 10  # rounded up: never what is taken
        raise RefusedFile(
            _("{file} has {size} MB; at most {most} MB are taken.").format(
                file=file, size=f"{size:g}", most=largest // 1_000_000
            ),
            hint=_("Split the sheet, or save it without pictures."),
            place=Place(file=file),
        )
    kind = detect_kind(file, data)
    return open_text(file, data) if kind is FileKind.TEXT else open_binary(file, data, kind)
