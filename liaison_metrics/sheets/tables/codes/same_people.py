"""Remarks that a row repeats somebody ("= Anna Rossi", "written twice, see Anna Rossi"): the row gets the name that the
remark gives, so that the person counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.found import has_phrase

_MOST_ROWS = 400
_LONGEST_REMARK = 80
_LONGEST_PARTICLE = 2
_SIGNS = ("=", "→")
"""With these, a remark repeats somebody."""

_ALIKE = 70.0
"""From this likeness on, two names in one column may be one person's, if a remark says so."""


def name_repeated_people(grid: Grid) -> Grid:
    """Returns a sheet in which a row that a remark says to repeat somebody has that person's name."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row, cells in enumerate(grid.rows):
        if not _says_repeated_somewhere(cells):
            continue  # nearly all rows
        for value in cells[1:]:
            if isinstance(value, str) and 0 < len(value) <= _LONGEST_REMARK and _says_repeated(value):
                found = _named_by(value, row, grid.rows)
                if found:
                    at, name = found
                    rows[row] = [name if place == at else cell for place, cell in enumerate(cells)]
    return replace(grid, rows=rows) if any(a is not b for a, b in zip(rows, grid.rows, strict=True)) else grid


def _says_repeated_somewhere(cells: Sequence[Cell]) -> bool:
    """Whether a row may have a remark that repeats somebody: a quick look at all of its words together."""
    remarks = [value for value in cells if isinstance(value, str)]
    words = f" {normal(' '.join(remarks))} "
    said = has_phrase(words, tools("written_twice"))
    return said or any(remark.startswith(_SIGNS) for remark in remarks)


def _says_repeated(remark: str) -> bool:
    words = f" {normal(remark)} "
    return remark.startswith(_SIGNS) or has_phrase(words, tools("written_twice"))


def _named_by(remark: str, row: int, rows: Sequence[Sequence[Cell]]) -> tuple[int, str] | None:
    """Returns the column and the name of another row that a remark gives, if the row's own name is like it."""
    said = f" {normal(remark)} "
    for number, cells in enumerate(rows):
        for at, value in enumerate(cells if number != row else ()):
            name = text_of(value)
            if " " not in name or f" {normal(name)} " not in said or at >= len(rows[row]):
                continue
            own = normal(text_of(rows[row][at]))
            shared = {word for word in own.split() if len(word) > _LONGEST_PARTICLE} & set(normal(name).split())
            if own and (shared or ratio(own, normal(name)) >= _ALIKE):
                return at, name
    return None
