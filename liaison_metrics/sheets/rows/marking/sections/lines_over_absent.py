"""Lines over people who stayed away, in words that nobody listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import (
    evidence,
    language_words,
    languages,
    normal,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_phrases

_CLAUSE = re.compile(r"[,;:()/!?]|(?:^|\s)[-–—]+(?:\s|$)")
"""What stands between the parts of a line ("Registered - did not come")."""

LONGEST_LINE = 10
"""Words of such a line; a longer one is a sentence about something else."""

_SHORTEST_COMING = 4
"""Shorter words for presence ("si", "da") mean something else beside others."""

_WORDS_OF_A_NAME = (2, 3)

_REACH = 4
"""So many words behind a "not" may be what it denies."""

_CLOSE = 2
"""So many words at most stand between a "not" and the registration that it denies ("ohne vorherige Anmeldung")."""


@lru_cache(maxsize=10_000)
def tells_they_stayed_away(text: str) -> bool:
    """Returns whether a line says that people stayed away: a word for it, or one for coming or being seen behind a
    "not". Who came without registering was there."""
    words = normal(text).split()
    if not 0 < len(words) <= LONGEST_LINE:
        return False
    if _only_registered(words) or _are_only_away(words):
        return not may_be_a_name(text)
    if not _tells_absence(text) or may_be_a_name(text):
        return False
    return not any(map(_says_they_came, clauses(text)))


def _tells_absence(text: str) -> bool:
    parts = clauses(text)
    return any(
        _denies_coming(words)
        or has_phrase(" ".join(words), tools("away_phrases"))
        or (any(map(begins_as_away, words)) and not _comes_after_all(words))
        for words in parts
    )


def _only_registered(words: Sequence[str]) -> bool:
    """Whether a line says that people did nothing but register ("Nur angemeldet", "Solo iscritti")."""
    only = [word for word in words if word in tools("only")]
    rest = [word for word in words if word not in only]
    plain = all(map(is_of_registration, rest[:1])) and bool(rest)
    return bool(only) and plain and not any(speaks_of_being_there(word) for word in rest)


def _are_only_away(words: Sequence[str]) -> bool:
    """Whether a line says nothing but why people stayed away ("krank / Urlaub", "Off sick today")."""
    away = [word for word in words if word in tools("away")]
    around = tools("around_remark") | people_words("fillers") | people_words("and")
    today = tuple(tools("of_today"))
    return bool(away) and all(word in around or word in away or word.startswith(today) for word in words)


def begins_as_away(word: str) -> bool:
    """Returns whether a word says that people stayed away."""
    return word.startswith(_beginnings_of_away()) and word not in tools("not_away")


@cache
def _beginnings_of_away() -> tuple[str, ...]:
    return tuple(tools("away_begins"))


def _denies_coming(words: Sequence[str]) -> bool:
    """Whether words deny that people came, were seen or answered, and not that they had registered."""
    rest = without_denied_registration(words)
    return any(word in denials() and _is_of_coming(rest, at) for at, word in enumerate(rest))


def _is_of_coming(words: Sequence[str], at: int) -> bool:
    """Whether the "not" at a place among words is of coming ("nicht mehr gekommen", "kamen leider nicht"), and of
    nothing else ("present without signature")."""
    before, after = words[max(0, at - _CLOSE) : at], words[at + 1 :]
    if any(speaks_of_being_there(word) or word.startswith(_seen()) for word in after[:_REACH]):
        return True
    around = small_words() | tools("around_remark") | tools("around_came")
    return words[at] not in tools("without") and any(map(speaks_of_being_there, before)) and around.issuperset(after)


def _comes_after_all(words: Sequence[str]) -> bool:
    """Whether words of a clause say that people came, which nothing in it denies ("trotz Absage gekommen")."""
    denied = denials().union(evidence("being_able"))
    return any(map(speaks_of_being_there, words)) and denied.isdisjoint(words) and not any(map(_hinders, words))


def _hinders(word: str) -> bool:
    return word.startswith(tuple(tools("hinders")))


def _says_they_came(words: Sequence[str]) -> bool:
    """Whether one part of a line says that people came after all ("abgesagt, dann doch gekommen")."""
    told = [word for word in words if speaks_of_being_there(word)]
    later = has_phrase(" ".join(words), expectations())
    others = denials() | evidence("being_able") | tools("registered")
    plain = others.isdisjoint(words) and not any(begins_as_away(word) or _hinders(word) for word in words)
    return bool(told) and plain and not later


@cache
def expectations() -> frozenset[str]:
    """Returns phrases that say that people were expected, or would come."""
    return evidence("wants_to_come") | tools("away_phrases") | tools("next_time")


@lru_cache(maxsize=10_000)
def is_of_people(word: str) -> bool:
    """Returns whether a word in normal form is for several people who may take part."""
    known = people_words("people") | tools("parts_of_people") | tools("gender_heading") | values("participant")
    return word in (known | tools("minors_and_others")) - tools("registered") - values("staff")


def clauses(text: str) -> list[list[str]]:
    """Returns the words of the parts of a line, also those before and behind a "but"."""
    parts: list[list[str]] = []
    for part in _CLAUSE.split(text):
        words: list[str] = []
        for word in normal(part).split():
            if word in _buts():
                parts.append(words)
                words = []
            else:
                words.append(word)
        parts.append(words)
    return [words for words in parts if words]


@cache
def _buts() -> frozenset[str]:
    told = (word for language in languages() for word in language_words(language, "prose").get("but", ()))
    return frozenset(map(normal, told))


def without_denied_registration(words: Sequence[str]) -> list[str]:
    """Returns words without a "not" and the registration that it denies ("ohne Anmeldung gekommen")."""
    for at, word in enumerate(words):
        if word not in denials():
            continue
        for end in range(at + 1, min(len(words), at + 2 + _CLOSE)):
            if speaks_of_being_there(words[end]):
                break
            if is_of_registration(words[end]) or words[end].startswith(tuple(tools("expected_before"))):
                return [*words[:at], *without_denied_registration(words[end + 1 :])]
    return list(words)


def is_of_registration(word: str) -> bool:
    """Returns whether a word in normal form is for registering, booking or inviting."""
    return word in tools("registered") or word.startswith((*evidence("registering"), *tools("booked_begins")))


@cache
def denials() -> frozenset[str]:
    """Returns the words that deny something."""
    return tools("not") | tools("denials")


@cache
def _seen() -> tuple[str, ...]:
    return tuple(tools("seen_begins"))


@lru_cache(maxsize=10_000)
def speaks_of_being_there(word: str) -> bool:
    """Returns whether a word is for coming or being there."""
    if word in evidence("being_able") or is_of_people(word) or is_of_registration(word):
        return False
    known = values("present") | evidence("came_first") | tools("comings") | tools("there")
    named = len(word) >= _SHORTEST_COMING and word in known - tools("registered") - denials()
    return named or word in tools("there") or (speaks_of_coming(word) and word not in evidence("wants_to_come"))


def may_be_a_name(text: str) -> bool:
    """Returns whether a line is written as a name, and has a word that no list knows ("Krank Maria")."""
    words = text.split()
    written = is_full_name(text) or (len(words) in _WORDS_OF_A_NAME and text.replace(" ", "").isalpha())
    if not written or (text.isupper() and not small_words().isdisjoint(normal(text).split())):
        return False
    if any(word[:1].islower() for word in words):
        return False
    known = denials() | small_words() | tools("away") | people_words("people") | values("participant") | tools("only")
    known |= values("absent") | values("present") | tools("parts_of_people") | tools("of_today")
    plain = [word for word in normal(text).split() if word not in known - values("also_name")]
    if len(plain) < len(words) and not denials().isdisjoint(normal(text).split()):
        plain = [word for word in plain if not word.startswith(_seen())]  # "Keine Rückmeldung"
    return bool(without_phrases(plain, tools("away_phrases") | tools("joined_late")))


@cache
def small_words() -> frozenset[str]:
    """Returns small words that stand around others in lines over people."""
    return people_words("fillers") | tools("around_part") | tools("from_where") | tools("around_came")
