"""Lists of people who wanted to come: they registered, accepted an invitation or said so on the phone. Nothing in them
says who was there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from liaison_metrics.sheets.checks.topics.titled_lists import SHOWS_WHO_CAME
from liaison_metrics.sheets.checks.topics.topic_words import titles_of
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away
from liaison_metrics.sheets.words.phrases.titles.documents import says_of_attendance
from liaison_metrics.sheets.words.presence import OF_ONE_PERSON, names_registration, says_present, wants_to_come

_OF_INTENT = ("present", "registered", "session")
"""Meanings of columns under which people may say that they want to come."""

_MOST_DIFFERENT = 12
"""A column of answers has at most so many different ones."""

_FEWEST_DAYS = 2
"""A poll offers so many days."""


def lists_only_registered(table: Table, headed: Sequence[Column], file: str) -> bool:
    """Returns whether columns say who wanted to come, and neither another column nor a title says who came.

    A platform's own report of an event, with its host, counts those who said yes.
    """
    if any(normal(column.header) in evidence("of_platform") for column in headed):
        return False
    wanted, titles = [column for column in headed if _says_who_wanted_to_come(table, column)], titles_of(table)
    asked = any(text.endswith(("?", ";")) and wants_to_come(text) for text in titles)  # "Who is coming on Friday?"
    if not (wanted or asked) or says_of_attendance([*titles, table.grid.name, PurePath(file).stem]):
        return False
    return not any(_says_who_came(table, column) for column in headed if column not in wanted)


def asks_for_a_day(table: Table, headed: Sequence[Column], file: str) -> bool:
    """Returns whether people said on which of several days they can come: a title names such a poll, or somebody is
    not sure about one of the days. Nobody knows on which of them the event took place, and who came."""
    days = [column for column in headed if column.date is not None or read_date(column.header)]
    texts = [*titles_of(table), table.grid.name, PurePath(file).stem]
    if len({column.header for column in days}) < _FEWEST_DAYS or says_of_attendance(texts):
        return False
    named = any(f" {phrase} " in f" {normal(text)} " for text in texts for phrase in evidence("polls"))
    return named or any(_holds_undecided(table, column) for column in days)


def _says_who_wanted_to_come(table: Table, column: Column) -> bool:
    intended = column.meaning in _OF_INTENT
    if asks_to_register(column) and (column.date or intended or _are_answers(table, column)):
        return True
    if intended and column.date is None and _holds_undecided(table, column):
        return True
    registers = names_registration(column.header)
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
    return column.meaning not in OF_ONE_PERSON and wants_to_come(column.header)  # "Where do you come from?"


def _is_status(column: Column) -> bool:
    """Whether a column says what became of a registration, as exports of tickets do: who cancelled stands there."""
    return bool(set(normal(column.header).split()) & tools("status"))


def _holds_undecided(table: Table, column: Column) -> bool:
    """Whether an answer says that somebody might come: nobody knows who came of those who said yes."""
    return any(normal(text) in evidence("undecided") for text in _answers(table, column))


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
    return any(isinstance(value, str) and says_stayed_away(value) for value in table.different_cells(column.at))
