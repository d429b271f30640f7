"""Forms that state how many people were there and, in a line of their own, how many of these are the team
("Participants: 30", "of whom staff: 2")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.titles.helpers import counts_team

_LABELLED = re.compile(r"([^:：]{2,60}?)\s*[:：?;\u037e]\s*(\d{1,5})\s*")

_BULLET = re.compile(r"^\s*[-–—•*·(]+\s*")

_MOST_ROWS = 500
_LABEL_AND_NUMBER, _MOST_CELLS = 2, 3
"""A line has a label and a number, perhaps behind the number of the line."""

_NEAR = 3
"""So many lines around stand those that state the same people without the team."""


@dataclass(frozen=True, slots=True)
class _CountLine:
    """A line that states a number: its row, the column of the number, its label and the number."""

    row: int
    at: int
    label: str
    people: int


def without_team_of_counts(grid: Grid) -> Grid:
    """Returns a sheet in which numbers of people leave out the team, where the line below a number says how many of
    them are it. If another line states what is left, it alone keeps its number."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    lines = [line for row, cells in enumerate(grid.rows) if (line := _count_line(row, cells))]
    changed, gone = dict[int, tuple[int, int]](), set[int]()
    for place, line in enumerate(lines):
        whole = next((one for one in reversed(lines[:place]) if not _is_part(one.label)), None)
        if whole is None or not _is_part(line.label) or whole.row in gone or not _belongs(grid, whole, line):
            continue
        rest, start = whole.people - line.people, lines.index(whole)
        near = (*lines[max(0, start - _NEAR) : start], *lines[place + 1 : place + 1 + _NEAR])
        if rest <= 0 or not counts_team(line.label):
            continue
        if any(one.people == rest and _is_of_people(one.label) and _near(grid, one, line) for one in near):
            gone |= {whole.row, line.row}
        elif _is_of_people(whole.label) or has_total(whole.label):
            changed[whole.row] = (whole.at, rest)
            gone.add(line.row)
    if not gone:
        return grid
    rows = [
        [] if row in gone else _with(cells, *changed[row]) if row in changed else cells
        for row, cells in enumerate(grid.rows)
    ]
    return replace(grid, rows=rows, gathered=grid.gathered or range(min(gone), max(gone) + 1))


def _count_line(row: int, cells: Sequence[Cell]) -> _CountLine | None:
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    if len(filled) == 1:
        found = _LABELLED.fullmatch(text_of(cells[filled[0]])) if isinstance(cells[filled[0]], str) else None
        return _CountLine(row, filled[0], found[1], int(found[2])) if found else None
    if not _LABEL_AND_NUMBER <= len(filled) <= _MOST_CELLS:
        return None
    *before, label, last = filled
    people = number_of(cells[last])
    if people is None or not isinstance(cells[label], str) or any(number_of(cells[at]) is None for at in before):
        return None
    text = text_of(cells[label])
    return _CountLine(row, last, text.rstrip(":： "), people) if any(map(str.isalpha, text)) else None


def _is_part(label: str) -> bool:
    return is_part(_BULLET.sub("", label))


def _belongs(grid: Grid, whole: _CountLine, part: _CountLine) -> bool:
    """Whether only parts of the same people, or nothing, stand between the lines."""
    between = (grid.rows[row] for row in range(whole.row + 1, part.row))
    lines = [
        line for row, cells in enumerate(between) if any(map(text_of, cells)) for line in (_count_line(row, cells),)
    ]
    return all(line is not None and _is_part(line.label) for line in lines)


def _near(grid: Grid, one: _CountLine, other: _CountLine) -> bool:
    rows = range(min(one.row, other.row) + 1, max(one.row, other.row))
    return sum(any(map(text_of, grid.rows[row])) for row in rows) <= _NEAR


def _is_of_people(label: str) -> bool:
    nouns = people_words("people") | people_words("present")
    return meaning_of(label) in ("people", "present") or bool(set(normal(label).split()) & nouns)


def _with(cells: Sequence[Cell], at: int, people: int) -> list[Cell]:
    """Returns the cells of a line with another number."""
    value = cells[at]
    number = people if number_of(value) is not None else re.sub(r"\d+(?=\s*$)", str(people), text_of(value))
    return [number if place == at else one for place, one in enumerate(cells)]
