"""Three lines below a list that say how many it names, how many others came, and how many all of them are ("On the
list | 8", "Passers-by | 3", "All in | 11"): the sum shows it, whatever the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE, heads_list
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.lists import evidence, is_planned, normal, tools, topics
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import Told, counts_absent, told_by
from liaison_metrics.sheets.words.presence import names_registration

_MOST_ROWS = 2_000
_FEWEST_LISTED = 3
"""Any small number is as many as some people."""

_LINES, _LABEL_AND_NUMBER = 3, 2


def with_people_below(grid: Grid) -> Grid:
    """Returns a sheet in which the last of such lines says that these are all participants; the others are empty."""
    head = next((row for row, cells in enumerate(grid.rows[:_MOST_ROWS]) if heads_list(cells)), None)
    listed = 0 if head is None else len(rows_below(grid.rows, head))
    if head is None or listed < _FEWEST_LISTED or len(grid.rows) > _MOST_ROWS:
        return grid
    filled = [row for row in range(head + listed + 1, len(grid.rows)) if any(map(text_of, grid.rows[row]))]
    lines = filled[:_LINES]
    stated = [_label_and_number(grid.rows[row]) for row in lines]
    if len(lines) < _LINES or lines[-1] - lines[0] >= _LINES or None in stated:
        return grid
    (_on_list, named), (beside, others), (all_of_them, everybody) = filter(None, stated)
    if (named, named + others) != (listed, everybody) or not others or not _came(beside) or not _are_all(all_of_them):
        return grid
    rows = [[] if row in lines[:-1] else cells for row, cells in enumerate(grid.rows)]
    label = next(at for at, value in enumerate(rows[lines[-1]]) if text_of(value))
    rows[lines[-1]] = [NUMBER_OF_PEOPLE if at == label else value for at, value in enumerate(rows[lines[-1]])]
    return replace(grid, rows=rows, emptied=grid.emptied | set(lines[:-1]))


def _label_and_number(cells: Sequence[Cell]) -> tuple[str, int] | None:
    filled = [value for value in cells if text_of(value)]
    number = number_of(filled[-1]) if len(filled) == _LABEL_AND_NUMBER and isinstance(filled[0], str) else None
    label = text_of(filled[0]) if filled else ""
    again = {int(one) for one in re.findall(r"\d+", label)} - {number}  # "8 names | 8"
    return None if number is None or again or not any(map(str.isalpha, label)) else (label, number)


def _came(label: str) -> bool:
    """Whether a label may be of people who came without being on the list: not of absent ones, the team or things."""
    form = normal(label)
    if counts_absent(label) or says_who_does_not_count(form) or is_of_team(label) or is_planned(label):
        return False
    denied = not (tools("not") | evidence("leaves_out")).isdisjoint(form.split())  # "not on the list", "unregistered"
    return not _is_of_things(label) and (denied or told_by(label) is not Told.OTHERS)


def _are_all(label: str) -> bool:
    if _is_of_things(label) or is_of_team(label) or is_planned(label) or names_registration(label):
        return False
    return told_by(label) is not Told.OTHERS or has_total(label)


def _is_of_things(label: str) -> bool:
    return is_of_things(label) or any(word in topics() for word in normal(label).split())
