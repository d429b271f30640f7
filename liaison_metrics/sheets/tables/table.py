"""A table found in a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of

FIRST_HEADER = 2_000
"""A sheet without a header in its first 2,000 rows has none. This keeps long foreign files fast."""


@dataclass(slots=True)
class Table:
    """A table found in a sheet: its header rows, data rows and columns, and the rows of text above it. Positions count
    from 0.

    ``known_meanings`` are meanings of columns that follow from how the table was found.
    """

    grid: Grid
    headers: list[int]
    rows: list[int]
    columns: range
    context_rows: list[int] = field(default_factory=list)
    known_meanings: dict[int, str] = field(default_factory=dict)

    def values(self, column: int) -> Iterator[Cell]:
        """Yields a column's cells in the data rows, without empty ones."""
        for row in self.rows:
            cells = self.grid.rows[row]
            if column < len(cells) and text_of(cells[column]):
                yield cells[column]

    def header_texts(self, column: int) -> list[str]:
        """Returns a column's header texts, top to bottom; a merged header applies to all its columns."""
        texts = []
        for position, row in enumerate(self.headers):
            text = cell_text(self.grid, row, column)
            if not text and position < len(self.headers) - 1:
                text = self._spanning_header(row, column)
            if text and text not in texts:
                texts.append(text)
        return texts

    def _spanning_header(self, row: int, column: int) -> str:
        # A column belongs under its neighbour's header only if it has a header of its own below.
        if not cell_text(self.grid, self.headers[-1], column):
            return ""
        for left in range(column - 1, self.columns.start - 1, -1):
            if text := cell_text(self.grid, row, left):
                return text
        return ""


def cell_text(grid: Grid, row: int, column: int) -> str:
    """Returns the text of a cell, "" if there is none."""
    cells = grid.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""
