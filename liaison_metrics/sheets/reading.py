"""Reads a file: opens it, runs the passes in order and accounts for every row. Knows the project's words, no store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import partial

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.checks.checking import CheckResult, check_reading, open_doubts
from liaison_metrics.sheets.checks.columns import columns_in_doubt
from liaison_metrics.sheets.checks.evidence import Circumstances
from liaison_metrics.sheets.checks.rows.either_way import read_either_way
from liaison_metrics.sheets.checks.rows.other_sheets import OtherSheets
from liaison_metrics.sheets.checks.sums.settling.settled_topics import settled_by_sheets
from liaison_metrics.sheets.checks.sums.settling.stated_lines import settled_by_lines
from liaison_metrics.sheets.checks.topics.costs import table_of_number
from liaison_metrics.sheets.checks.topics.divisions import DividedPeople
from liaison_metrics.sheets.checks.topics.foreign import is_unclear_count
from liaison_metrics.sheets.checks.topics.questions import counts_others_beside
from liaison_metrics.sheets.checks.topics.titled_lists import reason_of_table
from liaison_metrics.sheets.checks.weights import weighed
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import count_columns
from liaison_metrics.sheets.columns.description import describe_columns
from liaison_metrics.sheets.columns.meanings import apply_column_answers, choose_columns, lists_people, names_nobody
from liaison_metrics.sheets.columns.reasons import read_column
from liaison_metrics.sheets.events.blocks import date_undated_sessions, why_no_attendance
from liaison_metrics.sheets.events.context_finder import EventContextFinder
from liaison_metrics.sheets.events.date_orders import find_ambiguous_date, order_beside, settle_date_order
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.event_resolution import EventBook, EventResolver
from liaison_metrics.sheets.events.session_dates import session_dates
from liaison_metrics.sheets.events.stated import overviews
from liaison_metrics.sheets.events.stated.event_data import note_event_data
from liaison_metrics.sheets.events.stated.missing import ask_blocking, find_missing
from liaison_metrics.sheets.events.stated.other_tables.covers import SheetsBeside
from liaison_metrics.sheets.events.stated.other_tables.whole_file import WholeFile
from liaison_metrics.sheets.events.stated.same_day import tell_events_apart
from liaison_metrics.sheets.events.stated.sheet_codes import SheetCodes
from liaison_metrics.sheets.headcounts import total_rows
from liaison_metrics.sheets.headcounts.headcount_tables import HeadcountReader
from liaison_metrics.sheets.headcounts.impossible import reject_impossible_headcounts
from liaison_metrics.sheets.headcounts.statements import SheetStatements, people_in_text
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Grid, Hints, Reading, ReadTable, Workbook
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.remarks import ReaderRemarks, no_table, uncomputed
from liaison_metrics.sheets.rows.closing.accounting import leave_out_answered, ledger_of
from liaison_metrics.sheets.rows.closing.unread import ask_about_unread_rows
from liaison_metrics.sheets.rows.likeness import is_blank_form
from liaison_metrics.sheets.rows.register import RegisterReader
from liaison_metrics.sheets.tables.codes.code_lists import codes_of_communities
from liaison_metrics.sheets.tables.finding import find_tables
from liaison_metrics.sheets.tables.layouts import rearrange_layouts
from liaison_metrics.sheets.tables.lists.prose.letters import city_of_writer
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import repeats_part
from liaison_metrics.sheets.tables.transposed import restore_positions
from liaison_metrics.sheets.words.answers import Answer, AnswerLookup, Answers, no_answers, presets, signature_of
from liaison_metrics.sheets.words.dates import DateOrder
from liaison_metrics.sheets.words.vocabulary import vocabulary_of

NO_HINTS = Hints()


def read_sheet(
    file: str, data: bytes, project: Project, hints: Hints = NO_HINTS, find_answers: AnswerLookup = no_answers
) -> Reading:
    """Returns what a file contains. Raises RefusedFile if it isn't a spreadsheet or has no table."""
    return read_workbook(open_workbook(file, data), project, hints, find_answers)


def read_workbook(
    workbook: Workbook, project: Project, hints: Hints = NO_HINTS, find_answers: AnswerLookup = no_answers
) -> Reading:
    """Returns what an opened file contains. *find_answers* returns the saved answers for the signature of its headers.
    Raises RefusedFile if no sheet has a table."""
    return read_either_way((_WorkbookReader(workbook, project, hints, way) for way in (False, True)), find_answers)


class _WorkbookReader:
    def __init__(self, workbook: Workbook, project: Project, hints: Hints, by_sums: bool) -> None:
        self.project, self.hints, self.vocabulary = project, hints, vocabulary_of(project)
        shown = [grid for grid in workbook.grids if not grid.hidden]
        self.hidden = {grid.name for grid in workbook.grids if grid.hidden and shown}
        self.codes, self.original = SheetCodes(workbook), workbook
        self.workbook = rearrange_layouts(self.codes.without_cells, self.vocabulary, hints.activity, by_sums=by_sums)
        self.period = (project.start, project.end)
        self.given, self.found = list[Answer](), list[Table]()
        self.described: list[list[Column]] = []
        self._begin()

    def _begin(self) -> None:
        """Begins a reading with what people answered about this file."""
        self.vocabulary = self.vocabulary.with_answers(Answers(self.given))
        self.codes, self._known = self.codes.anew(), Circumstances(self.vocabulary, self.hints)
        self.reading = Reading(self.workbook.file)
        self.events = EventBook(self.reading)
        self.remarks = ReaderRemarks(self.vocabulary, FileEntries((g.name, len(g.rows)) for g in self.workbook.grids))
        self.beside = SheetsBeside(city_of_writer(self.original.grids, self.vocabulary))
        self.waiting, self.last = list[tuple[Table, list[Column], EventContext]](), False  # until the others are read
        self.divided = DividedPeople(self.reading, self.remarks.entries)

    def read(self, find_answers: AnswerLookup) -> Reading:
        """Returns the reading, checked against the sheet."""
        listed, grids = self.read_facts(find_answers), self.workbook.grids
        if settled := settled_by_sheets(self.reading, grids, self._known, self._read_otherwise):
            listed = self._read_anew(presets(settled))
        checked = self._check()
        asked, read_again = [*self.reading.questions, *checked.questions], partial(self._read_otherwise, checked=True)
        if by_lines := settled_by_lines(asked, grids, read_again):
            listed, settled = self._read_anew(presets(by_lines)), [*settled, *by_lines]
            checked = self._check()
        ledger = ledger_of(self.reading, self.remarks.entries, self.original, self.workbook)
        ledger = ledger.with_reasons(checked.waiting)
        self.reading.ledger = ask_about_unread_rows(self.original.grids, ledger, self.remarks)
        asked = [*self.codes.questions, *self.remarks.questions(), *checked.questions, *settled]
        self.reading.questions = weighed(asked, self.reading)
        if not listed and not self.reading.headcounts and not self.reading.questions:
            raise no_table(self.workbook, self.reading.ledger)
        restore_positions(self.reading, grids)
        return self.reading

    def _check(self) -> CheckResult:
        in_doubt = [*columns_in_doubt(self.reading, self._read_otherwise), *self.divided.doubts(self.workbook.grids)]
        return check_reading(self.reading, self.workbook.grids, self._known, self.remarks.entries, in_doubt)

    def _read_anew(self, answers: Sequence[Answer]) -> bool:
        """Reads the tables anew with more answers, which leave the tables as they are. Returns whether there is one."""
        self.given = [*self.given, *answers]
        self._begin()
        return self._read_tables(list(self._tables()))

    def _read_otherwise(self, answers: Sequence[Answer], *, checked: bool = False) -> Reading:
        """Returns what the file would count for with more answers."""
        other = copy(self)
        other._read_anew(answers)
        if checked:  # as answers say, and without holding anything back
            open_doubts(other.reading, other.workbook.grids, other._known, other.remarks.entries, ())
        return other.reading

    def read_facts(self, find_answers: AnswerLookup) -> bool:
        """Reads all tables. Returns whether one was found."""
        tables = list(self._tables())
        signature = signature_of(text for table in tables for text in table.last_headers())
        self.given = [*codes_of_communities(self.workbook.grids, self.vocabulary), *find_answers(signature)]
        if Answers(self.given):
            self._begin()
            tables = list(self._tables())
        self.reading.signature = signature
        self.described = [describe_columns(table, self.vocabulary, self.period) for table in tables]
        return self._read_tables(tables)

    def _read_tables(self, tables: list[Table]) -> bool:
        """Reads tables of which the columns are described. Returns whether one was found."""
        self.found, answers, described = tables, self.vocabulary.answers, zip(tables, self.described, strict=True)
        typed_tables = [(table, choose_columns(table, columns, self.vocabulary)) for table, columns in described]
        for _read_table, columns in typed_tables:
            apply_column_answers(columns, answers)
        self.codes.enter(self.remarks.entries, self.workbook)
        finder = EventContextFinder(self.workbook, self.vocabulary, self.hints, self.beside, self.remarks.entries)
        self.whole = WholeFile(self.workbook, typed_tables, self.vocabulary)
        self.others = OtherSheets(typed_tables, finder, self.reading)
        order = answers.order() or settle_date_order(typed_tables, finder)
        self.reading.order = order or ""
        contexts = tell_events_apart(tables, finder.for_tables(typed_tables), self.vocabulary)
        for (table, columns), context in zip(typed_tables, contexts, strict=True):
            if context is not None:
                self._read_table(table, columns, self.codes.settle(table, columns, context, finder), order)
        self.last = True
        for table, columns, context in self.waiting:
            self._read_table(table, columns, overviews.activity_of_day(table, context, self.reading, order), order)
        self.divided.settle(self.workbook.grids)
        total_rows.drop_total_rows(self.reading, self.workbook.grids, self.remarks)
        read = {table.grid.name for table, _columns in typed_tables} | {table.sheet for table in self.reading.tables}
        self._read_text_sheets(read, finder)
        total_rows.drop_repeats(self.reading, self.remarks)
        self.reading.rejected = self.remarks.rejected
        leave_out_answered(self.reading, self.remarks)
        self.reading.questions = [*self.codes.questions, *self.remarks.questions()]
        return any(table.columns for table in self.reading.tables)

    def _tables(self) -> Iterator[Table]:
        answers = self.vocabulary.answers
        for grid in self.workbook.grids:
            entries = self.remarks.entries.of_sheet(grid.name)
            hidden = grid.name in self.hidden and not answers.confirms_sheet(grid.name)
            if hidden or answers.excludes_sheet(grid.name):
                self._skip(grid, Reason.HIDDEN if hidden else Reason.LEFT_OUT)
                continue
            tables = find_tables(grid, self.vocabulary, answers.header_row(grid.name))
            why = why_no_attendance(grid, tables, self.vocabulary) if len(self.workbook.grids) > 1 else None
            if (not tables and why is not Reason.FOREIGN) or why is Reason.INSTRUCTION_SHEET:
                (self.beside.explaining if tables else self.beside.plain).add(grid.name)
            if why:
                self._skip(grid, why)
                continue
            for table in tables:
                entries.enter_all(table.headers, Reason.TABLE_HEADER)
                entries.enter_all(table.headers_again, Reason.HEADER_AGAIN)
                if repeats_part(grid, table.context_rows):
                    entries.enter_all((*table.context_rows, *table.headers, *table.rows), Reason.REPEATED_PART)
                else:
                    yield table

    def _skip(self, grid: Grid, reason: Reason) -> None:
        self.remarks.entries.of_sheet(grid.name).enter_all(range(len(grid.rows)), reason)
        self.reading.tables.append(ReadTable(grid.name, 0, 1, len(grid.rows), ()))

    def _read_table(
        self, table: Table, columns: list[Column], context: EventContext | Reason, order: DateOrder | None
    ) -> None:
        """Reads a table about the events of a context; a reason says why it can't be read."""
        counted = count_columns(columns)
        entries = self.remarks.entries.of_sheet(table.grid.name)
        if isinstance(context, Reason):
            entries.enter_all(table.rows, context)
            self._note_table(table, columns)
            return
        if not lists_people(columns) and not counted:
            entries.enter_all(table.rows, Reason.NO_PEOPLE)
            return
        unknown = EventResolver(self.vocabulary, self.events, context, columns, order).missing()
        if not context.settled and self._is_about_something_else(table, columns, context, unknown):
            return
        if not context.settled and is_unclear_count(table, columns, counted):
            if not self._waits(table, columns, context):
                if self.others.are_of_no_event(table) or counts_others_beside(counted, context, unknown, self.reading):
                    entries.enter_all(table.rows, Reason.FOREIGN)
                else:
                    overviews.ask_about_count(table, columns, counted, self.reading, self.remarks)
                self._note_table(table, columns)
            return
        if self.workbook.uncomputed and names_nobody(columns):
            entries.enter_all(table.rows, Reason.UNCOMPUTED)
            ledger = ledger_of(self.reading, self.remarks.entries, self.original, self.workbook)
            raise uncomputed(self.workbook.file, ledger)
        told = self.hints.date is not None or self.vocabulary.answers.day("date", "", table.grid.name) is not None
        days = session_dates(table, self.workbook.grids, self.period)
        undated = date_undated_sessions(table, columns, context.date, days, one_day=told)
        resolver = EventResolver(self.vocabulary, self.events, context, columns, order)
        dated = [c for c in columns if c.date is not None and (lists_people(columns) or c in counted)]
        missing = find_missing(table, resolver, counted, dated, undated=undated)
        if missing and self._waits(table, columns, context):
            return
        if counted and missing:
            if overview := overviews.with_known_events(table, columns, self.reading, order):
                self._read_table(*overview, context, order)
                return
            again = total_rows.repeats_lists(table, self.reading)
            if again or overviews.repeats_numbers(table, columns, counted, self.reading, self.vocabulary):
                total_rows.take_summary(table, columns, self.reading, self.remarks)
                self._note_table(table, columns)
                return
        reason = reason_of_table(table, columns, self.reading, self.found, [grid.name for grid in self.workbook.grids])
        if reason and not counted and not dated:
            missing = []  # who doesn't count needs no event
        if missing and not counted and self.others.leave_out(table, columns, entries):
            self._note_table(table, columns)
            return
        if (wider := self.whole.complete(context, table, columns, missing)) != context:
            self._read_table(table, columns, wider, order)
            return
        ambiguous = find_ambiguous_date(table, columns, context) if order is None else ""
        if is_blank_form(table, columns) or ask_blocking(table, missing, context.unknown, ambiguous, self.remarks):
            self._note_table(table, columns)
            return
        listed, first = len(self.reading.attendances), len(self.reading.headcounts)
        if counted:
            HeadcountReader(table, columns, resolver, self.reading, self.remarks).read()
            reject_impossible_headcounts(self.reading, first, self.project, self.remarks)
            self.divided.note(table, columns, first)
        else:
            RegisterReader(table, columns, resolver, self.reading, self.remarks).read(reason)
        note_event_data(table, self.reading, listed, first)
        self._note_table(table, columns)

    def _is_about_something_else(
        self, table: Table, columns: list[Column], context: EventContext, unknown: Sequence[str]
    ) -> bool:
        """Asks about a table of something else, or leaves it out. Returns whether it is one."""
        topic = self.others.topic(table, columns)
        if topic and not (topic.asked and self._waits(table, columns, context)):
            self.others.ask(topic, context, unknown, self.remarks)
            self._note_table(table, ())
        return topic is not None

    def _waits(self, table: Table, columns: list[Column], context: EventContext) -> bool:
        """Keeps a table until the others are read, whose events it may repeat. Returns whether there are others."""
        if waits := not self.last and len(self.found) > 1:
            self.waiting.append((table, columns, context))
        return waits

    def _note_table(self, table: Table, columns: Sequence[Column]) -> None:
        counted, answers = count_columns(columns), self.vocabulary.answers
        shown = tuple(read_column(one, counted, answers) for one in columns if one.at in table.columns)
        left_out = self.remarks.entries.of_sheet(table.grid.name).without_data(table.rows)
        self.reading.tables.append(ReadTable(table.grid.name, *table.row_numbers, shown, left_out))

    def _read_text_sheets(self, read: set[str], finder: EventContextFinder) -> None:
        """Reads sheets without a table that give an event's headcount in a sentence."""
        for grid in self.workbook.grids:
            if grid.name in read or self.vocabulary.answers.excludes_sheet(grid.name):
                continue
            whole = finder.for_text_sheet(grid)
            if whole.people is None and (not read or whole.tells_event):
                whole = replace(whole, **people_in_text(grid, self.vocabulary))
            if whole.people is None or total_rows.is_sum(whole, self.reading):
                total_rows.take_text(grid, whole, self.reading, self.vocabulary)
                continue
            columns = [Column(0, whole.people_at[1], "people", filled=1, shares={"number": 1.0})]
            before = len(self.reading.headcounts)
            sentence = table_of_number(grid, whole.people_at[0], whole.people)
            context = self.codes.settle(sentence, columns, replace(whole, people=None), finder)
            self._read_table(sentence, columns, context, order_beside(whole.date, grid.rows, self.period))
            text = Table(grid, [], [], range(0), list(range(len(grid.rows))))
            SheetStatements(text, self.reading, self.vocabulary).take_text(before)
