"""People without a mark or a time that others have, of whom the sheet itself says that they did not come: a number of
those who came is that of the others, or the times are those at which some of the registered people arrived."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from liaison_metrics.sheets.checks.doubts import Doubt
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.sums.totals import says_they_were_there
from liaison_metrics.sheets.checks.topics.unused_marks import about_blanks, is_mark, marking_columns, may_say_who_came
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.model import Cell, NotCountedReason, ReadColumn
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, read_date
from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, tools
from liaison_metrics.sheets.words.people import PRESENT, statements_among
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.titles.documents import document_named
from liaison_metrics.sheets.words.presence import names_registration, wants_to_come

_SMALLEST = 4
"""A smaller number fits by chance."""

_FEWEST_TIMED = 5
_TIMED_SHARE = 1 / 3
"""So many of those who registered came, at least."""

_PLANNED = 5
"""Minutes between times that somebody plans, such as 10:15."""

_OWN_TIMES = 0.8
"""From this share of different times on, people came one by one: several chose the same slot, or the same train."""

_LONGEST_ARRIVAL = 5 * 60
"""Minutes between the first who came and the last."""

_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?\b")
_CLOCK_BESIDE_DATE = re.compile(r"\b(\d{1,2}):(\d{2})")


def people_told_absent(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Yields the doubts about people without a mark or a time whom the sheet says to have stayed away."""
    if len(table.events) != 1 or any(row.column for row in table.attendances):
        return
    if any(table.fates.not_counted.get(row) is NotCountedReason.ABSENT for row in table.rows):
        return
    found = [*_times_of_some(table), *_marks_of_stated(table, known)]
    if len(found) == 1:
        column, rows = found[0]
        yield about_blanks(table, [column], "", rows)


def _marks_of_stated(table: CheckedTable, known: Circumstances) -> Iterator[tuple[ReadColumn, list[int]]]:
    """Yields columns of marks with the people who have none, if the sheet states as many people as are left."""
    columns = marking_columns(table, known)
    stated = _stated(table) if columns else set()
    people = _people_on_sheet(table)
    if not stated or people in stated:
        return
    for column in columns:
        marked = [row for row in table.counted if is_mark(column, table.text(row, column.at))]
        others = [row for row in table.counted if row not in marked]
        struck = [row for row in others if table.text(row, column.at)]
        above = [row for row in others if marked and row < marked[-1]]
        fitting = {tuple(rows) for rows in (others, struck, above) if rows and people - len(rows) in stated}
        if len(fitting) == 1:
            yield column, list(*fitting)


def _stated(table: CheckedTable) -> set[int]:
    """Returns the numbers that the sheet states of those who were there."""
    found: set[int] = set()
    heads = [one for one in table.reading.headcounts if one.sheet == table.sheet and not one.additional]
    for row, cells in enumerate(table.grid.rows, 1):
        texts = [text for value in cells if (text := text_of(value))]
        if row in table.fates.counted or not texts or any(map(_is_of_wishes, texts)):
            continue
        found |= {one.people for one in heads if one.row == row}
        found |= {one.people for one in statements_among(cells) if one.kind == PRESENT}
        if says_they_were_there(texts):
            found |= {one.people for one in told_in_row(cells) if one.kind == "total"}
    return {people for people in found if people >= _SMALLEST}


def _is_of_wishes(text: str) -> bool:
    """Whether a line is of people who registered, or want to come."""
    later = evidence("of_later") | evidence("would_have") | tools("registered")
    return names_registration(text) or wants_to_come(text) or has_phrase(f" {normal(text)} ", later)


def _people_on_sheet(table: CheckedTable) -> int:
    """Returns how many people the sheet lists, and puts beside its lists."""
    listed = {row.row for row in table.reading.attendances if row.sheet == table.sheet}
    beside = (one.people for one in table.reading.headcounts if one.sheet == table.sheet and one.additional)
    return len(listed) + sum(beside)


def _times_of_some(table: CheckedTable) -> Iterator[tuple[ReadColumn, list[int]]]:
    """Yields columns with times at which some of the registered people arrived, with the others: nobody plans such
    times, and hardly two are the same."""
    if not _is_of_registered(table):
        return
    day = table.reading.events[next(iter(table.events))].date
    for column in table.read.columns:
        if column.meaning not in ("", "unused", "time", "date", "joined") or not _may_head_arrivals(column.header):
            continue
        came = [row for row in table.counted if normal(table.text(row, column.at))]
        others = [row for row in table.counted if row not in came]
        few = len(came) < max(_FEWEST_TIMED, _TIMED_SHARE * len(table.counted))
        if others and not few and _are_arrivals([table.cell(row, column.at) for row in came], day):
            yield column, others


def _is_of_registered(table: CheckedTable) -> bool:
    """Whether a title, the sheet's name or a header says that people registered."""
    above = [text for row in table.lines_above() for text in table.texts(row)]
    registered = any(names_registration(column.header) for column in table.read.columns)
    return registered or document_named([*above, table.sheet]) == "registrations"


def _may_head_arrivals(header: str) -> bool:
    """Whether a header of times may be of arrivals: it says so, or nobody knows what it says."""
    if not header or header_starts(header, "planned_times") or names_registration(header):
        return False
    return may_say_who_came(header)


def _are_arrivals(values: Sequence[Cell], day: date) -> bool:
    """Whether values are times of one day that nobody plans, with no date or that of the event."""
    dotted = all(_CLOCK.fullmatch(text_of(value)) for value in values) and any(read_date(one) is None for one in values)
    if not dotted and not all(has_time(value, day) for value in values):
        return False
    minutes = [_minutes(value) for value in values]
    unplanned = sum(minute % _PLANNED > 0 for minute in minutes)
    own = len(set(map(text_of, values))) >= _OWN_TIMES * len(values)
    return own and 2 * unplanned >= len(minutes) and max(minutes) - min(minutes) <= _LONGEST_ARRIVAL


def _minutes(value: Cell) -> int:
    text = text_of(value)
    found = _CLOCK_BESIDE_DATE.search(text) or _CLOCK.search(text)
    return 60 * int(found[1]) + int(found[2]) if found else 0


def has_time(value: Cell, day: date) -> bool:
    """Returns whether a cell is a time of day, with no date or that of a day."""
    dated = read_date(value)
    if dated is None:
        return bool(_CLOCK.search(text_of(value)))
    timed = isinstance(value, datetime) or _CLOCK_BESIDE_DATE.search(text_of(value))
    return bool(timed) and day in {dated.in_order(order, day.year) for order in DateOrder}
