"""Registers with people across and days down: each person is a column of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.days.own_names import NamesInRow
from liaison_metrics.sheets.tables.text_lines import legend_of, mark_key
from liaison_metrics.sheets.words.cells import begins_with_capital, is_name_like, is_total, number_of, text_of
from liaison_metrics.sheets.words.date_parts import day_stated
from liaison_metrics.sheets.words.headers import NAMES, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.phrases.absence import begins_as_called_off
from liaison_metrics.sheets.words.presence import says_absent, says_present, tells_reason
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NAMES = "Name"
"""The header of the names, once they stand below each other."""

_PRESENT, _ABSENT = "✓", "✗"

_FEWEST_DAYS, _FEWEST_PEOPLE = 2, 2
_MOST_LEADING = 2
"""At most this many columns stand before the people: the day, and its weekday, number or topic."""

_MOST_OF_PERSON = 3
"""At most this many rows describe each person, such as by community or age."""

_MOSTLY_MARKS = 0.8
"""Some note something else, such as why they were absent in words that nobody knows."""

_ONE_OF_TEAM = 1
"""Sums of the people who came leave out the one who leads them."""

_BESIDE_NAME = re.compile(r"\s*\([^()]*\)$|\s+[-–—]\s.*$")
_OF_PERSON = frozenset(("community", "gender", "age", "group", "organisation", "role"))


class _Across(NamedTuple):
    """The row of the names, the columns of the days and of the people, and the rows below."""

    start: int
    day: int
    people: Sequence[int]
    days: Sequence[Sequence[Cell]]
    """The rows of the days, and those that say something of each person before and behind them."""


def days_down(grid: Grid, vocabulary: Vocabulary) -> tuple[int, list[Sequence[Cell]]] | None:
    """Returns the first row of a register with people across and days down, and its rows with a header of names in the
    corner; None if the sheet has no such register."""
    for start, cells in enumerate(grid.rows[:-_FEWEST_DAYS]):
        if sum(map(bool, map(text_of, cells))) < _FEWEST_PEOPLE:
            continue
        for day in range(min(_MOST_LEADING, len(cells))):
            found = _register(grid, start, day, vocabulary)
            if found:
                return start, _with_corner(grid, found)
    return None


def _with_corner(grid: Grid, found: _Across) -> list[Sequence[Cell]]:
    first, last = found.people[0], found.people[-1]
    head = list(grid.rows[found.start])[: last + 1]
    names = {at: NamesInRow([head[at]]) for at in found.people}
    days = [[_plain(value, names.get(at)) for at, value in enumerate(row)] for row in found.days]
    return [[*(_NAMES if at == found.day else None for at in range(first)), *head[first:]], *days]


def _plain(value: Cell, own: NamesInRow | None) -> Cell:
    """Returns a sign in place of a signature below the person's name ("PM"), and of a mark in words, which could head
    a column as well ("present")."""
    text = text_of(value) if own and isinstance(value, str) else ""
    if not text or own is None:
        return value
    if own.sign(text) and not (says_present(text) or says_absent(text)):
        return _PRESENT
    said = text if is_header_word(text) else ""
    return _PRESENT if says_present(said) else _ABSENT if says_absent(said) else value


def _register(grid: Grid, start: int, day: int, vocabulary: Vocabulary) -> _Across | None:
    cells, below = grid.rows[start], grid.rows[start + 1 :]
    if meaning_of(text_of(cells[day])) in NAMES:
        return None
    told = [*takewhile(lambda row: _tells_of_people(row, day), below[:_MOST_OF_PERSON])]
    days = [*takewhile(lambda row: day < len(row) and day_stated(row[day]) is not None, below[len(told) :])]
    if len(days) < _FEWEST_DAYS:
        return None
    legend = {key: said for row in grid.rows for key, said in legend_of(row).items()}
    first = day + 1 if day or not _leads(days, cells, legend) else day + _MOST_LEADING
    if day and not all(_leads_day(row[0]) for row in days):
        return None
    people = [at for at in range(first, len(cells)) if text_of(cells[at])]
    if people and (is_total(text_of(cells[people[-1]])) or _counts(days, people[-1])):
        if not _sums_up(days, people):
            return None
        days = [row[: people[-1]] for row in days]
        people = people[:-1]
    names = [text_of(cells[at]) for at in people]
    if len(names) < _FEWEST_PEOPLE or not _are_people(names, vocabulary, named_otherwise=bool(told)):
        return None
    if not _are_marks(days, dict(zip(people, names, strict=True)), legend):
        return None
    sums = [*takewhile(lambda row: _sums_people(row, people), below[len(told) + len(days) :][:1])]
    beside = [_with_label_at(row, day) for row in (*told, *sums)]
    return _Across(start, day, people, [*beside[: len(told)], *days, *beside[len(told) :]])


def _with_label_at(row: Sequence[Cell], at: int) -> Sequence[Cell]:
    """Returns a row with its label in the column of the days."""
    label = next((value for value in row[: at + 1] if text_of(value)), None)
    return [*([None] * at), label, *row[at + 1 :]]


def _tells_of_people(row: Sequence[Cell], day: int) -> bool:
    """Whether a row says of each person of which community they are, how old, and so on."""
    label = next((text for value in row[: day + 1] if (text := text_of(value))), "")
    return meaning_of(label) in _OF_PERSON


def _leads(days: Sequence[Sequence[Cell]], cells: Sequence[Cell], legend: dict[str, bool]) -> bool:
    """Whether the column behind the days says something of them, such as what they were about: no cell is a mark."""
    at = 1
    texts = [text for row in days if at < len(row) and (text := text_of(row[at]))]
    name = text_of(cells[at]) if at < len(cells) else ""
    marks = sum(_is_mark(text, NamesInRow([name]), legend) for text in texts)
    return len(set(texts)) > 1 and marks <= len(texts) / 2


def _leads_day(value: Cell) -> bool:
    """Whether a cell before a day may be its weekday or number: no person stands there."""
    return len(text_of(value).split()) <= _MOST_LEADING


def _counts(days: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a column has numbers of people: more than one on some day, as "1" may be a mark."""
    numbers = [number_of(row[at]) if at < len(row) else None for row in days]
    known = [number for number in numbers if number is not None]
    return bool(known) and max(known) > 1 and len(known) >= len(days) / 2


def _sums_up(days: Sequence[Sequence[Cell]], people: Sequence[int]) -> bool:
    """Whether the last column says of each day how many came, as the marks before it do in one way: signs of presence,
    any marks but those of absence, or no mark of absence; without the team, if it is among them."""
    *names, last = people
    told = [[text_of(row[at]) if at < len(row) else "" for at in names] for row in days]
    sums = [number_of(row[last]) if last < len(row) else None for row in days]
    held = [(texts, number) for texts, number in zip(told, sums, strict=True) if number]
    ways = (
        [sum(map(says_present, texts)) for texts, _number in held],
        [sum(bool(text) and not says_absent(text) for text in texts) for texts, _number in held],
        [sum(not text or says_present(text) for text in texts) for texts, _number in held],
    )
    over = ({way[at] - number for at, (_texts, number) in enumerate(held)} for way in ways)
    return bool(held) and any(beyond <= {0} or beyond <= {_ONE_OF_TEAM} for beyond in over)


def _sums_people(row: Sequence[Cell], people: Sequence[int]) -> bool:
    """Whether a row below the days says how often each person came."""
    label = next((text for value in row[: people[0]] if (text := text_of(value))), "")
    numbers = [number_of(row[at]) for at in people if at < len(row) and text_of(row[at])]
    return bool(label) and len(numbers) >= _FEWEST_PEOPLE and None not in numbers


def _are_people(names: Sequence[str], vocabulary: Vocabulary, *, named_otherwise: bool) -> bool:
    """Whether headers are names of people: in full or with an initial. First names alone are, where another row says
    something of each person: else they may be of rooms or groups."""
    plain = [_BESIDE_NAME.sub("", name) for name in names]
    known = any(vocabulary.exact(kind, text) for kind in VocabularyKind for text in plain)
    if known or any(is_header_word(text) or vocabulary.country(text) for text in plain):
        return False
    if not all(is_name_like(text.replace(".", "")) and _is_capitalised(text) for text in plain):
        return False
    return named_otherwise or all(1 < len(text.split()) <= 4 for text in plain)


def _is_capitalised(text: str) -> bool:
    words = text.replace(",", " ").split()
    return begins_with_capital(words[0]) and begins_with_capital(words[-1])


def _are_marks(days: Sequence[Sequence[Cell]], names: dict[int, str], legend: dict[str, bool]) -> bool:
    """Whether what stands under people's names says who was there: signs, words, or their own signatures."""
    known, others = 0, 0
    for at, name in names.items():
        own = NamesInRow([name])
        texts = [text for row in days if at < len(row) and (text := text_of(row[at]))]
        said = sum(_is_mark(text, own, legend) for text in texts)
        known, others = known + said, others + len(texts) - said
    return known > 0 and known >= _MOSTLY_MARKS * (known + others)


def _is_mark(text: str, own: NamesInRow, legend: dict[str, bool]) -> bool:
    known = says_present(text) or says_absent(text) or tells_reason(text) or mark_key(text) in legend
    return known or own.sign(text) or begins_as_called_off(normal(text).split())
