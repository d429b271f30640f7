"""The words with which each language tells numbers of people in sentences, as patterns. Sentences are read in one
language: short words mean something else in another one ("men", "to", "end")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from liaison_metrics.sheets.words.lists import language_words, languages, spellings

_BESIDE_LIST = ("walk_ins", "not_registered", "late")
"""Codes of people whom no list names."""

_LISTS = (
    "units", "we_were", "came", "in_all", "therefore", "more", "also", "part", "of", "but", "elsewhere", "aside",
    "writer", "device", "links", "then", "not_all", "attending",
)  # fmt: skip

_ENDINGS = {"*": r"\w*", "#": r" \d+"}
"""What signs at the end of a phrase stand for: the ending of a word, and a number behind it."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. ``patterns`` find the phrases of each list in a text in normal form, ``words`` are all words of
    these lists, ``numbers`` the numbers from 2 on by their words, and ``one`` the words for 1."""

    patterns: Mapping[str, re.Pattern[str]]
    words: frozenset[str]
    numbers: Mapping[str, int]
    one: frozenset[str]
    plain: frozenset[str] = field(default_factory=frozenset)

    def has(self, kind: str, text: str) -> bool:
        """Returns whether a text in normal form has a phrase of a list."""
        return self.patterns[kind].search(text) is not None

    def begins(self, kind: str, text: str) -> bool:
        """Returns whether a text in normal form begins with a phrase of a list."""
        return self.patterns[kind].match(text) is not None


@cache
def languages_of_prose() -> tuple[Language, ...]:
    """Returns all languages that have words for sentences."""
    return tuple(language_of_prose(name) for name in languages() if language_words(name, "prose"))


def likely_languages(words: Sequence[str]) -> list[Language]:
    """Returns the languages of which a text has most words, all that know a noun for people in it if none has any."""
    scores = {language: sum(word in language.words for word in words) for language in languages_of_prose()}
    best = max(scores.values(), default=0)
    likely = [language for language, score in scores.items() if score == best > 0]
    return likely or [language for language in scores if language.has("units", " ".join(words))]


@cache
def language_of_prose(name: str) -> Language:
    """Returns the language of a name ("english")."""
    prose, people = language_words(name, "prose"), language_words(name, "people")
    values, patterns = language_words(name, "values"), language_words(name, "patterns")
    tools, evidence = language_words(name, "tools"), language_words(name, "evidence")
    lists: dict[str, list[str]] = {kind: list(prose[kind]) for kind in _LISTS}
    lists["unlisted"] = [word for code in _BESIDE_LIST for word in people["additional"][code]]
    lists["more"].append("plus")  # what signs mean
    lists["in_all"].append("total")
    lists["about"] = list(people["about"])
    lists["and"] = list(people["and"])
    lists["who"] = [*patterns["who"], *_without(values["withheld"], tools["not"])]
    lists["weekdays"] = [word for told in language_words(name, "weekdays").values() for word in told]
    lists["weekdays"] += tools["of_today"]
    lists["team"] = [*values["staff"], *tools["staff_heading"], *tools["team"]]
    lists["left_out"] = [*lists["team"], *evidence["team_left_out"]]
    lists["not"] = list(tools["not"])
    lists["withheld"] = list(values["withheld"])
    lists["of_names"] = list(values["of_names"])
    lists["with_those"] = list(tools["together_with"])
    lists["beside_those"] = list(tools["beside_those"])
    lists["of_lists"] = list(values["of_lists"])
    lists["registered"] = [*tools["registered"], *(f"{word}*" for word in evidence["registering"])]
    lists["coming"] = [f"{word}*" for word in evidence["coming"]]
    numbers = {form: int(n) for n, told in people["numbers"].items() for word in told for form in spellings(word)}
    known = (*lists.values(), people["fillers"], numbers)
    plain = frozenset(form for word in people["fillers"] for form in spellings(word))
    return Language(
        {kind: _pattern(words) for kind, words in lists.items()},
        frozenset(word for words in known for phrase in words for form in _forms(phrase) for word in form.split()),
        numbers,
        frozenset(form for word in prose["one"] for form in spellings(word)),
        plain,
    )


def _without(words: Iterable[str], others: Iterable[str]) -> list[str]:
    left_out = set(others)
    return [word for word in words if word not in left_out]


def _forms(phrase: str) -> Iterable[str]:
    return spellings(phrase.rstrip("*"))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Returns a pattern for phrases between whole words; a * stands for any ending, a # for a number."""
    forms = {re.escape(form) + _ENDINGS.get(phrase[-1], "") for phrase in phrases for form in _forms(phrase) if form}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})(?!\w)")
