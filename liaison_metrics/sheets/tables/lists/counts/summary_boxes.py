"""Boxes right of a list that sum it up ("Registered | 38", "Attended | 23"): they are no columns of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among

_MOST_ROWS = 2_000
_FIRST_ROWS = 40
"""The header of a list stands in one of so many rows."""

_LABEL_AND_NUMBER = 2
_FEWEST_LINES = 2
"""A single number beside a list may be anything."""


def without_summary_box(grid: Grid) -> Grid:
    """Returns a sheet without a box right of its list: what stands there is of no person beside it. Lines with a total
    stay, under no header, so that they are compared with the list; and those that add people to it."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    head = next((at for at, cells in enumerate(grid.rows[:_FIRST_ROWS]) if _heads_people(cells)), None)
    start = None if head is None else _start_of_box(grid, head)
    if head is None or start is None:
        return grid
    rows = list(grid.rows)
    for row in range(head, len(rows)):
        stated = statements_among(rows[row][start:]) if row > head else ()
        if not any(one.kind in (PRESENT, TOTAL) or (one.is_additional and one.explicit) for one in stated):
            rows[row] = [value if at < start else None for at, value in enumerate(rows[row])]
    return replace(grid, rows=rows)


def _heads_people(cells: Sequence[Cell]) -> bool:
    texts = [text for value in cells if (text := text_of(value))]
    return len(texts) > 1 and any(meaning_of(text) in PERSONAL for text in texts)


def _start_of_box(grid: Grid, head: int) -> int | None:
    """Returns the first of the last two columns if each of their lines is a label with a number, some people stand
    beside none of them, and an empty column or a number in the header row sets them apart; None if they are columns of
    the list."""
    below = grid.rows[head + 1 :]
    width = max((at + 1 for cells in grid.rows[head:] for at, value in enumerate(cells) if text_of(value)), default=0)
    start = width - _LABEL_AND_NUMBER
    if start < 1 or not any(meaning_of(text_of(value)) in PERSONAL for value in grid.rows[head][:start]):
        return None
    lines = [(_cell(cells, start), _cell(cells, start + 1)) for cells in below]
    people = [any(text_of(value) for value in cells[:start]) for cells in below]
    pairs = [(text_of(label), number_of(number)) for label, number in lines if text_of(number)]
    labels = [normal(label) for label, _number in pairs]
    if len(set(labels)) != len(pairs) or len(pairs) < _FEWEST_LINES or None in [number for _label, number in pairs]:
        return None
    if not all(labels) or any(number_of(label) is not None for label, _number in pairs):
        return None
    apart = start > 1 and not any(text_of(_cell(cells, start - 1)) for cells in grid.rows[head:])
    numbered = number_of(_cell(grid.rows[head], start + 1)) is not None
    alone = sum(there and not any(map(text_of, line)) for there, line in zip(people, lines, strict=True))
    return start if numbered or (apart and alone) else None


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else None
