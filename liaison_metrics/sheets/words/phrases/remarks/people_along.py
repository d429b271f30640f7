"""Remarks in free words about unnamed people who came along with the person of a row ("two cousins came along", "and
2 more people with him", "brought both her daughters")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import language_words, languages, normal, people_words, spellings, tools
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.remarks.wordings import wording_lists, wordings

_FILE = "people_along.toml"
_CODES = {"english": "en", "german": "de", "italian": "it", "danish": "da", "greek": "el"}

_LONGEST = 120
"""A longer text is no remark about one person."""

_MOST_PEOPLE = 12
"""Nobody brings more people without a list of them."""

_MOST_BEFORE = 5
"""So many small words at most stand before those who came along ("she came here with")."""

_MOST_WORDS = 5
"""Words of the longest wording of the lists."""

_ASIDE = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"[,;.!]|\s[-–—]\s")
_SENTENCE = re.compile(r"[;.!:]|\s[-–—]\s")
_SHORT_WITH = re.compile(r"(?<=\bm)\.|(?<=\bin[kc]l)\.", re.I)
_PLUS = re.compile(r"\+\s*")


@lru_cache(maxsize=20_000)
def party_told(remark: str) -> int:
    """Returns how many unnamed people a remark says came along with the person, 0 if it says nothing of that."""
    form = normal(remark)
    if len(remark) > _LONGEST or has_phrase(form, tools("not_counted")) or _unborn().search(f" {form} "):
        return 0
    return next((people for form in _clauses(remark) if (people := _in_clause(form))), 0)


def _clauses(remark: str) -> Iterator[str]:
    """Yields the clauses of a remark in normal form, a comma as an "and" at first, and those in brackets last."""
    plain = _PLUS.sub(" plus ", _SHORT_WITH.sub(" ", _ASIDE.sub(" ", remark)))
    for sentence in _SENTENCE.split(plain):
        if "," in sentence:
            yield " and ".join(filter(None, map(normal, sentence.split(","))))
    for part in (*_PART.split(plain), *_ASIDE.findall(remark)):
        if form := normal(part):
            yield form


def _in_clause(form: str) -> int:
    for words in _words_of_languages():
        if people := words.people_in(form.split()):
            return people if people <= _MOST_PEOPLE else 0
    return 0


class PartyWords:
    """The words of one language. Reads who came along in the words of a clause."""

    def __init__(self, name: str) -> None:
        lists, of = wording_lists(_FILE), _CODES[name]
        told, people = language_words(name, "tools"), language_words(name, "people")
        ones = {
            form for kind in ("one_accompanying", "grown_relatives") for one in told[kind] for form in spellings(one)
        }
        self._patterns = {kind: wordings(told_of[of]) for kind, told_of in lists.items() if told_of[of]}
        self._ones = frozenset(ones)
        self._numbers = {
            form: int(n) for n, words in people["numbers"].items() for one in words for form in spellings(one)
        }
        self._not = frozenset(form for word in told["not"] for form in spellings(word))
        self._and = frozenset(people_words("and")) | {"and", "plus"}

    def people_in(self, words: Sequence[str]) -> int:
        """Returns how many people the words of a clause say came along, 0 if they don't say so."""
        for start in range(min(len(words), _MOST_BEFORE + 1)):
            before = words[:start]
            if not self._not.isdisjoint(before) or not self._all("around", before):
                break
            if people := self._behind_lead(words[start:], first=start == 0) or self._before_along(
                before, words[start:]
            ):
                return people
        return 0

    def _behind_lead(self, words: Sequence[str], *, first: bool) -> int:
        """Returns how many people words name behind "with" or "brought", or behind "and" where the clause begins."""
        for kind in ("with", "brought", "and") if first else ("with", "brought"):
            for length in self._lengths(kind, words):
                lead, rest = words[:length], words[length:]
                people, used = self._people(rest, further="plus" in lead or kind == "and")
                had = kind == "brought" and next(self._lengths("had", lead[:1]), 0)
                along = not had or self._find("along", rest[used:])
                if people and along and self._ends(rest[used:]):
                    return people
        return 0

    def _before_along(self, before: Sequence[str], words: Sequence[str]) -> int:
        """Returns how many people words name before such as say that these came along ("two cousins came along")."""
        led = next(self._lengths("along", words), 0) or next(self._lengths("and", words), 0)
        people, used = self._people(words[led:], further=bool(self._find("along", words)))
        rest = words[led + used :]
        said = self._find("along", rest) or (bool(led) and self._find("around", [*before, *rest]))
        return people if people and said and self._ends(rest) else 0

    def _ends(self, rest: Sequence[str]) -> bool:
        """Whether words behind people say nothing else than that they came along, or who they are."""
        ends = (at for at in range(len(rest) + 1) if at == len(rest) or next(self._lengths("tail", rest[at:]), 0))
        return any(self._all("around", rest[:at], "along") for at in ends)

    def _people(self, words: Sequence[str], *, further: bool) -> tuple[int, int]:
        """Returns how many people words begin with, one after another, and how many words say so."""
        people, used = self._item(words, further=further)
        while people and used < len(words):
            link = 1 if words[used] in self._and else 0
            link += 1 if link and words[used + 1 : used + 2] and words[used + 1] in self._and else 0
            more, length = self._item(words[used + link :], further=False) if link else (0, 0)
            if not more:
                break
            people, used = people + more, used + link + length
        return people, used

    def _item(self, words: Sequence[str], *, further: bool) -> tuple[int, int]:
        """Returns how many people words begin with, in one noun with or without a number, and how many words say so."""
        at, number, more = 0, 0, False
        while at < len(words):
            rest = words[at:]
            if both := next(self._lengths("both", rest), 0):
                at, number = at + both, 2
                continue
            if not number and (found := self._number(rest[0])):
                at, number = at + 1, found
                continue
            for several, kind in ((3, "three"), (2, "two")):
                if length := next(self._lengths(kind, rest), 0):
                    return (number or several), at + length
            if number > 1 and (length := next(self._lengths("many", rest), 0)):
                return number, at + length + self._behind_noun(rest[length:])
            if number <= 1 and (length := self._length_of_one(rest)):
                return 1, at + length + self._behind_noun(rest[length:])
            if length := next(self._lengths("more", rest), 0):
                at, more = at + length, True
                continue
            if length := next(self._lengths("whose", rest), 0):
                more = more or next(self._lengths("more", rest), 0) > 0
                at += length
                continue
            break
        alone = number and (more or (further and at == len(words)))
        return (number, at) if alone else (0, 0)

    def _number(self, word: str) -> int:
        if word.isdecimal() and len(word) <= 2:
            return int(word)
        return self._numbers.get(word, 0) or int(word in ("one", "eins"))

    def _length_of_one(self, words: Sequence[str]) -> int:
        found = next(self._lengths("one", words), 0)
        return found or int(bool(words) and words[0] in self._ones)

    def _behind_noun(self, words: Sequence[str]) -> int:
        """Returns how many words behind a noun say whose those people are."""
        used = 0
        while used < len(words) and any(next(self._lengths(kind, words[used:][:1]), 0) for kind in ("whose", "theirs")):
            used += 1
        return used

    def _lengths(self, kind: str, words: Sequence[str]) -> Iterator[int]:
        """Yields of how many words a wording of a list is with which words begin, the longest first."""
        for end in range(min(len(words), _MOST_WORDS), 0, -1):
            if kind in self._patterns and self._patterns[kind].fullmatch(f" {' '.join(words[:end])} ", 1):
                yield end

    def _find(self, kind: str, words: Sequence[str]) -> bool:
        return self._patterns[kind].search(f" {' '.join(words)} ") is not None

    def _all(self, kind: str, words: Sequence[str], *more: str) -> bool:
        """Whether words are nothing but those of some lists."""
        at = 0
        while at < len(words):
            length = max((next(self._lengths(one, words[at:]), 0) for one in (kind, *more)), default=0)
            if not length:
                return False
            at += length
        return True


@cache
def _words_of_languages() -> tuple[PartyWords, ...]:
    return tuple(PartyWords(name) for name in languages() if name in _CODES)


@cache
def _unborn() -> re.Pattern[str]:
    return wordings(word for words in wording_lists(_FILE)["unborn"].values() for word in words)
