"""People typed below a list who came without being on it: the marks of the others say nothing of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.rows.row_words import section_reason
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.people import BESIDE_LIST, additional_code


def rows_beside_marks(table: Table, marked: Sequence[Column]) -> frozenset[int]:
    """Returns the rows (counted from 0) below headings such as "Came without registration:", up to the next heading, if
    no row of that part has anything in the columns that are *marked* for who was there."""
    if not marked:
        return frozenset()
    parts = (part for part in _parts_of_walk_ins(table) if not _any_marked(table, part, marked))
    return frozenset(row for part in parts for row in part)


def _any_marked(table: Table, rows: Iterable[int], marked: Sequence[Column]) -> bool:
    return any(column.text(table.grid.rows[row]) for row in rows for column in marked)


def _parts_of_walk_ins(table: Table) -> Iterator[list[int]]:
    part: list[int] | None = None
    for row in table.rows:
        texts = [text for value in table.grid.rows[row] if (text := text_of(value))]
        if len(texts) == 1 and section_reason(texts[0]) is not None:
            if part:
                yield part
            part = [] if additional_code(texts[0]) in BESIDE_LIST else None
        elif part is not None and texts:
            part.append(row)
    if part:
        yield part
