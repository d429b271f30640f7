"""Checks of the days on which events took place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from liaison_metrics import format as fmt
from liaison_metrics.sheets.checks.doubts import EVENT, NOTE, Doubt, events_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import FEWEST_EVENTS, SMALLEST_EVENT
from liaison_metrics.sheets.model import ReadColumn
from liaison_metrics.sheets.tables.text_lines import after_called_off
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.texts import _, ngettext

_LONGEST_EVENT = 3
"""Days of one event follow each other."""

_MONTHS = 12

_LONGEST_BARE = len("ημερομηνία")
"""A longer word for a date says of what it is ("Veranstaltungsdatum")."""

_ONE_TO_ONE = frozenset({"interview"})
"""Activities that one person at a time takes part in."""


def events_of_few(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about many events of one or two people that a column of dates makes."""
    column = _date_column(table)
    if column is None or len(table.events) < FEWEST_EVENTS or max(table.events.values()) > SMALLEST_EVENT:
        return
    activities = {table.reading.events[event].activity for event in table.events}
    if table.columns.keys() & {"activity", "title", "city"} or activities & _ONE_TO_ONE:
        return
    text = _(
        "The dates under “{header}” make {n} events of one or two people. Did the events take place on these days?"
    )
    yield _about_dates(
        table, column, text.format(header=column.header, n=fmt.number(len(table.events))), (len(table.events), 1)
    )


def title_of_another_day(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks if the only day above a table isn't among the days under its dates."""
    column = _date_column(table)
    if column is None or not table.events:
        return
    above = {day for row in table.lines_above() for day in _days_of_line(table, row)}
    days = _days(table)
    if len(above) == 1 and not above & days and not min(days) < min(above) < max(days):
        day = min(above)
        text = _("The text above says {day}, but the dates under “{header}” are others. Are these the events’ days?")
        figures = (len(days), 1)
        yield _about_dates(table, column, text.format(day=fmt.day(day), header=column.header), figures)


def another_day_than_said(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks if a sheet's only event has another day than the person said. What the sheet says counts meanwhile."""
    said, days = known.hints.date, _days(table)
    if said is None or not days or said in days:
        return
    if len(days) > 1:
        column = _date_column(table)
        several = len(days) >= FEWEST_EVENTS and bool(table.events)
        if column is not None and several and not min(days) < said < max(days):
            text = _("You said {day}, but the dates under “{header}” are others. Are these the events’ days?")
            yield _about_dates(table, column, text.format(day=fmt.day(said), header=column.header), (len(days), 1))
        return
    day = min(days)
    words = {"day": fmt.day(day), "said": fmt.day(said)}
    if column := _date_column(table):
        text = _("The dates under “{header}” say {day}, but you said {said}. Did the event take place on {day}?")
        asked = text.format(header=column.header, **words)
        yield Doubt(
            "column", column.header, ("date", UNUSED), asked, "", table.people, table.sheet, column=column.header
        )
        return
    asked = _("The sheet says {day}, but you said {said}. On which day did the event take place?").format(**words)
    codes = (day.isoformat(), said.isoformat())
    yield Doubt("day", table.sheet, codes, asked, "", table.people, table.sheet)


def lines_of_two_days(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks if two lines above a table of one event state different days. A day within a title that is labelled as such
    is a part of a name."""
    days = _days(table)
    if len(days) != 1 or _date_column(table):
        return
    lines_above = list(table.lines_above())
    if not lines_above:
        return  # nearly all parts of a sheet of many tables
    first = after_called_off(table.grid, lines_above[0] - 1, (table.read.header_row or table.rows.start) - 1)
    rows = [row for row in lines_above if row > first and not _names_the_title(table, row)]
    told = [_days_of_line(table, row) for row in rows]
    rows_of_two = [row for row, days_of_line in zip(rows, told, strict=True) if len(set(days_of_line)) > 1]
    lines = [found for days_of_line in told if (found := set(days_of_line))]
    above = set().union(*lines)
    one_each = all(len(line) == 1 for line in lines) or _are_days_apart(table, rows_of_two, above)
    if len(above) == 2 and one_each and days <= above and known.hints.date not in days:
        one, other = sorted(above)
        text = _("The text above says {one} and {other}. On which day did the event take place?")
        asked = text.format(one=fmt.day(one), other=fmt.day(other))
        yield Doubt("day", table.sheet, (one.isoformat(), other.isoformat()), asked, "", table.people, table.sheet)


def another_day_elsewhere(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks if the name of the sheet, or a line below its list, states the event's day with day and month exchanged, or
    a line there that is labelled as the day of the event states another one. Other days there are when somebody
    signed."""
    days = _days(table)
    if len(days) != 1 or known.hints.date in days or not table.is_first:
        return
    day = min(days)
    exchanged = date(day.year, day.day, day.month) if day.day <= _MONTHS else day
    lines = [row for row in (*table.lost, *table.lines_below()) if row > max(table.counted, default=0)]
    told = {one for row in lines for one in _days_of_line(table, row) if one == exchanged or _is_labelled(table, row)}
    named = read_date(table.sheet) or next(iter(find_dates(table.sheet)), None)
    told |= {exchanged} if named and named.year and _day(named, table.reading.order) == exchanged else set()
    told -= {event.date for event in table.reading.events} - days  # the next list on the sheet has its own day
    if len(told | days) == 2:
        one, other = sorted(told | days)
        text = _("The sheet says {one} in one place and {other} in another. On which day did the event take place?")
        asked = text.format(one=fmt.day(one), other=fmt.day(other))
        yield Doubt("day", table.sheet, (one.isoformat(), other.isoformat()), asked, "", table.people, table.sheet)


def _is_labelled(table: CheckedTable, row: int) -> bool:
    """Whether a line begins with a label for the day of an event ("Held on", "Datum der Sitzung"). "Date" alone, or
    with a place, also stands beside a signature."""
    first = next((text for value in table.grid.rows[row - 1] if (text := text_of(value))), "")
    label = first.partition(":")[0].strip()
    words = normal(label).split()
    whole = len(words) > 1 or len(label) > _LONGEST_BARE
    return whole and is_header_word(label) and meaning_of(label) == "date" and people_words("and").isdisjoint(words)


def _are_days_apart(table: CheckedTable, rows: Sequence[int], days: Collection[date]) -> bool:
    """Whether a line joins two days by "and" that are further apart than those of one event."""
    words = {word for row in rows for text in table.texts(row) for word in normal(text).split()}
    apart = len(rows) == 1 and (max(days) - min(days)).days > _LONGEST_EVENT
    return apart and not words.isdisjoint(people_words("and"))


def dated_lines(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line with another day inside a table of one event: does it begin another event?"""
    days = _days(table)
    if len(days) != 1:
        return
    lines = [row for row in table.lost if set(_days_of_line(table, row)) - days]
    for line in lines:
        end = next((row for row in lines if row > line), table.rows.stop)
        below = tuple(row for row in table.counted if line < row < end)
        day = next(one for one in _days_of_line(table, line) if one not in days)
        if below:
            told = " ".join(table.texts(line))
            text = ngettext(
                "Does “{line}” begin another event? {n} person stands below it.",
                "Does “{line}” begin another event? {n} people stand below it.",
                len(below),
            ).format(line=told, n=fmt.number(len(below)))
            yield Doubt("heading", told, (EVENT, NOTE), text, events_or(2, 1), len(below), table.sheet, below, day=day)


def _about_dates(table: CheckedTable, column: ReadColumn, text: str, events: tuple[int, int]) -> Doubt:
    figures = events_or(*events) if events[0] != events[1] else ""
    return Doubt(
        "column", column.header, ("date", UNUSED), text, figures, table.people, table.sheet, tuple(table.counted),
        column=column.header, blocking=True,
    )  # fmt: skip


def _date_column(table: CheckedTable) -> ReadColumn | None:
    return table.columns.get("date")


def _days(table: CheckedTable) -> set[date]:
    heads = {row.event for row in table.headcounts}
    return {table.reading.events[event].date for event in (*table.events, *heads)}


def _days_of_line(table: CheckedTable, row: int) -> list[date]:
    """Returns the whole dates in a line of text, unless it is about another day: a deadline, the next meeting."""
    found: list[date] = []
    for value in table.grid.rows[row - 1]:
        words = f" {normal(text_of(value))} "
        if has_phrase(words, tools("another_day") | tools("not_of_the_event")):
            return []
        whole = read_date(value)
        stated = [whole] if whole else find_dates(value) if isinstance(value, str) else []
        found += [day for one in stated if one.year and (day := _day(one, table.reading.order))]
    return found


def _names_the_title(table: CheckedTable, row: int) -> bool:
    first = next((text for value in table.grid.rows[row - 1] if (text := text_of(value))), "")
    return meaning_of(first.partition(":")[0]) == "title"


def _day(stated: StatedDate, order: str) -> date | None:
    return stated.in_order(DateOrder(order) if order else None)
