"""The rejected rows of a file as a workbook, to be corrected and uploaded again.

Each sheet is kept without the rows that counted. So the rows that describe the event (titles, headers, headings between
rows, notes below) are still there. Two columns say why a row was rejected and how to fix it; the reader ignores them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from liaison_metrics.services.intake.outcome import FileReport
from liaison_metrics.services.intake.unpacking import opened
from liaison_metrics.services.intake.workbooks.writing import RejectedLine, workbook_of
from liaison_metrics.sheets.model import Cell, Grid, ReadTable, RejectedRow
from liaison_metrics.sheets.tables.row_profiles import filled_down_columns
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.sheets.words.headers import EVENT
from liaison_metrics.texts import _

_STATEMENTS = frozenset(("", "session", "signature", "people", "total", "present"))
"""Meanings of columns in which each cell can count by itself: as a mark, or as a number of people."""

_LEFT_OUT = "…"
"""Replaces the rows under a header if none of them is rejected: a header without rows might be read differently."""

_MARKED = frozenset(("session", "signature"))
_DATES = frozenset(("date", "birth_date"))


def rejected_sheet(file: str, data: bytes, report: FileReport) -> tuple[str, bytes]:
    """Returns the name and content of a workbook with the rejected rows of a file, in the columns of the file. When it
    is corrected and uploaded, exactly these rows are counted.

    If only some marks or numbers of a row are rejected, only these are kept. Raises RefusedFile if the file cannot be
    opened, and ValueError if no row is rejected.
    """
    if not report.rejected:
        raise ValueError("no row of this file is rejected")
    rejected: dict[str, list[RejectedRow]] = defaultdict(list)
    for row in report.rejected:
        rejected[row.sheet].append(row)
    listed = {table.sheet for table in report.tables if table.columns}
    sheets = []
    for grid in opened(file, data, len(data)).grids:
        if grid.name in rejected:
            sheets.append((grid.name, list(_Sheet(grid, report, rejected[grid.name]).lines())))
        elif grid.name not in listed:  # a cover sheet may say which event the other sheets are about
            sheets.append((grid.name, [RejectedLine(list(cells)) for cells in grid.rows]))
    return rejected_name(file), workbook_of(sheets)


def rejected_name(file: str) -> str:
    """Returns the name of the workbook with a file's rejected rows."""
    words = _("rejected rows")
    stem = PurePath(file.replace("\\", "/")).stem.removesuffix(f" – {words}")
    return f"{stem} – {words}.xlsx"


class _Sheet:
    """A sheet with rejected rows. Row numbers start at 1, as in a spreadsheet."""

    def __init__(self, grid: Grid, report: FileReport, rejected: Sequence[RejectedRow]) -> None:
        self.grid, self.order = grid, DateOrder(report.order) if report.order else None
        self.rejected: dict[int, list[RejectedRow]] = defaultdict(list)
        for row in rejected:
            self.rejected[row.row].append(row)
        self.tables = [table for table in report.tables if table.sheet == grid.name and table.header_row]
        spans = ((table, range(table.first_row, table.last_row + 1)) for table in self.tables if table.first_row)
        self.table_of = {row: table for table, rows in spans for row in rows}
        self.left_out = {row for table in self.tables for row, _reason in table.left_out}
        self.heads = {self.table_of[row].header_row for row in self.rejected if row in self.table_of}
        self.others = {
            table.header_row: table.columns[0].at for table in self.tables if table.header_row not in self.heads
        }
        self.last = max(self.table_of[row].last_row if row in self.table_of else row for row in self.rejected)
        # To the right of everything in these rows, since there may be notes without a header.
        self.width = max(len(_trimmed(grid.rows[row - 1])) for row in (*self.heads, *self.rejected))

    def lines(self) -> Iterator[RejectedLine]:
        """Yields the rows of the sheet, without those that counted."""
        events = {id(table): _Events(table, self.grid) for table in self.tables}
        for number, row in enumerate(self.grid.rows[: self.last], start=1):
            cells, table = list(row), self.table_of.get(number)
            if table is not None:
                events[id(table)].read(number)
            line = self._line(number, cells, table, events[id(table)] if table is not None else None)
            if line is not None:
                yield line
            if number in self.others:
                yield RejectedLine([*[None] * self.others[number], _LEFT_OUT])

    def _line(
        self, number: int, cells: list[Cell], table: ReadTable | None, events: _Events | None
    ) -> RejectedLine | None:
        if number in self.heads:
            return RejectedLine(
                cells, self._wrong_headers(number), (_("Why it is rejected"), _("How to fix it")), self.width
            )
        rejected = self.rejected.get(number)
        if rejected:
            reason = " ".join(dict.fromkeys(row.reason for row in rejected))
            fix = " ".join(dict.fromkeys(row.fix for row in rejected))
            if table is None or events is None:
                return RejectedLine(cells, comment=f"{reason} {fix}")
            wrong = self._only_rejected(cells, table, rejected)
            events.fill_in(cells, self.order)
            return RejectedLine(cells, wrong, (reason, fix), self.width)
        if table is None or not _trimmed(cells):
            return RejectedLine(cells)
        # A total row would no longer match the rows above it.
        kept = number in self.left_out and not any(is_total(text_of(value)) for value in cells)
        return RejectedLine(cells) if kept else None

    def _only_rejected(self, cells: list[Cell], table: ReadTable, rejected: Sequence[RejectedRow]) -> set[int]:
        """Clears the valid marks and numbers of a row if only others are rejected. Returns the positions of the wrong
        cells."""
        names = {row.column for row in rejected} - {""}
        cells += [None] * (max(column.at for column in table.columns) + 1 - len(cells))
        wrong = {column.at for column in table.columns if column.header in names}
        if any(column.at in wrong and column.meaning in _STATEMENTS for column in table.columns):
            for column in table.columns:
                states = column.meaning in _MARKED or number_of(cells[column.at]) is not None
                if column.at not in wrong and column.meaning in _STATEMENTS and states:
                    cells[column.at] = None
        return wrong

    def _wrong_headers(self, header_row: int) -> set[int]:
        """Returns the positions of headers that are wrong themselves: dates of sessions."""
        names = {row.column for rows in self.rejected.values() for row in rows if row.column == row.value}
        heads = (table for table in self.tables if table.header_row == header_row)
        return {column.at for table in heads for column in table.columns if column.header in names}


class _Events:
    """What the rows of a table state about their events, read row by row from the top."""

    def __init__(self, table: ReadTable, grid: Grid) -> None:
        self._grid = grid
        self._dates = [column.at for column in table.columns if column.meaning in _DATES]
        places = [column.at for column in table.columns if column.meaning in EVENT]
        rows = [row for row in grid.rows[table.first_row - 1 : table.last_row] if _trimmed(row)]
        down = filled_down_columns([[_at(row, place) for place in places] for row in rows]) if places else set()
        self._above: dict[int, Cell] = {places[position]: None for position in down}

    def read(self, number: int) -> None:
        """Reads what a row states for itself and the rows below it."""
        for place in self._above:
            if text_of(value := _at(self._grid.rows[number - 1], place)):
                self._above[place] = value

    def fill_in(self, cells: list[Cell], order: DateOrder | None) -> None:
        """Writes into a row what the rows above state about its event, and its dates in a form that is unambiguous
        without the other dates of the file."""
        for place, value in self._above.items():
            cells[place] = cells[place] if text_of(cells[place]) else value
        for place in self._dates:
            read = read_date(cells[place])
            if read and read.ambiguous and (day := read.in_order(order)):
                cells[place] = day.isoformat()


def _at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else None


def _trimmed(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Returns a row without empty cells at its end."""
    end = len(cells)
    while end and not text_of(cells[end - 1]):
        end -= 1
    return cells[:end]
