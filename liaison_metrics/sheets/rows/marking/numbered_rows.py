"""Rows of a numbered list that stand for people without a name of their own, or for several."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_class, is_total, number_of, starts_total_row
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.phrases.others import unnamed_people
from liaison_metrics.sheets.words.phrases.others.parties import party_of
from liaison_metrics.sheets.words.phrases.prose.groups import is_group

_FEWEST = 3
"""So many rows in a row are numbered at least: two numbers go on by chance."""


def numbered_people(table: Table, columns: Sequence[Column], data: Sequence[int]) -> set[int]:
    """Returns the rows (counted from 1) that go on with the numbers of those above them and have, where others have a
    name, words for people without one ("4 | 3 strangers"): whatever else they say, they list somebody. None in a
    register of days."""
    found = {column.meaning: column for column in columns}
    number, name = found.get("number"), found.get("name")
    if number is None or name is None or any(column.date is not None for column in columns):
        return set()
    people, run, before = set[int](), 0, None
    for row in data:
        cells = table.grid.rows[row]
        told = number_of(number.value(cells))
        run = run + 1 if told is not None and before is not None and told == before + 1 else int(told == 1)
        before = told
        if run >= _FEWEST and stands_for_people(name.text(cells)):
            people.add(row + 1)
    return people


def rows_in_sequence(table: Table, columns: Sequence[Column], data: Sequence[int]) -> set[int]:
    """Returns the rows that have a name, and a number between or behind those of the rows around them: whatever their
    other numbers add up to, each lists somebody. A row that a word calls a sum stands on a form numbered in advance."""
    number = next((column for column in columns if column.meaning == "number"), None)
    names = [column for column in columns if column.meaning in NAMES]
    if number is None or not names:
        return set()
    rows = table.grid.rows
    told = [number_of(number.value(rows[row])) for row in data]
    found = set[int]()
    for at in range(len(data) - _FEWEST + 1):
        run = told[at : at + _FEWEST]
        if run[0] is not None and run == [run[0] + step for step in range(_FEWEST)]:
            found.update(data[at : at + _FEWEST])
    labels = {row: " ".join(text for column in names if (text := column.text(rows[row]))) for row in found}
    return {row for row, label in labels.items() if label and not (is_total(label) or starts_total_row(label))}


def is_party(text: str, *, sized: bool) -> bool:
    """Returns whether a text in the place of a name is of a class or another group, whose row states its size if it is
    *sized*."""
    return sized and (is_group(text) or any(map(is_class, (" ".join(text.split()[:2]), text.split()[0]))))


def stands_for_people(text: str) -> bool:
    """Returns whether a text in the place of a name says that somebody has none there, or is of several people."""
    return bool(is_placeholder(text) or unnamed_people(text) or party_of(text))
