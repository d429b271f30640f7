"""Remarks about unnamed people who came along with somebody, in the words of one language ("came with two friends",
"brought her sister Ida", "+ 5 from the club", "had 7 members with him")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import (
    additional_words,
    evidence,
    normal,
    pattern_words,
    people_words,
    spellings,
    tools,
)
from liaison_metrics.sheets.words.phrases.prose.languages import Language, languages_of_prose

_CLAUSE = re.compile(r"[,;.()\[\]\n]|\s[-–—]\s")
_WORD = re.compile(r"\+|[^\W_]+")

_LONGEST = 120
"""A longer text is no remark about one person."""

_MOST_PEOPLE = 60
"""Nobody brings more people without a list of them."""

_MOST_BEFORE = 2
"""So many words at most stand between "with" and a number or somebody ("with her little sister")."""

_LONGEST_DETERMINER = 6
_LONGEST_POSSESSIVE = 3
"""Letters of a word behind somebody that says whose they are ("την αδελφή της")."""

_LONGEST_AUXILIARY = 4
"""Letters of a verb before "brought" ("ha portato")."""

_MOST_NAMES = 2


@lru_cache(maxsize=20_000)
def companions_told(text: str) -> int:
    """Returns how many unnamed people a clause of a remark says came along with the person, 0 if none says so."""
    if len(text) > _LONGEST:
        return 0
    return next((people for clause in _CLAUSE.split(text) if (people := _in_clause(_WORD.findall(clause)))), 0)


def _in_clause(words: Sequence[str]) -> int:
    forms = [normal(word) or word for word in words]
    if len(words) < 2 or not tools("not").isdisjoint(forms):
        return 0
    for start, end, plus in _leads(forms):
        if people := _people_in(words[start:end], forms[start:end], plus=plus):
            return people if people <= _MOST_PEOPLE else 0
    return 0


def _leads(forms: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yields where those who came along are named behind words that say so, and whether the words are a plus."""
    end = len(forms) - _words_along(forms)
    if forms[0] == "+" or forms[0] in _plus():
        yield 1, end, True
    came = next((at + 1 for at, form in enumerate(forms[:_MOST_BEFORE]) if _comes(form)), -1)
    for start in range(came + 2 if came > 0 else 1):
        if length := _length(forms[start:], _with()):
            yield start + length, end, False
    brings = next((at for at, form in enumerate(forms[:2]) if form in tools("brings")), None)
    if brings == 0 or (brings == 1 and len(forms[0]) <= _LONGEST_AUXILIARY):
        yield brings + 1, end, False
    if forms[0] in tools("had_along") and end < len(forms):
        yield 1, end, False


def _words_along(forms: Sequence[str]) -> int:
    """Returns how many words at the end say that people came along ("with her", "mitgebracht")."""
    ends = (length for length in (3, 2, 1) if " ".join(forms[-length:]) in tools("along"))
    return next(ends, 0)


def _comes(form: str) -> bool:
    return form.startswith(tuple(evidence("coming")))


@cache
def _plus() -> frozenset[str]:
    return frozenset(word for word, code in additional_words().items() if code == "plus" and " " not in word)


@cache
def _with() -> frozenset[str]:
    return frozenset(form for word in pattern_words("accompanied_by") for form in spellings(word))


def _length(forms: Sequence[str], phrases: frozenset[str]) -> int:
    """Returns of how many words the longest of some phrases is with which words begin, 0 if they begin with none."""
    return next((length for length in (3, 2, 1) if " ".join(forms[:length]) in phrases), 0)


def _people_in(words: Sequence[str], forms: Sequence[str], *, plus: bool) -> int:
    """Returns how many people words name, one after another ("husband and 2 children"), 0 if they name others too."""
    for language in languages_of_prose():
        people, used = _number_of(language, forms, plus=plus)
        if not people:
            people, used = _one(words, forms)
        rest, others = forms[used:], 0
        if people and rest and rest[0] in people_words("and"):
            others = _people_in(words[used + 1 :], forms[used + 1 :], plus=False)
            rest = [] if others else rest
        if people and not rest:
            return people + others
    return 0


def _number_of(language: Language, forms: Sequence[str], *, plus: bool) -> tuple[int, int]:
    """Returns the number of people that words begin with, and how many words say so: with a noun for them, a word for a
    group, or, behind a plus, from where they are."""
    for at, form in enumerate(forms[: _MOST_BEFORE + 1]):
        number = int(form) if form.isdecimal() and len(form) <= 2 else language.numbers.get(form, 0)
        if not number or not tools("one_accompanying").isdisjoint(forms[:at]):
            continue
        rest = forms[at + 1 :]
        grouped = not tools("people_together").isdisjoint(forms[:at])
        noun = _length_of_noun(language, rest)
        behind = rest[noun:]
        if behind and _is_of_somewhere(behind) and (noun or plus):
            return number, len(forms)
        if noun or (grouped and not rest):
            return number, at + 1 + noun
    return 0, 0


def _length_of_noun(language: Language, forms: Sequence[str]) -> int:
    """Returns of how many words a noun for people consists that words begin with, perhaps behind an adjective."""
    known = tools("accompanying_people") | tools("came_along")
    for before in range(2):
        rest = forms[before:]
        found = language.patterns["units"].match(" ".join(rest))
        if found:
            return before + len(found[0].split())
        if rest[:1] and rest[0] in known and _is_of_language(language, forms[:before]):
            return before + 1
    return 0


def _is_of_language(language: Language, before: Sequence[str]) -> bool:
    return not before or before[0] in language.words


def _is_of_somewhere(forms: Sequence[str]) -> bool:
    return forms[0] in tools("of_which_group")


def _one(words: Sequence[str], forms: Sequence[str]) -> tuple[int, int]:
    """Returns 1 and how many words name one person who came along ("her sister Ida"), else 0 and 0."""
    at = next((at for at, form in enumerate(forms[: _MOST_BEFORE + 1]) if form in tools("one_accompanying")), None)
    if at is None or any(len(form) > _LONGEST_DETERMINER for form in forms[:at]):
        return 0, 0
    if not tools("possessive_links").isdisjoint(forms[1:at]):
        return 0, 0  # "with the help of her daughter"
    end = at + 1
    while end < len(forms) and words[end][0].islower() and len(forms[end]) <= _LONGEST_POSSESSIVE:
        if forms[end] in people_words("and"):
            return 1, end
        if forms[end] in tools("of_which_group"):  # "vicina di casa", "την αδελφή της Μαρία"
            return 1, min(end + 1 + _MOST_NAMES, len(forms))
        end += 1
    named = end
    while end < len(forms) and words[end][0].isupper() and end - named < _MOST_NAMES:
        end += 1
    return 1, end
