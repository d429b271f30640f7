"""Checks of columns: those that say something of some people and decided nothing (marks, times, numbers), and those
that may as well mean something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cache
from operator import eq
from typing import NamedTuple

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.checks.doubts import Doubt, events_or, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import (
    LONG_LIST,
    MOST_BESIDE,
    MOST_TIMES,
    USUAL_SHARE,
)
from liaison_metrics.sheets.headcounts.beside_lists.ticket_numbers import counts_fares
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.model import (
    AttendanceRow,
    HeadcountRow,
    ReadColumn,
    Reading,
    ReadTable,
)
from liaison_metrics.sheets.tables.lists.counts.by_hour.tied_columns import leave_who_came, says_who_is_inside
from liaison_metrics.sheets.words.answers import BESIDE, UNUSED, Answer
from liaison_metrics.sheets.words.cells import is_tally, is_total, number_of
from liaison_metrics.sheets.words.lists import (
    evidence,
    header_starts,
    is_actual,
    is_planned,
    normal,
    people_words,
    peoples,
    tools,
)
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.phrases.prose.things import is_of_nobody, is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import Told, counts_absent, told_by
from liaison_metrics.sheets.words.phrases.titles.team.people_told import heads_numbers_of_team
from liaison_metrics.sheets.words.presence import counts_who_came, names_people
from liaison_metrics.texts import _

_FEWEST_EXPECTED = 3
"""In fewer rows, numbers may be larger than those beside them by chance."""

_FEWEST_SUMS = 2
"""A total with one number may be of the people alone, whatever else was counted."""


def columns_in_doubt(reading: Reading, read_otherwise: Callable[[Sequence[Answer]], Reading]) -> list[Doubt]:
    """Returns doubts about columns that may as well have another meaning, if that changes a figure. *read_otherwise*
    returns what the file counts for with one more answer, as yet unchecked. Of columns that compete for one meaning,
    only the one that has it is asked about."""
    found: dict[str, Doubt] = {}

    @cache  # in a file of many tables, the same headers stand over each
    def figures_with(answer: Answer) -> _Figures:
        try:
            return _figures(read_otherwise([answer]))
        except RefusedFile:
            return _Figures(Counter(), 0, 0)

    own = cache(lambda: _figures(reading))  # in most files no column is in doubt
    for table in reading.tables:
        near = [column for column in table.columns if column.or_else is not None and column.header not in ("", *found)]
        held = {column.meaning for column in near}
        for column in near:
            code = column.or_else or UNUSED
            if code not in held and own() != (other := figures_with(Answer("column", column.header, code))):
                found[column.header] = _about_meaning(table, column, code, own(), other)
    return list(found.values())


class _Figures(NamedTuple):
    """What a reading counts for: people by day, activity, city and description, and how many people and events. What an
    event is called is no figure."""

    facts: Counter[tuple[str, ...]]
    people: int
    events: int


def _figures(reading: Reading) -> _Figures:
    def of(row: AttendanceRow | HeadcountRow) -> tuple[str, ...]:
        event = reading.events[row.event]
        where = (event.date.isoformat(), event.activity, event.city)
        return (*where, row.community or "", row.group or "", row.gender or "")

    facts = Counter(map(of, reading.attendances))
    for heads in reading.headcounts:
        facts[of(heads)] += heads.people
    counted = {row.event for row in reading.attendances} | {row.event for row in reading.headcounts}
    return _Figures(facts, sum(facts.values()), len(counted))


def _about_meaning(table: ReadTable, column: ReadColumn, code: str, own: _Figures, other: _Figures) -> Doubt:
    text = _("It isn't clear what “{header}” says. Which is it?").format(header=column.header)
    moved = max((own.facts - other.facts).total(), (other.facts - own.facts).total())
    return Doubt(
        "column", column.header, (column.meaning or UNUSED, code), text, _both(own, other), moved, table.sheet,
        tuple(range(table.first_row, table.last_row + 1)), column=column.header, blocking=True,
    )  # fmt: skip


def _both(own: _Figures, other: _Figures) -> str:
    """Returns the figures that differ between two readings: people, events, or the first day."""
    if own.people != other.people:
        return people_or(own.people, other.people)
    if own.events != other.events:
        return events_or(own.events, other.events)
    days = [fmt.day(date.fromisoformat(min(figures.facts)[0])) for figures in (own, other)]
    if days[0] != days[1]:
        return _("First event on {one} or {other}.").format(one=days[0], other=days[1])
    return _("The numbers by community, group or gender differ.")


def numbers_beside_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about small numbers beside numbers of people, and about a list's numbers of tickets or guests."""
    heads = [row for row in table.headcounts if not row.additional]
    if table.counted and not _stands_for_several(table):
        yield from _numbers_of_rows(table)
    elif heads and not table.counted:
        rows = sorted({row.row for row in heads})
        used = {row.column for row in table.headcounts}
        if _add_up_to_people(table, rows):
            return
        alone = not table.stands_beside_another
        for column in table.read.columns:
            numbers = [number_of(table.cell(row, column.at)) for row in rows]
            if any(is_tally(table.text(row, column.at)) for row in rows):
                continue  # the strokes of which the numbers say how many they are
            if column.header in used or not (_may_add(column, numbers) or (alone and _competes(column, used, numbers))):
                continue
            people = [sum(head.people for head in heads if head.row == row) for row in rows]
            reach = sum(number or 0 for number in numbers) > MOST_TIMES * sum(people)  # of a campaign
            if (
                reach
                or 2 * sum(map(eq, numbers, people)) > len(rows)
                or _are_those_who_left(table, rows, numbers, people)
            ):
                continue
            beside = header_starts(column.header, "other_numbers") or header_starts(column.header, "beside_event")
            planned = is_planned(column.header) or counts_absent(column.header)
            elsewhere = planned or told_by(column.header) is Told.OTHERS
            nobody = is_of_things(column.header) or is_of_team(column.header) or is_of_nobody(column.header)
            nobody = nobody or heads_numbers_of_team(column.header)
            if elsewhere or beside or nobody or _divides(column.header, known):
                continue
            if _has_no_sum(table, column) or _numbers_groups(table, column, numbers):
                continue
            enough = all((number or 0) >= came for number, came in zip(numbers, people, strict=True))
            if enough and (_is_of_all_beside_who_came(table, column) or _are_those_expected(table, column, numbers)):
                continue
            if column.header:
                yield _about_numbers(table, column, sum(number or 0 for number in numbers), BESIDE)


def _has_no_sum(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether the total below adds up the people and other numbers, and leaves this column out: it counts nothing."""
    lines = {row: [one for value in table.grid.rows[row - 1] if (one := number_of(value))] for row in table.lost}
    totals = [row for row, numbers in lines.items() if table.people in numbers and len(numbers) >= _FEWEST_SUMS]
    return bool(totals) and not table.text(totals[-1], column.at)


def _numbers_groups(table: CheckedTable, column: ReadColumn, numbers: Sequence[float | None]) -> bool:
    """Whether a column before all others has small numbers that repeat and never fall: those of parts of a programme,
    of quarters or years, by which the rows are in order."""
    if column.at != min(one.at for one in table.read.columns) or len(numbers) < _FEWEST_EXPECTED or None in numbers:
        return False
    told = [number for number in numbers if number is not None]
    of_people = any(map(names_people, normal(column.header).split()))
    return told == sorted(told) and len(set(told)) < len(told) and not of_people


def _is_of_all_beside_who_came(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether another column counts who came of the same people ("Enrolled children" beside "Children present", or
    before "of whom here")."""
    told = set(normal(column.header).split())
    behind = (one.header for one in table.read.columns if one.at > column.at)
    if any(is_part(header) and counts_who_came(header) for header in behind):
        return True
    came = [one.header for one in table.read.columns if one.meaning == "people" and counts_who_came(one.header)]
    if any(one.meaning == "people" and is_actual(one.header) for one in table.read.columns):
        return True  # "Children by the register" before "actually there"
    return any(any(map(names_people, told.intersection(normal(header).split()))) for header in came)


def _are_those_who_left(
    table: CheckedTable, rows: Sequence[int], numbers: Sequence[float | None], people: Sequence[int]
) -> bool:
    """Whether another column says, row by row, how many of the people are still there if these left; or these are still
    there if those of another left; or those of another stayed away, and the people are the others of these."""
    told = [int(number or 0) for number in numbers]
    others = [[number_of(table.cell(row, column.at)) or 0 for row in rows] for column in table.read.columns]
    left = any(says_who_is_inside(people, told, one) or says_who_is_inside(people, one, told) for one in others)
    return left or any(leave_who_came(told, one, people) for one in others)


def _are_those_expected(table: CheckedTable, column: ReadColumn, numbers: Sequence[float | None]) -> bool:
    """Whether another column says plainly who came ("venuti"), and nobody beyond those under this one: they had said
    so, under whatever words ("si erano segnati"). Those who were there from afar are no such people."""
    words = f" {normal(column.header)} "
    if len(numbers) < _FEWEST_EXPECTED or has_phrase(words, tools("calls") | tools("by_screen")):
        return False
    counted = [one.header for one in table.read.columns if one.meaning in ("people", "present")]
    plain = [one for one in counted if " " not in one.strip() or not any(map(names_people, normal(one).split()))]
    return not any(map(names_people, words.split())) and any(told_by(header) is Told.CAME for header in plain)


def _may_add(column: ReadColumn, numbers: Sequence[float | None]) -> bool:
    return column.meaning in ("", UNUSED) and _are_small(numbers, len(numbers))


def _competes(column: ReadColumn, used: Collection[str], numbers: Sequence[float | None]) -> bool:
    """Whether a column counts people as well as the one that was used, whose header doesn't say that these came."""
    told = sum(number is not None for number in numbers)
    return column.meaning == "people" and told >= USUAL_SHARE * len(numbers) and not any(map(is_actual, used))


def _add_up_to_people(table: CheckedTable, rows: Sequence[int]) -> bool:
    """Whether the unused numbers of each row add up to its people, as parts of them such as places do; or the numbers
    right before or behind a total do, of which some are unused."""
    parts = [column.at for column in table.read.columns if column.meaning in ("", UNUSED)]
    people = Counter[int]()
    for head in table.headcounts:
        people[head.row] += 0 if head.additional else head.people
    numbers = {row: [number_of(value) or 0 for value in table.grid.rows[row - 1]] for row in rows}

    def tie(places: Sequence[int]) -> bool:
        return all(sum(numbers[row][at] for at in places if at < len(numbers[row])) == people[row] for row in rows)

    wholes = [column.at for column in table.read.columns if tie([column.at])]
    ends = [column.at for column in table.read.columns]
    runs = [range(at, whole) for whole in wholes for at in ends if at < whole - 1]
    runs += [range(whole + 1, at + 1) for whole in wholes for at in ends if at > whole + 1]
    return len(rows) > 1 and (tie(parts) or any(map(tie, runs)))


def _divides(header: str, known: Circumstances) -> bool:
    """Whether a header names a part of the people ("of whom women", "under 20") or all of them."""
    words = normal(header).split()
    if age_band_of(header) is not None:
        return True
    parts = any(" ".join(words[:end]) in tools("of_whom") for end in (1, 2, 3))
    kinds = (VocabularyKind.GENDER, VocabularyKind.COMMUNITY, VocabularyKind.GROUP)
    parts = parts or any(word in peoples() for word in words)
    return parts or is_total(header) or any(known.vocabulary.exact(kind, word) for kind in kinds for word in words)


def _numbers_of_rows(table: CheckedTable) -> Iterator[Doubt]:
    for column in table.read.columns:
        if column.meaning not in ("", UNUSED) or not header_starts(column.header, "so_many"):
            continue
        if header_starts(column.header, "beside_event") or _is_of_life(table, column) or _is_of_fares(table, column):
            continue  # children in care, interpreters, a household; how many children somebody has; tickets for a bus
        rows = table.counted[:LONG_LIST]
        numbers = [number_of(table.cell(row, column.at)) for row in rows]
        told = [number for number in numbers if number is not None]
        if len(told) < USUAL_SHARE * len(rows):  # a row without a number is of one person: others came beside them
            more, code = sum(told), BESIDE
        else:
            more, code = sum(number - 1 for number in told if number > 1), "people"
        if more and _are_small(numbers, len(told)) and not _leaves_out(table, more):
            yield _about_numbers(table, column, more, code)


def _leaves_out(table: CheckedTable, more: int) -> bool:
    """Whether the sheet states how many people were there, more than it lists: without those of the numbers."""
    stated = {one.people for one in table.headcounts if not one.additional}
    beside = sum(one.people for one in table.headcounts if one.additional)
    told = (one.people for row in (*table.lost, *table.lines_below()) for one in told_in_row(table.grid.rows[row - 1]))
    stated |= {len(table.counted) + beside}.intersection(told)  # a total that ties with people beside the list
    return any(len(table.counted) < people < len(table.counted) + more for people in stated)


def _is_of_life(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether a number of children stands beside other facts of people's lives, such as years in the country, or its
    header says that they live with somebody ("kids at home")."""
    headers = [f" {normal(one.header)} " for one in table.read.columns]
    told = any(f" {phrase} " in header for header in headers for phrase in evidence("life_facts"))
    told = told or has_phrase(normal(column.header), evidence("live_there"))
    return told and bool(set(normal(column.header).split()) & (people_words("minors") | tools("who_comes_along")))


def _is_of_fares(table: CheckedTable, column: ReadColumn) -> bool:
    above = [table.sheet, *(text for row in table.lines_above() for text in table.texts(row))]
    return counts_fares(column.header, above, [one.header for one in table.read.columns])


def _about_numbers(table: CheckedTable, column: ReadColumn, more: int, code: str) -> Doubt:
    text = _("Do the numbers under “{header}” count people who were there, beside the others?")
    return Doubt(
        "column", column.header, (code, UNUSED), text.format(header=column.header),
        people_or(table.people + more, table.people), more, table.sheet, column=column.header,
    )  # fmt: skip


def _stands_for_several(table: CheckedTable) -> bool:
    return any(row.row in table.fates.counted for row in table.headcounts)


def _are_small(numbers: Sequence[float | None], rows: int) -> bool:
    said = [number for number in numbers if number is not None]
    if not any(said) or len(said) < USUAL_SHARE * rows or Counter(said).most_common(1)[0][1] == len(said) > 1:
        return False
    return max(said) <= MOST_BESIDE and min(said) >= 0 and said != list(range(1, len(said) + 1))
