"""Tells apart, in sentences, how many people were expected and how many came, and numbers of things from those of
people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import is_planned, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.prose.languages import Language
from liaison_metrics.sheets.words.phrases.prose.things import words_for_things

_LINK = r"[^\W\d]{1,4}"
"""Small words before a number ("out of") have at most so many letters in all languages."""

_LONGEST_LINK = 3
"""So short words in a label say nothing of what it names ("per", "i alt")."""


@cache
def _of_registered(language: Language) -> re.Pattern[str]:
    """Returns a pattern of "out of 30 registered people" in a text in normal form."""
    expected, people = (language.patterns[kind].pattern for kind in ("registered", "units"))
    return re.compile(rf"(?:(?<!\w){_LINK}\s+){{1,3}}\d+\s+(?:{people}\s+)?{expected}")


def without_expected(form: str, language: Language) -> str:
    """Returns a text in normal form without the number of people who had registered ("26 out of 30 registered people
    came": "26 came")."""
    return " ".join(_of_registered(language).sub(" ", form).split())


@cache
def _beside_listed(language: Language) -> re.Pattern[str]:
    """Returns a pattern of "besides those registered" in a text in normal form."""
    return _listed_behind(language, "beside_those", ("registered", "of_lists"))


@cache
def _with_listed(language: Language) -> re.Pattern[str]:
    """Returns a pattern of "including those who signed" in a text in normal form."""
    return _listed_behind(language, "with_those", ("registered", "of_lists", "unlisted"))


def _listed_behind(language: Language, lead: str, kinds: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(language.patterns[kind].pattern for kind in kinds)
    return re.compile(rf"{language.patterns[lead].pattern}\s+(?:[^\W\d]+\s+){{0,3}}?(?:{listed})")


def with_sign_for_listed(form: str, language: Language) -> str:
    """Returns a text in normal form with "plus" in place of words that put others beside those listed ("besides those
    registered, six came": "plus six came")."""
    return _beside_listed(language).sub("plus", form)


def includes_listed(form: str, language: Language) -> bool:
    """Returns whether a text in normal form says that a number includes the people of a list, or others than them."""
    return _with_listed(language).search(form) is not None


def says_who_came(clause: str, sentence: str, language: Language) -> bool:
    """Returns whether a clause, behind a "but", says that people came: what its *sentence* says before is about others
    ("38 registered, but only 29 came")."""
    if not language.has("came", clause):
        return False
    behind = (sentence[found.end() :].strip() for found in language.patterns["but"].finditer(sentence))
    return language.begins("but", clause) or any(rest.startswith(clause) for rest in behind)


def labels_things(words: Sequence[str], language: Language) -> bool:
    """Returns whether words before a number are a label of things, hours or money ("Hours in total: 30")."""
    spoken = any(language.has(kind, " ".join(words)) for kind in ("came", "we_were", "units"))
    return not spoken and not words_for_things().isdisjoint(words)


@lru_cache(maxsize=10_000)
def names_things(label: str) -> bool:
    """Returns whether a label before a number only names things, hours, money, or people who were expected ("Total
    expenses", "Max. participants", "Invited")."""
    words = normal(label).split()
    beside = people_words("total") | people_words("people") | tools("count_of")
    expected = [word for word in words if word in tools("registered") or (len(words) > 1 and is_planned(word))]
    named = [word for word in words if word in words_for_things()]
    others = set(words) - {*expected, *named} - beside
    clear = values("also_name").isdisjoint(words) and all(word.isalpha() for word in words)
    return clear and bool(named or expected) and all(len(word) <= _LONGEST_LINK for word in others)
