"""An indicator by two dimensions at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.counting import broken_down
from liaison_metrics.domain.reach.model import Cross, CrossCell
from liaison_metrics.domain.reach.scope import EVENT_DIMENSIONS, EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.domain.reach.selection import AttendanceIndex, Selection, select


def cross(
    index: AttendanceIndex,
    project: Project,
    indicator: Indicator | None,
    rows: str,
    columns: str,
    scope: Scope = EVERYTHING,
) -> Cross:
    """Returns the people of an indicator by two different dimensions (of ``DIMENSIONS``), with both margins."""
    selection = select(index, project, indicator, scope)
    across, down = broken_down(selection, rows), broken_down(selection, columns)
    identified = {(row, column): people for row, column, people in _identified(selection, rows, columns)}
    unidentified = _unidentified(selection, rows, columns)
    pairs = product((line.code for line in across.lines), (line.code for line in down.lines))
    cells = (CrossCell(*pair, identified.get(pair, 0), unidentified.get(pair, 0)) for pair in pairs)
    return Cross(across, down, tuple(cell for cell in cells if cell.reached))


def _identified(selection: Selection, rows: str, columns: str) -> Iterator[tuple[str, str, int]]:
    """Yields pairs of codes and their distinct people.

    An event has one code of each of its dimensions, so its codes choose the events that a pair is about; a code of a
    person's dimension chooses people.
    """
    if rows in EVENT_DIMENSIONS and columns in PERSON_DIMENSIONS:
        for column, row, people in _identified(selection, columns, rows):
            yield row, column, people
    elif rows in PERSON_DIMENSIONS:
        by_column = selection.people_by_code(columns).items()
        for (row, members), (column, seen) in product(selection.content.members[rows].items(), by_column):
            yield row, column, seen.intersection_cardinality(members)
    else:
        for row in selection.people_by_code(rows):
            for column, seen in selection.part(rows, row).people_by_code(columns).items():
                yield row, column, len(seen)


def _unidentified(selection: Selection, rows: str, columns: str) -> dict[tuple[str, str], int]:
    across, down = selection.content.words(rows), selection.content.words(columns)
    row, column = selection.numbers_of_unidentified(rows), selection.numbers_of_unidentified(columns)
    cell = row.astype(int) * len(down) + column
    lines = [numbers for name, numbers in ((rows, row), (columns, column)) if name in EVENT_DIMENSIONS]
    of_line = cell if len(lines) > 1 else next(iter(lines), None)
    sums = selection.sum_of_unidentified(cell, len(across) * len(down), of_line)
    return dict(zip(product(across, down), sums.tolist(), strict=True))
