"""Lists that stand beside sheets of which the people were counted, and say of no event that it is theirs: contacts,
helpers, who got a certificate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_metrics.errors import Place
from liaison_metrics.sheets.checks.topics.foreign import is_beside_list, topic_of
from liaison_metrics.sheets.checks.topics.questions import count_who_came_in, is_beside_events, topic_question
from liaison_metrics.sheets.checks.topics.titled_lists import (
    SHOWS_WHO_CAME,
    is_aside,
    is_known_not_to_count,
    repeats_people,
)
from liaison_metrics.sheets.checks.topics.topic_words import MONEY, titles_of
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import count_columns
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.context_finder import EventContextFinder
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.ledger.entries import SheetEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Reading, headcount_of
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.titles.coming import heads_present

_OF_ATTENDANCE = SHOWS_WHO_CAME | {"signature", "session", "date", "people", "total"}
"""Meanings of columns that say who came, when, or how many."""

_OF_PARTICIPANTS = frozenset({"community", "gender", "group", "age", "birth_date"})
"""Meanings of columns that are asked of participants."""

_OF_CONTACTS = frozenset({"email", "phone"})

_FEWEST_EVENTS = 2
"""A list without a day may be of the only event that others state."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a table is about instead of attendance, and whether somebody must be asked about that."""

    topic: str
    asked: bool
    table: Table
    columns: Sequence[Column]


class OtherSheets:
    """Knows the tables of a file, and what was read of them so far."""

    def __init__(
        self, parts: Sequence[tuple[Table, list[Column]]], finder: EventContextFinder, reading: Reading
    ) -> None:
        self._parts, self._finder, self._reading = parts, finder, reading
        self._tables = [table for table, _columns in parts]

    def topic(self, table: Table, columns: Sequence[Column]) -> Topic | None:
        """Returns what a table is about instead of attendance, None if it is about that or somebody said that it is."""
        counted = count_columns(columns)
        paid = is_aside(table, columns, counted, self._tables)
        if not paid and counted and count_who_came_in(table, columns, counted):
            return None
        topic = MONEY if paid else topic_of(table, columns, counted, self._reading.file)
        said = self._finder.vocabulary.answers.confirms_sheet(table.grid.name)
        if not topic or said or is_known_not_to_count(table, self._reading, self._tables):
            return None
        counts = lists_people(columns) or any(column.meaning == "people" for column in counted)
        asked = counts and not paid and not is_beside_list(topic, table, self._tables, self._reading)
        return Topic(topic, asked, table, columns)

    def ask(self, topic: Topic, context: EventContext, missing: Sequence[str], remarks: ReaderRemarks) -> None:
        """Asks about a table of a topic, of whose event *missing* is unknown, or leaves it out."""
        table, sheet = topic.table, topic.table.grid.name
        beside = is_beside_events(topic.topic, context, missing, self._reading)
        aside = beside or (not count_columns(topic.columns) and self.needs_no_event(table, topic.columns))
        if asked := topic.asked and not aside:
            remarks.ask("sheet", sheet, Place(sheet=sheet), blocking=True, text=topic_question(topic.topic))
        remarks.entries.of_sheet(sheet).enter_all(table.rows, Reason.SHEET_ASKED if asked else Reason.FOREIGN)

    def leave_out(self, table: Table, columns: Sequence[Column], entries: SheetEntries) -> bool:
        """Enters the rows of a list that needs no event. Returns whether it needs none."""
        if needs_none := self.needs_no_event(table, columns):
            entries.enter_all(table.rows, Reason.FOREIGN)
        return needs_none

    def are_of_no_event(self, table: Table) -> bool:
        """Returns whether unclear numbers can be of no event: their sheet states none, and others list people of
        several."""
        own = self._finder.above(table).with_defaults(self._finder.of_sheet_name(table.grid.name))
        stated = own.activity or own.date or own.unknown or self._finder.hints.date
        dated = any(find_dates(text_of(value)) for row in table.rows for value in table.grid.rows[row])
        events = {row.event for row in self._reading.attendances if row.sheet != table.grid.name}
        return not stated and not dated and len(events) >= _FEWEST_EVENTS

    def needs_no_event(self, table: Table, columns: Sequence[Column]) -> bool:
        """Returns whether a list of people needs no event: it states none of its own, has no marks and nothing that is
        asked of participants, and the people of other sheets were counted. Lists that have the columns of those that
        were read may be of another event. So may new people beside lists, unless they are contacts."""
        own = self._finder.above(table).with_defaults(self._finder.of_sheet_name(table.grid.name))
        titles = (table.grid.name, *titles_of(table))
        if own.activity or own.date or own.unknown or any(heads_present(one) or additional_code(one) for one in titles):
            return False
        listed = {row.sheet for row in self._reading.attendances} - {table.grid.name}
        stated = [row for row in self._reading.headcounts if row.sheet != table.grid.name]
        sheets = listed | {row.sheet for row in stated}
        read = (theirs for other, theirs in self._parts if other.grid.name in sheets)
        if any(map(_tells_who_came, columns)) or any(_are_alike(columns, theirs) for theirs in read):
            return False
        events = {row.event for row in self._reading.attendances if row.sheet != table.grid.name}
        events |= {row.event for row in stated}
        contacts = any(column.meaning in _OF_CONTACTS for column in columns)
        if listed:
            return repeats_people(table, self._reading) or (contacts and len(events) >= _FEWEST_EVENTS)
        return len(events) >= _FEWEST_EVENTS or (bool(events) and len(table.rows) <= headcount_of(stated))


def _tells_who_came(column: Column) -> bool:
    marked = column.date is not None or column.meaning in _OF_ATTENDANCE | _OF_PARTICIPANTS
    return marked or max(column.share("mark"), column.share("clock")) >= MAJORITY


def _are_alike(columns: Sequence[Column], other: Sequence[Column]) -> bool:
    """Whether more than half of a list's columns are those of another one, by their meaning or their header."""
    own, theirs = _kinds(columns), _kinds(other)
    return 2 * len(own & theirs) > len(own)


def _kinds(columns: Sequence[Column]) -> set[str]:
    used = [column for column in columns if column.filled and not column.share("row number")]
    return {c.meaning if c.meaning not in ("", "unused") else f"“{normal(c.header)}”" for c in used if c.header}
