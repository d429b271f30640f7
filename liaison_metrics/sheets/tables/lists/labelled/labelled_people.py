"""Lists in which each person is a few lines with a label and its value ("Name: …", "E-mail: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal

_LABELLED = re.compile(r"([^:：]{2,40}?)\s*[:：]\s*(.*)", re.S)
_FEWEST_PEOPLE = 3
"""Fewer blocks of labels may be the contacts on a cover sheet."""

_MOSTLY = 0.7
"""From this share of the lines on, they are labels with their values."""

_OF_PEOPLE = PERSONAL | {"community", "gender", "group", "role", "birth_date", "birth_year", "age", "organisation",
                         "residence", "city", "notes", "present"}  # fmt: skip


def gather_labelled_people(grid: Grid) -> Grid:
    """Returns a sheet with a row for each person in place of their lines, if it has several such people. The header
    stands in the first line of the first person, all other rows keep their place."""
    if len(grid.rows) > 2_000 or any(sum(map(bool, map(text_of, cells))) > 2 for cells in grid.rows):
        return grid
    lines = {row: line for row, cells in enumerate(grid.rows) if (line := _label_and_value(cells))}
    times = Counter(normal(label) for label, _value in lines.values() if meaning_of(label) in PERSONAL)
    first = next((normal(label) for label, _value in lines.values() if times[normal(label)] >= _FEWEST_PEOPLE), "")
    starts = [row for row, (label, _value) in lines.items() if normal(label) == first] if first else []
    if not starts or starts[0] + 1 not in lines or starts[0] + 1 in starts:
        return grid
    span = range(starts[0], max(lines) + 1)
    filled = [row for row in span if any(map(text_of, grid.rows[row]))]
    headings = _numbered_headings(grid, span)
    if sum(row in lines or row in headings for row in filled) < _MOSTLY * len(filled):
        return grid
    labels = list(dict.fromkeys(normal(label) for row, (label, _value) in lines.items() if row in span))
    rows: list[Sequence[Cell]] = [[] if row in lines and row in span else cells for row, cells in enumerate(grid.rows)]
    for row in headings:
        rows[row] = []
    for start, end in zip(starts, [*starts[1:], span.stop], strict=True):
        own = {normal(label): value for row in range(start, end) if row in lines for label, value in [lines[row]]}
        rows[start if start != span.start else start + 1] = [own.get(label, "") for label in labels]
    rows[span.start] = labels
    return replace(grid, rows=rows, gathered=span)


def _label_and_value(cells: Sequence[Cell]) -> tuple[str, Cell] | None:
    """Returns the label and the value of a line, in one cell or in two; None if it says nothing of a person."""
    told = [value for value in cells if text_of(value)]
    if not told or not isinstance(told[0], str):
        return None
    found = _LABELLED.fullmatch(told[0].strip())
    beside = told[1] if len(told) > 1 else ""
    label, value = (found[1], found[2] or beside) if found else (told[0], beside)
    split = found is not None or len(told) > 1 or (len(cells) > 1 and is_header_word(label))
    return (label.strip(), value) if split and meaning_of(label.strip()) in _OF_PEOPLE else None


def _numbered_headings(grid: Grid, span: range) -> set[int]:
    """Returns the rows between people that only number them ("Participant 2")."""
    lines = {row: " ".join(map(text_of, grid.rows[row])) for row in span}
    texts = {row: text for row, text in lines.items() if any(map(str.isdigit, text))}
    words = {row: " ".join(word for word in normal(text).split() if not word.isdigit()) for row, text in texts.items()}
    times = Counter(words.values())
    return {row for row, word in words.items() if times[word] > 1 and ":" not in texts[row]}
