"""Forms and minutes that list the people who were there in one cell beside a label ("Present: Anna Beck; Ben Ott")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_columns import listed_names_table
from liaison_metrics.sheets.tables.lists.prose.labels import kind_of
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.titles.team.event_work import heads_those_there
from liaison_metrics.sheets.words.presence import says_absent, says_present

_BETWEEN = re.compile(r"\s*[;,\n•|]\s*")
_LABELLED = re.compile(r"\s*((?:[^:：;,\n]|:(?=in(?:nen)?\b)){2,60}[:：])\s*(\S.*)", re.S)
_FEWEST = 3
"""Fewer names beside a label may be one name in parts, or the people who lead the event."""

_SHORTEST_LABEL = 3
"""Shorter texts ("1", "x") are marks."""

_PRESENT, _ABSENT = "present", "absent"
"""Stand in place of labels that are no marks."""

_PAIR = 2
_LONGEST_MARK = 3
"""Shorter words for absence are marks, and mean nothing in a label."""

_Listed = tuple[int, int, str]
"""The columns of the label and of the names, and the names, one a line of text apart."""


def split_listed_people(grid: Grid) -> Grid:
    """Returns a sheet in which lists of people in one cell stand beside their label, with the same sign between all
    names. Of a label for absent people right below, only the word that says so is left ("Apologies from:")."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    places: tuple[int, int] | None = None
    for row, cells in enumerate(grid.rows[:FIRST_HEADER]):
        if places and _lists_absent(cells, *places):
            rows[row] = [_absence_in(text_of(value)) if at == places[0] else value for at, value in enumerate(cells)]
            continue
        places = None
        beside_absent = _stands_above_absent(grid.rows[row : row + 2])
        if found := _listed(cells, sure=beside_absent):
            label, names, text = found
            said = text_of(cells[label])
            if beside_absent and not says_present(said):
                said = _PRESENT
            places = (label, names) if names != label and (beside_absent or says_present(said)) else None
            said = said if names != label else said[: re.search("[:：]", said).end()]  # type: ignore[union-attr]
            rows[row] = [*[None] * label, said, *[None] * (max(names, label + 1) - label - 1), text]
    return replace(grid, rows=rows) if any(a is not b for a, b in zip(rows, grid.rows, strict=True)) else grid


def listed_people_tables(grid: Grid) -> list[Table]:
    """Returns a table for each list of people in one cell: its row, and the rows right below with numbers or absent
    people."""
    tables: list[Table] = []
    start = 0
    for row, cells in enumerate(grid.rows[:FIRST_HEADER]):
        found = _listed(cells)
        if not found:
            continue
        label, names, _text = found
        marked = says_present(text_of(cells[label]))
        end = row + 1
        while end < len(grid.rows) and (
            _states_number(grid.rows[end], names) or (marked and _lists_absent(grid.rows[end], label, names))
        ):
            end += 1
        meanings = {names: "name"} | ({label: "present"} if marked else {})
        table = Table(grid, [], list(range(row, end)), range(label, names + 1), list(range(start, row)), meanings)
        tables.append(table)
        start = end
    return tables or listed_names_table(grid)


def _stands_above_absent(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row with a label that nobody knows ("On the march | Anna Beck, …") stands right above one that lists
    those who were absent in the same columns: then it lists those who were there."""
    if len(rows) < _PAIR:
        return False
    filled = [at for at, value in enumerate(rows[0]) if text_of(value)]
    if len(filled) != _PAIR or not _lists_absent(rows[1], *filled) or _lists_absent(rows[0], *filled):
        return False
    label = text_of(rows[0][filled[0]]).rstrip(":： ")
    words, expected = set(normal(label).split()), tools("not_those_there") | tools("registered") | tools("not")
    return kind_of(f"{label}:") in ("other", "present", None) and words.isdisjoint(expected)


def _listed(cells: Sequence[Cell], *, sure: bool = False) -> _Listed | None:
    """Returns where a row lists people who were there, None if it doesn't: a label and nothing but their names. *sure*:
    whatever the label says."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    if not filled or len(filled) > 2 or not all(isinstance(cells[at], str) for at in filled):
        return None
    first, last = filled[0], filled[-1]
    label, text = text_of(cells[first]), str(cells[last])
    if first == last:
        parts = _LABELLED.fullmatch(text)
        if not parts:
            return None
        label, text = parts[1], parts[2]
    names = [name for name in _BETWEEN.split(text.strip(" .;,\n")) if name]
    if len(names) < _FEWEST or not (sure or _heads_those_present(label)) or not all(map(is_full_name, names)):
        return None
    return first, last, "; ".join(names)


def _heads_those_present(label: str) -> bool:
    """Whether a label says that the people beside it were there, or took part."""
    form = normal(label)
    return (len(form) >= _SHORTEST_LABEL or form in values("participant")) and (
        says_present(label)
        or form in values("participant")
        or meaning_of(label.rstrip(":： ")) in ("name", "people")
        or heads_those_there(label)
    )


def _lists_absent(cells: Sequence[Cell], label: int, names: int) -> bool:
    """Whether a row has names beside a label that says they were absent."""
    filled = [at for at, value in enumerate(cells) if text_of(value)]
    said = text_of(cells[label]) if filled == [label, names] and isinstance(cells[names], str) else ""
    long = [word for word in normal(said).split() if len(word) > _LONGEST_MARK]
    known = says_absent(said) or any(word in values("absent") for word in long)
    return known or (bool(said) and kind_of(f"{said.rstrip(':： ')}:") == "absent")


def _absence_in(label: str) -> str:
    """Returns the label if it says as a whole that people were absent, else the word in it that does, or another."""
    if says_absent(label):
        return label
    words = (word for word in normal(label).split() if len(word) > _LONGEST_MARK and word in values("absent"))
    return next(words, _ABSENT)


def _states_number(cells: Sequence[Cell], at: int) -> bool:
    """Whether a row has a label and a number where the row above has names."""
    filled = [place for place, value in enumerate(cells) if text_of(value)]
    return (
        len(filled) == 2 and filled[1] == at and isinstance(cells[filled[0]], str) and number_of(cells[at]) is not None
    )
