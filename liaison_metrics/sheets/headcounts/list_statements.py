"""Reads the numbers of people that rows under and among the names of a list state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent
from liaison_metrics.sheets.headcounts.footers import Footers, LabelledNumber, ends_part
from liaison_metrics.sheets.headcounts.named_and_others import (
    labelled_statements,
    unlisted_people,
    unnamed_in_addition,
    with_remark,
)
from liaison_metrics.sheets.headcounts.statements import SheetStatements
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import COMPANIONS, Cell, HeadcountRow, Reading
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

_LABEL_AND_NUMBER = 2
"""So many cells have a label and a text with the number."""

_FEWEST_ADDED = 2
"""Nobody adds up one person."""

_NUMBERS_OF_A_PERSON = frozenset({"number", "age", "birth_year", "birth_date", "phone", "consent"})


def _is_full(cells: Sequence[Cell]) -> bool:
    """Whether a row has too many cells to state numbers of people only. Nearly all rows of a long list have."""
    return len(cells) - cells.count(None) - cells.count("") > MOST_CELLS


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
        self._footers: Footers | None = None
        self._explained: set[int] = set()  # rows whose remark says why a total has more people than the list
        self.beside_sessions: Counter[str] = Counter()
        self.closed = False

    def footers_among(self, data: Sequence[int]) -> Mapping[int, Sequence[LabelledNumber]]:
        """Returns the rows with data that only state numbers of the people above them, with these numbers."""
        if not self.sessions:
            self._footers = Footers(self.table, list(self.columns.values()), data, self.vocabulary)
        return self._footers.rows if self._footers else {}

    def _here(self) -> tuple[int, int, int]:
        return len(self.reading.attendances), self.reading.rows_read, len(self.reading.headcounts)

    def open(self) -> None:
        """Notes that people follow after a total: it says nothing about them."""
        self.closed = False
        self._block_start = self._here()

    def take(self, number: int) -> Reason | None:
        """Reads a row that only states numbers of people. Returns whose people they are: more people, or people who are
        counted in another row. None if it is no such row."""
        if self._footers and number in self._footers.rows:
            self.closed = True
            return Reason.ADDS_UP
        cells = self.table.grid.rows[number]
        if not self.sessions and _is_full(cells[self.table.columns.start : self.table.columns.stop]):
            return None
        within = [value if at in self.table.columns else None for at, value in enumerate(cells)]
        first = next((value for value in within if value not in (None, "")), None)
        if not isinstance(first, str):
            return None
        if self.sessions:
            return self._take_sessions(within, number, text_of(first))
        statements = row_statements(within) or self._labelled(within, number) or unnamed_in_addition(within)
        if explained := with_remark(within, self._listed()):
            statements = explained
            self._explained.add(number)
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
        whole = self._footers.total_beyond(self._listed()) if self._footers and not self._companions() else None
        if whole and len(events) == 1:
            self.add(next(iter(events)), *whole)
        for number in self.rows_around() if len(events) == 1 else ():
            self._take_notes(number, next(iter(events)))
            for statement in unlisted_people(self.table.grid.rows[number], self._listed()):
                self.add(next(iter(events)), number, statement)
        for number in self._rows_apart() if len(events) == 1 and self.table.rows else ():
            self._take_notes(number, next(iter(events)), only_explicit=True)
        if len(events) == 1 and self.table.rows and not self._companions():
            last = max(row.row for row in self.reading.attendances[self._table_start[0] :])
            below = (number for number in self.table.rows if number >= last)
            self.take_lines(next(iter(events)), [*below, *self.rows_around(), *self._rows_apart()], self._listed())

    def _listed(self) -> set[int]:
        """Returns how many people the list has: those who count, and all."""
        attendances, rows, _headcounts = self._table_start
        return {len(self.reading.attendances) - attendances, self.reading.rows_read - rows}

    def _take_notes(self, number: int, event: int, *, only_explicit: bool = False) -> None:
        for statement in statements_among(self.table.grid.rows[number]) if number not in self._explained else ():
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
        return people in known and ends_part(self.table, number, known)

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
            self.beside_sessions[column.header] += people
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
        bare = statement.kind == TOTAL and not (self._plain and statement.at[0] in self._names)
        if statement.kind == TOTAL and self._footers and self._footers.any_sum:
            return False  # sums of the pages that tie tell how many there are
        if bare and not (self._footers and statement.people in self._footers.with_blank(self._listed())):
            return False
        return statement.kind in (PRESENT, TOTAL) and self._exceeds_list(statement.people)

    def _repeats_companions(self, statement: PeopleStatement) -> bool:
        """Whether a statement is about the people whom the rows above count beside their own: as many, in their column,
        or named like them."""
        companions = self._companions()
        same = {sum(row.people for row in companions if row.event == event) for event in {r.event for r in companions}}
        same.add(sum(row.people for row in companions))
        column = self.columns.get(statement.at[1])
        below = column is not None and column.at != statement.at[0] and is_of_companions(normal(column.header))
        named = statement.kind == "guests" and not statement.explicit
        return bool(companions) and statement.is_additional and (statement.people in same or below or named)

    def _companions(self) -> list[HeadcountRow]:
        return [row for row in self.reading.headcounts[self._table_start[2] :] if row.additional == COMPANIONS]

    def _exceeds_list(self, people: int) -> bool:
        """Whether more people were there than the list has rows, also those that don't count. A total below people in
        addition to the list includes them: if it is another number than theirs, it is asked about."""
        sums: set[int] = set()
        if any(row.additional not in ("", COMPANIONS) for row in self.reading.headcounts[self._block_start[2] :]):
            return False
        for attendances, rows, headcounts in (self._block_start, self._table_start, (0, 0, 0)):
            more = [row for row in self.reading.headcounts[headcounts:] if row.additional]
            beside = sum(row.people for row in more)
            companions = sum(row.people for row in more if row.additional == COMPANIONS)
            listed = self.reading.rows_read - rows - (len(self.reading.headcounts) - headcounts)
            present = len(self.reading.attendances) - attendances
            sums |= {number + people for number in (present, listed) for people in (0, companions, beside)}
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
