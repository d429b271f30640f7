"""In which order the dates of a file have day and month, and which date does not tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.context_finder import EventContextFinder, column_dates, dated_headings
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date, settle_order, weekday_of
from liaison_metrics.sheets.words.lists import normal, tools, words_by_date_order

_SAMPLE = 300
"""Rows that show on which days of the week dates are."""


def settle_date_order(
    typed_tables: Sequence[tuple[Table, list[Column]]], context_finder: EventContextFinder
) -> DateOrder | None:
    """Returns the order of day and month in this file, judged from all its dates."""
    start, end = context_finder.project.start, context_finder.project.end
    stated: list[StatedDate] = []
    texts: list[str] = []
    for table, columns in typed_tables:
        texts += [column.header for column in columns]
        texts += [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
        for column in columns:
            if column.date:
                stated.append(column.date)
            if column.meaning in ("date", "birth_date", "joined", "unused"):
                stated += column_dates(table, column.at)
        stated += _dates_beside_weekdays(table, columns)
    for table, columns in typed_tables:
        day_above = context_finder.above(table).date
        named = (day_above, context_finder.of_sheet_name(table.grid.name).date)
        stated += [one for one in named if one and (one.year or not one.day_first)]  # "September 4" has no order
        if day_above is None and all(column.meaning != "date" for column in columns):
            stated += dated_headings(table)
    order = settle_order(stated, day_first_language=writes_day_first(texts), start=start, end=end)
    if order is None and any(one.ambiguous for one in stated):
        known = context_finder.known_days(table for table, _columns in typed_tables)
        written = {one.day for text in texts for one in find_dates(text) if one.day}
        order = _order_of_known_days(stated, known) or _order_of_known_days(stated, written)
    return order


def _dates_beside_weekdays(table: Table, columns: Sequence[Column]) -> list[StatedDate]:
    """Returns the dates of a column with the days of the week that stand in another one."""
    dated = next((column for column in columns if column.meaning == "date"), None)
    if dated is None:
        return []
    rows = [table.grid.rows[row] for row in table.rows[:_SAMPLE]]
    for column in columns:
        days = [weekday_of(column.text(cells)) for cells in rows] if column.filled and column is not dated else []
        if days and sum(map(bool, days)) >= MAJORITY * len(days):
            told = ((read_date(dated.value(cells)), day) for cells, day in zip(rows, days, strict=True) if day)
            return [replace(stated, weekday=day) for stated, day in told if stated and stated.day is None]
    return []


def _order_of_known_days(stated: Iterable[StatedDate], known: Collection[date]) -> DateOrder | None:
    """Returns the only order in which one of the dates is a day that the file's name, the sheet's name, a title or the
    person states."""
    found = {order for one in stated if one.ambiguous for order in DateOrder if one.in_order(order) in known}
    return found.pop() if len(found) == 1 else None


def writes_day_first(texts: Iterable[str]) -> bool:
    """Returns whether headers and titles are in a language that writes the day before the month. In English, people
    write either."""
    words = {word for text in texts for word in normal(text).split()}
    if words & tools("day_first_languages") or any("α" <= letter <= "ω" for word in words for letter in word):
        return True
    others, english = words_by_date_order()
    return len(words & others) > len(words & english)


def find_ambiguous_date(table: Table, columns: Sequence[Column], context: EventContext) -> str:
    """Returns an event date that can be read in two ways, "" if there is none."""
    column = next((c for c in columns if c.meaning == "date"), None)
    if column and column.filled:
        for value in table.different_cells(column.at):
            stated = read_date(value, serials=True)
            if stated and stated.ambiguous:
                return text_of(value)
        return ""
    sessions = [c for c in columns if c.date is not None]
    for session in sessions:
        if session.date and session.date.ambiguous:
            return session.header
    stated = context.date
    if not sessions and stated and stated.ambiguous:
        return f"{stated.pair[0]:02}/{stated.pair[1]:02}/{stated.year}"
    return ""
