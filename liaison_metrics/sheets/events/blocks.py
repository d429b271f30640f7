"""Tables that aren't lists: instructions, and a report's block of details about the meeting. Dates sessions that have
no date in their header."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.counted import count_columns
from liaison_metrics.sheets.columns.header_parts import are_halves_of_day
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.events.context import EventContextReader
from liaison_metrics.sheets.events.event_context import EventContext
from liaison_metrics.sheets.events.session_dates import SessionDates, are_parts_of_a_day, only_numbers_parts
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.runs_of_days import number_of_day
from liaison_metrics.sheets.tables.table import Table, cell_text
from liaison_metrics.sheets.words.cells import number_of, text_of, without_brackets
from liaison_metrics.sheets.words.date_parts import states_several_days
from liaison_metrics.sheets.words.dates import StatedDate, read_date
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, is_of_programme, meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_actual, is_target, normal, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_HALVES = 2
_NAMED_DAY = re.compile(r"([^\W\d_]+ ?\d{1,2})\s*[:=]\s*([^,;|:=]*\d)")
"""A session with its date in a line of several ("Day 1: 16/09/2021, Day 2: 17/09/2021")."""

_CHOSEN = frozenset(("community", "gender", "group", "role", "activity", "city", "present", "age"))
"""Meanings of columns that people fill in from a drop-down list."""

_FEWEST_CHOICES = 3

_KNOWN_OF_BLOCK = 2
"""So many headers of a meeting's details over a single row, without any of people, are its block."""

_LAST_HEADER = 20
_FEWEST_COMPARED = 2
"""A single target and what was reached may be of an event."""

_FEWEST_PEOPLE, _MOSTLY = 3, 0.8
"""Two people may be those who answer questions; a remark may stand below a list."""

_ORDINAL = re.compile(r"\d{1,2}[^\W\d]{0,2}[.)]?")
"""A header that only numbers a session ("1.", "2nd", "3η")."""


def why_no_attendance(grid: Grid, tables: Sequence[Table], vocabulary: Vocabulary) -> Reason | None:
    """Returns why a sheet beside others can't state who came: it has instructions, or what the project has reached of
    its targets. None if it may."""
    if is_instruction_sheet(grid, tables, vocabulary):
        return Reason.INSTRUCTION_SHEET
    targets = {indicator.target for indicator in vocabulary.project.indicators}
    return Reason.FOREIGN if compares_with_targets(grid, targets) else None


def is_instruction_sheet(grid: Grid, tables: Sequence[Table], vocabulary: Vocabulary) -> bool:
    """Returns whether a sheet explains how to fill in the others: it says so and lists nobody, or it lists examples."""
    first = next((text for row in grid.rows[:5] for value in row if (text := text_of(value))), "")
    words = set(normal(grid.name).split())
    says_so = bool(words & values("instruction")) or normal(first) in values("instruction")
    names_people = any(_counts_people(grid, table) or _holds_people(table) for table in tables) or any(
        meaning_of(text := cell_text(grid, row, column)) in PERSONAL
        # Drop-down lists have “Participant” among the roles below their headers.
        and not (row > table.headers[0] and vocabulary.exact(VocabularyKind.ROLE, text))
        for table in tables
        for row in table.headers
        for column in table.columns
        if len(table.rows) > 1
    )
    examples = bool(words & tools("example")) or normal(grid.name) in evidence("example_sheets")
    return examples or ((says_so or _lists_choices(grid, tables)) and not names_people)


def compares_with_targets(grid: Grid, targets: Collection[int]) -> bool:
    """Returns whether a sheet compares what a project has reached with its *targets*: numbers under a header of
    targets, beside numbers reached, of indicators by their word or by the project's own targets. Rows with days are of
    events."""
    for row, cells in enumerate(grid.rows[:_LAST_HEADER]):
        heads = {at: text for at, value in enumerate(cells) if (text := text_of(value))}
        aims = [at for at, text in heads.items() if is_target(text)]
        reached = [at for at, text in heads.items() if at not in aims and is_actual(text)]
        below = [line for line in grid.rows[row + 1 :] if any(map(text_of, line))]
        if not aims or not reached or any(read_date(value) for line in below for value in line):
            continue
        aim = next((at for at in aims if any(_is_number(line, at) for line in below)), aims[0])
        told = [line for line in below if _is_number(line, aim) and _is_number(line, reached[0])]
        said = [grid.name, *(text for text in heads.values())]
        named = any(tools("indicators").intersection(normal(text).split()) for text in said)
        promised = {number_of(line[aim]) for line in told} & {*targets}
        if len(told) >= _FEWEST_COMPARED and (named or len(promised) >= _FEWEST_COMPARED):
            return True
    return False


def _is_number(cells: Sequence[Cell], at: int) -> bool:
    return at < len(cells) and number_of(cells[at]) is not None


def _lists_choices(grid: Grid, tables: Sequence[Table]) -> bool:
    """Whether a sheet has nothing but the choices of drop-down lists: under each header words that differ, from the
    first row on, and not as many as under the others. Rows of people repeat some word, or fill the same columns."""
    if len(tables) != 1 or len(tables[0].headers) != 1:
        return False
    table, lengths = tables[0], set[int]()
    headed = [at for at in table.columns if cell_text(grid, table.headers[0], at)]
    for at in headed:
        texts = [cell_text(grid, row, at) for row in table.rows]
        filled = [text for text in texts if text]
        whole = texts[: len(filled)] == filled and len(set(map(normal, filled))) == len(filled)
        if not whole or any(any(map(str.isdigit, text)) for text in filled):
            return False
        lengths.add(len(filled))
    kinds = {meaning_of(cell_text(grid, table.headers[0], at)) for at in headed}
    return len(lengths) > 1 and max(lengths) >= _FEWEST_CHOICES and bool(kinds & _CHOSEN)


def _holds_people(table: Table) -> bool:
    """Whether rows are of people, whatever their headers: nearly each has a full name of its own and something beside
    it that others have too. Choices of a drop-down list differ."""
    for at in table.columns:
        names = {row: text for row in table.rows if is_full_name(text := cell_text(table.grid, row, at))}
        filled = sum(bool(text_of(value)) for value in table.cells(at))
        if len({*names.values()}) < _FEWEST_PEOPLE or len(names) < _MOSTLY * filled:
            continue
        for other in table.columns:
            beside = [text for row in names if (text := cell_text(table.grid, row, other))]
            if len(beside) >= _MOSTLY * len(names) and len(set(beside)) <= len(beside) / 2:
                return True
    return False


def _counts_people(grid: Grid, table: Table) -> bool:
    """Whether a table has numbers of people under a header for them, as a cover of lists may."""
    headed = (at for row in table.headers for at in table.columns if meaning_of(cell_text(grid, row, at)) == "people")
    return any(number_of(grid.rows[row][at]) for at in headed for row in table.rows if at < len(grid.rows[row]))


def is_meeting_block(table: Table, columns: Sequence[Column]) -> bool:
    """Returns whether a table is a report's block about the meeting: a few rows under that block's headers, or one row
    that only states an event."""
    known = sum(normal(column.header) in tools("meeting_block") for column in columns)
    if known >= 3 and len(table.rows) <= 3:
        return True
    meanings = {column.meaning for column in columns}
    filled = (row for row in table.rows if any(text_of(value) for value in table.grid.rows[row]))
    first = list(islice(filled, 2))
    if len(first) != 1:
        return False
    counted, hosts = count_columns(columns), tools("hosts") | tools("organising")
    details = tools("meeting_block") | tools("meeting_start") | tools("meeting_title") | tools("about_meeting") | hosts
    known = sum(normal(without_brackets(column.header)) in details for column in columns)
    people = {column.meaning for column in columns if normal(column.header) not in hosts} & {*NAMES, "email"}
    if known >= _KNOWN_OF_BLOCK and not people:  # the number of a meeting looks like a phone's
        people_in = (c for c in counted if normal(without_brackets(c.header)) not in tools("about_meeting"))
        return not any(column.text(table.grid.rows[first[0]]) for column in people_in)
    return len(meanings & EVENT) >= 2 and not lists_people(columns) and not counted


def meeting_block_context(table: Table, columns: Sequence[Column], contexts: EventContextReader) -> EventContext:
    """Returns what a meeting block states about the event."""
    number = next((row for row in table.rows if any(text_of(value) for value in table.grid.rows[row])), None)
    if number is None:
        return EventContext()
    cells = table.grid.rows[number]
    pairs = [[c.header, c.value(cells)] for c in columns if c.text(cells)]
    grid = Grid(table.grid.name, pairs)
    return replace(contexts.of_rows(grid, range(len(pairs))), people=None)


def is_join_leave_log(columns: Sequence[Column]) -> bool:
    """Returns whether the table logs people joining and leaving, one time per row."""
    return any(
        normal(column.header) in tools("action") or min(column.share("coming"), column.share("going")) > 0
        for column in columns
    )


def date_undated_sessions(
    table: Table, columns: Sequence[Column], day: StatedDate | None, elsewhere: SessionDates, *, one_day: bool
) -> bool:
    """Sets the date of sessions without one ("Session 2") from the text above the table, or from what is said of them
    *elsewhere* in the file. Parts of a day ("Morning") get
    the event's *day*; so do all sessions if a person gave this *one_day*, or if they are the programme of the only day
    that the sheet states. Returns whether a session is still undated."""
    for column in columns:
        words = {normal(word) for word in column.header.split()}
        if column.meaning == "session" and day and words & tools("parts_of_day") and words & values("signature"):
            column.meaning, column.date = "signature", day
    dated = [(column, column.date) for column in columns if column.date is not None]
    if day and day.year and len(dated) == 1 and only_numbers_parts(dated[0][0].header, dated[0][1]):
        dated[0][0].meaning, dated[0][0].date = dated[0][0].meaning or "session", None
    marked = [c for c in columns if max(c.share("mark"), c.share("session mark")) >= MAJORITY]
    _take_numbered_days(marked)
    numbered = [c for c in marked if not c.meaning and _ORDINAL.fullmatch(c.header)]
    for column, ordinal_day in zip(numbered, elsewhere.of_all([c.header for c in numbered]), strict=False):
        column.meaning, column.date = "session", ordinal_day
    sessions = [c for c in marked if c.meaning == "session" and c.date is None]
    if not sessions:
        return False
    beside: dict[str, StatedDate] = {}
    for row in table.context_rows:
        cells = [value for value in table.grid.rows[row] if text_of(value)]
        for label, value in pairwise(cells):
            if stated := read_date(value):
                beside[normal(text_of(label))] = stated
        for found in _NAMED_DAY.finditer(" ; ".join(map(text_of, cells))):
            if stated := read_date(found[2].strip(" ,;|.")):
                beside[normal(found[1])] = stated
    one_day = one_day or _are_programme_of_a_day(sessions, table)
    for session in sessions:
        of_day = day if one_day or set(normal(session.header).split()) & tools("parts_of_day") else None
        session.date = beside.get(normal(session.header)) or of_day
    undated = [session for session in sessions if session.date is None]
    for session, listed_day in zip(undated, elsewhere.of_all([one.header for one in undated]), strict=False):
        session.date = listed_day
    return any(session.date is None for session in sessions)


def _take_numbered_days(marked: Sequence[Column]) -> None:
    """Takes columns of marks as those of sessions if their headers number the days of an event ("2η ημέρα")."""
    days = {number: column for column in marked if (number := number_of_day(column.header))}
    if len(days) > 1 and sorted(days) == list(range(1, len(days) + 1)):
        for column in days.values():
            column.meaning = "session"


def _are_programme_of_a_day(sessions: Sequence[Column], table: Table) -> bool:
    """Whether sessions are the parts of a conference's programme, or numbered parts of a day, and the text above states
    no second day."""
    above = [text_of(value) for row in table.context_rows for value in table.grid.rows[row]]
    if any(is_of_programme(one.header) for one in sessions):
        return not any(map(states_several_days, above))
    heads = [session.header for session in sessions]
    return are_parts_of_a_day(heads, above) or (len(heads) == _HALVES and are_halves_of_day(*heads))
