"""The words with which texts in the place of one name stand for several people, by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from liaison_metrics.sheets.words.lists import language_words, languages, spellings
from liaison_metrics.sheets.words.phrases.prose.languages import language_of_prose

SIZES = {"two": 2, "three": 3, "four": 4, "five": 5}
"""Lists of nouns for so many people."""

_KEYS = (*SIZES, "one", "several", "both", "couples", "unnamed", "titles")
"""Lists of which a text that stands for several people has a word, or a number."""

_MOST_DIGITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class PartyLanguage:
    """One language: its lists of words, the beginnings of words in them, its numbers and its nouns for people."""

    words: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    nouns: re.Pattern[str]

    def has(self, kind: str, form: str) -> bool:
        """Returns whether a word is in a list."""
        return form in self.words[kind] or (bool(self.endings[kind]) and form.startswith(self.endings[kind]))

    def number(self, form: str) -> int:
        """Returns the number that a word says, 0 if it says none."""
        return int(form) if form.isdecimal() and len(form) <= _MOST_DIGITS else self.numbers.get(form, 0)


_CODES = {"english": "en", "german": "de", "italian": "it", "danish": "da", "greek": "el"}


@cache
def party_languages() -> tuple[PartyLanguage, ...]:
    """Returns the languages in which texts are read."""
    lists = tomllib.loads(files(__package__).joinpath("parties.toml").read_text(encoding="utf-8"))
    known = [(name, _CODES[name]) for name in languages() if name in _CODES]
    return tuple(_language(name, {kind: told[code] for kind, told in lists.items()}) for name, code in known)


def _language(name: str, told: dict[str, list[str]]) -> PartyLanguage:
    tables = {table: language_words(name, table) for table in ("tools", "values", "people", "patterns")}
    more = {
        "one": tables["tools"]["one_accompanying"],
        "with": tables["patterns"]["accompanied_by"],
        "and": tables["people"]["and"],
        "of_names": tables["values"]["of_names"],
        "withheld": [*tables["values"]["withheld"], *told["unknown"]],
        "not": tables["tools"]["not"],
        "family": [*tables["tools"].get("family", ()), *tables["tools"]["households"]],
        "titles": tables["patterns"]["titles"],
    }
    lists = {kind: [*told.get(kind, ()), *more.get(kind, ())] for kind in dict.fromkeys((*told, *more))}
    numbers = {
        form: int(n) for n, some in tables["people"]["numbers"].items() for word in some for form in spellings(word)
    }
    for word, _sign, number in (pair.partition("=") for pair in told["together"]):
        numbers |= dict.fromkeys(spellings(word), int(number))
    return PartyLanguage(
        {kind: frozenset(_forms(words, "")) for kind, words in lists.items()},
        {kind: tuple(_forms(words, "*")) for kind, words in lists.items()},
        numbers,
        language_of_prose(name).patterns["units"],
    )


def _forms(words: Sequence[str], ending: str) -> Iterator[str]:
    """Yields the forms of the words of a list with an ending, or of those without one."""
    for word in words:
        if word.endswith("*") == bool(ending):
            yield from spellings(word.rstrip("*"))


@cache
def key_words() -> frozenset[str]:
    """Returns all words without one of which no text stands for several people."""
    told = frozenset(
        word for one in party_languages() for kind in _KEYS for form in one.words[kind] for word in form.split()[:1]
    )
    return told.union(*(one.numbers for one in party_languages()))


@cache
def key_endings() -> tuple[str, ...]:
    """Returns the same of the beginnings of words."""
    return tuple(end for one in party_languages() for kind in _KEYS for end in one.endings[kind])
