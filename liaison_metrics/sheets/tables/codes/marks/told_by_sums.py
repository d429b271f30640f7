"""Registers of several days whose marks nobody knows, and a row that has the number of some of them under each day:
the sums tell which marks are of those who were there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.codes.marks.absence_registers import (
    ABSENT,
    FIRST_ROWS,
    PRESENT,
    days_of,
    with_marks_replaced,
)
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.tables.text_lines import legend_of, mark_key
from liaison_metrics.sheets.words.cells import is_total, text_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.people import PRESENT as CAME
from liaison_metrics.sheets.words.people import row_statements
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.presence import PRESENT_SIGNS, heads_absence, says_absent, says_present, says_time

_FEWEST_PEOPLE = 4
_LONGEST_REGISTER = 400

_MOST_MARKS = 6
"""More different texts are no marks."""

_LONGEST_MARK = 30

_MOST_BLANK_ROWS = 2
"""So many empty rows may stand between the people and their sums."""

_MOSTLY = 0.5
"""Most people who are listed come: a sum of a rarer mark may be of those who were absent."""

_FEWEST_NUMBERS = 3
"""Fewer people in all of a row's numbers are as many as some mark by chance."""


class _SummedRegister(NamedTuple):
    """The columns of the days, the rows of the people, and those below with a number under each day."""

    days: tuple[int, ...]
    people: tuple[int, ...]
    sums: tuple[int, ...]


def with_marks_told_by_sums(grid: Grid) -> Grid:
    """Returns a sheet with marks of presence and absence in place of those that no other pass would understand as the
    sums below the register do; the same sheet if no sums tell it, or they fit several readings."""
    register = _register_of(grid) if not grid.pasted else None
    if register is None:
        return grid
    there = _marks_of_presence(grid, register)
    if there is None or not _goes_beyond(grid, register, there):
        return grid

    def marked(value: Cell) -> Cell:
        text = text_of(value)
        return PRESENT if text in there else ABSENT if text or "" in there else value

    return with_marks_replaced(grid, register.people, register.days, marked)


def _register_of(grid: Grid) -> _SummedRegister | None:
    """Returns the only register of a sheet that has sums below its people."""
    heads = [(row, days) for row, cells in enumerate(grid.rows[:FIRST_ROWS]) if (days := days_of(cells))]
    if len(heads) != 1 or len(grid.rows) > _LONGEST_REGISTER:
        return None
    head, days = heads[0]
    usual = min(2, sum(map(bool, map(text_of, grid.rows[head][: days[0]]))))
    people: list[int] = []
    sums: list[int] = []
    blank = 0
    for row in range(head + 1, len(grid.rows)):
        beside = [text for value in grid.rows[row][: days[0]] if (text := text_of(value))]
        told = [cell_text(grid, row, at) for at in days]
        named = any(any(map(str.isalpha, text)) for text in beside)
        blank = 0 if beside or any(told) else blank + 1
        if blank > _MOST_BLANK_ROWS:
            break
        if named and len(people) >= _FEWEST_PEOPLE and _are_sums(told, beside):
            sums.append(row)
        elif named and not sums and not blank and (any(told) or len(beside) >= usual):
            people.append(row)
    return _SummedRegister(days, tuple(people), tuple(sums)) if sums else None


def _are_sums(told: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether a row has a label and a number under each day, one of them of several people."""
    labels = [text for text in beside if any(map(str.isalpha, text))]
    numbers = [int(text) for text in told if text.isdecimal()]
    return len(labels) == 1 and len(numbers) == len(told) and sum(numbers) >= _FEWEST_NUMBERS and max(numbers) > 1


def _marks_of_presence(grid: Grid, register: _SummedRegister) -> frozenset[str] | None:
    """Returns the texts under the days, perhaps none, of those who were there, as the rows of sums tell."""
    texts = {cell_text(grid, row, at) for row in register.people for at in register.days}
    if not 1 < len(texts) <= _MOST_MARKS or any(len(text) > _LONGEST_MARK for text in texts):
        return None
    found: dict[frozenset[str], bool] = {}
    unclear = False
    for row in register.sums:
        label = _label(grid, row, register.days[0])
        said = _tells_presence(label)
        if _is_of_some(label, texts):
            continue
        for marks in _fitting(grid, register, row, texts):
            if marks == texts and ("" in texts or not (said or is_total(label))):
                continue  # how many are listed
            unclear = unclear or (said is None and not _are_most(grid, register, marks))
            there = frozenset(texts - marks) if said is False else marks
            found[there] = said is not None or found.get(there, False)
    told = [there for there, labelled in found.items() if labelled] or ([] if unclear else [*found])
    return told[0] if len(told) == 1 else None


def _is_of_some(label: str, texts: Collection[str]) -> bool:
    """Whether a label is of those with one mark, of some of the people above, or of all who had registered."""
    words = normal(label).split()
    others = tools("of_whom") | tools("registered")
    return not others.isdisjoint(words) or any(normal(text) in (normal(label), *words) for text in texts if text)


def _label(grid: Grid, row: int, first: int) -> str:
    beside = (text for value in grid.rows[row][:first] if (text := text_of(value)))
    return next((text for text in beside if any(map(str.isalpha, text))), "")


def _fitting(grid: Grid, register: _SummedRegister, row: int, texts: Collection[str]) -> Iterator[frozenset[str]]:
    """Yields the sets of marks that are as many as the number under each day, of all people or of those who are not of
    the team."""
    numbers = [int(cell_text(grid, row, at)) for at in register.days]
    team = {one for one in register.people if any(map(is_of_team, grid.rows[one][: register.days[0]]))}
    for people in [register.people, *([[one for one in register.people if one not in team]] if team else [])]:
        counted = [Counter(cell_text(grid, one, at) for one in people) for at in register.days]
        for size in range(1, len(texts) + 1):
            for some in combinations(sorted(texts), size):
                if all(sum(day[text] for text in some) == n for day, n in zip(counted, numbers, strict=True)):
                    yield frozenset(some)


def is_of_team(value: Cell) -> bool:
    """Returns whether a cell has a word for the team."""
    words = {*(form := normal(text_of(value))).split()}
    return form in values("staff") or not words.isdisjoint(values("staff") - values("also_name"))


def _tells_presence(label: str) -> bool | None:
    """Returns whether a label says that its numbers are of people who were there, or who weren't; None if it is a word
    for a sum, or unknown."""
    if heads_absence(label) or says_absent(label) or not values("absent").isdisjoint(normal(label).split()):
        return False
    stated = {one.kind for one in row_statements([label, _FEWEST_NUMBERS])}
    came = CAME in stated or says_present(label) or any(map(speaks_of_coming, normal(label).split()))
    return True if came else None


def _are_most(grid: Grid, register: _SummedRegister, marks: Collection[str]) -> bool:
    cells = [cell_text(grid, row, at) for row in register.people for at in register.days]
    return sum(text in marks for text in cells) > _MOSTLY * len(cells)


def _goes_beyond(grid: Grid, register: _SummedRegister, there: frozenset[str]) -> bool:
    """Whether the sums tell more of the marks than everybody knows, and deny nothing of that; or turn it round: the
    only mark, which mostly says that somebody was there, is of those who weren't."""
    legend: dict[str, bool] = {}
    for row, cells in enumerate(grid.rows):
        if row not in register.people:
            legend |= legend_of(cells)
    texts = {cell_text(grid, row, at) for row in register.people for at in register.days}
    said = {text: _says_there(text, legend) for text in texts}
    known = {text for text in texts if said[text]}
    denied = {text for text in there if said[text] is False and len(text) > 1}
    if denied or (None not in said.values() and known == there):
        return False
    turned = "" in there and known.isdisjoint(there) and legend.keys().isdisjoint(map(mark_key, known))
    return known <= there or (turned and all(len(text) == 1 for text in known))


def _says_there(text: str, legend: Mapping[str, bool]) -> bool | None:
    """Returns what everybody understands of a mark: that somebody was there or wasn't; None if it is unclear, as
    most letters are that the sheet doesn't explain."""
    if not text:
        return False
    if (told := legend.get(mark_key(text))) is not None:
        return told
    if len(text) == 1 and text.isalpha() and text not in PRESENT_SIGNS:
        return None
    if says_present(text) or says_time(text) or (text.isdecimal() and int(text) > 0):
        return True
    return False if says_absent(text) else None
