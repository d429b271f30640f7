"""An indicator by two dimensions at once."""

from __future__ import annotations

from collections import Counter
from itertools import product

from pyroaring import BitMap

from liaison_metrics.facts import EventFact
from liaison_metrics.project import Indicator, Project
from liaison_metrics.reach.figures import event_code, events_by_code, lines, people_by_code, total
from liaison_metrics.reach.index import AttendanceIndex
from liaison_metrics.reach.model import Breakdown, Cross, CrossCell
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
    identified = selection.identified()
    whole = total(selection, identified)
    across = Breakdown(rows, lines(selection, identified, rows), whole)
    down = Breakdown(columns, lines(selection, identified, columns), whole)
    people = _people(selection, identified, rows, columns)
    unidentified = _unidentified(selection, rows, columns)
    cells = (
        CrossCell(row.code, column.code, people[row.code, column.code], unidentified[row.code, column.code])
        for row, column in product(across.lines, down.lines)
    )
    return Cross(across, down, tuple(cell for cell in cells if cell.reached))


def _people(selection: Selection, identified: BitMap, rows: str, columns: str) -> Counter[tuple[str, str]]:
    """Returns the distinct people of each pair of codes.

    An event has one code of each of its dimensions, so its two codes choose the events that a pair is about; a code
    of a person's dimension chooses people.
    """
    counts: Counter[tuple[str, str]] = Counter()
    if rows in PERSON_DIMENSIONS:
        by_column = people_by_code(selection, identified, columns)
        members_by_row = selection.index.members[rows]
        for (row, members), (column, seen) in product(members_by_row.items(), by_column.items()):
            counts[row, column] = seen.intersection_cardinality(members)
    elif columns in PERSON_DIMENSIONS:
        flipped = _people(selection, identified, columns, rows)
        counts.update({(row, column): people for (column, row), people in flipped.items()})
    else:
        for row, events in events_by_code(selection.events, rows).items():
            for column, shared in events_by_code(events, columns).items():
                counts[row, column] = len(selection.of(shared).identified())
    return counts


def _unidentified(selection: Selection, rows: str, columns: str) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for event in selection.events:
        for cell in selection.cells(event):
            counts[_code(event, cell, rows), _code(event, cell, columns)] += cell.people
    return counts


def _code(event: EventFact, cell: Cell, dimension: str) -> str:
    return getattr(cell, dimension) if dimension in PERSON_DIMENSIONS else event_code(event, dimension)
