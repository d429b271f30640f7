"""The day of an event that says itself only by when people were scanned, or sent a form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import tells_arrival
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.presence import names_registration, wants_to_come

_FEWEST_AT_THE_DOOR = 3
"""Forms that so many people sent on each of several days were sent at the events of these days."""

_FEWEST_IN_TURN = 8
"""So many minutes in which people sent a form."""

_SHORTEST_VISIT, _LONGEST_EVENT = 20, 600
"""Minutes between the first and the last form."""

_CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?![\d.:])")


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
    """Takes the days on which people sent a form as the events': if a question is about today and several sent it on
    each of them, or if many sent it on one day, one after another."""
    if any(column.meaning == "date" and column.filled for column in columns):
        return
    asked = [normal(column.header) for column in columns]
    today = any(f" {phrase}" in f" {form}" for form in asked for phrase in tools("of_today"))
    titles = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
    registers = any(names_registration(form) or wants_to_come(form) for form in (*asked, *titles, table.grid.name))
    for column in (one for one in columns if one.share("stamp") >= MAJORITY):
        sent = Counter(stated for value in table.values(column.at) if (stated := read_date(value)))
        at_the_door = len(sent) == 1 or min(sent.values(), default=0) >= _FEWEST_AT_THE_DOOR
        in_turn = len(sent) == 1 and not registers and _sent_in_turn(table, column)
        if (today and at_the_door) or in_turn:
            column.meaning = "date"
            return


def _sent_in_turn(table: Table, column: Column) -> bool:
    """Whether so many people sent a form one after another, within the hours of one event: they did so there. Who signs
    up does so over days, and who is asked later answers within minutes of the mail or days after it."""
    clocks = [_CLOCK.search(text_of(value)) for value in table.values(column.at)]
    minutes = [int(found[1]) * 60 + int(found[2]) for found in clocks if found]
    return len(set(minutes)) >= _FEWEST_IN_TURN and _SHORTEST_VISIT <= max(minutes) - min(minutes) <= _LONGEST_EVENT
