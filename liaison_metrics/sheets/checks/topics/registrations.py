"""Lists of people who wanted to come: they registered, accepted an invitation or said so on the phone. Nothing in them
says who was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from liaison_metrics.sheets.checks.topics.titled_lists import SHOWS_WHO_CAME
from liaison_metrics.sheets.checks.topics.topic_words import titles_of
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.tickets import lists_tickets
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away
from liaison_metrics.sheets.words.phrases.titles.asked import asks_to_mark_coming
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by
from liaison_metrics.sheets.words.phrases.titles.documents import document_named, says_of_attendance
from liaison_metrics.sheets.words.presence import OF_ONE_PERSON, names_registration, says_present, wants_to_come

_OF_INTENT = ("present", "registered", "session")
"""Meanings of columns under which people may say that they want to come."""

_OFFERED = ("activity", "title")
"""Meanings of columns that name the event that people registered for."""

_FEWEST_SENT = 3
"""On so many days before the event people sent a form: a list that was begun the day before is none."""

_MONTHS = 12

_MOST_DIFFERENT = 12
"""A column of answers has at most so many different ones."""

_FEWEST_DAYS = 2
"""A poll offers so many days."""


def lists_only_registered(table: Table, headed: Sequence[Column], file: str) -> bool:
    """Returns whether columns say who wanted to come, and neither another column nor a title says who came.

    A platform's own report of an event, with its host, counts those who said yes. One of a call says at what time of
    its day people "signed in", and how long they stayed.
    """
    if any(normal(column.header) in evidence("of_platform") for column in headed):
        return False
    if _lists_recorded_talks(table, headed):
        return False
    before = _sent_before(table, headed)
    how_long = tools("time_there") | evidence("lesson_hours")
    if before is False and any(normal(column.header) in how_long for column in headed):
        return False
    wanted = [column for column in headed if _says_who_wanted_to_come(table, column, sent_there=before is False)]
    titles = titles_of(table)
    asked = any(text.endswith(("?", ";")) and wants_to_come(text) for text in titles)  # "Who is coming on Friday?"
    if not (wanted or asked or before) or says_of_attendance([*titles, table.grid.name, PurePath(file).stem]):
        return False
    return not any(_says_who_came(table, column) for column in headed if column not in wanted)


def counts_only_registered(table: Table, headed: Sequence[Column], counted: Sequence[Column], file: str) -> bool:
    """Returns whether numbers of people are those who would come: the headers ask ("How many of you are coming?"), or
    the title is of registrations and the rows are those who sent them. *counted* are the columns of the numbers."""
    texts = [*titles_of(table), table.grid.name, PurePath(file).stem]
    if any(_says_who_came(table, column) for column in headed) or says_of_attendance(texts):
        return False
    if all(wants_to_come(column.header) for column in counted):
        return True
    sent = any(column.share("full names") >= MAJORITY and 2 * column.distinct > len(table.rows) for column in headed)
    return sent and document_named(texts) == "registrations"


def _lists_recorded_talks(table: Table, columns: Sequence[Column]) -> bool:
    """Whether a list under a title with interviews says how long each was: a word for registering is then one for
    recording ("Registrata?")."""
    lasted = tools("time_there") | evidence("lesson_hours")
    timed = any(c.filled >= len(table.rows) and not lasted.isdisjoint(normal(c.header).split()) for c in columns)
    titles = [normal(text) for text in (*titles_of(table), table.grid.name)]
    return timed and any(word in title for title in titles for word in tools("interviews"))


def asks_for_a_day(table: Table, headed: Sequence[Column], file: str) -> bool:
    """Returns whether people said on which of several days they can come: a title names such a poll, or somebody is
    not sure about one of the days. Nobody knows on which of them the event took place, and who came."""
    days = [column for column in headed if column.date is not None or read_date(column.header)]
    texts = [*titles_of(table), table.grid.name, PurePath(file).stem]
    if len({column.header for column in days}) < _FEWEST_DAYS or says_of_attendance(texts):
        return False
    named = any(f" {phrase} " in f" {normal(text)} " for text in texts for phrase in evidence("polls"))
    return named or any(_holds_undecided(table, column) for column in days)


def _sent_before(table: Table, columns: Sequence[Column]) -> bool | None:
    """Returns whether all sent a form, at a time of day that nobody plans, or ordered a ticket, on days before those of
    the event; False if all did so on its days, None if nothing says when."""
    sent = next((column for column in columns if column.share("stamp") >= MAJORITY), None) or _of_orders(columns)
    if sent is None:
        return None
    sent_on = [one for cell in table.different_cells(sent.at) if (one := read_date(cell))]
    used = [column for column in columns if column is not sent and column.meaning in ("date", *_OFFERED)]
    above = [cell for row in table.context_rows for cell in table.grid.rows[row]]
    cells = [*above, *(cell for column in used for cell in table.different_cells(column.at))]
    stated = [one for cell in cells for one in find_dates(text_of(cell))]
    days, of_event = _possible_days(sent_on), _possible_days(stated)
    if days and days <= of_event:
        return False
    before = len(days) >= _FEWEST_SENT and max(days) < min(of_event, default=date.min)
    return before or None


def _of_orders(columns: Sequence[Column]) -> Column | None:
    """Returns the column that dates the orders of a list of tickets."""
    dated = [column for column in columns if column.share("date") >= MAJORITY] if lists_tickets(columns) else []
    stems = tuple(tools("ticket_stems"))
    return next((c for c in dated if any(word.startswith(stems) for word in normal(c.header).split())), None)


def _possible_days(stated: Sequence[StatedDate]) -> set[date]:
    """Returns the days that dates may be, in all orders of day and month that fit all of them."""
    fits = {DateOrder.DAY_FIRST: 1, DateOrder.MONTH_FIRST: 0}
    written = [order for order, month in fits.items() if all(one.day or one.pair[month] <= _MONTHS for one in stated)]
    return {day for one in stated for order in written if (day := one.in_order(order)) is not None}


def _says_who_wanted_to_come(table: Table, column: Column, *, sent_there: bool) -> bool:
    intended, registers = column.meaning in _OF_INTENT, names_registration(column.header)
    asks = asks_to_register(column)
    if column.meaning in _OFFERED and not sent_there and (asks or registers):
        return True
    if asks and (column.date or intended or _are_answers(table, column) or _counts_people(column)):
        return True
    tells_outcome = normal(column.header) in tools("outcome") or any(
        normal(text) in tools("took_place") for text in _answers(table, column)
    )  # "no answer" or "open" beside "done" is of an interview
    if intended and column.date is None and not tells_outcome and _holds_undecided(table, column):
        return True
    if registers and not column.date and column.share("date") >= MAJORITY:
        return True
    accepts = normal(column.header) in evidence("acceptance")
    if accepts and not intended and _are_answers(table, column):
        return True
    if column.meaning != "registered" or not (registers or accepts) or _is_status(column):
        return False
    return not any(says_present(text) and normal(text) in tools("came") for text in _answers(table, column))


def asks_to_register(column: Column) -> bool:
    """Returns whether a header lets people say that they want to come ("I would like to register", "Will come")."""
    if asks_to_mark_coming(column.header):
        return False
    return column.meaning not in OF_ONE_PERSON and wants_to_come(column.header)  # "Where do you come from?"


def _is_status(column: Column) -> bool:
    """Whether a column says what became of a registration, as exports of tickets do: who cancelled stands there."""
    return bool(set(normal(column.header).split()) & tools("status"))


def _holds_undecided(table: Table, column: Column) -> bool:
    """Whether an answer says that somebody might come: nobody knows who came of those who said yes."""
    return any(normal(text) in evidence("undecided") for text in _answers(table, column))


def _counts_people(column: Column) -> bool:
    """Whether a column has numbers of people."""
    return column.meaning == "people" and column.share("number") >= MAJORITY


def _are_answers(table: Table, column: Column) -> bool:
    """Whether nearly all cells are answers to an invitation: yes, no, perhaps."""
    known = values("present") | values("absent") | tools("registered") | tools("no") | evidence("undecided")
    answers = _answers(table, column)
    return bool(answers) and sum(normal(text) in known for text in answers) >= MAJORITY * len(answers)


def _answers(table: Table, column: Column) -> list[str]:
    different = table.different_cells(column.at)
    return [text_of(value) for value in different] if len(different) <= _MOST_DIFFERENT else []


def _says_who_came(table: Table, column: Column) -> bool:
    """Whether a column says who was there, or a remark in it that somebody was not."""
    if column.date is not None or column.meaning in SHOWS_WHO_CAME | {"signature"}:
        return True
    if _counts_people(column) and told_by(column.header) is Told.CAME and not wants_to_come(column.header):
        return True
    return any(isinstance(value, str) and says_stayed_away(value) for value in table.different_cells(column.at))
