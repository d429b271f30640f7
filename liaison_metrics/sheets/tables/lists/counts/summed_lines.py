"""Forms that state the people of an event in parts and then all of them ("Booked families (people) | 30",
"Walk-ins on top | 5", "Everyone who came | 35"): the sum shows which line has everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE, heads_list
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import CountLine, count_line, reads_as_part
from liaison_metrics.sheets.words.cells import has_total, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import is_planned
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.phrases.titles.coming import Told, counts_absent, told_by
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 60
"""A form is short."""

_MOST_CELLS = 3
_MOST_PARTS, _FEWEST_PARTS = 4, 2
"""Longer runs of numbers are communities or hours; a number alone is the sum of itself."""

_FEWEST_PEOPLE = 3
"""Any small number is the sum of others by chance."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER)
"""Parts of these kinds divide the people, and are read."""

_COUNTED = ("people", "present")
"""Meanings of a part's label with which it would be taken for all people."""


def without_parts_of_sum(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a form without the lines of the parts, if one of them reads as if it counted everybody, or as a part,
    and one line right behind or before them says that it has all who came and is their sum."""
    filled = [sum(bool(text_of(value)) for value in cells) for cells in grid.rows[: _MOST_ROWS + 1]]
    if len(filled) > _MOST_ROWS or max(filled, default=0) > _MOST_CELLS or any(map(heads_list, grid.rows)):
        return grid
    found = list(_sums(grid))
    if len(found) != 1:
        return grid
    whole, parts = found[0]
    of_kinds = any(vocabulary.inside(kind, one.label) for one in parts for kind in _KINDS)
    if of_kinds or not any(meaning_of(one.label) in _COUNTED or reads_as_part(one.label) for one in parts):
        return grid
    gone = {one.row for one in parts}
    named: list[Cell] = [NUMBER_OF_PEOPLE, whole.people]
    rows = [[] if row in gone else named if row == whole.row else cells for row, cells in enumerate(grid.rows)]
    return replace(grid, rows=rows, emptied=grid.emptied | gone)


def _sums(grid: Grid) -> Iterator[tuple[CountLine, Sequence[CountLine]]]:
    """Yields each line that has everybody, with its parts."""
    lines = [line for row, cells in enumerate(grid.rows) if (line := count_line(row, cells))]
    for place, whole in enumerate(lines):
        if whole.people < _FEWEST_PEOPLE or not _has_everybody(whole.label):
            continue
        for number in range(_FEWEST_PARTS, _MOST_PARTS + 1):
            for parts in (lines[max(0, place - number) : place], lines[place + 1 : place + 1 + number]):
                if len(parts) == number and _divide(whole, parts):
                    yield whole, parts


def _divide(whole: CountLine, parts: Sequence[CountLine]) -> bool:
    """Whether lines next to that of everybody are of people who came, and add up to it."""
    together = abs(parts[0].row - whole.row) <= len(parts) and abs(parts[-1].row - whole.row) <= len(parts)
    came = not any(_did_not_come(one.label) for one in parts) and all(one.people for one in parts)
    return together and came and sum(one.people for one in parts) == whole.people


def _has_everybody(label: str) -> bool:
    came = told_by(label) is Told.CAME or (has_total(label) and told_by(label) is not Told.OTHERS)
    return came and not _did_not_come(label)


def _did_not_come(label: str) -> bool:
    return counts_absent(label) or is_planned(label) or is_of_team(label) or says_who_does_not_count(label)
