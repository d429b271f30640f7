"""What gave each column its meaning, for the preview."""

from __future__ import annotations

from collections.abc import Collection

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS
from liaison_metrics.sheets.model import ColumnReason, ReadColumn
from liaison_metrics.sheets.words.answers import UNUSED, Answers
from liaison_metrics.sheets.words.headers import meaning_of

_LOOKS = {
    "name": "name", "given_name": "name", "family_name": "name", "email": "email", "phone": "phone",
    "community": "community", "group": "group", "gender": "gender", "city": "city", "activity": "activity",
    "role": "role", "date": "date", "birth_date": "date", "people": "number", "present": "mark", "session": "mark",
}  # fmt: skip
"""What the values of a column with a meaning look like: a key of ``Column.shares``."""

_NO_USE = frozenset(("", UNUSED, "organisation", "notes", "number", "consent", "total", "residence"))
"""Meanings of columns that change no figure."""


def read_column(column: Column, counted: Collection[Column], answers: Answers) -> ReadColumn:
    """Returns how a column was understood. *counted* are the columns whose numbers are people."""
    meaning = column.meaning or ("session" if column.date else "")
    reason = _reason(column, column in counted, answers)
    looks = "number" if reason is ColumnReason.COUNTED else _LOOKS.get(meaning, "")
    fits = column.shares.get(looks) if column.filled else None
    because = _because(column) if reason in (ColumnReason.HEADER, ColumnReason.VALUES) else ()
    or_else = _runner_up(column) if because else None
    return ReadColumn(column.header, meaning, column.at, reason, fits, because, or_else)


def _because(column: Column) -> tuple[str, ...]:
    """Returns what spoke for a column's meaning, in words, the strongest first."""
    if column.choice is None or column.choice.best.meaning != column.meaning:
        return ()
    spoke = sorted(column.choice.best.evidence, key=lambda one: -one.points)
    return tuple(dict.fromkeys(one.because for one in spoke if one.points > 0))


def _runner_up(column: Column) -> str | None:
    """Returns the meaning that a column may have as well, None if its own is clear or it is of no use either way."""
    choice = column.choice
    if choice is None or choice.margin >= WEIGHTS.near or {choice.best.meaning, choice.second.meaning} <= _NO_USE:
        return None
    return choice.second.meaning or UNUSED


def _reason(column: Column, is_counted: bool, answers: Answers) -> ColumnReason:
    if answers.code("column", column.name) is not None:
        return ColumnReason.ANSWER
    if is_counted and not column.meaning:
        return ColumnReason.COUNTED
    if not column.meaning:
        return ColumnReason.SESSION if column.date else ColumnReason.UNKNOWN
    return ColumnReason.HEADER if meaning_of(column.header) == column.meaning else ColumnReason.VALUES
