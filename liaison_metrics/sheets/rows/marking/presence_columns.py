"""Finds the columns of a list that say who was there, and what an empty cell, a dash or a word means in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.columns.scoring.arriving import is_of_things_fetched, tells_who_came
from liaison_metrics.sheets.columns.session_marks import is_of_absence, read_legend, repeats_few_letters
from liaison_metrics.sheets.rows.closing.stated_marks import column_stated_below
from liaison_metrics.sheets.rows.marking.noted import marks_explained, words_in_place_of_marks
from liaison_metrics.sheets.rows.row_words import is_total_row
from liaison_metrics.sheets.rows.thresholds import (
    FEWEST_SIGNED,
    LISTS_SHARE,
    MOST_STATUSES,
    TIMED_SHARE,
)
from liaison_metrics.sheets.tables.days.own_names import NamesInRow
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.answers import Answers
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES, tells_arrival
from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, tools, values
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.remarks.signed_words import are_words_for_signing, words_for_no_signature
from liaison_metrics.sheets.words.phrases.titles.moments import heads_time_there, tells_of_screen, tells_way
from liaison_metrics.sheets.words.presence import (
    ABSENT_SIGNS,
    DASHES,
    says_absent,
    says_present,
    says_time,
    tells_reason,
)

_FEWEST_CELLS = 2
"""A row of a person has a name and a mark; a single cell is a heading."""

_TIME_OF_DAY = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")

_EXPLAINED = 0.5
"""Share of the people without a mark of whom a remark says why they were absent: then the marks say who was there."""

_CODED = 0.9
"""Share of the rows that have codes: totals and lines below the list have none."""

_MOST_MARKS = 4

_CODE = re.compile(r"(?=\S*\d)[\w#/-]{4,}")
"""The code of a ticket: no row number, nothing that people read."""


def codes_each_row(table: Table, column: Column) -> bool:
    """Returns whether a column has a code in each row that is filled like the others, and no code twice: each is of one
    person, as the tickets that somebody bought for others are."""
    texts = counted_texts(table, column)
    each = bool(texts) and max(texts.values()) == 1 and all(map(_CODE.fullmatch, texts))
    return each and not column.share("date") and len(texts) >= _CODED * len(table.rows)


class PresenceColumns:
    """Knows which columns of one table say who was there.

    ``days`` are the presence columns: those of several days of one event together. ``statuses`` may say that somebody
    cancelled. By the position of a column: ``of_absence`` (it marks the absent), ``coded`` (a few letters), ``dashed``
    (dashes alone), ``worded`` (words in place of signatures), ``initialled`` (initials of the names among marks),
    ``blank_is_absent``.
    """

    def __init__(self, table: Table, columns: Sequence[Column], known: Mapping[str, Column], answers: Answers) -> None:
        self.table, self._answers = table, answers
        self.column = known.get("present") or known.get("signature")
        if self.column and is_of_things_fetched(self.column.header):
            others = (c for c in columns if c is not self.column and not is_of_things_fetched(c.header))
            self.column = next(filter(self._tells_arrival, others), self.column)
        if self.column is None or not (self.column.filled or self.column.meaning == "present"):
            first = next((c for c in columns if words_in_place_of_marks(table, c)), None)
            first = first or next((c for c in columns if _times_people(c)), None) or self._with_explained_0(columns)
            first = first or next(filter(self._tells_arrival, columns), None)
            marked = marks_explained(table, columns)
            first = first or (marked[0] if marked else None)
            self.column = first or self.column or self._explained_by_remarks(columns)
            self.column = self.column or column_stated_below(table, columns) or self._in_words(columns)
        said = marks_explained(table, [self.column]) if self.column else None
        self._away = words_in_place_of_marks(table, self.column) if self.column else frozenset[str]()
        self.identifies = self._has_initials_of_all(known)
        self.of_absence = {c.at for c in columns if is_of_absence(c, columns)}
        self.of_absence |= {said[0].at} if said and not said[1] else set()
        self.days = self._by_event_day(columns)
        self._lists = any(c.share("several names") >= LISTS_SHARE for c in columns)
        self.statuses = [c for c in columns if c is not self.column and self._states_cancellations(c)]
        told = [c for days in self.days for c in days]
        self.coded = {c.at for c in told if repeats_few_letters(counted_texts(table, c))}
        self.dashed = {c.at for c in told if self._holds_dashes(c)}
        self.initialled = {c.at for c in told if c.meaning == "present" and self._holds_initials(c, known)}
        signing = {c.at: self._texts_of_people(c) for c in told if c.meaning == "signature"}
        self.worded = {at for at, texts in signing.items() if are_words_for_signing(texts)}
        self._unsigned = {at: words_for_no_signature(signing[at]) for at in self.worded}
        self.blank_is_absent = {c.at: self._is_absence_blank(c) or self._goes_with_times(c, columns) for c in told}
        for days in self.days:
            signed = any(self.blank_is_absent[c.at] for c in days if c.meaning == "signature" or c.moment)
            if signed or self._signed([c for c in days if c.moment]) >= FEWEST_SIGNED:
                self.blank_is_absent |= dict.fromkeys((c.at for c in days), True)

    def leaves_open(self, column: Column, text: str) -> bool:
        """Returns whether a text in a column that says of others that an interview was held says that one was not yet
        ("open", "geplant")."""
        if normal(text) not in tools("still_open") | evidence("undecided"):
            return False
        return any(normal(said) in tools("took_place") for said in counted_texts(self.table, column))

    def _has_initials_of_all(self, known: Mapping[str, Column]) -> bool:
        """Whether the column has other letters for each person, and nothing else names anybody: it says who the row is
        about, and not that the person signed."""
        column = self.column
        if column is None or column.meaning != "signature" or any(meaning in known for meaning in NAMES):
            return False
        texts = counted_texts(self.table, column)
        letters = all(any(map(str.isalpha, text)) and not says_present(text) for text in texts)
        return letters and len(texts) == len(self.table.rows)

    def _tells_arrival(self, column: Column) -> bool:
        """Whether a column holds the times at which most people came, under a header that says nothing else."""
        if not (column.meaning == "joined" or tells_arrival(column.header) or tells_who_came(column.header)):
            return False
        told = [number for number in self._rows_marked(column) if not self._sums_up(number)]
        while told and not says_time(last := self._mark(column, told[-1] + 1)) and last.isdecimal():
            told.pop()  # how many came in all, below the times
        texts = [self._mark(column, number + 1) for number in told]
        times = sum(says_time(text) or read_date(text) is not None for text in texts)
        among = (number for number in self.table.rows if told and number <= told[-1])  # people who don't count follow
        filled = sum(self._is_of_a_person(number) for number in among)
        away = sum(says_absent(text) or tells_absence(text) or tells_reason(text) for text in texts)
        return bool(times) and times >= TIMED_SHARE * filled and times + away == len(texts)

    def _in_words(self, columns: Sequence[Column]) -> Column | None:
        """Returns the only column whose few words mostly are those for presence, as a key may spell them out."""
        free = (c for c in columns if c.meaning in ("", "unused") and not header_starts(c.header, "other_marks"))
        told = {c.at: (c, counted_texts(self.table, c)) for c in free if c.distinct <= _MOST_MARKS}
        rows = len(self.table.rows)
        found = [
            c for c, texts in told.values()
            if texts.total() >= _CODED * rows and 2 * texts["present"] >= rows and texts["present"] < texts.total()
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _with_explained_0(self, columns: Sequence[Column]) -> Column | None:
        """Returns the only column of numbers in which some have a 0, if a line explains that a 0 means absent."""
        if read_legend(self.table).get("0") is not False:
            return None
        numeric = (c for c in columns if c.is_numeric and c.meaning != "number")
        found = [c for c in numeric if 0 < counted_texts(self.table, c)["0"] < c.filled]
        return found[0] if len(found) == 1 else None

    def _goes_with_times(self, column: Column, columns: Sequence[Column]) -> bool:
        """Whether everybody who has a length of stay in a column has a time of day in another, and nobody else has."""
        if not heads_time_there(column.header):
            return False
        stayed = set(self._rows_marked(column))
        people = [row for row in self.table.rows if self._is_of_a_person(row)]

        def has_time(other: Column, row: int) -> bool:
            return _TIME_OF_DAY.search(self._mark(other, row + 1)) is not None

        others = [one for one in columns if one is not column and any(has_time(one, row) for row in stayed)]
        return any(all(has_time(one, row) == (row in stayed) for row in people) for one in others)

    def _explained_by_remarks(self, columns: Sequence[Column]) -> Column | None:
        """Returns the column of marks of which the remarks say what it is about: whoever is said to have been absent
        has no mark, and most of those without a mark are said to have been absent."""
        notes = [c for c in columns if c.meaning == "notes"]
        if not notes:
            return None
        people = [number for number in self.table.rows if self._is_of_a_person(number)]
        away = {number for number in people if any(_excuses(self._mark(c, number + 1)) for c in notes)}
        for column in columns if away else ():
            marks = {number: self._mark(column, number + 1) for number in people}
            if not _may_hold_marks(column, set(marks.values())):
                continue
            unmarked = {number for number, text in marks.items() if not text or says_absent(text)}
            if away <= unmarked and _EXPLAINED * len(unmarked) <= len(away) and 2 * len(unmarked) < len(people):
                return column
        return None

    def _rows_marked(self, column: Column) -> list[int]:
        """Returns the rows of people that have something in a column: no headings, which stand alone, and no totals."""
        return [at for at in self.table.rows if self._mark(column, at + 1) and self._is_of_a_person(at)]

    def _is_of_a_person(self, row: int) -> bool:
        texts = [text for value in self.table.grid.rows[row] if (text := text_of(value))]
        total = len(texts) == _FEWEST_CELLS and is_total_row(texts)
        return len(texts) >= min(_FEWEST_CELLS, len(self.table.columns)) and not total

    def _sums_up(self, row: int) -> bool:
        """Whether a row of a list of several columns has a label and a number alone: how many came, as a rule."""
        texts = [text for value in self.table.grid.rows[row] if (text := text_of(value))]
        label = len(texts) == _FEWEST_CELLS < len(self.table.columns)
        return label and texts[-1].isdecimal() and not any(map(str.isdigit, texts[0]))

    def _by_event_day(self, columns: Sequence[Column]) -> list[list[Column]]:
        """Returns the presence columns: those of several days ("Attended day 1", "Attended day 2") together, all of
        several moments of one event and in which people signed themselves together, others each alone."""
        days: dict[str, list[Column]] = {}
        signed = [c for c in columns if c.meaning == "signature" and c.filled and not _is_signed_by_others(c.header)]
        moments = [c for c in columns if c.moment and c.filled]
        if self.column and self.column.meaning == "signature" and signed:
            return [[c for c in columns if c in signed or c in moments]]
        if moments:
            days["moments"] = moments
        for column in columns if self.column else ():
            if column.moment:
                continue
            scanned = column.meaning == "date" and tells_arrival(column.header)
            if scanned or column is self.column or column.meaning == "present":
                days.setdefault(re.sub(r"\d+", "", column.header), []).append(column)
        return _without_things_fetched(list(days.values()))

    def _states_cancellations(self, column: Column) -> bool:
        """Whether a column that isn't about presence may say that somebody cancelled."""
        form = normal(column.header)
        if form in tools("absence_header") | tools("intent"):
            return not (self._lists and form in tools("absence_header"))  # the names of others, who were absent
        if column.distinct > MOST_STATUSES or not column.filled:
            return False
        return column.meaning in ("registered", "") or bool(set(form.split()) & tools("status"))

    def _is_absence_blank(self, column: Column) -> bool:
        """Returns whether an empty cell means absent: others hold presence marks, signatures or times of arrival."""
        if not column.filled:
            return False
        if column.meaning == "signature":
            return self._signed([column]) >= FEWEST_SIGNED
        texts = {self._mark(column, row + 1) for row in self._rows_marked(column)}
        if column.at in self.of_absence:
            return False
        ways = {tells_of_screen(text) for text in texts if tells_way(text)}
        if len(ways) > 1 or (ways and column.meaning == "present" and not tells_way(column.header)):
            return True
        arrivals = sum(_TIME_OF_DAY.search(text) is not None for text in texts)
        legend = read_legend(self.table)
        return arrivals > len(texts) / 2 or any(
            (says_present(text) and normal(text) not in tools("registered"))
            or self._answers.mark(text)
            or legend.get(mark_key(text))
            for text in texts
        )

    def _signed(self, columns: Sequence[Column]) -> int:
        """Returns how many cells of columns hold signatures."""
        texts = (self._mark(column, row + 1) for column in columns for row in self._rows_marked(column))
        return sum(not ABSENT_SIGNS.issuperset(text) for text in texts)

    def _holds_dashes(self, column: Column) -> bool:
        told = {self._mark(column, row + 1) for row in self._rows_marked(column)}
        return bool(told) and all(map(DASHES.issuperset, told)) and column.at not in self.of_absence

    def _holds_initials(self, column: Column, known: Mapping[str, Column]) -> bool:
        """Whether what is no mark in a column are initials of the names beside it, of several people."""
        named = [known[meaning] for meaning in NAMES if meaning in known]
        told = [
            (text, NamesInRow([one.value(self.table.grid.rows[at]) for one in named]))
            for at in (self._rows_marked(column) if named else ())
            if not (says_present(text := self._mark(column, at + 1)) or says_absent(text) or says_time(text))
        ]
        own = all(len(text) > 1 and text.isupper() and names.have_initials(text) for text, names in told)
        return len(told) >= FEWEST_SIGNED and own

    @property
    def is_explained(self) -> bool:
        """Whether a legend may say what the marks mean."""
        return self.column is not None and (self.column.meaning == "present" or bool(self.of_absence))

    def tells_away(self, column: Column, text: str) -> bool:
        """Returns whether a text in place of a mark says why somebody stayed away."""
        return column is self.column and text in self._away

    def says_unsigned(self, column: Column, text: str) -> bool:
        """Returns whether a word in a column of words in place of signatures says that there is none."""
        return column.at in self.worded and text in self._unsigned.get(column.at, ())

    def _texts_of_people(self, column: Column) -> Counter[str]:
        return Counter(self._mark(column, row + 1) for row in self._rows_marked(column))

    def _mark(self, column: Column, row: int) -> str:
        return column.text(self.table.grid.rows[row - 1])


def _times_people(column: Column) -> bool:
    """Whether a column is headed by how long people were there, or when they came."""
    return heads_time_there(column.header) or normal(column.header) in tools("arrival")


def _is_signed_by_others(header: str) -> bool:
    """Whether a header is of the signatures of somebody of the team, or of a parent, beside the person."""
    words = normal(header).split()
    return not (values("staff") | tools("kin") | tools("households") | tools("leads_lessons")).isdisjoint(words)


def _without_things_fetched(days: list[list[Column]]) -> list[list[Column]]:
    """Returns the presence columns without those of badges or folders that people got, if another says who came."""
    others = [columns for columns in days if not any(is_of_things_fetched(column.header) for column in columns)]
    return others if any(column.filled for columns in others for column in columns) else days


def _excuses(remark: str) -> bool:
    return bool(remark) and (tells_absence(remark) or tells_reason(remark))


def _may_hold_marks(column: Column, texts: set[str]) -> bool:
    """Whether nothing uses a column that holds a few marks, under a header that isn't about something else."""
    if column.meaning not in ("", "unused") or column.date is not None or header_starts(column.header, "other_marks"):
        return False
    said = texts - {""}
    known = all(says_present(text) or says_absent(text) for text in said)
    return known and len(said) <= _MOST_MARKS and any(map(says_present, said)) and (len(said) > 1 or "" in texts)
