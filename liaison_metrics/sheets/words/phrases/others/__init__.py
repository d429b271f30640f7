"""Unnamed people behind a name, with their number ("Ali + 2 children", "Anna and two others")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from liaison_metrics.sheets.words.lists import (
    additional_words,
    alternatives,
    evidence,
    normal,
    number_words,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.numbers import length_of_whom
from liaison_metrics.sheets.words.phrases.prose.companions import companions_told
from liaison_metrics.sheets.words.phrases.prose.groups import sized_group
from liaison_metrics.sheets.words.phrases.prose.languages import languages_of_prose

_AND = alternatives("and", "people")
_WITH = alternatives("accompanied_by")
_WITH_OTHERS = re.compile(
    r"^(.*[^\W\d].*?)\s*(?:\(\s*)?(?:\+\s*(\d{1,2})(?:\s+[^\W\d]+){0,2}|"
    rf"\b(?:{_WITH}|{_AND})\s+(\d{{1,2}})(?:\s+[^\W\d]+){{1,2}})\s*\)?$",
    re.I,
)
"""A name and how many more people ("Ali + 2 children")."""

_PART = re.compile(r"(?:[,;:]|\s[-–—])\s+")
"""Between a label and what it says aside."""

_BEFORE_NUMBER = re.compile(r"\+|\s\d")
"""What every text has that ``_WITH_OTHERS`` finds something in."""

_DIGIT = re.compile(r"\d")
_OTHERS = re.compile(
    rf"^(.*?[^\W\d])\s+({_WITH}|{_AND}|[+&])\s+"
    r"((?:[^\W\d]+\s*){1,4})$",
    re.I,
)
_ASIDE = re.compile(
    rf"^(.*?[^\W\d])\s*(?:[(\[]|[,;]\s|\s[-–—]\s)\s*((?:{_WITH}\b|{_AND}\b|\+)\s*[^()\[\]]+?)\s*[)\]]?\s*$", re.I
)
"""The same in brackets, or behind a comma or a dash ("Anna (with her sister)")."""

_CLOSED = (")", "]")
_SAID_BEHIND = re.compile(r"^(.*?[^\W\d].*?)\s*(?:[(\[]\s*([^()\[\]]+)[)\]]|(\+[^()\[\]+]+))\s*$")
"""A name and a remark in brackets, or behind a plus."""

_LONGEST = 200
"""No name with the number of those who came along is longer; looking for it in a page of text takes many seconds."""

_FEWEST_SPACES = 2
"""A first name and "with daughter" have so many."""

_CAME_ALONG = re.compile(
    rf"(?:^|[,;.(])\s*(?:\+|plus|(?:\w+\s+)?{_WITH})\s*(?:[^\W\d]+\s+){{0,2}}?"
    r"(\d{1,2})\s+([^\W\d]+(?: [^\W\d]+)?)",
    re.I,
)
"""A remark about people who came along: "+ 2 children", "came with her 2 kids"."""

_PLUS = re.compile(r"(?:^|[,;(]\s*)(?:\+|plus)\s?(\d{1,2})(?=\s*(?:$|[,;().]))", re.I)
"""The same without saying who ("+1, comes again")."""

_ONE_CAME_ALONG = re.compile(rf"(?:^|[\s,;.(])(?:\+|{_WITH})\s*((?:\b[^\W\d]+\b\s*){{1,3}})", re.I)
"""The same about one person, without a number ("with her son")."""

_BESIDE_MARK = re.compile(r"^(.*?[^\s(])\s*\(?\+\s?([1-9]\d?)(?:\s+([^\W\d]+))?[.)]*$")
"""A mark or a signature, and how many more people came with who has it ("x +1", "A.B. (+2 children)")."""

_UNNAMED = re.compile(r"(\d{1,2})\s+([^\W\d]+(?:\s+[^\W\d]+)*)")

_BEFORE_ASIDE = ("(", "[", ", ", "; ", " - ", " – ", " — ")
"""What every text has that ``_ASIDE`` finds something in."""

_LONGEST_POSSESSIVE = 3
"""Letters of a word behind somebody that says whose they are."""

_CODES = ("others", "plus")
"""Codes of words for further people."""


def are_unnamed(text: str) -> bool:
    """Returns whether a remark only says of people that they gave no name or did not sign: they may be among those whom
    a number beside it counts."""
    words = normal(text).split()
    return not (values("withheld").isdisjoint(words) or values("of_names").isdisjoint(words))


def without_withheld_names(text: str) -> str:
    """Returns a label without what it says aside of names that nobody took ("Walk-ins, names not taken")."""
    label, *aside = _PART.split(text)
    return ", ".join([label, *(part for part in aside if not are_unnamed(part))]) if aside and label else text


def people_with(text: str) -> tuple[str, int] | None:
    """Returns a name and the number of unnamed people that it includes, None if it includes none."""
    if len(text) > _LONGEST:
        return None
    if _DIGIT.search(text) and (group := sized_group(text)):
        return group[0], group[1] - 1
    told = _SAID_BEHIND.match(text) if "+" in text or text.endswith(_CLOSED) else None
    if told and (more := companions_told(told[2] or told[3])):
        return told[1], more
    if _DIGIT.search(text):
        found = with_number_of_others(text)
        return (found[1], int(found[2] or found[3])) if found else None
    aside = _ASIDE.match(text) if any(sign in text for sign in _BEFORE_ASIDE) else None
    plain = f"{aside[1]} {aside[2]}" if aside else text
    return _others(plain) if plain.count(" ") >= _FEWEST_SPACES else None


def with_number_of_others(text: str) -> re.Match[str] | None:
    """Returns what a text says of unnamed people with their number in digits: first the name."""
    return _WITH_OTHERS.match(text) if len(text) <= _LONGEST and _BEFORE_NUMBER.search(text) else None


def people_beside_mark(text: str) -> tuple[str, int] | None:
    """Returns a mark and the number of unnamed people whom it counts beside the person, None if it counts none."""
    found = _BESIDE_MARK.match(text) if "+" in text and len(text) <= _LONGEST else None
    whom = normal(found[3] or "") if found else ""
    known = not whom or whom in tools("accompanying_people") | tools("came_along") | tools("one_accompanying")
    return (found[1], int(found[2])) if found and known else None


def accompanying_in_remark(text: str) -> int:
    """Returns how many unnamed people a remark or a mark says came along ("+ 2 children", "x +1"); usually 0. Some
    don't count ("with a child, doesn't count")."""
    if has_phrase(normal(text), tools("not_counted")):
        return 0
    if mark := people_beside_mark(text):
        return mark[1]
    if companions := companions_told(text):
        return companions
    for found in _CAME_ALONG.finditer(text) if _DIGIT.search(text) else ():
        words = normal(found[2])
        if {words, words.partition(" ")[0]} & (tools("accompanying_people") | tools("came_along")):
            return int(found[1])
    if plus := _PLUS.search(text):
        return int(plus[1])
    along = _ONE_CAME_ALONG.finditer(text) if not _DIGIT.search(text) else ()
    told = (normal(found[1]).split() for found in along if _begins_or_tells_coming(text[: found.start()]))
    return sum(not tools("one_accompanying").isdisjoint(words) and not _is_theirs(words) for words in told)


def _begins_or_tells_coming(before: str) -> bool:
    """Whether nothing stands before words for somebody who came along, or a sign, or that somebody came or brought
    them: "changes places with her friend" adds nobody."""
    words = normal(before).split()
    comes = tuple(evidence("coming")) + tuple(tools("brings"))
    return not words or not before.rstrip()[-1:].isalnum() or any(word.startswith(comes) for word in words)


@lru_cache(maxsize=10_000)
def _others(text: str) -> tuple[str, int] | None:
    found = _OTHERS.match(text)
    words = normal(found[3]).split() if found else []
    numbers = [number for word in words if (number := number_words().get(word, 0))]
    along = [word for word in found[3].split() if normal(word) in tools("one_accompanying")] if found else []
    if found and along and not numbers and _says_only(words) and not _is_theirs(words):  # "Anna with her son"
        with_and = found[2] == "&" or normal(found[2]) in people_words("and")
        lower = all(map(str.islower, set(found[3].split()) - set(along)))
        whole = len(found[1].split()) > 1 and lower  # German: "Anna Beck und Partner", "Anna Beck und ihr Mann"
        return (found[1], len(along)) if along[-1].islower() or not with_and or whole else None
    people = tools("accompanying_people") | {word for word, code in additional_words().items() if code in _CODES}
    return (found[1], numbers[0]) if found and len(numbers) == 1 and people.intersection(words) else None


def _says_only(words: Sequence[str]) -> bool:
    """Whether words end with somebody who came along, perhaps with whose they are ("her son", "την αδελφή της")."""
    last = next(at for at, word in enumerate(reversed(words)) if word in tools("one_accompanying"))
    return all(len(word) <= _LONGEST_POSSESSIVE for word in words[len(words) - last :])


def _is_theirs(words: Sequence[str]) -> bool:
    """Whether words name something of somebody's, not who came along ("the help of her daughter")."""
    whose = next((at for at, word in enumerate(words) if word in tools("one_accompanying")), 0)
    return any(
        word in tools("possessive_links") and len(thing) > _LONGEST_POSSESSIVE
        for thing, word in pairwise(words[:whose])
    )


@lru_cache(maxsize=10_000)
def names_people(form: str) -> bool:
    """Returns whether words in normal form are nothing but a noun for people ("mothers")."""
    return any(one.patterns["units"].fullmatch(form) for one in languages_of_prose())


def unnamed_people(text: str) -> int:
    """Returns how many people a cell for a name counts in place of it ("2 women without names"), 0 if it counts
    none."""
    found = _UNNAMED.fullmatch(text) if text[:1].isdigit() else None
    if found is None:
        return 0
    nouns = people_words("people") | people_words("minors") | tools("adults") | tools("gender_heading")
    form = normal(found[2])
    known = form.split()[0] in nouns or any(one.patterns["units"].match(form) for one in languages_of_prose())
    return int(found[1]) if known else 0


def split_at_numbers(words: Sequence[str]) -> list[list[str]]:
    """Returns words, split with several numbers before what leads to the next one ("30 participants | plus 5")."""
    places = [place for place, word in enumerate(words) if word.isdecimal()]
    parts, start = [], 0
    for before, place in pairwise(places):
        leads = (at for at in range(before + 1, place) if words[at] in people_words("and"))
        others = (
            at for at in range(before + 1, place) if additional_words().get(words[at]) or length_of_whom(words[at:])
        )
        cut = next(leads, None) or next(others, None)
        if cut is None:
            return [list(words)]
        parts.append(list(words[start:cut]))
        start = cut
    return [*parts, list(words[start:])]
