"""Numbers below a list that tie with its rows, behind unknown words: sums of rows that each stand for several people
("Ate with us", 34), or how many rows have a mark, no mark, or the same word in one column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import has_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_time

_FEWEST_PARTIES = 3
"""Two numbers often make a third by chance."""

_LARGER_THAN_A_PARTY = 2
"""Nobody comes with so many times as many people as anybody else and, by chance, with as many as all others."""

_USUAL = 0.7
"""A column that so many people fill says something of each of them."""

_SMALL = 10
"""Such a number is often the sum of those above it by chance."""

_LONGEST_PARTICLE = 3
"""So long are the words of a name that begin with a small letter ("de", "van", "el")."""


_LONGEST_LABEL = 60
_MOST_PEOPLE = 9999
"""Larger numbers are years with a day, phone numbers or amounts."""

_MOST_MARKS = 4
"""A column of more different texts holds words, no marks."""


class LabelledNumber(NamedTuple):
    """A number of people behind its label, and the column in which it stands."""

    label: str
    people: int
    at: int


def labelled_numbers(cells: Sequence[Cell]) -> list[LabelledNumber]:
    """Returns the labels of a row that each have a number behind them, none if it holds anything else but a remark at
    its end."""
    filled = ((at, value) for at, value in enumerate(cells) if text_of(value))
    found: list[LabelledNumber] = []
    for _at, label in filled:
        at, value = next(filled, (0, None))
        if value is None:
            return found if isinstance(label, str) else []
        people = people_in(value)
        if people is None or not _is_label(label):
            return []
        found.append(LabelledNumber(text_of(label), people, at))
    return found


def people_in(value: Cell) -> int | None:
    """Returns the number in a cell if it may be one of people."""
    if isinstance(value, str) and value.startswith("0"):
        return None
    people = number_of(value)
    return people if people is not None and 0 <= people <= _MOST_PEOPLE else None


def _is_label(value: Cell) -> bool:
    text = text_of(value)
    words = isinstance(value, str) and any(map(str.isalpha, text)) and "@" not in text
    return words and len(text) <= _LONGEST_LABEL and number_of(value) is None and read_date(text) is None


def counts_of_marks(rows: Sequence[Sequence[Cell]]) -> dict[int, int]:
    """Returns how many rows have a mark that somebody was there, or a time, in each column of marks or times."""
    texts: dict[int, list[str]] = {}
    for cells in rows:
        for at, value in enumerate(cells):
            if text := text_of(value):
                texts.setdefault(at, []).append(text)
    return {at: _marked(found) for at, found in texts.items() if holds_marks(found)}


def holds_marks(texts: Sequence[str]) -> bool:
    """Returns whether texts of a column are times of day, or a few marks and words for who was there and who was
    not."""
    kinds = {text for text in texts if not says_time(text)}
    few = len(kinds) <= _MOST_MARKS and all(says_present(text) or says_absent(text) for text in kinds)
    return few and any(map(_is_mark, texts))


def _marked(texts: Sequence[str]) -> int:
    return sum(map(_is_mark, texts))


def _is_mark(text: str) -> bool:
    return says_time(text) or (says_present(text) and not says_absent(text))


def gives_number(stated: LabelledNumber, rows: Sequence[Sequence[Cell]], *, known: bool) -> bool:
    """Returns whether so many of the rows above have a mark in one column, or the label in one of their cells; or have
    no mark, unless the label is *known* to be of people who were there."""
    marked = {*counts_of_marks(rows).values()}
    marked |= set() if known else {len(rows) - number for number in marked}
    form = normal(stated.label)
    named = (any(normal(text_of(value)) == form for value in cells if isinstance(value, str)) for cells in rows)
    return stated.people in marked or stated.people == sum(named)


def is_written_as_name(text: str) -> bool:
    """Returns whether a text is a full name whose words begin with capitals, as those of a sentence do not."""
    return is_full_name(text) and not has_small_word(text)


def has_small_word(text: str) -> bool:
    """Returns whether a word that is no particle of a name begins with a small letter."""
    return any(word[0].islower() for word in text.split() if len(word) > _LONGEST_PARTICLE)


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


def usual_places(rows: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """Returns the positions of the cells that most rows fill."""
    filled = Counter(at for row in rows for at, value in enumerate(row) if text_of(value))
    return frozenset(at for at, times in filled.items() if times >= _USUAL * len(rows))


def lacks_usual(cells: Sequence[Cell], usual: frozenset[int]) -> bool:
    """Returns whether a row leaves a cell empty that most others fill (``usual_places``)."""
    return any(at >= len(cells) or not text_of(cells[at]) for at in usual)


def row_sums_up_parties(
    stated: tuple[str, int], cells: Sequence[Cell], parties: Sequence[int], others: Sequence[Sequence[Cell]]
) -> bool:
    """Returns whether a row that has *stated* a number behind a label gives the sum of the *parties* above it. *others*
    are the rows above: a row that may name a person, and fills what they fill, must have a clearly larger number."""
    label, people = stated
    if not sums_up_parties(people, parties, named=False):
        return False
    named = is_written_as_name(label) and not lacks_usual(cells, usual_places(others))
    return sums_up_parties(people, parties, named=named)


def closing_label(rows: Sequence[Sequence[Cell]], at: int) -> str | None:
    """Returns the words of the last row if it states the sum of the numbers above it in one column, else None."""
    told = [(number, cells) for cells in rows if at < len(cells) and (number := number_of(cells[at]))]
    if not told or not sums_up_parties(told[-1][0], [number for number, _cells in told[:-1]], named=True):
        return None
    return next((text for value in told[-1][1] if isinstance(value, str) and (text := text_of(value))), "")
