"""What headers of numbers and lines over people say of them: that they came, had registered, or stayed away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    header_starts,
    headers,
    is_planned,
    normal,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in
from liaison_metrics.sheets.words.phrases.numbers import without_of_whom
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team, is_of_things
from liaison_metrics.sheets.words.presence import (
    counts_who_came,
    names_people,
    names_registration,
    without_other_ending,
    words_beside_absence,
)

_WHO = re.compile(alternatives("who"), re.I)
_BRACKETS = re.compile(r"\([^)]*\)")
_HEADING = re.compile(r"[(:\d]|\s[-–—]")
"""Where a heading goes on to say when, or how many."""

_NUMBER_OF = re.compile(r"^\s*(?:n[or]?|αρ)[.°º]+\s*(?=[^\W\d])", re.I)
"""An abbreviation for a number, and no "no"."""

_MOST_AROUND = 2
"""Small words behind the word that makes a heading ("ISCRITTI al")."""

_SHORTEST_WORD = 5
"""Shorter words for presence begin other lines too."""

_LONGEST_WHOLE = 4
"""So short words of a list are whole words; longer ones begin others."""


class Told(IntEnum):
    """Of whom or what the numbers under a header are."""

    OTHERS = 0
    """Not of all who came: of things, of people who registered, stayed away, are of the team, or are new."""

    UNKNOWN = 1
    PEOPLE = 2
    CAME = 3


@lru_cache(maxsize=20_000)
def counts_absent(header: str) -> bool:
    """Returns whether the numbers under a header are of people who stayed away ("Absent pupils"), and of nobody who
    came."""
    form = normal(_BRACKETS.sub(" ", without_other_ending(header)))
    others = words_beside_absence(form)
    return others != form.split() and not _speak_of_coming(others)


@lru_cache(maxsize=20_000)
def tells_coming(header: str) -> bool:
    """Returns whether a header of numbers says that people came, perhaps only some of them, and not what they had said
    before."""
    words = normal(header).split()
    return _speak_of_coming(words) and not tools("registered") & set(words) and not counts_absent(header)


def without_number_of(header: str) -> str:
    """Returns a header without an abbreviation for "number of" before it ("n. alunni")."""
    return _NUMBER_OF.sub("", header)


@lru_cache(maxsize=20_000)
def told_by(header: str) -> Told:
    """Returns of whom or what the numbers under a header are, beside other numbers of the same events."""
    header = without_number_of(header)
    form = f" {normal(header)} "
    words = form.split()
    people = any(map(names_people, words)) or header_starts(header, "counted_people")
    if without_of_whom(header) != header and counts_who_came(header):
        return Told.CAME  # "of whom present"
    if _tells_others(header, form):
        return Told.OTHERS
    if counts_who_came(header) or tells_coming(header) or _begins_word(form, "came_to_event"):
        return Told.CAME
    things = header_starts(header, "other_numbers") or is_of_things(header)
    if things or names_registration(header) or not tools("registered").isdisjoint([form.strip(), *words]):
        return Told.OTHERS
    return Told.PEOPLE if people else Told.UNKNOWN


def tell_apart_who_came(headers: Sequence[str]) -> bool:
    """Returns whether one of several headers of numbers is of those who came, and another one of others, or one denies
    it ("Handed out", "Not collected"): together they are not all who came."""
    denied = any(not tools("not").isdisjoint(normal(one).split()) or counts_absent(one) for one in headers)
    came = [told_by(one) is Told.CAME for one in headers]
    return denied or (any(came) and not all(came))


def _tells_others(header: str, form: str) -> bool:
    """Whether a header says that its numbers are of no people who came, or only of some, whatever else it says."""
    words = form.split()
    denied = not tools("not").isdisjoint(words) or has_phrase(form, tools("absence_header"))
    return denied or is_planned(header) or is_of_team(header) or _begins_word(form, "no_attendance")


def _begins_word(form: str, kind: str) -> bool:
    """Whether a phrase of a list begins at a word of a text in normal form, a short one as a whole word."""
    return any(f" {one}{' ' if len(one) <= _LONGEST_WHOLE else ''}" in form for one in evidence(kind))


def without_coming(header: str) -> str:
    """Returns a header of numbers without the words for coming beside those for the people ("Women who came")."""
    if not tells_coming(header):
        return header
    words = (word for word in header.split() if not _WHO.fullmatch(word) and not _speak_of_coming([normal(word)]))
    return " ".join(word for word in words if normal(word) not in tools("around_came"))


def _speak_of_coming(words: Sequence[str]) -> bool:
    known, said = people_words("present") | tools("came"), f" {' '.join(words)} "
    return any(map(speaks_of_coming, words)) or any(f" {one} " in said for one in known)


@lru_cache(maxsize=20_000)
def asks_for_others(header: str) -> bool:
    """Returns whether a header asks how many other people came or were brought, and nothing else ("With how many other
    people did she come?"), or begins with a word for more ("Plus how many")."""
    form = f" {normal(header)} "
    phrase = next(iter(phrases_in(form, tools("how_many"))), "")
    words = form.replace(f" {phrase} ", "  ", 1).split() if phrase else []
    around = people_words("people") | tools("came") | tools("how_they_come") | tools("brings") | tools("around_came")
    around |= tools("around_way") | tools("other_people")
    known = (word in around or word in values("present") or headers().get(word) == "present" for word in words)
    more = phrase and any(form.startswith(f" {one} ") for one, code in additional_words().items() if code == "plus")
    return bool(more) or (not tools("other_people").isdisjoint(words) and all(known))


def heads_registered(text: str) -> bool:
    """Returns whether a line stands over people who had registered ("ISCRITTI al 09/11/2020", "Registrations (24)")."""
    return _begins_heading(text, tools("registered"))


def heads_present(text: str) -> bool:
    """Returns whether a line stands over people who were there ("PRESENTI (ore 15)", "OEP, 28.09. – wer da war")."""
    said = values("present") | people_words("present") | {word for word, what in headers().items() if what == "present"}
    long = {word for word in said if len(word) >= _SHORTEST_WORD} - tools("registered")
    came = frozenset(long | {phrase for phrase in tools("asks_who") if " " in phrase})
    begins = _begins_heading(text, came | values("participant")) or _begins_heading(text.rpartition(" – ")[2], came)
    return begins or counts_who_came(_HEADING.split(text)[0])  # "Tatsächlich dagewesen – Forum, Kassel"


def _begins_heading(text: str, phrases: frozenset[str]) -> bool:
    words = normal(_HEADING.split(text)[0]).split()
    ends = range(max(1, len(words) - _MOST_AROUND), len(words) + 1)
    return any(" ".join(words[:end]) in phrases for end in ends) if words else False
