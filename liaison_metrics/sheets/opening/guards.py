"""Weighing a file before it is read: a small file can hold more than a machine.

The library that reads workbooks trusts what they say: it makes a full rectangle from the first to the last cell with a
value, sets aside as much memory as the file claims to need, and follows chains that may have no end. So each format's
module measures a workbook first, and hands over a new one that holds only what was measured.
"""

from __future__ import annotations

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from liaison_metrics.texts import _


class Budget:
    """What one file may use. Every method raises RefusedFile where that is too much."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._unpacked = self._cells = self._text = 0

    def unpack(self, size: int) -> None:
        """Adds bytes that came out of an archive."""
        self._unpacked += size
        if self._unpacked > LARGEST_UNPACKED:
            raise too_large(self._file)

    def rows(self, number: int) -> None:
        """Checks the rows of one sheet."""
        if number > MOST_ROWS:
            raise too_large(self._file)

    def columns(self, number: int) -> None:
        """Checks the columns of one sheet."""
        if number > MOST_COLUMNS:
            raise RefusedFile(
                _("{file} has {columns} columns; an attendance sheet has at most {most}.").format(
                    file=self._file, columns=f"{number:,}", most=f"{MOST_COLUMNS:,}"
                ),
                hint=_("Delete the columns that do not belong to the attendances, and bring it again."),
                place=Place(file=self._file),
            )

    def cells(self, number: int) -> None:
        """Adds cells."""
        self._cells += number
        if self._cells > MOST_CELLS:
            raise too_large(self._file)

    def span(self, rows: int, columns: int) -> None:
        """Adds a sheet: the rectangle from its first cell to its last row and column with a value."""
        self.rows(rows)
        self.columns(columns)
        self.cells(rows * columns)

    def text(self, characters: int) -> None:
        """Adds the text of cells, as often as it stands in one."""
        self._text += characters
        if self._text > MOST_TEXT:
            raise too_large(self._file)


def too_large(file: str) -> RefusedFile:
    """Returns the refusal of a file that would need more memory than the program gives one."""
    return RefusedFile(
        _("{file} is too large to be an attendance sheet.").format(file=file),
        hint=_("Copy the attendances into a new sheet, save that, and bring it."),
        place=Place(file=file),
    )
