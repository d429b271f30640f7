"""What the title on one sheet of a file says for the sheets beside it that have the same kind of list and no title of
their own: one for each group, month or day."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import normal


class FirstSheet:
    """Knows the activity and the city that the sheets of a file state, if they state one alone."""

    def __init__(self, parts: Sequence[tuple[Table, list[Column]]], stated: Sequence[EventContext]) -> None:
        """*stated* is what stands above each table."""
        told = [(table, columns, one) for (table, columns), one in zip(parts, stated, strict=True) if one.states_event]
        clear = not any(one.unknown for one in stated)
        activities = {one.activity for _table, _columns, one in told if one.activity}
        cities = {one.city for _table, _columns, one in told if one.city}
        single = clear and len(activities) == 1 and len(cities) <= 1
        self._first = told[0] if single and told[0][0] is parts[0][0] and told[0][2].activity else None

    def completes(self, context: EventContext, table: Table, columns: Sequence[Column]) -> EventContext:
        """Returns the context of a table, with what the first sheet says of all if its list is one of the same kind, of
        days of its own: walk-ins are of the event of the first sheet."""
        own = context.date is not None or any(column.date for column in columns)
        if self._first is None or not own or (context.activity and context.city):
            return context
        first, headed, said = self._first
        if table.grid is first.grid or not _are_alike(headed, columns):
            return context
        return context.with_defaults(
            EventContext(said.activity, said.city, year=said.year, school_year=said.school_year)
        )


def _are_alike(one: Sequence[Column], other: Sequence[Column]) -> bool:
    """Whether lists of people have the same headers, but for their days; one may have fewer."""
    first, second = ({normal(c.header) for c in side if c.header and c.date is None} for side in (one, other))
    named = {normal(c.header) for c in one if c.meaning in NAMES} & second
    return bool(named) and (first <= second or second <= first)
