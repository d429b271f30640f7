"""Numbers of people that sentences tell: "There were also two women who did not sign, so in the end we were 11."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.numbers import number_in_words, with_but_apart, without_team
from liaison_metrics.sheets.words.phrases.prose.expected import (
    includes_listed,
    labels_things,
    says_who_came,
    with_sign_for_listed,
    without_expected,
)
from liaison_metrics.sheets.words.phrases.prose.languages import Language, likely_languages
from liaison_metrics.sheets.words.phrases.prose.other_numbers import without_other_numbers
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber

_LONGEST = 600
_FEWEST_WORDS = 2
_MOST_PEOPLE = 10_000
_NEAR = 3
"""So many words may stand between a number and its noun, or the verb that counts it."""

_TENS, _UNITS = 20, 10
_LONG_WORD = 7
"""Shorter words are no numbers above twenty, but words of another language."""

_DENIED = 5
"""A word of coming this near behind a "not" is what it denies."""

_SENTENCE = re.compile(r"(?<=[.!?…])(?:\s+|$)|\n+|;\s*|\.{2,}")
_PART_OF_SENTENCE = re.compile(r",\s+|\s+[-–—]\s+|\s*→\s*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_GOES_ON = ("who", "part", "not", "unlisted")
"""Words with which a part of a sentence says more of the people before it."""

_OTHERS_BEHIND = re.compile(r"(?<=\d)\s*\+\s+[^\W\d][^\d,.;()]*")
"""People without a number behind a sum ("we were 8 + me and the interpreter"): the sign adds these, not the sum."""

_DIGITS = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Clause:
    words: tuple[str, ...]
    numbers: tuple[tuple[int, int], ...]  # places and numbers

    @property
    def form(self) -> str:
        return " ".join(self.words)


@lru_cache(maxsize=20_000)
def told_numbers(text: str) -> tuple[ToldNumber, ...]:
    """Returns the numbers of people that a text tells in sentences, in order; none if it speaks of other things."""
    if not len(text.split()) >= _FEWEST_WORDS or len(text) > _LONGEST:
        return ()
    plain = without_other_numbers(_OTHERS_BEHIND.sub(" ", with_but_apart(text)))
    likely = likely_languages(normal(plain).split())
    return next(filter(None, (tuple(_told(plain, language)) for language in likely)), ())


def _told(text: str, language: Language) -> Iterator[ToldNumber]:
    for sentence in map(without_team, filter(None, map(str.strip, _SENTENCE.split(text)))):
        if sentence.endswith("?"):
            continue
        elsewhere, clauses = False, list(_clauses(sentence, language))
        single = sum(bool(clause.numbers) for clause in clauses) == 1
        team = sum(_Reader(clause, language).team for clause in clauses)
        there = any(language.has("came", clause.form) and not clause.numbers for clause in clauses)
        whole = includes_listed(normal(sentence), language)
        numbers = [people for clause in clauses for _at, people in clause.numbers]
        for clause in clauses:
            own = _Reader(clause, language, single=single, there=there)
            expected = elsewhere and not says_who_came(clause.form, normal(sentence), language)
            elsewhere = expected or own.is_elsewhere
            if not own.is_aside and not elsewhere:
                for one in own.told():
                    beside = tuple(number for number in numbers if number != one.people)
                    yield replace(one.without(team), beside=beside, whole=whole)


def _clauses(sentence: str, language: Language) -> Iterator[_Clause]:
    """Yields the clauses of a sentence: one that only says more of the people before it belongs to that before it."""
    parts: list[str] = []
    for text in (_BRACKETS.sub(" , ", sentence), *_BRACKETS.findall(sentence)):
        for part in _PART_OF_SENTENCE.split(text):
            form = without_expected(with_sign_for_listed(normal(part), language), language)
            parts += _at_conjunctions(form, language)
    clauses: list[_Clause] = []
    for part in filter(None, parts):
        clause = _clause(part, language)
        if not clause.numbers and language.begins("not", part) and language.has("left_out", part):
            continue  # "(not counting the team)"
        if clauses and not clause.numbers and any(language.begins(kind, part) for kind in _GOES_ON):
            clauses[-1] = _clause(f"{clauses[-1].form} {part}", language)
        elif (clause.numbers or _leads(clause, language)) and clauses and _leads(clauses[-1], language):
            clauses[-1] = _clause(f"{clauses[-1].form} {part}", language)  # "Not on the list, but there: 3"
        else:
            clauses.append(clause)
    yield from clauses


def _leads(clause: _Clause, language: Language) -> bool:
    """Whether a clause without a number says whom the next one counts: those on no list, or only that they are more."""
    if clause.numbers:
        return False
    return language.has("unlisted", clause.form) or not language.patterns["more"].sub("", clause.form).strip()


def _at_conjunctions(form: str, language: Language) -> list[str]:
    """Returns the parts of a text in normal form that conjunctions join, if each of them counts something else."""
    cut = next((found for found in language.patterns["but"].finditer(form) if found.start()), None)
    if cut is not None:
        head, rest = form[: cut.start()].strip(), form[cut.end() :].strip()
        if _clause(rest, language).numbers and not _clause(head, language).numbers:
            return _at_conjunctions(f"{head} {rest}", language)  # "there were, however, 15"
        return [head, *_at_conjunctions(rest, language)]
    for found in language.patterns["and"].finditer(form):
        head, rest = form[: found.start()].strip(), form[found.end() :].strip()
        second = _clause(rest, language)
        if not second.numbers or second.numbers[0][0] or not _clause(head, language).numbers:
            continue
        if not _Reader(second, language).noun_behind(0):
            return [head, *_at_conjunctions(rest, language)]
        if language.has("more", rest) or (language.has("came", rest) and language.has("came", head)):
            return [head, *_at_conjunctions(f"{found[0]} {rest}", language)]
    return [form]


def _clause(form: str, language: Language) -> _Clause:
    """Returns a clause with its numbers as digits."""
    form = language.patterns["about"].sub(" ", form) if _DIGITS.search(form) else form
    words = form.split()
    told: list[str] = []
    while words:
        number, length = _number_at(words, language)
        told.append(str(number) if number else words[0])
        words = words[length:]
    numbers = [(at, int(word)) for at, word in enumerate(told) if word.isdecimal() and not word.startswith("0")]
    ones = [
        (at, 1) for at, word in enumerate(told)
        if word in language.one and any(language.has("more", near) for near in told[max(0, at - 1) : at + 2])
    ]  # fmt: skip
    return _Clause(tuple(told), tuple(sorted([*numbers, *ones])))


def _number_at(words: Sequence[str], language: Language) -> tuple[int, int]:
    """Returns the number that words begin with, 0 if none, and how many words it takes."""
    first = words[0]
    if first.isdecimal():
        return (0 if first.startswith("0") else int(first)), 1
    number = language.numbers.get(first, 0)
    unit = language.numbers.get(words[1], 0) if len(words) > 1 else 0
    if number >= _TENS and 0 < unit < _UNITS:
        return number + unit, 2
    return (number or (number_in_words(first) if len(first) >= _LONG_WORD else 0)), 1


class _Reader:
    """Reads what one clause tells."""

    def __init__(self, clause: _Clause, language: Language, *, single: bool = False, there: bool = False) -> None:
        """*there*: another part of the sentence says that people were there."""
        self.clause, self.language, self.single, self.there = clause, language, single, there
        form = language.patterns["not_all"].sub(" ", clause.form)
        self.unlisted = language.has("unlisted", form)
        self.form = language.patterns["unlisted"].sub(" ", form)
        named = language.has("of_names", self.form) and language.has("withheld", self.form)
        self.unnamed = self.unlisted or named

    @property
    def team(self) -> int:
        """How many of the team the clause says were among the people told before."""
        among = self.language.has("part", self.form) and self.language.has("team", self.form)
        return sum(people for _at, people in self.clause.numbers) if among else 0

    @property
    def is_elsewhere(self) -> bool:
        """Whether the clause, and what follows, is about another event, or about who was only expected."""
        return self.language.has("elsewhere", self.form)

    @property
    def is_aside(self) -> bool:
        """Whether the clause is about people who did not come, about the team, or about something else."""
        return self.language.has("aside", self.form) or self._says_absent()

    def _says_absent(self) -> bool:
        words = self.form.split()
        for at in (at for at, word in enumerate(words) if self.language.begins("not", word)):
            beside = " ".join(words[max(0, at - 1) : at + 3])
            near = " ".join(words[at : at + _DENIED])
            if self.language.has("coming", beside) or (not self.unnamed and self.language.has("coming", near)):
                return True
        return False

    def _includes_others(self) -> bool:
        """Whether the words for a part say whom the numbers before them include ("22 people, including who signed")."""
        words, last = (
            self.clause.words,
            max((at for at, _people in self.clause.numbers), default=len(self.clause.words)),
        )
        at = next((at for at in range(last + 1, len(words)) if words[at] in tools("together_with")), None)
        return at is not None and not self.language.has("part", " ".join(words[:at]))

    def told(self) -> Iterator[ToldNumber]:
        """Yields what the numbers of the clause say of people."""
        if self.language.has("part", self.form) and not self._includes_others():
            yield from (ToldNumber(people, "part") for at, people in self.clause.numbers if self.noun_behind(at))
            return
        counted = [(at, people) for at, people in self.clause.numbers if 0 < people <= _MOST_PEOPLE]
        nouns = [(at, people) for at, people in counted if self.noun_behind(at)]
        if len(nouns) > 1:
            yield from self._by_kind(nouns)
            return
        for at, people in nouns or counted:
            if told := self._told_at(at, people):
                yield told
                return

    def _by_kind(self, nouns: Sequence[tuple[int, int]]) -> Iterator[ToldNumber]:
        """Yields the sum of numbers that divide people by different nouns ("14 adults and 6 children were there")."""
        different = {self.noun_behind(at) for at, _people in nouns}
        joined = all(self.language.has("and", self._between(a, b)) for (a, _), (b, _) in pairwise(nouns))
        if len(different) == len(nouns) and joined and self._has_cue():
            kind: Literal["total", "more"] = "more" if self.language.has("more", self.form) else "total"
            yield ToldNumber(sum(people for _at, people in nouns), kind, kind == "total")

    def _between(self, first: int, second: int) -> str:
        return " ".join(self.clause.words[first + 1 : second])

    def _has_cue(self) -> bool:
        return any(self.language.has(kind, self.form) for kind in ("came", "we_were", "in_all", "more"))

    def _told_at(self, at: int, people: int) -> ToldNumber | None:
        """Returns what a number at a place in the clause says."""
        noun, free = bool(self.noun_behind(at)), self._is_free(at)
        if not (noun or free) or (not noun and labels_things(self.clause.words[:at], self.language)):
            return None
        if self.language.begins("of", " ".join(self.clause.words[at + 1 :])) and not noun:
            return ToldNumber(people, "part")
        near = self._near(at)
        led = at > 0 and at < _NEAR and self.language.begins("and", self.form)
        added = led or self.language.has("more", near) or (noun and self.language.begins("more", self.form))
        also = (noun or self.unnamed) and self.language.has("also", near)
        before = " ".join(self.clause.words[:at])
        ours = any(self.language.has(kind, text) for kind in ("we_were", "in_all") for text in (near, before))
        if added or also or (self.unnamed and not ours):
            firm = (added or also) and (self._says_they_came() or self._only_adds(at))
            return ToldNumber(people, "more", firm=firm or (self.unnamed and self._came_too(at)))
        writer = self.language.has("writer", self.form) and not self.language.has("who", self.form)
        if ours or self.language.has("device", self.form):
            return ToldNumber(people - writer, "total", firm=not writer)
        cue = self.language.has("came", self.form) or self.language.has("therefore", self.form)
        cue = cue or (self.single and self.language.begins("attending", self.noun_behind(at)))
        around = " ".join(self.clause.words[max(0, at - 2) : at + _NEAR])
        close = self.language.has("came", around) and not self.language.has("not", around)
        if (noun and (cue or self._is_alone(at))) or (free and close):
            return ToldNumber(people - writer, "total", firm=False)
        return None

    def _only_adds(self, at: int) -> bool:
        """Whether a clause says nothing but that so many come on top ("besides those registered 6")."""
        words = self.clause.words
        return words[:at] == ("plus",) and len(words) == at + 1 + len(self.noun_behind(at).split())

    def _says_they_came(self) -> bool:
        """Whether the clause says more of people beside a list than their number: that they came, or left no name."""
        return self.unnamed or any(self.language.has(kind, self.form) for kind in ("came", "who"))

    def _came_too(self, at: int) -> bool:
        """Whether a sentence says of people of whom no list has the names that they were there. What is counted by no
        noun for people may be a sheet of paper."""
        return (self.there or self.language.has("came", self.clause.form)) and self._is_of_people(at)

    def _is_of_people(self, at: int) -> bool:
        noun = self.noun_behind(at)
        return not noun or self.language.has("units", noun)

    def _is_alone(self, at: int) -> bool:
        """Whether the sentence has one number, with nothing but its noun and perhaps the day of the week beside it."""
        told = f"{self.clause.words[at]} {self.noun_behind(at)}"
        return self.single and self.language.patterns["weekdays"].sub(" ", self.clause.form).split() == told.split()

    def _near(self, at: int) -> str:
        return " ".join(self.clause.words[max(0, at - _NEAR) : at + _NEAR + 1])

    def noun_behind(self, at: int) -> str:
        """Returns the noun for people that a number counts, "" if it counts something else. Who came too and isn’t on
        the list is a person, whatever the noun ("4 spouses who are not on the list took part too")."""
        for place in range(at + 1, min(len(self.clause.words), at + _NEAR + 2)):
            rest = " ".join(self.clause.words[place:])
            if found := self.language.patterns["units"].match(rest):
                return found[0]
            if self.language.begins("links", rest) or self.clause.words[place].isdecimal():
                break
        beside = self.clause.words[at + 1] if at + 1 < len(self.clause.words) else ""
        added = self.unnamed and self.language.has("came", self.clause.form) and self.language.has("more", self.form)
        return beside if added and len(beside) >= _NEAR else ""

    def _is_free(self, at: int) -> bool:
        """Whether no noun stands behind a number: it ends the clause, or a verb or a small word follows."""
        rest = " ".join(self.clause.words[at + 1 :])
        kinds = ("in_all", "came", "more", "who", "not", "also", "we_were", "unlisted", "about", "links", "then")
        words = rest.split()
        return not words or words[0] in self.language.plain or any(self.language.begins(kind, rest) for kind in kinds)
