"""Columns of numbers that each count another kind of people: "pupils | parents | total", "students | adults"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, number_of
from liaison_metrics.sheets.words.headers import PERSONAL
from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.titles.coming import without_number_of

_FEWEST_KINDS = 2
_SAMPLE = 300
_MOSTLY_SUMS = 0.75
"""From this share of rows on, a total is that of the kinds beside it."""

_LONGEST_LINK = 2
"""Words as short as "of" and "no" are around the word for a kind."""

_MAY_COUNT = ("", "unused", "people")
"""Meanings of columns of numbers that may be of people of one kind."""


def take_kinds_of_people(columns: Sequence[Column], table: Table) -> None:
    """Takes columns of numbers as people, all together, if each header is nothing but a word for another kind of people
    and no other column is of people: what a total says must be their sum."""
    if any(column.meaning in PERSONAL for column in columns):
        return
    numeric = [column for column in columns if column.share("number") >= MAJORITY and column.header]
    kinds = [column for column in numeric if column.meaning in _MAY_COUNT and _is_of_a_kind(column)]
    totals = [column for column in numeric if column not in kinds and has_total(column.header)]
    others = [column for column in numeric if column not in (*kinds, *totals) and column.meaning in _MAY_COUNT]
    if len({normal(one.header) for one in kinds}) < _FEWEST_KINDS or others:
        return
    if not all(_sums_up(total, kinds, table) for total in totals):
        return
    for column in kinds:
        column.meaning, column.partial, column.additional, column.age_band = "", False, "", ""
        column.codes.setdefault(VocabularyKind.GROUP, NOT_STATED)  # columns with a code of one kind add up


def _is_of_a_kind(column: Column) -> bool:
    """Whether a header is a word for people of one kind, and not for all who came."""
    form = normal(without_number_of(column.header))
    words = [word for word in form.split() if word not in tools("count_of") and len(word) > _LONGEST_LINK]
    known = values("participant") | people_words("minors") | tools("adults")
    described = column.codes.keys() <= {VocabularyKind.GROUP} and not (column.date or column.country)
    return described and len(words) == 1 and words[0] in known - people_words("people")


def _sums_up(total: Column, kinds: Sequence[Column], table: Table) -> bool:
    rows = [table.grid.rows[row] for row in islice(table.rows, _SAMPLE)]
    told = [(number_of(total.value(cells)), sum(number_of(one.value(cells)) or 0 for one in kinds)) for cells in rows]
    stated = [(whole, parts) for whole, parts in told if whole is not None]
    return sum(whole == parts for whole, parts in stated) >= _MOSTLY_SUMS * len(stated)
