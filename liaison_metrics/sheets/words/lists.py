"""Loads the words of all languages once, in the normal form used for comparing words.

Each language has a file in the folder ``languages``, with a table for each kind of word and a list for each facet. The
words of a list are those of all languages together.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ı": "i", "œ": "oe", "þ": "th"})
_SPELLED_OUT = (
    str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"}),
    str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o", "æ": "a", "å": "a"}),
)
"""How German and Danish letters are typed on other keyboards."""

_CODES_OF_VALUES = {
    "role": ("participant", "staff"),
    "community": ("not_stated",),
    "gender": ("not_stated",),
}
"""Codes of the vocabulary whose further words are a list of the same name in the tables "values"."""

_SHORTEST_WORD = 3
"""Shorter words ("i", "da") stand in several languages."""

_NO_WORDS = frozenset((
    "stems", "patterns", "endings", "codes", "crafts", "craft_lessons", "also_name", "deliverables", "authority_stems",
    "organisation_stems", "places", "prose", "school_subjects", "school_compounds",
))  # fmt: skip
"""Lists of parts of words, of words that are names too, and of words of other lists than attendance sheets."""

_SPACED = re.compile(r"(?!(\w)(?: \1)+$)[^\W\d_](?: [^\W\d_]){3,}")
"""The letters of a word with spaces between them: not the same again and again, which are strokes."""

_ASCII_SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """Returns a text's normal form: no case, no accents, everything but letters and digits as one space, and no spaces
    between the letters of a spaced word ("N A M E")."""
    if text.isascii():  # same result, faster: most texts are ASCII
        form = " ".join(text.lower().translate(_ASCII_SIGNS).split())
        return form[::2] if _SPACED.fullmatch(form) else form
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    form = " ".join(kept.split())
    return form[::2] if _SPACED.fullmatch(form) else form


@cache
def activity_stems() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Returns groups of word parts that identify an activity: its code, the first part and the others."""
    return tuple(
        (code, first, tuple(others))
        for code, entries in _words("stems").items()
        for first, *others in map(str.split, entries)
    )


def spellings(word: str) -> tuple[str, ...]:
    """Returns a word's normal forms: as written, and as typed on a keyboard without its letters."""
    plain = normal(word)
    if word.isascii():
        return (plain,)
    return tuple(dict.fromkeys((plain, *(normal(word.casefold().translate(letters)) for letters in _SPELLED_OUT))))


@cache
def headers() -> Mapping[str, str]:
    """Returns the meaning of each known header, by normal form."""
    known = {normal(word): meaning for meaning, words in _words("headers").items() for word in words}
    for meaning, words in _words("headers").items():
        for word in words:
            for form in spellings(word):
                known.setdefault(form, meaning)
    return known


@cache
def values(kind: str) -> frozenset[str]:
    """Returns the words of a kind of value ("present", "absent", "staff", "total" …) in normal form."""
    return frozenset(form for word in _words("values")[kind] for form in spellings(word)) - {""}


@cache
def tools(kind: str) -> frozenset[str]:
    """Returns the words of a list in the tables "tools" ("joined", "meeting_block" …) in normal form."""
    return frozenset(form for word in _words("tools")[kind] for form in spellings(word))


@cache
def evidence(kind: str) -> frozenset[str]:
    """Returns the words of a list in the tables "evidence" ("stayed_away", "weekdays" …) in normal form."""
    return frozenset(form for word in _words("evidence")[kind] for form in spellings(word))


def alternatives(name: str, table: str = "patterns") -> str:
    """Returns the words of a list as people write them, as a part of a regular expression. A dot may be missing, and
    have a space after it."""
    words = sorted(set(_words(table)[name]), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\.", r"\.?\s?") for word in words) + ")"


def pattern_words(name: str) -> tuple[str, ...]:
    """Returns the words of a list in the tables "patterns" as people write them."""
    return tuple(dict.fromkeys(_words("patterns")[name]))


@cache
def topics() -> Mapping[str, str]:
    """Returns what a table is about by words in its headers ("grades" …), in normal form."""
    lists = _words("evidence")["topics"]
    return {form: topic for topic, words in lists.items() for word in words for form in spellings(word)}


def is_planned(header: str) -> bool:
    """Returns whether a header or label says that the people under it were expected ("Expected participants")."""
    return is_target(header) or any(topics().get(word) == "plans" for word in normal(header).split())


def is_target(header: str) -> bool:
    """Returns whether a header or label is of targets. That of a target group isn't."""
    words = normal(header).split()
    return not tools("target_numbers").isdisjoint(words) and tools("target_groups").isdisjoint(words)


def is_actual(header: str) -> bool:
    """Returns whether a header says that the people under it came, beside a target or plan ("Actual participants")."""
    return not tools("actual_numbers").isdisjoint(normal(header).split())


def header_starts(header: str, words: str) -> bool:
    """Returns whether a word of a header begins like one of a list; short ones must be equal."""
    beginnings = evidence(words)
    return any(
        word in beginnings or any(len(start) > 3 and word.startswith(start) for start in beginnings)
        for word in normal(header).split()
    )


@cache
def documents() -> Mapping[str, str]:
    """Returns what a list is for by phrases in its title or name ("waiting" …), in normal form."""
    lists = _words("evidence")["documents"]
    return {form: topic for topic, words in lists.items() for word in words for form in spellings(word)}


@cache
def deliverable_columns() -> Mapping[str, str]:
    """Returns what a column of a list of deliverables holds by its header ("code", "due" …), in normal form."""
    lists = _words("deliverables")
    columns = {name: words for name, words in lists.items() if name != "states"}
    return {form: name for name, words in columns.items() for word in words for form in spellings(word)}


@cache
def deliverable_states() -> Mapping[str, str]:
    """Returns the state of a deliverable ("in_work" …) by words, in normal form."""
    lists = _words("deliverables")["states"]
    return {form: state for state, words in lists.items() for word in words for form in spellings(word)}


@cache
def additional_words() -> Mapping[str, str]:
    """Returns the code of each phrase for people beside a list ("walk_ins" …), in normal form."""
    lists = _words("people")["additional"]
    return {form: code for code, words in lists.items() for word in words for form in spellings(word)}


@cache
def words_of_additional() -> frozenset[str]:
    """Returns the single words of all phrases for additional people."""
    return frozenset(word for phrase in additional_words() for word in phrase.split())


@cache
def people_words(kind: str) -> frozenset[str]:
    """Returns the words of a list in the tables "people" ("people", "present" …) in normal form."""
    return frozenset(form for word in _words("people")[kind] for form in spellings(word))


@cache
def number_words() -> Mapping[str, int]:
    """Returns the numbers from 2 to 20, and round ones up to 100, by their words, in normal form."""
    return {
        form: int(n) for n, told in _words("people")["numbers"].items() for word in told for form in spellings(word)
    }


@cache
def month_words() -> Mapping[str, int]:
    """Returns the numbers of months by their names, in normal form."""
    return {normal(word): int(number) for number, words in _words("months").items() for word in words}


@cache
def day_words() -> Mapping[str, int]:
    """Returns the days of a month by the words for their numbers, as cardinal and as ordinal numbers."""
    return {form: int(n) for n, told in _words("days").items() for word in told for form in spellings(word)}


@cache
def weekday_words() -> Mapping[str, int]:
    """Returns the numbers of the days of the week by their names, in normal form; Monday is 1."""
    return {normal(word): int(number) for number, words in _words("weekdays").items() for word in words}


@cache
def vocabulary_forms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Returns further words for the vocabulary's codes: kind, code, words in normal form."""
    lists: dict[str, dict[str, list[str]]] = {kind: dict(codes) for kind, codes in _words("vocabulary").items()}
    for kind, codes in _CODES_OF_VALUES.items():
        lists.setdefault(kind, {}).update((code, _words("values")[code]) for code in codes)
    return {
        kind: {code: tuple(form for word in words for form in spellings(word)) for code, words in codes.items()}
        for kind, codes in lists.items()
    }


@cache
def words_of_events() -> frozenset[str]:
    """Returns the words that name activities, cities and months, and those for an event ("workshop", "meeting")."""
    forms = [form for kind in ("activity", "city") for more in vocabulary_forms()[kind].values() for form in more]
    stems = [stem for _code, first, others in activity_stems() for stem in (first, *others)]
    heads = [word for word, meaning in headers().items() if meaning in ("activity", "title")]
    return frozenset(word for text in (*forms, *stems, *heads, *month_words()) for word in text.split())


@cache
def peoples() -> Mapping[str, str]:
    """Returns country codes by words for countries and nationalities worldwide, in normal form; "" if ambiguous."""
    words: dict[str, str] = {}
    for language in _languages().values():
        countries = language.get("countries", {})
        for country, told in countries.get("names", {}).items():
            for word in told:
                ends = countries["endings"] if word.endswith("*") else [""]
                for form in {form for end in ends for form in spellings(word.rstrip("*") + end)} - {""}:
                    words[form] = country if words.get(form, country) == country else ""
    return words


@cache
def country_codes() -> Mapping[str, str]:
    """Returns the codes of two letters by a country's other codes in capitals ("SYR", "A")."""
    return {code: country for country, codes in _words("countries")["codes"].items() for code in codes}


def is_country_code(text: str) -> bool:
    """Returns whether a text is a country's code of two letters in capitals ("DK", which is also "don't know")."""
    return len(text) == 2 and text.isupper() and text in _codes_of_two_letters()


@cache
def _codes_of_two_letters() -> frozenset[str]:
    return frozenset(peoples().values()) - {""}


@cache
def words_by_date_order() -> tuple[frozenset[str], frozenset[str]]:
    """Returns the words of languages that write the day first, and those of English, each without the words that
    others have too. English is written with either order."""
    told = {name: frozenset(_plain_words(language)) for name, language in _languages().items()}
    english, shared = told["english"], told["any_language"]
    others = frozenset().union(*(words for name, words in told.items() if name not in ("english", "any_language")))
    return others - english - shared, english - others - shared


def _plain_words(lists: Any) -> Iterator[str]:
    if isinstance(lists, str):
        yield from (word for word in normal(lists).split() if word.isalpha() and len(word) >= _SHORTEST_WORD)
        return
    told = lists.items() if isinstance(lists, dict) else enumerate(lists)
    for name, more in told:
        if not isinstance(more, str) or "*" not in more:
            yield from () if name in _NO_WORDS else _plain_words(more)


@cache
def _words(table: str) -> Mapping[str, Any]:
    """Returns the lists of a table, each with the words of all languages."""
    words: dict[str, Any] = {}
    for language in _languages().values():
        _add(language.get(table, {}), words)
    return words


def _add(lists: Mapping[str, Any], words: dict[str, Any]) -> None:
    for name, told in lists.items():
        if isinstance(told, dict):
            _add(told, words.setdefault(name, {}))
        else:
            words.setdefault(name, []).extend(told)


def languages() -> tuple[str, ...]:
    """Returns the names of all languages in English, and that of the list of words of no language."""
    return tuple(_languages())


def language_words(language: str, table: str) -> Mapping[str, Any]:
    """Returns the lists of a table of one language as they are written, none if it has no such table."""
    lists: Mapping[str, Any] = _languages()[language].get(table, {})
    return lists


@cache
def _languages() -> Mapping[str, Mapping[str, Any]]:
    """Returns the words of each language by its name in English."""
    found = sorted(files(__package__).joinpath("languages").iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8")) for file in found}
