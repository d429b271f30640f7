"""Compares tables that divide the people of one event in several ways, by hour and by community, on one sheet or
two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import ROWS, STATED, Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import FEWEST_SUMMED, NEAR_SUM
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.ledger.entries import FileEntries
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Grid, HeadcountRow, Reading, headcount_of
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_tally, number_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among
from liaison_metrics.texts import _

_COMMUNITY = VocabularyKind.COMMUNITY.value


@dataclass(slots=True)
class _TableDivision:
    """The people of one event by the rows of one table. ``label`` is the header over what they are divided by,
    ``hourly`` whether this is the hours of a day."""

    sheet: str
    rows: tuple[int, ...]
    label: str
    event: int
    counts: list[HeadcountRow]
    hourly: bool = False

    @property
    def people(self) -> int:
        """How many people these are."""
        return headcount_of(self.counts)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds by which the rows divide them, none of hours or stands."""
        return frozenset[str]().union(*(row.kinds for row in self.counts))

    def divides_otherwise(self, other: _TableDivision) -> bool:
        """Whether another table may divide the same people by something else."""
        if self.event != other.event or self.label == other.label or self.kinds & other.kinds:
            return False
        return _are_near(self.people, other.people)

    def states_again(self, other: _TableDivision) -> bool:
        """Whether another table on the sheet divides exactly these people by a kind that both have and another that
        only one has (community and gender, then age and gender), or by it alone where the other has it hour by hour:
        their rows would add up."""
        apart = self.kinds & other.kinds and (self.kinds != other.kinds or self.hourly != other.hourly)
        same_event = self.sheet == other.sheet and self.event == other.event and self.label != other.label
        return bool(apart) and same_event and self.people == other.people

    def repeated_of(self, other: _TableDivision) -> _TableDivision:
        """Returns which of two tables of the same people to leave out. The one by community, or by kind alone stays."""
        if self.kinds == other.kinds:
            return self if self.hourly else other
        return self if _COMMUNITY in other.kinds - self.kinds else other


class DividedPeople:
    """What the tables of numbers of one file state of each event."""

    def __init__(self, reading: Reading, entries: FileEntries) -> None:
        self.reading, self.entries = reading, entries
        self._found: list[_TableDivision] = []

    def note(self, table: Table, columns: Sequence[Column], first: int) -> None:
        """Notes the people whom a table states, which stand in the reading from position *first* on."""
        counts = [row for row in self.reading.headcounts[first:] if not row.additional]
        if len(counts) >= FEWEST_SUMMED and len({row.event for row in counts}) == 1:
            label, rows = normal(columns[0].header) if columns else "", tuple(row + 1 for row in table.rows)
            hourly = bool(columns) and columns[0].meaning == "time"
            self._found.append(_TableDivision(table.grid.name, rows, label, counts[0].event, counts, hourly))

    def _take(self, division: _TableDivision) -> None:
        taken = {id(row) for row in division.counts}
        self.reading.headcounts = [row for row in self.reading.headcounts if id(row) not in taken]
        self.reading.rows_read -= len(taken)
        for row in division.counts:
            self.entries.enter(row.sheet, row.row, Reason.STATED_AGAIN)

    def settle(self, grids: Sequence[Grid]) -> None:
        """Leaves out the larger of two numbers where a line of the file states the smaller one. Of tables on one sheet
        that divide people by something that no code is of (hours, stands), the smaller ones go: their rows would add
        up."""
        taken: list[int] = []
        for one, other in combinations(self._found, 2):
            if one.states_again(other) and not {id(one), id(other)} & {*taken}:
                again = one.repeated_of(other)
                self._take(again)
                taken.append(id(again))
        pairs = [pair for pair in self._pairs() if not {id(one) for one in pair} & {*taken}]
        stated = self._stated(grids) if pairs else set()
        for one, other in pairs:
            less, more = sorted((one, other), key=lambda division: division.people)
            if id(less) in taken or id(more) in taken:
                continue
            by_line = more.people != less.people and {less.people, more.people} & stated == {less.people}
            add_up = one.sheet == other.sheet and not (one.kinds or other.kinds)
            for division in [more] * by_line or [less] * add_up:
                self._take(division)
                taken.append(id(division))

    def doubts(self, grids: Sequence[Grid]) -> Iterator[Doubt]:
        """Yields a doubt for each table that gives a few more people than another one, which divides them by something
        else, where no line of the file states one of the numbers."""
        held: set[tuple[str, tuple[int, ...]]] = set()
        pairs = self._pairs()
        stated = self._stated(grids) if pairs else set()
        for one, other in pairs:
            less, more = sorted((one, other), key=lambda division: division.people)
            if less.people == more.people or {less.people, more.people} & stated or (more.sheet, more.rows) in held:
                continue
            held.add((more.sheet, more.rows))
            yield _doubt(more.people, less.people, more.sheet, more.rows)

    def _pairs(self) -> list[tuple[_TableDivision, _TableDivision]]:
        return [(one, other) for one, other in combinations(self._found, 2) if one.divides_otherwise(other)]

    def _stated(self, grids: Iterable[Grid]) -> set[int]:
        """Returns the totals in lines outside the tables."""
        told = {(one.sheet, row) for one in self._found for row in one.rows}
        return {
            statement.people
            for grid in grids
            for at, cells in enumerate(grid.rows)
            if (grid.name, at + 1) not in told
            for statement in statements_among(cells)
            if statement.kind in (PRESENT, TOTAL)
        }


def divisions_that_differ(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a table of one event whose columns divide its people in two ways, into nearly as many; and about
    strokes that are not as many as the numbers beside them say, where no total confirms these."""
    heads = [row for row in table.headcounts if not row.additional]
    if table.counted or table.stands_beside_another or len({row.event for row in heads}) != 1:
        return
    rows = tuple(sorted({row.row for row in heads}))
    sums = Counter[frozenset[str]]()
    for row in heads:
        sums[row.kinds] += row.people
    ways = [sums[kinds] for kinds in sums if kinds and not any(kinds & other for other in sums if other != kinds)]
    strokes = sum(_strokes(table, row) for row in rows)
    ways += [strokes] if strokes else []
    people = headcount_of(heads)
    less = next((one for one in ways if one != people and _are_near(one, people)), people)
    totals = {number for row in table.lost for value in table.grid.rows[row - 1] if (number := number_of(value))}
    totals |= {number for row in rows if len(rows) == 1 for number in _totals_in(table, row)}
    if less != people and people not in totals:
        yield _doubt(people, less, table.sheet, rows)


def _strokes(table: CheckedTable, row: int) -> int:
    """Returns how many strokes a row has beside a number."""
    texts = table.texts(row)
    numbers = [number for text in texts if not is_tally(text) and (number := number_of(text)) is not None]
    return sum(number_of(text) or 0 for text in texts if is_tally(text)) if numbers else 0


def _totals_in(table: CheckedTable, row: int) -> Iterator[int]:
    """Yields the numbers of a row under headers of all people."""
    for column in table.read.columns:
        if column.meaning in ("people", "total") and (number := number_of(table.cell(row, column.at))) is not None:
            yield number


def _are_near(one: int, other: int) -> bool:
    return abs(one - other) <= NEAR_SUM * max(one, other)


def _doubt(more: int, less: int, sheet: str, rows: tuple[int, ...]) -> Doubt:
    """Returns the question which of two numbers of the same people is right."""
    text = _("The file divides the people of one event twice: into {one} and into {other}. Which is right?")
    asked = text.format(one=fmt.number(more), other=fmt.number(less))
    figures, moved = people_or(more, less), abs(more - less)
    return Doubt("total", str(less), (ROWS, STATED), asked, figures, moved, sheet, rows, blocking=True)
