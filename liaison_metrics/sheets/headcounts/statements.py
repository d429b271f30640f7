"""Reads numbers of people that texts around or among a table's rows state: a total under a list, "plus 5 walk-ins"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent
from liaison_metrics.sheets.headcounts.named_and_others import labelled_statements, unlisted_people, unnamed_in_addition
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import COMPANIONS, Cell, Grid, HeadcountRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, is_of_companions
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.people import (
    MOST_CELLS,
    PART,
    PRESENT,
    TOTAL,
    PeopleStatement,
    additional_code,
    row_statements,
    statements_among,
)
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NEIGHBOURS = 3
"""So many rows above and below show whether "others" ends a summary by gender or community."""

_LABEL_AND_NUMBER = 2
"""So many cells have a label and a text with the number."""

_FEWEST_ADDED = 2
"""Nobody adds up one person."""

_NUMBERS_OF_A_PERSON = frozenset({"number", "age", "birth_year", "birth_date", "phone", "consent"})


class SheetStatements:
    """Reads the statements around one table and adds them to the reading."""

    def __init__(self, table: Table, reading: Reading, vocabulary: Vocabulary) -> None:
        self.table, self.reading, self.vocabulary = table, reading, vocabulary
        self.sheet = table.grid.name

    def take_around(self, events: Collection[int]) -> None:
        """Adds the additional people that notes around the table state, if it is about one event."""
        for number in self.rows_around() if len(events) == 1 else ():
            self._take(number, statements_among(self.table.grid.rows[number]), next(iter(events)))

    def take_note(self, row: int, events: Collection[int]) -> bool:
        """Adds the additional people that a row among the data states. Returns whether it states nothing else."""
        statements = row_statements(self.table.grid.rows[row - 1])
        return len(events) == 1 and self._take(row - 1, statements, next(iter(events)))

    def _take(self, number: int, statements: Sequence[PeopleStatement], event: int) -> bool:
        more = [one for one in statements if one.is_additional and self.is_clear(one, number)]
        for statement in more:
            self.add(event, number, statement)
        return bool(more)

    def rows_around(self) -> Iterator[int]:
        """Yields the rows of text that belong to the table: above it, up to an earlier table, and right below it."""
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

    def _is_blank(self, number: int) -> bool:
        return not any(map(text_of, self.table.grid.rows[number]))

    def is_clear(self, statement: PeopleStatement, number: int) -> bool:
        """Returns whether people are really additional: "others" under women and men are a part."""
        if statement.explicit:
            return True
        near = range(max(0, number - _NEIGHBOURS), min(number + _NEIGHBOURS + 1, len(self.table.grid.rows)))
        labels = (text_of(value).rstrip(":0123456789 ") for row in near for value in self.table.grid.rows[row])
        return not any(self._divides(label) for label in labels if label and not additional_code(label))

    def _divides(self, label: str) -> bool:
        kinds = (VocabularyKind.GENDER, VocabularyKind.COMMUNITY)
        return len(label) > 1 and any(self.vocabulary.exact(kind, label) for kind in kinds)

    def add(self, event: int, number: int, statement: PeopleStatement) -> None:
        """Adds a statement, unless the sheet states the same of this event already."""
        code = "" if statement.kind == TOTAL else statement.kind
        row = HeadcountRow(event, self.sheet, number + 1, statement.people, additional=code)
        rows = self.reading.headcounts
        same = [
            at for at, other in enumerate(rows)
            if (other.event, other.sheet, other.additional) == (event, self.sheet, code) and other.column == ""
        ]  # fmt: skip
        if code and any(rows[at].people == row.people and rows[at].row != row.row for at in same):
            return
        if not code and same:  # two totals of one list state the same people
            rows[same[0]] = max(rows[same[0]], row, key=lambda stated: stated.people)
            return
        self.reading.rows_read += 1
        rows.append(row)


def _is_full(cells: Sequence[Cell]) -> bool:
    """Whether a row has too many cells to state numbers of people only. Nearly all rows of a long list have."""
    return len(cells) - cells.count(None) - cells.count("") > MOST_CELLS


def people_in_text(grid: Grid) -> dict[str, Any]:
    """Returns how many people a sheet of text says were there, and where, as details of an event's context."""
    for number, cells in enumerate(grid.rows):
        for statement in statements_among(cells):
            if statement.kind == PRESENT:
                return {"people": statement.people, "people_at": (number + 1, text_of(cells[statement.at[0]]))}
    return {}


class ListStatements(SheetStatements):
    """Reads the statements under the names of a list."""

    def __init__(self, table: Table, columns: Sequence[Column], resolver: EventResolver, reading: Reading) -> None:
        super().__init__(table, reading, resolver.vocabulary)
        self.resolver = resolver
        self.columns = {column.at: column for column in columns}
        self.sessions = [c for c in columns if c.date is not None]
        self._names = {c.at for c in columns if c.meaning in NAMES}
        self._plain = not self.sessions and not any(
            c.is_numeric and c.meaning not in _NUMBERS_OF_A_PERSON for c in columns
        )
        self._table_start = self._block_start = self._here()
        self.closed = False

    def _here(self) -> tuple[int, int, int]:
        return len(self.reading.attendances), self.reading.rows_read, len(self.reading.headcounts)

    def open(self) -> None:
        """Notes that people follow after a total: it says nothing about them."""
        self.closed = False
        self._block_start = self._here()

    def take(self, number: int) -> Reason | None:
        """Reads a row that only states numbers of people. Returns whose people they are: more people, or people who are
        counted in another row. None if it is no such row."""
        cells = self.table.grid.rows[number]
        if not self.sessions and _is_full(cells[self.table.columns.start : self.table.columns.stop]):
            return None
        within = [value if at in self.table.columns else None for at, value in enumerate(cells)]
        first = next((value for value in within if value not in (None, "")), None)
        if not isinstance(first, str):
            return None
        if self.sessions:
            return self._take_sessions(within, number, text_of(first))
        statements = row_statements(within) or self._labelled(within, number)
        statements = statements or unnamed_in_addition(within)
        if all(one.kind in (TOTAL, PRESENT) for one in statements) and self._adds_up(within, number):
            self.closed = True
            return Reason.ADDS_UP
        if not statements or any(self._is_of_a_person(statement, within) for statement in statements):
            return None
        if all(statement.kind == PART for statement in statements):
            return Reason.PART
        event = self._event()
        counted = [one for one in statements if one.kind != PART and self._counts(one, number)]
        if event is None or not counted:
            return None
        if all(self._repeats_companions(statement) for statement in counted):
            return Reason.STATED_AGAIN
        before = self.reading.rows_read
        for statement in counted:
            self.add(event, number, statement)
        self.closed = True
        return Reason.STATED_AGAIN if self.reading.rows_read == before else Reason.NUMBER

    def take_list_notes(self) -> None:
        """Adds what notes around the list state, if it is about one event."""
        events = {row.event for row in self.reading.attendances[self._table_start[0] :]}
        self._block_start = self._table_start
        for number in self.rows_around() if len(events) == 1 else ():
            self._take_notes(number, next(iter(events)))
            for statement in unlisted_people(self.table.grid.rows[number], self._listed()):
                self.add(next(iter(events)), number, statement)
        for number in self._rows_apart() if len(events) == 1 and self.table.rows else ():
            self._take_notes(number, next(iter(events)), only_explicit=True)

    def _listed(self) -> set[int]:
        """Returns how many people the list has: those who count, and all."""
        attendances, rows, _headcounts = self._table_start
        return {len(self.reading.attendances) - attendances, self.reading.rows_read - rows}

    def _take_notes(self, number: int, event: int, *, only_explicit: bool = False) -> None:
        for statement in statements_among(self.table.grid.rows[number]):
            if statement.kind in (PART, TOTAL) or self._repeats_companions(statement):
                continue
            if self._counts(statement, number) and (
                (statement.is_additional and statement.explicit) or not only_explicit
            ):
                self.add(event, number, statement)

    def _rows_apart(self) -> Iterator[int]:
        """Yields the rows of text below the first empty row under the table, up to the next one's header."""
        around, start = set(self.rows_around()), self.table.rows[-1] + 1
        end = len(self.table.grid.rows) if self.table.next_header is None else start
        yield from (number for number in range(start, end) if number not in around and not self._is_blank(number))

    def _adds_up(self, within: Sequence[Cell], number: int) -> bool:
        """Whether a row with a label and a number, where people have words, states how many people stand above it: in
        its part, in the list, or in the file. Its words don't matter then."""
        filled = [(at, value) for at, value in enumerate(within) if text_of(value)]
        if len(filled) != _LABEL_AND_NUMBER:
            return False
        numbers = [(at, people) for at, value in filled if (people := number_of(value)) is not None]
        if len(numbers) != 1 or filled[0][0] == numbers[0][0]:
            return False
        at, people = numbers[0]
        column = self.columns.get(at)
        if column is None or column.is_numeric or people < _FEWEST_ADDED:
            return False
        starts = (self._block_start, self._table_start, (0, 0, 0))
        present = {len(self.reading.attendances) - attendances for attendances, _rows, _heads in starts}
        listed = {self.reading.rows_read - rows for _attendances, rows, _heads in starts}
        absent = {max(listed) - max(present)} if text_of(filled[0][1]).endswith(":") else set[int]()
        known = present | listed | absent
        return people in known and self._ends_part(number, known)

    def _ends_part(self, number: int, known: set[int]) -> bool:
        """Whether no person stands right below a row. A label with a colon, or with a *known* number, is none."""
        below = self.table.grid.rows[number + 1] if number + 1 < len(self.table.grid.rows) else ()
        filled = [value for value in below if text_of(value)]
        stated = number_of(filled[1]) if len(filled) == _LABEL_AND_NUMBER else None
        label = stated is not None and (text_of(filled[0]).endswith(":") or stated in known)
        return len(filled) <= 1 or label or number + 1 == self.table.next_header

    def _labelled(self, within: Sequence[Cell], number: int) -> list[PeopleStatement]:
        """Returns what a row states behind a label of its own. Right below a person, a name with such a remark is one
        of the list."""
        if len(within) - within.count(None) - within.count("") > _LABEL_AND_NUMBER:
            return []
        first = next((at for at, value in enumerate(within) if text_of(value)), -1)
        above = self.table.grid.rows[number - 1] if number else ()
        apart = not any(text_of(value) for value in above)
        return labelled_statements(within) if apart or first not in self._names else []

    def _take_sessions(self, cells: Sequence[Cell], number: int, label: str) -> Reason | None:
        """Reads a row of a session matrix with additional people at each session."""
        code = additional_code(label.rstrip(": "))
        if not code:
            return None
        stated = [(c, n) for c in self.sessions if (n := number_of(c.value(cells)))]
        for column, people in stated:
            try:
                event = self.resolver.event_of([], column)
            except UnresolvedEvent:
                return None
            self.reading.rows_read += 1
            self.reading.headcounts.append(
                HeadcountRow(event, self.sheet, number + 1, people, column.header, additional=code)
            )
        return Reason.NUMBER if stated else None

    def _is_of_a_person(self, statement: PeopleStatement, cells: Sequence[Cell]) -> bool:
        """Whether a row is of an unnamed person after all: "Child" with an age."""
        label, number = statement.at
        column = self.columns.get(number)
        beside = label != number and column is not None and column.meaning in _NUMBERS_OF_A_PERSON
        return beside and is_placeholder(text_of(cells[label]))

    def _counts(self, statement: PeopleStatement, number: int) -> bool:
        if statement.is_additional:
            return self.is_clear(statement, number)
        if statement.kind == TOTAL and not (self._plain and statement.at[0] in self._names):
            return False
        return statement.kind in (PRESENT, TOTAL) and self._exceeds_list(statement.people)

    def _repeats_companions(self, statement: PeopleStatement) -> bool:
        """Whether a statement is about the people whom the rows above count beside their own: as many, in their column,
        or named like them."""
        companions = [row for row in self.reading.headcounts[self._table_start[2] :] if row.additional == COMPANIONS]
        same = {sum(row.people for row in companions if row.event == event) for event in {r.event for r in companions}}
        same.add(sum(row.people for row in companions))
        column = self.columns.get(statement.at[1])
        below = column is not None and column.at != statement.at[0] and is_of_companions(normal(column.header))
        named = statement.kind == "guests" and not statement.explicit
        return bool(companions) and statement.is_additional and (statement.people in same or below or named)

    def _exceeds_list(self, people: int) -> bool:
        """Whether more people were there than the list has rows, also those that don't count."""
        sums: set[int] = set()
        for attendances, rows, headcounts in (self._block_start, self._table_start, (0, 0, 0)):
            companions = sum(row.people for row in self.reading.headcounts[headcounts:] if row.additional == COMPANIONS)
            listed = self.reading.rows_read - rows - (len(self.reading.headcounts) - headcounts)
            present = len(self.reading.attendances) - attendances
            sums |= {present, present + companions, listed, listed + companions}
            if rows == self._block_start[1] and people <= listed + companions:
                return False
        return people not in sums

    def _event(self) -> int | None:
        """Returns the event of the people listed since the last total, None if there are several."""
        events = {row.event for row in self.reading.attendances[self._block_start[0] :]}
        if len(events) == 1:
            return events.pop()
        try:
            return None if events else self.resolver.event_of([])
        except UnresolvedEvent:
            return None
