"""Dates of which the month stands in another place than the day: month names above day numbers, a sheet for each month
with a column of days, or with a column for each day; columns of days, months and years."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.months.years import join_years_below, with_years_of_headings
from liaison_metrics.sheets.tables.days.numbered_sessions import may_number_sessions, numbered_sessions
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.date_parts import only_school_year, year_at_school
from liaison_metrics.sheets.words.dates import StatedDate
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_in_header
from liaison_metrics.sheets.words.phrases.days.written_out import months_with_year

_FIRST_ROWS = 40
_DAYS_OF_A_MONTH = 28
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?:\.0*)?")
_CLEAR_DAY = re.compile(
    rf"(?:([^\W\d]{{1,12}})[.,]?\s+)?(?:{alternatives('before_day')}\s+)?(\d{{1,2}})(\.|{alternatives('ordinals')})?",
    re.I,
)
_BEFORE_DAY = re.compile(rf"{alternatives('before_day')}|{alternatives('day_letter')}", re.I)
_SHORT_WORD = 4
_LAST_DAY, _MONTHS = 31, 12
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\s?\d{1,2}\.?")
_DAY_AND_MONTH_SIGN = re.compile(r"\d([./-])\d{1,2}\.?\s*$")
_FEWEST_DAYS, _DATE_LABELS = 2, ("day_label", "month_label", "year_label")


def date_days_of_months(grid: Grid, file: str = "") -> Grid:
    """Returns a sheet with full dates in place of days whose month stands above them, beside them, in the sheet's name
    or, over columns of days, in the *file*'s name."""
    grid = with_years_of_headings(join_years_below(grid))
    return _date_day_column(_join_date_columns(_date_day_headers(_date_month_headers(grid), file)))


def _date_day_headers(grid: Grid, file: str) -> Grid:
    """Returns a sheet with full dates in place of the days that head its columns, if it is about one month."""
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        days = _heads_days(grid, row)
        if not days:
            continue
        head = list(grid.rows[row])
        months = {found for text in _texts_above(grid, row) for found in months_with_year(text)}
        months = months or set(months_with_year(file))
        whole = len(days) >= _DAYS_OF_A_MONTH
        if len(months) != 1 or (_are_days_of_a_course(list(days.values())) and not whole):
            return grid
        year, month = months.pop()
        for at, day in days.items():
            if day <= monthrange(year, month)[1]:
                head[at] = date(year, month, day)
            elif not any(at < len(line) and text_of(line[at]) for line in grid.rows[row + 1 :]):
                head[at] = None
        return replace(grid, rows=[*grid.rows[:row], head, *grid.rows[row + 1 :]])
    return grid


def _heads_days(grid: Grid, row: int) -> dict[int, int]:
    """Returns the columns headed by days of a month: plain numbers over marks, or such as "Thu 4", "d. 8", "4."."""
    cells = grid.rows[row]
    clear = _clear_days(cells)
    if not clear and not may_number_sessions(cells):
        return {}  # nearly all rows
    first = next((at for at in range(len(cells)) if _heads_people(grid, row, at)), None)
    if first is None:
        return {}
    clear = {at: day for at, day in clear.items() if at > first and day}
    ascending = all(before < after <= _LAST_DAY for before, after in pairwise(clear.values()))
    if len(clear) > 1 and ascending:
        return clear
    days = numbered_sessions(grid, row)
    return days if all(day > 0 and text_of(cells[at])[:1].isdecimal() for at, day in days.items()) else {}


def _heads_people(grid: Grid, row: int, at: int) -> bool:
    """Whether a header is that of people who are named below, also one that may head numbers of them ("Pupils")."""
    meaning = meaning_of(text_of(grid.rows[row][at]))
    below = grid.rows[row + 1] if meaning == "people" and row + 1 < len(grid.rows) else ()
    return meaning in PERSONAL or (at < len(below) and any(map(str.isalpha, text_of(below[at]))))


def _clear_days(cells: Sequence[Cell]) -> dict[int, int]:
    """Returns the columns of a header that name days, with their numbers: behind a day of the week ("Thu 4"), with a
    point or an ending, or all behind the same short word ("MA 4", "ημ. 4")."""
    found = {at: day for at, value in enumerate(cells) if (day := _CLEAR_DAY.fullmatch(text_of(value)))}
    words = {normal(day[1] or "") for day in found.values()}
    same = len(found) > 1 and len(words) == 1 and 0 < len(words.pop()) <= _SHORT_WORD
    return {at: int(day[2]) for at, day in found.items() if same or _is_clear(day)}


def _clear_day(text: str) -> re.Match[str] | None:
    found = _CLEAR_DAY.fullmatch(text)
    return found if found and _is_clear(found) else None


def _is_clear(day: re.Match[str]) -> bool:
    if not day[1]:
        return bool(day[3])
    return bool(weekday_in_header(day[1]) or _BEFORE_DAY.fullmatch(day[1]))


def _texts_above(grid: Grid, row: int) -> list[str]:
    """Returns the sheet's name and the texts above a row."""
    return [grid.name, *(text for line in grid.rows[:row] for value in line if (text := text_of(value)))]


def _year_in(texts: Sequence[str], month: int) -> int:
    """Returns the year of a month that texts state, by a school year too; 0 if they state none or several."""
    if school := only_school_year(texts):
        return year_at_school(StatedDate(pair=(1, month), day_first=True), None, school)
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else 0


def _dated(day: int, month: int, year: int) -> Cell:
    """Returns a day with what is known of its month and year, as a date or as people write it."""
    try:
        return date(year, month, day) if year else f"{day}.{month}."
    except ValueError:
        return f"{day}.{month}.{year}"


def _join_date_columns(grid: Grid) -> Grid:
    """Returns a sheet with dates in place of a column of days, beside which columns state the month and perhaps the
    year."""
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        labels = {name: at for at, value in enumerate(grid.rows[row]) for name in _DATE_LABELS
                  if normal(text_of(value)) in tools(name)}  # fmt: skip
        if not {"day_label", "month_label"} <= labels.keys():
            continue
        day_at, month_at, year_at = (labels.get(name, -1) for name in _DATE_LABELS)
        above, rows, last = _texts_above(grid, row), [list(cells) for cells in grid.rows], ""
        for line in rows[row + 1 :]:
            told = [text_of(line[at]) if 0 <= at < len(line) else "" for at in (day_at, month_at, year_at)]
            told[1] = last = told[1] or last  # the first row of a month names it
            day, month = _DAY_NUMBER.fullmatch(told[0]) or _clear_day(told[0]), _month_number(told[1])
            if not day or not month:
                continue
            stated = next((text for text in told[1:] if _YEAR.search(text)), "")
            year = int(_YEAR.search(stated)[1]) if stated else _year_in(above, month)  # type: ignore[index]
            line[day_at] = _dated(int(day[day.lastindex or 1]), month, year)
            for at in {month_at, year_at} - {-1}:
                line[at] = None
        for at in {month_at, year_at} - {-1}:
            rows[row][at] = None
        return replace(grid, rows=rows)
    return grid


def _month_number(text: str) -> int:
    """Returns the number of a month, which a year may follow ("March 2021", "03/2021"), 0 if the text names none."""
    plain = _YEAR.sub("", text).strip(" ./-,'’")
    if _DAY_NUMBER.fullmatch(plain):
        return int(float(plain)) if 1 <= float(plain) <= _MONTHS else 0
    return month_of(plain) if plain else 0


def _date_day_column(grid: Grid) -> Grid:
    """Returns a sheet with full dates in its column of days ("Day"), if it is about one month, or if the names of
    months stand as headings over their days."""
    for row in range(min(len(grid.rows), _FIRST_ROWS)):
        cells = grid.rows[row]
        at = next((at for at, value in enumerate(cells) if normal(text_of(value)) in tools("day_label")), None)
        if at is None or sum(bool(text_of(value)) for value in cells) < 3:
            continue
        above = _texts_above(grid, row)
        days = {number: day for number, day in _days_below(grid, row, at) if day}
        headings = dict(_month_headings(grid, row))
        months = {found for text in above for found in months_with_year(text)}
        if not days or not (headings or (len(months) == 1 and not _are_days_of_a_course(list(days.values())))):
            return grid
        year, month = months.pop() if len(months) == 1 else (0, 0)
        rows = [list(line) if number in days else line for number, line in enumerate(grid.rows)]
        for number in range(row + 1, len(rows)):
            if number in headings:
                month, stated = headings[number]
                year = int(stated) if stated else _year_in(above, month)
            elif number in days and month:
                dated = _dated(days[number], month, year)
                if not headings and not isinstance(dated, date):
                    return grid
                rows[number][at] = dated  # type: ignore[index]
        return replace(grid, rows=rows)
    return grid


def _month_headings(grid: Grid, head: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yields the rows below a header that hold nothing but the name of a month, perhaps with its year."""
    for number in range(head + 1, len(grid.rows)):
        told = [value for value in grid.rows[number] if text_of(value)]
        if len(told) == 1 and (found := _month(told[0])):
            yield number, found


def _days_below(grid: Grid, head: int, at: int) -> Iterator[tuple[int, int]]:
    for number in range(head + 1, len(grid.rows)):
        line = grid.rows[number]
        text = text_of(line[at]) if at < len(line) else ""
        found = _DAY_NUMBER.fullmatch(text) or _clear_day(text)
        yield number, int(found[found.lastindex or 1]) if found else 0


def _are_days_of_a_course(days: Sequence[int]) -> bool:
    """Whether the days only count those of a course: 1, 2, 3."""
    different = list(dict.fromkeys(days))
    return len(different) > 1 and different == list(range(1, len(different) + 1))


def _date_month_headers(grid: Grid) -> Grid:
    """Returns a sheet with full dates in place of month names above day numbers."""
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        months = {at: found for at, value in enumerate(grid.rows[row]) if (found := _month(value))}
        days = {at: n for at, value in enumerate(grid.rows[row + 1]) if (n := _day(value)) and 1 <= n <= 31}
        only_months = len(months) == sum(bool(text_of(value)) for value in grid.rows[row][1:])
        if not months or len(days) < 2 or min(days) < min(months) or _states_numbers(grid.rows[row]):
            continue
        if not _is_header_row(grid.rows[row + 1], days, only_months):
            continue
        above = _texts_above(grid, row + 1)
        head = list(grid.rows[row + 1])
        for at, day in days.items():
            month, year = months[max(start for start in months if start <= at)]
            known = year or _year_in(above, month) or ""
            head[at] = f"{day}.{month}.{known}"
        return replace(grid, rows=[*grid.rows[:row], [None] * len(head), head, *grid.rows[row + 2 :]])
    return grid


def _states_numbers(cells: Sequence[Cell]) -> bool:
    """Whether a row with the name of a month holds data: dates, or numbers that are no years."""
    told = [value for value in cells if text_of(value) and not _YEAR.fullmatch(text_of(value))]
    return any(isinstance(value, date) or number_of(value) is not None for value in told)


def _day(value: Cell) -> int | None:
    """Returns a day number, which a weekday may precede ("Mon 7") and a point follow ("7.")."""
    words = text_of(value).split()
    return number_of(words[-1].rstrip(".")) if 1 <= len(words) <= 2 and not isinstance(value, date) else None


def _month(value: Cell) -> tuple[int, str] | None:
    if isinstance(value, date):
        return None
    words = text_of(value).replace("'", " ").split()
    month = month_of(words[0]) if 1 <= len(words) <= 2 else 0
    year = words[1] if len(words) == 2 and _YEAR.fullmatch(words[1]) else ""
    return (month, year) if month and (year or len(words) == 1) else None


def _is_header_row(cells: Sequence[Cell], days: Mapping[int, int], only_months: bool) -> bool:
    """Whether a row under months is a header: nothing stands before the days, or a word for people, or, under
    *only_months*, a text that no number follows but those of the days."""
    first = text_of(cells[0] if cells else None)
    if not first or any(
        meaning_of(text_of(value)) in {*PERSONAL, "people", "community"} for value in cells if isinstance(value, str)
    ):
        return True
    others = [value for at, value in enumerate(cells) if at > 0 and at not in days and text_of(value)]
    return (
        only_months
        and 0 not in days
        and number_of(first) is None
        and not any(number_of(value) is not None for value in others)
    )
