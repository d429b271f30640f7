"""What the tables above one on the same sheet say of its event: a title stands above the first of several lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext, without_title_and_date
from liaison_metrics.sheets.events.stated.same_day import goes_on
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_TOPIC = re.compile(r"\s*[\d:;,(–—]|\s-|\s+[^\W\d_](?![^\W\d_])")
"""What stands between the kind of a meeting and its number, letter or topic."""


class TablesAbove:
    """Remembers the last table of each sheet, from the top."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._dated: dict[str, Table] = {}
        self._contexts: dict[str, EventContext] = {}
        self._columns: dict[str, Sequence[Column]] = {}
        self._headers: dict[str, Sequence[int]] = {}
        self._reports: set[str] = set()
        """Sheets with a block about one meeting, whose sections are all of that meeting."""

    def complete(self, own: EventContext, table: Table, columns: Sequence[Column], *, section: bool) -> EventContext:
        """Returns what a table states with what the one above it says. *section*: it is a part of the list above. A
        list of another event takes neither title nor day from there."""
        name = table.grid.name
        before = self._contexts.get(name, EventContext())
        in_report = name in self._reports and any(column.meaning == "joined" for column in columns)
        beside = bool(table.headers) and self._headers.get(name) == table.headers
        self._headers[name] = table.headers
        same = section or in_report or beside or goes_on(self._columns.get(name, []), columns)
        if self._columns.get(name) and (own.states_event or not same):
            one_day = same and self._is_under_title_of(self._dated.get(name), own, table)
            before = replace(before, title="") if one_day else without_title_and_date(before)
        if own.date:
            self._dated[name] = table
        return own.with_defaults(before)

    def _is_under_title_of(self, first: Table | None, own: EventContext, table: Table) -> bool:
        """Whether a table only has a line that names its activity again, or begins with the same word, as that right
        above the *first* table, and the day stands higher: "Focus groups, 27 May 2021" over "Focus group 1" and "Focus
        group 2"."""
        if first is None or own.city or own.date or own.unknown:
            return False
        lines = [(row, texts) for row in first.context_rows if (texts := _texts(first, row))]
        dated = [row for row, texts in lines if any(map(find_dates, texts))]
        if not dated or dated[-1] == lines[-1][0]:
            return False
        again = [texts for row in table.context_rows if (texts := _texts(table, row))]
        return bool(again) and self._are_alike(lines[-1][1][0], again[-1][0])

    def _are_alike(self, one: str, other: str) -> bool:
        named, again = (self._vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in (one, other))
        first, second = (normal(_TOPIC.split(text)[0]) for text in (one, other))
        return bool(named & again) or (bool(first) and first == second)

    def add(self, table: Table, columns: Sequence[Column], context: EventContext) -> None:
        """Adds a table with what is known of its event."""
        self._contexts[table.grid.name], self._columns[table.grid.name] = context, columns

    def add_meeting(self, table: Table, context: EventContext) -> None:
        """Adds a block that only describes a meeting."""
        self._contexts[table.grid.name] = context
        self._columns.pop(table.grid.name, None)
        self._reports.add(table.grid.name)


def _texts(table: Table, row: int) -> list[str]:
    return [text for value in table.grid.rows[row] if (text := text_of(value))]
