"""Longer phrases in which people say their community or gender among other words: "born in Homs, Syria", "Syrian
refugee", "neither man nor woman", "did not want to say"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.words.lists import (
    country_codes,
    is_country_code,
    normal,
    people_words,
    peoples,
    tools,
)
from liaison_metrics.sheets.words.phrases.origins.countries import country_abbreviated, places
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_WORDS = 10
"""A longer text is a sentence, which may tell of others too."""

_MOST_UNKNOWN = 4
"""So many words that nobody knows may stand beside a country: towns, peoples of it, clubs."""

_MOST_WORDS_OF_REFUSAL = 7
_LONGEST_PHRASE = 4
"""Words of the name of a country or community that are looked up together."""

_SHORTEST_CUT = 3
"""Letters of a word that is cut short with a point behind it ("som.")."""

_MUSLIM = "muslim"
"""The code of the community that mosques are of."""

_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
"""A number that is no year: how many people, or the code of something."""

_SIGN = re.compile(r"(?<!\w)[A-Z]{2,3}(?!\w)")
_CUT = re.compile(rf"[^\W\d_]{{{_SHORTEST_CUT},}}\.")
_TWO = re.compile(r"[/;+&,]|\s[–—-]\s")
_PART = re.compile(r"[/;+&,().:–—]|\s-\s")


class _Named(NamedTuple):
    """What the words of a phrase name: codes of communities, codes of countries without a community, and the words
    that name nothing."""

    communities: set[str]
    countries: set[str]
    cities: set[str]
    rest: tuple[str, ...]


def code_in_phrase(kind: VocabularyKind, text: str, vocabulary: Vocabulary) -> str | None:
    """Returns the code of the one community or gender that a phrase names, "not stated" if it only says that nobody
    knows, None if it names none or several, or may be about others."""
    if kind is VocabularyKind.GENDER:
        return _gender(text, vocabulary) or (NOT_STATED if says_no_answer(text) else None)
    if kind is not VocabularyKind.COMMUNITY:
        return None
    if (named := _named_in(text, vocabulary)) is None or not named.communities:
        nobody = named is None or not named.countries
        return NOT_STATED if nobody and says_no_answer(text) else None
    if len(named.communities) != 1:
        return None
    code = next(iter(named.communities))
    own = {city.country for city in vocabulary.project.cities}
    if named.countries - own or (code == vocabulary.local and not _only_of_person(named.rest)):
        return None
    if code == vocabulary.local or not named.countries:
        return code
    divided = _TWO.search(text) or not people_words("and").isdisjoint(normal(text).split())
    return None if divided and tools("of_person").isdisjoint(normal(text).split()) else code


def country_in_phrase(text: str, vocabulary: Vocabulary) -> str:
    """Returns the code of the project country that a phrase says somebody is from, as its only one, or from a city
    of which somebody is; "" if it names none. Words that nobody knows may make it something else."""
    if (named := _named_in(text, vocabulary)) is None or named.communities or not _only_of_person(named.rest):
        return ""
    cities = {city.code: city.country for city in vocabulary.project.cities}
    countries = named.countries & {*cities.values()}
    if not named.countries and not tools("from_place").isdisjoint(normal(text).split()):
        countries = {cities[code] for code in named.cities}
    return countries.pop() if len(countries) == 1 and named.countries <= countries | {*cities.values()} else ""


def says_no_answer(text: str) -> bool:
    """Returns whether a phrase only says that somebody did not answer ("did not want to say", "refused")."""
    words = normal(text).split()
    if not 0 < len(words) <= _MOST_WORDS_OF_REFUSAL:
        return False
    refused = any(word.startswith(tuple(tools("refused"))) for word in words)
    without = not (tools("no_answer") | tools("not")).isdisjoint(words)
    told = any(word.startswith(tuple(tools("telling"))) for word in words)
    return refused or (without and told)


def _only_of_person(rest: tuple[str, ...]) -> bool:
    return all(word in tools("fillers") or word in tools("of_person") or word.isdecimal() for word in rest)


@lru_cache(maxsize=20_000)
def _named_in(text: str, vocabulary: Vocabulary) -> _Named | None:
    """Returns what a phrase names, None if it may be about others, or about nobody."""
    words = normal(text).split()
    if not words or len(words) > _MOST_WORDS or "?" in text or _NUMBER.search(text):
        return None
    if not (tools("of_others") | tools("not")).isdisjoint(words):
        return None
    if any(word.startswith(_stems_of_others()) for word in words):
        return None
    communities: set[str] = set()
    countries: set[str] = set()
    cities: set[str] = set()
    rest: list[str] = []
    for part in _PART.split(text):
        for word, code, country in _look_up_words(normal(part).split(), vocabulary):
            communities.update({code} - {"", NOT_STATED})
            countries.update({country} - {""})
            city = "" if code or country else vocabulary.words[VocabularyKind.CITY].get(word, "")
            cities.update({city} - {""})
            rest += [] if code or country or city else word.split()
    for code, country in _cut_short(text, vocabulary):
        communities.update({code} - {""})
        countries.update({country} - {""})
    if len([word for word in rest if word not in tools("fillers") | tools("of_person")]) > _MOST_UNKNOWN:
        return None
    return _Named(communities, countries, cities, tuple(rest))


def _look_up_words(words: list[str], vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Yields the words of a part of a phrase, the longest known ones together, each with the community or else the
    country that it names, "" if none."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            word = " ".join(words[at : at + length])
            code, country = _meaning(word, vocabulary)
            if code or country or length == 1:
                yield word, code, country
                at += length
                break


def _meaning(word: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if len(word) < _SHORTEST_CUT or word in tools("fillers") | tools("of_person"):
        return "", ""
    if code := vocabulary.words[VocabularyKind.COMMUNITY].get(word):
        return ("", "") if code == NOT_STATED else (code, "")
    if word in tools("mosques") and _MUSLIM in vocabulary.project.communities:
        return _MUSLIM, ""
    plain = next((word.removesuffix(end) for end in _endings() if word.endswith(end)), word)
    country = peoples().get(word) or places().get(word) or peoples().get(plain) or ""
    return (vocabulary.by_country.get(country, ""), "" if country in vocabulary.by_country else country)


def _cut_short(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yields what signs ("SYR", "TN") and words with a point behind them ("Somal.") in a phrase stand for."""
    signs = () if text.isupper() else _SIGN.findall(text)
    for sign in signs:
        country = country_codes().get(sign, sign if is_country_code(sign) else "")
        yield vocabulary.by_country.get(country, ""), "" if country in vocabulary.by_country else country
    for cut in _CUT.findall(text):
        form = normal(cut)
        words = vocabulary.words[VocabularyKind.COMMUNITY]
        if form in words or form in tools("fillers") | tools("of_person"):
            continue
        country = country_abbreviated(form)
        others = any(word.startswith(form) for word in peoples())
        begun = set() if others else {code for word, code in words.items() if word.startswith(form)}
        code = vocabulary.by_country.get(country, "") or (begun.pop() if len(begun) == 1 else "")
        yield code, "" if code else country


def _gender(text: str, vocabulary: Vocabulary) -> str | None:
    """Returns the gender that parts of a text name as their only one ("pupil (f)", "she (woman)"), or a third one for
    who is neither."""
    form = normal(text)
    parts = [form, *(normal(part) for part in _PART.split(text)), *form.split()]
    codes = {code for part in parts if part and (code := vocabulary.exact(VocabularyKind.GENDER, part))}
    codes -= {NOT_STATED}
    words = form.split()
    if not tools("neither").isdisjoint(words) and codes >= {"female", "male"}:
        return "non_binary"
    if any(stem in form.replace(" ", "") for stem in tools("non_binary_stems")):
        return "non_binary"
    kin = not tools("kin").isdisjoint(words) or "?" in text or not tools("not").isdisjoint(words)
    return codes.pop() if len(codes) == 1 and not kin and len(words) <= _LONGEST_PHRASE else None


@cache
def _stems_of_others() -> tuple[str, ...]:
    return tuple(sorted(tools("of_others_stems")))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(tools("origin_endings"), key=lambda end: (-len(end), end)))
