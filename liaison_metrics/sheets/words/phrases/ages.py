"""Reads ages and ranges of ages in headers and labels, and finds the age band they lie in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.domain.reach.ages import AGE_BANDS, band_number
from liaison_metrics.sheets.words.lists import normal, people_words, tools

_RANGE = re.compile(r"(?<!\d)(\d{1,3})\s*(?:[-–—]|([^\W\d_]+))\s*(\d{1,3})(?!\d)")
_MINUTES = re.compile(r"(?<=\d)[:.h](?:00|30)(?!\d)")
"""Of a full or half hour: no day of a month."""

_SIGN_BEFORE = re.compile(r"^\s*([<>≤≥])\s*(?==?\s*\d)(=?)")
_LONGEST_HOURS = 3
"""Hours of a count follow one another in steps of so many hours at most; bands of ages are wider."""

_LAST_HOUR = 24
_MOSTLY = 0.7
"""From this share on, labels are hours. The others are totals and notes."""

_FEWEST_HOURS = 3

_OLDEST = 120
_YEAR = 1900
"""Any year will do to turn an age into a band."""


@lru_cache(maxsize=20_000)
def age_band_of(text: str) -> str | None:
    """Returns the code of the age band a text names ("under 18", "65+", "Kinder (0-14)"), "not_stated" for ages of
    several bands, None if the text isn't about ages only."""
    ages = _ages_of(text)
    if ages is None:
        return NOT_STATED if normal(text) in tools("parts_of_people") else None
    bands = {band_number(_YEAR - age, _YEAR) for age in ages}
    return AGE_BANDS[bands.pop() - 1] if len(bands) == 1 else NOT_STATED


def names_kind_of_people(form: str) -> bool:
    """Returns whether words in normal form name people by age or gender ("Women", "Kinder")."""
    return any(form in tools(kind) for kind in ("parts_of_people", "adults", "gender_heading")) or (
        form in people_words("minors")
    )


@lru_cache(maxsize=20_000)
def is_range_of_ages(text: str) -> bool:
    """Returns whether a text is a range of ages in numbers, or a limit ("18-24", "65+")."""
    return any(map(str.isdigit, text)) and _ages_of(text) is not None


def are_hours(texts: Sequence[str]) -> bool:
    """Returns whether labels are the hours of a day, one after the other ("10-11", "11-12", "15-16"): equal steps, most
    beginning where the one before ends, the others after a break."""
    ranges = [(int(found[1]), int(found[3])) for text in texts if (found := _RANGE.search(_MINUTES.sub("", text)))]
    steps = {high - low for low, high in ranges}
    if len(ranges) < max(_FEWEST_HOURS, _MOSTLY * len(texts)) or len(steps) != 1:
        return False
    breaks = [low - before[1] for before, (low, _high) in pairwise(ranges)]
    follows = min(breaks) >= 0 and 2 * breaks.count(0) >= len(breaks)
    return follows and 0 < steps.pop() <= _LONGEST_HOURS and ranges[-1][1] <= _LAST_HOUR


def _ages_of(text: str) -> tuple[int, int] | None:
    """Returns the lowest and the highest age a text names."""
    text = text.casefold().strip()
    if len(text) > 60:
        return None
    if normal(text) in people_words("minors"):
        return 0, 17
    digits = re.findall(r"\d+", text)
    if not 1 <= len(digits) <= 2 or max(map(int, digits)) > _OLDEST:
        return None
    found = _RANGE.search(text)
    if found and (not found[2] or normal(found[2]) in people_words("between_ages")):
        low, high = int(found[1]), int(found[3])
        rest = normal(text[: found.start()] + " " + text[found.end() :])
        return (low, high) if low < high and _is_about_age(rest) else None
    return _limit(text, int(digits[0])) if len(digits) == 1 else None


def _limit(text: str, age: int) -> tuple[int, int] | None:
    """Returns the ages up to or from a limit ("under 18", "65+")."""
    if sign := _SIGN_BEFORE.match(text):
        inclusive = sign[1] in "≤≥" or bool(sign[2])
        if not _is_about_age(normal(text)):
            return None
        if sign[1] in "<≤":
            return 0, age if inclusive else age - 1
        return age if inclusive else age + 1, _OLDEST
    before, _digits, after = text.partition(str(age))
    after = re.sub(r"^\s*\+", " plus ", after)
    words, later = _significant(normal(before)), _significant(normal(after))
    if words in people_words("younger_than") and not later and age:
        return 0, age - 1
    if (words in people_words("up_to") and not later) or (later in people_words("up_to") and not words):
        return 0, age
    if later in people_words("from_age") and not words:
        return age, _OLDEST
    if words in people_words("from_age") and not later:
        exact = normal(before).split()[-1] in people_words("from_this_age")
        return age if exact else age + 1, _OLDEST
    return None


def _significant(form: str) -> str:
    """Returns the words of a form that aren't only about ages."""
    if form in people_words("younger_than") | people_words("up_to") | people_words("from_age"):
        return form
    led = people_words("younger_than") | people_words("up_to") | people_words("from_age")
    words = form.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if " ".join(words[start:end]) in led and _is_about_age(" ".join(words[:start] + words[end:])):
                return " ".join(words[start:end])
    return "" if _is_about_age(form) else form


def _is_about_age(form: str) -> bool:
    known = people_words("ages"), tools("parts_of_people")
    return all(word.isdigit() or any(word in words for words in known) for word in form.split())
