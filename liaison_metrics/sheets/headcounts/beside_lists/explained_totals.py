"""Totals of a list with a remark that says why they have more people ("Present: | 20 | two people did not sign")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from liaison_metrics.sheets.headcounts.beside_lists.equations import total_of_line
from liaison_metrics.sheets.headcounts.beside_lists.named_and_others import DividedTotal
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.lists import normal, people_words
from liaison_metrics.sheets.words.people import PRESENT, TOTAL, PeopleStatement, row_statements
from liaison_metrics.sheets.words.phrases.absence import says_who_does_not_count
from liaison_metrics.sheets.words.phrases.days.times_of_day import without_time
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.phrases.prose.languages import likely_languages

_LABELLED = re.compile(r"([^\d:]+):\s*(\d{1,4})")
"""A label and its number in one cell."""

_PAIR = 2
_CELLS_WITH_REMARK = 3
_FEWEST_WORDS, _FEWEST_LOWER = 3, 2
"""Words of a remark, and those of them that begin with no capital: a name has none."""


def with_remark(cells: Sequence[Cell], listed: Collection[int]) -> list[PeopleStatement]:
    """Returns what a row states as label, number and a remark ("Present: | 20 | two people did not sign"): a total of
    those who were there if the remark says why the list has fewer, otherwise the total alone. None if the remark says
    that some of them don't count. So does a line that divides a total into those listed and others."""
    if together := total_of_line(cells, listed):
        return [PeopleStatement(together, PRESENT)]
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    if len(filled) == _PAIR and isinstance(filled[0][1], str) and (label := _LABELLED.fullmatch(text_of(filled[0][1]))):
        filled = [(filled[0][0], label[1]), (filled[0][0], int(label[2])), filled[1]]
    if len(filled) == _PAIR and _is_remark(filled[1][1]):  # "14 attended in all | Several did not sign"
        whole = row_statements([filled[0][1]])
        stated = [one for one in whole if one.kind in (PRESENT, TOTAL)]
        if len(whole) == len(stated) == 1:
            filled = [filled[0], (filled[0][0], stated[0].people), filled[1]]
    if len(filled) != _CELLS_WITH_REMARK or not all(isinstance(filled[at][1], str) for at in (0, 2)):
        return []
    remark = text_of(filled[2][1]).strip("()[] ")
    stated = row_statements([value for _at, value in filled[:2]]) or row_statements([filled[0][1]])
    if not stated and (people := number_of(filled[1][1])) and _is_all_present(text_of(filled[0][1])):
        stated = [PeopleStatement(people, PRESENT)]
    if len(stated) != 1 or stated[0].kind not in (PRESENT, TOTAL) or number_of(filled[1][1]) is None:
        return []
    words = normal(without_time(remark)).split()
    if says_who_does_not_count(" ".join(words)):
        return []
    total = replace(stated[0], at=(filled[0][0], filled[1][0]))
    part = _number_in(words)
    if part:
        divided = DividedTotal(total, part, " ".join(word for word in words if not word.isdecimal()))
        return [replace(total, kind=PRESENT)] if divided.says_others_came(listed) else []
    return [replace(total, kind=PRESENT)] if are_unnamed(remark) else [total]


def _is_remark(value: Cell) -> bool:
    """Whether a cell holds a sentence without a number that is no name."""
    words = text_of(value).split()
    return (
        len(words) >= _FEWEST_WORDS
        and sum(word[0].islower() for word in words) >= _FEWEST_LOWER
        and not any(map(str.isdigit, text_of(value)))
    )


def _is_all_present(label: str) -> bool:
    """Whether a label has words for a total and for those who were there."""
    return has_total(label) and not people_words("present").isdisjoint(normal(label).split())


def _number_in(words: Sequence[str]) -> int:
    """Returns the first number in words of one language, 0 if there is none: "to" is a number in Danish only."""
    known = likely_languages(words)
    for word in words:
        if word.isdecimal():
            return int(word)
        if number := max((one.numbers.get(word, int(word in one.one)) for one in known), default=0):
            return number
    return 0
