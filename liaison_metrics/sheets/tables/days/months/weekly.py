"""Registers of meetings whose days follow from others: the numbers of weeks ("KW 18", with the year and the day of the
week above), a first day ("from 4 May 2021, weekly"), a list of all days above, and days without signs ("040521")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import days_without_year, years_in
from liaison_metrics.sheets.words.dates import DateOrder, find_dates
from liaison_metrics.sheets.words.headers import NAMES, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, weekday_words
from liaison_metrics.sheets.words.phrases.days.written_out import day_of_week_number, weekday_by_beginning, written_out
from liaison_metrics.sheets.words.phrases.found import has_phrase

_FIRST_ROWS = 40
_FEWEST = 2
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
    for word in normal(text).split():
        yield from {number for day, number in weekday_words().items() if len(day) > _FEWEST and word.startswith(day)}


def _days_without_signs(cells: Sequence[Cell]) -> dict[str, date]:
    """Returns the days of headers that are nothing but six numbers ("040521"), in ascending order."""
    texts = [text for value in cells if _COMPACT.fullmatch(text := text_of(value))]
    days = [day for text in texts if (day := _day(*map(int, _COMPACT.fullmatch(text).groups())))]  # type: ignore[union-attr]
    ascending = all(before < after for before, after in pairwise(days))
    return dict(zip(texts, days, strict=True)) if _FEWEST <= len(days) == len(texts) and ascending else {}


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(2000 + year, month, day)
    except ValueError:
        return None


def _days_of_sessions(cells: Sequence[Cell], above: Iterable[str]) -> dict[str, date]:
    """Returns the days of numbered meetings, of which a line above lists as many days, or states the first one and that
    they took place every week."""
    sessions = _numbered(cells)
    told = {tuple(days) for line in above if (days := _days_in(line, len(sessions)))} if sessions else set()
    return dict(zip(sessions, told.pop(), strict=True)) if len(told) == 1 else {}


def _days_in(line: str, sessions: int) -> list[date]:
    """Returns the days of so many meetings that a line tells, [] if it tells others."""
    if len(line) > _LONGEST_LINE:
        return []
    whole = [day for one in find_dates(line) if (day := one.in_order(DateOrder.DAY_FIRST))]
    years = {day.year for day in whole} or years_in(written_out(line))
    if len(whole) == 1 and _is_weekly(line):
        return [whole[0] + timedelta(days=_WEEK * number) for number in range(sessions)]
    if len(whole) == sessions:
        return whole if whole == sorted(set(whole)) else []
    parts = _DAY_AND_MONTH.findall(line) if len(years) == 1 else []
    listed = [day for first, month in parts if (day := _day(int(first), int(month), next(iter(years)) - 2000))]
    listed = sorted({*listed, *whole})
    return listed if len(listed) == sessions and not (days_without_year(line) and whole) else []


def _is_weekly(line: str) -> bool:
    """Whether a line says that the meetings took place every week ("weekly", "every Tuesday")."""
    form = normal(line)
    words = form.split()
    every = any(word in tools("every") and weekday_by_beginning(words[at + 1]) for at, word in enumerate(words[:-1]))
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
