"""Finds how a table of numbers divides people: by age, by several kinds in one column, people in addition, and columns
that sum up others by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.people import WEAK_CODES, additional_code
from liaison_metrics.sheets.words.phrases.ages import age_band_of, are_hours, is_range_of_ages
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent
from liaison_metrics.sheets.words.presence import counts_who_came
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_SAMPLE = 300
"""So many labels of a column show what it divides people by."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
_NO_LABELS = frozenset({"date", "city", "activity", "title", "session", "role", "name"})


_FEWEST_SUMMED = 2
"""So many columns, and so many rows, make a sum that is none by chance."""

_MOSTLY_SUMS = 0.75
"""From this share of rows on, a column sums up the others. The other rows have mistakes, which are asked about."""

_MOST_WALK_IN = 0.5
"""Fewer of those who registered hardly ever come, and more people hardly ever walk in."""

_MAY_COUNT_ABSENT = ("", "unused", "people", "total", "present", "registered", "notes")
"""Meanings of columns of numbers that may be of people who came, of absent ones, or of all of them."""

_MAY_BE_SUM = ("", "unused", "people", "total")
"""Meanings of columns that may be sums, or parts of one."""


def find_breakdowns(columns: Sequence[Column], table: Table, vocabulary: Vocabulary) -> None:
    """Sets the age bands and additional people of columns of numbers, and the meaning of columns of labels."""
    if any(column.meaning in PERSONAL for column in columns):
        return
    numeric = [column for column in columns if column.share("number") >= MAJORITY]
    _ages_in_headers(columns, numeric, table)
    for column in numeric:
        everybody = counts_who_came(column.header) and not _is_small_beside(column, numeric, table)
        column.additional = "" if column.partial or everybody else additional_code(column.header)
    if numeric:
        _labels(columns, table, vocabulary)
        of_others = _find_who_came(columns, table)
        _find_sums([column for column in columns if not any(column is one for one in of_others)], table)


def _is_small_beside(column: Column, numeric: Sequence[Column], table: Table) -> bool:
    """Whether a column has hardly any people beside another: "Visitors on the day" may be those who just walked in."""
    told = {one.at: sum(number_of(value) or 0 for value in islice(table.values(one.at), _SAMPLE)) for one in numeric}
    return any(told[column.at] < _MOST_WALK_IN * told[one.at] for one in numeric)


def _ages_in_headers(columns: Sequence[Column], numeric: Sequence[Column], table: Table) -> None:
    """Reads headers such as "18-24" as age bands. One that may also be a date ("5-12") is so beside others only."""
    bands = {c.at: band for c in numeric if (band := next(filter(None, map(age_band_of, _headers(c, table))), None))}
    clear = [column for column in numeric if column.at in bands and column.date is None]
    ranges = [c for c in numeric if c.at in bands and any(map(is_range_of_ages, _headers(c, table)))]
    if not clear or (len(ranges) < 2 and any(column.meaning == "age" for column in clear)):
        return
    for column in numeric:
        if column.at not in bands or (column.date is not None and len(ranges) < 2):
            continue
        column.age_band, column.date = bands[column.at], None
        column.codes.pop(VocabularyKind.GROUP, None)
        if column.meaning in ("age", "people", "date", "session", "group", "number", "unused"):
            column.meaning = ""


def _headers(column: Column, table: Table) -> list[str]:
    """Returns a column's header texts, the lowest first, without words that mark them as a part."""
    texts = list(reversed(table.header_texts(column.at)))
    return [*texts, *(" ".join(text.split()[start:]) for text in texts for start in (1, 2, 3) if column.partial)]


def _labels(columns: Sequence[Column], table: Table, vocabulary: Vocabulary) -> None:
    """Finds a column of labels that are ages, or of labels of several kinds ("Women", "Men", "Syrian", "18-24")."""
    known = {column.meaning for column in columns}
    for column in columns:
        if column.meaning in _NO_LABELS or column.codes or column.date or column.share("number") >= MAJORITY:
            continue
        texts = [text for text in islice(map(text_of, table.values(column.at)), _SAMPLE) if not is_total(text)]
        ages = 0 if are_hours(texts) and column.said != "age" else sum(age_band_of(text) is not None for text in texts)
        if texts and ages >= MAJORITY * len(texts):
            column.meaning = "age"
        elif column.meaning in ("", "group", "community", "gender", "age", "unused", "people") and len(texts) > 1:
            kinds = {kind: sum(vocabulary.exact(kind, text) is not None for text in texts) for kind in _KINDS}
            most = max(_KINDS, key=lambda kind: kinds[kind])
            mixed = sum(number > 0 for number in kinds.values()) + (ages > 0) > 1
            labelled = sum(kinds.values()) + ages >= MAJORITY * len(texts)
            if (
                mixed
                and labelled
                and kinds[most] > 1
                and not known & {kind.value for kind in _KINDS} - {column.meaning}
            ):
                column.meaning = most.value


def _find_sums(columns: Sequence[Column], table: Table) -> None:
    """Gives columns that sum up those beside them the meaning "total". Such a sum includes "others" among its parts:
    they are no people in addition to it."""
    numeric = [c for c in columns if c.share("number") >= MAJORITY and (c.meaning in _MAY_BE_SUM or c.date)]
    if len(numeric) <= _FEWEST_SUMMED:
        return
    for column in numeric:
        if column.codes or column.date or column.country or column.age_band:
            continue
        parts = next((run for run in _runs_beside(column, columns, numeric) if _sums_up(column, run, table)), None)
        if parts is not None:
            column.meaning, column.additional = "total", ""
            for part in parts:
                part.additional = "" if part.additional in WEAK_CODES else part.additional


def _find_who_came(columns: Sequence[Column], table: Table) -> list[Column]:
    """Takes one column of numbers as the people if another is the sum of it and of those who were absent ("Pupils in
    the class | of whom there | ill"). Returns the others: they are no people who were there."""
    numeric = [c for c in columns if c.share("number") >= MAJORITY and c.meaning in _MAY_COUNT_ABSENT and not c.date]
    away = [column for column in numeric if counts_absent(column.header)]
    others = [column for column in numeric if not counts_absent(column.header)] if away else []
    for whole, came in permutations(others, 2):
        if _sums_up(whole, [came, *away], table, fewest=1):
            for column in (whole, *away):
                column.meaning, column.additional = UNUSED, ""
            came.meaning, came.partial = "people", False
            return [whole, *away]
    return []


def _runs_beside(column: Column, columns: Sequence[Column], numeric: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """Yields the runs of at least two columns of numbers right before a column, and right after it, the longest
    first."""
    at = next(place for place, one in enumerate(columns) if one is column)
    for side in (columns[:at][::-1], columns[at + 1 :]):
        beside = list(takewhile(lambda one: any(one is other for other in numeric), side))
        for length in range(len(beside), _FEWEST_SUMMED - 1, -1):
            yield beside[:length]


def _sums_up(column: Column, parts: Sequence[Column], table: Table, *, fewest: int = _FEWEST_SUMMED) -> bool:
    told = ties = spread = 0
    for row in table.rows[:_SAMPLE]:
        cells = table.grid.rows[row]
        stated, numbers = number_of(column.value(cells)), [number_of(part.value(cells)) or 0 for part in parts]
        if stated is None or not any(numbers):
            continue
        told += 1
        ties += stated == sum(numbers)
        spread += stated == sum(numbers) and sum(map(bool, numbers)) >= _FEWEST_SUMMED
    return spread >= fewest and ties >= _MOSTLY_SUMS * told
