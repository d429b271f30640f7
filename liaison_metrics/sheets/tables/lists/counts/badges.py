"""Badges that were printed, handed out and left over: those handed out are the people who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.lists import normal, tools

_HANDED_OUT = "badges handed out"
_LEFT_OVER = "not collected"
"""The headers that such numbers get."""

_MOST_ROWS = 200
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
"""Fewer numbers are the sum of others by chance."""

_SHORTEST = 5
"""Shorter words for a badge mean many other things ("card", "tag", "pass")."""


def with_badges_headed(grid: Grid) -> Grid:
    """Returns a sheet in which a header of numbers that only says "handed out" also says that these are badges, as the
    header of the labels or a line above them does."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    badges = False
    for head, cells in enumerate(grid.rows):
        badges = badges or _speaks_of_badges(cells)
        given = [at for at, value in enumerate(cells) if at and _is_handed_out(value)]
        if badges and len(given) == 1 and _heads_numbers(grid, head, given[0]):
            rows: list[Sequence[Cell]] = list(grid.rows)
            named = {given[0]: _HANDED_OUT} | dict.fromkeys(_left_over(grid, head, given[0]), _LEFT_OVER)
            rows[head] = [named.get(at, value) for at, value in enumerate(cells)]
            return replace(grid, rows=rows)
    return grid


def _speaks_of_badges(cells: Sequence[Cell]) -> bool:
    known = {word for word in tools("badge_words") if len(word) >= _SHORTEST}
    return any(not known.isdisjoint(normal(value).split()) for value in cells if isinstance(value, str))


def _is_handed_out(value: Cell) -> bool:
    """Whether a header only says that something was handed out, or fetched."""
    words = set(normal(value).split()) if isinstance(value, str) else set()
    given = tools("handed_out") | tools("picked_up")
    return bool(words & given) and words <= given | {"out", "up"}


def _left_over(grid: Grid, head: int, given: int) -> list[int]:
    """Returns the column that makes another one together with the badges handed out, in each row: those left over."""
    below = [grid.rows[row] for row in rows_below(grid.rows, head)]
    told = [[number_of(value) or 0 for value in cells] for cells in below]
    width = min(map(len, told), default=0)
    pairs = permutations((at for at in range(width) if at != given), 2)
    ties = {
        left
        for whole, left in pairs
        if all(numbers[whole] == numbers[given] + numbers[left] for numbers in told)
        and sum(bool(numbers[left] and numbers[given]) for numbers in told) >= _FEWEST_ROWS
    }
    return [*ties] if len(ties) == 1 else []


def _heads_numbers(grid: Grid, head: int, at: int) -> bool:
    """Whether a row of several headers has a number below this one, and below another one."""
    texts = [value for value in grid.rows[head] if text_of(value)]
    below = grid.rows[head + 1] if head + 1 < len(grid.rows) else ()
    numbers = [place for place, value in enumerate(below) if number_of(value) is not None]
    words = all(isinstance(value, str) for value in texts)
    return words and len(texts) >= _FEWEST_COLUMNS and at in numbers and len(numbers) > 1
