"""Lines of text that each count the people of an hour, a stand or a group: "10:00-11:00: 18 people"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts.people_by_label import meaning_of_labels
from liaison_metrics.sheets.words.cells import has_total, is_total, text_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import evidence, is_planned, normal
from liaison_metrics.sheets.words.phrases.ages import are_hours
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.phrases.titles.coming import Told, counts_absent, told_by
from liaison_metrics.sheets.words.presence import names_people, names_registration
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_LINE = re.compile(
    r"\s*(?P<label>\S.{0,58}?)\s*(?:[:=]|\s[-–—→]|\s)\s*(?P<people>\d{1,4})(?:\s+(?P<word>[^\W\d]{3,})\.?)?\s*"
)
"""A label, a number and perhaps a word for the people that it counts."""

_KINDS = ("community", "gender")
"""Labels of these count people, whatever stands beside their numbers."""

_MOST_ROWS = 100
_FEWEST_PARTS = 2
_LONGEST_LABEL = 5
"""A longer line tells more than whom its number counts."""


@dataclass(frozen=True, slots=True)
class _CountedLine:
    row: int
    label: str
    people: int
    named: bool


def gather_counted_lines(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet of text with its lines that count people as a table of labels and numbers, if they are parts of
    one event: no line is a day, or of people who only registered. A total among them is their sum, or nothing is
    changed."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    lines = [line for row, cells in enumerate(grid.rows) if (line := _counted_line(row, cells))]
    parts = [line for line in lines if not _is_of_all(line)]
    labels = [line.label for line in parts]
    if len(parts) < _FEWEST_PARTS or len({*labels}) < len(labels):
        return grid
    first, last = parts[0].row, parts[-1].row
    between = [row for row in range(first, last) if any(map(text_of, grid.rows[row]))]
    totals, meaning = {line.people for line in lines if _is_of_all(line)}, meaning_of_labels(labels, vocabulary)
    hours = are_hours(labels)
    told = all(line.named or _is_of_people(line.label, vocabulary) for line in parts) or meaning in _KINDS
    told = told or (hours and bool(totals))
    if len(between) != len(parts) - 1 or not told or totals - {sum(line.people for line in parts)}:
        return grid
    if not hours and not all(map(_is_a_part, labels)):
        return grid
    rows: list[Sequence[Cell]] = list(grid.rows)
    for line in parts:
        rows[line.row] = [line.label, line.people]
    pasted = {0: "unused" if hours else meaning, 1: "people"}
    return replace(grid, rows=rows, gathered=range(first, last + 1), pasted=pasted)


def _counted_line(row: int, cells: Sequence[Cell]) -> _CountedLine | None:
    texts = [text for value in cells if (text := text_of(value))]
    found = _LINE.fullmatch(texts[0]) if len(texts) == 1 else None
    named = found is not None and names_people(normal(found["word"] or ""))
    if found is None or (found["word"] and not named):
        return None
    return _CountedLine(row, found["label"], int(found["people"]), named)


def _is_of_all(line: _CountedLine) -> bool:
    return is_total(line.label) or has_total(line.label)


def _is_a_part(label: str) -> bool:
    """Whether a label may tell a part of the people of one event apart from the others."""
    words = normal(label).split()
    dated = bool(find_dates(label)) or not evidence("weekdays").isdisjoint(words)
    others = names_registration(label) or is_planned(label) or counts_absent(label) or is_of_team(label)
    return len(words) <= _LONGEST_LABEL and not dated and not others and told_by(label) is not Told.CAME


def _is_of_people(label: str, vocabulary: Vocabulary) -> bool:
    return names_people(normal(label)) or vocabulary.exact(VocabularyKind.GENDER, label) is not None
