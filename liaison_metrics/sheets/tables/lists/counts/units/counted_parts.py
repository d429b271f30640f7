"""People counted stand by stand in the parts of a day ("Stand | Morning | Afternoon"), or by the hour: each stand has
the sum of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.lists.counts.units.counted_units import UNIT, count_of, is_kind
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.tables.tied_counts import HOURS, counts_people
from liaison_metrics.sheets.words.cells import is_total, text_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 200
_FEWEST = 2
"""Parts of the day, and stands, that make such a table."""


class _Head(NamedTuple):
    """The row of the headers, and the columns of the stands, of the parts of the day and of their sum, if any."""

    row: int
    unit: int
    parts: Sequence[int]
    whole: int | None


def with_parts_of_day_together(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which the people of a stand stand under one header, if the sheet says that it counts people
    and its own sums tie."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    for row in range(len(grid.rows)):
        head = _head(grid, row)
        body = _body(grid, head) if head else []
        around = [cells for at, cells in enumerate(grid.rows) if at not in body]  # a stand may be called "Music"
        if (
            head is None
            or not _are_stands(grid, head, body, vocabulary)
            or not counts_people(replace(grid, rows=around))
        ):
            continue
        rows: list[Sequence[Cell]] = list(grid.rows)
        gone = {*head.parts[1:], head.whole}
        for at in (row, *body):
            own: Cell = NUMBER_OF_PEOPLE if at == row else _sum(grid, head, at)
            rows[at] = [
                own if place == head.parts[0] else None if place in gone else value
                for place, value in enumerate(grid.rows[at])
            ]
        rows[row] = [UNIT if place == head.unit else value for place, value in enumerate(rows[row])]
        return replace(grid, rows=rows)
    return grid


def _head(grid: Grid, row: int) -> _Head | None:
    """Returns where the stands and the parts stand if a row heads them: nothing else stands in it but a sum."""
    filled = [at for at, value in enumerate(grid.rows[row]) if text_of(value)]
    parts = [at for at in filled if _is_part_of_day(cell_text(grid, row, at))]
    if not parts:
        parts = [at for at in filled if HOURS.fullmatch(cell_text(grid, row, at))]
    if len(parts) < _FEWEST or parts[0] == 0 or len(_days(grid, row, parts)) > 1:
        return None
    behind = [at for at in filled if at > parts[0] and at not in parts]
    before = [at for at in filled if at < parts[0]] or [parts[0] - 1]
    if len(before) > 1 or len(behind) > 1 or any(not is_total(cell_text(grid, row, at)) for at in behind):
        return None
    return _Head(row, before[0], parts, behind[0] if behind else None)


def _is_part_of_day(text: str) -> bool:
    return not tools("parts_of_day").isdisjoint(normal(text).split())


def _days(grid: Grid, row: int, parts: Sequence[int]) -> set[str]:
    """Returns what the headers say beside the part of the day ("Sat am"): several of them are several days."""
    words = (normal(cell_text(grid, row, at)).split() for at in parts)
    return {" ".join(word for word in told if word not in tools("parts_of_day") and word.isalpha()) for told in words}


def _body(grid: Grid, head: _Head) -> list[int]:
    """Returns the rows below the headers with a stand and a number in one of its parts."""
    found: list[int] = []
    for row in range(head.row + 1, len(grid.rows)):
        numbers = [count_of(grid.rows[row][at]) for at in head.parts if cell_text(grid, row, at)]
        unit = cell_text(grid, row, head.unit)
        if not unit or unit.isdigit() or not numbers or None in numbers:
            break
        found.append(row)
    return found


def _are_stands(grid: Grid, head: _Head, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether the rows are of different stands, and no sum of the sheet speaks against adding their parts."""
    units = [row for row in body if not is_total(cell_text(grid, row, head.unit))]
    labels = [cell_text(grid, row, head.unit) for row in units]
    if len(units) < _FEWEST or len(set(labels)) < len(labels) or any(is_kind(one, vocabulary) for one in labels):
        return False
    wholes = [] if head.whole is None else [(row, count_of(grid.rows[row][head.whole])) for row in body]
    total = sum(_sum(grid, head, row) for row in units)
    ties = all(_sum(grid, head, row) == total for row in body if row not in units)
    return ties and all(whole == _sum(grid, head, row) for row, whole in wholes)


def _sum(grid: Grid, head: _Head, row: int) -> int:
    return sum(count_of(grid.rows[row][at]) or 0 for at in head.parts)
