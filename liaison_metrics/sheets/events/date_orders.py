"""In which order the dates of a file have day and month, and which date does not tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.context_finder import EventContextFinder, column_dates, dated_headings
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.other_days import is_about_another_day
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.lists import normal, tools, weekday_words, words_by_date_order
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_of

_SAMPLE = 300
"""Rows that show on which days of the week dates are."""

_FEWEST_HEADS, _FEWEST_ROWS = 3, 4
"""So many days in a row of headers, or below each other, show a plan; fewer follow one by chance."""

_IN_FULL = 6
"""Letters of the shortest day of the week in full; "Sun" and "Mon" may be names."""

_MONTH_AND_YEAR = re.compile(r"([^\W\d_]{3,})\.?,?\s+20\d{2}(?!\d)")
_YEAR_AND_MONTH = re.compile(r"(?<!\d)20\d{2}[-_.](0[1-9]|1[0-2])(?![\d]|[-_.]\d)")
"""A month in the name of a file ("2021-05 workshops")."""


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
        named = (_beside_weekday_line(table, day_above), named[1])
        stated += [one for one in named if one and (one.year or not one.day_first)]  # "September 4" has no order
        if day_above is None and all(column.meaning != "date" for column in columns):
            stated += dated_headings(table)
    order = settle_order(stated, day_first_language=lambda: writes_day_first(texts), start=start, end=end)
    if order is None and any(one.ambiguous for one in stated):
        known = context_finder.known_days(table for table, _columns in typed_tables)
        written = {one.day for text in texts for one in find_dates(text) if one.day}
        order = _order_of_known_days(stated, known) or _order_of_known_days(stated, written)
    return order or _order_of_months(typed_tables, context_finder) or _order_of_rhythm(typed_tables)


def order_beside(
    stated: StatedDate | None, rows: Sequence[Sequence[Cell]], period: tuple[date, date]
) -> DateOrder | None:
    """Returns the order of day and month of a date in rows of text, None if nothing settles it."""
    known, texts = [stated] if stated else [], [text_of(value) for cells in rows for value in cells]
    return settle_order(known, day_first_language=lambda: writes_day_first(texts), start=period[0], end=period[1])


def _order_of_months(
    typed_tables: Sequence[tuple[Table, list[Column]]], context_finder: EventContextFinder
) -> DateOrder | None:
    """Returns the only order in which dates lie in the month that stands beside them: in the sheet's name, above the
    list or, since lists are often saved later, for the earlier of two days in the file's name."""
    found = set()
    file = PurePath(context_finder.workbook.file).stem
    for table, columns in typed_tables:
        dates = [one for column in columns if column.meaning == "date" for one in column_dates(table, column.at)]
        above = context_finder.above(table).date
        dates += [column.date for column in columns if column.date] + ([above] if above else [])
        texts = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
        lines = " | ".join(text for text in texts if not is_about_another_day(text))
        titled = " ".join(_MONTH_AND_YEAR.findall(lines))  # "June" alone may be somebody's name
        month = _only_month(table.grid.name) or _only_month(titled)
        for one in dates:
            days = {order: day for order in DateOrder if (day := one.in_order(order))}
            if len(set(days.values())) > 1:
                named = month or min(days.values()).month * (_only_month(file) == min(days.values()).month)
                fitting = {order for order, day in days.items() if day.month == named}
                found |= fitting if len(fitting) == 1 else set()
    return found.pop() if len(found) == 1 else None


def _only_month(text: str) -> int:
    """Returns the only month that a text names, 0 if it names none or several."""
    named = {month_of(word) for word in re.findall(r"[^\W\d_]{3,}", text)} - {0}
    named |= {int(month) for month in _YEAR_AND_MONTH.findall(text)}
    return named.pop() if len(named) == 1 else 0


def _order_of_rhythm(typed_tables: Sequence[tuple[Table, list[Column]]]) -> DateOrder | None:
    """Returns the only order in which the dates of a table follow a plan: each on the same day of the week, or one
    after another."""
    found = set()
    for table, columns in typed_tables:
        headed = [column.date for column in columns if column.date]
        listed = [column_dates(table, column.at) for column in columns if column.meaning == "date"]
        for dates, fewest in ((headed, _FEWEST_HEADS), *((dates, _FEWEST_ROWS) for dates in listed)):
            days = {order: [day for one in dates if (day := one.in_order(order))] for order in DateOrder}
            if not any(one.ambiguous for one in dates) or min(map(len, days.values())) < max(fewest, len(dates)):
                continue
            for in_step in (_are_weekly, _ascend):
                fitting = [order for order in DateOrder if in_step(days[order])]
                if len(fitting) == 1:
                    found.add(fitting[0])
                    break
    return found.pop() if len(found) == 1 else None


def _are_weekly(days: Sequence[date]) -> bool:
    return len({day.isoweekday() for day in days}) == 1


def _ascend(days: Sequence[date]) -> bool:
    return all(one < other for one, other in pairwise(days))


def _beside_weekday_line(table: Table, stated: StatedDate | None) -> StatedDate | None:
    """Returns the date above a table with the only day of the week that stands there in full ("Day: Thursday")."""
    lines = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    days = {weekday_words().get(word, 0) for line in lines for word in normal(line).split() if len(word) >= _IN_FULL}
    days -= {0}
    beside = stated and stated.ambiguous and not stated.weekday and len(days) == 1
    return replace(stated, weekday=days.pop()) if stated and beside else stated


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


def settle_order(
    stated: Iterable[StatedDate], *, day_first_language: Callable[[], bool], start: date, end: date
) -> DateOrder | None:
    """Returns a file's order of day and month, from numbers above 12, the way dates are written, the language and, for
    event dates, the project period. None if the file doesn't settle it."""
    open_ones: list[StatedDate] = []
    says_day = says_month = False
    written_day = written_month = False
    for one in stated:
        first, second = one.pair
        if first > 12:
            says_day = True
        elif second > 12:
            says_month = True
        elif one.pair != (0, 0) and first != second:
            open_ones.append(one)
        written_day |= one.written_order is DateOrder.DAY_FIRST
        written_month |= one.written_order is DateOrder.MONTH_FIRST
    if says_day != says_month:
        return DateOrder.DAY_FIRST if says_day else DateOrder.MONTH_FIRST
    if says_day and says_month:
        return None
    if written_day != written_month:
        return DateOrder.DAY_FIRST if written_day else DateOrder.MONTH_FIRST
    if day_first_language():  # asked last: it needs the words of all languages
        return DateOrder.DAY_FIRST
    return _by_period(open_ones, start, end)


def _by_period(stated: list[StatedDate], start: date, end: date) -> DateOrder | None:
    possible = set()
    for order in DateOrder:
        days = [one.in_order(order) for one in stated if one.year >= start.year]  # others are births
        if days and all(day and start <= day <= end for day in days):
            possible.add(order)
    return possible.pop() if len(possible) == 1 else None
