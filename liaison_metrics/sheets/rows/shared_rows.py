"""Rows that name several people: which of them each cell is about. Cells that hold for several rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import is_not_stated, text_of
from liaison_metrics.sheets.words.headers import NAMES, is_header_word
from liaison_metrics.sheets.words.lists import alternatives, normal
from liaison_metrics.sheets.words.names import is_name, listed_names, lists_names, people_named
from liaison_metrics.sheets.words.phrases.others.parties import party_of

_BETWEEN = re.compile(rf"\s*[\n;,/&+]\s*|\s+{alternatives('and', 'people')}\s+")
_OF_ONE = ("email", "phone")
"""Meanings of cells that are about one person: a single one is nobody's in particular."""

_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’ -]*,\s*[^\W\d_][\w'’. -]*")
"""A family name before a comma and a given one."""

_FEWEST_FIRST_NAMES = 3
"""Two may be a family name and a given one."""

_TWO_NAMES = ("given_name", "family_name")

_MOST_LISTS = 2_000
"""A column with more different cells holds a name in each."""

_EMPTY_CELLS = 0.5
"""For each community, at least so many rows leave it out. Fewer may be of people who did not say theirs."""

_FEWEST_BLOCKS = 2
"""A community in the first row alone may be that of one person."""

SharedRow = Sequence[Mapping[str, str]]
"""What a row says of each of its people, by the meaning of the column."""


def shared_rows(columns: Mapping[str, Column], rows: Sequence[Sequence[Cell]]) -> tuple[dict[int, SharedRow], set[int]]:
    """Returns, by position, the rows that name several people, and the positions of those that only seem to. A cell
    with as many parts as people has one for each; any other is about all of them."""
    named = [column for meaning in _TWO_NAMES if (column := columns.get(meaning))]
    if whole := columns.get("name"):
        different = _different(whole, rows)
        listed = len(different) <= _MOST_LISTS and lists_names({text: 1 for text in different if text.strip()})
        read = listed_names if listed else people_named
        names = {text: said for text in different if len(said := read(text)) > 1 and not _has_more(text, len(said))}
        names |= _first_names(different)
        texts = [text if isinstance(text := whole.value(cells), str) else "" for cells in rows] if names else []
        people = [len(names.get(text, ())) for text in texts]
    else:
        texts, names, listed = [], {}, False
        lines = len(named) > 1 and any("\n" in text for text in _different(named[0], rows))
        people = [_lines([column.value(cells) for column in named]) for cells in rows] if lines else []
    found: dict[int, SharedRow] = {}
    unclear: set[int] = set()
    for position in [position for position, number in enumerate(people) if number > 1]:
        cells, number = rows[position], people[position]
        if whole and not listed and "\n" in texts[position] and not _lines_beside(columns, cells, number):
            unclear.add(position)
        else:
            found[position] = list(_each_person(columns, cells, number, names[texts[position]] if whole else []))
    return found, unclear


def _different(column: Column, rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Returns the different texts of a column: nearly all rows of a long list name one person."""
    at = column.at
    return [value for value in {cells[at] for cells in rows if at < len(cells)} if isinstance(value, str)]


def _has_more(text: str, people: int) -> bool:
    """Whether a text stands for more people than it names."""
    party = party_of(text)
    return party is not None and party.people > people


def _first_names(different: Sequence[str]) -> dict[str, list[str]]:
    """Returns the cells of a column that name people by their first names alone, one after another ("Ali, Mina and
    Sara"), where no other cell has a family name before a comma."""
    found = {text: parts for text in different if "," in text and (parts := _single_names(text))}
    others = (text for text in different if text not in found)
    return {} if found and any(map(_FAMILY_FIRST.fullmatch, others)) else found


def _single_names(text: str) -> list[str]:
    """Returns the single names that a text has, three with a sign or word for "and", or four."""
    parts = [part for part in _BETWEEN.split(text.strip(" .;,")) if part]
    fewest = _FEWEST_FIRST_NAMES + (text.count(",") == len(parts) - 1)
    known = all(len(part.split()) == 1 and is_name(part) and not is_header_word(part) for part in parts)
    return parts if known and len(parts) >= fewest else []


def _lines(values: Sequence[Cell]) -> int:
    """Returns how many lines given and family names have alike, 0 if they differ."""
    several = all(isinstance(value, str) and "\n" in value for value in values)
    lines = {len(_parts(value)) for value in values} if several else set()
    return lines.pop() if len(lines) == 1 else 0


def _lines_beside(columns: Mapping[str, Column], cells: Sequence[Cell], people: int) -> bool:
    """Whether another cell than the name has as many lines: alone, the second line may say whom somebody represents."""
    beside = (column.value(cells) for meaning, column in columns.items() if meaning != "name")
    return any(isinstance(value, str) and "\n" in value and len(_parts(value)) == people for value in beside)


def _each_person(
    columns: Mapping[str, Column], cells: Sequence[Cell], people: int, names: Sequence[str]
) -> Iterator[dict[str, str]]:
    parts = {meaning: _parts(column.value(cells)) for meaning, column in columns.items()}
    if names:
        parts["name"] = list(names)
    for number in range(people):
        yield {
            meaning: found[number]
            if len(found) == people
            else ""
            if meaning in _OF_ONE
            else columns[meaning].text(cells)
            for meaning, found in parts.items()
        }


def _parts(value: Cell) -> list[str]:
    if not isinstance(value, str):
        return [text_of(value)]
    lines = [line.strip() for line in value.splitlines() if line.strip()]
    return lines if len(lines) > 1 else [part for part in _BETWEEN.split(value.strip()) if part]


def rows_with_community(
    columns: Mapping[str, Column], texts: Sequence[str], codes: Sequence[str | None], names: Sequence[str | None]
) -> Sequence[int]:
    """Returns, for each row, that which states its community: itself, or one above if the cell is as one merged over
    several rows, in a column before the names, filled in the first row of each community, and many rows have none.
    Where a community stands in two places, an empty cell is of somebody who did not say it."""
    rows, column = range(len(names)), columns.get("community")
    named = [one.at for meaning in NAMES if (one := columns.get(meaning))]
    if column is None or not named or column.at > min(named) or not texts or not texts[0]:
        return rows
    told = [row for row in rows if texts[row] and names[row]]
    gaps = sum(not texts[row] and bool(names[row]) for row in rows)
    blocks = [key for key, _rows in groupby(codes[row] or normal(texts[row]) for row in told)]
    again = any(texts[row] == texts[other] for row, other in pairwise(told))
    if len(blocks) < _FEWEST_BLOCKS or gaps < _EMPTY_CELLS * len(told) or len(set(blocks)) < len(blocks) or again:
        return rows
    above = list(accumulate((row if texts[row] else 0 for row in rows), max))
    return [above[row] if names[row] else row for row in rows]


def stated_text(value: Cell) -> str:
    """Returns the text of a cell, "" if it says that nothing is stated."""
    return "" if not (text := text_of(value)) or (len(text) < 25 and is_not_stated(text)) else text
