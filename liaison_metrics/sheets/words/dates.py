"""Reads dates as people write them, in five languages. The order of day and month is decided for the whole file, see
``DateOrder``."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.lists import alternatives
from liaison_metrics.sheets.words.phrases.days.filed import without_days_of_paper
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_of
from liaison_metrics.sheets.words.phrases.days.written_out import written_out

FIRST_SERIAL_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheet dates, so that day 60 and later are correct (ECMA-376, 18.17.4.1)."""

_SERIALS = range(1, 60_000)
_YEARS = range(1900, 2100)

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
_HALF = rf"(?:\s*(?:{alternatives('half_day')}|{alternatives('clock')}))?"
_TIME = re.compile(
    rf"[,T\s(|–-]+(?:{alternatives('before_time')}\s*\d{{1,2}}(?:[.:]\d{{2}})?|{_CLOCK}|\d{{1,2}}(?=\s*{alternatives('half_day')})|"
    rf"\d{{1,2}}(?:\.\d{{2}})?(?=(?:\s*(?:-|–)\s*\d{{1,2}})?\s*{alternatives('clock')}\b)){_HALF}"
    rf"(?:\s*(?:-|–|{alternatives('until_time')})\s*\d{{1,2}}(?:[.:]\d{{2}})?{_HALF})?"
    r"(?:\s*(?:(?:z|utc|gmt|ces?t|ees?t|wes?t|mes?z|oes?z)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}))?\)?\s*$",
    re.I,
)
_TIME_AFTER_YEAR = re.compile(
    r"(?:(?<=[./-]\d{4})|(?<=\d[./-]\d\d[./-]\d\d)|(?<=\d[./-]\d[./-]\d\d))[,T\s]+\d{1,2}\.\d{2}(?:\.\d{2})?\s*$"
)
"""A time of day with dots behind a full date ("17.11.2020, 15.55.10", "03-02-21 19.01")."""

_MONTH_FIRST = re.compile(rf"\d\s*{alternatives('month_first')}\b", re.I)
_AND, _THE = alternatives("between_days"), rf"(?:{alternatives('before_day')}\s+)?"
_ORDINAL, _OF = f"{alternatives('ordinals')}?", rf"(?:{alternatives('before_month')}\s+)?"
_RANGE = re.compile(
    rf"^(\d{{1,2}})\s*\.?\s*(?:-|–|/|{_AND})\s*\d{{1,2}}(?!\d)(?=\s*\.?\s*(?:[^\W\d]{{3}}|\d{{1,2}}[./]\d{{4}}))"
)
_NUMBERED = re.compile(
    rf"(?<!\w){alternatives('numbered')}\.?\s+\d{{1,2}}(?:\s*[,:;|]\s*|\s+[-–—/]\s*|[-–—/]\s+)"
    r"(?=(?:[^\W\d]+\.?\s+)?\d)",
    re.I,
)
"""The number of a day or a lesson before its date ("Day 2 – 25 August 2021"): it is no day of the month."""

_NUMBERED_EVENT = re.compile(
    rf"((?<!\w){alternatives('numbered_events')}\s+)(\d{{1,2}})\s+[-–—]\s+(?=(\d{{1,2}})\b)", re.I
)
"""The number of an event before its date ("Focus group 1 – 28 October"), or the first of its days."""

_ROOM_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,30})\.?\s+(\d\d?)\s+[-/]\s+(?=(\d\d?)([./-])\d\d?\4\d{4}(?!\d))")
"""A number behind a word, such as that of a room, and a full date ("Room 2 - 12.06.2021"); or the days of an event."""

_ROMAN_MONTH = re.compile(r"(?<![\w.])(\d{1,2})\s?([./-]|\s)\s?([IVX]{1,4})\s?(?:[./-]|\s)\s?((?:19|20)\d{2})(?!\w)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""The months as numbers of the Romans ("12.III.2021")."""

_LONGEST_EVENT = 10
"""An event lasts for at most so many days."""

_FEW_DAYS = 4
"""Two days so near each other, behind any word, are the first and the last of an event rather than a room and a day."""

_SERIAL_TEXT = re.compile(r"\d{5}(\.\d+)?")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_COMPACT = re.compile(r"^(20\d{2}|19\d{2})(\d{2})(\d{2})$")
_TRIPLE = re.compile(rf"^{_THE}(\d{{1,2}})\s*([./\-  ])\s*(\d{{1,2}})\s*[./\-  ]\s*(\d{{4}}|\d{{2}})\.?$")
_PAIR = re.compile(r"^(\d{1,2})\s*([./\-])\s*(\d{1,2})\.?$")
_DAY_MONTH = re.compile(rf"^{_THE}(\d{{1,2}}){_ORDINAL}[\s.\-/]*{_OF}([^\W\d]{{3,}})\.?[\s.,\-/]*(\d{{4}}|\d{{2}})?$")
_MONTH_DAY = re.compile(rf"^([^\W\d]{{3,}})\.?\s*(\d{{1,2}}){_ORDINAL}[\s,]*(\d{{4}})?$")
_WEEKDAY = re.compile(rf"^[^\W\d]{{2,10}}\.?,?\s+{_THE}(?=\d)")
_DAY_AND_MONTH = re.compile(r"\d\s*[./]\s*\d|\d-\d{1,2}-\d")
_ANYWHERE = re.compile(
    r"(?<![\w])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s*[./\-]\s*\d{1,2}\s*[./\-]\s*(?:\d{4}|\d{2})|"
    r"\d{1,2}/\d{1,2} \d{4}|"
    rf"\d{{1,2}}{_ORDINAL}[\s.\-–/]*(?:(?:-|–|{_AND})\s*\d{{1,2}}\.?\s*)?{_OF}[^\W\d]{{3,}}\.?[\s,\-/]*\d{{4}}(?![-/.]\d)|"
    rf"[^\W\d]{{3,}}\s+\d{{1,2}}{_ORDINAL},?\s+\d{{4}}(?![-/.]\d))(?![\w])"
)
"""A date within a text."""

_TIMES = re.compile(
    r"(?<![\d./-])([01]?\d|2[0-4])(?:[.:][0-5]\d\s?-\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?|-\d{1,2}[.:][0-5]\d)(?![\d./-])"
)
"""Two times of day, from and until ("9.00-15.30"): no date has a dot and a hyphen."""

_MIXED = re.compile(r"-\d+/|/\d+-")  # "50-11/22" is the number of a file
_WORD_BEFORE = re.compile(rf"([^\W\d]{{2,}})[.,]{{0,2}}\s+{_THE}$")
_WORD_BEHIND = re.compile(r"\s*[,(]\s*([^\W\d]{2,})")
"""The words right before and behind a date."""

_DIGIT = re.compile(r"\d")
_BEGINS_DATE = re.compile(r"(?<!\w)\d")
"""What every text has that ``_ANYWHERE`` finds something in: a number that begins a word."""


class DateOrder(StrEnum):
    """The order in which a file writes day and month as numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as a cell states it: a full date; or two numbers in unknown order (``pair``); or a date that doesn't
    exist.

    ``year`` is 0 if the cell states none, ``weekday`` 0 or from 1 (Monday) to 7.
    """

    day: date | None = None
    pair: tuple[int, int] = (0, 0)
    year: int = 0
    day_first: bool = False
    month_first: bool = False
    impossible: bool = False
    weekday: int = 0

    def in_order(self, order: DateOrder | None, year: int = 0) -> date | None:
        """Returns the date for the file's order, None if it stays ambiguous. *year* completes a date without one."""
        if self.day is not None:
            return self.day
        if self.impossible or not (self.year or year):
            return None
        first, second = self.pair
        order = order or self.written_order
        if first > 12 or (second <= 12 and first == second) or order is DateOrder.DAY_FIRST:
            return _day(self.year or year, second, first)
        if second > 12 or order is DateOrder.MONTH_FIRST:
            return _day(self.year or year, first, second)
        return None

    @property
    def ambiguous(self) -> bool:
        """Whether the date depends on the order of day and month."""
        first, second = self.pair
        undecided = self.day is None and not self.impossible and self.written_order is None
        return undecided and first != second and first <= 12 and second <= 12

    @property
    def written_order(self) -> DateOrder | None:
        """The order implied by how the date is written or by its day of the week, if any."""
        if self.day_first == self.month_first:
            days = {order: self.in_order(order) for order in DateOrder} if self.weekday and self.year else {}
            fitting = [order for order, day in days.items() if day and day.isoweekday() == self.weekday]
            return fitting[0] if len(fitting) == 1 else None
        return DateOrder.DAY_FIRST if self.day_first else DateOrder.MONTH_FIRST


def read_date(value: Cell, *, serials: bool = False) -> StatedDate | None:
    """Returns the date a cell states, None if it states none. With *serials*, a number may be a spreadsheet date."""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return StatedDate(day=day, year=day.year)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        if serials and math.isfinite(value) and int(value) in _SERIALS and int(value) not in _YEARS:
            day = FIRST_SERIAL_DAY + timedelta(days=int(value))
            return StatedDate(day=day, year=day.year)
        return None
    if not isinstance(value, str):
        return None
    stated = _read_text(value)
    if stated is None and serials and _SERIAL_TEXT.fullmatch(value.strip()):
        return read_date(float(value), serials=True)
    return stated


@lru_cache(maxsize=50_000)
def _read_text(value: str) -> StatedDate | None:
    text = value.strip()
    if found := _ISO.match(text):
        year, month, number = map(int, found.groups())
        return _stated(_day(year, month, number), year)
    if not 3 <= len(text) <= 60 or _DIGIT.search(text) is None:
        return None
    text = without_numbers_of_days(written_out(text))
    month_first = bool(_MONTH_FIRST.search(text))
    text = _TIME.sub("", _TIME_AFTER_YEAR.sub("", text)).strip(" ,.;")
    weekday = weekday_of(word[0]) if (word := re.match(r"[^\W\d]+", text)) else 0
    text = _without_weekday(text)
    text = _RANGE.sub(r"\1", text)
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, number = map(int, found.groups())
        return _stated(_day(year, month, number), year)
    stated: StatedDate | None
    if found := _TRIPLE.match(text):
        stated = _triple(int(found[1]), int(found[3]), _year(found[4]), found[2], month_first)
    else:
        stated = _with_month_name(text) or _without_year(text)
    return replace(stated, weekday=weekday) if stated and weekday and stated.day is None else stated


def _triple(first: int, second: int, year: int, sign: str, month_first: bool) -> StatedDate:
    if not _day(year, second, first) and not _day(year, first, second):
        return StatedDate(year=year, impossible=True)
    settled = sign in ".-" and not month_first
    return StatedDate(pair=(first, second), year=year, day_first=settled, month_first=month_first)


def _with_month_name(text: str) -> StatedDate | None:
    if found := _DAY_MONTH.match(text):
        number, name, year = found.groups()
    elif found := _MONTH_DAY.match(text):
        name, number, year = found.groups()
    else:
        return None
    month = month_of(name)
    if not month:
        return None
    if not year:
        return StatedDate(pair=(int(number), month), day_first=True)
    return _stated(_day(_year(year), month, int(number)), _year(year))


def _without_year(text: str) -> StatedDate | None:
    found = _PAIR.match(text)
    first, second = (int(found[1]), int(found[3])) if found else (0, 0)
    if not found or not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    if found[2] == "." and second > 12:
        return None  # a time of day: with a dot, nobody writes the month first
    return StatedDate(pair=(first, second), day_first=found[2] == "." or text.endswith("."))


def _stated(day: date | None, year: int) -> StatedDate:
    return StatedDate(day=day, year=year, impossible=day is None)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else 2000 + year if year <= 35 else 1900 + year


def _without_weekday(text: str) -> str:
    """Returns a text without the day of the week that it begins with. Before a month, "mar" is no March."""
    first, *others = re.findall(r"[^\W\d]+", text) or [""]
    dated = any(map(month_of, others)) or _DAY_AND_MONTH.search(text)
    return text if month_of(first) and not dated else _WEEKDAY.sub("", text)


def find_dates(text: str) -> list[StatedDate]:
    """Returns the dates anywhere in a text ("Palermo, 3 marzo 2021")."""
    if _BEGINS_DATE.search(text) is None and "_" not in text:
        return []
    text = _TIMES.sub(" ", without_numbers_of_days(written_out(without_days_of_paper(text))))
    found = ((match, read_date(match.group())) for match in _ANYWHERE.finditer(text))
    return [_beside_weekday(day, at) for at, day in found if day and not (day.impossible and _MIXED.search(at.group()))]


def _beside_weekday(stated: StatedDate, match: re.Match[str]) -> StatedDate:
    """Returns a date of which the order is open with the day of the week right before or behind it ("Thursday
    06/05/2021", "06/05/2021 (Thu)")."""
    if stated.day or stated.weekday or not stated.year:
        return stated
    before, behind = match.string[: match.start()], match.string[match.end() :]
    words = [found[1] for found in (_WORD_BEFORE.search(before), _WORD_BEHIND.match(behind)) if found]
    return replace(stated, weekday=next(filter(None, map(weekday_of, words)), 0))


def without_numbers_of_days(text: str) -> str:
    """Returns a text without the numbers of days or lessons that stand before a date ("Day 2 – 25 August"), and with
    numbers in place of Roman months."""
    text = _ROOM_BEFORE.sub(_apart_from_date, _ROMAN_MONTH.sub(_with_number_of_month, text))
    return _NUMBERED_EVENT.sub(_without_number, _NUMBERED.sub("", text))


def _with_number_of_month(found: re.Match[str]) -> str:
    number, _sign, month, year = found.groups()
    return f"{number}.{_ROMAN.index(month) + 1}.{year}" if month in _ROMAN else found[0]


def _apart_from_date(place: re.Match[str]) -> str:
    """Returns a number that is no day with a comma behind it. Days near each other, or behind "from", stay."""
    days, small = int(place[3]) - int(place[2]), not place[1][0].isupper()
    dated = 0 < days <= _FEW_DAYS or (small and days > 0) or weekday_of(place[1]) or month_of(place[1])
    return place[0] if dated else f"{place[1]} {place[2]}, "


def _without_number(event: re.Match[str]) -> str:
    days = int(event[3]) - int(event[2])
    return event[0] if 0 < days <= _LONGEST_EVENT else event[1]
