"""People typed below a list who came without being on it: the marks of the others say nothing of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.rows.marking.sections.section_words import line_reason
from liaison_metrics.sheets.tables.codes.names_for_codes import parts_of_walk_ins
from liaison_metrics.sheets.tables.table import Table


def rows_beside_marks(table: Table, marked: Sequence[Column]) -> frozenset[int]:
    """Returns the rows (counted from 0) below headings such as "Came without registration:", up to the next heading, if
    no row of that part has anything in the columns that are *marked* for who was there."""
    if not marked:
        return frozenset()
    parts = parts_of_walk_ins(table.grid, table.rows, lambda text: line_reason(text) is not None)
    return frozenset(row for _heading, part in parts if not _any_marked(table, part, marked) for row in part)


def _any_marked(table: Table, rows: Iterable[int], marked: Sequence[Column]) -> bool:
    return any(column.text(table.grid.rows[row]) for row in rows for column in marked)
