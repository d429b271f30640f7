"""Words of headings over people: those who were absent, or of the team, or who came to a part of the event."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.lines_over_absent import tells_they_stayed_away
from liaison_metrics.sheets.rows.marking.sections.lines_over_people import (
    tells_registered_came,
    tells_they_came_unregistered,
)
from liaison_metrics.sheets.rows.thresholds import LONGEST_HEADING, LONGEST_MARK, LONGEST_ORDINAL
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.people import BESIDE_LIST, additional_code
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.titles.team.event_work import heads_those_at_work
from liaison_metrics.sheets.words.phrases.titles.team.people_told import counts_escorts
from liaison_metrics.sheets.words.phrases.titles.team.voices import heads_voice_or_team
from liaison_metrics.sheets.words.presence import says_absent

_AFTER_PART = re.compile(r"\s[-–—]\s|[(:,]|\d{1,2}[.:h]\d{2}")
"""Where a heading goes on to say what the part was about, or when."""

_ASIDE = re.compile(r"(?<=\w)\s*\(([^()\d]+)\)\s*:?$")
"""Words in brackets behind a heading."""

_SO_MANY = re.compile(r"(?<=[^\W\d])\s*(?:\(\s*\d{1,3}\s*\)|[:–-]\s*\d{1,3})\s*:?$")
"""How many people a heading stands over ("Trainers (2)")."""

_MARKS = re.compile(r"(?:^|[/,;]\s*)[^\W_](?:\s*[=:]\s*)|(?:^|[/,;]\s*)[+–-]\s+")
"""Marks before what they mean ("A = absent", "- absent")."""

_BESIDE = re.compile(r"\s+[(–-]\s*")
"""What stands between a name and what is said of the person."""

_SHORTEST_SAID = 3

_GROUP_AND_NUMBER = 2
"""The words of a heading over a group of people ("Group 2", "Table B")."""


def section_reason(text: str) -> NotCountedReason | Literal[""] | None:
    """Returns why people under a heading don't count ("Apologies:", "Projektteam"), "" if they do, None if the text is
    no such heading. Brackets behind it say more of them ("Apologies (both groups)"), or that they don't count
    ("Volunteers (not counted)")."""
    text = _SO_MANY.sub("", text)
    if heads_voice_or_team(text):
        return ""
    if _explains_marks(text) or _is_said_of_one(text):
        return None
    aside = _ASIDE.search(text)
    if is_full_name(_ASIDE.sub("", text.partition(":")[2]).strip()):
        return None  # "Mediator: Anna Beck (staff)"
    if aside is None:
        return _reason_of_heading(text)
    said = f" {normal(aside[1])} "
    if has_phrase(said, tools("not_counted")):
        return NotCountedReason.STAFF
    whole = _reason_of_heading(text)
    return whole if whole is not None else _reason_of_heading(f"{text[: aside.start()]}:")


def line_reason(text: str) -> NotCountedReason | Literal[""] | None:
    """Returns what a line within a list says of the people below it, as ``section_reason``, also in words for what the
    team does at the event ("Technik und Foto"), which over a whole list would be its topic."""
    reason = section_reason(text)
    if reason is None and heads_those_at_work(_SO_MANY.sub("", text)):
        return NotCountedReason.STAFF
    return reason


def _explains_marks(text: str) -> bool:
    """Whether a line says what marks mean ("P = present, A = absent"): words for both stand in it."""
    said = [part for part in _MARKS.split(text) if part.strip()]
    return len(said) > 1 and has_phrase(normal(text), _words_of_presence()) and says_absent(said[-1])


@cache
def _words_of_presence() -> frozenset[str]:
    return frozenset(phrase for phrase in values("present") if len(phrase) >= _SHORTEST_SAID)


def _is_said_of_one(text: str) -> bool:
    """Whether a text is a full name with something said beside it ("Anna Berg - absent")."""
    name, *said = _BESIDE.split(text, maxsplit=1)
    return bool(said) and is_full_name(name) and _reason_of_heading(name) is None and not text.endswith(":")


def _reason_of_heading(text: str) -> NotCountedReason | Literal[""] | None:
    form = normal(text)
    if len(form) < 4:
        away = NotCountedReason.ABSENT if form in tools("away") and text[:1].isupper() else None
        return "" if text.isupper() and form in values("participant") else away  # "VIP", "Ill"
    if counts_escorts(text, pupils=False):
        return NotCountedReason.STAFF
    if tells_they_came_unregistered(text) or tells_registered_came(text):
        return ""
    if additional_code(text) in (*BESIDE_LIST, "late"):
        return ""
    words = form.split()
    said = values("absent") - values("also_name")
    if form in values("absent") or (len(words) <= LONGEST_HEADING and any(len(w) > 4 and w in said for w in words)):
        return NotCountedReason.ABSENT if len(form) > 4 or form in tools("away") - values("also_name") else None
    if form in evidence("absent_labels") or (text.endswith(":") and form.endswith(_said_of_the_absent())):
        return NotCountedReason.ABSENT
    if (form in values("staff") and text.endswith(":")) or _is_staff_heading(form):
        return NotCountedReason.STAFF
    here = form in values("present") | values("participant") | tools("parts_of_people") or _tells_of_screens(words)
    if here:
        return ""
    return NotCountedReason.ABSENT if tells_they_stayed_away(text) else None


def _tells_of_screens(words: list[str]) -> bool:
    """Whether a heading is of those who took part by screen ("Remote participants", "On screen (Zoom)")."""
    rest = [word for word in words if word not in tools("by_screen")]
    known = values("participant") | values("present") | people_words("people") | people_words("fillers")
    others = [word for word in rest if word not in known | tools("from_home") and not speaks_of_coming(word)]
    return 1 < len(words) <= LONGEST_HEADING and len(rest) < len(words) and not others


@cache
def _said_of_the_absent() -> tuple[str, ...]:
    """Returns how a sentence over people may end that says that they stayed away ("… but did not come:")."""
    return tuple(phrase for phrase in tools("stayed_away") if " " in phrase)


def is_gender_heading(text: str) -> bool:
    """Returns whether a text only names a gender in the plural, perhaps with a number ("Frauen", "Women (12)"): it
    heads people. "Donna" alone may be somebody's name."""
    return " ".join(word for word in normal(text).split() if not word.isdigit()) in tools("gender_heading")


def heads_part_of_event(text: str) -> bool:
    """Returns whether a text heads the people who came to a part of the event: of its day, or a numbered session
    ("Sessione pomeriggio", "Afternoon 14:00-17:00", "Session 2 - panel")."""
    words = normal(_AFTER_PART.split(text)[0]).split()
    if not 0 < len(words) <= LONGEST_HEADING:
        return False
    if set(words) <= values("also_name"):
        return False
    parts = [word for word in words if _is_part_of_day(word)]
    if len(words) == _GROUP_AND_NUMBER and words[0] in evidence("side_by_side") and _is_ordinal(words[1]):
        return normal(text) == " ".join(words)
    sessions = [word for word in words if word in tools("part_of_event")]
    numbers = [word for word in words if word.isdigit() or (len(word) <= LONGEST_ORDINAL and set(word) <= {*"iv"})]
    known = {*parts, *sessions, *numbers} | tools("around_part")
    return bool(parts or (sessions and numbers)) and all(word in known for word in words)


def _is_ordinal(word: str) -> bool:
    """Whether a word numbers a part or a group: a number, "II", or a letter."""
    return word.isdigit() or len(word) == 1 or (len(word) <= LONGEST_ORDINAL and set(word) <= {*"iv"})


@lru_cache(maxsize=10_000)
def _is_part_of_day(word: str) -> bool:
    """Whether a word is a part of the day, also in a compound ("Vormittagssitzung")."""
    parts = tools("parts_of_day")
    return word in parts or any(len(part) > LONGEST_MARK + 1 and word.startswith(part) for part in parts)


def _is_staff_heading(form: str) -> bool:
    """Whether a text is a heading such as "Trainers", "CESIE STAFF" or "Staff di progetto": a word for several of the
    team alone, or a word for the team among others. "Trainer Anna Neri" names a trainer and heads nothing."""
    words = set(form.split())
    if form in tools("staff_heading") or _names_only_staff(form):
        return True
    others = words - tools("team")
    grouped = bool(others) and all(map(_is_ordinal, others))  # "Team 2" is a group of participants
    return len(words) <= LONGEST_HEADING and others != words and not grouped and not words & values("participant")


def _names_only_staff(form: str) -> bool:
    """Whether a text only joins words for staff ("Helfer innen und Team", "Frivillige og personale")."""
    parts = re.split(rf" (?:{'|'.join(sorted(people_words('and')))}) ", form)
    return len(parts) > 1 and set(parts) <= tools("staff_heading") | tools("team") | values("staff")
