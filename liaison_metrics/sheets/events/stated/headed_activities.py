"""Activities that headers name: a column of events of one kind, or the days of several events in the lines above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import days_without_year
from liaison_metrics.sheets.words.dates import StatedDate, find_dates
from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.lists import headers, normal, tools
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_ABOUT_EVENTS = ("", "unused", "group", "title", "session")
"""Meanings of a column of titles under the name of an activity."""

_MOST_KINDS = 10
"""An event has at most so many kinds of tickets."""

_LINES_WITH_TITLE = 2

_FEWEST_EVENTS = 2
"""A single header may name the event of the whole list."""

_BETWEEN = re.compile(r"[;|\n]|,\s+(?=[^\W\d])|\s+(?:\+|&)\s+")
"""Between two events in a line."""


def activity_in_header(columns: Sequence[Column], vocabulary: Vocabulary) -> str | None:
    """Returns the activity that the header of a column of texts names, if one does and no column holds activities:
    "Focus group" over "Women", "Youth". What stands under it are the titles of the events then."""
    if any(column.meaning == "activity" and column.filled for column in columns):
        return None
    named = [column for column in columns if _heads_events(column, vocabulary)]
    if len(named) != 1:
        return None
    (column,) = named
    people = max((one.filled for one in columns if one.meaning in PERSONAL), default=0)
    numbered = lists_people(columns) and column.distinct == column.filled >= people  # another one for each person
    if not numbered and not any(one.meaning == "title" for one in columns):
        column.meaning = "title"
    return vocabulary.exact(VocabularyKind.ACTIVITY, column.header)


def activity_over_headers(table: Table, columns: Sequence[Column], vocabulary: Vocabulary) -> str | None:
    """Returns the only activity that the first cell of a line over the headers names, such as a title beside an
    instruction ("OEP course, autumn 2021", "Put a cross"); None if it names none or several, or another column holds
    activities."""
    if len(table.headers) < _LINES_WITH_TITLE or any(one.meaning == "activity" and one.filled for one in columns):
        return None
    first = text_of(table.grid.rows[table.headers[0]][table.columns.start])
    codes = vocabulary.inside(VocabularyKind.ACTIVITY, first)
    return codes.pop() if len(codes) == 1 else None


def activity_of_tickets(table: Table, columns: Sequence[Column], vocabulary: Vocabulary) -> str | None:
    """Returns the activity that all kinds of tickets name ("Final conference – free entry", "Final conference –
    reduced"), None if they name none or several, or another column holds activities."""
    if any(column.meaning == "activity" and column.filled for column in columns):
        return None
    stems = tuple(tools("ticket_stems"))
    of_tickets = (one for one in columns if any(word.startswith(stems) for word in normal(one.header).split()))
    for column in of_tickets:
        kinds = [text_of(value) for value in table.different_cells(column.at) if text_of(value)]
        codes = [vocabulary.inside(VocabularyKind.ACTIVITY, text) for text in kinds[: _MOST_KINDS + 1]]
        if 0 < len(kinds) <= _MOST_KINDS and all(codes) and len(found := set.union(*codes)) == 1:
            return found.pop()
    return None


def _heads_events(column: Column, vocabulary: Vocabulary) -> bool:
    exact = vocabulary.exact(VocabularyKind.ACTIVITY, column.header)  # "Interview no." only mentions one
    told = column.is_numeric or column.date or max(column.share("mark"), column.share("full names")) >= MAJORITY
    return bool(exact and column.filled) and not told and column.meaning in _ABOUT_EVENTS


def tell_activities_of_days(table: Table, columns: Sequence[Column], vocabulary: Vocabulary) -> None:
    """Gives the columns of days the activity that the lines above the table name beside the same day ("Workshop
    15/10/2021", "Fair 17/10/2021"), if they name several."""
    dated = [column for column in columns if column.date and VocabularyKind.ACTIVITY not in column.codes]
    told = list(_events_above(table, vocabulary)) if dated else []
    if len({code for code, _day in told}) < 2:
        return
    for column in dated:
        found = {code for code, day in told if column.date and _is_same_day(column.date, day)}
        if len(found) == 1:
            column.codes[VocabularyKind.ACTIVITY] = found.pop()


def date_headed_activities(columns: Sequence[Column], context: EventContext | None, vocabulary: Vocabulary) -> None:
    """Gives the day of a sheet that is about no single activity to columns of marks or signatures of which each header
    names another one ("Committee 10 am", "Signature (forum)"): it tells who came to which of several events of a
    day."""
    undated = [one for one in columns if one.date is None and one.filled]
    marked = [one for one in undated if one.share("mark") >= MAJORITY or _is_signed(one)]
    named = [(one, vocabulary.inside(VocabularyKind.ACTIVITY, one.header)) for one in marked]
    told = [(one, codes.pop()) for one, codes in named if len(codes) == 1]
    day = context.date if context and context.activity is None else None
    if day is None or len(told) < _FEWEST_EVENTS or len({code for _one, code in told}) < len(told):
        return
    for column, code in told:
        column.meaning = "session" if column.share("mark") >= MAJORITY else "signature"
        column.moment, column.date = False, day
        column.codes[VocabularyKind.ACTIVITY] = code


def _is_signed(column: Column) -> bool:
    return any(headers().get(word) == "signature" for word in normal(column.header).split())


def _events_above(table: Table, vocabulary: Vocabulary) -> Iterator[tuple[str, StatedDate]]:
    """Yields the activities above a table that each stand alone with a day."""
    texts = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    for part in (part for text in texts for part in _BETWEEN.split(text)):
        codes = vocabulary.inside(VocabularyKind.ACTIVITY, part)
        days = find_dates(part) or days_without_year(part)
        if len(codes) == len(days) == 1:
            yield codes.pop(), days[0]


def _is_same_day(one: StatedDate, other: StatedDate) -> bool:
    return (
        bool(_numbers(one))
        and _numbers(one) == _numbers(other)
        and (not (one.year and other.year) or one.year == other.year)
    )


def _numbers(stated: StatedDate) -> tuple[int, int]:
    """Returns the numbers of a date as written: the day and the month, as far as that is known."""
    return (stated.day.day, stated.day.month) if stated.day else stated.pair
