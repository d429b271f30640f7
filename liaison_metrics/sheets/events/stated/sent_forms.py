"""The day of an event that says itself only by when people were scanned, or sent a form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, read_date
from liaison_metrics.sheets.words.headers import tells_arrival
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.presence import OF_ONE_PERSON, names_registration, wants_to_come

_FEWEST_AT_THE_DOOR = 3
"""Forms that so many people sent on each of several days were sent at the events of these days."""

_FEWEST_IN_TURN = 8
"""So many minutes in which people sent a form."""

_SHORTEST_VISIT, _LONGEST_EVENT = 20, 600
"""Minutes between the first and the last form."""

_CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?![\d.:])")


_FEWEST_DAYS = 4
"""On so many days, in no order, people did something before an event: booked, paid or enrolled."""


def leave_out_days_before(table: Table, columns: Sequence[Column], day: date | None) -> None:
    """Takes no column of dates beside people as the event's if a person said its day and all are before it, on several
    days that don't follow the rows: then people booked. Sorted days may be those of a series."""
    for column in columns if day is not None and lists_people(columns) else ():
        different = table.different_cells(column.at) if column.meaning == "date" else {}
        stated = {cell: told.in_order(DateOrder.DAY_FIRST) for cell in different if (told := read_date(cell))}
        days = [one for one in map(stated.get, table.cells(column.at)) if one is not None]
        before = bool(days) and None not in stated.values() and all(one < day for one in days if day)
        in_order = any(all(one <= other for one, other in pairwise(way)) for way in (days, days[::-1]))
        if before and len(set(days)) >= _FEWEST_DAYS and not in_order:
            column.meaning = "unused"


def date_by_arrivals(columns: Sequence[Column]) -> None:
    """Takes the days at which people were scanned as the event's, if no column and no text states another."""
    if any(column.meaning == "date" and column.filled for column in columns):
        return
    for column in columns:
        arrived = tells_arrival(column.header) or column.meaning == "time"
        if arrived and min(column.share("date"), column.share("event date")) >= MAJORITY:
            column.meaning = "date"
            return


def date_by_forms(table: Table, columns: Sequence[Column]) -> None:
    """Takes the days on which people sent a form as the events': if many sent it on one day, one after another; or if a
    question is about today and all sent it on one, or several on each of several days, for which another column has a
    word of its own: the workshop of that day."""
    if any(column.meaning == "date" and column.filled for column in columns):
        return
    asked = [normal(column.header) for column in columns]
    today = any(f" {phrase}" in f" {form}" for form in asked for phrase in tools("of_today"))
    titles = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
    about_coming = [column.header for column in columns if column.meaning not in OF_ONE_PERSON]
    said = (*about_coming, *titles, table.grid.name)
    registers = any(names_registration(text) or wants_to_come(text) for text in said)
    for column in (one for one in columns if one.share("stamp") >= MAJORITY):
        days = [read_date(value) for value in table.cells(column.at)]
        sent = Counter(filter(None, days))
        several = min(sent.values(), default=0) >= _FEWEST_AT_THE_DOOR
        each = several and any(_names_each(days, table.cells(one.at)) for one in columns)
        in_turn = len(sent) == 1 and not registers and _sent_in_turn(table, column)
        if (today and (len(sent) == 1 or each)) or in_turn:
            column.meaning = "date"
            return


def _names_each(days: Sequence[StatedDate | None], cells: Sequence[Cell]) -> bool:
    """Whether a column has another word for each of several days, and the same one for all of a day."""
    pairs = {(day, text_of(value)) for day, value in zip(days, cells, strict=True) if day}
    days_told, words = {day for day, _word in pairs}, {word for _day, word in pairs}
    return all(words) and len(pairs) == len(words) == len(days_told) and not any(map(read_date, words))


def _sent_in_turn(table: Table, column: Column) -> bool:
    """Whether so many people sent a form one after another, within the hours of one event: they did so there. Who signs
    up does so over days, and who is asked later answers within minutes of the mail or days after it."""
    clocks = [_CLOCK.search(text_of(value)) for value in table.values(column.at)]
    minutes = [int(found[1]) * 60 + int(found[2]) for found in clocks if found]
    return len(set(minutes)) >= _FEWEST_IN_TURN and _SHORTEST_VISIT <= max(minutes) - min(minutes) <= _LONGEST_EVENT
