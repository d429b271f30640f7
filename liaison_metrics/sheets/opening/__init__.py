"""Opens a file: from bytes to grids of cells, or a refusal with its reason."""

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
    """Returns the sheets of a file of at most *largest* bytes. Its content decides the format, not its name.

    Raises RefusedFile if it isn't a spreadsheet, is damaged or locked, or exceeds a limit.
    """
    if len(data) > largest:
        size = ceil(len(data) / 100_000) / 10  # rounded up, so that it never shows the limit itself
        raise RefusedFile(
            _("{file} is {size} MB; the limit is {most} MB.").format(
                file=file, size=f"{size:g}", most=largest // 1_000_000
            ),
            hint=_("Split the sheet or remove its pictures."),
            place=Place(file=file),
        )
    kind = detect_kind(file, data)
    return open_text(file, data) if kind is FileKind.TEXT else open_binary(file, data, kind)
