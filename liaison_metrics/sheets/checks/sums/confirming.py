"""Totals of the sheet that fit one reading of doubtful rows settle them: a careful reader does not ask then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from liaison_metrics.sheets.checks.doubts import Doubt
from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.checks.sums.totals import own_cells
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import labelled_numbers
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.words.answers import NOBODY, PERSON
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among

_PARTICIPANT, _ABSENT = "participant", "absent"

_OF_THE_OTHERS = "of the others"
"""The kind of a number in a doubtful row that counts as a person itself."""

_MOST_DOUBTS = 4
"""Of more doubts, some readings fit a total by chance."""


def codes_by_totals(table: CheckedTable, doubts: Sequence[Doubt]) -> Sequence[str]:
    """Returns the answers that the totals around a list give to doubts about its rows, in their order: "person",
    "nobody" or, for a line over people, that these are participants; none if no reading fits a total, or several do.

    A total is of those who were there. One whose words only say "total" can also be of all rows of the list.
    """
    moved = [_people_moved(table, doubt) for doubt in doubts]
    if not 0 < len(doubts) <= _MOST_DOUBTS or not all(moved) or len(table.events) != 1:
        return ()
    listed = len(table.counted) + sum(row in table.rows for row in table.fates.not_counted)
    totals = set(_totals(table, doubts))
    on_sheet = sum(row.sheet == table.sheet for row in table.reading.attendances) if table.stands_beside_another else 0
    fitting: set[tuple[str, ...]] = set()
    for codes in product(*moved):
        more = sum(people[code] for people, code in zip(moved, codes, strict=True))
        for people, kind in totals:
            everybody = {table.people, len(table.counted), on_sheet or table.people} | (
                {listed} if kind == TOTAL else set()
            )
            of_others = kind == _OF_THE_OTHERS and PERSON in codes  # a number of all others is no person
            fitting |= {codes} if people - more in everybody and not of_others else set()
    only = next(iter(fitting)) if len(fitting) == 1 else ()
    return only if _ABSENT not in only else ()


def _people_moved(table: CheckedTable, doubt: Doubt) -> Mapping[str, int]:
    """Returns how many more people count with each answer to a doubt about rows; nothing for other doubts."""
    below = len(doubt.rows)
    counted = sum(row in table.fates.counted for row in doubt.rows)
    if doubt.kind == "row" and NOBODY in doubt.codes and counted in (0, below):
        return {PERSON: 0, NOBODY: -below} if counted else {PERSON: below, NOBODY: 0}
    if doubt.kind == "heading" and counted == below:
        line = {PERSON: 0} if doubt.heading else {}
        return {_PARTICIPANT: -len(line), _ABSENT: -len(line) - below} | line
    return {}


def _totals(table: CheckedTable, doubts: Sequence[Doubt]) -> Iterator[tuple[int, str]]:
    """Yields the numbers of all people that lines around the list state, or the doubtful rows themselves."""
    doubtful = (row for doubt in doubts for row in doubt.rows if doubt.kind == "row")
    for row in (*table.lines_above(), *table.lost, *table.lines_below(), *doubtful):
        cells = table.grid.rows[row - 1]
        stated = statements_among(cells)
        yield from ((one.people, one.kind) for one in stated if one.kind in (PRESENT, TOTAL))
        told = () if stated else told_in_row(cells) or ()
        yield from ((one.people, PRESENT) for one in told if one.kind == "total")
        if row in table.fates.counted and len(labelled := labelled_numbers(own_cells(table, row))) == 1:
            yield labelled[0].people, _OF_THE_OTHERS
