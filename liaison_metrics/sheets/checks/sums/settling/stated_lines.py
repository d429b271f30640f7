"""Settles questions about who counts where lines of the sheet state as many people as one answer gives: a careful
reader doesn't ask then."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import labelled_numbers
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.model import AttendanceRow, Cell, Grid, NotCountedRow, Question, Reading, RejectedRow
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.cells import has_total, names_currency, text_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.numbers import without_some
from liaison_metrics.sheets.words.phrases.prose.expected import names_things
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by

_KINDS = frozenset({"present", "role", "row", "heading", "blank", "column", "reason"})
"""Questions whose answer says who counts."""

_OF_NUMBERS = frozenset({"counted", "people", "beside"})
"""Answers that say that numbers count people: a total of these numbers fits them, whatever they are of."""

_MOST_READINGS = 16
"""Each answer to each question is another reading of the file."""

_MOST_ROWS = 1_000
"""The rows of a file that is read again in no time."""

_SMALLEST = 4
"""A smaller number fits by chance."""

_Place = tuple[str, int, int]
_Figures = tuple[tuple[tuple[str, int], int], ...]


def settled_by_lines(
    questions: Sequence[Question], grids: Sequence[Grid], read_again: Callable[[Sequence[Answer]], Reading]
) -> list[Question]:
    """Returns the questions about who counts, each with its preset: the answers whose numbers of people more lines of
    the sheet state than those of any others. Returns none if no answers stand out.

    *read_again* returns what the file counts for with these answers. A number of all who are listed says nothing
    unless its words say that they came: it may be of those who registered.
    """
    open_ones = [one for one in questions if one.kind in _KINDS and not one.preset and _is_about_people(one)]
    asked = list({_about(one): one for one in open_ones}.values())
    if not asked or prod(len(_answers(one)) for one in asked) > _MOST_READINGS:
        return []
    if sum(len(grid.rows) for grid in grids) > _MOST_ROWS:
        return []
    readings = {answers: read_again(answers) for answers in product(*map(_answers, asked))}
    lines = _StatedLines(grids, list(readings.values()), asked)
    fitting = {answers: len(lines.fitting(reading)) for answers, reading in readings.items()}
    most = max(fitting.values())
    best = [answers for answers, fits in fitting.items() if fits == most]
    if not most or any(_people(readings[answers]) != _people(readings[best[0]]) for answers in best):
        return []
    codes = {_about(one): answer.code for one, answer in zip(asked, best[0], strict=True)}
    return [replace(one, preset=codes[_about(one)]) for one in open_ones]


def _is_about_people(question: Question) -> bool:
    return bool(question.suggestions) and _OF_NUMBERS.isdisjoint(question.suggestions)


def _about(question: Question) -> tuple[str, str, str]:
    """Returns what a question is about. One about a word is the same on each sheet."""
    return question.kind, question.value, "" if question.value else question.sheet


def _answers(question: Question) -> list[Answer]:
    return [Answer.to(question, code) for code in question.suggestions]


class _StatedLines:
    """The lines of a file that state a number of people and list nobody in any of several readings."""

    def __init__(self, grids: Sequence[Grid], readings: Sequence[Reading], asked: Sequence[Question]) -> None:
        self._lists: defaultdict[str, set[int]] = defaultdict(set)
        for reading in readings:
            for sheet, rows in _rows_of_people(reading).items():
                self._lists[sheet] |= rows
        self._asked: dict[str, int] = {}
        for one in asked:
            if one.kind in ("row", "heading"):
                self._asked[one.sheet] = max((self._asked.get(one.sheet, 0), *one.rows))
        self._stated = {
            (grid.name, row, at): number
            for grid in grids
            for row, cells in enumerate(grid.rows, start=1)
            for at, number, came in _numbers(row, cells)
            if number >= _SMALLEST
            and not self._is_above_asked(grid.name, row)
            and (came or self._may_say_who_came(grid.name, row, number))
        }

    def _may_say_who_came(self, sheet: str, row: int, number: int) -> bool:
        """Whether a number without words for coming may be of those who came: a number of all rows says nothing."""
        return row not in self._lists[sheet] and number != len(self._lists[sheet])

    def _is_above_asked(self, sheet: str, row: int) -> bool:
        """Whether a line stands within a list above rows that are asked about: it doesn't speak of these."""
        return min(self._lists[sheet], default=row) < row < self._asked.get(sheet, 0)

    def fitting(self, reading: Reading) -> set[_Place]:
        """Returns the places of the numbers that are those of the people who count: on their sheet, in the file, and,
        where a sheet lists nobody, on any sheet."""
        counted: defaultdict[str, set[int]] = defaultdict(set)
        sums: Counter[str] = Counter()
        for (sheet, _event), number in _figures(reading):
            counted[sheet].add(number)
            sums[sheet] += number
        for sheet, number in sums.items():
            counted[sheet] |= {number, sums.total()}
        everywhere: set[int] = set().union(*counted.values())
        people = {(one.sheet, one.row) for one in reading.attendances}  # a row that is a person states no sum
        stated = ((place, number) for place, number in self._stated.items() if place[:2] not in people)
        return {place for place, number in stated if number in counted.get(place[0], everywhere)}


def _rows_of_people(reading: Reading) -> dict[str, set[int]]:
    """Returns the rows that list or count people, or may do so, by sheet. Beside a list, numbers are those of lines."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    listed: Iterable[AttendanceRow | NotCountedRow | RejectedRow]
    for listed in (reading.attendances, reading.not_counted, reading.rejected):
        for one in listed:
            rows[one.sheet].add(one.row)
    lists = set(rows)
    for head in reading.headcounts:
        if head.sheet not in lists:
            rows[head.sheet].add(head.row)
    return rows


def _figures(reading: Reading) -> _Figures:
    """Returns how many people each event counts on each sheet: those listed and those beside them, or those stated."""
    listed: defaultdict[tuple[str, int], set[tuple[str | int, ...]]] = defaultdict(set)
    stated: Counter[tuple[str, int]] = Counter()
    for one in reading.attendances:
        listed[one.sheet, one.event].add(_identity(one))
    for head in reading.headcounts:
        if head.additional or (head.sheet, head.event) not in listed:
            stated[head.sheet, head.event] += head.people
    found = {place: len(listed.get(place, ())) + stated[place] for place in {*listed, *stated}}
    return tuple(sorted(found.items()))


def _people(reading: Reading) -> tuple[_Figures, set[tuple[int, tuple[str | int, ...]]]]:
    """Returns how many people count, and who they are."""
    return _figures(reading), {(one.event, _identity(one)) for one in reading.attendances}


def _identity(one: AttendanceRow) -> tuple[str | int, ...]:
    """Returns the words of a name in a fixed order: who is listed twice counts once. Of a row without a name, its
    number."""
    return tuple(sorted(normal(one.name or "").split())) or (one.row,)


def _numbers(row: int, cells: Sequence[Cell]) -> Iterator[tuple[int, int, bool]]:
    """Yields the numbers that a line states with a label or in a sentence: their column, the number and whether words
    say that so many came. Numbers of things, of money and of people who didn't come are none."""
    if stated := [one for one in statements_among(cells) if one.kind in (PRESENT, TOTAL)]:
        yield from ((one.at[1], one.people, one.kind == PRESENT) for one in stated)
        return
    if told := [one for one in told_in_row(cells) or () if one.kind == "total"]:
        text = " ".join(map(text_of, cells))  # "7 people stayed for lunch" tells of some
        of_all = has_total(text) or any(map(speaks_of_coming, normal(text).split()))
        yield from ((0, one.people, True) for one in told if of_all)
        return
    line = count_line(row, cells)
    found = [(one.at, one.label, one.people) for one in labelled_numbers(cells)]
    if line and not found:
        found = [(line.at, line.label, line.people)]
    for at, label, number in found:
        of = Told.CAME if without_some().search(label) else told_by(label)
        if of >= Told.PEOPLE and not names_things(label) and not names_currency(label):
            yield at, number, of is Told.CAME
