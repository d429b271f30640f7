"""Drops headcounts that repeat what other sheets of the file list person by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from liaison_metrics.errors import Place
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import is_sum_column
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.headcounts.beside_lists.equations import speaks_of_others
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import explains_others
from liaison_metrics.sheets.headcounts.statements import people_in_text
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid, HeadcountRow, NotCountedReason, Reading, SourceEvent, headcount_of
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import has_total, is_total, number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.lists import additional_words, is_planned, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import (
    BESIDE_LIST,
    PART,
    additional_code,
    statements_of,
)
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.numbers import is_part
from liaison_metrics.sheets.words.presence import says_absent
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FIRST_LINES = 5
"""Lines of a sheet that say what it is about."""

_MOST_BEYOND = 3
"""A total of more than so many times the list is of something else."""

_SHORTEST_TOPIC = 4
"""Shorter words of a title ("the", "und") say nothing of its topic."""


_FEWEST_AGAIN = 2
"""Two sheets about one event may each have as many people of their own."""


def drop_total_rows(reading: Reading, grids: Sequence[Grid], remarks: ReaderRemarks) -> None:
    """Drops the headcounts of sheets that sum up another sheet's list of people.

    A headcount is dropped if it equals the list, perhaps with the people whom its sheet puts beside it, or if the
    sheet's name says it is a summary. In the second case, a different number raises a question unless a remark says
    why, and the list counts until it is answered. Other numbers are people the list doesn't have.
    """
    occasion = [(event.activity, event.city, event.date) for event in reading.events]
    listed = Counter(occasion[row.event] for row in reading.attendances)
    where = {occasion[row.event]: row.sheet for row in reading.attendances}
    elsewhere = [row for row in reading.headcounts if where.get(occasion[row.event], row.sheet) != row.sheet]
    again = [row for row in elsewhere if not row.additional]
    stated = {about: headcount_of(row for row in again if occasion[row.event] == about) for about in set(occasion)}
    added = Counter[object]()
    for row in elsewhere:
        added[occasion[row.event]] += row.people if row.additional else 0
    left_out = []
    for row in again:
        event = occasion[row.event]
        if stated[event] in (listed[event], listed[event] + added[event]):
            left_out.append(row)
        elif _says_why(row, stated[event] - listed[event], grids):
            continue
        elif set(normal(row.sheet).split()) & tools("summary"):
            left_out.append(row)
            place = Place(sheet=row.sheet, row=row.row, column=row.column)
            remarks.ask("total", str(stated[event]), place, against=listed[event])
    parts = Counter((table.sheet, table.header_row) for table in reading.tables if table.header_row)
    beside = {sheet for (sheet, _header), number in parts.items() if number > 1}
    again = [row for row in reading.headcounts if row.sheet in beside and row not in elsewhere]
    again = [row for row in again if _restates(row, listed[occasion[row.event]])]
    left_out += again
    kept = [row for row in reading.headcounts if row not in left_out]
    reading.headcounts = [_of_listed_event(row, reading, grids) if row in elsewhere else row for row in kept]
    reading.rows_read -= len(left_out)
    for row in left_out:
        remarks.entries.enter(row.sheet, row.row, Reason.ADDS_UP if row in again else Reason.SUMMARY)


def _restates(row: HeadcountRow, listed: int) -> bool:
    """Whether a number says of a list in parts side by side how many people it has, and nothing else of them."""
    divided = row.community or row.gender or row.group or row.age_band
    return not (row.additional or divided) and row.people == listed > 0


def drop_repeats(reading: Reading, remarks: ReaderRemarks) -> None:
    """Drops the headcounts of a sheet that only says again, event by event, what other sheets of the file state of two
    or more events; of a sheet named as a summary, also of one. Another number for one of them is asked about."""
    plain = [row for row in reading.headcounts if not row.additional]
    rows: dict[str, dict[object, list[HeadcountRow]]] = {}
    for row in plain:
        rows.setdefault(row.sheet, {}).setdefault(_about(reading, row), []).append(row)
    stated = {sheet: {about: headcount_of(told) for about, told in own.items()} for sheet, own in rows.items()}
    for sheet, own in stated.items():
        others = Counter[object]()
        for other in (one for name, one in stated.items() if name != sheet):
            others.update(other)
        same = [about for about, people in own.items() if others[about] == people]
        named = bool(set(normal(sheet).split()) & tools("summary"))
        if not all(others[about] for about in own) or len(same) < (1 if named else _FEWEST_AGAIN):
            continue
        again = [row for row in plain if row.sheet == sheet]
        for row in again:
            remarks.entries.enter(sheet, row.row, Reason.SUMMARY)
            if (about := _about(reading, row)) not in same:
                remarks.ask("total", str(own[about]), Place(sheet=sheet, row=row.row), against=others[about])
        reading.headcounts = [row for row in reading.headcounts if row not in again]
        reading.rows_read -= len(again)
        return


def _about(reading: Reading, row: HeadcountRow) -> tuple[object, ...]:
    event = reading.events[row.event]
    return (event.activity, event.city, event.date)


def _says_why(row: HeadcountRow, more: int, grids: Sequence[Grid]) -> bool:
    """Whether a remark or a number beside a number says why it has so many more people than the list."""
    if more > 0 and _counts_others(row, more, grids):
        return True
    cells = _grid(grids, row.sheet).rows[row.row - 1]
    beside = (statement for value in cells if isinstance(value, str) for statement in statements_of(text_of(value)))
    among = any(one.people == more and (one.kind == PART or one.is_additional) for one in beside)
    return more > 0 and (among or explains_others(cells, more))


def _counts_others(row: HeadcountRow, more: int, grids: Sequence[Grid]) -> bool:
    """Whether a number of so many stands beside a number, under a header for people whom the list has not ("of whom
    guests without an entry")."""
    rows = _grid(grids, row.sheet).rows
    same = [at for at, value in enumerate(rows[row.row - 1]) if number_of(value) == more]
    above = {at: next((text for cells in rows[row.row - 2 :: -1] if (text := _words_at(cells, at))), "") for at in same}
    return any(_heads_others(header) for at, header in above.items() if header and header != row.column)


def _words_at(cells: Sequence[Cell], at: int) -> str:
    text = text_of(cells[at]) if at < len(cells) else ""
    return text if any(map(str.isalpha, text)) else ""


def _heads_others(header: str) -> bool:
    said, words = f" {normal(header)} ", set(normal(header).split())
    of_kind = words & (tools("gender_heading") | tools("adults") | people_words("minors"))
    beside = any(f" {phrase} " in said for phrase in additional_words()) or not values("withheld").isdisjoint(words)
    return not of_kind and not speaks_of_others(header) and (beside or is_part(f"{header} ?"))


def _grid(grids: Sequence[Grid], sheet: str) -> Grid:
    return next(grid for grid in grids if grid.name == sheet)


def _of_listed_event(row: HeadcountRow, reading: Reading, grids: Sequence[Grid]) -> HeadcountRow:
    """Returns a headcount as one of the event that another sheet lists, if the two are one: one has no title, or that
    sheet's name or first lines have a word of the headcount's title; and each is the only one of its day."""
    event = reading.events[row.event]
    same = {
        at for at, one in enumerate(reading.events)
        if (one.activity, one.city, one.date) == (event.activity, event.city, event.date)
    }  # fmt: skip
    lists = {(one.event, one.sheet) for one in reading.attendances if one.event in same}
    stated = {one.event for one in reading.headcounts if one.event in same and one.sheet == row.sheet}
    if len(lists) != 1 or len(stated) != 1:
        return row
    at, sheet = lists.pop()
    first = [text_of(value) for cells in _grid(grids, sheet).rows[:_FIRST_LINES] for value in cells]
    titles = reading.events[at].title, event.title
    named = set(normal(" ".join([sheet, *titles[:1], *first])).split())
    alike = not all(titles) or any(
        len(word) >= _SHORTEST_TOPIC and word in named for word in normal(event.title).split()
    )
    return replace(row, event=at) if alike else row


class _SummaryLine(NamedTuple):
    row: int
    label: str
    people: int


def take_summary(table: Table, columns: Sequence[Column], reading: Reading, remarks: ReaderRemarks) -> None:
    """Enters the rows of a table that sums up other sheets. What it states beyond their only list counts if its words
    say that these people came too ("did not sign: 7"); a larger total that nothing explains is asked about."""
    sheet, entries = table.grid.name, remarks.entries.of_sheet(table.grid.name)
    events = {row.event for row in reading.attendances}
    listed = sum(row.sheet != sheet for row in reading.attendances)
    absent = sum(row.reason is NotCountedReason.ABSENT for row in reading.not_counted)
    stated = any(row.sheet != sheet for row in reading.headcounts)
    others = whole = None
    if len(events) == 1 and listed and not stated:
        lines = [list(_lines(table, columns)), list(_lines_across(table, columns))]
        others = next(filter(None, (_others(found, listed) for found in lines)), None)
        if not any(_did_not_come(line.label) or is_planned(line.label) for found in lines for line in found):
            whole = next(filter(None, (_larger_total(found, {listed, listed + absent}) for found in lines)), None)
    counts = others is not None and others.people != absent
    entries.enter_all((row for row in table.rows if not (counts and others and row == others.row)), Reason.SUMMARY)
    if others and counts:
        code = additional_code(others.label)
        reading.headcounts.append(HeadcountRow(events.pop(), sheet, others.row + 1, others.people, additional=code))
        reading.rows_read += 1
    elif whole:
        remarks.ask("total", str(whole.people), Place(sheet=sheet, row=whole.row + 1), against=listed)
    else:
        take_text(table.grid, EventContext(), reading, remarks.vocabulary)


def take_text(grid: Grid, said: EventContext, reading: Reading, vocabulary: Vocabulary) -> None:
    """Enters how many people a sheet of text or a summary says were there ("Counted in the hall: 26"), if they are more
    than the only list of the file has, and the sheet has *said* nothing of another event."""
    events = {row.event for row in reading.attendances}
    listed = len(reading.attendances)
    if len(events) != 1 or reading.headcounts or any(row.sheet == grid.name for row in reading.attendances):
        return
    if _is_of_another_event(said, reading.events[next(iter(events))]):
        return
    found = people_in_text(grid, vocabulary) or _total_with_walk_ins(grid, listed)
    people, (row, label) = found.get("people", 0), found.get("people_at", (0, ""))
    left_out = Counter(row.reason for row in reading.not_counted)
    known = {listed + number for number in (*left_out.values(), left_out.total())}  # the absent or the team with them
    above = [grid.name, *(text_of(value) for cells in grid.rows[:row] for value in cells)]
    plain = not (any(map(is_planned, above)) or _did_not_come(label))
    if plain and listed < people <= _MOST_BEYOND * listed and people not in known:
        reading.headcounts.append(HeadcountRow(events.pop(), grid.name, row, people))
        reading.rows_read += 1


def _total_with_walk_ins(grid: Grid, listed: int) -> dict[str, Any]:
    """Returns the total of a summary that is the *listed* people with those who came without being on the list."""
    lines = [line for row, cells in enumerate(grid.rows) if (line := count_line(row, cells))]
    sums = {listed + line.people for line in lines if line.people and additional_code(line.label) in BESIDE_LIST}
    totals = [line for line in lines if line.people in sums and has_total(line.label)]
    return {"people": totals[0].people, "people_at": (totals[0].row + 1, totals[0].label)} if len(totals) == 1 else {}


def is_sum(said: EventContext, reading: Reading) -> bool:
    """Returns whether the number of people that a sheet of text has *said*, without saying all of the event, is that of
    the only list of the file: the sheet sums it up."""
    events = {row.event for row in reading.attendances}
    if len(events) != 1 or reading.headcounts or None not in (said.activity, said.city, said.date):
        return False
    event = reading.events[next(iter(events))]
    return said.people == len(reading.attendances) and not _is_of_another_event(said, event)


def _is_of_another_event(said: EventContext, event: SourceEvent) -> bool:
    others = said.activity not in (None, event.activity) or said.city not in (None, event.city)
    return others or bool(said.date and said.date.day not in (None, event.date))


def _lines(table: Table, columns: Sequence[Column]) -> Iterator[_SummaryLine]:
    """Yields the rows of a summary with all their people: those in a column of totals, otherwise the sum."""
    numeric = [column for column in columns if column.is_numeric and column.share("date") == 0]
    sums = [column for column in numeric if is_sum_column(column)]
    for row in table.rows:
        cells = table.grid.rows[row]
        label = next((text for value in cells if isinstance(value, str) and (text := text_of(value))), "")
        people = sum(number_of(column.value(cells)) or 0 for column in (sums[-1:] or numeric))
        yield _SummaryLine(row, label, people)


def _lines_across(table: Table, columns: Sequence[Column]) -> Iterator[_SummaryLine]:
    """Yields the columns of a summary with the people of its total, or of its only row."""
    totals = [line.row for line in _lines(table, columns) if _sums_up(line.label)]
    rows = totals[-1:] or (table.rows if len(table.rows) == 1 else [])
    for column in columns:
        for row in rows:
            people = number_of(column.value(table.grid.rows[row]))
            if people is not None and column.header:
                yield _SummaryLine(row, column.header, people)


def _others(lines: Sequence[_SummaryLine], listed: int) -> _SummaryLine | None:
    """Returns the line of people who came beside so many listed: a third number is both together."""
    numbers = {line.people for line in lines}
    return next(
        (
            line for line in lines
            if additional_code(line.label) in BESIDE_LIST and not _did_not_come(line.label)
            and {listed, listed + line.people} <= numbers and line.people
        ),
        None,
    )  # fmt: skip


def _larger_total(lines: Sequence[_SummaryLine], known: set[int]) -> _SummaryLine | None:
    """Returns the line of a total that is larger than a list."""
    most = max(known)
    found = [line for line in lines if _sums_up(line.label) and most < line.people <= _MOST_BEYOND * most]
    return found[-1] if found else None


def _sums_up(label: str) -> bool:
    return is_total(label) or has_total(label) or starts_total_row(label)


def _did_not_come(label: str) -> bool:
    """Whether a label is of people who did not come, or only registered; not of those who did not sign."""
    form = normal(label)
    if speaks_of_others(label) or not tools("registered").isdisjoint(form.split()):
        return additional_code(label) not in BESIDE_LIST
    return not additional_code(label) and (says_absent(form) or says_who_does_not_count(form))


def is_summary_sheet(sheet: str, cells: Iterable[str]) -> bool:
    """Returns whether a sheet sums up the others, judging by its name or the text above its table."""
    return any(set(normal(text).split()) & tools("summary") for text in (sheet, *cells))


def repeats_lists(table: Table, reading: Reading) -> bool:
    """Returns whether a table of numbers without an event only repeats what other sheets of the file list."""
    texts_above = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    lists = any(row.sheet != table.grid.name for row in reading.attendances)
    return lists and is_summary_sheet(table.grid.name, texts_above)
