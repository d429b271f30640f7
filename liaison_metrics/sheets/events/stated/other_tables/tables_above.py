"""What the tables above one on the same sheet say of its event: a title stands above the first of several lists."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext, without_title_and_date
from liaison_metrics.sheets.events.stated.same_day import goes_on
from liaison_metrics.sheets.tables.table import Table


class TablesAbove:
    """Remembers the last table of each sheet, from the top."""

    def __init__(self) -> None:
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
            before = without_title_and_date(before)
        return own.with_defaults(before)

    def add(self, table: Table, columns: Sequence[Column], context: EventContext) -> None:
        """Adds a table with what is known of its event."""
        self._contexts[table.grid.name], self._columns[table.grid.name] = context, columns

    def add_meeting(self, table: Table, context: EventContext) -> None:
        """Adds a block that only describes a meeting."""
        self._contexts[table.grid.name] = context
        self._columns.pop(table.grid.name, None)
        self._reports.add(table.grid.name)
