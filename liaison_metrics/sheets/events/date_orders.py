"""In which order the dates of a file have day and month, and which date does not tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.context import EventContext
from liaison_metrics.sheets.events.context_finder import EventContextFinder, column_dates, dated_headings
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, read_date, settle_order
from liaison_metrics.sheets.words.lists import normal, tools, words_by_date_order


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
    for table, columns in typed_tables:
        day_above = context_finder.above(table).date
        named = (day_above, context_finder.of_sheet_name(table.grid.name).date)
        stated += [one for one in named if one and (one.year or not one.day_first)]  # "September 4" has no order
        if day_above is None and all(column.meaning != "date" for column in columns):
            stated += dated_headings(table)
    return settle_order(stated, day_first_language=writes_day_first(texts), start=start, end=end)


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
