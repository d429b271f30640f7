"""Registers of meetings whose days follow from others: the numbers of weeks ("KW 18", with the year and the day of the
week above), a first day ("from 4 May 2021, weekly"), a list of all days above, and days without signs ("040521")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import days_without_year, years_in
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, weekday_words
from liaison_metrics.sheets.words.phrases.days.names import weekday_in_header
from liaison_metrics.sheets.words.phrases.days.written_out import day_of_week_number, written_out
from liaison_metrics.sheets.words.phrases.found import has_phrase

_FIRST_ROWS = 40
_FEWEST = 2
_SHORT = 4
"""Shorter words for days of the week ("mo", "so") begin many others."""

_WEEK = 7
_MOST_SESSIONS = 30
_LONGEST_LINE = 160
_COMPACT = re.compile(r"(\d\d)(\d\d)(2\d)")
_DAY_AND_MONTH = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})\.?(?![\d/-]|\.\d)")
_LETTERS = ("ABCDEFGHIJ", "ΑΒΓΔΕΖΗΘΙΚ")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_PARTS = re.compile(r"[^\W_]+")


def with_weeks_dated(grid: Grid) -> Grid:
    """Returns a sheet with dates in the header of its people, in place of the numbers of weeks or of weekly meetings;
    the same sheet if the lines above don't tell all days."""
    for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
        first = next((at for at, value in enumerate(cells) if meaning_of(text_of(value)) in NAMES), None)
        if first is None:
            continue
        above = [text_of(value) for line in grid.rows[:row] for value in line if text_of(value)]
        dated = _days_of_sessions(cells[first:], above) or _days_of_weeks(cells, above) or _days_without_signs(cells)
        if not dated:
            return grid
        head = [dated.get(text_of(value), value) for value in cells]
        return replace(grid, rows=[*grid.rows[:row], head, *grid.rows[row + 1 :]])
    return grid


def _days_of_weeks(cells: Sequence[Cell], above: Sequence[str]) -> dict[str, date]:
    """Returns the days of headers that number weeks, by the header."""
    years = set().union(*map(years_in, above)) if above else set()
    weekdays = {day for text in above for day in _weekdays_in(text)}
    told = weekdays.pop() if len(weekdays) == 1 else 0
    name = next((word for word, number in weekday_words().items() if number == told), "")
    found = {}
    for text in map(text_of, cells):
        year = next(iter(years)) if len(years) == 1 else 0
        if text and (day := day_of_week_number(text, year) or day_of_week_number(f"{text} {name}", year)):
            found[text] = day
    first = min(found.values(), default=None)
    return found if first and len(found) >= _FEWEST and first.isocalendar().week > 1 else {}  # "Week 1" of a course


def _weekdays_in(text: str) -> Iterator[int]:
    """Yields the days of the week that a text names, also in a compound or as a plural ("Tirsdagsholdet")."""
    yield from filter(None, map(_weekday_at_beginning, text.split()))


def _weekday_at_beginning(word: str) -> int:
    """Returns the day of the week with which a word begins, perhaps with another ending ("Τρίτες"), 0 if with none."""
    form = normal(word)
    days = (number for day, number in weekday_words().items() if len(day) > _SHORT and form.startswith(day[:-1]))
    return next(days, 0)


def _days_without_signs(cells: Sequence[Cell]) -> dict[str, date]:
    """Returns the days of headers that are nothing but six numbers ("040521"), in ascending order."""
    found = {text: match for value in cells if (match := _COMPACT.fullmatch(text := text_of(value)))}
    days = _in_one_order([_stated(int(m[1]), int(m[2]), 2000 + int(m[3])) for m in found.values()])
    return dict(zip(found, days, strict=True)) if len(days) >= _FEWEST else {}


def _stated(first: int, second: int, year: int) -> StatedDate:
    return StatedDate(pair=(first, second), year=year)


def _in_one_order(stated: Sequence[StatedDate]) -> list[date]:
    """Returns dates in the only order of day and month in which they follow each other; of both, that in which all fall
    on one day of the week. [] if that is not clear."""
    found = [[day for one in stated if (day := one.in_order(order))] for order in DateOrder]
    possible = [days for days in found if len(days) == len(stated) and days == sorted(set(days))]
    possible = possible[:1] if possible and possible[0] == possible[-1] else possible
    weekly = [days for days in possible if len({day.weekday() for day in days}) == 1 < len(days)]
    return possible[0] if len(possible) == 1 else weekly[0] if len(weekly) == 1 else []


def _days_of_sessions(cells: Sequence[Cell], above: Iterable[str]) -> dict[str, date]:
    """Returns the days of numbered meetings, of which a line above lists as many days, or states the first one and that
    they took place every week."""
    sessions = _numbered(cells)
    told = {tuple(days) for line in above if (days := _days_in(line, len(sessions)))} if sessions else set()
    return dict(zip(sessions, told.pop(), strict=True)) if len(told) == 1 else {}


def _days_in(line: str, sessions: int) -> list[date]:
    """Returns the days of so many meetings that a line tells, [] if it tells others."""
    stated = find_dates(line) if len(line) <= _LONGEST_LINE else []
    if len(stated) == 1 and _is_weekly(line):
        first = _first_day(stated[0], line)
        return [first + timedelta(days=_WEEK * number) for number in range(sessions)] if first else []
    if len(stated) == sessions:
        return _in_one_order(stated)
    years = {one.year for one in stated} or years_in(written_out(line))
    if len(years) != 1 or (stated and days_without_year(line)):
        return []
    whole = {one.pair for one in stated}
    pairs = [pair for a, b in _DAY_AND_MONTH.findall(line) if (pair := (int(a), int(b))) not in whole]
    days = [*(_stated(*pair, min(years)) for pair in pairs), *stated]
    return _in_one_order(days) if len(days) == sessions else []


def _first_day(stated: StatedDate, line: str) -> date | None:
    """Returns the day on which weekly meetings began, None if it depends on the order of day and month, and the line
    names no day of the week that tells it."""
    weekdays = {day for word in line.split() if (day := _weekday_at_beginning(word))}
    told = replace(stated, weekday=weekdays.pop()) if len(weekdays) == 1 and not stated.day else stated
    return told.in_order(None)


def _is_weekly(line: str) -> bool:
    """Whether a line says that the meetings took place every week ("weekly", "every Tuesday")."""
    form = normal(line)
    words = form.split()
    every = any(word in tools("every") and weekday_in_header(words[at + 1]) for at, word in enumerate(words[:-1]))
    return every or has_phrase(form, tools("weekly"))


def _numbered(cells: Sequence[Cell]) -> list[str]:
    """Returns the headers that number meetings from the first on, with the same words around the number ("1. Abend",
    "S1", "Ημέρα Α"); [] if there are none."""
    found: dict[str, list[tuple[int, str]]] = {}
    for text in map(text_of, cells):
        for words, number in _around_number(text):
            found.setdefault(words, []).append((number, text))
    runs = [told for told in found.values() if [number for number, _text in told] == list(range(1, len(told) + 1))]
    longest = max(runs, key=len, default=[])
    return [text for _number, text in longest] if _FEWEST <= len(longest) <= _MOST_SESSIONS else []


def _around_number(text: str) -> Iterator[tuple[str, int]]:
    """Yields the words around each part of a text that may be a number, with the number."""
    if digits := re.search(r"\d{1,2}", text):
        words = normal(text[: digits.start()] + " " + re.sub(r"^[^\W\d]{0,2}(?!\w)", "", text[digits.end() :]))
        yield words, int(digits[0])
        return
    for part in _PARTS.finditer(text):
        words = normal(text[: part.start()] + " " + text[part.end() :])
        for letters in (*_LETTERS, _ROMAN):
            if part[0] in letters:
                yield words, letters.index(part[0]) + 1
