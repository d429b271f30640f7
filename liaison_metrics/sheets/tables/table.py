"""A table as found in a sheet, and what the cells of a row look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.words.cells import text_of


@dataclass(slots=True)
class Table:
    """A table as found: positions of its header rows and data rows in the grid, its columns, and the rows of text above
    it that may say what it is about. All positions count from 0.

    ``known_meanings`` has the meanings of columns that are known by how the table was found."""

    grid: Grid
    headers: list[int]
    rows: list[int]
    columns: range
    context_rows: list[int] = field(default_factory=list)
    known_meanings: dict[int, str] = field(default_factory=dict)

    def header_texts(self, column: int) -> list[str]:
        """Returns the header texts of a column, from above; a merged cell's text stands over all its columns."""
        texts = []
        for position, row in enumerate(self.headers):
            text = cell_text(self.grid, row, column)
            if not text and position < len(self.headers) - 1:
                text = self._spanning_header(row, column)
            if text and text not in texts:
                texts.append(text)
        return texts

    def _spanning_header(self, row: int, column: int) -> str:
        # Only where the row below says something of its own can this column lie under its neighbour's header.
        if not cell_text(self.grid, self.headers[-1], column):
            return ""
        for left in range(column - 1, self.columns.start - 1, -1):
            if text := cell_text(self.grid, row, left):
                return text
        return ""


@dataclass(frozen=True, slots=True)
class RowProfile:
    """What the cells of a row look like: (position, kind, text); kinds: header, date, word, value, text."""

    cells: tuple[tuple[int, str, str], ...]

    def count(self, *kinds: str) -> int:
        """Returns how many cells are of some kinds."""
        return sum(kind in kinds for _at, kind, _text in self.cells)

    def has_adjacent(self, wanted: str) -> bool:
        """Whether two cells of a kind stand side by side."""
        kinds = [kind for _at, kind, _text in self.cells]
        return any(a == b == wanted for a, b in pairwise(kinds))

    @property
    def has_adjacent_headers(self) -> bool:
        """Whether two headers stand side by side, as in a header row and not in a row of labels and values."""
        kinds = [kind for _at, kind, _text in self.cells]
        return any(a == b == "header" for a, b in pairwise(kinds))


def cell_text(grid: Grid, row: int, column: int) -> str:
    """Returns the text of a cell, "" where there is none."""
    cells = grid.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""
