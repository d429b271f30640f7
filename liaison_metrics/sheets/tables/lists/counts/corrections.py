"""Numbers that were corrected: in one cell ("21 (corrected from 25)"), or in a column beside the first numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import IDENTIFYING, meaning_of
from liaison_metrics.sheets.words.lists import is_planned, normal, people_words, tools
from liaison_metrics.sheets.words.phrases.found import phrases_in, without_phrases
from liaison_metrics.sheets.words.phrases.titles.labelled_values import LABEL

_TWO_NUMBERS = re.compile(r"\D*?(?<![\d.,:/-])(\d{1,5})(?![.,:/-]\d)(\D+)(?<![.,:/-])(\d{1,5})(?![.,:/-]\d)\D*")

_LONGEST = 60
_MOST_ROWS = 2_000

_OF_OTHERS = ("registered", "age", "time", "date")

_EVENT = frozenset(("date", "activity", "city", "title", "session", "community", "group", "people"))
"""A table with a column of these may count people."""

_NEAR, _FEW = 0.3, 5
"""A corrected number differs from the first by at most this share, or by so few."""


def with_corrections(grid: Grid) -> Grid:
    """Returns a sheet in which corrected numbers stand in place of the first ones."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    rows = [[_corrected(value) for value in cells] for cells in grid.rows]
    for at, cells in enumerate(grid.rows):
        for new in (place for place, value in enumerate(cells) if isinstance(value, str) and _heads_corrected(value)):
            for old in (new - 1, new + 1):
                others = [value for place, value in enumerate(cells) if place not in (old, new)]
                if 0 <= old < len(cells) and _counts_people(others) and _is_corrected(rows, at, old, new):
                    _take_corrected(rows, at, old, new)
                    break
    same = all(list(before) == after for before, after in zip(grid.rows, rows, strict=True))
    return grid if same else replace(grid, rows=rows)


def _corrected(value: Cell) -> Cell:
    if not isinstance(value, str) or len(value) > _LONGEST or sum(map(str.isdigit, value)) < 2:
        return value
    label = LABEL.match(value)
    if label and not any(map(str.isdigit, label[1])) and (number := corrected_number(label[2])) is not None:
        return f"{label[1]}: {number}"
    return value if (number := corrected_number(value)) is None else number


def corrected_number(text: str) -> int | None:
    """Returns the right one of two numbers of a text that says which is wrong, and nothing else."""
    found = _TWO_NUMBERS.fullmatch(text)
    if not found:
        return None
    corrected, before = tools("corrected") | tools("wrong_number"), tools("before_correction")
    words = re.sub(r"\d+", " ", normal(text)).split()
    plain = people_words("people") | people_words("fillers") | tools("around_correction")
    said: set[str] = set()
    rest = without_phrases(words, corrected | before | plain, said)
    if rest or not (said & corrected):
        return None
    between = f"{normal(found[2])} "
    earlier = any(between.endswith(f"{phrase} ") for phrase in before)
    return int(found[1] if earlier else found[3])


def _counts_people(header: Sequence[Cell]) -> bool:
    """Whether the other headers are of events or groups, and not of a list with a row for each person."""
    meanings = {meaning_of(text_of(value)) for value in header if isinstance(value, str) and text_of(value)}
    return bool(meanings & _EVENT) and not meanings & (IDENTIFYING - {"people"})


def _heads_corrected(header: str) -> bool:
    """Whether a header says that its numbers are the right ones, and of nothing else ("Final conference")."""
    said: set[str] = set()
    rest = without_phrases(normal(header).split(), tools("corrected"), said)
    plain = people_words("people") | people_words("total") | tools("plain_number") | tools("around_correction")
    return bool(said) and all(word in plain for word in rest)


def _is_corrected(rows: Sequence[Sequence[Cell]], head: int, old: int, new: int) -> bool:
    """Whether a column has the first numbers of those that another column corrects: all of them, and near ones."""
    header = text_of(rows[head][old])
    first = bool(phrases_in(normal(header), tools("before_correction")))
    if not header or is_planned(header) or (meaning_of(header) in _OF_OTHERS and not first):
        return False
    near = 0
    for cells in (rows[row] for row in rows_below(rows, head)):
        before, right = (number_of(cells[at]) if at < len(cells) else None for at in (old, new))
        if before is None and right is None:
            continue
        if before is None or (right is not None and abs(before - right) > max(_FEW, _NEAR * max(before, right))):
            return False
        near += right is not None
    return near > 0


def _take_corrected(rows: list[list[Cell]], head: int, old: int, new: int) -> None:
    """Puts the first number where none corrects it, and leaves the column of first numbers empty."""
    rows[head][old] = None
    if meaning_of(text_of(rows[head][new])) != "people":
        rows[head][new] = NUMBER_OF_PEOPLE
    for row in rows_below(rows, head):
        cells = rows[row]
        if old >= len(cells) or number_of(cells[old]) is None:
            continue
        total = any(is_total(text_of(value)) for value in cells)
        if new < len(cells) and not text_of(cells[new]) and not total:
            cells[new] = cells[old]
        cells[old] = None
