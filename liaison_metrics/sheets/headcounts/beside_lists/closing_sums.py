"""Sums below rows that each stand for several people, under words that nobody knows ("Ate with us", 34)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, is_of_household
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.titles.coming import tells_coming
from liaison_metrics.sheets.words.presence import says_absent

Told = Sequence[tuple[str, int, int]]
"""Numbers of people that rows below a list state, each with the words before it and its column."""

_FEWEST_PARTIES = 3
"""Two numbers often make a third by chance."""

_FEWEST_SUMMED = 2
"""One number may be anything."""

_LARGER_THAN_A_PARTY = 2
"""Nobody comes with so many times as many people as anybody else and, by chance, with as many as all others."""

_USUAL = 0.7
"""A column that so many people fill says something of each of them."""


_SMALL = 10
"""Such a number is often the sum of those above it by chance."""

_LONGEST_PARTICLE = 3
"""So long are the words of a name that begin with a small letter ("de", "van", "el")."""


def is_written_as_name(text: str) -> bool:
    """Returns whether a text is a full name whose words begin with capitals, as those of a sentence do not."""
    return is_full_name(text) and not any(word[0].islower() for word in text.split() if len(word) > _LONGEST_PARTICLE)


def sums_up_parties(people: int, parties: Sequence[int], *, named: bool) -> bool:
    """Returns whether a number is the sum of those of the *parties* above it and no party's own. Who states none came
    alone. *named* if the words beside it look like a full name."""
    told = [number for number in parties if number]
    if len(told) < _FEWEST_PARTIES or people not in (sum(told), sum(told) + len(parties) - len(told)):
        return False
    return people >= _LARGER_THAN_A_PARTY * max(told) if named else people > max(told)


def may_sum_up_within(people: int, words: Sequence[str], *, named: bool) -> bool:
    """Returns whether a number that ties with those above it may be their sum where more rows follow, by the *words*
    beside it. *named* if the rows above have names of people."""
    if any(map(has_total, words)):
        return True
    return people > _SMALL and not (named and any(map(is_written_as_name, words)))


def lacks_usual(cells: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether a row leaves a column empty that most of the *others* fill."""
    own = {at for at, value in enumerate(cells) if text_of(value)}
    filled = Counter(at for row in others for at, value in enumerate(row) if text_of(value))
    return any(times >= _USUAL * len(others) for at, times in filled.items() if at not in own)


def closing_label(rows: Sequence[Sequence[Cell]], at: int) -> str | None:
    """Returns the words of the last row if it states the sum of the numbers above it in one column, else None."""
    told = [(number, cells) for cells in rows if at < len(cells) and (number := number_of(cells[at]))]
    if not told or not sums_up_parties(told[-1][0], [number for number, _cells in told[:-1]], named=True):
        return None
    return next((text for value in told[-1][1] if isinstance(value, str) and (text := text_of(value))), "")


def is_summed_up(header: str, at: int, numbers: Sequence[int], told: Told) -> bool:
    """Returns whether a row below a list states the sum of a column whose header says neither of whom nor of what its
    numbers are, and the header, or the words beside the sum, say that these people came."""
    sums = [label for label, people, place in told if place == at and sums_up_parties(people, numbers, named=False)]
    return any(tells_coming(header) or tells_coming(label) for label in sums)


def ties_with_list(numbers: Sequence[int], told: Told) -> bool:
    """Returns whether a total is the people listed together with the numbers of a column of which nobody knows the
    header."""
    several = sum(map(bool, numbers)) >= _FEWEST_SUMMED
    return several and len(numbers) + sum(numbers) in {people for _label, people, _at in told}


def says_nobody(value: Cell) -> bool:
    """Returns whether a dash or a word for absence stands in place of a number of people."""
    return isinstance(value, str) and bool(text := text_of(value)) and says_absent(text)


def is_summed_without_signs(at: int, cells: Sequence[tuple[Cell, int | None]], told: Told) -> bool:
    """Returns whether a row below states the sum of a column of people in which some have a dash in place of a number:
    nobody came of these. Each of the *cells* has its number beside it; who came alone has a 1."""
    numbers = [number for _value, number in cells if number is not None]
    signs = any(says_nobody(value) for value, _number in cells)
    return signs and 1 in numbers and any(place == at and people == sum(numbers) for _label, people, place in told)


def are_event_totals(numbers: Sequence[Sequence[int]]) -> bool:
    """Returns whether the numbers of several rows of each event are all the same: its total, and none of a row."""
    return any(len(found) > 1 for found in numbers) and all(len(set(found)) == 1 for found in numbers)


def names_families(columns: Sequence[Column]) -> bool:
    """Returns whether a list names families under a header that says so, and not one person a row."""
    return any(column.meaning in NAMES and is_of_household(normal(column.header)) for column in columns)
