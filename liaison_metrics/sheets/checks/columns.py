"""Checks of columns: those that say something of some people and decided nothing (marks, times, numbers), and those
that may as well mean something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.checks.doubts import Doubt, events_or, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import (
    FEWEST_PEOPLE,
    LONG_LIST,
    MARKED_SHARE,
    MOST_BESIDE,
    TIMED_SHARE,
    USUAL_SHARE,
)
from liaison_metrics.sheets.model import (
    AttendanceRow,
    HeadcountRow,
    NotCountedReason,
    ReadColumn,
    Reading,
    ReadTable,
)
from liaison_metrics.sheets.words.answers import BESIDE, UNUSED, Answer
from liaison_metrics.sheets.words.cells import is_tally, is_total, letter, number_of
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import header_starts, is_planned, normal, tools
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.texts import _

_LONGEST_HEADER = 5
"""A header of more words asks a question about something else."""

_MOST_MARKS = 4
_STROKES = ("/", "|", "\\")
_TIME = re.compile(r"(?:\d{4}-\d\d-\d\d )?\d{1,2}[:.]\d{2}(?::\d\d)?(?: ?uhr| ?h)?", re.I)
_MINUTES = re.compile(r"\d{1,3} ?(?:min|minut\w*|λεπτ\w*|[’'′])\.?", re.I)
_OF_PRESENCE = ("present", "signature")
_NO_USE = ("", UNUSED, "time", "session", "registered")


def columns_in_doubt(reading: Reading, read_otherwise: Callable[[Sequence[Answer]], Reading]) -> list[Doubt]:
    """Returns doubts about columns that may as well have another meaning, if that changes a figure. *read_otherwise*
    returns what the file counts for with one more answer, as yet unchecked. Of columns that compete for one meaning,
    only the one that has it is asked about."""
    found: dict[str, Doubt] = {}
    for table in reading.tables:
        near = [column for column in table.columns if column.or_else is not None and column.header not in ("", *found)]
        held = {column.meaning for column in near}
        for column in near:
            code = column.or_else or UNUSED
            if code in held:
                continue
            try:
                other = _figures(read_otherwise([Answer("column", column.header, code)]))
            except RefusedFile:
                other = _Figures(Counter(), 0, 0)
            if other != (own := _figures(reading)):
                found[column.header] = _about_meaning(table, column, code, own, other)
    return list(found.values())


class _Figures(NamedTuple):
    """What a reading counts for: people by event and description, and how many people and events."""

    facts: Counter[tuple[str, ...]]
    people: int
    events: int


def _figures(reading: Reading) -> _Figures:
    def of(row: AttendanceRow | HeadcountRow) -> tuple[str, ...]:
        event = reading.events[row.event]
        where = (event.date.isoformat(), event.activity, event.city, event.title)
        return (*where, row.community or "", row.group or "", row.gender or "")

    facts = Counter(map(of, reading.attendances))
    for heads in reading.headcounts:
        facts[of(heads)] += heads.people
    return _Figures(facts, sum(facts.values()), len({fact[:4] for fact in facts}))


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


def marks_without_use(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about columns that mark most people and not others, and decided about none of them. Somebody is unmarked
    who has no mark in any of them: half-days are marked apart."""
    columns = [column for column in _unused(table) if _may_mark_presence(table, column) and _holds_marks(table, column)]
    if not columns:
        return
    told = {row: [(column, table.text(row, column.at)) for column in columns] for row in table.counted}
    unmarked = [row for row, marks in told.items() if not any(_is_mark(column, text) for column, text in marks)]
    if unmarked and len(unmarked) <= (1 - MARKED_SHARE) * len(table.counted):
        text = _("“{header}” marks {n} of {all} people. Were the others there?")
        yield _about_blanks(table, columns, text, unmarked)


def times_without_use(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about times of coming, minutes or initials that some people have and others, who count, don't. Their header
    is one of presence, or one that nobody knows. Under a day, an empty cell says that somebody was not there then."""
    if len(table.counted) < FEWEST_PEOPLE or _has_absent(table) or "joined" in table.columns:
        return
    for column in (one for one in table.read.columns if one.header and one.meaning in (*_NO_USE, *_OF_PRESENCE)):
        if find_dates(column.header):
            continue
        values = table.values(column)
        blank, said = values[""], [text for text in values if text]
        if not blank or not said or not _may_say_who_came(column) or blank > (1 - TIMED_SHARE) * len(table.counted):
            continue
        unmarked = [row for row in table.counted if not table.text(row, column.at)]
        if all(_TIME.fullmatch(text) or _MINUTES.fullmatch(text) for text in said):
            text = _("“{header}” has a time for {n} of {all} people. Were the others there?")
            yield _about_blanks(table, [column], text, unmarked)
        elif len(table.counted) <= LONG_LIST and all(
            _are_initials(table.text(row, column.at), table.name(row)) for row in table.counted if row not in unmarked
        ):
            text = _("“{header}” marks {n} of {all} people. Were the others there?")
            yield _about_blanks(table, [column], text, unmarked)


def _may_say_who_came(column: ReadColumn) -> bool:
    """Whether times or initials under a header may say who came: it says so, or nobody knows what it says."""
    words = set(normal(column.header).split())
    if len(words) > _LONGEST_HEADER or words & tools("certificate") or header_starts(column.header, "other_marks"):
        return False
    return header_starts(column.header, "came") or meaning_of(column.header) in ("", *_OF_PRESENCE)


def _are_initials(text: str, name: str) -> bool:
    """Whether a text is the first letters of a name's words, in any order."""
    letters = normal(text).replace(" ", "")
    return len(letters) > 1 and sorted(letters) == sorted(word[0] for word in normal(name).split())


def blank_presence(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a column for who was there that nobody filled in, if nothing else says it. Lists to sign are printed,
    so an empty column for signatures says nothing."""
    column = table.columns.get("present")
    if column is None or len(table.counted) < FEWEST_PEOPLE or len(table.counted) < len(table.attendances):
        return
    words = set(normal(column.header).split())
    if words & tools("certificate") or header_starts(column.header, "other_marks") or "signature" in table.columns:
        return
    if table.values(column).keys() == {""} and not any(table.text(row, column.at) for row in table.rows):
        text = _("“{header}” is empty for all {all} people. Were they there?")
        yield _about_blanks(table, [column], text, list(table.counted))


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
        for column in table.read.columns:
            numbers = [number_of(table.cell(row, column.at)) for row in rows]
            if any(is_tally(table.text(row, column.at)) for row in rows):
                continue  # the strokes of which the numbers say how many they are
            if column.header in used or column.meaning not in ("", UNUSED) or not _are_small(numbers, len(rows)):
                continue
            if numbers == [sum(head.people for head in heads if head.row == row) for row in rows]:
                continue
            beside = header_starts(column.header, "other_numbers") or header_starts(column.header, "beside_event")
            if is_planned(column.header) or beside or _divides(column.header, known):
                continue
            if column.header:
                yield _about_numbers(table, column, sum(number or 0 for number in numbers), BESIDE)


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
    return parts or is_total(header) or any(known.vocabulary.exact(kind, word) for kind in kinds for word in words)


def _numbers_of_rows(table: CheckedTable) -> Iterator[Doubt]:
    for column in table.read.columns:
        if column.meaning not in ("", UNUSED) or not header_starts(column.header, "so_many"):
            continue
        if header_starts(column.header, "beside_event"):  # children in care, interpreters, a household
            continue
        numbers = [number_of(table.cell(row, column.at)) for row in table.counted[:LONG_LIST]]
        more = sum(number - 1 for number in numbers if number and number > 1)
        if more and _are_small(numbers, len(table.counted)):
            yield _about_numbers(table, column, more, "people")


def _about_numbers(table: CheckedTable, column: ReadColumn, more: int, code: str) -> Doubt:
    text = _("Do the numbers under “{header}” count people who were there, beside the others?")
    return Doubt(
        "column", column.header, (code, UNUSED), text.format(header=column.header),
        people_or(table.people + more, table.people), more, table.sheet, column=column.header,
    )  # fmt: skip


def _about_blanks(table: CheckedTable, columns: Sequence[ReadColumn], text: str, rows: Sequence[int]) -> Doubt:
    header = ", ".join(column.header or letter(column.at) for column in columns)
    asked = text.format(header=header, n=fmt.number(len(table.counted) - len(rows)), all=fmt.number(len(table.counted)))
    return Doubt(
        "blank", header, ("present", "absent"), asked, people_or(table.people, table.people - len(rows)), len(rows),
        table.sheet, tuple(rows), column=columns[0].header or letter(columns[0].at),
    )  # fmt: skip


def _unused(table: CheckedTable) -> list[ReadColumn]:
    """Returns the columns that nothing uses, with or without a header."""
    return [one for one in table.read.columns if one.meaning in _NO_USE and len(table.counted) >= FEWEST_PEOPLE]


def _may_mark_presence(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether marks under a header may say who came: it isn't about something else, and no other column says it."""
    if any(row.column for row in table.attendances) or "joined" in table.columns:
        return False  # the sessions of a matrix, or the times in a report of an online meeting, decide who came
    words = set(normal(column.header).split())
    if len(words) > _LONGEST_HEADER or words & tools("certificate") or header_starts(column.header, "other_marks"):
        return False
    if meaning_of(column.header) in ("present", "session"):
        return True
    for at, rows in table.others_headed(column.header):  # where it marks few people, it is about something else
        if FEWEST_PEOPLE <= len(rows) > sum(_is_mark(column, table.text(row, at)) for row in rows) / MARKED_SHARE:
            return False
    return not (_all_signed(table) or _has_absent(table))


def _all_signed(table: CheckedTable) -> bool:
    """Whether everybody who counts has signed."""
    signed = table.columns.get("signature")
    return signed is not None and all(table.text(row, signed.at) for row in table.counted)


def _holds_marks(table: CheckedTable, column: ReadColumn) -> bool:
    values = table.values(column)
    said = {text for text in values if text}
    known = all((text in _STROKES and not column.header) or says_present(text) or says_absent(text) for text in said)
    if not 0 < len(said) <= _MOST_MARKS or not known:
        return False
    return sum(n for text, n in values.items() if _is_mark(column, text)) >= MARKED_SHARE * len(table.counted)


def _is_mark(column: ReadColumn, text: str) -> bool:
    """Whether a text marks somebody: also a stroke, where no header says that it strikes out."""
    return bool(text) and (not says_absent(text) or (not column.header and text in _STROKES))


def _has_absent(table: CheckedTable) -> bool:
    return any(row in table.rows and why is NotCountedReason.ABSENT for row, why in table.fates.not_counted.items())


def _stands_for_several(table: CheckedTable) -> bool:
    return any(row.row in table.fates.counted for row in table.headcounts)


def _are_small(numbers: list[int | None], rows: int) -> bool:
    said = [number for number in numbers if number is not None]
    if not any(said) or len(said) < USUAL_SHARE * rows or Counter(said).most_common(1)[0][1] == len(said) > 1:
        return False
    return max(said) <= MOST_BESIDE and min(said) >= 0 and said != list(range(1, len(said) + 1))
