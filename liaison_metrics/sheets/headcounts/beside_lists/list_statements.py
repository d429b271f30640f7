"""Reads the numbers of people that rows under and among the names of a list state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import dropwhile, takewhile

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_resolution import EventResolver, UnresolvedEvent
from liaison_metrics.sheets.headcounts.beside_lists.beside_sessions import code_beside_sessions
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import LabelledNumber
from liaison_metrics.sheets.headcounts.beside_lists.equations import restates_people
from liaison_metrics.sheets.headcounts.beside_lists.explained_totals import with_remark
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import (
    NUMBERS_OF_A_PERSON,
    is_of_unnamed_person,
    labelled_statements,
    may_be_in_place_of_name,
    people_in_place_of_name,
    restates_list,
    unlisted_people,
    unnamed_in_addition,
)
from liaison_metrics.sheets.headcounts.beside_lists.told_people import (
    above_agenda,
    as_statement,
    explains_sign,
    has_few_texts,
    is_full,
    is_one_sentence,
    right_above,
    told_beside_list,
    told_in_row,
)
from liaison_metrics.sheets.headcounts.footers import Footers
from liaison_metrics.sheets.headcounts.statements import SheetStatements, drop_total_of_all
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import COMPANIONS, Cell, HeadcountRow, Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, is_of_companions
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import accompanying_count
from liaison_metrics.sheets.words.people import (
    BESIDE_LIST,
    PART,
    PRESENT,
    TOTAL,
    PeopleStatement,
    row_statements,
    statements_among,
)
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber

_LABEL_AND_NUMBER = 2  # so many cells have a label and a text with the number


class ListStatements(SheetStatements):
    """Reads the statements under the names of a list."""

    def __init__(self, table: Table, columns: Sequence[Column], resolver: EventResolver, reading: Reading) -> None:
        super().__init__(table, reading, resolver.vocabulary)
        self.resolver, self.columns = resolver, {column.at: column for column in columns}
        self.sessions = [c for c in columns if c.date is not None]
        self._names, self._ages = ({c.at for c in columns if c.meaning in kinds} for kinds in (NAMES, ("age",)))
        self._plain = not self.sessions and not any(
            (c.is_numeric or c.share("amount")) and c.meaning not in NUMBERS_OF_A_PERSON for c in columns)  # fmt: skip
        self._table_start = self._block_start = self._here()
        self._footers: Footers | None = None
        self._unnamed: set[int] = set()  # rows that may have people in addition in place of a name
        self._explained: set[int] = set()  # rows whose remark says why a total has more people than the list
        self.beside_sessions, self.closed = Counter[str](), False

    def footers_among(self, data: Sequence[int]) -> Mapping[int, Sequence[LabelledNumber]]:
        """Returns the rows with data that only state numbers of the people above them, with these numbers."""
        if not self.sessions:
            self._footers = Footers(self.table, list(self.columns.values()), data, self.vocabulary)
            self._unnamed.update(*(self.table.rows_where(at, may_be_in_place_of_name) for at in self._names))
        return self._footers.rows if self._footers else {}

    def _here(self) -> tuple[int, int, int]:
        return len(self.reading.attendances), self.reading.rows_read, len(self.reading.headcounts)

    def open(self) -> None:
        """Notes that people follow after a total: it says nothing about them."""
        self.closed = False
        self._block_start = self._here()

    def open_part(self, why: Reason) -> None:
        """Notes that a pasted list goes on with another event's people: sentences below are about these."""
        if why is Reason.EVENT_HEADING and self.table.grid.pasted:
            self.open()

    def take(self, number: int) -> Reason | None:
        """Reads a row that only states numbers of people. Returns whose people they are: more people, or people who are
        counted in another row. None if it is no such row."""
        if self._footers and number in self._footers.rows:
            self.closed = True
            return Reason.ADDS_UP
        if number in self._unnamed and self._take_unnamed(number):
            return Reason.NUMBER
        within = self.table.own_cells(number)
        if not self.sessions and is_full(within):
            return None
        first = next((value for value in within if value not in (None, "")), None)
        few = has_few_texts(within)
        if not isinstance(first, str) or (few and explains_sign(within, map(self.table.own_cells, self.table.rows))):
            return None
        if self.sessions:
            return self._take_sessions(within, number, text_of(first))
        statements = row_statements(within) or self._labelled(within, number) or unnamed_in_addition(within)
        if not few and not statements:
            return None
        alone = is_one_sentence(within) and not accompanying_count(text_of(first))
        if explained := with_remark(within, self._listed()):
            statements = explained
            self._explained.add(number)
        elif not statements and alone and (told := told_in_row(within)):
            return self._take_sentence(number, told)
        if all(one.kind in (TOTAL, PRESENT) for one in statements) and self._adds_up(within, number):
            self.closed = True
            return Reason.ADDS_UP
        if not statements or any(is_of_unnamed_person(statement, within, self.columns) for statement in statements):
            return None
        if {statement.kind for statement in statements} == {PART}:
            return Reason.PART
        event, statements = self._event(), self._without_tying_total(statements)
        counted = [one for one in statements if one.kind != PART and self._counts(one, number)]
        beside = {one.people - self.added_since(self._block_start) for one in explained}
        again = bool(explained) and beside <= self._listed_in_block()
        if event is None or not (counted or again):
            return None
        if again or all(map(self._repeats_people, counted)):
            return Reason.STATED_AGAIN
        before, self.closed = self.reading.rows_read, True
        for statement in counted:
            self.add(event, number, statement)
        return Reason.STATED_AGAIN if self.reading.rows_read == before else Reason.NUMBER

    def _take_unnamed(self, number: int) -> bool:
        """Adds people whom a row states in place of a name. Returns whether it does."""
        own, listed = self.table.own_cells(number), self._listed_in_block() | self._listed()
        statement = people_in_place_of_name(own, self.columns, self._names, self.table)
        if not statement or restates_list(statement, listed):
            return False
        try:
            event: int | None = self.resolver.event_of(own)
        except UnresolvedEvent:
            event = self._event()
        if event is not None:
            self.add(event, number, statement)
        return event is not None

    def _take_sentence(self, number: int, sentences: Sequence[ToldNumber]) -> Reason | None:
        """Adds what sentences in a row say of the people above it. Returns None if that is not clear."""
        told = told_beside_list(sentences, self._listed_in_block(), self.added_since(self._block_start))
        event, before = self._event(), self.reading.rows_read
        if told is None or event is None:
            return None
        for one in told:
            self.add(event, number, as_statement(one))
        self.closed = True
        return Reason.STATED_AGAIN if self.reading.rows_read == before else Reason.NUMBER

    def _without_tying_total(self, statements: Sequence[PeopleStatement]) -> list[PeopleStatement]:
        """Returns statements without a total that only adds the others to the people above them."""
        more = sum(one.people for one in statements if one.is_additional)
        listed = self._listed_in_block()
        return [one for one in statements if one.is_additional or not more or one.people - more not in listed]

    def _listed_in_block(self) -> set[int]:
        """Returns how many people stand above a row in its part: those who count, and all."""
        attendances, rows, headcounts = self._block_start
        beside = len(self.reading.headcounts) - headcounts
        return {len(self.reading.attendances) - attendances, self.reading.rows_read - rows - beside}

    def take_list_notes(self) -> None:
        """Adds what notes around the list state, if it is about one event."""
        events = {row.event for row in self.reading.attendances[self._table_start[0] :]}
        block, self._block_start = self._block_start, self._table_start
        whole = self._footers.total_beyond(self._listed()) if self._footers and not self._companions() else None
        if whole and len(events) == 1:
            self.add(next(iter(events)), *whole)
        for number in self.rows_around() if len(events) == 1 else ():
            self._take_notes(number, next(iter(events)))
            for statement in unlisted_people(self.line(number), self._listed()):
                self.add(next(iter(events)), number, statement)
        for number in self.rows_apart() if len(events) == 1 and self.table.rows else ():
            self._take_notes(number, next(iter(events)), only_explicit=True)
        if len(events) == 1 and self.table.rows and not self._companions():
            last = max(row.row for row in self.reading.attendances[self._table_start[0] :])
            below = (number for number in self.table.rows if number >= last)
            self.take_lines(next(iter(events)), [*below, *self.rows_around(), *self.rows_apart()], self._listed())
        self._take_sentences(events, self._table_start if len(events) == 1 else block)
        drop_total_of_all(self.reading, self._table_start)

    def _take_sentences(self, events: Collection[int], start: tuple[int, int, int]) -> None:
        """Adds what sentences around the list say of its people. The lines next below a list of several events are
        about the last one, whose part has its *start*; in minutes, only they and those right above are."""
        rows = dict.fromkeys((*self.rows_around(), *(self.rows_apart() if self.table.rows else ())))
        if len(events) != 1 or self.table.grid.parts:
            below = [number for number in rows if self.table.rows and number > self.table.rows[-1]]
            next_below = takewhile(lambda number: not self._is_blank(number), dropwhile(self._is_blank, below))
            rows = dict.fromkeys((*right_above(self.table.grid), *next_below))
        rows = dict.fromkeys(above_agenda(self.table.grid, rows, self.table.rows[-1] if self.table.rows else -1))
        self._block_start = start
        event, stated = self._event(), self.reading.headcounts[start[2] :]
        taken = {row.row - 1 for row in stated}
        told = {number: found for number in rows
                if number not in taken and (found := told_in_row(self.line(number)))}  # fmt: skip
        totals = {row.people for row in stated if not row.additional}
        known = sum(row.people for row in stated if row.event == event and row.additional)
        numbers = [one for found in told.values() for one in found]
        counted = told_beside_list(numbers, self._listed_in_block(), known, totals) if event is not None else ()
        for one in counted or ():
            self.add(event or 0, next(number for number, found in told.items() if one in found), as_statement(one))

    def _listed(self) -> set[int]:
        """Returns how many people the list has: those who count, and all."""
        attendances, rows, _headcounts = self._table_start
        return {len(self.reading.attendances) - attendances, self.reading.rows_read - rows}

    def _take_notes(self, number: int, event: int, *, only_explicit: bool = False) -> None:
        told = statements_among(self.line(number)) if number not in self._explained else []
        for statement in self._without_tying_total(told):
            if statement.kind in (PART, TOTAL) or self._repeats_people(statement):
                continue
            if self._counts(statement, number) and (
                (statement.is_additional and statement.explicit) or not only_explicit
            ):
                self.add(event, number, statement)

    def _adds_up(self, within: Sequence[Cell], number: int) -> bool:
        """Whether a row says, in whatever words, how many people stand above it: in its part, the list or the file."""
        starts, there = (self._block_start, self._table_start, (0, 0, 0)), len(self.reading.attendances)
        above = {(there - at[0], self.reading.rows_read - at[1]) for at in starts}
        above |= {(there - at[0] + self.added_since(at),) * 2 for at in starts}  # with those whom they brought
        return restates_people(self.table, self.columns, (number, within), above)

    def _labelled(self, within: Sequence[Cell], number: int) -> list[PeopleStatement]:
        """Returns what a row states behind a label. Right below a person, a name with such a remark is of the list."""
        if len(within) - within.count(None) - within.count("") > _LABEL_AND_NUMBER:
            return []
        first = next((at for at, value in enumerate(within) if text_of(value)), -1)
        above = self.table.grid.rows[number - 1] if number else ()
        apart = not any(text_of(value) for value in above)
        return labelled_statements(within) if apart or first not in self._names else []

    def _take_sessions(self, cells: Sequence[Cell], number: int, label: str) -> Reason | None:
        """Reads a row of a session matrix with additional people at each session."""
        code = code_beside_sessions(self.table, self.sessions, number, label.rstrip(": "))
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

    def _counts(self, statement: PeopleStatement, number: int) -> bool:
        if statement.is_additional:
            return self.is_clear(statement, number)
        named = self._plain and statement.at[0] in self._names and statement.at[1] not in self._ages
        bare = statement.kind == TOTAL and not named
        if statement.kind == TOTAL and self._footers and self._footers.any_sum:
            return False  # sums of the pages that tie tell how many there are
        if bare and not (self._footers and statement.people in self._footers.with_blank(self._listed())):
            return False
        return statement.kind in (PRESENT, TOTAL) and self._exceeds_list(statement.people)

    def _repeats_people(self, statement: PeopleStatement) -> bool:
        """Whether a statement is about people whom the rows above count: as many as they list, or about those beside
        their own: as many, in their column, or named like them."""
        again, companions = restates_list(statement, self._listed_in_block() | self._listed()), self._companions()
        if again or not companions or not statement.is_additional:
            return again
        same = {sum(row.people for row in companions if row.event == event) for event in {r.event for r in companions}}
        same.add(sum(row.people for row in companions))
        label, number = statement.at
        below = number != label and number in self.columns and is_of_companions(normal(self.columns[number].header))
        named = statement.kind == "guests" and not statement.explicit
        return below or named or (statement.people in same and statement.kind not in BESIDE_LIST)

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
            there = (len(self.reading.attendances) - attendances, listed)
            sums |= {number + people for number in there for people in (0, companions, beside)}
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
