"""Numbers of people by community in lines of text that add up to a stated total: "21 people: 12 Syrians, 9 locals"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid, HeadcountRow, Reading
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import is_planned, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.found import without_phrases
from liaison_metrics.sheets.words.phrases.prose.other_numbers import without_other_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w%]|[.,]\d)")
_BEHIND, _BEFORE = re.compile(r"[,;.()|•·/:\n]"), re.compile(r"[,;.()|•·/\n]")
"""What ends the words that belong to a number: a label before it may end with a colon."""

_AROUND = " :=–—-"
_LONGEST = 4
"""Words that name a community ("from the Syrian community")."""

_FEWEST_PARTS = 2
_MOST_LINES = 500
"""A longer sheet without a table is no report of one event."""


class _Part(NamedTuple):
    """How many people of a community a line states, with the words that name it."""

    row: int
    people: int
    words: str


@dataclass(slots=True)
class _DividingLine:
    """A line with its numbers of people by community, and its other numbers."""

    row: int
    text: str
    parts: list[_Part] = field(default_factory=list)
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


def divided_total(grid: Grid, vocabulary: Vocabulary) -> tuple[int, int, str] | None:
    """Returns the total that a text states and divides by community, with its row (counted from 1) and its line; None
    if there is none, or several."""
    lines = _lines(grid, vocabulary)
    stated = {number: line for line in reversed(lines) if line.counts_people for number in line.others}
    sums = (sum(part.people for part in parts) for parts in _divisions(lines) if len(parts) >= _FEWEST_PARTS)
    found = {people: stated[people] for people in sums if people in stated}
    if len(found) != 1:
        return None
    people, line = found.popitem()
    return people, line.row + 1, line.text


def divide_by_community(grid: Grid, vocabulary: Vocabulary, reading: Reading, first: int) -> None:
    """Divides the only number of people that a text states, among the headcounts from *first* on, by community if the
    text does so and its numbers add up to it."""
    whole = [at for at in range(first, len(reading.headcounts)) if not reading.headcounts[at].additional]
    if len(whole) != 1 or reading.headcounts[whole[0]].kinds:
        return
    stated = reading.headcounts[whole[0]]
    divisions = _divisions(_lines(grid, vocabulary))
    parts = next((one for one in divisions if sum(part.people for part in one) == stated.people), [])
    if not parts:
        return
    city = reading.events[stated.event].city
    rows = [_headcount(stated, part, _community(part.words, vocabulary, city)) for part in parts]
    reading.rows_read += len(rows) - 1
    reading.headcounts[whole[0] : whole[0] + 1] = rows


def _headcount(stated: HeadcountRow, part: _Part, community: str) -> HeadcountRow:
    return replace(stated, row=part.row + 1, people=part.people, column=part.words, community=community)


def _community(words: str, vocabulary: Vocabulary, city: str) -> str:
    named = vocabulary.exact(VocabularyKind.COMMUNITY, words)
    return named or vocabulary.local_community(vocabulary.country(words), city) or NOT_STATED


def _divisions(lines: Sequence[_DividingLine]) -> Iterator[list[_Part]]:
    """Yields the numbers by community that may divide a total: those of lines one below the other, and of each line."""
    run: list[_Part] = []
    for line in lines:
        if run and (not line.parts or line.others):
            yield run
            run = []
        run = [*run, *line.parts]
    yield from (run, *(line.parts for line in lines if len(line.parts) >= _FEWEST_PARTS))


def _lines(grid: Grid, vocabulary: Vocabulary) -> list[_DividingLine]:
    texts = (_joined(cells) for cells in grid.rows[:_MOST_LINES])
    return [_line(row, text, vocabulary) for row, text in enumerate(texts) if text]


def _joined(cells: Sequence[Cell]) -> str:
    return " ".join(text for value in cells if (text := text_of(value)))


def _line(row: int, text: str, vocabulary: Vocabulary) -> _DividingLine:
    """Returns a line with each of its numbers beside the community that it counts: the one behind all of them, or the
    one before."""
    plain = without_other_numbers(text)
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
    line = _DividingLine(row, text)
    for number, words in zip(numbers, named, strict=True):
        if words:
            line.parts.append(_Part(row, int(number[0]), words))
        else:
            line.others.append(int(number[0]))
    return line


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
    return bool(vocabulary.exact(VocabularyKind.COMMUNITY, plain) or vocabulary.country(plain))
