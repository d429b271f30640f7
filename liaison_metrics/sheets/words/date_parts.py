"""Dates in parts: a day and a month in one place, the year in another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.dates import (
    DateOrder,
    StatedDate,
    find_dates,
    read_date,
    without_numbers_of_days,
)
from liaison_metrics.sheets.words.lists import alternatives, month_words, normal, tools
from liaison_metrics.sheets.words.phrases.days.filed import without_days_of_paper
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_of
from liaison_metrics.sheets.words.phrases.days.written_out import day_of_week_number, written_out

_YEARS = re.compile(r"(?<!\d)(20\d{2})(?:\s*[/–-]\s*(20)?(\d{2})(?![\d./–-]))?(?!\d)")
"""A year, or two as schools and seasons write them ("2020/21")."""

_TO = rf"(?:\d{{1,2}}\.?\s*(?:-|–|/|{alternatives('between_days')})\s*)?"
_ORDINAL = f"{alternatives('ordinals')}?"
_THE = rf"(?:{alternatives('before_day')}\s+)?"
_DAYS = (
    re.compile(
        rf"(?<![\w./-]){_TO}\d{{1,2}}{_ORDINAL}\.?(?:\s*|-)(?:{alternatives('before_month')}\s+)?[^\W\d]{{3,}}\.?(?!\w)",
        re.I,
    ),
    re.compile(rf"(?<!\w)[^\W\d]{{3,}}\s+\d{{1,2}}{_ORDINAL}(?![\w.:/-]*\d)", re.I),
    re.compile(r"(?<![\w./-])\d{1,2}\.\s?\d{1,2}\.(?!\s?\d)"),
)
"""A day and a month: "4. september", "September 4", "4.9."."""

_SHORT = re.compile(r"(?<![\w./-])\d{1,2}\s?[./-]\s?\d{1,2}(?![./-]?\w)")
"""Numbers that are a day only after a day of the week ("Sat 4/9")."""

_SEVERAL_DAYS = re.compile(
    rf"(?<![\w./:-])\d{{1,2}}\.?\s*(?:[-–/&+]|{alternatives('between_days')})\s*\d{{1,2}}"
    rf"(?:[./]\d{{1,2}}[./]|\.?\s+(?:{alternatives('before_month')}\s+)?([^\W\d]{{3,}}))",
    re.I,
)
"""Two days of a month ("29-30 March 2022", "28.-29.10.2021")."""

_NAME_IS_DAY = re.compile(r"\d{1,2}\.\d{2}\.?|\d{2}[.-]\d{2}|\d{1,2}\.\d{1,2}\.")
"""A name that is only a day and a month. "1.2" and "1-2" are rather parts of something."""

_WORD_AND_NUMBER = re.compile(rf"([^\W\d]{{2,}})[.,:]*\s+{_THE}(\d{{1,2}}){_ORDINAL}\.?(?![\w:/-]|\.\d)")
"""A word and a number after it that may be a day ("Mi 7.", "Day: 4")."""

_DAY_AND_MONTH = re.compile(r"(?<![\d./:-])(\d{1,2})[-./ ](\d{1,2})(?:\.(?!\d)|(?![\d:-]|[./]\d))")
_COMPACT = re.compile(r"(?<!\d)(?:(2\d)(\d\d)(\d\d)|(\d\d)(\d\d)(2\d)?)(?!\d)")
"""A day without signs: "210504", "0405", "040521"."""

_BEFORE_NUMBER = re.compile(r"([^\W\d]\.)(?=\d)")

_LAST_DAY, _MONTHS = 31, 12
_SOME_YEAR = 2020
"""A year with all days, for days of which the year isn't known."""

_SCHOOL_BEGINS = 8
"""The month in which a school year begins at the earliest."""

_LONGEST_DAY, _LONGEST_LINK = 40, 3
"""The longest text that is nothing but a day, and the longest word between its parts ("den", "d", "til")."""

_BEFORE = re.compile(rf"([^\W\d]{{2,}})[.,]?\s+{_THE}$")


def days_without_year(text: str) -> list[StatedDate]:
    """Returns the days in a text that state no year ("Vejle, Saturday 4 September"), none if a date in it does."""
    text = written_out(without_days_of_paper(text))
    if not any(map(str.isdigit, text)) or find_dates(text):
        return []
    text = without_numbers_of_days(text)
    for pattern in (*_DAYS, _SHORT):
        found = [stated for match in pattern.finditer(text) if (stated := _day_at(match))]
        if found := [stated for stated in found if stated.weekday or pattern is not _SHORT]:
            return found
    return []


def only_day(texts: Iterable[str]) -> StatedDate | None:
    """Returns the day without a year that the texts state, None if they state none or several."""
    days = {day.pair: day for text in texts for day in days_without_year(text)}
    return next(iter(days.values())) if len(days) == 1 else None


def states_several_days(text: str) -> bool:
    """Returns whether a text states more than one day ("29 and 30 March 2022")."""
    dates = find_dates(text)
    if len({(one.day, one.pair, one.year) for one in dates}) > 1 or len(days_without_year(text)) > 1:
        return True
    shortened = {day.pair for found in _DAYS[-1].finditer(text) if (day := _day_at(found))}
    if dates and shortened - {(one.day.day, one.day.month) if one.day else one.pair for one in dates}:
        return True  # "Thu 30.9. and Fri 1.10.2021"
    return any(found[1] is None or month_of(found[1]) for found in _SEVERAL_DAYS.finditer(text))


def _day_at(match: re.Match[str]) -> StatedDate | None:
    """Returns the day that a match states, with the day of the week before it."""
    stated = read_date(match.group())
    if stated is None or stated.year or stated.impossible:
        return None
    before = _BEFORE.search(match.string[: match.start()])
    return replace(stated, weekday=weekday_of(before[1]) if before else 0)


def day_in_name(name: str) -> StatedDate | None:
    """Returns the day that a sheet or file is named after, without a year ("7.10.", "Meeting 4 September")."""
    plain = _BEFORE_NUMBER.sub(r"\1 ", written_out(name).replace("_", " ")).strip()
    if _NAME_IS_DAY.fullmatch(plain):
        stated = read_date(plain)
        return stated if stated and not stated.impossible else None
    days = days_without_year(plain)
    return days[0] if len(days) == 1 else None


def days_of_names(names: Sequence[str], year: int) -> dict[str, StatedDate]:
    """Returns the days after which sheets are named, the day before the month ("4-5", "11-5"; "Day 1 0405", "Day 2
    1105"), if all of them are; {} if these may be numbers of something else. *year* is 0 if it isn't known: then one
    of the numbers must be above 12, as in the names of no parts. In a known year, one day of the week will do too."""
    for found in (_pair_in, _compact_in, _week_in):
        pairs = [found(name, year) for name in names]
        days = [StatedDate(pair=pair, day_first=True, year=year) for pair in pairs if pair]
        known = [day for one in days if (day := one.in_order(None, year or _SOME_YEAR))]
        if 1 < len(known) == len(names) and all(before < after for before, after in pairwise(known)):
            weekly = year and len({day.weekday() for day in known}) == 1
            return dict(zip(names, days, strict=True)) if weekly or any(day.day > _MONTHS for day in known) else {}
    return {}


def _pair_in(name: str, _year: int) -> tuple[int, int] | None:
    """Returns the last two numbers of a name that may be a day and a month."""
    found = _DAY_AND_MONTH.findall(written_out(name).replace("_", " "))
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def _compact_in(name: str, year: int) -> tuple[int, int] | None:
    """Returns the day and the month that a name has without signs ("210504", "0405")."""
    found = _COMPACT.findall(name.replace("_", " "))
    if len(found) != 1:
        return None
    before, month, day, first, second, behind = found[0]
    short = before or behind
    if short and int(short) != year % 100:
        return None
    return (int(day), int(month)) if before else (int(first), int(second))


def _week_in(name: str, year: int) -> tuple[int, int] | None:
    """Returns the day and the month that a name tells by the number of a week and a day of it ("Week 18 Tuesday")."""
    day = day_of_week_number(name.replace("_", " "), year) if year else None
    return (day.day, day.month) if day else None


def day_in_parts(lines: Collection[str]) -> StatedDate | None:
    """Returns the day whose number and month stand in different lines: "Wednesday 7" and "October 2020", or "Day: 7"
    and "Month: October". None if there is none, or several. "Day 2" alone may be the second day of a course."""
    months = {month_words()[word] for line in lines for word in normal(line).split() if word in month_words()}
    labels = {word for line in lines for word in normal(line).split()[:1]}
    days = set()
    for line in lines:
        for word, number in _WORD_AND_NUMBER.findall(line):
            if weekday_of(word) or (normal(word) in tools("day_label") and labels & tools("month_label")):
                days.add((int(number), weekday_of(word)))
    if len(months) != 1 or len(days) != 1:
        return None
    number, weekday = days.pop()
    return (
        StatedDate(pair=(number, months.pop()), day_first=True, weekday=weekday) if 1 <= number <= _LAST_DAY else None
    )


def day_stated(value: Cell) -> StatedDate | None:
    """Returns the only day that a cell states, with a year or without, perhaps behind a day of the week; None if it
    says more than that."""
    if (stated := read_date(value)) is not None or not isinstance(value, str) or len(value) > _LONGEST_DAY:
        return stated
    found = find_dates(value) or days_without_year(value)
    words = [word for word in re.findall(r"[^\W\d]+", value) if len(word) > _LONGEST_LINK]
    dated = all(month_of(word) or weekday_of(word) for word in words)
    return found[0] if len(found) == 1 and dated else None


def states_months(text: str) -> bool:
    """Returns whether a text names a year and months of it, and no day ("marzo 2022", "from May to July 2021")."""
    words = [word for word in normal(text).split() if not _YEARS.fullmatch(word)]
    long = [word for word in words if len(word) > _LONGEST_LINK or month_of(word)]
    named = bool(long) and all(map(month_of, long)) and not any(word.isdecimal() for word in words)
    return named and bool(years_in(text))


def is_part_of_a_day(text: str) -> bool:
    """Returns whether a text is a date with a part of its day ("22.11. vorm.", "morning 4 May")."""
    words = text.split()
    rest = [word for word in words if normal(word) not in tools("parts_of_day")]
    return 0 < len(rest) < len(words) and read_date(" ".join(rest)) is not None


def years_in(text: str) -> set[int]:
    """Returns the years that a text names; "2020/21" and "2020-2022" name all from the first to the last."""
    found = set()
    for first, century, second in _YEARS.findall(text):
        last = int(f"20{second}") if second else int(first)
        found.add(int(first))
        if century or last == int(first) + 1:
            found |= set(range(int(first), last + 1))
    return found


def only_school_year(texts: Iterable[str]) -> int:
    """Returns the first year of the only school year that texts name ("2021/22"), 0 if there is none or several."""
    found = {
        int(first) for text in texts for first, _century, second in _YEARS.findall(text)
        if second and int(f"20{second}") == int(first) + 1
    }  # fmt: skip
    return found.pop() if len(found) == 1 else 0


def year_at_school(stated: StatedDate, order: DateOrder | None, first: int) -> int:
    """Returns the year of a day without one in the school year that begins in *first*, 0 if it can't be told."""
    for year, months in ((first, range(_SCHOOL_BEGINS, 13)), (first + 1, range(1, _SCHOOL_BEGINS))):
        day = stated.in_order(order or DateOrder.DAY_FIRST, year) if first else None
        if day and day.month in months:
            return year
    return 0


def only_year(
    stated: StatedDate, order: DateOrder | None, period: tuple[date, date], years: Collection[int] = ()
) -> int:
    """Returns the only year, of those given or of all, that puts a date without one into the project period and on its
    day of the week; 0 if there is none or several."""
    start, end = period
    possible = {}
    for year in years or range(start.year, end.year + 1):
        day = stated.in_order(order or DateOrder.DAY_FIRST, year)
        if day and start <= day <= end:
            possible[year] = day
    if stated.weekday:
        possible = {year: day for year, day in possible.items() if day.isoweekday() == stated.weekday}
    return next(iter(possible)) if len(possible) == 1 else 0
