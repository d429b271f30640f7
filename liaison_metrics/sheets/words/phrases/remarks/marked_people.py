"""Lines that say which people of a list have a mark: only those who were absent, or only those who were there."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.found import phrases_in
from liaison_metrics.sheets.words.phrases.remarks.staying_away import says_away

_LONGEST_LINE = 12
"""A line of more words tells a story, in which such words may be about something else."""

_FEWEST_WORDS = 2

_CLAUSE = re.compile(r"[,;.!]\s")

_SHORTEST_WORD = 4
"""Shorter words for presence and absence are marks themselves, or small words of a sentence."""


@lru_cache(maxsize=10_000)
def tells_who_is_marked(line: str) -> bool | None:
    """Returns whether a line says that those who were there have a mark, False if those who were absent ("only the
    absent are ticked", "a cross: did not come"), None if it speaks of both, of neither, or of no marks. Each of its
    clauses is read alone ("only the absent are ticked, the others were there")."""
    if len(line.split()) > _LONGEST_LINE:
        return None
    said = {told for clause in _CLAUSE.split(line) if (told := _tells_who_is_marked(clause)) is not None}
    if not said and (whole := _tells_who_is_marked(line)) is not None:  # "whoever was absent, has a cross"
        return whole
    return said.pop() if len(said) == 1 else None


def _tells_who_is_marked(clause: str) -> bool | None:
    words = normal(clause).split()
    marks = [_is_of_marks(word) for word in words]
    if len(words) < _FEWEST_WORDS or not (any(marks) or tools("only").intersection(words)):
        return None
    rest, away = _without(f" {' '.join(words)} ", _words_for_absence())
    begun = [word for word in rest.split() if word.startswith(tuple(tools("away_begins")))]
    others = " ".join(["", *(word for word in rest.split() if word not in begun), ""])
    left, there = _without(others, _words_for_presence())
    away = away or bool(begun)
    if not away and says_away(clause):  # "for those who did not make it"
        return False
    if away == there:
        return None
    denying = tools("not") | tools("without")
    denied = any(word in denying and any(marks[at + 1 : at + 2]) for at, word in enumerate(words))
    if not any(marks) and _names_others(clause, left.split()):  # "only Anna was absent"
        return None
    if not denied and denying.intersection(left.split()):
        return None
    return there != denied  # "no cross: was there"


def tells_what_is_missing(line: str) -> bool:
    """Returns whether a line may say that a paper is missing, not who ("x = form missing"): such a word stands beside
    others that nobody knows, and none asks who."""
    words = normal(line).split()
    known = tools("lacking") | _words_for_absence()
    beside = [word for word in words if word not in known and not _is_of_marks(word)]
    who = tools("asks_who") | people_words("people")
    lacks = not tools("lacking").isdisjoint(words)
    return lacks and who.isdisjoint(words) and any(len(word) >= _SHORTEST_WORD for word in beside)


def _names_others(clause: str, left: Collection[str]) -> bool:
    """Whether a clause has words beside those for absence and presence that may name somebody, or more than a verb."""
    others = [word for word in left if word not in tools("only")]
    capital = {normal(word) for word in clause.split()[1:] if word[:1].isupper()}
    return not capital.isdisjoint(others) or sum(len(word) > _SHORTEST_WORD for word in others) > 1


def _is_of_marks(word: str) -> bool:
    """Whether a word in normal form is for a mark or for marking, in any form ("crosses")."""
    known = (one for one in tools("mark_words") if len(one) >= _SHORTEST_WORD)
    if word in tools("ticket_alone") | tools("ticket_kind"):
        return False
    noted = header_starts(word, "noted") and not word.startswith(tuple(evidence("registering")))
    return noted or word in tools("mark_words") or word.startswith(tuple(known))


def _without(words: str, phrases: Collection[str]) -> tuple[str, bool]:
    """Returns words without the phrases in them, and whether there were any."""
    found = phrases_in(words, phrases)
    for phrase in sorted(found, key=len, reverse=True):
        words = words.replace(f" {phrase} ", "  ")
    return words, bool(found)


@cache
def _words_for_absence() -> frozenset[str]:
    known = (
        values("absent")
        | tools("absence_header")
        | tools("away_phrases")
        | tools("absence_registers")
        | evidence("stayed_away")
    )
    return frozenset(word for word in known if len(word) >= _SHORTEST_WORD)


@cache
def _words_for_presence() -> frozenset[str]:
    known = values("present") | tools("who_came") | people_words("present")
    return frozenset(word for word in known if len(word) >= _SHORTEST_WORD and not header_starts(word, "noted"))
