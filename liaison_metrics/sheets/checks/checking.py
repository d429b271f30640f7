"""Runs the checks on a reading: asks about what the sheet contradicts, and does what people answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from liaison_metrics.sheets.checks.columns import (
    numbers_beside_people,
)
from liaison_metrics.sheets.checks.doubts import Doubt, apply_answer, hold_back, hold_back_table
from liaison_metrics.sheets.checks.events import (
    another_day_elsewhere,
    another_day_than_said,
    dated_lines,
    events_of_few,
    lines_of_two_days,
    title_of_another_day,
)
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances, checked_tables
from liaison_metrics.sheets.checks.remarks import (
    lines_of_absence,
    lines_of_more_people,
    remarks_about_the_team,
    remarks_of_absence,
)
from liaison_metrics.sheets.checks.rows.people import (
    amounts_as_people,
    headings_as_people,
    lines_among_people,
    names_with_days,
    people_left_out,
    sums_as_people,
    unnumbered_people,
)
from liaison_metrics.sheets.checks.rows.told_blanks import people_told_absent
from liaison_metrics.sheets.checks.shape import lists_that_hardly_count, names_that_are_words, repeated_names
from liaison_metrics.sheets.checks.sums.confirming import codes_by_totals
from liaison_metrics.sheets.checks.sums.near_sums import counts_near_their_sum
from liaison_metrics.sheets.checks.sums.stated_around import more_stated_around
from liaison_metrics.sheets.checks.sums.told import sentences_that_do_not_tie
from liaison_metrics.sheets.checks.sums.totals import (
    sums_under_columns,
    totals_that_do_not_tie,
)
from liaison_metrics.sheets.checks.sums.unread_numbers import numbers_nobody_read
from liaison_metrics.sheets.checks.sums.without_team import left_out_of_a_total, staff_of_the_house, team_beyond_a_total
from liaison_metrics.sheets.checks.topics.divisions import divisions_that_differ
from liaison_metrics.sheets.checks.topics.unexplained_signs import codes_nobody_explains, signs_nobody_explains
from liaison_metrics.sheets.checks.topics.unused_marks import (
    blank_presence,
    marks_without_use,
    presence_against_half_days,
    says_nobody_came,
    times_without_use,
)
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Grid, Question, Reading
from liaison_metrics.sheets.words.answers import PERSON

Check = Callable[[CheckedTable, Circumstances], Iterator[Doubt]]

CHECKS: tuple[Check, ...] = (
    people_left_out,
    lines_among_people,
    headings_as_people,
    names_with_days,
    sums_as_people,
    amounts_as_people,
    unnumbered_people,
    events_of_few,
    title_of_another_day,
    another_day_than_said,
    another_day_elsewhere,
    dated_lines,
    lines_of_two_days,
    remarks_of_absence,
    remarks_about_the_team,
    staff_of_the_house,
    team_beyond_a_total,
    lines_of_absence,
    blank_presence,
    presence_against_half_days,
    marks_without_use,
    times_without_use,
    signs_nobody_explains,
    codes_nobody_explains,
    numbers_beside_people,
    repeated_names,
    names_that_are_words,
    lists_that_hardly_count,
    counts_near_their_sum,
    divisions_that_differ,
    lines_of_more_people,
)
"""All checks of the rows and columns of one table. Their order doesn't matter: questions are sorted by the people they
move."""

_OF_TOTALS: tuple[Check, ...] = (
    totals_that_do_not_tie,
    sums_under_columns,
    sentences_that_do_not_tie,
    numbers_nobody_read,
    more_stated_around,
)
"""Checks that come last: answers about rows may make a total right."""


class CheckResult(NamedTuple):
    """What checks ask, and the rows that wait for an answer, with the reason of their fate, by sheet."""

    questions: list[Question]
    waiting: dict[str, dict[int, Reason]]


def check_reading(
    reading: Reading, grids: Sequence[Grid], known: Circumstances, entries: FileEntries, found: Sequence[Doubt] = ()
) -> CheckResult:
    """Returns the questions about what the sheet contradicts and about *found* doubts. Doubtful rows don't count until
    they are answered; answered ones count as the answer says."""
    doubts = open_doubts(reading, grids, known, entries, found)
    held: dict[str, set[int]] = {}
    for doubt in doubts:
        if not doubt.blocking:
            held.setdefault(doubt.sheet, set()).update(hold_back(reading, doubt))
    for table in reading.tables:
        rows = range(table.first_row, table.last_row + 1)
        if any(doubt.blocking and doubt.sheet == table.sheet and set(doubt.rows) & set(rows) for doubt in doubts):
            held.setdefault(table.sheet, set()).update(hold_back_table(reading, table.sheet, rows))
    facts = len(reading.attendances) + len(reading.headcounts)
    reading.rows_read = facts + len(reading.not_counted) + len(reading.rejected)
    return CheckResult([doubt.question for doubt in doubts], _waiting(grids, held))


def _waiting(grids: Sequence[Grid], held: Mapping[str, set[int]]) -> dict[str, dict[int, Reason]]:
    """Returns the rows that wait, by sheet, as the file has them."""
    return {
        grid.name: {grid.position_in_file(row - 1) + 1: Reason.ASKED for row in held[grid.name]}
        for grid in grids
        if grid.name in held
    }


def open_doubts(
    reading: Reading, grids: Sequence[Grid], known: Circumstances, entries: FileEntries, first: Sequence[Doubt]
) -> list[Doubt]:
    """Returns the doubts that nobody has settled, the *first* ones first, and does to the reading what the answers to
    the others say."""
    found: list[Doubt] = []
    answers = known.vocabulary.answers
    for doubt in first:
        code = answers.code(doubt.kind, doubt.value, doubt.sheet)
        if code is None:
            found.append(doubt)
        else:
            apply_answer(reading, doubt, code, entries.of_sheet(doubt.sheet))
    asked = {(question.kind, question.value) for question in reading.questions}
    tables = list(checked_tables(reading, grids))
    for doubt in [doubt for table in tables for doubt in people_told_absent(table, known)]:
        apply_answer(reading, doubt, "absent", entries.of_sheet(doubt.sheet))
        tables = list(checked_tables(reading, grids))
    for checks in (CHECKS, _OF_TOTALS):
        changed = False
        for table in tables:
            waiting: list[Doubt] = []
            for doubt in (doubt for check in checks for doubt in check(table, known)):
                code = answers.code(doubt.kind, doubt.value, doubt.sheet)
                if code is not None:
                    changed = True
                    apply_answer(reading, doubt, code, entries.of_sheet(doubt.sheet))
                elif doubt.people and (doubt.kind, doubt.value) not in asked:
                    waiting.append(doubt)
            counted = len(reading.attendances)
            for doubt in _not_settled(reading, table, waiting, entries):
                if not _is_settled_by(found, doubt):
                    found.append(doubt)
            changed = changed or len(reading.attendances) < counted
        tables = list(checked_tables(reading, grids)) if changed else tables
    return found


def _not_settled(reading: Reading, table: CheckedTable, doubts: Sequence[Doubt], entries: FileEntries) -> list[Doubt]:
    """Returns the doubts that no total or line of the sheet settles, and does to the reading what these say of the
    others. A row that doesn't count and lists a person is still asked about."""
    of_rows = [doubt for doubt in doubts if doubt.kind in ("row", "heading")]
    settled = dict(zip(of_rows, codes_by_totals(table, of_rows), strict=False))
    for doubt, code in settled.items():
        if code != PERSON:
            apply_answer(reading, doubt, code, entries.of_sheet(doubt.sheet), Reason.NO_PERSON)
    off = [doubt for doubt in doubts if says_nobody_came(table, doubt)]
    for doubt in off:
        apply_answer(reading, doubt, "absent", entries.of_sheet(doubt.sheet))
    team = left_out_of_a_total(table, doubts)
    for doubt in team:
        apply_answer(reading, doubt, "staff", entries.of_sheet(doubt.sheet))
    doubts = [doubt for doubt in doubts if doubt not in (*off, *team)]
    return [doubt for doubt in doubts if settled.get(doubt) is None or _is_lost_person(table, doubt, settled[doubt])]


def _is_lost_person(table: CheckedTable, doubt: Doubt, code: str) -> bool:
    return doubt.kind == "row" and code == PERSON and not set(doubt.rows) & table.fates.counted.keys()


def _is_settled_by(found: Sequence[Doubt], total: Doubt) -> bool:
    """Whether an answer to another doubt about the table would make a total right."""
    if total.kind != "total":
        return False
    moved = [doubt.people for doubt in found if doubt.sheet == total.sheet]
    return total.people in (*moved, sum(moved))
