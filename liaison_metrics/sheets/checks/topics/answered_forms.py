"""Rows that neither name nor count people who were there: answers to a questionnaire, messages, firms, wishes."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.checks.topics.registrations import (
    asks_to_register,
    counts_only_registered,
    lists_only_registered,
)
from liaison_metrics.sheets.checks.topics.titled_lists import SHOWS_WHO_CAME
from liaison_metrics.sheets.checks.topics.topic_words import ABOUT_PEOPLE_THERE, topic_of_header
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL
from liaison_metrics.sheets.words.lists import normal, people_words, tools, topics

_FEWEST_RATINGS = 3
"""As many columns of numbers up to 5, beside the number of each row, are answers to a questionnaire. A log of events
may have two such columns of people."""

_RATINGS = frozenset(range(1, 6))

_MOST_CODES = 12
"""A question has at most so many answers in codes."""

_FEWEST_ANSWERS = 5
"""Fewer rows show no habit."""


def topic_of_rows(table: Table, columns: Sequence[Column], counted: Sequence[Column], file: str) -> str:
    """Returns what rows are that neither name nor count the people who were there: what anonymous people thought of the
    event, messages with the time and who wrote them, firms with a person to contact."""
    headed = [column for column in columns if column.header and column.filled]
    meanings = {column.meaning for column in headed}
    if not meanings & PERSONAL and (_are_ratings(table, headed) or (not counted and any(map(_asks_opinion, headed)))):
        return "evaluation"
    if not meanings & (PERSONAL | SHOWS_WHO_CAME | {"session"}) and _are_codes(table, headed, counted):
        return "codes"
    if counted:
        return "registrations" if counts_only_registered(table, headed, counted, file) else ""
    if lists_only_registered(table, headed, file):
        return "registrations"
    if any(map(asks_to_register, headed)):
        return ""
    topics_found = {topic for column in headed if (topic := topic_of_header(column))}
    timed = any(column.meaning == "time" or column.share("clock") >= MAJORITY for column in headed)
    stayed = any(normal(column.header) in tools("time_there") | tools("joined") for column in headed)
    if "chat" in topics_found and timed and not stayed and not meanings & (SHOWS_WHO_CAME | {"signature", "email"}):
        return "chat"
    named = {column.meaning for column in headed if column.share("full names") >= MAJORITY}
    of_firms = "organisation" in meanings or "signature" in named  # "Firma" is a signature in Italian
    there = meanings & {*NAMES, *ABOUT_PEOPLE_THERE, "date"} - ({"signature"} & named)
    return "contacts" if "contact_person" in topics_found and of_firms and not there else ""


def _asks_opinion(column: Column) -> bool:
    """Whether a header asks how people liked something."""
    return any(topics().get(word) == "evaluation" for word in normal(column.header).split())


def _are_ratings(table: Table, headed: Sequence[Column]) -> bool:
    """Whether nearly all numbers of a numbered list are from 1 to 5, as answers to a questionnaire are."""
    numbers = [column for column in headed if column.share("number") == 1 and column.date is None]
    numbered = any(column.share("row number") >= MAJORITY for column in numbers)
    rated = [column for column in numbers if not (column.codes or column.age_band) and _is_rating(table, column)]
    return numbered and len(rated) >= max(_FEWEST_RATINGS, len(numbers) - 1)


def _is_rating(table: Table, column: Column) -> bool:
    found = {number_of(value) for value in table.different_cells(column.at) if text_of(value)}
    return len(found) > 1 and found <= _RATINGS


def _are_codes(table: Table, headed: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Whether a list of numbers gives each row a number of its own and else the codes of answers, as programs for
    statistics export them."""
    filled = {column.at: [v for v in table.different_cells(column.at) if text_of(v)] for column in headed}
    numbers = [column for column in headed if column.share("number") == 1 and column.date is None]
    own = [column for column in numbers if len(filled[column.at]) == column.filled >= _FEWEST_ANSWERS]
    coded = [column for column in numbers if len(filled[column.at]) <= _MOST_CODES and column not in own]
    of_people = any(normal(one.header) in people_words("people") or one.codes for one in counted)
    return bool(own) and len(coded) >= _FEWEST_RATINGS and len(numbers) == len(headed) and not of_people
