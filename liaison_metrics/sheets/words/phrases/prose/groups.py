"""Groups that stand in the place of a person's name with their number ("Class 5b (20 pupils)", "Rossi family, 4
people", "Delegation of the Scouts: 5")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.cells import is_class
from liaison_metrics.sheets.words.lists import additional_words, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.prose.languages import languages_of_prose

_SIZED = re.compile(
    r"(?P<label>[^()\[\]]*[^\W\d_][^()\[\]]*?)\s*(?:[,:(\[]|\s[-–—])\s*"
    r"(?P<lead>(?:[^\W\d]+\s+){0,2}?)(?P<people>\d{1,3})\b(?P<rest>[^\d()\[\]]*)[)\]]?"
)
"""A label, a sign, and how many people."""

_LONGEST = 120
_MOST_PEOPLE = 300
"""Larger groups are no row of a list."""

_SHORTEST_STEM = 4
"""A shorter stem stands in the names of people."""


@lru_cache(maxsize=20_000)
def sized_group(text: str) -> tuple[str, int] | None:
    """Returns the name of a group in the place of a person's and how many people it is, None if a text names none. A
    name of a person with a number behind it is none."""
    found = _SIZED.fullmatch(text) if len(text) <= _LONGEST and any(map(str.isdigit, text)) else None
    if found is None or not 1 < (people := int(found["people"])) <= _MOST_PEOPLE:
        return None
    lead, behind = normal(found["lead"]).split(), normal(found["rest"]).split()
    if lead and without_phrases(lead, people_words("total") | tools("group_of")):
        return None
    label = found["label"].strip()
    if without_phrases(words := normal(label).split(), _phrases_of_statements()) != words:
        return None
    if behind and not _counts_people(" ".join(behind)):
        return None
    return (label, people) if is_group(label) or (behind and not _is_like_name(label)) else None


@cache
def _phrases_of_statements() -> frozenset[str]:
    """Words of lines that count people beside a list, or all of them: none of these is a group."""
    return frozenset(additional_words()) | people_words("total") | people_words("present") | values("total")


def is_group(label: str) -> bool:
    """Returns whether a text names a family, a class or another group of people."""
    words = normal(label).split()
    if is_class(label) or not (tools("group_words") | tools("school_class")).isdisjoint(words):
        return True
    family = len(words) > 1 and not tools("family").isdisjoint((words[0], words[-1]))
    stems = tuple(stem for stem in tools("organisation_stems") if len(stem) >= _SHORTEST_STEM)
    return family or any(word.startswith(stems) or word.endswith(stems) for word in words)


def _counts_people(behind: str) -> bool:
    """Whether words behind a number are a noun for people, perhaps with who of them is included."""
    for language in languages_of_prose():
        if found := language.patterns["units"].match(behind):
            rest = behind[found.end() :].split()
            includes = not tools("including_oneself").isdisjoint({" ".join(rest[:end]) for end in (1, 2)})
            if not rest or includes or _is_noun(rest):
                return True
    return False


def _is_noun(words: list[str]) -> bool:
    """Whether words go on naming the same people ("Schülerinnen und Schüler")."""
    rest = words[1:] if words[0] in people_words("and") else words
    return any(one.patterns["units"].fullmatch(" ".join(rest)) for one in languages_of_prose())


def _is_like_name(label: str) -> bool:
    """Whether a label is written like the name of a person: two or three words, each with a capital."""
    words = label.replace(",", " ").split()
    if len(words) > 3 or any(any(map(str.isdigit, word)) for word in words):
        return False
    capitals = all(word[:1].isupper() for word in words)
    return capitals and (label.isupper() or not any(word.isupper() and len(word) > 2 for word in words))
