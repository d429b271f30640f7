"""Limits on what one file may use: a small file can expand to more than the machine's memory.

The library that reads workbooks trusts the file: it builds a full rectangle up to the last value, allocates as much
memory as the file claims to need, and follows chains that may be endless. So each format's module measures a workbook
first and passes on a new one with only what it measured.
"""

from __future__ import annotations

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.limits import LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from liaison_metrics.texts import _


class Budget:
    """What one file may use. Every method raises RefusedFile if a limit is exceeded."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._unpacked = self._cells = self._text = 0

    def unpack(self, size: int) -> None:
        """Adds bytes unpacked from an archive."""
        self._unpacked += size
        if self._unpacked > LARGEST_UNPACKED:
            raise too_large(self._file)

    def rows(self, number: int) -> None:
        """Checks the number of rows of one sheet."""
        if number > MOST_ROWS:
            raise too_large(self._file)

    def columns(self, number: int) -> None:
        """Checks the number of columns of one sheet."""
        if number > MOST_COLUMNS:
            raise RefusedFile(
                _("{file} has {columns} columns; the limit is {most}.").format(
                    file=self._file, columns=f"{number:,}", most=f"{MOST_COLUMNS:,}"
                ),
                hint=_("Delete the columns that aren't needed and upload it again."),
                place=Place(file=self._file),
            )

    def cells(self, number: int) -> None:
        """Adds cells."""
        self._cells += number
        if self._cells > MOST_CELLS:
            raise too_large(self._file)

    def span(self, rows: int, columns: int) -> None:
        """Adds a sheet: the rectangle up to its last row and column with a value."""
        self.rows(rows)
        self.columns(columns)
        self.cells(rows * columns)

    def text(self, characters: int) -> None:
        """Adds characters of cell text, counted once per cell."""
        self._text += characters
        if self._text > MOST_TEXT:
            raise too_large(self._file)


def too_large(file: str) -> RefusedFile:
    """Returns the refusal of a file that would need too much memory."""
    return RefusedFile(
        _("{file} is too large for an attendance sheet.").format(file=file),
        hint=_("Copy the attendances into a new sheet and upload that."),
        place=Place(file=file),
    )
