"""Days that are not written as dates usually are: in words ("the fourth of May 2021"), with a short year ("4 May '21"),
a Roman month ("4.V."), without signs ("20210504"), or as the day of a week ("KW 18/2021, Di")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from liaison_metrics.sheets.words.lists import (
    alternatives,
    day_words,
    month_words,
    normal,
    pattern_words,
    tools,
)
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_in_header

_WORD = r"[^\W\d_]"
_UNUSUAL = re.compile(
    rf"_|['’‘´`]\d\d|\d\s?[./-]\s?[IVX]+(?!\w)|(?<!\w)20\d{{6}}(?!\d)|{_WORD}\.?\s*-\d\d(?!\d)|{_WORD}{{3}}\.?\s\d\d\s*(?:[,;)]|$)"
    rf"|(?<!\w)(?:{alternatives('numbered_weeks')}|20\d\d-?W)\.?\s*\d",
    re.I,
)
"""What a text has that is one of these, but for days in words: a quick look."""

_SHORT_YEAR = re.compile(
    rf"(\d{{1,2}}\.?\s?[./-]?\s?(?:\d{{1,2}}|{_WORD}{{3,}})\.?|{_WORD}{{3,}}\.?)\s?([./-]?)\s?['’‘´`](\d\d)(?![\d\w])"
)
"""A day or a month with a short year behind an apostrophe ("4/5 '21", "May ’21")."""

_MONTH_AND_YEAR = re.compile(
    rf"(?<!\w)((?:\d{{1,2}}\.?[\s-]?)?)({_WORD}{{3,}})\.?(?:-(\d\d)(?![\w.:/-])|\s(2\d)(?=\s*(?:[,;)]|$)))"
)
"""A month with a short year behind a hyphen ("May-21"), or at the end of what it says ("4. maj 21, at seven")."""

_SIGN_BETWEEN = re.compile(r"\d\s?([./-])\s?\d")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTH = re.compile(r"(?<![\w.])(\d{1,2})\s?[./-]\s?([IVX]{1,4})(?:\.|(?!\w))(?!\s?[./-]?\s?\d)")
"""A day of a month in Roman numbers, without a year ("4.V.")."""

_COMPACT = re.compile(r"(?<!\w)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\w)")
_WEEK = re.compile(rf"(?<!\w){alternatives('numbered_weeks')}\.?\s*(\d{{1,2}})(?!\d)", re.I)
_WEEK_AND_YEAR = re.compile(rf"{_WEEK.pattern}(?:\s?/\s?20\d\d)?", re.I)
_ISO_WEEK = re.compile(r"(?<!\w)(20\d\d)-?W(\d\d)-?([1-7])(?!\d)", re.I)
_NUMBER_OF_MONTH = re.compile(r"(?<![\d./-])(0?[1-9]|1[0-2])\s?[/.-]\s?(20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@lru_cache(maxsize=20_000)
def written_out(text: str) -> str:
    """Returns a text with its days written as dates usually are; the same text if they are already."""
    if _UNUSUAL.search(text):
        text = _ISO_WEEK.sub(_day_of_iso_week, _COMPACT.sub(r"\1-\2-\3", text.replace("_", " ")))
        text = _ROMAN_MONTH.sub(_with_month, _MONTH_AND_YEAR.sub(_with_long_year, _SHORT_YEAR.sub(_with_year, text)))
        text = _with_day_of_week(text)
    return _with_digits(text) if _may_have_words(text) else text


def day_of_week_number(text: str, year: int = 0) -> date | None:
    """Returns the day that the number of a week and a day of the week state ("KW 18 / Di"), in the year that the text
    names or else in *year*; None if it states none, or names a month too ("Week 1 (4 Mar 2021)")."""
    week = None if any(map(month_of, _words(text))) else _WEEK.search(text)
    years = {int(found) for found in _YEAR.findall(text)} or {year}
    weekdays = {number for word in _words(text) if (number := weekday_in_header(word))}
    if week is None or len(years) != 1 or len(weekdays) != 1:
        return None
    try:
        return date.fromisocalendar(years.pop(), int(week[1]), weekdays.pop())
    except ValueError:
        return None


def months_with_year(text: str) -> list[tuple[int, int]]:
    """Returns the years and months that a text names ("Report for March 2021", "05/2021", "Year: 2021, month: 5")."""
    words = normal(written_out(text)).split()
    named = [
        (int(year), month_words()[word])
        for word, year in pairwise(words)
        if word in month_words() and _YEAR.fullmatch(year)
    ]
    if named or not _YEAR.search(text):
        return named
    if found := _NUMBER_OF_MONTH.findall(text):
        return [(int(year), int(month)) for month, year in found]
    years, months = {int(year) for year in _YEAR.findall(text)}, set(_months_labelled(words))
    return [(years.pop(), months.pop())] if len(years) == len(months) == 1 else []


def _months_labelled(words: Sequence[str]) -> Iterator[int]:
    """Yields the months behind a word for a month ("month: 5", "Μήνας: Μάιος")."""
    for label, month in pairwise(words):
        if label in tools("month_label"):
            number = month_words().get(month, int(month) if month.isdecimal() else 0)
            yield from (number,) if 1 <= number <= len(_ROMAN) else ()


def _words(text: str) -> Iterator[str]:
    """Yields the words of a text but those for weeks: "We" begins a day too."""
    weeks = {normal(word) for word in pattern_words("numbered_weeks")}
    return (found for found in re.findall(rf"{_WORD}+", text) if normal(found) not in weeks)


def _with_day_of_week(text: str) -> str:
    """Returns a text with the date in place of the number of a week, if it is the day of a numbered week in a year."""
    found = _WEEK_AND_YEAR.search(text)
    day = day_of_week_number(text) if found and _YEAR.search(text) else None
    return text if day is None or found is None else f"{text[: found.start()]}{day.isoformat()}{text[found.end() :]}"


def _day_of_iso_week(found: re.Match[str]) -> str:
    try:
        return date.fromisocalendar(*map(int, found.groups())).isoformat()
    except ValueError:
        return found[0]


def _with_year(found: re.Match[str]) -> str:
    day, sign, year = found.groups()
    if between := _SIGN_BETWEEN.search(day):
        return f"{day.rstrip('. ')}{between[1]}20{year}"  # "4/5 '21"
    dated = day[-1:].isdigit() or day.endswith(".") or month_of(day.split()[-1])
    return f"{day}{sign or ' '}20{year}" if dated else found[0]


def _with_long_year(found: re.Match[str]) -> str:
    day, month, behind_hyphen, at_end = found.groups()
    if not month_of(month) or not (behind_hyphen or day):
        return found[0]
    return f"{day.strip('. -')} {month} 20{behind_hyphen or at_end}".strip()


def _with_month(found: re.Match[str]) -> str:
    return f"{found[1]}.{_ROMAN.index(found[2]) + 1}." if found[2] in _ROMAN else found[0]


def _with_digits(text: str) -> str:
    """Returns a text with digits in place of the words for the day of a month ("the fourth of May": "the 4 May")."""
    words = text.split()
    for at in range(len(words) - 1, 0, -1):
        if normal(words[at]) in month_words():
            end = at - (normal(words[at - 1]) in _before_month())
            start = next((at for at in (end - 2, end - 1) if at >= 0 and _day(words[at:end])), None)
            if start is not None:
                words[start:at] = [str(_day(words[start:end]))]
                return " ".join(words)
    return text


def _day(words: Sequence[str]) -> int:
    return day_words().get(normal(" ".join(words)), 0)


@cache
def _before_month() -> frozenset[str]:
    return frozenset(map(normal, pattern_words("before_month")))


def _may_have_words(text: str) -> bool:
    """Whether a text names a month: a quick look."""
    return any(word in month_words() for word in normal(text).split())
