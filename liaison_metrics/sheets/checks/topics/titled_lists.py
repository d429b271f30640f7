"""Lists whose title, or whose sheet's or file's name, says that they are for another purpose than attendance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from liaison_metrics.sheets.checks.topics.topic_words import MONEY, titles_of, topic_of_header
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.model import NotCountedReason, Reading
from liaison_metrics.sheets.rows.row_words import section_reason
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, topics
from liaison_metrics.sheets.words.phrases.documents import document_named
from liaison_metrics.sheets.words.presence import heads_present, heads_registered

WAITING = "waiting"
"""The topic of lists of people who waited for a place."""

SHOWS_WHO_CAME = frozenset({"present", "joined"})
"""Meanings of columns that say of a list for another purpose who was there."""

_SIGNED = frozenset({"keys", "consent", "money"})
"""Documents that people sign for another reason than that they were there."""

_OF_COUNTED_THINGS = frozenset({"stock", MONEY, "evaluation", "tasks", "keys"})
"""Documents whose numbers are no people."""


def topic_of_document(table: Table, columns: Sequence[Column], counted: Sequence[Column], file: str) -> str:
    """Returns what a list is for if a title or a name says that it isn't about attendance, and no column says who was
    there."""
    topic = document_named([*titles_of(table), table.grid.name, PurePath(file).stem])
    meanings = {column.meaning for column in columns}
    if not topic or meanings & SHOWS_WHO_CAME or ("signature" in meanings and topic not in _SIGNED):
        return ""
    if any(column.date is not None for column in columns):  # a register of several days
        return ""
    if not lists_people(columns):
        return topic if topic in _OF_COUNTED_THINGS and not _are_of_people(counted) else ""
    rated = any(topic_of_header(column) == "evaluation" for column in columns)
    return topic if topic != "evaluation" or rated or not meanings & PERSONAL else ""


def is_waiting_list(table: Table, reading: Reading) -> bool:
    """Returns whether the text above a table, or its sheet's name, says that its people waited for a place, and the
    reading has those who were there from another list."""
    return bool(reading.attendances) and document_named([*titles_of(table), table.grid.name]) == WAITING


def is_titled_absent(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether a line above a list without marks says that its people did not come."""
    if any(column.meaning in SHOWS_WHO_CAME for column in columns):
        return False
    return any(map(says_they_stayed_away, titles_of(table)))


def is_registered_beside_present(table: Table, tables: Sequence[Table]) -> bool:
    """Returns whether the line above a list says that its people had registered, and that above another one of the
    file that these were there."""
    others = (other for other in tables if other is not table)
    return heads_registered(_last_title(table)) and any(heads_present(_last_title(other)) for other in others)


def reason_above(table: Table, tables: Sequence[Table]) -> NotCountedReason | None:
    """Returns why the people of one of several lists don't count, if the line above it says so ("Volunteers (not
    counted)", "Apologies"), and not that above every other."""
    if not any(not section_reason(_last_title(other)) for other in tables if other is not table):
        return None
    return section_reason(_last_title(table)) or (NotCountedReason.STAFF if _lists_helpers(table) else None)


def is_known_not_to_count(table: Table, reading: Reading, tables: Sequence[Table]) -> bool:
    """Returns whether the text above a table says by itself that its people don't count: nobody has to be asked."""
    return is_waiting_list(table, reading) or reason_above(table, tables) is not None


def _lists_helpers(table: Table) -> bool:
    """Whether a list is of helpers and their shifts: the line above it or its sheet's name says so, and a header is
    about shifts."""
    named = {word for text in (_last_title(table), table.grid.name) for word in normal(text).split()}
    headers = (word for at in table.columns for text in table.header_texts(at) for word in normal(text).split())
    return bool(named & evidence("helpers")) and any(topics().get(word) == "roster" for word in headers)


def _last_title(table: Table) -> str:
    return next(iter(titles_of(table)[::-1]), "")


def says_they_stayed_away(title: str) -> bool:
    """Returns whether a title ends with words that say that the people of a list did not come."""
    form = "" if set("=:") & set(title) else normal(title)
    return any(form.endswith(f" {phrase}") for phrase in tools("stayed_away") if " " in phrase)


def _are_of_people(counted: Sequence[Column]) -> bool:
    """Whether the headers of numbers say that they are people."""
    return any(normal(column.header) in people_words("people") for column in counted)
