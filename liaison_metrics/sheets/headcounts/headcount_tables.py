"""Reads headcounts: numbers of people in rows and in cross tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import find_counted, sum_columns
from liaison_metrics.sheets.columns.examples import example_rows
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent, reject_unresolved
from liaison_metrics.sheets.headcounts import left_out_rows as left_out
from liaison_metrics.sheets.headcounts import sums as arithmetic
from liaison_metrics.sheets.headcounts.other_counts import columns_in_total, rows_beside_people
from liaison_metrics.sheets.headcounts.people_codes import OPEN, PeopleCodeReader, complete_kinds, tells_whose
from liaison_metrics.sheets.headcounts.running_counts import divide_people, earlier_readings, with_days_above
from liaison_metrics.sheets.headcounts.statements import SheetStatements
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, HeadcountRow, Reading
from liaison_metrics.sheets.remarks import ReaderRemarks, called_off, invalid_number
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import line_reason
from liaison_metrics.sheets.words.cells import is_not_stated, number_of, part_of, text_of
from liaison_metrics.sheets.words.people import (
    PART,
    WEAK_CODES,
    additional_code,
    counts_with_additional,
    statements_inside,
)
from liaison_metrics.sheets.words.phrases.absence import says_called_off
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.phrases.prose.counted_people import people_beside_others, without_remark
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team_alone

_EVENT = ("date", "city", "activity")
_REMARKS = ("title", "notes", "")
_ADDITIONAL = "additional"
_LONGEST_NOTE = 3


class _CountedPart(NamedTuple):
    """What is counted: a division (its position; -1 for a column of additional people), the code of additional people,
    and the gender a cell itself names."""

    division: int = 0
    additional: str = ""
    gender: str | None = None


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
        counted = columns_in_total(table, columns, find_counted(columns))
        self.divisions, self.additional, self.counted = counted.divisions, counted.additional, counted.all
        self._no_labels = {c.at for c in columns if c.meaning in (*_EVENT, "notes")}
        self._labels = [
            c for c in columns if c not in self.counted and c.meaning not in _EVENT and c.share("number") < 1
        ]
        self.columns = {c.meaning: c for c in columns if c.meaning and c not in self.counted}
        self._codes = PeopleCodeReader(self.columns, self.vocabulary, remarks, table)
        self.sums = sum_columns(columns, self.counted)
        self._known = [*(division.rest for division in self.divisions), *self.additional, *counted.beside]
        self._entries, self._block_sums = remarks.entries.of_sheet(self.sheet), Counter[str]()
        self._running = arithmetic.RunningSums(
            {c.meaning: c for c in columns if c.meaning in _EVENT}, self._labels, self.vocabulary
        )
        self._parts, self._secondary = dict[tuple[int, str, int], list[int]](), set[int]()
        self._whole_ties, self._wholes = False, list[Column]()
        self._all_columns, self._statements = columns, SheetStatements(table, reading, self.vocabulary)

    def read(self) -> None:
        """Reads all rows of the table."""
        rows = self.table.grid.rows
        data = [number for number in self.table.rows if any(text_of(value) for value in rows[number])]
        if examples := example_rows(self.table, self._all_columns, data):
            self._entries.enter_all(examples, Reason.EXAMPLE)
            data = [number for number in data if number not in examples]
        totals = {n for n in data if arithmetic.is_total_row(rows[n]) and not self._additional_code(rows[n])}
        told = {n for n in data if any(column.text(rows[n]) for column in self.counted)}
        totals = totals if told - totals else set()  # if all rows are totals, they are the data
        closing = arithmetic.closing_totals(rows, data, totals, self.counted)
        own = [number for number in data if number not in totals]
        everybody, beside = left_out.rows_beside_kinds(self.table, data, totals, self._labels, self.vocabulary)
        totals |= {number for number in (*closing, *everybody) if not self._says_whose(rows[number])}
        totals |= arithmetic.bare_sums(rows, [n for n in own if n not in totals], self.divisions, self._no_labels)
        absent = left_out.rows_left_out(self.table, self._all_columns, set(data) - totals, self.reading, self._entries)
        others = rows_beside_people(self.table, self._all_columns, set(data) - totals - absent, totals, self.vocabulary)
        for number, reason in others.items():
            self._entries.enter(number + 1, reason)
        data = [n for n in data if n not in absent and n not in others]
        again = {*left_out.rows_divided_again(rows, data, totals, self.divisions, self.vocabulary), *beside}
        self._entries.enter_all(again, Reason.STATED_AGAIN)
        data = [number for number in data if number not in again]
        people = [rows[n] for n in data if n not in totals]
        if self.additional and arithmetic.includes_additional(self.divisions[0], self.additional, self._others, people):
            self.counted = [column for column in self.counted if column not in self.additional]
            self.additional = []
        if not divide_people(self.columns, people) and (earlier := earlier_readings(self.table, self.counted)):
            self._entries.enter_all(earlier, Reason.STATED_AGAIN)
            rows = with_days_above(rows, data, self.resolver.columns.get("date"))
            data = [number for number in data if number not in earlier]
        people = [rows[n] for n in data if n not in totals]
        self.resolver.prepare([cells for cells in people if any(c.text(cells) for c in self.counted)] or people)
        if self.divisions and (whole := arithmetic.with_tying_total(self.divisions, self._all_columns, people)):
            self.divisions, self.additional = self.divisions[:1], []
            self._known, self.sums = [whole], [whole]
        for division in self.divisions:
            division.columns = arithmetic.without_sums(division.columns, people)
        self.counted = [c for d in self.divisions for c in d.columns] + list(self.additional)
        self._whole_ties = arithmetic.whole_ties(self.divisions[0], people)
        self._wholes = [] if self._whole_ties else [d.rest for d in self.divisions[:1] if d.rest]
        first, self._running.last = len(self.reading.headcounts), rows[data[-1]] if data else []
        leading = list(takewhile(totals.__contains__, data))  # totals above what they sum up
        for number in (*data[len(leading) :], *leading):
            self._read_row(rows[number], number + 1, number in totals)
        complete_kinds(self.reading.headcounts, self._parts.values())
        self._statements.take_around({row.event for row in self.reading.headcounts[first:]})

    def _read_row(self, cells: Sequence[Cell], row: int, total: bool) -> None:
        before = self.reading.rows_read
        if self._is_part(cells):
            self._entries.enter(row, Reason.PART)
        elif total or self._running.is_total(cells, self.counted, self.divisions[0].columns):
            self._check_total(cells, row)
            self._entries.enter(row, Reason.TOTAL_WORD if total else Reason.ADDS_UP)
        elif arithmetic.is_header_again(cells, self.counted):
            self._entries.enter(row, Reason.HEADER_AGAIN)
        elif remark := next(filter(says_called_off, (text_of(v) for v in cells if isinstance(v, str))), ""):
            self._leave_out_called_off(remark, cells, row)
        elif not any(column.text(cells) for column in (*self.counted, *self._wholes)):
            if self._statements.take_note(row, {event for _division, _kind, event in self._parts}):
                self._enter_if_nothing_counted(before, row, Reason.STATED_AGAIN)
                return
            loose = [value for value in cells if text_of(value)]
            heads_event = len(loose) <= 3 and self.resolver.take_heading(loose)
            note = line_reason([text_of(value) for value in loose], Reason.NO_NUMBER)
            self._entries.enter(row, Reason.EVENT_HEADING if heads_event else note)
        else:
            self._row(cells, row)
            self._enter_if_nothing_counted(before, row, Reason.NO_NUMBER)

    def _leave_out_called_off(self, remark: str, cells: Sequence[Cell], row: int) -> None:
        """Rejects the numbers beside a text that calls the event off: they may be of people who had planned to come."""
        stated = next((column for column in self.counted if number_of(column.value(cells))), None)
        if stated is None:
            self._entries.enter(row, Reason.NO_NUMBER)
            return
        self.reading.rows_read += 1
        self.remarks.reject(self.sheet, row, stated.header, stated.text(cells), called_off(remark))

    def _enter_if_nothing_counted(self, before: int, row: int, reason: Reason) -> None:
        """Enters why a row counts for nothing, unless a number was read or rejected since *before*."""
        if self.reading.rows_read == before:
            self._entries.enter(row, reason)

    @property
    def _others(self) -> list[Column]:
        """The columns of numbers that are not counted."""
        return [c for c in self._all_columns if c not in self.counted and c.is_numeric]

    def _says_whose(self, cells: Sequence[Cell]) -> bool:
        return bool(self._additional_code(cells)) or self._running.says_whose(cells)

    def _is_part(self, cells: Sequence[Cell]) -> bool:
        """Whether a row gives a part of the people of another row ("of which women")."""
        labels = (text_of(v) for at, v in enumerate(cells) if at not in self._no_labels and number_of(v) is None)
        return is_part(next(filter(None, labels), ""))

    def _row(self, cells: Sequence[Cell], row: int) -> None:
        beside = self._additional_code(cells)
        divisions = self.divisions[:1] if beside else self.divisions
        sums = [self._read_division(_CountedPart(number, beside), cells, row) for number in range(len(divisions))]
        more = sum(self._read_column(c, _CountedPart(-1, c.additional), cells, row) for c in self.additional)
        more += 0 if beside else self._read_remarks(cells, row)
        self._block_sums[_ADDITIONAL if beside else self._codes.labelled_kind(cells, row)] += sums[0]
        self._block_sums[_ADDITIONAL] += more
        self._running.add_row(cells)
        stated = [number_of(column.value(cells)) for column in self.sums]
        several = len(self.counted) - len(self.additional) > 1 or self.divisions[0].rest
        if several and stated and stated[-1] not in {None, *sums, sums[0] + more}:
            place = Place(sheet=self.sheet, row=row, column=self.sums[-1].header)
            self.remarks.ask("total", str(stated[-1]), place, against=sums[0])

    def _additional_code(self, cells: Sequence[Cell]) -> str:
        """Returns the code of a row of additional people ("Walk-ins"), "" for others."""
        for column in self._labels:
            value = column.value(cells)
            told = column.meaning == "notes" and len(text_of(value).split()) > _LONGEST_NOTE
            if not isinstance(value, str) or not value or told:  # "some did not sign the list"
                continue
            code = additional_code(text_of(value))
            if code and (code not in WEAK_CODES or column.meaning in ("", "people")):
                return code
        return ""

    def _read_remarks(self, cells: Sequence[Cell], row: int) -> int:
        """Reads additional people in a row's title or notes ("plus 5 walk-ins"). Returns how many."""
        first, total = self.divisions[0].columns[0], 0
        for column in self._labels:
            value = column.value(cells)
            if column.meaning not in _REMARKS or not isinstance(value, str) or are_unnamed(value):
                continue
            for statement in statements_inside(text_of(value)):
                total += statement.people
                self._count(first, statement.people, _CountedPart(-1, statement.kind), cells, row)
        return total

    def _read_division(self, part: _CountedPart, cells: Sequence[Cell], row: int) -> int:
        """Reads the numbers of one division in a row. Returns their sum."""
        division = self.divisions[part.division]
        if self._wholes and part.division == 0 and not any(column.text(cells) for column in division.columns):
            return self._read_column(self._wholes[0], part, cells, row)
        total = sum(self._read_column(column, part, cells, row) for column in division.columns)
        whole = None if self._whole_ties and part.division == 0 else division.rest
        more = (arithmetic.fewest_people(whole.value(cells)) or 0) - total if whole else 0
        if division.rest and more > 0 and (total or part.division == 0):
            self._count(division.rest, more, part, cells, row)
            return total + more
        return total

    def _read_column(self, column: Column, part: _CountedPart, cells: Sequence[Cell], row: int) -> int:
        """Reads one number and the people it names besides. Returns the number."""
        text = text_of(value := without_remark(column.value(cells)))
        if not text or is_not_stated(text):
            return 0
        people = (people_beside_others(text) if isinstance(value, str) else 0) or number_of(value)
        if people is None and (stated := counts_with_additional(text)):
            people = stated[0].people
            for beside in stated[1:]:
                if beside.kind != PART:
                    self._block_sums[_ADDITIONAL] += beside.people
                    self._count(column, beside.people, _CountedPart(-1, beside.kind), cells, row)
        if people is None or people < 0:
            self.reading.rows_read += 1
            self.remarks.reject(self.sheet, row, column.header, text, invalid_number(text))
            return 0
        self._running.add(column, people)
        named = part_of(value)
        gender = self.vocabulary.exact(VocabularyKind.GENDER, named[1]) if named and named[0] <= people else None
        if named and gender:
            self._count(column, named[0], part._replace(gender=gender), cells, row)
        self._count(column, people - (named[0] if named and gender else 0), part, cells, row)
        return people

    def _count(self, column: Column, people: int, part: _CountedPart, cells: Sequence[Cell], row: int) -> None:
        try:
            event = self.resolver.event_of(cells, column)
        except UnresolvedEvent as unresolved:
            self._reject(unresolved, column, part, row)
            return
        self.reading.rows_read += 1
        stated = self.reading.events[event]
        codes = self._codes.of_header(column, stated.city)
        if not any(codes.values()) and self._is_unknown(column):
            self.remarks.ask("community", column.header, Place(sheet=self.sheet, row=row, column=column.header))
        if part.division < 1:
            labels = self._codes.of_labels(cells, row, stated, ask=not part.additional)
            codes = {kind: (labels.get(kind) or code) if code in OPEN else code for kind, code in codes.items()}
        codes["gender"] = part.gender or codes["gender"]
        if part.additional:
            codes = {kind: None if code == NOT_STATED else code for kind, code in codes.items()}
        else:
            key = (part.division, self._codes.labelled_kind(cells, row) if part.division < 1 else "", event)
            self._parts.setdefault(key, []).append(len(self.reading.headcounts))
        if part.division > 0:
            self._secondary.add(len(self.reading.headcounts))
        header = column.header if len(self.counted) > 1 else ""
        self.reading.headcounts.append(
            HeadcountRow(event, self.sheet, row, people, header, additional=part.additional, **codes)
        )

    def _is_unknown(self, column: Column) -> bool:
        """Whether nobody knows whom a column of several counts."""
        return len(self.divisions[0].columns) > 1 and column not in self._known and not tells_whose(column)

    def _reject(self, unresolved: UnresolvedEvent, column: Column, part: _CountedPart, row: int) -> None:
        """Rejects a number whose event can't be resolved, once for all divisions of the same people."""
        team = unresolved.kind == "activity" and is_of_team_alone(unresolved.value)
        if part.division > 0 or (team and left_out.leave_out_team(self.sheet, row, self.reading, self._entries)):
            return
        self.reading.rows_read += 1
        if column.date and unresolved.kind == "date":
            self.remarks.reject(self.sheet, row, column.header, column.header, unresolved.why)
        else:
            reject_unresolved(unresolved, self.remarks, self.sheet, row, self.resolver.columns)

    def _check_total(self, cells: Sequence[Cell], row: int) -> None:
        """Asks which is right if the sheet's total matches neither the rows above it nor all rows."""
        first = self.divisions[0]
        columns = [first.rest] if first.rest else first.columns
        stated = [n for column in columns if (n := number_of(column.value(cells))) is not None]
        more = self._block_sums.pop(_ADDITIONAL, 0)
        facts = enumerate(self.reading.headcounts)
        every = [one for at, one in facts if one.sheet == self.sheet and at not in self._secondary]
        listed = sum(headcount.people for headcount in every if not headcount.additional)
        sums = {*self._block_sums.values(), sum(self._block_sums.values()), listed}
        known = {*sums, *(number + more for number in sums), sum(headcount.people for headcount in every)}
        if len(stated) == 1 < len(columns):
            known |= self._running.sums_beside(cells, columns)
        if len(stated) in (1, len(columns)) and sum(stated) not in known:
            expected = max(self._block_sums.values(), default=0) or listed
            self.remarks.ask("total", str(sum(stated)), Place(sheet=self.sheet, row=row), against=expected)
        self._running.close_block()
        self._block_sums.clear()
