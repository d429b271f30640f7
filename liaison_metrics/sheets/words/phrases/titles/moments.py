"""Words of a header that say at which moment of an event people signed, came or went."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from liaison_metrics.sheets.words.lists import normal, tools

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


def _is_around(word: str, more: Collection[str]) -> bool:
    around = tools("around_moments") | tools("part_of_event") | _ORDINALS
    return word in around or word in more or word.isdigit()
