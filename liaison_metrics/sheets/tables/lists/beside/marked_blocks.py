"""Names and marks in pairs of columns that repeat, under a word for a group each ("Hawks | | Otters |") or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.columns_of_names import tables_of_names
from liaison_metrics.sheets.tables.lists.names_in_columns import kind_of_heads
from liaison_metrics.sheets.tables.lists.side_by_side import holds_names
from liaison_metrics.sheets.tables.table import Table, cell_text, rows_below
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.presence import heads_absence, says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FIRST_ROWS = 40
_MOST_ROWS = 400
_FEWEST_BLOCKS = 2
_FEWEST_NAMES = 3
"""So many names, of which nearly all are full ones, show that a column is of people."""

_MOST_MARKS = 4
_LONGEST_MARK = 3
"""Marks that only a line of the sheet explains are short, and few."""

_NAMES, _PRESENT = "Name", "Attendance"


class _Block(NamedTuple):
    """The columns of one block, and those of its names and its marks."""

    columns: range
    names: int
    marks: int


def with_marks_headed(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which the blocks of names and marks under a word each have headers for both, and nothing but
    the names, then the marks: the numbers of the people are left out. Words for communities, the team or absent people
    stay over their names."""
    found = _blocks_of(grid)
    if found is None:
        return grid
    body, blocks = found
    heads = [_head(grid, body.start - 1, block) for block in blocks] if body.start else []
    if not heads or not all(heads):
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in body:
        rows[row] = [grid.rows[row][at] if at < len(grid.rows[row]) else None for b in blocks for at in b[1:]]
    told = bool(kind_of_heads(heads, vocabulary)) or any(map(_says_who_they_are, heads))
    rows[body.start - 1] = [cell for head in heads for cell in (head if told else _NAMES, _PRESENT)]
    return replace(grid, rows=rows)


def tables_of_names_beside(grid: Grid) -> list[Table]:
    """Returns a table for each column of names that stand beside each other, or for each block of names and marks
    without headers; none if the sheet holds no such blocks."""
    if alone := tables_of_names(grid):
        return alone
    found = _blocks_of(grid)
    return [_table(grid, found[0], block) for block in found[1]] if found else []


def heads_team(word: str) -> bool:
    """Returns whether a word over names is of the team, or of the leaders of groups."""
    return is_of_team(word) or normal(word) in tools("leaders_of_groups")


def _says_who_they_are(head: str) -> bool:
    return heads_team(head) or heads_absence(head) or says_absent(head)


def _blocks_of(grid: Grid) -> tuple[range, list[_Block]] | None:
    """Returns the rows and the blocks of the first rows with names and marks, None if there are none."""
    if len(grid.rows) > _MOST_ROWS:
        return None
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        if sum(bool(text_of(value)) for value in grid.rows[row]) < 2 * _FEWEST_BLOCKS:
            continue
        body = rows_below(grid.rows, row - 1)
        blocks = _divided(grid, body)
        if blocks and not (row and _is_headed(grid, row - 1, blocks)):
            return body, blocks
    return None


def _divided(grid: Grid, body: range) -> list[_Block]:
    """Returns the blocks that the columns of some rows are, none if they are no such blocks: in the same order in each,
    one column of names and one of marks, perhaps numbers."""
    width = max(len(grid.rows[row]) for row in body)
    kinds = {at: kind for at in range(width) if (kind := _kind(grid, body, at))}
    order = [*kinds.values()]
    for size in (2, 3):
        own = order[:size]
        if len(order) < _FEWEST_BLOCKS * size or order != own * (len(order) // size):
            continue
        if own.count("names") == own.count("marks") == 1 and "other" not in own:
            places = [*kinds]
            parts = [places[at : at + size] for at in range(0, len(places), size)]
            return [
                _Block(range(part[0], part[-1] + 1), part[own.index("names")], part[own.index("marks")])
                for part in parts
            ]
    return []


def _kind(grid: Grid, body: range, at: int) -> str:
    """Returns what a column holds: names, marks, numbers that count the rows, something else, or nothing ("")."""
    texts = [text for row in body if (text := cell_text(grid, row, at))]
    if not texts:
        return ""
    if _counts_rows(texts):
        return "numbers"
    different = set(texts)
    short = all(len(text) <= _LONGEST_MARK or says_present(text) or says_absent(text) for text in different)
    if short and any(map(says_present, different)) and len(different) <= _MOST_MARKS:
        return "marks"
    named = len(texts) >= _FEWEST_NAMES and holds_names(grid, body, at)
    return "names" if named else "other"


def _counts_rows(texts: Sequence[str]) -> bool:
    """Whether numbers follow each other."""
    numbers = [int(plain) for text in texts if (plain := text.rstrip(".)")).isdecimal()]
    return 1 < len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_headed(grid: Grid, row: int, blocks: Sequence[_Block]) -> bool:
    """Whether a row above blocks has headers that are known, besides those of names, a day, or a word over the
    marks."""
    texts = {at: text for at, value in enumerate(grid.rows[row]) if (text := text_of(value))}
    others = (PERSONAL | EVENT).difference(NAMES)
    known = any(meaning_of(text) in others or read_date(text) for text in texts.values())
    over_marks = len(texts) > 1 and any(cell_text(grid, row, b.marks) and cell_text(grid, row, b.names) for b in blocks)
    return known or over_marks


def _head(grid: Grid, row: int, block: _Block) -> str:
    """Returns the only word over a block, "" if there is none."""
    texts = [text for at in block.columns if (text := cell_text(grid, row, at))]
    return texts[0] if len(texts) == 1 else ""


def _table(grid: Grid, body: range, block: _Block) -> Table:
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in body:
        rows[row] = [value if at in block.columns else None for at, value in enumerate(grid.rows[row])]
    meanings = {block.names: "name", block.marks: "present"}
    return Table(replace(grid, rows=rows), [], list(body), block.columns, list(range(body.start)), meanings)
