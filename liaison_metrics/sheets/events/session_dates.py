"""The dates of numbered sessions that a sheet of its own or the lines above a table give ("Session 1 = 12.3.2021",
"Termin 2 | 19.03.2021")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.other_days import is_about_another_day, tells_when_made
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.runs_of_days import number_of_day, run_of_days
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import states_several_days
from liaison_metrics.sheets.words.dates import StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of, only_names_part_of_programme
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.phrases.days.names import weekday_of

_FIRST_ROWS = 100
_LONGEST_LABEL = 4
"""Longer texts beside a date say more than which session it is."""

_LABELLED = re.compile(r"\s*([^:=–|]{1,40}?)\s*(?:[:=–|]|\s-\s)\s*(.*\d)\s*")
"""A session and its date in one cell."""

_LONGEST_ENDING = 2
"""The ending of an ordinal number has at most so many letters."""

_NUMBER = re.compile(r"\d+")
_BEFORE_NUMBER = re.compile(r"[^\W\d]+\s+(?:[^\W\d]{1,3}\.?\s+)?(?=\d)")

_MOST_PARTS = 4
"""A day has at most so many numbered parts; more are rather as many days."""

_SHORTENED = 3
"""So many letters may be the beginning of a day of the week, or another word ("die")."""

_LONGEST_LINE = 12
"""The words of a line that says on which day it was; a longer one tells more than that."""


class SessionDates:
    """What some lines say of the dates of sessions, by their labels and their numbers."""

    def __init__(self, lines: Iterable[Sequence[Cell]], period: tuple[date, date]) -> None:
        self._by_label: dict[str, StatedDate | None] = {}
        self._runs: set[tuple[date, ...]] = set()
        for cells in lines:
            texts = filter(None, map(text_of, cells))
            told = [text for text in texts if not (is_about_another_day(text) or tells_when_made(text))]
            runs = [run for text in told if (run := run_of_days(text))]
            self._runs.update(run for run in runs if period[0] <= run[0] and run[-1] <= period[1])
            for label, stated in _told_in(cells):
                inside = stated.day is None or period[0] <= stated.day <= period[1]
                for key in _keys(label) if inside else ():
                    known = self._by_label.setdefault(key, stated)
                    self._by_label[key] = stated if known == stated else None

    def of_all(self, labels: Sequence[str]) -> list[StatedDate]:
        """Returns the dates of these sessions in their order, [] unless each has its own."""
        found = [self._of(label) for label in labels]
        told = [stated for stated in found if stated is not None]
        return told if len(set(told)) == len(labels) else self._of_run(labels)

    def _of_run(self, labels: Sequence[str]) -> list[StatedDate]:
        """Returns the dates of numbered days ("Day 1", "Day 2"), if the lines state as many that follow each other."""
        run = next(iter(self._runs)) if len(self._runs) == 1 else ()
        numbers = list(map(number_of_day, labels))
        all_numbered = bool(numbers) and numbers == list(range(1, len(run) + 1))
        return [StatedDate(day=day, year=day.year) for day in run] if all_numbered else []

    def _of(self, label: str) -> StatedDate | None:
        return next((stated for key in _keys(label) if (stated := self._by_label.get(key))), None)


def session_dates(table: Table, grids: Iterable[Grid], period: tuple[date, date]) -> SessionDates:
    """Returns what the lines above a table say of the dates of sessions, and other sheets without headers of people."""
    lines = [table.grid.rows[row] for row in table.context_rows]
    for grid in grids:
        rows = grid.rows[:_FIRST_ROWS]
        other = grid.name != table.grid.name
        if other and not any(meaning_of(text_of(value)) in PERSONAL for cells in rows for value in cells):
            lines += rows
    return SessionDates(lines, period)


def are_parts_of_a_day(labels: Sequence[str], above: Iterable[str]) -> bool:
    """Returns whether columns are parts of one day ("1st module", "2nd module", or "Lessons 3-4" alone): the lines
    above state a single date, with its day of the week, and no word by which it is only the first of several. One
    column that isn't the nth of several needs no day of the week."""
    dated = [line for line in above if find_dates(line)]
    if not labels or len(labels) > _MOST_PARTS or len(dated) != 1 or states_several_days(dated[0]):
        return False
    words = re.findall(r"[^\W\d]+", dated[0])
    whole = len(words) <= _LONGEST_LINE and any(weekday_of(word) for word in words if len(word) > _SHORTENED)
    alone = len(labels) == 1 and (whole or len(_NUMBER.findall(labels[0])) != 1)
    if not (whole or alone) or _is_one_of_several(dated[0]):
        return False
    numbers = [int("".join(_NUMBER.findall(label)[:1]) or 0) for label in labels]
    return (alone or numbers == list(range(1, len(labels) + 1))) and all(map(_names_part, labels))


def _is_one_of_several(line: str) -> bool:
    """Whether the day in a line is only the first or the last of several ("from 3 May 2021"). Behind the year, such a
    word before a number is of hours or lessons ("3 May 2021, from 10 to 12")."""
    day, year, more = (*re.split(r"(20\d\d)", line, maxsplit=1), "", "")[:3]
    words = normal(f"{day} {year} {_BEFORE_NUMBER.sub(' ', more)}").split()
    return not tools("one_of_several_days").isdisjoint(words)


def only_numbers_parts(header: str, stated: StatedDate) -> bool:
    """Returns whether a day without year in a header rather numbers parts of one that follow each other ("Periods
    3-4")."""
    numbers = [int(number) for number in _NUMBER.findall(header)]
    following = len(numbers) == 2 and 1 <= numbers[1] - numbers[0] < _MOST_PARTS
    return not (stated.day or stated.year) and following and _names_part(header)


def divide_one_event(columns: Sequence[Column]) -> bool:
    """Returns whether columns of marks are the parts of one event's programme, all on one day: one of them names such a
    part and nothing else ("Opening"). Then the others name what people did there, not events of their own."""
    sessions = [column for column in columns if column.meaning == "session" and column.date is not None]
    same = len(sessions) > 1 and all(one.date == sessions[0].date for one in sessions)
    return same and any(only_names_part_of_programme(one.header) for one in sessions)


def _names_part(label: str) -> bool:
    words = [word for word in _NUMBER.sub(" ", normal(label)).split() if len(word) > _LONGEST_ENDING]
    return bool(words) and tools("numbered_parts").issuperset(words)


def _keys(label: str) -> list[str]:
    """Returns what names a session: its label, or the only number in it, unless it numbers something else ("Invoice
    1")."""
    numbers, words = _NUMBER.findall(label), _NUMBER.sub(" ", normal(label)).split()
    numbered = len(numbers) == 1 and all(len(word) <= _LONGEST_ENDING or _is_of_sessions(word) for word in words)
    return [normal(label), *(f"#{int(number)}" for number in numbers if numbered)]


def _is_of_sessions(word: str) -> bool:
    return meaning_of(word) in ("session", "activity", "date") or word in evidence("groups")


def _told_in(cells: Sequence[Cell]) -> Iterator[tuple[str, StatedDate]]:
    """Yields the session and the date that a line is about: in one cell, or in the first cell and another one."""
    filled = [value for value in cells if text_of(value)]
    for value in filled:
        found = _LABELLED.fullmatch(value) if isinstance(value, str) else None
        if found and (stated := read_date(found[2].strip(" ."))) and stated.year:
            yield found[1], stated
    label = text_of(filled[0]) if filled else ""
    if label and len(label.split()) <= _LONGEST_LABEL and read_date(label) is None:
        days = [stated for value in filled[1:] if (stated := read_date(value)) and stated.year]
        yield from ((label, stated) for stated in days[:1])
