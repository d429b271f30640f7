"""Reads headcounts: numbers of people in rows and in cross tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import (
    BREAKDOWN_KINDS,
    NUMERIC_SHARE,
    count_columns,
    is_sum_column,
    remainder_column,
)
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent, reject_unresolved
from liaison_metrics.sheets.model import Cell, HeadcountRow, Reading
from liaison_metrics.sheets.remarks import ReaderRemarks, invalid_number
from liaison_metrics.sheets.rows.examples import example_rows
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_not_stated, is_total, number_of, part_of, starts_total_row, text_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.texts import _


def _is_of_whom(cells: Sequence[Cell]) -> bool:
    """Whether a row gives a part of the row above ("of which women")."""
    first = next((text for value in cells if (text := text_of(value))), "")
    words = first.split()
    alone = all(number_of(value) is not None for value in cells if text_of(value) and text_of(value) != first)
    return alone and any(normal(" ".join(words[:end])) in tools("of_whom") for end in (1, 2, 3) if len(words) > end)


class HeadcountReader:
    """Reads the headcounts of one table into a reading."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[Column],
        resolver: EventResolver,
        reading: Reading,
        remarks: ReaderRemarks,
    ) -> None:
        self.table, self.resolver, self.reading, self.remarks = table, resolver, reading, remarks
        self.vocabulary, self.sheet = resolver.vocabulary, table.grid.name
        self.counted = count_columns(columns)
        self._all_columns = columns
        self.columns = {c.meaning: c for c in columns if c.meaning and c not in self.counted}
        self.sums = [
            c
            for c in columns
            if c not in self.counted and is_sum_column(c) and c.shares.get("number", 0.0) >= NUMERIC_SHARE
        ]
        self._rest = remainder_column(columns, self.counted)
        self.left_out: list[tuple[int, str]] = []
        self._block_sum = self._rows_in_block = 0
        self._column_sums: Counter[int] = Counter()

    def read(self) -> None:
        """Reads all rows of the table."""
        rows = self.table.grid.rows
        data = [number for number in self.table.rows if any(text_of(value) for value in rows[number])]
        if examples := example_rows(self.table, self._all_columns, data):
            self.left_out += [(number + 1, _("example")) for number in sorted(examples)]
            data = [number for number in data if number not in examples]
        totals = {n for n in data if self._is_total_row(rows[n])}
        totals = totals if len(totals) < len(data) else set()  # if all rows are totals, they are the data
        self.resolver.prepare([rows[n] for n in data if n not in totals])
        for number in data:
            cells = rows[number]
            if _is_of_whom(cells):
                self.left_out.append((number + 1, _("part of the row above")))
            elif number in totals or self._adds_up(cells):
                self._check_total(cells, number + 1)
                self.left_out.append((number + 1, _("total")))
            elif not any(text_of(self._value(column, cells)) for column in self.counted):
                loose = [value for value in cells if text_of(value)]
                take_heading = len(loose) <= 3 and self.resolver.take_heading(loose)
                self.left_out.append((number + 1, _("section heading") if take_heading else _("note")))
            else:
                self._row(cells, number + 1)

    def _is_total_row(self, cells: Sequence[Cell]) -> bool:
        first = next((value for value in cells if text_of(value)), None)
        if isinstance(first, str) and starts_total_row(text_of(first)):
            return True
        return any(isinstance(value, str) and is_total(text_of(value)) for value in cells)

    def _adds_up(self, cells: Sequence[Cell]) -> bool:
        """Whether a row without words sums up the rows above: an unlabelled total."""
        if self._rows_in_block < 2 or any(isinstance(v, str) and text_of(v) and number_of(v) is None for v in cells):
            return False
        stated = [number_of(self._value(column, cells)) for column in self.counted]
        dated = self.columns.get("date")
        if dated and text_of(self._value(dated, cells)):
            return False
        return stated == [self._column_sums[column.at] for column in self.counted]

    @staticmethod
    def _value(column: Column, cells: Sequence[Cell]) -> Cell:
        return cells[column.at] if column.at < len(cells) else None

    def _row(self, cells: Sequence[Cell], row: int) -> None:
        total = 0
        for column in self.counted:
            value = self._value(column, cells)
            if not text_of(value) or is_not_stated(text_of(value)):
                continue
            self.reading.rows_read += 1
            people = number_of(value)
            if people is None or people < 0:
                self.remarks.reject(self.sheet, row, column.header, text_of(value), invalid_number(text_of(value)))
                continue
            total += people
            self._column_sums[column.at] += people
            part = part_of(value)
            gender = self.vocabulary.exact(VocabularyKind.GENDER, part[1]) if part and part[0] <= people else None
            if part and gender:
                self.reading.rows_read += 1
                self._count(cells, row, column, part[0], gender)
                people -= part[0]
            self._count(cells, row, column, people)
        if self._rest and (more := (number_of(self._value(self._rest, cells)) or 0) - total) > 0:
            self.reading.rows_read += 1
            total += more
            self._count(cells, row, self._rest, more)
        self._block_sum += total
        self._rows_in_block += 1
        stated = [number_of(self._value(column, cells)) for column in self.sums]
        if (len(self.counted) > 1 or self._rest) and stated and stated[-1] is not None and stated[-1] != total:
            header = self.sums[-1].header
            self.remarks.ask("total", str(stated[-1]), Place(sheet=self.sheet, row=row, column=header), against=total)

    def _count(
        self, cells: Sequence[Cell], row: int, column: Column, people: int, of_gender: str | None = None
    ) -> None:
        try:
            event = self.resolver.event_of(cells, column)
        except UnresolvedEvent as unresolved:
            if column.date and unresolved.kind == "date":
                self.remarks.reject(self.sheet, row, column.header, column.header, unresolved.why)
            else:
                reject_unresolved(unresolved, self.remarks, self.sheet, row, self.resolver.columns)
            return
        city = self.reading.events[event].city
        home = self.vocabulary.local_community(column.country, city) if column.country else None
        known = home or column.codes or column.date or column is self._rest
        if not known and len(self.counted) > 1 and normal(column.header) not in tools("parts_of_people"):
            self.remarks.ask("community", column.header, Place(sheet=self.sheet, row=row, column=column.header))
        words = {kind: column.codes.get(kind) or self._word(kind, cells, row, city) for kind in BREAKDOWN_KINDS[:3]}
        words[VocabularyKind.COMMUNITY] = home or words[VocabularyKind.COMMUNITY]
        words[VocabularyKind.GENDER] = of_gender or words[VocabularyKind.GENDER]
        community, gender, group = (None if code == NOT_STATED else code for code in words.values())
        header = column.header if len(self.counted) > 1 else ""
        self.reading.headcounts.append(HeadcountRow(event, self.sheet, row, people, header, community, group, gender))

    def _word(self, kind: VocabularyKind, cells: Sequence[Cell], row: int, city: str) -> str | None:
        column = self.columns.get(kind.value)
        text = text_of(self._value(column, cells)) if column else ""
        if not text or is_not_stated(text):
            return None
        code = self.vocabulary.code(kind, text)
        if code is None and kind is VocabularyKind.COMMUNITY:
            code = self.vocabulary.local_community(self.vocabulary.country(text), city)
        if code is None and column:
            self.remarks.ask(kind.value, text, Place(sheet=self.sheet, row=row, column=column.header))
        return code

    def _check_total(self, cells: Sequence[Cell], row: int) -> None:
        """Asks which is right if the sheet's total matches neither the rows above it nor all rows."""
        columns = [self._rest] if self._rest else self.counted
        stated = [n for column in columns if (n := number_of(self._value(column, cells))) is not None]
        every = sum(headcount.people for headcount in self.reading.headcounts if headcount.sheet == self.sheet)
        if len(stated) == len(columns) and sum(stated) not in (self._block_sum, every):
            expected = self._block_sum or every
            self.remarks.ask("total", str(sum(stated)), Place(sheet=self.sheet, row=row), against=expected)
        self._block_sum = self._rows_in_block = 0
        self._column_sums.clear()
