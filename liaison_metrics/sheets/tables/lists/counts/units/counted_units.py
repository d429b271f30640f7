"""People counted table by table, room by room or shift by shift, under headers of any words: a stated total is the sum
of the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import NUMBER_OF_PEOPLE
from liaison_metrics.sheets.tables.tied_counts import counts_people
from liaison_metrics.sheets.words.cells import has_total, is_tally, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import month_words, normal, people_words, topics
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 200
_FEWEST_UNITS = 2
_UNIT_AND_NUMBER, _MOST_COLUMNS = 2, 3
_NEAR = 3
"""The sum in words stands at most this many lines below the numbers."""

UNIT = "Table"
"""The header that the names of units get."""

_OF_UNITS = ("", "unused", "session", "city", "group", "time", "number", "residence", "people", "joined")
_OF_COUNTS = ("unused", "people", "number", "present", "total", "joined")
_OF_LEADERS = ("instructor", "name")
_OTHER_KINDS = tuple(kind for kind in VocabularyKind if kind is not VocabularyKind.ROLE)
_LAST_NUMBER = re.compile(r"(?<![\d.,:/-])(\d{1,5})(?![\d.,:/-]\d)")


def with_units_headed(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which the headers of such a table say that its numbers are people; who led each unit is left
    out."""
    if not 0 < len(grid.rows) <= _MOST_ROWS or not counts_people(grid):
        return grid
    for head, cells in enumerate(grid.rows):
        places = [at for at, value in enumerate(cells) if text_of(value)]
        if not _UNIT_AND_NUMBER <= len(places) <= _MOST_COLUMNS or not all(isinstance(cells[at], str) for at in places):
            continue
        number = _number_column(grid, head, places)
        body = _body(grid, head, places[0], number) if number is not None else []
        if number is None or not _are_units(grid, head, places[0], number, body, vocabulary):
            continue
        others = {at for at in places[1:] if at != number}
        if any(meaning_of(text_of(cells[at])) not in _OF_LEADERS for at in others):
            continue
        rows: list[Sequence[Cell]] = list(grid.rows)
        for row in (head, *body):
            rows[row] = [None if at in others else value for at, value in enumerate(grid.rows[row])]
        named = {places[0]: UNIT, number: NUMBER_OF_PEOPLE}
        rows[head] = [named.get(at, value) for at, value in enumerate(rows[head])]
        return replace(grid, rows=rows)
    return grid


def _number_column(grid: Grid, head: int, places: Sequence[int]) -> int | None:
    """Returns the only column of numbers, beside names or nothing."""
    below = grid.rows[head + 1] if head + 1 < len(grid.rows) else ()
    found = [at for at in places[1:] if at < len(below) and count_of(below[at]) is not None]
    return found[0] if len(found) == 1 else None


def count_of(value: Cell) -> int | None:
    """Returns a number of people, None if a cell holds a date, strokes or none."""
    number = number_of(value) if read_date(value) is None and not is_tally(text_of(value)) else None
    return number if number is not None and number >= 0 else None


def _body(grid: Grid, head: int, unit: int, number: int) -> list[int]:
    """Returns the rows below a header with a unit and a number each."""
    found: list[int] = []
    for row in range(head + 1, len(grid.rows)):
        cells = grid.rows[row]
        if max(unit, number) >= len(cells) or not text_of(cells[unit]) or count_of(cells[number]) is None:
            break
        found.append(row)
    return found


def _are_units(grid: Grid, head: int, unit: int, number: int, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    headers = [text_of(grid.rows[head][at]) for at in (unit, number)]
    if meaning_of(headers[0]) not in _OF_UNITS or meaning_of(headers[1]) not in _OF_COUNTS:
        return False
    if any(word in topics() for header in headers for word in normal(header).split()):
        return False  # money, goods, marks
    units = [row for row in body if not is_total(text_of(grid.rows[row][unit]))]
    labels = [text_of(grid.rows[row][unit]) for row in units]
    if len(units) < _FEWEST_UNITS or len(set(labels)) < len(labels) or any(is_kind(one, vocabulary) for one in labels):
        return False
    people = sum(count_of(grid.rows[row][number]) or 0 for row in units)
    totals = {count_of(grid.rows[row][number]) for row in body if row not in units and row > units[-1]}
    return (totals == {people} and len(body) == len(units) + 1) or (
        not totals and people in _stated(grid, body[-1] + 1)
    )


def is_kind(label: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a label is a day, a month, an age, or of a community, a gender, a city or an activity."""
    if not month_words().keys().isdisjoint(normal(label).split()):
        return True
    known = any(vocabulary.exact(kind, label) for kind in _OTHER_KINDS) or bool(vocabulary.country(label))
    return known or read_date(label) is not None or (age_band_of(label) is not None and not label.isdecimal())


def _stated(grid: Grid, start: int) -> set[int]:
    """Returns the totals that the lines below state in words."""
    found: set[int] = set()
    for cells in grid.rows[start : start + _NEAR]:
        texts = [text for value in cells if (text := text_of(value))]
        line = " ".join(texts)
        numbers = _LAST_NUMBER.findall(line)
        words = set(normal(line).split())
        of_all = has_total(re.sub(r"\d+", " ", line)) or not words.isdisjoint(people_words("total"))
        if len(numbers) == 1 and of_all:
            found.add(int(numbers[0]))
    return found
