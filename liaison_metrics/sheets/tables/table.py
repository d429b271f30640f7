"""A table found in a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date

FIRST_HEADER = 2_000
"""A sheet without a header in its first 2,000 rows has none. This keeps long foreign files fast."""


_PAIR = 2


@dataclass(slots=True)
class Table:
    """A table found in a sheet: its header rows, data rows and columns, and the rows of text above it. Positions count
    from 0.

    ``headers_again`` are rows that repeat the header, as on further pages. ``known_meanings`` are meanings of columns
    that follow from how the table was found. ``next_header`` is the header row of the next table, if there is one.
    """

    grid: Grid
    headers: list[int]
    rows: list[int]
    columns: range
    context_rows: list[int] = field(default_factory=list)
    known_meanings: dict[int, str] = field(default_factory=dict)
    headers_again: list[int] = field(default_factory=list)
    next_header: int | None = None
    _cells: dict[int, Sequence[Cell]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _different: dict[int, Counter[Cell]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def row_numbers(self) -> tuple[int, int, int]:
        """The header row, the first and the last row of data as people count them, from 1; 0 if there is none."""
        first, last = (self.rows[0] + 1, self.rows[-1] + 1) if self.rows else (0, 0)
        return self.headers[-1] + 1 if self.headers else 0, first, last

    def cells(self, column: int) -> Sequence[Cell]:
        """Returns a column's cells in the data rows, None where a row is too short. Each column is taken once."""
        if column not in self._cells:
            rows = [self.grid.rows[row] for row in self.rows]
            widths = set(map(len, rows))
            if len(widths) == 1 and column < max(widths):
                self._cells |= enumerate(zip(*rows, strict=True))  # all columns at once: far faster than one by one
            else:
                self._cells[column] = [cells[column] if column < len(cells) else None for cells in rows]
        return self._cells[column]

    def different_cells(self, column: int) -> Mapping[Cell, int]:
        """Returns the different cells of a column in the data rows, and how often each occurs."""
        if column not in self._different:
            self._different[column] = Counter(self.cells(column))
        return self._different[column]

    def rows_where(self, column: int, holds: Callable[[Cell], bool]) -> set[int]:
        """Returns the data rows whose cell in a column fulfils a condition, which is asked once per different cell."""
        chosen = {cell for cell in self.different_cells(column) if holds(cell)}
        cells = zip(self.rows, self.cells(column), strict=True) if chosen else ()
        return {row for row, cell in cells if cell in chosen}

    def own_cells(self, row: int) -> Sequence[Cell]:
        """Returns the cells of a row, None for those beside the table's columns."""
        cells, own = self.grid.rows[row], self.columns
        if own.start == 0 and len(cells) <= own.stop:
            return cells
        return [value if at in own else None for at, value in enumerate(cells)]

    def has_cells_behind(self, columns: range) -> bool:
        """Returns whether something stands behind some columns in the table's rows, as another table may; above
        it if it has no headers."""
        rows = [*self.headers, *self.rows]
        above = () if self.headers else (row for row in self.context_rows if not self._holds_pair(row, columns))
        return any(any(map(text_of, self.grid.rows[row][columns.stop :])) for row in (*above, *rows))

    def _holds_pair(self, row: int, columns: range) -> bool:
        """Whether a row holds a label in some columns and nothing but its value behind them."""
        filled = [at for at, value in enumerate(self.grid.rows[row]) if text_of(value)]
        return len(filled) == _PAIR and filled[0] in columns

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

    def last_headers(self) -> Iterator[str]:
        """Yields the lowest header text of each column that has one."""
        return (text for at in self.columns for text in self.header_texts(at)[-1:])

    def _spanning_header(self, row: int, column: int) -> str:
        # A column belongs under its neighbour's header only if it has a header of its own below.
        if not cell_text(self.grid, self.headers[-1], column):
            return ""
        for left in range(column - 1, self.columns.start - 1, -1):
            if text := cell_text(self.grid, row, left):
                return text if column - left < self._widest_day(row, left) else ""
        return ""

    def _widest_day(self, row: int, column: int) -> int:
        """Returns how many columns a day in a header row spans at most: as many as the others of several days do."""
        days = [at for at in self.columns if _is_day(self.grid.rows[row], at)]
        wide = [after - before for before, after in pairwise(days)] if column in days else []
        return max(wide, default=len(self.columns))


def _is_day(cells: Sequence[Cell], column: int) -> bool:
    return column < len(cells) and read_date(cells[column]) is not None


def rows_below(rows: Sequence[Sequence[Cell]], head: int) -> range:
    """Returns the positions of the rows right below a header, up to the first empty one."""
    below = range(head + 1, len(rows))
    return range(head + 1, next((row for row in below if not any(map(text_of, rows[row]))), max(len(rows), head + 1)))


def cell_text(grid: Grid, row: int, column: int) -> str:
    """Returns the text of a cell, "" if there is none."""
    cells = grid.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""
