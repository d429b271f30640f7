"""Words of a header that say at which moment of an event people signed, came or went, or in which way they came."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence, headers, normal, pattern_words, tools, values

_LONGEST_INITIALS = 3
"""Somebody may sign with so many letters."""

_ORDINALS = frozenset({"i", "ii", "iii", "a", "b", "c", "α", "β", "γ"})


def plain_words(header: str) -> list[str]:
    """Returns the words of a header; an abbreviation is one word ("a.m.")."""
    return normal(header.replace(".", "")).split()


def names_moment(words: Sequence[str], more: Collection[str] = ()) -> bool:
    """Returns whether words of a header, besides *more*, say nothing but at which moment of an event people came, went
    or signed ("entrata", "Before the break")."""
    moments = tools("moments") | tools("parts_of_day")
    return not moments.isdisjoint(words) and all(word in moments or _is_around(word, more) for word in words)


def numbers_moment(words: Sequence[str], more: Collection[str]) -> bool:
    """Returns whether words of a header, besides *more*, only number it ("Signature 2")."""
    numbered = any(word.isdigit() or word in _ORDINALS for word in words)
    return numbered and all(_is_around(word, more) for word in words)


@lru_cache(maxsize=10_000)
def heads_time_there(header: str) -> bool:
    """Returns whether a header of numbers says how much of an event somebody attended ("Hours", "besuchte UE (max. 4)",
    "lezioni frequentate"), and nothing else."""
    if (form := normal(header)) in tools("time_there"):
        return True
    units = evidence("lesson_hours") | evidence("units_attended")
    words = [word for word in form.split() if not word.isdecimal()]
    said = not evidence("attended_part").isdisjoint(words) and not units.isdisjoint(words)
    return said and units.union(evidence("attended_part"), evidence("around_attended")).issuperset(words)


@lru_cache(maxsize=10_000)
def tells_way(text: str) -> bool:
    """Returns whether a header, or a text in the place of a mark, only says how somebody was there ("via Zoom", "in
    sala")."""
    words = normal(text).split()
    known = tools("around_way") | values("present")
    return any(map(_is_way, words)) and all(
        _is_way(word) or word in known or headers().get(word) == "present" for word in words
    )


@lru_cache(maxsize=10_000)
def tells_time_there(text: str) -> bool:
    """Returns whether a text in the place of a mark only says for how long somebody was there, or from or until when
    ("only mornings", "30 min. late", "ab 10 Uhr")."""
    words = normal(text).split()
    if len(text) <= _LONGEST_INITIALS:
        return False  # "EM" signed
    told = any(word in tools("for_a_time") or word in tools("parts_of_day") for word in words)
    timed = any(word[0].isdigit() for word in words) and not _around_times().isdisjoint(words)
    known = tools("for_a_time") | tools("parts_of_day") | tools("moments") | tools("around_moments") | _around_times()
    return (told or timed) and all(word in known or word.isdigit() for word in words)


@cache
def _around_times() -> frozenset[str]:
    lists = ("before_time", "until_time", "clock", "hours")
    return frozenset(word for name in lists for one in pattern_words(name) for word in normal(one).split())


def tells_only_way(text: str) -> bool:
    """Returns whether a header says how people were there, or would be, and not that they were ("Online")."""
    words = normal(text).split()
    return tells_way(text) and not any(headers().get(word) == "present" and not _is_way(word) for word in words)


def tells_of_screen(text: str) -> bool:
    """Returns whether a header or a text says that somebody was there by screen or phone."""
    return not tools("by_screen").isdisjoint(normal(text).split())


def _is_way(word: str) -> bool:
    return word in tools("by_screen") or word in tools("in_the_room") or word in tools("event_places")


def _is_around(word: str, more: Collection[str]) -> bool:
    around = tools("around_moments") | tools("part_of_event") | _ORDINALS
    return word in around or word in more or word.isdigit()
