"""Finds the columns of a session matrix, in which a mark says that somebody was at one session."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.session_marks import is_of_absence


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
