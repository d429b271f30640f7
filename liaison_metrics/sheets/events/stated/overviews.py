"""Tables that repeat what other sheets of the file say: an overview of their events, or a summary of their numbers.
They leave out what the other sheets state, so they are read after these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import HeadcountRow, Reading, SourceEvent, headcount_of
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import EVENT
from liaison_metrics.sheets.words.people import BESIDE_LIST, additional_code
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PARTS, _FEWEST_PEOPLE = 2, 10
"""Smaller sums are the same by chance."""

_NEARLY_ALL = 0.9


def with_known_events(
    table: Table, columns: Sequence[Column], reading: Reading, order: DateOrder | None
) -> tuple[Table, list[Column]] | None:
    """Returns a table of events with the activity and city that other sheets state for its days, in columns of their
    own, and the days that stand in titles. None unless each of its days has one activity and city there."""
    dated = next((one for one in columns if _holds_days(one)), None)
    if dated is None:
        return None
    known = _events_by_day(table, reading)
    width = max(map(len, table.grid.rows))
    rows = [[*cells, *[None] * (width - len(cells)), None, None, None] for cells in table.grid.rows]
    filled = 0
    for row in table.rows:
        day = _day_of(dated.value(table.grid.rows[row]), order)
        if day is None:
            continue
        events = {(event.activity, event.city) for event in known.get(day, ())}
        if len(events) != 1:
            return None
        rows[row][width:] = [*events.pop(), day]
        filled += 1
    if not filled:
        return None
    described = [
        replace(one, meaning="title") if one is dated and one.meaning == "activity" else one for one in columns
    ]
    said = {one.meaning for one in described if one.filled}
    more = [
        Column(width + at, "", kind, shares={kind: 1.0}, filled=filled, distinct=filled)
        for at, kind in enumerate(("activity", "city", "date"))
        if kind not in said
    ]
    return replace(table, grid=replace(table.grid, rows=rows)), [*described, *more]


def activity_of_day(table: Table, context: EventContext, reading: Reading, order: DateOrder | None) -> EventContext:
    """Returns the context of a list with the activity and city that an overview of the file states for its day, if it
    is one; that of people who came without having registered with the only event of the other sheets."""
    if only := _only_event_beside(table, context, reading):
        return context.with_defaults(only)
    day = context.date.in_order(order) if context.date else None
    counted = {row.event for row in reading.headcounts if row.sheet != table.grid.name}
    events = {
        (reading.events[at].activity, reading.events[at].city) for at in counted if reading.events[at].date == day
    }
    if len(events) != 1 or context.unknown:
        return context
    activity, city = events.pop()
    return context.with_defaults(EventContext(activity, city)) if context.city in (None, city) else context


def _only_event_beside(table: Table, context: EventContext, reading: Reading) -> EventContext | None:
    """Returns the only event of the other sheets if a list states none and its title, or its sheet's name, says that
    its people are not on the list of those who had registered ("Walk-ins")."""
    lines = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    beside = any(additional_code(text) in BESIDE_LIST for text in (table.grid.name, *lines))
    if not beside or context.activity or context.date or context.title or context.unknown:
        return None
    events = {row.event for row in reading.attendances if row.sheet != table.grid.name}
    events |= {row.event for row in reading.headcounts if row.sheet != table.grid.name}
    if len(events) != 1:
        return None
    event = reading.events[events.pop()]
    day = StatedDate(day=event.date, year=event.date.year)
    known = EventContext(event.activity, event.city, day, event.title)
    return known if context.city in (None, event.city) else None


def repeats_numbers(
    table: Table, columns: Sequence[Column], counted: Sequence[Column], reading: Reading, vocabulary: Vocabulary
) -> bool:
    """Returns whether the numbers of a table are those of other sheets: by city or activity, whose words stand beside
    them, or all of them together. Days that no other sheet has are of other events."""
    if any(map(_holds_days, columns)):
        return False
    people = _people_by_event(table, reading)
    everybody = sum(people.values())
    for column in counted:
        told = [
            (cells, number) for row in table.rows
            if (number := number_of(column.value(cells := table.grid.rows[row]))) is not None
        ]  # fmt: skip
        parts = [(cells, number) for cells, number in told if not any(is_total(text_of(value)) for value in cells)]
        summed = len(parts) < len(told)
        if not summed and len(parts) > _FEWEST_PARTS and parts[-1][1] == sum(number for _cells, number in parts[:-1]):
            parts.pop()  # a total under any word
        if len(parts) < _FEWEST_PARTS:
            continue
        if sum(number for _cells, number in parts) == everybody >= _FEWEST_PEOPLE:
            return True
        for kind in (VocabularyKind.CITY, VocabularyKind.ACTIVITY):
            sums = Counter[str]()
            for event, number in people.items():
                sums[getattr(event, kind.value)] += number
            named = [
                {code for value in cells if (code := vocabulary.code(kind, text_of(value)))} for cells, _number in parts
            ]
            if all(
                len(codes) == 1 and sums[codes.pop()] == number
                for codes, (_cells, number) in zip(named, parts, strict=True)
            ):
                return True
    return False


def ask_about_count(
    table: Table, columns: Sequence[Column], counted: Sequence[Column], reading: Reading, remarks: ReaderRemarks
) -> None:
    """Asks whether numbers under an unclear header are of people, unless they are those of other sheets."""
    sheet, header = table.grid.name, counted[0].header
    again = repeats_days(table, columns, counted, reading)
    if again or repeats_numbers(table, columns, counted, reading, remarks.vocabulary):
        remarks.entries.of_sheet(sheet).enter_all(table.rows, Reason.SUMMARY)
        return
    remarks.ask("column", header, Place(sheet=sheet, column=header), blocking=True)
    remarks.entries.of_sheet(sheet).enter_all(table.rows, Reason.COLUMN_ASKED)


def repeats_days(table: Table, columns: Sequence[Column], counted: Sequence[Column], reading: Reading) -> bool:
    """Returns whether numbers under an unclear header are those of other sheets, day by day ("Signatures"): each row
    with a day has as many as these list or state for it, and a row without one sums them up."""
    dated = next((one for one in columns if _holds_days(one)), None)
    known: dict[date, set[int]] = {}
    for event, people in _people_by_event(table, reading).items():
        known.setdefault(event.date, set()).add(people)
    years = {day.year for day in known}
    order, year = DateOrder(reading.order) if reading.order else None, years.pop() if len(years) == 1 else 0
    told, others = [], []
    for row in table.rows if dated else ():
        number = number_of(counted[0].value(table.grid.rows[row]))
        day = _day_of(dated.value(table.grid.rows[row]), order, year) if dated else None
        if number and day:
            told.append((day, number))
        elif number:
            others.append(number)
    whole = sum(number for _day, number in told)
    tied = all(number in known.get(day, ()) for day, number in told)
    return len(told) >= _FEWEST_PARTS and tied and all(number == whole for number in others)


def _holds_days(column: Column) -> bool:
    """Whether a column about events has days, perhaps with their titles."""
    titled = column.share("dated") >= _NEARLY_ALL and not column.share("activity")
    return bool(column.filled) and column.meaning in EVENT and (column.meaning == "date" or titled)


def _day_of(value: object, order: DateOrder | None, year: int = 0) -> date | None:
    stated = read_date(value) or next(iter(find_dates(text_of(value))), None)  # type: ignore[arg-type]
    return stated.in_order(order, year) if stated else None


def _events_by_day(table: Table, reading: Reading) -> dict[date, list[SourceEvent]]:
    found: dict[date, list[SourceEvent]] = {}
    for event in _people_by_event(table, reading):
        found.setdefault(event.date, []).append(event)
    return found


def _people_by_event(table: Table, reading: Reading) -> dict[SourceEvent, int]:
    """Returns how many people other sheets list or state for each event."""
    listed = Counter(row.event for row in reading.attendances if row.sheet != table.grid.name)
    numbers: dict[int, list[HeadcountRow]] = {}
    for row in reading.headcounts:
        if row.sheet != table.grid.name:
            numbers.setdefault(row.event, []).append(row)
    stated = {at: headcount_of(rows) for at, rows in numbers.items()}
    return {
        reading.events[at]: max(listed[at], stated.get(at, 0))
        for at in {*listed, *stated} if listed[at] or stated.get(at)
    }  # fmt: skip
