"""Drops headcounts that repeat what other sheets of the file list person by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from liaison_metrics.errors import Place
from liaison_metrics.sheets.headcounts.beside_lists.equations import speaks_of_others
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import explains_others
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid, HeadcountRow, Reading, headcount_of
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.lists import additional_words, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import PART, statements_of
from liaison_metrics.sheets.words.phrases.numbers import is_part

_FIRST_LINES = 5
"""Lines of a sheet that say what it is about."""

_SHORTEST_TOPIC = 4
"""Shorter words of a title ("the", "und") say nothing of its topic."""


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
    kept = [row for row in reading.headcounts if row not in left_out]
    reading.headcounts = [_of_listed_event(row, reading, grids) if row in elsewhere else row for row in kept]
    reading.rows_read -= len(left_out)
    for row in left_out:
        remarks.entries.enter(row.sheet, row.row, Reason.SUMMARY)


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


def is_summary_sheet(sheet: str, cells: Iterable[str]) -> bool:
    """Returns whether a sheet sums up the others, judging by its name or the text above its table."""
    return any(set(normal(text).split()) & tools("summary") for text in (sheet, *cells))


def repeats_lists(table: Table, reading: Reading) -> bool:
    """Returns whether a table of numbers without an event only repeats what other sheets of the file list."""
    texts_above = (text_of(value) for row in table.context_rows for value in table.grid.rows[row])
    lists = any(row.sheet != table.grid.name for row in reading.attendances)
    return lists and is_summary_sheet(table.grid.name, texts_above)
