"""Finds how a table of numbers divides people: by age, by several kinds in one column, people in addition, and columns
that sum up others by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, permutations, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.header_parts import parts_beside_age
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.headers import PERSONAL, Manner, header_meaning
from liaison_metrics.sheets.words.lists import header_starts
from liaison_metrics.sheets.words.people import WEAK_CODES, additional_code
from liaison_metrics.sheets.words.phrases.ages import age_band_of, are_hours, is_range_of_ages
from liaison_metrics.sheets.words.phrases.prose.things import is_share
from liaison_metrics.sheets.words.phrases.titles.coming import Told, counts_absent, tell_apart_who_came, told_by
from liaison_metrics.sheets.words.phrases.titles.helpers import names_helpers
from liaison_metrics.sheets.words.presence import counts_who_came
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_SAMPLE = 300
"""So many labels of a column show what it divides people by."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)
_AGE = "age"
_OF_EVENTS = ("date", "activity")
_CLEARLY_SAID = (Manner.WORD, Manner.PART)
_NAMED_KINDS = (_AGE, *(kind.value for kind in _KINDS))
_NO_LABELS = frozenset({"date", "city", "activity", "title", "session", "role", "name"})


_FEWEST_SUMMED = 2
"""So many columns, and so many rows, make a sum that is none by chance."""

_MOSTLY_SUMS = 0.75
"""From this share of rows on, a column sums up the others. The other rows have mistakes, which are asked about."""

_MOST_WALK_IN = 0.5
"""Fewer of those who registered hardly ever come, and more people hardly ever walk in."""

_MAY_COUNT_ABSENT = ("", "unused", "people", "total", "present", "registered", "notes")
"""Meanings of columns of numbers that may be of people who came, of absent ones, or of all of them."""

_MAY_LIST = ("", "unused", "people", "total", "present", "registered", "signature")
"""Meanings of columns of numbers that may be of people on a list, of those beside it, or of both."""

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
    _leave_out_other_numbers(numeric, table)
    if numeric:
        if not _take_named_kinds(columns, table, vocabulary):
            _labels(columns, table, vocabulary)
        of_others = _with_rest_of_list(columns, table) or _find_who_came(columns, table)
        of_others = of_others or _without_other_numbers(columns)
        _find_sums([column for column in columns if not any(column is one for one in of_others)], table)


def _leave_out_other_numbers(numeric: Sequence[Column], table: Table) -> None:
    """Takes away what a header seems to divide people by if its numbers are shares of them, or more than all of them
    under a word for rooms or months too ("Lokaler" beside "Deltagere")."""
    people = next((column for column in numeric if column.meaning == "people" and not column.codes), None)
    divided = [column for column in numeric if column.codes or column.country]
    for column in divided if people else ():
        more = len(divided) == 1 and header_starts(column.header, "other_numbers") and _exceeds(column, people, table)
        if is_share(column.header) or more:
            column.codes.clear()
            column.country = ""


def _exceeds(column: Column, whole: Column | None, table: Table) -> bool:
    """Whether a number of a column is larger than that of the whole beside it."""
    rows = [table.grid.rows[row] for row in islice(table.rows, _SAMPLE)] if whole else []
    return any((number_of(column.value(cells)) or 0) > (number_of(whole.value(cells)) or 0) for cells in rows if whole)


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
    parts = [" ".join(text.split()[start:]) for text in texts for start in (1, 2, 3) if column.partial]
    gendered = VocabularyKind.GENDER in column.codes
    return [*texts, *parts, *(age for text in texts if gendered for _gender, age in parts_beside_age(text))]


def _take_named_kinds(columns: Sequence[Column], table: Table, vocabulary: Vocabulary) -> bool:
    """Finds a column of labels beside one that names by what they divide people ("Gender | Women | 12"), in each row or
    once above its labels. Returns whether there is one."""
    texts = [c for c in columns if c.filled and not c.is_numeric and c.date is None and not c.codes]
    if any(column.meaning in _OF_EVENTS for column in texts):
        return False  # a log: its rows are of several events
    people = next((column for column in columns if column.is_numeric), None)
    for names, labels in pairwise(texts):
        if people is None or not any(map(_kind_named, islice(map(text_of, table.different_cells(names.at)), _SAMPLE))):
            continue
        labels.kinds = _kinds_by_row(_named_blocks(names, labels, people, table), vocabulary)
        if stated := [kind for kind in labels.kinds.values() if kind]:
            names.meaning, labels.meaning = UNUSED, stated[0]
            return True
    return False


@dataclass(slots=True)
class _NamedBlock:
    """The rows under one name of a kind, their labels, and the sum of their numbers."""

    name: str
    rows: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    people: int = 0

    def kind(self, vocabulary: Vocabulary) -> str:
        """Returns the kind that its name says, or else its labels; "" if none is known."""
        if named := _kind_named(self.name):
            return named
        known = {kind.value: sum(vocabulary.exact(kind, one) is not None for one in self.labels) for kind in _KINDS}
        known[_AGE] = sum(age_band_of(label) is not None for label in self.labels)
        most = max(known, key=lambda kind: known[kind])
        return most if known[most] >= MAJORITY * len(self.labels) else ""


def _kind_named(text: str) -> str:
    """Returns the kind that a word such as "Gender" names, "" if it names none."""
    meaning, manner = header_meaning(text)
    return meaning if meaning in _NAMED_KINDS and manner in _CLEARLY_SAID else ""


def _named_blocks(names: Column, labels: Column, people: Column, table: Table) -> list[_NamedBlock]:
    blocks: list[_NamedBlock] = []
    name = ""
    for row in table.rows:
        cells = table.grid.rows[row]
        label, begins, number = labels.text(cells), names.text(cells), number_of(people.value(cells))
        if not label:
            name = begins if number is None else ""  # else a total, or people of whom no label tells
            continue
        name = begins or name
        if name and number is not None and not is_total(label):
            if not blocks or blocks[-1].name != name:
                blocks.append(_NamedBlock(name))
            blocks[-1].rows.append(row)
            blocks[-1].labels.append(label)
            blocks[-1].people += number
    return blocks


def _kinds_by_row(blocks: Sequence[_NamedBlock], vocabulary: Vocabulary) -> dict[int, str]:
    """Returns the kind of each row in blocks of two kinds or more, "" in other blocks of as many people as one of
    these; none if a kind has several blocks: those may be of several events."""
    kinds = [block.kind(vocabulary) for block in blocks]
    known = list(filter(None, kinds))
    if len(set(known)) < max(_FEWEST_SUMMED, len(known)):
        return {}
    sums = {block.people for block, kind in zip(blocks, kinds, strict=True) if kind}
    return {
        row: kind
        for block, kind in zip(blocks, kinds, strict=True)
        if kind or block.people in sums
        for row in block.rows
    }


def _labels(columns: Sequence[Column], table: Table, vocabulary: Vocabulary) -> None:
    """Finds a column of labels that are ages, or of labels of several kinds ("Women", "Men", "Syrian", "18-24")."""
    known = {column.meaning for column in columns}
    for column in columns:
        if column.meaning in _NO_LABELS or column.codes or column.date or column.share("number") >= MAJORITY:
            continue
        if names_helpers(column.header) and column.said != "community":
            continue
        texts = [text for text in islice(map(text_of, table.values(column.at)), _SAMPLE) if not is_total(text)]
        ages = 0 if are_hours(texts) and column.said != "age" else sum(age_band_of(text) is not None for text in texts)
        if texts and ages >= MAJORITY * len(texts) and column.said != "time":
            column.meaning = "age"
        elif column.meaning in ("", "group", "community", "gender", "age", "unused", "people") and len(texts) > 1:
            kinds = {kind: sum(vocabulary.exact(kind, text) is not None for text in texts) for kind in _KINDS}
            most = max(_KINDS, key=lambda kind: kinds[kind])
            mixed = sum(number > 0 for number in kinds.values()) + (ages > 0) > 1
            labelled = sum(kinds.values()) + ages >= MAJORITY * len(texts)
            others = known & {kind.value for kind in _KINDS} - {column.meaning}
            if mixed and labelled and kinds[most] > 1 and not others:
                column.meaning = most.value


def _find_sums(columns: Sequence[Column], table: Table) -> None:
    """Gives columns that sum up those beside them the meaning "total". Such a sum includes "others" among its parts:
    they are no people in addition to it."""
    numeric = [
        c for c in columns
        if c.share("number") >= MAJORITY and (c.meaning in _MAY_BE_SUM or c.date or _is_of_all_pupils(c))
    ]  # fmt: skip
    if len(numeric) <= _FEWEST_SUMMED:
        return
    for column in numeric:
        whole = _is_of_all_pupils(column)
        if (column.codes and not whole) or column.date or column.country or column.age_band:
            continue
        parts = next((run for run in _runs_beside(column, columns, numeric) if _sums_up(column, run, table)), None)
        if parts is not None and (not whole or any(VocabularyKind.GENDER in part.codes for part in parts)):
            column.codes.pop(VocabularyKind.GROUP, None)  # "Pupils present" beside girls and boys
            column.meaning, column.additional = "total", ""
            for part in parts:
                part.additional = "" if part.additional in WEAK_CODES else part.additional


def _is_of_all_pupils(column: Column) -> bool:
    """Whether a column is of the people of one group who were there, who may be girls and boys beside it."""
    return column.meaning in ("present", "people") and column.codes.keys() == {VocabularyKind.GROUP}


def _with_rest_of_list(columns: Sequence[Column], table: Table) -> list[Column]:
    """Takes one column of numbers as all people if it is the sum of those on a list and of those beside it ("Signed the
    list | Came without signing | All"). Returns these two columns."""
    numeric = [c for c in columns if c.share("number") >= MAJORITY and c.meaning in _MAY_LIST]
    numeric = [c for c in numeric if not (c.date or c.codes or c.country or c.age_band)]
    for whole, listed, rest in permutations(numeric, 3):
        beside = bool(rest.additional) and rest.additional not in WEAK_CODES and not counts_absent(rest.header)
        if beside and not listed.additional and _sums_up(whole, [listed, rest], table):
            whole.meaning, whole.additional, whole.partial = "total", "", False
            for column in (listed, rest):
                column.meaning, column.additional = UNUSED, ""
            return [listed, rest]
    return []


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


def _without_other_numbers(columns: Sequence[Column]) -> list[Column]:
    """Takes the only column of those who came as the people, where the headers of the other numbers of the same events
    say that these are of others or of things ("Seats | Guests | Helpers"). Returns the other columns."""
    if not any(column.meaning in _OF_EVENTS and column.filled for column in columns):
        return []
    numeric = [c for c in columns if c.share("number") >= MAJORITY and c.meaning not in _OF_EVENTS and not c.date]
    numeric = [c for c in numeric if c.header and not (c.codes or c.country or c.age_band)]
    told = {c.at: told_by(c.header) for c in numeric}
    others = [c for c in numeric if told[c.at] is Told.OTHERS and not c.additional]
    for kind in (Told.CAME, Told.PEOPLE):
        found = [c for c in numeric if told[c.at] is kind]
        if found and (len(found) > 1 or not others or (kind is Told.PEOPLE and found[0].additional)):
            return []
        if found:
            found[0].meaning, found[0].additional, found[0].partial = "people", "", False
            for column in others:
                column.meaning, column.additional = UNUSED, ""
            return others
    return []


def _runs_beside(column: Column, columns: Sequence[Column], numeric: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """Yields the runs of at least two columns of numbers right before a column, and right after it, the longest
    first; none of those who came beside others."""
    at = next(place for place, one in enumerate(columns) if one is column)
    for side in (columns[:at][::-1], columns[at + 1 :]):
        beside = list(takewhile(lambda one: any(one is other for other in numeric), side))
        runs = (beside[:length] for length in range(len(beside), _FEWEST_SUMMED - 1, -1))
        yield from (run for run in runs if not tell_apart_who_came([one.header for one in run if not one.codes]))


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
