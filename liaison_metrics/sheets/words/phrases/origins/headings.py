"""Headings over people that say of which community they are, perhaps among other words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, spellings, tools, values
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_HOW_MANY = re.compile(
    r"\s*(?:\(\s*(?:n\s*=\s*)?\d{1,3}\b[^()]*\)|[:–—-]\s*\d{1,3}\b(?:\s+[^\W\d]+)?|\s\d{1,3})\s*:?\s*$"
)
"""How many people stand below a heading ("Syrian (7)", "Syrian: 7 people")."""

_PART = re.compile(r"[,;|()]|\s[-–—/]\s")
_ENUMERATED = re.compile(r"^\W*(?:[^\W\d_]|\d{1,2})[.)]\s+")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 9
"""A longer line is a sentence."""

_SHORTEST_PEOPLE = 4
"""A shorter beginning of a word names no people."""

_OF_PLACES = ("muslim", "local")
"""Communities that a place tells, too ("From the mosque")."""

_LABEL = re.compile(r"\s*([^:：=]+?)\s*[:：=]\s*(\S.*)")


@lru_cache(maxsize=20_000)
def community_in_heading(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """Returns the community or else the country that a heading names: alone, with the number of its people ("Syrian
    (7)"), or behind a label for communities among other words ("Meeting on 2 March, Community: Syrian"). None and "" if
    it names none, or several."""
    for whole in (text, _HOW_MANY.sub("", text)):
        if any(found := _named(whole, vocabulary)):
            return found
    labelled = (_LABEL.fullmatch(part) for part in _PART.split(text))
    named = {
        found for pair in labelled if pair and meaning_of(pair[1]) == VocabularyKind.COMMUNITY
        if any(found := _named(pair[2], vocabulary))
    }  # fmt: skip
    return named.pop() if len(named) == 1 else _among_words(text, vocabulary)


def _named(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    community = vocabulary.exact(VocabularyKind.COMMUNITY, text.rstrip(" :"))
    return community, "" if community else vocabulary.country(text.rstrip(" :"))


def _among_words(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """Returns the only community or country that a heading names among other words ("Our Bosnian friends", "Guests from
    Nigeria"), none if a word may be somebody's name."""
    text = _ENUMERATED.sub("", _ASIDE.sub("", text)).strip(" -–—*:")
    words = _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS or ":" in text or any(map(str.isdigit, text)) or _is_of_others(text):
        return None, ""
    named = [_named_by_word(word, vocabulary) for word in words]
    told = {found for found in named if any(found)}
    others = [word for word, found in zip(words, named, strict=True) if not any(found)]
    if len(told) == 1 and _says_more(others, text, vocabulary):
        return told.pop()
    by_place = [code for code in _OF_PLACES if _has(code, normal(text))] if not told else []
    return (by_place[0], "") if len(by_place) == 1 and _says_more(words, text, vocabulary) else (None, "")


def _is_of_others(text: str) -> bool:
    """Whether words speak of the team, of people who did not come, or of what somebody is not."""
    words = set(normal(text).split())
    return not words.isdisjoint(values("staff") | tools("team") | tools("not") | values("absent")) or tells_absence(
        text
    )


def _named_by_word(word: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    if len(word) < _SHORTEST_PEOPLE:
        return None, ""
    form = normal(word)
    beginnings = (form.removesuffix(end) for end in _lists()["endings"][0] if form.endswith(end))
    joined = (_named(begin, vocabulary) for begin in beginnings if len(begin) >= _SHORTEST_PEOPLE)
    return next((found for found in (_named(word, vocabulary), *joined) if any(found)), (None, ""))


def _says_more(others: Sequence[str], text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading begins with a community or with nouns for people, and all its other words with a capital are
    such nouns, small words or the city: none is a name."""
    place = any(_has(code, normal(text)) for code in _OF_PLACES)
    known = [place or _has("nouns", form) or _has("small", form) for form in map(normal, others)]
    begins = not others or known[0] or not text.startswith(others[0])
    city = VocabularyKind.CITY
    return (
        begins
        and all(
            is_known or word[:1].islower() or vocabulary.exact(city, word) is not None
            for is_known, word in zip(known, others, strict=True)
        )
        and (not others or any(known))
    )


def _has(kind: str, form: str) -> bool:
    whole, begins = _lists()[kind]
    return any(f" {word} " in f" {form} " for word in whole) or any(f" {word}" in f" {form}" for word in begins)


@cache
def _lists() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the words of each list, and the beginnings of words."""
    told = tomllib.loads(files(__package__).joinpath("headings.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple(
            tuple(sorted({form for some in lists.values() for word in some if (word[-1] == "*") == begins
                          for form in spellings(word.rstrip("*"))}))
            for begins in (False, True)
        )
        for kind, lists in told.items()
    }  # fmt: skip
