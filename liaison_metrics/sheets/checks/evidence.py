"""What a table holds and what the reading made of its rows: all that checks look at."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Generic, TypeVar

from liaison_metrics.sheets.checks.thresholds import SAMPLE, USUAL_SHARE
from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.model import (
    AttendanceRow,
    Cell,
    Grid,
    HeadcountRow,
    Hints,
    NotCountedReason,
    ReadColumn,
    Reading,
    ReadTable,
)
from liaison_metrics.sheets.rows.likeness import kind_of_cell
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NAMES = ("name", "given_name", "family_name")

_Fact = TypeVar("_Fact", AttendanceRow, HeadcountRow)


@dataclass(slots=True)
class Fates:
    """What became of the rows of one sheet: how often each row counts, and which rows don't."""

    counted: Counter[int]
    heads: Counter[int]
    not_counted: dict[int, NotCountedReason]
    rejected: set[int]


class _FactsByRow(Generic[_Fact]):
    """The facts of one sheet by their rows."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._all: Sequence[_Fact] = ()
        self._places: dict[int, list[int]] = {}
        self._known = -1

    def of(self, facts: Sequence[_Fact], rows: range) -> list[_Fact]:
        """Returns those of all *facts* that are of the rows, in their order."""
        if self._all is not facts or self._known != len(facts):  # an answer changed them
            self._all, self._known, self._places = facts, len(facts), {}
            for place, fact in enumerate(facts):
                if fact.sheet == self._sheet:
                    self._places.setdefault(fact.row, []).append(place)
        return [facts[place] for place in sorted(place for row in rows for place in self._places.get(row, ()))]


class _SheetRows:
    """The rows of a sheet in order, so that each of its tables finds its own without looking at those of the others."""

    def __init__(self, sheet: str, fates: Fates, reading: Reading) -> None:
        tables = [table for table in reading.tables if table.sheet == sheet and table.columns]
        self.first_table = tables[0]
        self._starts = sorted(table.first_row for table in tables)
        self._ends = sorted(table.last_row for table in tables)
        self._heads = sorted(table.header_row or table.first_row for table in tables)
        self._counted = sorted(fates.counted)
        self._not_counted = sorted(fates.not_counted)
        self._reading = reading
        self._listed, self._stated = _FactsByRow[AttendanceRow](sheet), _FactsByRow[HeadcountRow](sheet)

    def counted(self, rows: range) -> list[int]:
        """Returns those of the rows that list people who count, in order."""
        return self._counted[bisect_left(self._counted, rows.start) : bisect_left(self._counted, rows.stop)]

    def any_not_counted(self, rows: range) -> bool:
        """Whether any of the rows lists people who don't count."""
        return bisect_left(self._not_counted, rows.start) < bisect_left(self._not_counted, rows.stop)

    def tables_in(self, rows: range) -> int:
        """Returns how many tables have any of the rows."""
        return bisect_left(self._starts, rows.stop) - bisect_left(self._ends, rows.start)

    def end_above(self, row: int) -> int | None:
        """Returns the last row of the table that ends next above a row, None if none does."""
        at = bisect_left(self._ends, row)
        return self._ends[at - 1] if at else None

    def head_from(self, row: int, without: int) -> int:
        """Returns the first row of the table that begins next at or below a row, *without* if none does."""
        at = bisect_left(self._heads, row)
        return self._heads[at] if at < len(self._heads) else without

    def starts_above(self, row: int) -> Sequence[int]:
        """Returns the first rows of the tables that begin above a row."""
        return self._starts[: bisect_left(self._starts, row)]

    def attendances(self, rows: range) -> list[AttendanceRow]:
        """Returns the attendances of the rows, in the order of the reading."""
        return self._listed.of(self._reading.attendances, rows)

    def headcounts(self, rows: range) -> list[HeadcountRow]:
        """Returns the headcounts of the rows, in the order of the reading."""
        return self._stated.of(self._reading.headcounts, rows)


class CheckedTable:
    """One table of a sheet with the fates of its rows. Row numbers are those that people see."""

    def __init__(self, read: ReadTable, grid: Grid, fates: Fates, reading: Reading, on_sheet: _SheetRows) -> None:
        self.read, self.grid, self.fates, self.reading, self._on_sheet = read, grid, fates, reading, on_sheet
        self.sheet = read.sheet
        self.rows = range(read.first_row, read.last_row + 1)
        self.columns: Mapping[str, ReadColumn] = {column.meaning: column for column in read.columns if column.meaning}
        own = [column.at for column in read.columns]
        self._texts = cache(lambda row: [text for at in own if (text := self.text(row, at))])  # each check asks again
        self._values = cache(self._values_at)

    def cell(self, row: int, at: int) -> Cell:
        """Returns a cell."""
        cells = self.grid.rows[row - 1]
        return cells[at] if at < len(cells) else None

    def text(self, row: int, at: int) -> str:
        """Returns a cell's text."""
        return text_of(self.cell(row, at))

    def texts(self, row: int) -> list[str]:
        """Returns the texts of a row's filled cells, within the table's columns."""
        return self._texts(row)

    def repeats_headers(self, row: int) -> bool:
        """Whether a row is a heading beside which the headers of the other columns stand again."""
        (first, *others), heads = self.texts(row), [column.header for column in self.read.columns]
        return {*heads}.issuperset(others) if others else heads == [first]

    def name(self, row: int) -> str:
        """Returns the text under the name columns."""
        found = (self.text(row, column.at) for meaning in _NAMES if (column := self.columns.get(meaning)))
        return " ".join(filter(None, found))

    def others_headed(self, header: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Yields the columns with the same header in the other tables of the sheet, with the rows that count there."""
        for other in self.reading.tables:
            rows = range(other.first_row, other.last_row + 1)
            if other.sheet == self.sheet and other is not self.read:
                yield from ((one.at, self._on_sheet.counted(rows)) for one in other.columns if one.header == header)

    @property
    def stands_beside_another(self) -> bool:
        """Whether another table has rows in common with this one."""
        return self._on_sheet.tables_in(self.rows) > 1

    @cached_property
    def counted(self) -> Sequence[int]:
        """The rows that list people who count, in order."""
        rows = self._on_sheet.counted(self.rows)
        if not self.stands_beside_another:
            return rows
        number = self.columns.get("number")
        own = [column.at for column in self.read.columns if column is not number]
        return [row for row in rows if any(self.text(row, at) for at in own) and self._is_counted_here(row)]

    def _is_counted_here(self, row: int) -> bool:
        """Whether it is this table's person who counts in a row, and not somebody beside it."""
        names = [one.name for one in self._on_sheet.attendances(range(row, row + 1)) if one.name]
        own = {*normal(" ".join(self.texts(row))).split()}
        told = any(own.issuperset(normal(name).split()) for name in names)
        return told or (not names and row not in self.fates.not_counted)

    @cached_property
    def attendances(self) -> Sequence[AttendanceRow]:
        """The attendances of the table."""
        own = self.reading.attendances
        if len(self.counted) == len(self.fates.counted) and len(self.reading.tables) == 1:
            return own
        return self._on_sheet.attendances(self.rows)

    @cached_property
    def headcounts(self) -> Sequence[HeadcountRow]:
        """The headcounts of the table."""
        return self._on_sheet.headcounts(self.rows)

    def starts_above(self, row: int) -> Sequence[int]:
        """Returns where the tables above a row begin, from top to bottom."""
        return self._on_sheet.starts_above(row)

    @cached_property
    def events(self) -> Counter[int]:
        """The attendances of each event."""
        return Counter(map(attrgetter("event"), self.attendances))

    @cached_property
    def people(self) -> int:
        """How many people the table counts for: attendances, half-days of one event once, and people beside them."""
        marked = len(self.attendances) > len(self.counted)
        listed = len({(row.event, row.row, row.name) for row in self.attendances}) if marked else len(self.attendances)
        return listed + sum(row.people for row in self.headcounts)

    @cached_property
    def lost(self) -> Sequence[int]:
        """The rows that hold something and count for nothing: left out, whatever the reason. Examples are meant to look
        like people, and the arithmetic tells lines of accounts."""
        kept = {*self.fates.counted, *self.fates.heads, *self.fates.not_counted, *self.fates.rejected}
        clear = {row for row, why in self.read.left_out if why in (Fate.EXAMPLE, Fate.OTHER_TABLE)}
        left = (row for row in self.rows if row not in clear and row not in kept)
        return [row for row in left if any(self.grid.rows[row - 1]) and self.texts(row)]

    @cached_property
    def usual(self) -> Mapping[int, str]:
        """The columns that people usually fill, with the kind of their values. Numbers don't show a person."""
        sample = [self.grid.rows[row - 1] for row in self.counted[:SAMPLE]]
        found: dict[int, str] = {}
        for column in self.read.columns:
            kinds = Counter(kind_of_cell(cells, column.at) for cells in sample)
            del kinds[""]
            kind, rows = kinds.most_common(1)[0] if kinds else ("", 0)
            if kind and kind != "number" and rows >= USUAL_SHARE * len(sample):
                found[column.at] = kind
        return found

    @cached_property
    def sparse(self) -> Sequence[int]:
        """The counted rows with a single cell, where people usually have more."""
        names = {column.at for meaning in _NAMES if (column := self.columns.get(meaning))}
        beside = [at for at in self.usual if at not in names]
        if not beside:
            return []
        empty = (row for row in self.counted if not self.cell(row, beside[0]))
        return [row for row in empty if len(self.texts(row)) == 1]

    def is_blank_above(self, row: int) -> bool:
        """Whether an empty row stands above a row."""
        return row >= 2 and not any(map(text_of, self.grid.rows[row - 2]))

    def values(self, column: ReadColumn) -> Counter[str]:
        """Returns the different texts of the counted people in a column, and how often each comes."""
        return self._values(column.at)

    def _values_at(self, at: int) -> Counter[str]:
        people = [self.grid.rows[row - 1] for row in self.counted]
        found: Counter[str] = Counter()
        for value, times in Counter([cells[at] if at < len(cells) else None for cells in people]).items():
            found[text_of(value)] += times
        return found

    def lines_above(self) -> Iterator[int]:
        """Yields the rows of text above the table. Those right below an earlier table belong to it."""
        end = self._on_sheet.end_above(self.rows.start)
        apart = end is None
        for row in range((end or 0) + 1, self.read.header_row or self.rows.start):
            filled = any(text_of(value) for value in self.grid.rows[row - 1])
            apart = apart or not filled
            if apart and filled:
                yield row

    def goes_on_above(self, text: str) -> bool:
        """Returns whether a line over people continues what a line above the table begins ("Team A", "Team B")."""
        first = normal(text).partition(" ")[0]
        above = (text for row in self.lines_above() for text in self.texts(row))
        return first in evidence("groups") and any(normal(line).partition(" ")[0] == first for line in above)

    def lines_below(self) -> Iterator[int]:
        """Yields the rows of text below the table, up to the next one."""
        for row in range(self.rows.stop, self._on_sheet.head_from(self.rows.stop, len(self.grid.rows) + 1)):
            if any(text_of(value) for value in self.grid.rows[row - 1]):
                yield row

    @property
    def is_first(self) -> bool:
        """Whether the table is the first of its sheet."""
        return self._on_sheet.first_table is self.read


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What checks know besides the sheet: the project's words and answers, and what the person said."""

    vocabulary: Vocabulary
    hints: Hints


def checked_tables(reading: Reading, grids: Sequence[Grid]) -> Iterator[CheckedTable]:
    """Yields the tables of a reading that count for something."""
    by_name, fates = {grid.name: grid for grid in grids}, _fates(reading)
    on_sheets: dict[str, _SheetRows] = {}
    for table in reading.tables:
        grid, own = by_name.get(table.sheet), fates.get(table.sheet)
        if table.columns and table.first_row and grid is not None and own is not None:
            on_sheet = on_sheets.get(table.sheet) or _SheetRows(table.sheet, own, reading)
            on_sheets[table.sheet] = on_sheet
            checked = CheckedTable(table, grid, own, reading, on_sheet)
            if checked.counted or checked.headcounts or on_sheet.any_not_counted(checked.rows):
                yield checked


def _fates(reading: Reading) -> dict[str, Fates]:
    found: dict[str, Fates] = {}

    def of(sheet: str) -> Fates:
        return found.setdefault(sheet, Fates(Counter(), Counter(), {}, set()))

    sheets = set(map(attrgetter("sheet"), reading.attendances))
    for sheet in sheets:
        own = reading.attendances if len(sheets) == 1 else [row for row in reading.attendances if row.sheet == sheet]
        of(sheet).counted.update(map(attrgetter("row"), own))
    for heads in reading.headcounts:
        of(heads.sheet).heads[heads.row] += heads.people
    for left in reading.not_counted:
        of(left.sheet).not_counted[left.row] = left.reason
    for refused in reading.rejected:
        of(refused.sheet).rejected.add(refused.row)
    return found
