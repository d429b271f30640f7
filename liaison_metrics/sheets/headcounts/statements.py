"""Reads numbers of people that texts around or among a table's rows state: a total under a list, "plus 5 walk-ins"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Self

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.headcounts.beside_lists.divided_in_text import divide_by_community, divided_total
from liaison_metrics.sheets.headcounts.beside_lists.equations import stated_in_line
from liaison_metrics.sheets.headcounts.beside_lists.told_people import (
    as_statement,
    told_beside_list,
    told_in_row,
    total_told,
)
from liaison_metrics.sheets.model import Cell, Grid, HeadcountRow, Reading
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.tables.table import Table, cell_text
from liaison_metrics.sheets.words.cells import has_total, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import is_planned
from liaison_metrics.sheets.words.people import (
    PRESENT,
    TOTAL,
    PeopleStatement,
    additional_code,
    row_statements,
    statements_among,
)
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent, tells_coming
from liaison_metrics.sheets.words.presence import says_absent
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NEIGHBOURS = 3
"""So many rows above and below show whether "others" ends a summary by gender or community."""


_ADDED = "plus"
"""The kind of people who are always in addition."""

_LAST_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,4})(?:\s+[^\W\d]+)?[\s.;]*$")
"""The number at the end of a line, perhaps with a word for people."""


class SheetStatements:
    """Reads the statements around one table and adds them to the reading."""

    def __init__(self, table: Table, reading: Reading, vocabulary: Vocabulary) -> None:
        self.table, self.reading, self.vocabulary = table, reading, vocabulary
        self.sheet = table.grid.name
        self._added: set[int] = set()  # positions among the headcounts
        self._margin: frozenset[int] = frozenset()  # columns with notes right of a list
        self._beside: list[int] | None = None  # rows of people, once all are read, with such a note

    def with_notes(self, margin: frozenset[int]) -> Self:
        """Takes the columns in which notes stand right of a list."""
        self._margin = margin
        return self

    def line(self, number: int) -> Sequence[Cell]:
        """Returns the cells of a row of text; beside somebody's row, or its header, those of a note alone."""
        cells = self.table.grid.rows[number]
        if number not in self._notes_beside():
            return cells
        return [value if at in self._margin else None for at, value in enumerate(cells)]

    def _notes_beside(self) -> list[int]:
        """Returns the rows of the list, and of its header, beside which a note stands."""
        if self._beside is None:
            people = {one.row - 1 for one in self.reading.attendances if self._margin and one.sheet == self.sheet}
            people |= {one.row - 1 for one in self.reading.not_counted if self._margin and one.sheet == self.sheet}
            rows = (
                row for row in (*self.table.headers, *self.table.rows) if row in people or row in self.table.headers
            )
            self._beside = [row for row in rows if any(cell_text(self.table.grid, row, at) for at in self._margin)]
        return self._beside

    def added_since(self, start: tuple[int, int, int]) -> int:
        """Returns how many people the headcounts behind a *start*, its last number, add to a list or a total."""
        return sum(row.people for row in self.reading.headcounts[start[2] :] if row.additional)

    def take_around(self, events: Collection[int]) -> None:
        """Adds the additional people that notes around the table state, if it is about one event."""
        rows = self.table.grid.rows
        around = list(self.rows_around()) if len(events) == 1 else []
        whole = self._stated(events)
        for number in around:
            more = [one for one in statements_among(rows[number]) if not self._is_in_total(one, number, whole)]
            self._take(number, more, next(iter(events)))
        told = {n: found for n in around if not statements_among(rows[n]) and (found := told_in_row(rows[n]))}
        stated = self._stated(events)
        counted = told_beside_list((one for found in told.values() for one in found), {stated})
        for number, one in ((n, one) for n, found in told.items() for one in found):
            if counted and one in counted and one.kind == "more":
                self.add(next(iter(events)), number, as_statement(one))

    def _stated(self, events: Collection[int]) -> int:
        rows = (row for row in self.reading.headcounts if row.event in events and row.sheet == self.sheet)
        return sum(row.people for row in rows)

    def _is_in_total(self, statement: PeopleStatement, number: int, whole: int) -> bool:
        """Whether additional people are part of the total that lines of text state: it is their own line, or that of
        another line and theirs ("Checked in 91", "Walk-ins 27", "Total 118")."""
        rows = self.table.grid.rows
        if self.table.columns or not whole:
            return False
        if statement.people == whole:
            return any(has_total(text_of(value)) for value in rows[number])
        others = {last_number(cells) for at, cells in enumerate(rows) if at != number}
        return whole in others and statement.kind != _ADDED and whole - statement.people in others

    def take_text(self, first: int) -> None:
        """Adds what a sheet of text states beside its number of people, which is among the headcounts from *first* on,
        and how it divides that number."""
        self.take_around({headcount.event for headcount in self.reading.headcounts[first:]})
        divide_by_community(self.table.grid, self.vocabulary, self.reading, first)

    def take_note(self, row: int, events: Collection[int]) -> bool:
        """Adds the additional people that a row among the data states. Returns whether it states nothing else."""
        statements = row_statements(self.table.grid.rows[row - 1])
        return len(events) == 1 and self._take(row - 1, statements, next(iter(events)))

    def _take(self, number: int, statements: Sequence[PeopleStatement], event: int) -> bool:
        more = [one for one in statements if one.is_additional and self.is_clear(one, number)]
        for statement in more:
            self.add(event, number, statement)
        return bool(more)

    def take_lines(self, event: int, rows: Iterable[int], listed: Collection[int]) -> None:
        """Adds what lines of text state of people beside a list of so many, unless they are counted already."""
        taken = {row.row - 1 for row in self.reading.headcounts if row.sheet == self.sheet}
        for number in rows:
            statement = stated_in_line(self.line(number), listed) if number not in taken else None
            if statement:
                self.add(event, number, statement)

    def rows_around(self) -> Iterator[int]:
        """Yields the rows of text that belong to the table: above it, up to an earlier table, right below it, and those
        with a note beside it."""
        yield from self._notes_beside()
        context, count = self.table.context_rows, len(self.table.grid.rows)
        end = count if self.table.next_header is None else self.table.next_header
        earlier = bool(context) and context[0] > 0 and not self._is_blank(context[0] - 1)
        for number in context:
            earlier = earlier and not self._is_blank(number)
            if not earlier:
                yield number
        below = self.table.rows[-1] + 1 if self.table.rows else count
        pasted = bool(self.table.grid.pasted)  # people leave empty lines between the parts of a message
        while below < end and (pasted or not self._is_blank(below)):
            yield below
            below += 1

    def rows_apart(self) -> Iterator[int]:
        """Yields the rows of text below the first empty row under the table, up to the next one's header."""
        around, start = set(self.rows_around()), self.table.rows[-1] + 1
        end = len(self.table.grid.rows) if self.table.next_header is None else start
        yield from (number for number in range(start, end) if number not in around and not self._is_blank(number))

    def _is_blank(self, number: int) -> bool:
        return not any(map(text_of, self.table.grid.rows[number]))

    def is_clear(self, statement: PeopleStatement, number: int) -> bool:
        """Returns whether people are really additional: "others" under women and men are a part, unless they gave no
        name."""
        cells = self.table.grid.rows[number]
        label = text_of(cells[statement.at[0]]) if statement.at[0] < len(cells) else ""
        if statement.explicit or are_unnamed(label):
            return True
        near = range(max(0, number - _NEIGHBOURS), min(number + _NEIGHBOURS + 1, len(self.table.grid.rows)))
        labels = (text_of(value).rstrip(":0123456789 ") for row in near for value in self.table.grid.rows[row])
        return not any(self._divides(label) for label in labels if label and not additional_code(label))

    def _divides(self, label: str) -> bool:
        kinds = (VocabularyKind.GENDER, VocabularyKind.COMMUNITY)
        return len(label) > 1 and any(self.vocabulary.exact(kind, label) for kind in kinds)

    def add(self, event: int, number: int, statement: PeopleStatement) -> None:
        """Adds a statement, unless the sheet states the same of this event already, or its line is of the list above
        it, which is about another event."""
        if self._is_of_another(event, number, statement):
            return
        code = "" if statement.kind == TOTAL else statement.kind
        row = HeadcountRow(event, self.sheet, number + 1, statement.people, additional=code)
        rows = self.reading.headcounts
        same = [
            at for at, other in enumerate(rows)
            if (other.event, other.sheet, other.additional) == (event, self.sheet, code) and other.column == ""
        ]  # fmt: skip
        of_others = [at for at in same if rows[at].row != row.row or at not in self._added]  # of lists side by side too
        if code and any(rows[at].people == row.people for at in of_others):
            return
        if not code and same:  # two totals of one list state the same people
            rows[same[0]] = max(rows[same[0]], row, key=lambda stated: stated.people)
            return
        self.reading.rows_read += 1
        self._added.add(len(rows))
        rows.append(row)

    def _is_of_another(self, event: int, number: int, statement: PeopleStatement) -> bool:
        """Whether another list of the sheet has counted what a line states. Two lists side by side may state the same
        in one line."""
        counted = sum(
            (one.sheet, one.row, one.people) == (self.sheet, number + 1, statement.people) and one.event != event
            for one in self.reading.headcounts
        )
        told = statements_among(self.table.grid.rows[number]) if counted else []
        return counted >= max(1, sum(one.people == statement.people for one in told)) if counted else False


def last_number(cells: Sequence[Cell]) -> int | None:
    """Returns the number of people with which a line of text ends, None if it ends otherwise."""
    found = _LAST_NUMBER.search(" ".join(text for value in cells if (text := text_of(value))))
    return int(found[1]) if found else None


def people_in_text(grid: Grid, vocabulary: Vocabulary) -> dict[str, Any]:
    """Returns how many people a sheet of text says were there, and where, as details of an event's context."""
    if divided := divided_total(grid, vocabulary):
        others = (cells for number, cells in enumerate(grid.rows, 1) if number != divided[1])
        elsewhere = [one for cells in others for one in told_in_row(cells)]
        if {one.people for one in elsewhere if one.kind == "total"} <= {divided[0]}:
            return {"people": divided[0], "people_at": divided[1:]}
    told = {number: found for number, cells in enumerate(grid.rows) if (found := told_in_row(cells))}
    totals = {number for number, found in told.items() if any(one.kind == "total" for one in found)}
    for number, cells in enumerate(grid.rows):
        for statement in statements_among(cells):
            if statement.kind == PRESENT and number not in totals:
                return {"people": statement.people, "people_at": (number + 1, text_of(cells[statement.at[0]]))}
    people = total_told(one for found in told.values() for one in found)
    row = next((number for number in totals if people in {one.people for one in told[number]}), None)
    if row is None:
        return _labelled_attendance(grid)
    return {"people": people, "people_at": (row + 1, next(filter(None, map(text_of, grid.rows[row]))))}


def _labelled_attendance(grid: Grid) -> dict[str, Any]:
    """Returns the only number behind a label for those who were there ("Actual attendance: 17"), beside labels of
    other numbers, or that of all who were there, with or without a registration."""
    lines = [line for row, cells in enumerate(grid.rows) if (line := count_line(row, cells))]
    found = [one for one in lines if one.people and _is_of_those_there(one.label)]
    if len(found) > 1:
        sums = {
            a.people + b.people
            for a, b in combinations(lines, 2)
            if not {is_planned(a.label), is_planned(b.label)} & {True}
        }
        found = [one for one in found if one.people in sums and not is_part(one.label)]
    return {"people": found[0].people, "people_at": (found[0].row + 1, found[0].label)} if len(found) == 1 else {}


def _is_of_those_there(label: str) -> bool:
    came = meaning_of(label) == "present" or tells_coming(label)
    return came and not (is_planned(label) or says_absent(label) or counts_absent(label) or additional_code(label))


def drop_total_of_all(reading: Reading, start: tuple[int, int, int]) -> None:
    """Drops the total that is all people of a list of one event with those whom other lines add to it: it includes
    them. The list began when the reading had as many attendances, rows and headcounts as *start* says."""
    attendances, rows, first = start
    heads = reading.headcounts[first:]
    events = {row.event for row in reading.attendances[attendances:]} | {row.event for row in heads}
    if not heads or len(events) > 1:
        return
    more = sum(row.people for row in heads if row.additional)
    listed = {len(reading.attendances) - attendances, reading.rows_read - rows - len(heads)}
    again = [row for row in heads if more and not row.additional and row.people - more in listed]
    reading.rows_read -= len(again)
    reading.headcounts[first:] = [row for row in heads if row not in again]
