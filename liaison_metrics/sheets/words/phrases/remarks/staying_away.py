"""Remarks in free words that say that the person of a row stayed away ("chair stayed empty", "wanted to come, but had
to work"). What they say of coming late, of a relative or of another day decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import month_words, normal, tools, values, weekday_words
from liaison_metrics.sheets.words.phrases.absence import without_other_doings
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_beginnings
from liaison_metrics.sheets.words.phrases.remarks.wordings import wording_lists, wordings

_FILE = "staying_away.toml"

_CLAUSE = re.compile(r"[,;!()\[\]]|\.(?!\w)|\.{2,}|\s[-–—]\s|->|→")
_SHORT_NOT = re.compile(r"\b(?:did|was|could|is|has|does|would|have)n t\b|\b(?:can|won) t\b")
"""An English "not" behind its verb, in normal form."""

_LONGEST = 160
"""A longer text is no remark about one person."""

_FARTHEST_BEFORE, _FARTHEST_BEHIND = 6, 3
"""So many words at most stand between a "not" and the coming that it denies ("kam leider doch nicht")."""

_MOST_BEFORE = 2
"""So many words at most stand before somebody else, or a thing, of which a clause tells ("the bus did not come")."""

_SHORTEST_MONTH = 4
"""Shorter words for months and days ("mar", "mon") mean something else."""


@lru_cache(maxsize=20_000)
def says_away(remark: str) -> bool:
    """Returns whether a remark says that the person was not there, and nothing that speaks for their coming."""
    told = without_other_doings(remark) if len(remark) <= _LONGEST else ""
    clauses = [f" {form} " for part in _CLAUSE.split(told) if (form := _SHORT_NOT.sub("not", normal(part)))]
    came_after_all = (kind for kind in ("there", "instead") for clause in clauses if _pattern(kind).search(clause))
    if not clauses or next(came_after_all, None) or any(map(_tells_of_a_part, clauses)):
        return False
    away = [clause for clause in clauses if _is_of_absence(clause)]
    return bool(away) and not any(_speaks_for_coming(clause) for clause in clauses if clause not in away)


def _tells_of_a_part(clause: str) -> bool:
    """Whether a clause says that somebody missed a part of the event ("absent for the first hour")."""
    rest, part = without_beginnings(clause.strip(), "part_of_time")
    missed = has_phrase(rest, values("absent")) or without_beginnings(clause.strip(), "missed_some")[1]
    return part and missed and tools("not").isdisjoint(clause.split())


def _is_of_absence(clause: str) -> bool:
    if _names_a_day(clause) or _pattern("other_time").search(clause) or _pattern("things").search(clause):
        return False
    begins = f" {' '.join(clause.split()[:_MOST_BEFORE])} "
    if _pattern("messages").search(begins) or _tells_of_another(begins):
        return False  # the bus did not come
    if _denies_coming(clause):
        return True
    return not _tells_of_another(clause) and _pattern("away").search(clause) is not None


def _tells_of_another(clause: str) -> bool:
    """Whether a clause tells of a relative, unless it only says that they told of the person ("called off by her
    mother")."""
    words = clause.split()
    return any(
        word in tools("grown_relatives") and not _pattern("by").search(f" {' '.join(words[max(0, at - 3) : at])} ")
        for at, word in enumerate(words)
    )


def _names_a_day(clause: str) -> bool:
    """Whether a clause names a month or a day of the week: it may be another one than that of the event."""
    words = [word for word in clause.split() if len(word) >= _SHORTEST_MONTH]
    return any(word in month_words() or word.removesuffix("s") in weekday_words() for word in words)


def _denies_coming(clause: str) -> bool:
    """Whether a clause denies that somebody came, and not how or when they did."""
    return any(_is_denied(clause, denied, came) and not how.search(clause) for denied, came, how in _denials())


def _is_denied(clause: str, denied: re.Pattern[str], came: re.Pattern[str]) -> bool:
    comings = list(_places(clause, came))
    return any(
        0 <= start - place <= _FARTHEST_BEFORE or 0 <= place - start <= _FARTHEST_BEHIND
        for place in _places(clause, denied)
        for start in comings
    )


def _places(clause: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Yields at which words what a pattern finds begins."""
    return (clause.count(" ", 0, found.start()) for found in pattern.finditer(clause))


def _speaks_for_coming(clause: str) -> bool:
    """Whether a clause says that somebody came, not that they wanted to or were expected, or will another time."""
    if _pattern("meant").search(clause) or has_phrase(clause.strip(), tools("next_time")):
        return False
    return any(came.search(clause) and not denied.search(clause) for denied, came, _how in _denials())


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return wordings(word for words in wording_lists(_FILE)[kind].values() for word in words)


@cache
def _denials() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Returns for each language patterns of what denies, of coming, and of how somebody came."""
    lists = wording_lists(_FILE)
    return tuple(
        (wordings(lists["not"][of]), wordings(lists["came"][of]), wordings(lists["how"][of])) for of in lists["not"]
    )
