"""Reads the columns of a table: what each holds, by its header, its values and the columns beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.description import describe_columns
from liaison_metrics.sheets.columns.dividing.breakdowns import find_breakdowns
from liaison_metrics.sheets.columns.dividing.kinds_of_people import take_kinds_of_people
from liaison_metrics.sheets.columns.scoring.choosing import choose_meanings
from liaison_metrics.sheets.columns.scoring.counts import DESCRIBED, has_counts
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import BESIDE, UNUSED, Answers
from liaison_metrics.sheets.words.headers import IDENTIFYING, PERSONAL
from liaison_metrics.sheets.words.vocabulary import Vocabulary


def read_columns(table: Table, vocabulary: Vocabulary, period: tuple[date, date]) -> list[Column]:
    """Returns the columns of a table with their meanings. *period* is the project period."""
    return choose_columns(table, describe_columns(table, vocabulary, period), vocabulary)


def choose_columns(table: Table, described: Sequence[Column], vocabulary: Vocabulary) -> list[Column]:
    """Returns the columns of a table with their meanings, given as they were described; the given ones stay so."""
    columns = [replace(column, codes=dict(column.codes), shares=dict(column.shares)) for column in described]
    codes = {at: vocabulary.answers.code("column", column.name) for at, column in enumerate(columns)}
    choose_meanings(columns, len(table.rows), told={at: code for at, code in codes.items() if code})
    find_breakdowns(columns, table, vocabulary)
    take_kinds_of_people(columns, table)
    return columns


def lists_people(columns: Sequence[Column]) -> bool:
    """Returns whether a table lists people: it has a column that identifies them, or at least two that describe them
    and no counts; one is enough beside numbers of people ("Visitor": 1, 2, 3 …)."""
    meanings = {column.meaning for column in columns}
    if meanings & PERSONAL:
        return True
    numbered = any(column.meaning == "number" and column.said == "people" for column in columns)
    return len(meanings & DESCRIBED) >= (1 if numbered else 2) and not has_counts(columns)


def names_nobody(columns: Sequence[Column]) -> bool:
    """Returns whether a table has columns that identify people and nothing in them."""
    who = [column for column in columns if column.meaning in IDENTIFYING]
    return bool(who) and not any(column.filled for column in who)


def apply_column_answers(columns: Sequence[Column], answers: Answers) -> None:
    """Sets the column meanings that people chose. A column that had such a meaning before becomes unused."""
    for column in columns if answers else ():
        meaning = answers.code("column", column.name)
        if meaning is None:
            continue
        for other in columns:
            if other.meaning == meaning and meaning not in ("", UNUSED, BESIDE):
                other.meaning = ""
        column.meaning = meaning
        if meaning == BESIDE:
            column.meaning, column.additional = "people", "plus"
        if meaning == UNUSED:
            column.date, column.codes = None, {}
