"""Tells apart, in sentences, how many people were expected and how many came, and numbers of things from those of
people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_planned, normal, people_words, tools, values
from liaison_metrics.sheets.words.people import additional_code
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.languages import Language
from liaison_metrics.sheets.words.phrases.prose.things import is_of_things, words_for_things, words_of_counts
from liaison_metrics.sheets.words.presence import names_people

_LINK = r"[^\W\d]{1,4}"
"""Small words before a number ("out of") have at most so many letters in all languages."""

_UNITS = re.compile(r"[€£$%°²]|(?<!\w)(?:eur|kr|dkk|km|kg|min|std|stk|pz|qm|mq)(?!\w)", re.I)
"""Signs and short words for units of money, time, length and pieces."""

_HOURS = re.compile(r"\d\s*(?:[-–—:]|h\b|uhr)\s*\d?", re.I)
"""Hours, ages or days: who came then, whatever the other words ("Lunch 12-14")."""

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
    named = [word for word in words if word in words_of_counts()]
    others = set(words) - {*expected, *named} - beside
    clear = values("also_name").isdisjoint(words) and all(word.isalpha() for word in words)
    return clear and bool(named or expected) and all(len(word) <= _LONGEST_LINK for word in others)


@lru_cache(maxsize=10_000)
def counts_nobody_there(label: str) -> bool:
    """Returns whether the label of a number says that it is of no people who were there: of things, money, hours, of
    rooms and their seats, or of people who were invited, registered, expected or absent."""
    form = normal(label)
    words = form.split()
    if additional_code(label) or _HOURS.search(label):
        return False
    if _UNITS.search(label) or is_planned(label) or is_of_registered(label) or _is_of_absent(form):
        return True
    return names_things(label) or is_of_things(label) or _is_of_other_units(words)


def is_of_registered(label: str) -> bool:
    """Returns whether a label is of people who were invited or had registered, and does not say that they came, or that
    they had not."""
    words = normal(label).split()
    named = any(word in tools("registered") for word in words) or meaning_of(label) == "registered"
    named = named or any(word.startswith(tuple(evidence("registering"))) for word in words)
    came = people_words("present") | tools("not") | tools("in_addition")
    return named and not has_phrase(" ".join(words), came)


def _is_of_absent(form: str) -> bool:
    """Whether words in normal form are of people who were absent."""
    return has_phrase(form, _phrases_for_absent())


@cache
def _phrases_for_absent() -> frozenset[str]:
    """Returns the phrases for absence but marks ("no")."""
    return frozenset(phrase for phrase in values("absent") | evidence("absent_labels") if len(phrase) > _LONGEST_LINK)


def _is_of_other_units(words: Sequence[str]) -> bool:
    """Whether words are of lessons, languages or other units, and of no people."""
    return not tools("other_units").isdisjoint(words) and not any(map(names_people, words))
