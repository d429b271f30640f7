"""Cells that say how many came, and also that somebody of the team did, or how many had registered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import additional_words, headers, normal, people_words, tools, values

_LONGEST_TEXT = 120
"""A longer text is a sentence."""

_AND_TEAM = re.compile(
    r"(\d{1,4})\s*[(,;]?\s*([^\W\d]+(?:[. ]+[^\W\d]+)?\.?|\+|&)\s*(\d{1,3})\s+([^\W\d][^\d()]*?)\s*\)?"
)
"""A number, and how many of others were among or beside them ("26 (incl. 2 staff)")."""

_AND_SOMEBODY = re.compile(r"(\d{1,4})\s*[(,;]?\s*([^\W\d]+|\+|&)\s*((?:[^\W\d]+[ .]*){1,4})\)?")
"""A number, and somebody beside them ("9 + course leader")."""

_LONGEST_ARTICLE = 5
_LONG = 7
"""Shorter words without their last letter are others."""

_NUMBER = re.compile(r"(?<![\d.,:])\d{1,4}(?![\d:]|[.,]\d)")
_CLAUSE = re.compile(r"[(),;/|]|\s[–—-]\s")
"""Between what a cell says of those who came, and of those who had registered."""


@lru_cache(maxsize=10_000)
def people_beside_others(text: str) -> int:
    """Returns the people who came, of a text that says also who of the team did ("11 + 1 trainer", "9 + tutor"), or how
    many had registered ("11 (15 had registered)", "11 of 15 registered"); 0 if it says anything else."""
    if len(text) > _LONGEST_TEXT or not any(map(str.isdigit, text)):
        return 0
    return _beside_several_of_team(text) or _beside_one_of_team(text.strip()) or _of_registered(text)


def _beside_several_of_team(text: str) -> int:
    """Returns the people of a text that says how many of the team were among them, or came beside them, without the
    team ("26 (incl. 2 staff)", "11 + 1 trainer"); 0 if it says anything else."""
    found = _AND_TEAM.fullmatch(text.strip())
    if found is None:
        return 0
    form = normal(found[4])
    within = any(f"{normal(found[2])} ".startswith(f"{p} ") for p in tools("of_whom"))
    if form not in _team() or not (within or found[2].strip() in ("+", "&") or normal(found[2]) in _beside()):
        return 0
    people, staff = int(found[1]), int(found[3])
    return (people - staff if staff < people else 0) if within else people


def _beside_one_of_team(text: str) -> int:
    """Returns the people beside whom a text names somebody of the team by the post alone."""
    found = _AND_SOMEBODY.fullmatch(text)
    if found is None or not (found[2] in ("+", "&") or normal(found[2]) in _beside()):
        return 0
    words = normal(found[3]).split()
    posts = [" ".join(words), " ".join(words[1:])] if len(words[0]) <= _LONGEST_ARTICLE else [" ".join(words)]
    return int(found[1]) if any(post in _team() | tools("leads_lessons") for post in posts) else 0


def _of_registered(text: str) -> int:
    """Returns the people who came, of a text that also tells how many had registered."""
    parts = [part for part in map(str.strip, _CLAUSE.split(text)) if part]
    if len(parts) == 1 and (of := _of().fullmatch(normal(parts[0]))):
        parts = [of[1], of[2]]
    numbers = [_NUMBER.findall(part) for part in parts]
    words = [[word for word in normal(part).split() if not word.isdecimal()] for part in parts]
    if [len(found) for found in numbers] != [1, 1]:
        return 0
    registered = [_tells_registered(said) for said in words]
    if sum(registered) != 1:
        return 0
    came = registered.index(False)
    told = set(words[came]) <= people_words("people") | _present()
    bare = came == 0 or bool(_present().intersection(words[came]))
    return int(numbers[came][0]) if told and bare else 0


def _tells_registered(words: Sequence[str]) -> bool:
    """Whether words are of people who had registered, and of nothing else that some of them did."""
    known = [word for word in words if headers().get(word) == "registered" or word.startswith(_stems())]
    others = tools("not") | values("withheld") | _present() | people_words("and")
    return bool(known) and others.isdisjoint(words) and not _additional().intersection(words)


@cache
def _of() -> re.Pattern[str]:
    """Returns a pattern of "11 of 15 registered", with both parts in groups."""
    between = "|".join(sorted(map(re.escape, tools("out_of")), key=len, reverse=True))
    return re.compile(rf"(\d{{1,4}})\s+(?:{between})\s+(\d{{1,4}}\s+.+)", re.I)


@cache
def _stems() -> tuple[str, ...]:
    """Returns the words for having registered without their endings ("angemeldeten")."""
    return tuple(word[:-1] for word in tools("registered") if len(word) >= _LONG and " " not in word)


@cache
def _team() -> frozenset[str]:
    return values("staff") | tools("staff_heading") | tools("team")


@cache
def _present() -> frozenset[str]:
    return people_words("present") | values("present")


@cache
def _additional() -> frozenset[str]:
    """Returns the single words of people in addition that are words for nothing else."""
    return frozenset(word for word, code in additional_words().items() if code in ("plus", "others", "walk_ins"))


@cache
def _beside() -> frozenset[str]:
    return people_words("and") | {word for word, code in additional_words().items() if code == "plus"}
