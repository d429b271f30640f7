"""Lines of text about another day than the event's, or about two days of which it was one."""

from __future__ import annotations

import re
from datetime import date

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.date_parts import days_without_year
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate, find_dates, read_date
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.phrases.days.names import month_of, weekday_of
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_STATE = re.compile(r"\bstand (?:vom |am |per )?\d|^stand [^\W\d]+ 20\d\d")
"""The day of a list's state ("Stand vom 12.5.", "Stand Mai 2021"). Alone, the word is also a place at a fair."""

_ORDINAL = f"{alternatives('ordinals')}?"
_EITHER = re.compile(
    rf"(?<![\w./:-])(\d{{1,2}}){_ORDINAL}(?:[./-]\d{{1,2}}(?:[./-](?:\d{{4}}|\d{{2}}))?\.?|\.?\s+[^\W\d]{{3,}}\.?(?:,?\s+\d{{4}})?|\.)?"
    rf",?\s+{alternatives('or')}\s+((?:[^\W\d]+[.,]{{0,2}}\s+){{0,3}})(\d{{1,2}}){_ORDINAL}(?!\d)"
    rf"(?:\s*([./-])\s*\d|\.?\s*(?:{alternatives('before_month')}\s+)?([^\W\d]{{3,}}))?",
    re.I,
)
"""Two numbers of days with "or" between them, and what makes the second one a day: a month, before or behind it."""

_LAST_DAY = 31
_DASHES = re.compile(r"\s[–—|-]+\s|\s?[;·•]\s")


def is_about_another_day(text: str) -> bool:
    """Returns whether a line or label is about another day than the event's: the next meeting, a deadline, the state
    of a list."""
    words = f" {normal(text)} "
    return has_phrase(words, tools("another_day"))


def tells_when_made(text: str) -> bool:
    """Returns whether a line is about the sheet: when it was made, who signs it."""
    form = normal(text)
    words = set(form.split()) & tools("not_of_the_event")
    return bool(words - {"stand"}) or (bool(words) and _STATE.search(form) is not None)


def dates_export(name: str, stated: StatedDate | None, said: date | None) -> bool:
    """Returns whether the day in a sheet's name is after the one that the person *said*, beside a word for a report or
    an export ("report-2021-10-17"): the sheet was made then."""
    day = stated.in_order(DateOrder.DAY_FIRST) if stated else None
    if said is None or day is None or day <= said:
        return False
    words = set(normal(name.replace("_", " ")).split())
    return not words.isdisjoint(tools("reports") | tools("not_of_the_event"))


def about_the_event(line: str, vocabulary: Vocabulary) -> str:
    """Returns a line without the parts between dashes that say what the sheet is ("Final conference, Palermo,
    25/03/2022 – export of the desk"), "" if the line is about the sheet, or about another day. Such a line names
    the activity: place and day alone stand beside a signature."""
    if not tells_when_made(line):
        return "" if is_about_another_day(line) and (find_dates(line) or days_without_year(line)) else line
    of_sheet, _colon, title = line.partition(": ")
    if tells_when_made(of_sheet) and not tells_when_made(title) and vocabulary.exact(VocabularyKind.ACTIVITY, title):
        return title
    kept = [part for part in _DASHES.split(line) if not tells_when_made(part)]
    dated = [part for part in kept if find_dates(part)]
    rest = " – ".join(kept)
    titled = len(dated) == 1 and _says_more(dated[0]) and bool(vocabulary.inside(VocabularyKind.ACTIVITY, rest))
    return rest if titled and not is_about_another_day(rest) else ""


def _says_more(part: str) -> bool:
    """Whether a part of a line says more than a day: one alone may be that on which the sheet was made."""
    return any(word.isalpha() and not (month_of(word) or weekday_of(word)) for word in normal(part).split())


def either_day(text: str) -> tuple[int, int] | None:
    """Returns the numbers of the two days of which a text says that the event was on one ("Saturday 12 or Sunday 13
    June"), None if it says nothing of that kind."""
    for found in _EITHER.finditer(text):
        first, between, second, sign, after = found.groups()
        words = between.split()
        dated = sign or month_of(after or "") or (words and month_of(words[-1]))
        apart = any(word.endswith(",") and not weekday_of(word.strip(",.")) for word in words)  # "18 or older, 3 March"
        if dated and not apart and max(int(first), int(second)) <= _LAST_DAY:
            return int(first), int(second)
    return None


def first_day(text: str) -> StatedDate | None:
    """Returns the first date in a text, None if there is none or the text leaves open which of two it was."""
    return None if either_day(text) else next(iter(find_dates(text)), None)


def listed_days(value: Cell) -> list[str]:
    """Returns the dates of a cell that holds several ("12.06., 13.06.2021"), none if it holds anything else: "7 October
    2021, 10-12 h" is one."""
    if not isinstance(value, str) or not set(",;\n") & set(value) or read_date(value):
        return []
    parts = [part.strip() for part in re.split(r"[,;\n]", value) if part.strip()]
    return parts if len(parts) > 1 and all(map(read_date, parts)) else []
