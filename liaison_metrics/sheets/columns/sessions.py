"""Finds the columns of a session matrix, in which a mark says that somebody was at one session, and those in which
people said before the session whether they would come."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.session_marks import is_of_absence
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal
from liaison_metrics.sheets.words.presence import names_registration, wants_to_come

_MOST_ANSWERS = 12
"""A column of answers has at most so many different ones."""

_LONGEST_HEADER = 4
"""In longer headers, words for answers and registrations are of something else."""


def session_columns(columns: Sequence[Column]) -> list[Column]:
    """Returns the columns of a session matrix. If some columns are sessions, so is every other column headed by a
    date."""
    if not any(map(_is_session, columns)):
        return []
    dated = [c for c in columns if _is_session(c) or (c.date is not None and c.meaning in ("", "session"))]
    return [c for c in dated if not is_of_absence(c, columns)]


def _is_session(column: Column) -> bool:
    if column.date is not None and column.meaning == "signature":
        return True
    dated = column.date is not None and column.meaning in ("", "session", "present", "title", "date", "people")
    marks = max(column.share("mark"), column.share("session mark"), column.share("number"))
    return dated and (not column.filled or marks >= 0.6)


def leave_out_answers_beforehand(columns: Sequence[Column], table: Table) -> None:
    """Takes the day from columns in which people said whether they would come to a session ("Are you coming on 3
    May?"), if others say who was there: these are of that day then."""
    beforehand = [c for c in columns if c.date is not None and c.filled and _is_answered_beforehand(c, table)]
    came = [c for c in columns if c.filled and c not in beforehand and _tells_who_was_there(c)] if beforehand else []
    if not came:
        return
    days = [column.date for column in beforehand]
    undated = [column for column in came if column.date is None]
    if len(set(days)) == 1 or len(days) == len(undated):
        for at, column in enumerate(undated if len(undated) in (1, len(days)) else ()):
            column.date = days[at]
    for column in beforehand:
        column.date, column.said, column.codes = None, "registered", {}


def _is_answered_beforehand(column: Column, table: Table) -> bool:
    if wants_to_come(column.header):
        return True
    different = table.different_cells(column.at)
    if len(different) <= _MOST_ANSWERS and any(normal(text_of(v)) in evidence("undecided") for v in different):
        return True
    words = normal(column.header).split()
    plain = [word for word in words if not word.isdigit()]
    short = len(plain) <= _LONGEST_HEADER and column.share("mark") >= MAJORITY
    return short and (names_registration(" ".join(plain)) or any(word in evidence("acceptance") for word in plain))


def _tells_who_was_there(column: Column) -> bool:
    return column.said == "signature" or (
        (column.said == "present" or column.date is not None) and column.share("mark") >= MAJORITY
    )
