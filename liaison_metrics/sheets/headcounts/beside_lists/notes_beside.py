"""Notes that stand right of a list, in columns without a header ("Walk-ins: 5" beside somebody's row): they are of
nobody in that row, and state numbers of people as lines below the list do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import labelled_numbers
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.model import Cell, ReadColumn
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark

_LABELLED = re.compile(r"[^\d:]{3,60}:\s*\d{1,4}(?:\s+[^\W\d]+)?\s*")
"""A label with its number, perhaps with what it counts, in one cell ("Walk-ins: 5 people")."""

_MOST_CELLS = 4

_MARGIN_SHARE = 0.5
"""Columns without a header that at most this share of the rows fill hold notes beside the list."""


def states_numbers(cells: Sequence[Cell]) -> bool:
    """Returns whether cells right of somebody's row only state numbers with their labels, or in a sentence, and none of
    those who came along with that person."""
    first, *others = [value for value in cells if text_of(value)] or [None]
    texts = [text_of(value) for value in (first, *others)]
    if labelled_numbers(cells):
        return True
    if not isinstance(first, str) or len(texts) > _MOST_CELLS or any(map(accompanying_in_remark, texts)):
        return False
    labelled = all(map(_LABELLED.fullmatch, texts))
    return labelled or bool(statements_among(cells)) or bool(told_in_row(cells))


def columns_of_notes(
    columns: Sequence[Column] | Sequence[ReadColumn], rows: Sequence[Sequence[Cell]]
) -> frozenset[int]:
    """Returns the columns without a header, right of those with one, in which only numbers of people stand beside a few
    of the rows of a list, with their words."""
    last = max((column.at for column in columns if column.header), default=-1)
    places = [column.at for column in columns if column.at > last >= 0]
    beside = ([cells[at] for at in places if at < len(cells)] for cells in rows) if places else ()
    notes = [cells for cells in beside if any(map(text_of, cells))]
    few = len(notes) <= _MARGIN_SHARE * len(rows)
    return frozenset(places) if notes and few and all(map(states_numbers, notes)) else frozenset()
