"""Forms and small tables that state how many people were there and, in lines of their own, how many of the team
("Participants: 30", "of whom staff: 2"; "Participants | 28", "Trainers | 2", "All with the team | 30")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words, values
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.phrases.titles.helpers import counts_team

_LABELLED = re.compile(r"([^:：]{2,60}?)\s*[:：?;\u037e]\s*(\d{1,5})\s*")

_BULLET = re.compile(r"^\s*[-–—•*·(]+\s*")

_ITEM = re.compile(r"[A-Za-z]\d{1,2}|\d{1,2}[a-z]?[.)]?")
"""The number of a line in a form ("C5")."""

_MOST_ROWS = 500
_LABEL_AND_NUMBER, _MOST_CELLS = 2, 3
"""A line has a label and a number, perhaps behind the number of the line."""

_WITH_AND_WITHOUT = 2
"""Beside the team stand the people without it, and perhaps all with it."""

_ROLE = "role"
_OF_NUMBERS = ("people", "total", "number")

_NEAR = 3
"""The line that states the people without the team is at most this many lines away."""


_DETAILS = ("date", "city", "activity", "title")
_FEWEST_DETAILS = 2
"""Other lists with numbers in front are of people."""


def without_line_numbers(grid: Grid) -> Grid:
    """Returns a form without the numbers in front of its lines ("3 | City: | Graz")."""
    numbered: list[int] = []
    for row, cells in enumerate(grid.rows[:_MOST_ROWS]):
        filled = [value for value in cells if text_of(value)]
        if _LABEL_AND_NUMBER <= len(filled) <= _MOST_CELLS and number_of(filled[0]) == len(numbered) + 1:
            numbered.append(row)
    labels = [next(filter(None, map(text_of, grid.rows[row][1:])), "") for row in numbered]
    details = {meaning for label in labels if (meaning := meaning_of(label.rstrip(":： "))) in _DETAILS}
    if len(details) < _FEWEST_DETAILS or any(not any(map(str.isalpha, label)) for label in labels):
        return grid
    rows = [[None, *cells[1:]] if row in numbered else cells for row, cells in enumerate(grid.rows)]
    return replace(grid, rows=rows)


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line that states a number: its row, the column of the number, its label and the number."""

    row: int
    at: int
    label: str
    people: int


def without_team_of_counts(grid: Grid) -> Grid:
    """Returns a sheet whose numbers of people leave out the team, where the line below a number says how many of these
    people are the team. If another line states how many are left, only that line keeps its number."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    lines = [line for row, cells in enumerate(grid.rows) if (line := count_line(row, cells))]
    changed, gone = dict[int, tuple[int, int]](), set[int]()
    for place, line in enumerate(lines):
        whole = next((one for one in reversed(lines[:place]) if not reads_as_part(one.label)), None)
        if whole is None or not reads_as_part(line.label) or whole.row in gone or not _belongs(grid, whole, line):
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
    kept = dict(_team_beside_participants(grid))
    gone |= {row for rows in kept.values() for row in rows} | set(_team_beside_sum(grid))
    if not gone:
        return grid
    rows = [
        [] if row in gone else _with(cells, *changed[row]) if row in changed else cells
        for row, cells in enumerate(grid.rows)
    ]
    for row in kept:
        head = next((above for above in range(row - 1, -1, -1) if above not in gone), row)
        label, number = [at for at, value in enumerate(rows[row]) if text_of(value)][:_LABEL_AND_NUMBER]
        if head < row and _heads_numbers(rows[head], label, number):
            named: dict[int, Cell] = {label: _ROLE, number: NUMBER_OF_PEOPLE}
            heads = [named.get(at, value) for at, value in enumerate(rows[head])]
            gone |= {head} - {row - 1}
            rows[head], rows[row - 1] = [], heads
            rows[row] = [None if at == label else value for at, value in enumerate(rows[row])]
    return replace(grid, rows=rows, emptied=grid.emptied | gone)


def _team_beside_participants(grid: Grid) -> Iterator[tuple[int, set[int]]]:
    """Yields the line of the participants where the lines around are all of the team, or of all people with it, and
    these lines."""
    run: list[CountLine] = []
    across = any(sum(read_date(value) is not None for value in cells) > 1 for cells in grid.rows)  # of several events
    for row, cells in enumerate([] if across else [*grid.rows, []]):
        if line := _row_of_numbers(row, cells):
            run.append(line)
            continue
        team = [one for one in run if counts_team(one.label) and not reads_as_part(one.label)]
        others = sorted((one for one in run if one not in team), key=lambda one: one.people)
        wholes = {one.people + sum(member.people for member in team) for one in others[:1]}
        alone = bool(team and others) and all(one.people in wholes for one in others[1:])
        if alone and len(others) <= _WITH_AND_WITHOUT and _is_of_people(others[0].label):
            yield others[0].row, {one.row for one in (*team, *others[1:])}
        run = []


def _team_beside_sum(grid: Grid) -> Iterator[int]:
    """Yields the rows of the team among parts of which a total is the sum, without the team."""
    run: list[CountLine] = []
    for row, cells in enumerate([*grid.rows, []]):
        if line := _row_of_numbers(row, cells):
            run.append(line)
            continue
        team = [one for one in run if counts_team(one.label) or _may_be_team(one.label)]
        totals = [one for one in run if has_total(one.label) and one not in team]
        people = sum(one.people for one in run if one not in (*team, *totals))
        if len(totals) == 1 and totals[0].people == people and len(run) - len(team) > _WITH_AND_WITHOUT:
            yield from (one.row for one in team)
        run = []


def _may_be_team(label: str) -> bool:
    return is_of_team(label) and values("participant").isdisjoint(normal(label).split())


def _heads_numbers(cells: Sequence[Cell], label: int, number: int) -> bool:
    """Whether a row heads a column of labels and one of numbers."""
    heads = [cells[at] for at in (label, number) if at < len(cells)]
    said = [meaning_of(text_of(value)) for value in heads if isinstance(value, str)]
    return len(said) == _LABEL_AND_NUMBER and said[1] in _OF_NUMBERS


def _row_of_numbers(row: int, cells: Sequence[Cell]) -> CountLine | None:
    """Returns a row of a label and numbers, of which the first counts."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    if not _LABEL_AND_NUMBER <= len(filled) <= _MOST_CELLS or not isinstance(cells[filled[0]], str):
        return None
    numbers = [number_of(cells[at]) for at in filled[1:]]
    label = text_of(cells[filled[0]])
    if None in numbers or not any(map(str.isalpha, label)):
        return None
    return CountLine(row, filled[1], label.rstrip(":： "), numbers[0] or 0)


def count_line(row: int, cells: Sequence[Cell]) -> CountLine | None:
    """Returns the label and the number of a line that has nothing else, perhaps behind the number of the line."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    if len(filled) == 1:
        found = _LABELLED.fullmatch(text_of(cells[filled[0]])) if isinstance(cells[filled[0]], str) else None
        return CountLine(row, filled[0], found[1], int(found[2])) if found else None
    if not _LABEL_AND_NUMBER <= len(filled) <= _MOST_CELLS:
        return None
    *before, label, last = filled
    people = number_of(cells[last])
    if people is None or not isinstance(cells[label], str) or not all(_is_item(cells[at]) for at in before):
        return None
    text = text_of(cells[label])
    return CountLine(row, last, text.rstrip(":： "), people) if any(map(str.isalpha, text)) else None


def _is_item(value: Cell) -> bool:
    return number_of(value) is not None or _ITEM.fullmatch(text_of(value)) is not None


def reads_as_part(label: str) -> bool:
    """Returns whether the label of a line says that it has a part of the people above it ("- of these booked")."""
    return is_part(_BULLET.sub("", label))


def _belongs(grid: Grid, whole: CountLine, part: CountLine) -> bool:
    """Whether only parts of the same people, or nothing, stand between the lines."""
    between = (grid.rows[row] for row in range(whole.row + 1, part.row))
    lines = [
        line for row, cells in enumerate(between) if any(map(text_of, cells)) for line in (count_line(row, cells),)
    ]
    return all(line is not None and reads_as_part(line.label) for line in lines)


def _near(grid: Grid, one: CountLine, other: CountLine) -> bool:
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
