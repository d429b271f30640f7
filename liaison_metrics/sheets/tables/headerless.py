"""Finds tables with an unknown header row, or with none, by the content of their rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.words.cells import (
    is_email,
    is_name_like,
    is_not_stated,
    is_phone,
    is_total,
    number_of,
    text_of,
)
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, meaning_of
from liaison_metrics.sheets.words.names import real_name, without_number, without_others
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PEOPLE = 4
"""Fewer rows with a phone number may be the contacts of an office under its letterhead."""

_DIFFERENT = 0.8
"""First names repeat, but most of a list's are different."""

_LABEL = re.compile(r"[:：]\s*$")


def headers_by_contrast(grid: Grid, vocabulary: Vocabulary) -> list[list[int]]:
    """Returns rows that hold only words, one of them known, above columns of only numbers or dates."""
    heads: list[list[int]] = []
    texts: list[list[str]] = []
    for row in range(min(len(grid.rows) - 1, FIRST_HEADER)):
        below = next((text_of(value) for value in grid.rows[row + 1] if text_of(value)), "")
        words = [] if meaning_of(below) in EVENT else _words(grid.rows[row])
        repeated = [text for _at, text in words] in texts
        if len(words) >= 2 and (repeated or (not heads and _is_known(words, vocabulary))) and _contrasts(grid, row):
            heads.append([row])
            texts.append([text for _at, text in words])
    return heads


def _words(cells: Sequence[Cell]) -> list[tuple[int, str]]:
    """Returns a row's texts with their positions; none if the row has a number, a date or a label."""
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    if any(not isinstance(value, str) or number_of(value) is not None or read_date(value) for _at, value in filled):
        return []
    return [(at, text_of(value)) for at, value in filled if not _LABEL.search(text_of(value))]


def _is_known(words: list[tuple[int, str]], vocabulary: Vocabulary) -> bool:
    return any(meaning_of(text) or any(vocabulary.exact(kind, text) for kind in VocabularyKind) for _at, text in words)


def _contrasts(grid: Grid, row: int) -> bool:
    """Whether a column named in the row holds only numbers or dates in the rows just below."""
    below = list(takewhile(lambda cells: any(map(text_of, cells)), grid.rows[row + 1 : row + 6]))
    for at, _text in _words(grid.rows[row])[-8:]:
        told = [cells[at] for cells in below if at < len(cells) and text_of(cells[at])]
        if told and all(number_of(value) is not None or read_date(value) for value in told):
            return True
    return False


def find_headerless_table(grid: Grid, vocabulary: Vocabulary) -> Table | None:
    """Returns the table of a sheet without a header: communities with numbers, or a list of people."""
    if counted := headerless_counts(grid, vocabulary):
        rows, columns = counted
        return Table(grid, [], list(rows), columns, list(range(rows.start)))
    if people := headerless_people(grid, vocabulary) or people_with_phones(grid, vocabulary):
        rows, at = people
        return Table(grid, [], list(rows), _width(grid, rows), list(range(rows.start)), {at: "name"})
    if named := numbered_name_list(grid):
        rows, at = named
        return Table(grid, [], list(rows), range(at, at + 1), list(range(rows.start)), {at: "name"})
    return None


def single_column_header(grid: Grid) -> list[list[int]]:
    """Returns the row that heads a single column of names or addresses, which may be numbered."""
    for row in range(min(len(grid.rows) - 1, FIRST_HEADER)):
        filled = [at for at, value in enumerate(grid.rows[row]) if text_of(value)]
        if len(filled) != 1 or meaning_of(text_of(grid.rows[row][filled[0]])) not in PERSONAL | {"people"}:
            continue
        at = filled[0]
        below = [cells for cells in grid.rows[row + 1 : row + 6] if at < len(cells) and text_of(cells[at])]
        names = [without_number(text_of(cells[at])) for cells in below]
        alone = not any(number_of(value) is not None for cells in below for value in cells)
        if below and alone and all(is_name_like(name) or is_email(name) for name in names):
            return [[row]]
    return []


def numbered_name_list(grid: Grid) -> tuple[range, int] | None:
    """Returns the rows and the column of a numbered list of names without a header, None if there is none."""
    found: list[int] = []
    place = -1
    for row, cells in enumerate(grid.rows[:FIRST_HEADER]):
        filled = [at for at, value in enumerate(cells) if text_of(value)]
        text = text_of(cells[filled[0]]) if len(filled) == 1 else ""
        name = real_name(text) if text != without_number(text) else None
        if name and is_name_like(name) and len(name.split()) > 1 and place in (-1, filled[0]):
            place = filled[0]
            found.append(row)
    return (range(found[0], found[-1] + 1), place) if len(found) > 1 else None


def headerless_people(grid: Grid, vocabulary: Vocabulary) -> tuple[range, int] | None:
    """Returns the rows and the name column of a list of people without a header: full names, nearly all different, each
    row with an address, a date or a community in the same column. None if there is none."""
    rows = [row for row, cells in enumerate(grid.rows[:FIRST_HEADER]) if sum(map(bool, map(text_of, cells))) >= 3]
    rows = rows if rows == list(range(rows[0] if rows else 0, len(grid.rows))) and len(rows) >= 3 else []
    columns = [
        [text_of(c[at]) if at < len(c) else "" for c in (grid.rows[r] for r in rows)] for at in _width(grid, rows)
    ]
    told = any(_share_like(texts, lambda text: _says_something_else(text, vocabulary)) >= 0.8 for texts in columns)
    for at, texts in enumerate(columns if told else ()):
        if (
            len(set(texts)) >= 0.9 * len(texts)
            and _share_like(texts, lambda text: _is_full_name(text, vocabulary)) >= 0.8
        ):
            return range(rows[0], rows[-1] + 1), at
    return None


def people_with_phones(grid: Grid, vocabulary: Vocabulary) -> tuple[range, int] | None:
    """Returns the rows and the name column of a list without a header: a name, then a phone number, and a community or
    country in every row between the first and the last. None if there is none."""
    texts = [[text_of(value) for value in cells] for cells in grid.rows]
    rows = [row for row, cells in enumerate(texts) if any(map(is_phone, cells))]
    if len(rows) < _FEWEST_PEOPLE or rows != list(range(rows[0], rows[-1] + 1)) or rows[0] >= FIRST_HEADER:
        return None
    at = next(at for at, text in enumerate(texts[rows[0]]) if is_phone(text)) - 1
    if at < 0 or any(not is_phone(texts[row][at + 1]) for row in rows if at + 1 < len(texts[row])):
        return None
    names = [without_others(real_name(texts[row][at]) or "") for row in rows]
    told = all(any(_is_of_people(text, vocabulary) for text in texts[row][at + 2 :]) for row in rows)
    different = len(set(names)) >= _DIFFERENT * len(names)
    return (range(rows[0], rows[-1] + 1), at) if told and different and all(map(is_name_like, names)) else None


def _is_of_people(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.exact(VocabularyKind.COMMUNITY, text) or vocabulary.country(text))


def _width(grid: Grid, rows: Sequence[int]) -> range:
    return range(max((len(grid.rows[row]) for row in rows), default=0))


def _share_like(texts: Sequence[str], is_like: Callable[[str], bool]) -> float:
    return sum(map(is_like, texts)) / len(texts)


def _says_something_else(text: str, vocabulary: Vocabulary) -> bool:
    return is_email(text) or read_date(text) is not None or vocabulary.exact(VocabularyKind.COMMUNITY, text) is not None


def _is_full_name(text: str, vocabulary: Vocabulary) -> bool:
    words = any(vocabulary.exact(kind, text) for kind in VocabularyKind)
    return is_name_like(text) and 2 <= len(text.split()) <= 4 and not words


def headerless_counts(grid: Grid, vocabulary: Vocabulary) -> tuple[range, range] | None:
    """Returns the rows and columns of a list of communities (or genders) with a number beside each and no header. None
    if there is none."""
    start = None
    rows = [*grid.rows[:FIRST_HEADER], []]
    for row, cells in enumerate(rows):
        pair = _pair(cells)
        if pair is None or (start is not None and pair[0] != _pair(rows[start])[0]):  # type: ignore[index]
            if start is not None and row - start >= 2 and _are_communities(rows[start:row], vocabulary):
                at, number = _pair(rows[start])[0]  # type: ignore[index]
                return range(start, row), range(at, number + 1)
            start = None if pair is None else row
        elif start is None:
            start = row
    return None


def _pair(cells: Sequence[Cell]) -> tuple[tuple[int, int], str] | None:
    filled = [(at, value) for at, value in enumerate(cells) if text_of(value)]
    if len(filled) != 2 or not isinstance(filled[0][1], str) or number_of(filled[1][1]) is None:
        return None
    return (filled[0][0], filled[1][0]), text_of(filled[0][1])


def _are_communities(rows: Sequence[Sequence[Cell]], vocabulary: Vocabulary) -> bool:
    words = [pair[1] for cells in rows if (pair := _pair(cells)) and not is_total(pair[1])]
    for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GENDER):
        known = [vocabulary.exact(kind, word) or vocabulary.country(word) for word in words if not is_not_stated(word)]
        if sum(map(bool, known)) >= 2 and sum(map(bool, known)) >= 0.5 * len(known):
            return True
    return False
