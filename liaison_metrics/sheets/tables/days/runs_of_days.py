"""Days of an event that follow each other: those that a line states ("17–19 January 2022"), and headers that number
them ("Day 2")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.phrases.days.names import month_of

_MOST_DAYS = 7
"""An event of numbered days lasts for at most so many; more are a period."""

_LONGEST_ENDING = 2
"""The ending of an ordinal number has at most so many letters."""

_ORDINAL = f"{alternatives('ordinals')}?"
_TO = rf"\.?\s*(?:[-–—/+&]|{alternatives('between_days')})\s*(?:[^\W\d]{{2,10}}[.,]{{0,2}}\s+)?"
_OF = rf"(?:{alternatives('before_month')}\s+)?"
_DAY = rf"(?<![\w./:-])(\d{{1,2}}){_ORDINAL}"
_IN_A_MONTH = re.compile(
    rf"{_DAY}{_TO}(\d{{1,2}}){_ORDINAL}(?:\.?\s*{_OF}([^\W\d]{{3,}})\.?,?\s*|\s*[./]\s*(\d{{1,2}})\s*[./]\s*)(\d{{4}}|\d{{2}})(?!\d)",
    re.I,
)
"""The first and the last day in one month ("17–19 January 2022", "12.-13.11.2020")."""

_MONTH_FIRST = re.compile(rf"(?<!\w)([^\W\d]{{3,}})\.?\s+{_DAY}{_TO}(\d{{1,2}}){_ORDINAL},?\s+(\d{{4}})(?!\d)", re.I)
_IN_TWO_MONTHS = re.compile(
    rf"{_DAY}\.?\s*{_OF}([^\W\d]{{3,}})\.?{_TO}(\d{{1,2}}){_ORDINAL}\.?\s*{_OF}([^\W\d]{{3,}})\.?,?\s*(\d{{4}})(?!\d)",
    re.I,
)


def number_of_day(header: str) -> int:
    """Returns which day of an event a header says that it is of ("Day 2", "1. Tag", "2η ημέρα"), 0 if it says anything
    else."""
    words = re.sub(r"(\d)([^\W\d])", r"\1 \2", normal(header)).split()
    numbers = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit()]
    days = [word for word in others if word in tools("numbered_days")]
    around = tools("around_numbered_day")
    known = all(len(word) <= _LONGEST_ENDING or word in around or word in days for word in others)
    return int(numbers[0]) if len(numbers) == len(days) == 1 and known else 0


def run_of_days(text: str) -> tuple[date, ...]:
    """Returns the days that follow each other of which a text states the first and the last, or all of several days
    that it lists; () if it states anything else."""
    if found := _IN_A_MONTH.search(text):
        first, last, name, number, year = found.groups()
        month = month_of(name) if name else int(number)
        return _between(_day(year, month, first), _day(year, month, last))
    if found := _MONTH_FIRST.search(text):
        name, first, last, year = found.groups()
        return _between(_day(year, month_of(name), first), _day(year, month_of(name), last))
    if found := _IN_TWO_MONTHS.search(text):
        first, before, last, name, year = found.groups()
        return _between(_day(year, month_of(before), first), _day(year, month_of(name), last))
    days = [stated.day for stated in find_dates(text)]
    whole = [day for day in days if day is not None]
    return _between(*whole) if len(whole) == len(days) == 2 else ()


def _between(first: date | None, last: date | None) -> tuple[date, ...]:
    days = (last - first).days + 1 if first and last else 0
    return tuple(first + timedelta(days=n) for n in range(days)) if first and 1 < days <= _MOST_DAYS else ()


def _day(year: str, month: int, number: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(number))
    except ValueError:
        return None
