"""An indicator by two dimensions at once."""

from __future__ import annotations

from collections import Counter
from itertools import product

from pyroaring import BitMap

from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.figures import broken_down, event_code, events_by_code
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.model import Cross, CrossCell
from liaison_metrics.reach.scope import EVERYTHING, PERSON_DIMENSIONS, Scope
from liaison_metrics.reach.selection import Selection, select
from liaison_metrics.reach.unidentified import Cell


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
    people = _people(selection, rows, columns)
    unidentified: Counter[tuple[str, str]] = Counter()
    for cell in selection.cells:
        unidentified[_code(cell, rows), _code(cell, columns)] += cell.people
    cells = (
        CrossCell(row.code, column.code, people[row.code, column.code], unidentified[row.code, column.code])
        for row, column in product(across.lines, down.lines)
    )
    return Cross(across, down, tuple(cell for cell in cells if cell.reached))


def _people(selection: Selection, rows: str, columns: str) -> Counter[tuple[str, str]]:
    """Returns the distinct people of each pair of codes.

    An event has one code of each of its dimensions, so its codes choose the events that a pair is about; a code of a
    person's dimension chooses people.
    """
    counts: Counter[tuple[str, str]] = Counter()
    if rows not in PERSON_DIMENSIONS and columns in PERSON_DIMENSIONS:
        turned = _people(selection, columns, rows)
        counts.update({(row, column): people for (column, row), people in turned.items()})
    elif rows in PERSON_DIMENSIONS:
        by_column = _people_by_code(selection, columns).items()
        for (row, members), (column, seen) in product(selection.members[rows].items(), by_column):
            counts[row, column] = seen.intersection_cardinality(members)
    else:
        for row, places in events_by_code(selection, rows).items():
            part = selection.at(places)
            counts.update({(row, column): len(seen) for column, seen in _people_by_code(part, columns).items()})
    return counts


def _people_by_code(selection: Selection, dimension: str) -> dict[str, BitMap]:
    """Returns the selection's distinct people by the codes of a dimension."""
    if dimension in PERSON_DIMENSIONS:
        return {code: selection.identified & people for code, people in selection.members[dimension].items()}
    return {code: selection.at(places).identified for code, places in events_by_code(selection, dimension).items()}


def _code(cell: Cell, dimension: str) -> str:
    return getattr(cell, dimension) if dimension in PERSON_DIMENSIONS else event_code(cell.event, dimension)
