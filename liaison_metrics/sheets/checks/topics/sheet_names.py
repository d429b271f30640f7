"""What the name of a sheet says of all its people: that they stayed away, had only registered, or are of the team."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.lines_over_absent import tells_they_stayed_away
from liaison_metrics.sheets.rows.thresholds import LONGEST_MARK
from liaison_metrics.sheets.words.lists import alternatives, evidence, month_words, normal, tools, values
from liaison_metrics.sheets.words.phrases.found import without_phrases

_JOINED = re.compile(rf"\s*[-–+&/,_]\s*|\s+{alternatives('and', 'people')}\s+", re.I)
"""What joins two words in the name of a sheet ("Speakers + crew")."""


_SHORTEST_THING = 5
"""Shorter words begin others by chance."""


def _without_day(name: str) -> str:
    """Returns the words of a name without those of a day ("Absent 4 May")."""
    return " ".join(word for word in normal(name).split() if not (word.isdecimal() or word in month_words()))


def topic_of_name(name: str) -> str:
    """Returns what the list of a sheet is for if its whole name says that its people had registered, else "". Within a
    title, such a word may be about something else."""
    return "registrations" if _without_day(name) in tools("registered") else ""


@lru_cache(maxsize=1_000)
def names_things(name: str) -> bool:
    """Returns whether the name of a sheet is a word for something else than attendance, and says nothing else
    ("Materialliste", "Programme", "Lista della spesa 2")."""
    things, around = evidence("tabs_of_things"), evidence("around_tabs")
    form = _without_day(name)
    if form in things:
        return True
    rest = without_phrases(form.split(), things)
    plain = all(word in around or _is_compound(word) for word in rest)
    return bool(rest) and plain and not around.issuperset(form.split())


def _is_compound(word: str) -> bool:
    """Whether a word is one for things with a word such as "list" behind it ("Materialliste")."""
    parts = ((word[:end], word[end:]) for end in range(_SHORTEST_THING, len(word)))
    return any(thing in evidence("tabs_of_things") and rest in evidence("around_tabs") for thing, rest in parts)


def reason_of_list(sheet: str, sheets: Collection[str], header: str) -> NotCountedReason | None:
    """Returns why the people of a list don't count: its sheet's name says so, and the names of other *sheets* don't
    ("Absent", "Staff"), or the *header* of its first column does."""
    reasons = {one: reason_in_name(one, sheets) for one in sheets}
    by_name = reasons.get(sheet) if None in reasons.values() else None
    return by_name or reason_in_header(header)


def reason_in_name(name: str, others: Collection[str]) -> NotCountedReason | None:
    """Returns why the people of a sheet don't count, if its name says nothing else ("Absent", "Staff", "Warteliste").
    "Registered" says so beside a sheet of those who attended. "Staff training" may be an event. *others* are the names
    of the other sheets."""
    form, plain = normal(name), _without_day(name)
    parts = {normal(part) for part in _JOINED.split(name)}
    team = tools("staff_heading") | tools("team")
    if form in team | (values("staff") - values("also_name")) or (
        len(parts) > 1 and parts & (team | values("staff")) and parts <= team | values("staff") | tools("speakers")
    ):
        return NotCountedReason.STAFF
    if plain in tools("registered"):
        attended = any(normal(other) in values("present") and len(other) > LONGEST_MARK for other in others)
        return NotCountedReason.ABSENT if attended else None
    absent = plain in evidence("absent_labels") or tells_they_stayed_away(name)
    return NotCountedReason.ABSENT if absent else reason_in_header(plain)


def reason_in_header(header: str) -> NotCountedReason | None:
    """Returns why the people below a header don't count ("Apologies", "Fraværende"), None if they do."""
    form = normal(header)
    return NotCountedReason.ABSENT if form in values("absent") and len(form) > LONGEST_MARK else None
