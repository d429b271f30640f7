"""Reads of whom a number of people is: community, group, gender and age band, from labels in its row and its header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell, HeadcountRow, SourceEvent
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_not_stated, is_total, text_of
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.phrases.numbers import names_where_counted
from liaison_metrics.sheets.words.phrases.origins.understood import (
    changes_figures,
    none_among,
)
from liaison_metrics.sheets.words.vocabulary import Vocabulary

Codes = dict[str, str | None]
"""The code of each kind of breakdown; None where the sheet says nothing about the kind."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
_AGE = "age_band"
OPEN = (None, NOT_STATED)
"""Codes of labels that do not show by what their block divides people."""


_OF_NUMBERS = ("people", "total", "number", "present")
"""Labels of a row of numbers ("Number | 8 | 5") that name nobody."""


class PeopleCodeReader:
    """Reads the codes of the numbers in one table. *columns* are its columns of labels by meaning."""

    def __init__(
        self, columns: Mapping[str, Column], vocabulary: Vocabulary, remarks: ReaderRemarks, table: Table
    ) -> None:
        self.vocabulary, self.remarks, self.sheet = vocabulary, remarks, table.grid.name
        names = {**{kind.value: kind.value for kind in _KINDS}, "age": _AGE}
        self._labels = {kind: columns[meaning] for meaning, kind in names.items() if meaning in columns}
        rows = [table.grid.rows[row] for row in table.rows]
        self._above = {
            (kind, row + 1): text
            for kind, column in self._labels.items()
            for row, text in _labels_above(column, table, [c for c in self._labels.values() if c.at > column.at])
        }
        texts = {normal(column.text(cells)) for column in self._labels.values() for cells in rows}
        told = {column.text(cells) for cells in rows} if (column := self._labels.get("community")) else set[str]()
        self._no_communities = none_among(told, column.header if column else "", vocabulary)
        self._divides_by_age = bool(texts & (tools("parts_of_people") - people_words("minors")))
        self._kinds_of_rows = {
            (kind, row): stated
            for kind, column in self._labels.items()
            for block in _blocks(table)
            if (stated := self._kind_of_block(kind, [column.text(table.grid.rows[row]) for row in block]))
            for row in block
        }

    def of_header(self, column: Column, city: str) -> Codes:
        """Returns the codes that a column's header states."""
        home = self.vocabulary.local_community(column.country, city) if column.country else None
        codes: Codes = {kind.value: column.codes.get(kind) for kind in _KINDS}
        return codes | {"community": home or codes["community"], _AGE: column.age_band or None}

    def of_labels(self, cells: Sequence[Cell], row: int, event: SourceEvent, *, ask: bool) -> Codes:
        """Returns the codes that a row's labels state. Asks about unknown words if *ask*."""
        codes: Codes = {}
        for kind, column in self._labels.items():
            text = column.text(cells) or self._above.get((kind, row), "")
            stated, code = self._label(kind, text, event.city, row)
            known = meaning_of(text) in _OF_NUMBERS or self._no_communities.says_nothing(stated, text)
            if code is None and ask and not known:
                presumed = stated == VocabularyKind.GROUP.value and not changes_figures(text, event, self.vocabulary)
                place = Place(sheet=self.sheet, row=row, column=column.header)
                (self.remarks.presume if presumed else self.remarks.ask)(stated, text, place)
            if stated not in codes:
                codes[stated] = code or NOT_STATED
            if stated != _AGE and normal(text) in people_words("minors"):
                codes[_AGE] = age_band_of(text)
        return codes

    def labelled_kind(self, cells: Sequence[Cell], row: int) -> str:
        """Returns the kind of a row's label where it isn't its column's kind: "gender" for "Women" among communities. A
        column of several kinds divides the same people more than once."""
        for kind, column in self._labels.items():
            stated, _code = self._label(kind, column.text(cells), "", row)
            if stated != kind:
                return stated
        return ""

    def _kind_of_block(self, kind: str, texts: Sequence[str]) -> str:
        """Returns the kind by which the labels of a block divide people if it isn't their column's *kind*: that of all
        labels that are known. "" if there is none."""
        labels = [self._own_label(kind, text, "") for text in texts]
        found = {stated for stated, code in labels if code not in OPEN}
        return found.pop() if len(found) == 1 and kind not in found else ""

    def _label(self, kind: str, text: str, city: str, row: int) -> tuple[str, str | None]:
        """Returns the kind and the code of a label in a column of a kind, in a row whose block may be of another kind
        ("Not stated" below women and men); the code is None for an unknown word."""
        if named := self._labels[kind].kinds.get(row - 1):
            return self._label_of(_AGE if named == "age" else named, text, city)
        stated, code = self._own_label(kind, text, city)
        of_block = self._kinds_of_rows.get((kind, row - 1), "") if code in OPEN else ""
        return of_block or stated, code

    def _own_label(self, kind: str, text: str, city: str) -> tuple[str, str | None]:
        """Returns the kind and the code that a label has by itself in a column of a kind."""
        if kind == _AGE or not text or is_not_stated(text):
            return self._label_of(kind, text, city)
        own = VocabularyKind(kind)
        if code := self.vocabulary.exact(own, text):
            return kind, code
        for other in _KINDS:
            if code := self.vocabulary.exact(other, text):
                return (other.value, code) if other.value not in self._labels else (kind, NOT_STATED)
        if normal(text) in people_words("minors") and not self._divides_by_age:
            return kind, NOT_STATED  # children beside women and men
        if band := age_band_of(text):
            return (_AGE, band) if _AGE not in self._labels else (kind, NOT_STATED)
        return self._label_of(kind, text, city)

    def _label_of(self, kind: str, text: str, city: str) -> tuple[str, str | None]:
        """Returns a kind and the code of it that a label names."""
        if kind == _AGE or not text or is_not_stated(text):
            return kind, (age_band_of(text) if kind == _AGE else None) or NOT_STATED
        own = VocabularyKind(kind)
        code = self.vocabulary.code(own, text)
        if code is None and own is VocabularyKind.COMMUNITY:
            code = self.vocabulary.local_community(self.vocabulary.country(text), city)
        return kind, code


def _blocks(table: Table) -> Iterator[list[int]]:
    """Yields the runs of rows between empty rows and totals."""
    block: list[int] = []
    for row in table.rows:
        texts = list(filter(None, map(text_of, table.grid.rows[row])))
        if texts and not is_total(texts[0]):
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block


def tells_whose(column: Column) -> bool:
    """Returns whether the header of a column of several says which people it counts: of what kind or day they are, or
    where they came in."""
    named = names_where_counted(column.header) or normal(column.header) in tools("parts_of_people")
    return bool(column.codes or column.date or named)


def _labels_above(column: Column, table: Table, others: Sequence[Column]) -> Iterator[tuple[int, str]]:
    """Yields the rows without a label of their own, each with the one above that holds for them too: it stands once
    before several others ("Turkish | f", then "m"), of which none comes twice."""
    above, seen = "", set[tuple[str, ...]]()
    for row in table.rows:
        cells = table.grid.rows[row]
        beside = tuple(other.text(cells) for other in others)
        first = next(filter(None, map(text_of, cells)), "")
        if text := column.text(cells):
            above, seen = "" if is_total(text) else text, {beside}
        elif is_total(first) or not any(beside) or beside in seen:
            above = ""
        elif above:
            seen.add(beside)
            yield row, above


def complete_kinds(headcounts: list[HeadcountRow], divisions: Iterable[Sequence[int]]) -> None:
    """Sets "not_stated" for the kinds that other rows of the same division state. *divisions* are positions of rows."""
    for positions in divisions:
        kinds = frozenset[str]().union(*(headcounts[position].kinds for position in positions))
        for position in positions:
            row = headcounts[position]
            if row.kinds == kinds:
                continue
            rest = dict.fromkeys(kinds, NOT_STATED)
            headcounts[position] = replace(
                row,
                community=row.community or rest.get("community"),
                group=row.group or rest.get("group"),
                gender=row.gender or rest.get("gender"),
                age_band=row.age_band or rest.get(_AGE),
            )
