"""People with a word for staff beside guests of several kinds ("staff of the museum"), where the sheet states how many
came without its team, or tells that the event was held at theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.remarks import remarks_on
from liaison_metrics.sheets.checks.sums.totals import sessions_of
from liaison_metrics.sheets.model import ReadColumn
from liaison_metrics.sheets.rows.marking.team.team_posts import names_staff_of
from liaison_metrics.sheets.rows.thresholds import MOST_OF_THE_TEAM
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.names import text_beside_name
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, statements_among
from liaison_metrics.sheets.words.phrases.titles.team.people_told import may_tell_of_team
from liaison_metrics.texts import _

_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,4}(?![.,:/-]?\d)")

_LONGEST_LEFT_OUT = 4
"""The word for the team stands this near behind a "without" ("without our own staff")."""

_FEWEST_SESSIONS = 2
"""So many sums under sessions state who came to each."""

_OF_KINDS = frozenset(("group", "", UNUSED))
"""Meanings of columns that say of what kind a guest is."""

_FEWEST_WORDS = 2
"""A word for whose staff somebody is stands beside the one for staff, or is joined with it."""

_SHORTEST_PLACE = 5
"""A shorter part of the name of a place is in other words, too."""


def staff_of_the_house(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about people called staff of a house, where a line states how many came without the team, or a line above
    the list names that house."""
    if len(table.events) != 1:
        return
    without = set(_totals_without_team(table))
    above = " ".join(normal(text) for row in table.lines_above() for text in table.texts(row))
    for column in table.read.columns:
        for text, rows in _staff_in(table, column) if column.meaning in _OF_KINDS and column.header else ():
            if table.people in without or not (without or _names_house(text, above)):
                continue
            asked = _("Does “{text}” mean that the person belongs to the team?").format(text=text)
            figures = people_or(table.people, table.people - len(rows))
            yield Doubt("role", text, ("participant", "staff"), asked, figures, len(rows), table.sheet, rows)


def team_beyond_a_total(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Doubts people beside whom a remark, or words behind the name, may speak of the team, where the sheet's own
    numbers of people leave out exactly these: that settles it."""
    found = _may_be_of_team(table)
    rows = {row for some in found.values() for row in some}
    if not 0 < len(rows) <= max(1.0, MOST_OF_THE_TEAM * len(table.counted)) or not _numbers_leave_out(table, rows):
        return
    for text, some in found.items():
        asked = _("Does “{text}” mean that the person belongs to the team?").format(text=text)
        figures = people_or(table.people, table.people - len(some))
        yield Doubt("role", text, ("participant", "staff"), asked, figures, len(some), table.sheet, some)


def _may_be_of_team(table: CheckedTable) -> dict[str, tuple[int, ...]]:
    """Returns the texts that may speak of the team, beside people who count, with their rows."""
    found = dict(remarks_on(table, ("notes", "", UNUSED), may_tell_of_team))
    unnamed = [one.at for one in table.read.columns if not (one.meaning or one.header)]
    for row in table.counted if sessions_of(table) else ():
        told = (aside for at in unnamed if (aside := text_beside_name(table.text(row, at))) and may_tell_of_team(aside))
        found |= {text: (*found.get(text, ()), row) for text in told if row not in found.get(text, ())}
    return found


def _numbers_leave_out(table: CheckedTable, rows: Collection[int]) -> bool:
    """Whether the sheet states as many people as count without some rows: in all, or at each session."""
    totals = set(_totals_of_people(table)) if len(table.events) == 1 else set()
    if totals and table.people not in totals and table.people - len(rows) in totals:
        return True
    sessions = sessions_of(table)
    marked = {at: {one.row for one in table.attendances if one.column == header} for at, header in sessions.items()}
    for line in table.lost:
        stated = {at: people for at in marked if (people := number_of(table.cell(line, at)))}
        if len(stated) < _FEWEST_SESSIONS or any(row > line for row in rows):
            continue
        above = {at: {row for row in marked[at] if row < line} for at in stated}
        if all(len(above[at].difference(rows)) == stated[at] for at in stated):
            return any(len(above[at]) != stated[at] for at in stated)
    return False


def left_out_of_a_total(table: CheckedTable, doubts: Sequence[Doubt]) -> list[Doubt]:
    """Returns the doubts about the team whose people a total leaves out: it is of all others who count."""
    doubts = [doubt for doubt in doubts if doubt.kind == "role"]
    totals = set(_totals_without_team(table)) if doubts else set()
    for some in (doubts, *([doubt] for doubt in doubts)):
        rows = {row for doubt in some for row in doubt.rows}
        if rows and (table.people - len(rows) in totals or _numbers_leave_out(table, rows)):
            return list(some)
    return []


def _totals_of_people(table: CheckedTable) -> Iterator[int]:
    """Yields the numbers that lines around the list state of all its people."""
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        stated = statements_among(table.grid.rows[row - 1])
        yield from (one.people for one in stated if one.kind in (PRESENT, TOTAL))


def _totals_without_team(table: CheckedTable) -> Iterator[int]:
    """Yields the numbers that lines around the list state of people without the team."""
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        numbers = _NUMBER.findall(line := " ".join(table.texts(row)))
        if len(numbers) == 1 and _leaves_out_team(line):
            yield int(numbers[0])


def _leaves_out_team(line: str) -> bool:
    form = f" {normal(line)} "
    found = min((at for phrase in evidence("leaves_out") if (at := form.find(f" {phrase} ")) >= 0), default=-1)
    behind = form[found:].split()[:_LONGEST_LEFT_OUT] if found >= 0 else []
    team = values("staff") | tools("staff_heading") | tools("team") | evidence("team_left_out")
    return not team.isdisjoint(behind)


def _staff_in(table: CheckedTable, column: ReadColumn) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields the words for staff of a house in a column, with their rows, if these are few."""
    for text, times in table.values(column).items():
        if text and times <= MOST_OF_THE_TEAM * len(table.counted) and names_staff_of(text):
            yield text, tuple(row for row in table.counted if table.text(row, column.at) == text)


def _names_house(text: str, above: str) -> bool:
    """Whether a word of a text beside the one for staff stands in lines, alone or as the beginning of another."""
    words = [word for word in normal(text).split() if len(word) >= _SHORTEST_PLACE]
    return len(words) >= _FEWEST_WORDS and any(f" {word}" in f" {above}" for word in words if not names_staff_of(word))
