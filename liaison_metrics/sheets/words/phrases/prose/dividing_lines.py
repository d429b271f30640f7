"""How many people of each community a line of text states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.words.lists import is_planned, normal, number_words, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.prose.other_numbers import without_other_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w%]|[.,]\d)")
_BEHIND, _BEFORE = re.compile(r"[,;.()|•·/:\n]"), re.compile(r"[,;.()|•·/\n]")
"""What ends the words that belong to a number: a label before it may end with a colon."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_AROUND = " :=–—-"
_LONGEST = 4
"""Words that name a community ("from the Syrian community")."""


class CommunityPart(NamedTuple):
    """How many people of a community a line states, with the words that name it."""

    row: int
    people: int
    words: str


@dataclass(slots=True)
class DividingLine:
    """A line with its numbers of people by community, and its other numbers."""

    row: int
    text: str
    parts: list[CommunityPart] = field(default_factory=list)
    others: list[int] = field(default_factory=list)

    @property
    def counts_people(self) -> bool:
        """Whether the line has a word for people or for a total, and none for people who didn't come."""
        form = normal(self.text)
        words = form.split()
        known = people_words("people") | people_words("present") | people_words("total") | values("participant")
        known |= values("total") | tools("sums")
        aside = is_planned(self.text) or says_who_does_not_count(form) or set(words) & tools("registered")
        return not aside and without_phrases(words, known) != words


def community_of(words: str, vocabulary: Vocabulary, city: str) -> str:
    """Returns the community that words name, also that of the local people of a city."""
    named = vocabulary.exact(VocabularyKind.COMMUNITY, words)
    return named or vocabulary.local_community(vocabulary.country(words), city) or NOT_STATED


def dividing_line(row: int, text: str, vocabulary: Vocabulary) -> DividingLine:
    """Returns a line with each of its numbers beside the community that it counts: the one behind all of them, or the
    one before."""
    plain = _with_digits(without_other_numbers(text), vocabulary)
    numbers = list(_NUMBER.finditer(plain))
    places = [(0, 0), *(number.span() for number in numbers), (len(plain), len(plain))]
    between = [plain[end:start] for (_start, end), (start, _end) in pairwise(places)]
    before = [_last_words(said, vocabulary) for said in between[:-1]]
    behind = [_first_words(said, vocabulary) for said in between[1:]]
    named, others = (before, behind) if sum(map(bool, before)) > sum(map(bool, behind)) else (behind, before)
    apart = between[:-1] if others is before else between[1:]  # "12 Syrians, others 4"
    named = [
        own or (other if _BEFORE.search(said) else "") for own, other, said in zip(named, others, apart, strict=True)
    ]
    line = DividingLine(row, text)
    for number, words in zip(numbers, named, strict=True):
        if words:
            line.parts.append(CommunityPart(row, int(number[0]), words))
        else:
            line.others.append(int(number[0]))
    return line


def _with_digits(text: str, vocabulary: Vocabulary) -> str:
    """Returns a text with digits in place of words for numbers of people of a community ("five Syrians")."""

    def digits(found: re.Match[str]) -> str:
        number = number_words().get(normal(found[0]), 0)
        counted = number > 1 and _first_words(text[found.end() :], vocabulary)
        return str(number) if counted else found[0]

    return _WORD.sub(digits, text)


def _first_words(text: str, vocabulary: Vocabulary) -> str:
    """Returns the first words of a text that name a community or a country, "" if they don't."""
    words = _BEHIND.split(text.lstrip(_AROUND))[0].split()[:_LONGEST]
    return next((said for end in range(len(words), 0, -1) if _names((said := " ".join(words[:end])), vocabulary)), "")


def _last_words(text: str, vocabulary: Vocabulary) -> str:
    """Returns the last words of a text that name a community or a country, "" if they don't."""
    words = _BEFORE.split(text.rstrip(_AROUND))[-1].split()[-_LONGEST:]
    return next((said for at in range(len(words)) if _names((said := " ".join(words[at:])), vocabulary)), "")


def _names(words: str, vocabulary: Vocabulary) -> bool:
    plain = words.strip(_AROUND)
    if normal(plain) in people_words("people"):
        return False  # "TN" is also a code of a country
    return bool(vocabulary.exact(VocabularyKind.COMMUNITY, plain) or vocabulary.country(plain))
