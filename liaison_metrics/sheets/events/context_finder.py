"""Finds the event details that apply to whole tables: above and below them, on covers, in names, in people's
answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.blocks import is_join_leave_log, is_meeting_block, meeting_block_context
from liaison_metrics.sheets.events.context import EventContextReader
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.other_days import dates_export
from liaison_metrics.sheets.events.stated.headed_activities import (
    activity_in_header,
    activity_of_tickets,
    activity_over_headers,
    date_headed_activities,
    tell_activities_of_days,
)
from liaison_metrics.sheets.events.stated.left_open import as_said, city_of_organiser, in_the_city_said
from liaison_metrics.sheets.events.stated.other_tables.beside import completed_beside
from liaison_metrics.sheets.events.stated.other_tables.covers import Covers, SheetsBeside
from liaison_metrics.sheets.events.stated.other_tables.first_sheets import FirstSheet
from liaison_metrics.sheets.events.stated.other_tables.tables_above import TablesAbove
from liaison_metrics.sheets.events.stated.same_day import divides_same_people
from liaison_metrics.sheets.events.stated.sent_forms import date_by_arrivals, date_by_forms, leave_out_days_before
from liaison_metrics.sheets.events.text_rows import enter_text_rows, lines_of_event_below
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Grid, Hints, Workbook
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.tables.text_lines import is_page_line
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import day_in_parts, days_of_names, only_year
from liaison_metrics.sheets.words.dates import StatedDate, read_date
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.titles.coming import heads_present, heads_registered
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_QUOTED = re.compile(r"[„“”\"«»]([^„“”\"«»]{2,60})[„“”\"«»]")
"""A name in quotes."""


_TITLES = 6
"""Titles stand in so many first rows."""

_OF_A_LOG = ("unused", "time", "")
"""Meanings of the column that says in a log when people came and left."""


class EventContextFinder:
    """Finds the event details that apply to each table of one file."""

    def __init__(
        self,
        workbook: Workbook,
        vocabulary: Vocabulary,
        hints: Hints,
        beside: SheetsBeside,
        entries: FileEntries,
    ) -> None:
        self.workbook, self.vocabulary, self.hints, self.project = workbook, vocabulary, hints, vocabulary.project
        self.entries = entries
        self.contexts = EventContextReader(vocabulary, (self.project.start, self.project.end))
        self._covers = Covers(workbook.grids, beside, self.contexts)
        self._city_of_writer = beside.city_of_writer
        names = [grid.name for grid in workbook.grids]
        self._days_of_sheets = days_of_names(names, self.contexts.only_year(_texts_at_top(workbook.grids)))
        self._widths = {grid.name: max(map(len, grid.rows), default=0) for grid in workbook.grids}

    def above(self, table: Table) -> EventContext:
        """Returns what the rows above a table state."""
        return self.contexts.of_rows(table.grid, table.context_rows, self._own_columns(table))

    def _across(self, table: Table) -> EventContext:
        """Returns what the rows above a table state in all columns of the sheet."""
        return self.contexts.of_rows(table.grid, table.context_rows)

    def _heads_section(self, table: Table) -> bool:
        """Whether the line above a table stands over a part of the list above it: those who had registered, or came."""
        rows = (table.grid.rows[row] for row in reversed(table.context_rows))
        line = next((texts for cells in rows if (texts := list(filter(None, map(text_of, cells))))), [])
        return len(line) == 1 and (heads_registered(line[0]) or heads_present(line[0]))

    def _where_left_open(self, context: EventContext, name: str) -> EventContext:
        """Returns a context with the city of several that the person, or the name of the sheet or the file, says."""
        said = (self._from_answers(name), EventContext(city=self.hints.city), self.of_sheet_name(name))
        cities = [one.city for one in (*said, self._from_file_name())]
        return in_the_city_said(context, cities, self.vocabulary)

    def _own_columns(self, table: Table) -> range | None:
        own = table.columns
        if table.headers and not any(map(text_of, table.grid.rows[table.headers[-1]][: own.start])):
            own = range(own.stop)  # what stands before the first table belongs to it
        wide = len(own) >= self._widths[table.grid.name]
        return None if own.start == 0 and (wide or not table.has_cells_behind(own)) else own

    def for_tables(self, parts: Sequence[tuple[Table, list[Column]]]) -> list[EventContext | None]:
        """Returns the event context of each table; None for a block that only describes the meeting."""
        found: list[EventContext | None] = []
        stated = completed_beside([table for table, _columns in parts], self.above, self._across)
        first, above = FirstSheet(parts, stated), TablesAbove(self.vocabulary)
        for (table, columns), own in zip(parts, stated, strict=True):
            own = self._where_left_open(own, table.grid.name)
            own = as_said(own, table, self.hints, self.vocabulary)
            entries = self.entries.of_sheet(table.grid.name)
            enter_text_rows(table.grid, table.context_rows, self.contexts, entries, Reason.TEXT_ABOVE)
            earlier = (one for one, _columns in parts[: len(found)])
            section = own.date is None and (
                self._heads_section(table) or divides_same_people(table, earlier, self.vocabulary)
            )
            context = above.complete(own, table, columns, section=section)
            if is_meeting_block(table, columns):
                above.add_meeting(table, meeting_block_context(table, columns, self.contexts).with_defaults(context))
                entries.enter_all(table.rows, Reason.MEETING)
                found.append(None)
                continue
            above.add(table, columns, context)
            self._take_homes(columns, own)
            found.append(self._completed(context, table, columns, first))
            date_headed_activities(columns, found[-1], self.vocabulary)
        return self._with_names_of_events(parts, _with_activity_of_overview(parts, found))

    def _take_homes(self, columns: Sequence[Column], own: EventContext) -> None:
        """Takes cities as those where people live if the place is stated above: of one event, or by their header."""
        one = own.city and own.date and not {c.meaning for c in columns} & {"date", "activity", "title"}
        for column in columns if own.city or self.hints.city else ():
            if column.meaning == "city" and (one or column.said == "residence"):
                column.meaning = "residence"

    def _completed(self, context: EventContext, table: Table, columns: list[Column], first: FirstSheet) -> EventContext:
        """Returns what the lines above a table state, completed from everything that says less of its event."""
        name = table.grid.name
        context = context.with_defaults(self._from_join_times(table, columns)).with_defaults(self._from_below(table))
        context = self._covers.complete(context.with_defaults(self.of_sheet_name(name)))
        context = first.completes(context, table, columns)
        context = EventContext(date=self.vocabulary.answers.day("day", name)).with_defaults(context)
        said = self._from_people(name)
        dated = context.date or any(column.meaning == "date" or column.date for column in columns)
        said = said.with_defaults(self._covers.title) if dated else said
        context = context if context.date or said.date else replace(context, date=self._from_parts(table))
        if context.activity is None:
            context = context.with_defaults(EventContext(activity=self._headed_activity(table, columns)))
        context = self._with_year(context, said).with_defaults(said).with_defaults(self._from_partner(table))
        if context.date is None:
            date_by_arrivals(columns)
            date_by_forms(table, columns)
        answers = self.vocabulary.answers
        unasked = [column for column in columns if not answers.code("column", column.name)]
        leave_out_days_before(table, unasked, self.hints.date)
        return self._with_year(context, said)

    def _headed_activity(self, table: Table, columns: list[Column]) -> str | None:
        """Returns the activity that the headers of a table name."""
        tell_activities_of_days(table, columns, self.vocabulary)
        headed = activity_in_header(columns, self.vocabulary) or activity_of_tickets(table, columns, self.vocabulary)
        return headed or activity_over_headers(table, columns, self.vocabulary)

    def _with_names_of_events(
        self, parts: Sequence[tuple[Table, list[Column]]], found: list[EventContext | None]
    ) -> list[EventContext | None]:
        """Returns the contexts with the name in quotes as title where several sheets are about the same activity, city
        and day, and each has a name of its own (“Workshop A „Bikes“”, “Workshop B „Bread“”): these are other events."""
        named = [(table.grid.name, self._name_in_quotes(table)) for table, _columns in parts]
        alike: dict[tuple[str | None, str | None, date | None], set[tuple[str, str]]] = {}
        for context, sheet_and_name in zip(found, named, strict=True):
            if context and context.date and not context.title:
                alike.setdefault((context.activity, context.city, context.date.day), set()).add(sheet_and_name)
        several = {
            event for event, told in alike.items()
            if len({sheet for sheet, _name in told}) == len({name for _sheet, name in told if name}) == len(told) > 1
        }  # fmt: skip
        return [
            replace(context, title=name)
            if context and context.date and (context.activity, context.city, context.date.day) in several
            else context
            for context, (_sheet, name) in zip(found, named, strict=True)
        ]

    def _name_in_quotes(self, table: Table) -> str:
        """Returns the only name in quotes above a table beside a word for the activity, "" if there is none."""
        lines = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
        quoted = {
            name for line in lines if self.vocabulary.inside(VocabularyKind.ACTIVITY, line)
            for name in _QUOTED.findall(line)
        }  # fmt: skip
        return quoted.pop().strip() if len(quoted) == 1 else ""

    def _from_parts(self, table: Table) -> StatedDate | None:
        """Returns the day whose number and month stand apart: above the table, in the sheet's or the file's name."""
        names = (table.grid.name, PurePath(self.workbook.file).stem.replace("_", " "))
        above = (" ".join(map(text_of, table.grid.rows[row])) for row in table.context_rows)
        return day_in_parts([*above, *dict.fromkeys(names)])

    def _with_year(self, context: EventContext, wider: EventContext) -> EventContext:
        """Returns a context whose date has a year: the one stated elsewhere, or the only one that fits. A date that
        fits several years is dropped, and asked for."""
        stated = context.date
        if stated is None or stated.year or stated.impossible:
            return context
        named = context.year_of(stated, None) or wider.year_of(stated, None)
        year = only_year(stated, None, (self.project.start, self.project.end), (named,) if named else ())
        return replace(context, date=replace(stated, year=year) if year else None)

    def for_text_sheet(self, grid: Grid) -> EventContext:
        """Returns what a sheet without a table states, completed from its name, answers and hints."""
        rows = range(min(len(grid.rows), FIRST_HEADER))
        said = self._where_left_open(self.contexts.of_rows(grid, rows), grid.name)
        enter_text_rows(grid, rows, self.contexts, self.entries.of_sheet(grid.name), Reason.TEXT_SHEET)
        context, people = said.with_defaults(self.of_sheet_name(grid.name)), self._from_people(grid.name)
        return self._with_year(context, people).with_defaults(people)

    def of_sheet_name(self, name: str) -> EventContext:
        """Returns what a sheet's name states. A text file's only sheet has the file's name, which says less."""
        if name == PurePath(self.workbook.file).stem:
            return EventContext()
        named = self.contexts.of_name(name)
        named = replace(named, date=None) if dates_export(name, named.date, self.hints.date) else named
        day = self._days_of_sheets.get(name)
        start, end = self.project.start, self.project.end
        known = named.date and named.date.year and not (named.date.day and not start <= named.date.day <= end)
        return replace(named, date=day) if day and not known else named

    def known_days(self, tables: Iterable[Table]) -> set[date]:
        """Returns the days that titles, the names of sheets and of the file, and the person state in full."""
        said = [self._from_file_name(), self._from_hints()]
        for table in tables:
            said += [self.above(table), self.of_sheet_name(table.grid.name)]
        return {context.date.day for context in said if context.date and context.date.day}

    def _from_people(self, sheet: str) -> EventContext:
        return self._from_answers(sheet).with_defaults(self._from_hints()).with_defaults(self._from_file_name())

    def _from_answers(self, sheet: str) -> EventContext:
        """Returns what people answered about a sheet's event."""
        answers = self.vocabulary.answers
        activity, city = (answers.detail(kind, sheet) for kind in ("activity", "city"))
        return EventContext(activity, city, answers.day("date", "", sheet))

    def _from_join_times(self, table: Table, columns: Sequence[Column]) -> EventContext:
        """Returns the date on which people joined an online meeting."""
        of_log = _OF_A_LOG if is_join_leave_log(columns) else ()
        for column in columns:
            if column.meaning == "joined" or column.meaning in of_log:
                dates = [stated for stated in column_dates(table, column.at) if stated.year]
                if dates:
                    return EventContext(date=dates[0])
        return EventContext()

    def _from_partner(self, table: Table) -> EventContext:
        """Returns the city of the partner whose name stands alone above a table, if the partner has one city, or else
        that of the writer, or of the organiser."""
        texts = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
        partners = {one.code for one in self.project.partners if normal(one.name) in {*map(normal, texts)}}
        cities = [city.code for city in self.project.cities if city.partner in partners]
        told = self._city_of_writer or city_of_organiser(texts, self.vocabulary)
        return EventContext(city=cities[0] if len(cities) == 1 else told)

    def _from_below(self, table: Table) -> EventContext:
        """Returns what is stated below the table, such as place and date beside a signature."""
        most = min(2, len(table.columns) - 1)  # a row that fills every column lists a person
        rows = lines_of_event_below(table, most)
        said = self.contexts.of_rows(table.grid, rows)
        self.entries.of_sheet(table.grid.name).enter_all(self.contexts.labelled_rows, Reason.LABELLED)
        return EventContext(said.activity, said.city, said.date, year=said.year, school_year=said.school_year)

    def _from_hints(self) -> EventContext:
        hints = self.hints
        partner_cities = [city.code for city in self.project.cities if city.partner == hints.partner]
        city = hints.city or (partner_cities[0] if len(partner_cities) == 1 else None)
        day = StatedDate(day=hints.date, year=hints.date.year) if hints.date else None
        return EventContext(hints.activity, city, day, hints.title or "")

    def _from_file_name(self) -> EventContext:
        """Returns what the file name states."""
        return replace(self.contexts.of_name(PurePath(self.workbook.file).stem), only_file_dated=True)


def _with_activity_of_overview(
    parts: Sequence[tuple[Table, list[Column]]], found: Sequence[EventContext | None]
) -> list[EventContext | None]:
    """Returns the contexts, with the activity of an overview for lists that name none ("Workshop 2: Bread"), if each
    day in the overview is of the activity above it and the list has one of these days."""
    days: dict[date, set[str]] = {}
    for (table, columns), context in zip(parts, found, strict=True):
        meanings = {column.meaning: column.at for column in columns}
        if context and context.activity and "date" in meanings and "activity" not in meanings:
            for stated in column_dates(table, meanings["date"]):
                if stated.day:
                    days.setdefault(stated.day, set()).add(context.activity)

    def completed(context: EventContext | None) -> EventContext | None:
        if context is None or context.activity or "activity" in context.unknown or context.date is None:
            return context
        told = days.get(context.date.day, set()) if context.date.day else set()
        return replace(context, activity=next(iter(told))) if len(told) == 1 else context

    return list(map(completed, found))


def _texts_at_top(grids: Sequence[Grid]) -> list[str]:
    """Returns the texts in the first rows of all sheets, where their titles stand."""
    return [text for grid in grids for cells in grid.rows[:_TITLES] for value in cells if (text := text_of(value))]


def dated_headings(table: Table) -> list[StatedDate]:
    """Returns the dates that stand alone in a row of a table, as headings of the rows below."""
    alone = (told[0] for row in table.rows if len(told := [v for v in table.grid.rows[row] if text_of(v)]) == 1)
    return [stated for value in alone if not is_page_line(text_of(value)) and (stated := read_date(value))]


def column_dates(table: Table, at: int) -> list[StatedDate]:
    """Returns the different dates in a column of a table."""
    return [stated for value in table.different_cells(at) if value not in (None, "") and (stated := read_date(value))]
