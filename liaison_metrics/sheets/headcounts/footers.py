"""Rows of a list that only state numbers of its people: sums, their parts, and numbers carried over to the next page.

What such rows hold is evidence, whatever their words: a label and a number where people have words, and numbers that
are as many as the people above them, the sum of a column, or of other such rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from statistics import median_low
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import (
    LabelledNumber,
    gives_number,
    is_written_as_name,
    labelled_numbers,
    people_in,
    row_sums_up_parties,
)
from liaison_metrics.sheets.headcounts.beside_lists.equations import counts_people, speaks_of_others
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_total, starts_total_row, text_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.people import (
    PRESENT,
    TOTAL,
    PeopleStatement,
    additional_code,
    row_statements,
)
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PEOPLE = 3
"""Any small number is as many as some people."""

_MOST_PARTS = 40
"""So many numbers before a total may divide it: communities, hours or rooms."""

_FEWEST_SUMMED = 2
"""Any number is the sum of itself."""

_OF_A_PERSON = frozenset({"number", "age", "birth_year", "birth_date", "consent"})
"""Meanings of columns in which people have numbers of their own."""

_COUNTING = ("people", "total", "unused", "")
"""Meanings of columns that may say how many people came with the person of a row."""

_NUMBERED = 0.7
"""If this share of the people have a number, a row without one lists nobody."""

_PEOPLE = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)


class _DividedTotal(NamedTuple):
    rows: list[int]
    parts: list[int]
    people: int


class Footers:
    """Knows which rows of a list state numbers of its people."""

    def __init__(self, table: Table, columns: Sequence[Column], data: Sequence[int], vocabulary: Vocabulary) -> None:
        """*data* are the rows of the table that are not empty."""
        self._vocabulary, self._table = vocabulary, table
        self._cells = {row: table.own_cells(row) for row in data}
        may_state = set[int]().union(*(table.rows_where(at, _may_be_people) for at in table.columns))
        stated = {row: found for row in data if row in may_state and (found := labelled_numbers(self._cells[row]))}
        places = [c.at for c in columns if c.meaning in NAMES] or table.columns
        named = set[int]().union(*(table.rows_where(at, _has_letters) for at in places))
        self._named = [row for row in data if row in named]
        self._people = [row for row in self._named if row not in stated]
        self._last = self._last_person()
        number = next((c for c in columns if c.meaning == "number"), None)
        filled = [row for row in self._people if number and number.text(self._cells[row])]
        if number and len(filled) >= _NUMBERED * len(self._people):
            stated = {row: found for row, found in stated.items() if not _has_number(number, self._cells[row])}
        self._blank = [row for row in data if number and _fills_only(number, self._cells[row])]
        own = {c.at for c in columns if c.meaning in _OF_A_PERSON and c is not number}
        below_own = {row: found for row, found in stated.items() if own & {one.at for one in found}}
        self._stated = {row: found for row, found in stated.items() if row not in below_own}
        runs = list(self._runs(data))
        inside = {row for run in runs[:-1] for row in run}
        self._of_numbers = {
            at for at in {one.at for found in stated.values() for one in found} if self._has_numbers(at, inside)
        }
        self._counting = [c.at for c in columns if c.is_numeric and c.meaning in _COUNTING]
        self._divided = [found for run in runs for found in self._divided_totals(run)]
        self.rows: Mapping[int, Sequence[LabelledNumber]] = {
            row: self._stated[row] for run in runs for row in self._footers_of(run)
        } | {row: found for row, found in below_own.items() if counts_people(found, len(self._named))}

    def _last_person(self) -> int:
        """Returns the last row that may be of a person. A row with one text is not, if people have more cells."""
        texts = {row: sum(bool(text_of(value)) for value in self._cells[row]) for row in self._people}
        usual = median_low(texts.values()) if texts else 0
        return max((row for row in self._people if texts[row] > 1 or usual <= 1), default=0)

    @property
    def any_sum(self) -> bool:
        """Whether a row sums up people above it, as at the end of a page."""
        return any(row < self._last or any(_is_sum(one.label) for one in found) for row, found in self.rows.items())

    def with_blank(self, listed: Collection[int]) -> set[int]:
        """Returns how many people a list of so many has together with those for whom a numbered row was left blank."""
        return {number + len(self._blank) for number in listed} if self._blank else set()

    def total_beyond(self, listed: Collection[int]) -> tuple[int, PeopleStatement] | None:
        """Returns the row of a total that has more people than the list, and what it states: the rows right before it
        divide it into those *listed* and others. None if there is none."""
        for rows, parts, whole in self._divided:
            others = [one.label for row in rows for one in self._stated[row] if one.people not in {*listed, whole}]
            beyond = whole > max(listed) or (whole > min(listed) in parts and not any(map(speaks_of_others, others)))
            if beyond and whole not in listed and set(parts) & set(listed) and set(rows) <= set(self.rows):
                return rows[-1], PeopleStatement(whole, PRESENT)
        return None

    def _divided_totals(self, run: Sequence[int]) -> Iterator[_DividedTotal]:
        """Yields the totals of a run that the numbers right before or behind them divide."""
        stated = [(row, one) for row in run for one in self._stated[row]]
        yield from self._totals_behind(stated)
        if run and run[0] > self._last:
            yield from self._totals_behind(stated[::-1])

    def _totals_behind(self, every: Sequence[tuple[int, LabelledNumber]]) -> Iterator[_DividedTotal]:
        for place, (_row, whole) in enumerate(every):
            is_whole = is_total(whole.label) or starts_total_row(whole.label)
            for start in range(max(0, place - _MOST_PARTS), place - 1) if is_whole else ():
                parts = [one.people for _at, one in every[start:place]]
                if sum(parts) == whole.people:
                    yield _DividedTotal([row for row, _one in every[start : place + 1]], parts, whole.people)

    def _has_numbers(self, at: int, inside: Collection[int]) -> bool:
        """Whether people have numbers in a column: some of them, or most rows *inside* the list, below headings."""
        if any(people_in(cells[at]) is not None for row in self._people if at < len(cells := self._cells[row])):
            return True
        return sum(any(one.at == at for one in self._stated[row]) for row in inside) > len(self._people)

    def _runs(self, data: Sequence[int]) -> Iterator[list[int]]:
        """Yields the rows that may state numbers, those that follow each other together."""
        run: list[int] = []
        for row in data:
            if row in self._stated:
                run.append(row)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _footers_of(self, run: Sequence[int]) -> list[int]:
        above = bisect_left(self._people, run[0])
        ends = run[-1] > self._last
        sums = {row for row in run if ends and self._sums_up(row, run)}
        alone = {row for row in run[-1:] if ends and (self._sums_up(row, [row]) or self._totals_parties(row))}
        sums |= alone  # people with a number above it, as in its row
        if above < _FEWEST_PEOPLE:
            return sorted(sums)
        totals = {row for row in run if any(_is_sum(one.label) for one in self._stated[row])}
        whole = {row for row in run if ends and self._is_everybody(row, run)}
        whole |= {row for row in run if ends and self._closes(row, run) and not self._counts(row, run, above)}
        listed = {above, bisect_left(self._named, run[0])}
        whole |= {row for row in run if ends and self._divides_list(run, above)}
        divided = (one for one in self._divided if ends and listed.intersection(one.parts))
        whole |= {row for one in divided for row in one.rows if row in run}
        clear = totals | {row for row in run if ends and self._is_clear(row, run, above)}
        known = (row for row in run if self._is_footer(row, clear, bool(totals)) and not self._counts(row, run, above))
        return sorted(whole.union(known, sums))

    def _is_everybody(self, row: int, run: Sequence[int]) -> bool:
        """Whether a row states, in the column of those whom people brought, all of them with them, or all people
        of several such columns. Some have nothing but a name and such a number, as the row itself."""
        if len(self._stated[row]) != 1 or (one := self._stated[row][0]).at not in self._counting:
            return False
        listed = [other for other in self._named if other < run[0]]
        numbers = [number for other in listed if (number := self._number(other, one.at))]
        sums = [sum(self._number(other, at) for other in listed) for at in self._counting]
        every = sum(sums) if len(listed) >= _FEWEST_PEOPLE and sum(map(bool, sums)) > 1 else 0
        return len(numbers) >= _FEWEST_SUMMED and one.people in (len(listed) + sum(numbers), every)

    def _totals_parties(self, row: int) -> bool:
        """Whether a row whose label is no name, or has a word for a total, states all people above with those whom
        they brought."""
        label = self._stated[row][0].label
        return self._is_everybody(row, [row]) and (has_total(label) or not is_written_as_name(label))

    def _sums_up(self, row: int, run: Sequence[int]) -> bool:
        """Whether a row states the sum of the people above it in their column, whatever its words."""
        one, *more = self._stated[row]
        if more or one.at not in self._counting:
            return False
        above = [other for other in self._named if other < run[0]]
        parties, others = [self._number(other, one.at) for other in above], [self._cells[other] for other in above]
        return row_sums_up_parties((one.label, one.people), self._cells[row], parties, others)

    def _divides_list(self, run: Sequence[int], above: int) -> bool:
        """Whether rows right below a list that name nobody divide its people in two or more, none of them in addition
        ("Badges handed out", "Left in the box")."""
        told = [one for row in run for one in self._stated[row]]
        added = (row_statements([one.label, one.people]) for one in told)
        apart = not any(one.is_additional for found in added for one in found)
        several = len(run) >= _FEWEST_SUMMED and all(one.people for one in told)
        apart = apart and not (set(run) & set(self._named) or self._of_numbers & {one.at for one in told})
        return several and apart and sum(one.people for one in told) == above

    def _closes(self, row: int, run: Sequence[int]) -> bool:
        """Whether a row has a word for a total and one number, larger than those of the people in its column."""
        one, *more = self._stated[row]
        above = [self._number(other, one.at) for other in self._named if other < run[0]]
        return not more and has_total(one.label) and any(above) and one.people > max(above)

    def _is_clear(self, row: int, run: Sequence[int], above: int) -> bool:
        """Whether a row at the end lists nobody: its numbers are sums, or its labels end with colons."""
        return self._ties(row, run, above) or all(one.label.endswith(":") for one in self._stated[row])

    def _is_footer(self, row: int, clear: set[int], totals: bool) -> bool:
        found = self._stated[row]
        apart = not any(one.at in self._of_numbers for one in found)
        known = all(self._is_known(one.label) for one in found)
        return bool(clear) and (apart or (known and (totals or row in clear)))

    def _ties(self, row: int, run: Sequence[int], above: int) -> bool:
        """Whether each number of a row is that of the people above, of those with or without a mark, or with its label
        in one of their cells; the sum of a column, or of rows of its run."""
        beside = (labelled_numbers(self._table.grid.rows[other]) or self._stated[other] for other in run if other < row)
        before = [one.people for found in beside for one in found]
        within: list[int] = []
        for one in self._stated[row]:
            told = [*before, *within]
            parts = {sum(told[start:]) for start in range(max(0, len(told) - 1))}
            sums = {number for at in (one.at, *self._counting) for number in self._sum_above(at, run[0])}
            if one.people not in {above, *parts, *sums} and not self._marks_tie(one, row, run):
                return False
            within.append(one.people)
        return True

    def _marks_tie(self, one: LabelledNumber, row: int, run: Sequence[int]) -> bool:
        """Whether so many people above, or in the part right above, have a mark in one column, or none, or the label in
        one of their cells. Beside what may be a name, a number ties by chance: it stands apart, or with others."""
        said = row_statements([one.label, one.people])
        apart = len(run) > 1 or one.label.endswith(":") or not any(map(text_of, self._table.own_cells(row - 1)))
        if one.people < _FEWEST_SUMMED or one.at in self._of_numbers or any(part.is_additional for part in said):
            return False
        if not apart and is_written_as_name(one.label):
            return False
        starts = {0, max((other for other in self._stated if other < run[0]), default=0)}
        parts = ([self._cells[other] for other in self._people if start <= other < run[0]] for start in starts)
        return any(gives_number(one, people, known=bool(said)) for people in parts)

    def _sum_above(self, at: int, end: int) -> set[int]:
        numbers = [number for row in self._people if row < end and (number := self._number(row, at))]
        return {sum(numbers)} if len(numbers) >= _FEWEST_SUMMED else set()

    def _number(self, row: int, at: int) -> int:
        cells = self._cells[row]
        return (people_in(cells[at]) or 0) if at < len(cells) else 0

    def _counts(self, row: int, run: Sequence[int], above: int) -> bool:
        """Whether a row may state people whom the list has not: those in addition, or a larger total."""
        stated = [part for one in self._stated[row] for part in (one.label, one.people)]
        found = row_statements(stated)
        more = any(one.is_additional and (one.explicit or not self._counting) for one in found)
        if not more and not any(one.kind in (PRESENT, TOTAL) for one in found):
            return False
        plus = more and not self._counting and any(one.explicit and one.people == above for one in found)
        return (plus or not self._ties(row, run, above)) and not any(row in total.rows for total in self._divided)

    def _is_known(self, label: str) -> bool:
        """Whether a label says whose a number is, and is nobody's name."""
        form = normal(label)
        words = set(form.split())
        kinds = people_words("people") | people_words("minors") | tools("adults") | tools("gender_heading")
        known = bool(words & (kinds | tools("companions"))) or form in kinds or age_band_of(label) is not None
        known = known or any(self._vocabulary.exact(kind, label) for kind in _PEOPLE)
        return (known and not words <= values("also_name")) or _is_sum(label) or bool(additional_code(label))


def _is_sum(label: str) -> bool:
    return (is_total(label) or starts_total_row(label)) and normal(label) not in values("also_name")


def _may_be_people(value: Cell) -> bool:
    """Whether a cell may hold a number of people. A tick equals 1 or 0 where different cells are gathered."""
    return isinstance(value, bool) or people_in(value) is not None


def _has_letters(value: Cell) -> bool:
    return any(map(str.isalpha, text_of(value)))


def _fills_only(number: Column, cells: Sequence[Cell]) -> bool:
    """Whether a row has nothing but its number."""
    return _has_number(number, cells) and sum(bool(text_of(value)) for value in cells) == 1


def _has_number(number: Column, cells: Sequence[Cell]) -> bool:
    """Whether a row has a number of its own in the column that numbers people."""
    return people_in(number.value(cells)) is not None
