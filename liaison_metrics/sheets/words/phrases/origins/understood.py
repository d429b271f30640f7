"""Words about people that are understood although they are no word of the project: countries without a community,
places where people live, professions and offices. They count as "not stated", and there is nothing to ask."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import SourceEvent
from liaison_metrics.sheets.words.lists import (
    country_codes,
    evidence,
    is_country_code,
    normal,
    peoples,
    spellings,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.origins.countries import country_of_flag
from liaison_metrics.sheets.words.phrases.origins.organisations import organisations_among
from liaison_metrics.sheets.words.phrases.similar import SimilarWords
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from liaison_metrics.texts import LANGUAGES

_BETWEEN = re.compile(r"[/,;+()–-]|\s[&e]\s|\bund\b|\band\b|\bog\b|\bκαι\b")
"""Stands between two countries ("Germany/Austria", "italiana e tedesca")."""

_NO_TERRITORY = ("XA", "XB", "ZZ")
"""Codes for tests of software, and for an unknown place."""

_FEWEST_COUNTRIES = 2
"""So many different countries, and no community, are where people came from to a meeting. One may be a community that
the project does not know."""
_SHORTEST_MISSPELT = 7
"""Letters of a country from which one slip in it leaves no doubt."""


@cache
def territories() -> Mapping[str, str]:
    """Returns codes of countries and parts of the world by their names in the languages of the pages, as normal."""
    return {
        form: code
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code not in _NO_TERRITORY
        for form in spellings(name)
    }


def country_named(text: str) -> str:
    """Returns the code of the country or part of the world that a text names and nothing else, or whose people, flag or
    sign it names; "" if it names none."""
    if code := country_of_flag(text) or country_codes().get(text, text if is_country_code(text) else ""):
        return code
    fillers = tools("fillers")
    form = normal(text)
    gist = " ".join(word for word in form.split() if word not in fillers)
    return next((found for one in (form, gist) if (found := peoples().get(one) or territories().get(one))), "")


def has_no_community(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text names only countries, perhaps with one slip, of which the project has no community. In a
    project with a migrant community that is of no single country, its people may be of that one."""
    migrant = {code for code, kind in vocabulary.project.communities.items() if kind == "migrant"}
    if not migrant <= set(vocabulary.by_country.values()):
        return False
    named = {country_named(part) for part in _BETWEEN.split(text) if part.strip()}
    named = {whole} if (whole := country_named(text)) else named
    if named and "" not in named:
        return named.isdisjoint(vocabulary.by_country)
    form = normal(text)
    near = _country_words().within(form, 1) if len(form) >= _SHORTEST_MISSPELT else {}
    countries = {peoples().get(word) or territories().get(word, "") for word in near}
    return bool(near) and countries.isdisjoint(vocabulary.by_country)


class NoCommunities(NamedTuple):
    """Words of a column of communities that are none, but organisations, places where people live or countries of no
    community: *sure* ones, which need no question, and those that are *likely* so."""

    sure: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()

    def says_nothing(self, kind: str, text: str) -> bool:
        """Returns whether an unknown community, or group, is understood to name none: no question is needed."""
        of_group = kind == VocabularyKind.GROUP
        return text in self.sure if kind == VocabularyKind.COMMUNITY else of_group and says_no_group(text)


def none_among(texts: Collection[str], header: str, vocabulary: Vocabulary) -> NoCommunities:
    """Returns the organisations, and the places where people live, among the words of a column of communities. Places
    are the cities of the project, also with a part of them ("Athens, Kypseli"), and beside one, all words that are like
    no community's. Where a header asks where people are from, and nobody names a community or country, all such words
    are places or organisations. Where nobody names a community, the organisations and countries among the words are
    sure."""
    kind = VocabularyKind.COMMUNITY
    told = {text: vocabulary.code(kind, text) for text in texts if text}
    unknown = frozenset(text for text, code in told.items() if code is None and not country_named(text))
    alone = unknown == told.keys()
    if alone and normal(header) in tools("asks_where") and (unlike := _unlike_communities(unknown, vocabulary)):
        return NoCommunities(sure=unlike)
    found = organisations_among(unknown, header, vocabulary, alone=alone)
    cities = frozenset(text for text in unknown if vocabulary.inside(VocabularyKind.CITY, text))
    likely = _unlike_communities(unknown if cities else found, vocabulary)
    sure = cities | (found if alone else frozenset())
    countries = {text: code for text in told if (code := country_named(text)) and has_no_community(text, vocabulary)}
    if set(told.values()) == {None} and len(set(countries.values())) >= _FEWEST_COUNTRIES:
        sure |= countries.keys()  # at an international meeting
    return NoCommunities(sure, likely - sure)


def _unlike_communities(texts: Collection[str], vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(text for text in texts if not vocabulary.suggestions(VocabularyKind.COMMUNITY, text))


def says_no_group(text: str) -> bool:
    """Returns whether a word says what somebody is in an organisation, by profession or at an event, and nothing of an
    authority: no group of the project."""
    form = normal(text)
    posts = evidence("functions") | evidence("on_board")
    known = form in values("participant") | tools("guest_kinds") | evidence("helpers") or any(
        f"{form} ".startswith(f"{post} ") for post in posts
    )
    return known and not any(stem in form for stem in tools("authority_stems"))


def changes_figures(text: str, event: SourceEvent, vocabulary: Vocabulary) -> bool:
    """Returns whether an unknown group may be one that an indicator leaves out, and its people came to an *event* that
    the indicator counts: an authority or an institution, or a word that is nearly known. Professions are none."""
    left_out = (i for i in vocabulary.project.indicators if i.groups_left_out)
    if not any(event.activity in vocabulary.project.activities_of(indicator) for indicator in left_out):
        return False
    form = normal(text)
    if any(stem in form for stem in tools("authority_stems")):
        return True
    return bool(vocabulary.suggestions(VocabularyKind.GROUP, text))


@lru_cache(maxsize=1)
def _country_words() -> SimilarWords:
    return SimilarWords(peoples().keys() | territories().keys())
