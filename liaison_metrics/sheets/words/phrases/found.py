"""Phrases of a list in a text, the longest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence

_LONGEST_PHRASE = 6
"""Words of the longest phrase of the lists that texts are read without."""

_WHOLE_WORD = 3
"""Letters of a word that must stand alone: longer ones may have an ending."""


def phrases_in(text: str, known: Iterable[str]) -> list[str]:
    """Returns the phrases of a list that stand in a text in normal form, the longest first, in an order that is the
    same in every run: sets have none."""
    said = f" {text} "
    return sorted((one for one in known if f" {one} " in said), key=lambda one: (-len(one), one))


def has_phrase(text: str, known: frozenset[str]) -> bool:
    """Returns whether a phrase of a list stands in a text in normal form."""
    if _first_words(known).isdisjoint(text.split(" ")):
        return False  # nearly all texts: fast
    said = f" {text} "
    return any(f" {one} " in said for one in known)


@lru_cache(maxsize=200)
def _first_words(known: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in known)


def without_phrases(words: Sequence[str], phrases: Collection[str], found: set[str] | None = None) -> list[str]:
    """Returns the words without the phrases in them, longest first; adds these to *found*."""
    rest: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_PHRASE), start, -1):
            phrase = " ".join(words[start:end])
            if phrase in phrases:
                if found is not None:
                    found.add(phrase)
                start = end
                break
        else:
            rest.append(words[start])
            start += 1
    return rest


def begins_like(form: str, kind: str) -> bool:
    """Returns whether a text in normal form begins as words of a list in the tables "evidence" do."""
    return any(f"{form} ".startswith(one) for one in _beginnings(kind))


def without_beginnings(form: str, kind: str) -> tuple[str, bool]:
    """Returns a text in normal form without the words of a list in the tables "evidence", the longest first, and
    whether it has any. Words of more than three letters may go on."""
    said = f" {form} "
    found = False
    for one in _beginnings(kind):
        while (at := said.find(f" {one}")) >= 0:
            end = said.find(" ", at + len(one) + (0 if one.endswith(" ") else 1))
            said, found = f"{said[:at]} {said[end:].lstrip()}", True
    return said.strip(), found


@cache
def _beginnings(kind: str) -> tuple[str, ...]:
    """Returns what words of a list begin with, the longest first; a short word ends with its space."""
    words = (one if len(one.split()[-1]) > _WHOLE_WORD else f"{one} " for one in evidence(kind))
    return tuple(sorted(words, key=lambda one: (-len(one), one)))
