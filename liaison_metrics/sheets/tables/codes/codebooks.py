"""Codes that a sheet of the file explains: by the name of a variable, or for any column that holds them. The cells get
the words that the codes stand for, so that all later passes read words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid, Workbook
from liaison_metrics.sheets.tables.codes.legends import (
    FEWEST_CODES,
    KINDS,
    LOOKED_AT,
    MOSTLY,
    is_understood,
    spell_out_legend,
    with_words,
)
from liaison_metrics.sheets.tables.codes.survey_exports import plain_export
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 300
"""A longer sheet is no list of codes."""

_MOST_CELLS = 5
"""A row of a list of codes: a variable, its question, a code and what it means, perhaps in two languages."""

_LONGEST_CODE = 8
_CODE_AND_MEANING = re.compile(r"\s*([^\W_]{1,3}|\d{1,4})\s*(?:=|:|\s[-–]\s|→)\s*([^=:]+)")
_BETWEEN_PAIRS = re.compile(r"[,;|\n]|\s/\s")
"""A code with what it means, and what stands between several."""

_FIRST_ROWS = 12
"""The header of a list stands in one of the first rows."""

_TRUSTED = ("name", "present", "date", *(kind.value for kind in KINDS))
"""Meanings of headers that stay as they are above words."""


@dataclass(slots=True)
class _Codebook:
    """The codes of one variable; of any column if it has no name. ``question`` is how people are asked for it,
    ``header`` stands over the codes."""

    variable: str = ""
    question: str = ""
    header: str = ""
    words: dict[str, str] = field(default_factory=dict)


def spell_out_codes(workbook: Workbook, vocabulary: Vocabulary) -> Workbook:
    """Returns the workbook with words in place of the codes that it explains. Sheets of codes are dropped."""
    grids = [spell_out_legend(plain_export(grid), vocabulary) for grid in workbook.grids]
    small = [grid for grid in grids if 1 < len(grid.rows) <= _MOST_ROWS] if len(grids) > 1 else []
    books: list[Grid] = []
    for sheet in small:
        others = [grid for grid in grids if grid.name != sheet.name and grid not in books]
        for found in (_books_by_variable(sheet, others), _book_of_pairs(sheet, vocabulary)):
            stand = any(book.words and any(_columns_of(grid, book, vocabulary)) for book in found for grid in others)
            spelt = {grid.name: _spelt(grid, found, vocabulary) for grid in others} if stand else {}
            if any(spelt[grid.name] is not grid for grid in others if grid.name in spelt):
                grids = [spelt.get(grid.name, grid) for grid in grids]
                books.append(sheet)
                break
    dropped = {grid.name for grid in books}
    return replace(workbook, grids=[grid for grid in grids if grid.name not in dropped])


def _books_by_variable(sheet: Grid, others: Sequence[Grid]) -> list[_Codebook]:
    """Returns the codes by variable: a row each with the name of a column in another sheet, a code and its meaning,
    perhaps the question before the code; or the name alone above its codes. None if other rows are among them."""
    if any(sum(map(bool, map(text_of, cells))) > _MOST_CELLS for cells in sheet.rows):
        return []
    columns = {name for grid in others for cells in _wide_rows(grid) if (name := _variable(text_of(cells)))}
    books: dict[str, _Codebook] = {}
    above, strange, header = "", 0, True
    for told in _rows_of_codes(sheet):
        variable = _variable(told[0]) if told else ""
        if len(told) == 1:
            above = variable if variable in columns else ""
            strange += not above
        elif variable in columns:
            book = books.setdefault(variable, _Codebook(variable))
            if len(told) > 2 and len(told[-2]) <= _LONGEST_CODE:
                book.question = book.question or (told[1] if len(told) > 3 else "")
                book.words.setdefault(told[-2], told[-1])
            elif len(told) == 2:
                book.question = book.question or told[1]
        elif above and len(told) == 2 and len(told[0]) <= _LONGEST_CODE:
            books.setdefault(above, _Codebook(above)).words.setdefault(*told)
        elif told and not header:
            strange += len(told) < 3  # codes of variables that no sheet has
        header = header and not told
    several = [book for book in books.values() if len(book.words) >= FEWEST_CODES]
    rows = sum(map(bool, _rows_of_codes(sheet)))
    return list(books.values()) if several and strange <= max(1, (1 - MOSTLY) * rows) else []


def _rows_of_codes(sheet: Grid) -> Iterator[list[str]]:
    """Yields the texts of each row of a sheet of codes. Codes that stand in one cell with what they mean ("1 = female,
    2 = male") get a row each, behind the variable and its question, which may stand only in the row of the first."""
    lead: list[str] = []
    for cells in sheet.rows:
        told = [text for value in cells if (text := text_of(value))]
        pairs = _pairs_in(told[-1]) if told else []
        lead = told[:-1] or lead
        if pairs and lead:
            yield from ([*lead, code, meaning] for code, meaning in pairs)
        else:
            lead = []
            yield told


def _pairs_in(text: str) -> list[tuple[str, str]]:
    """Returns the codes of a cell with what each means, none if it holds anything else."""
    parts = [part for part in _BETWEEN_PAIRS.split(text.strip(" .;,")) if part.strip()]
    found = [pair for part in parts if (pair := _CODE_AND_MEANING.fullmatch(part))]
    return [(pair[1], pair[2].strip()) for pair in found] if len(found) == len(parts) else []


def _wide_rows(grid: Grid) -> Iterator[Cell]:
    """Yields the cells of the first rows that are wide enough for headers."""
    for cells in grid.rows[:_FIRST_ROWS]:
        if sum(map(bool, map(text_of, cells))) > 2:
            yield from cells


def _book_of_pairs(sheet: Grid, vocabulary: Vocabulary) -> list[_Codebook]:
    """Returns the codes of a sheet that has nothing but codes and what they mean, perhaps under a title and headers."""
    rows = [[text for value in cells if (text := text_of(value))] for cells in sheet.rows]
    rows = [told for told in rows if told]
    if len(rows) > 1 and len(rows[0]) == 1:
        rows = rows[1:]
    if len(rows) <= FEWEST_CODES or any(len(told) != 2 for told in rows):
        return []
    (header, meaning), *pairs = rows
    if meaning_of(header) in PERSONAL:
        return []
    if is_understood(header, meaning, vocabulary):
        header, pairs = "", rows
    words = dict(pairs)
    short = all(len(code) <= _LONGEST_CODE and " " not in code for code in words)
    return [_Codebook("", "", header, words)] if short and len(words) == len(pairs) >= FEWEST_CODES else []


def _variable(header: str) -> str:
    """Returns the name of a variable in a header: of a path its last part, of "Q2. Your gender" the first."""
    words = header.split()
    return normal(words[0].rpartition("/")[2].rstrip(".:)")) if words else ""


def _spelt(grid: Grid, books: Sequence[_Codebook], vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with words in place of the codes of its columns; the same sheet if it holds none."""
    for book in books:
        for at, head in list(_columns_of(grid, book, vocabulary)):
            grid = with_words(grid, at, range(head + 1, len(grid.rows)), book.words)
            header, kind = text_of(grid.rows[head][at]), _kind_of(book.words.values(), vocabulary)
            if meaning_of(header) != kind and meaning_of(header) not in _TRUSTED:
                asked = book.question or (kind.value if kind else header)
                rows = list(grid.rows)
                rows[head] = [asked if place == at else value for place, value in enumerate(rows[head])]
                grid = replace(grid, rows=rows)
    return grid


def _columns_of(grid: Grid, book: _Codebook, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yields the columns of a sheet in which the codes stand, each with the row of its header."""
    if book.variable:
        for row, cells in enumerate(grid.rows[:_FIRST_ROWS]):
            places = [at for at, value in enumerate(cells) if _variable(text_of(value)) == book.variable]
            if places:
                yield from ((at, row) for at in places if not book.words or _holds(grid, at, row + 1, book.words))
                return
        return
    if _kind_of(book.words.values(), vocabulary) is None:
        return
    for at in range(max(map(len, grid.rows[:LOOKED_AT]), default=0)):
        texts = [text_of(cells[at]) if at < len(cells) else "" for cells in grid.rows[:LOOKED_AT]]
        first = next((row for row, text in enumerate(texts) if text in book.words), 0)
        heads = [row for row in range(first) if texts[row]]
        if not heads or heads[-1] > _FIRST_ROWS:
            continue
        below = [text for text in texts[first:] if text]
        known = sum(text in book.words for text in below)
        same = normal(texts[heads[-1]]) == normal(book.header)
        if known >= MOSTLY * len(below) and (same or len(set(below)) >= FEWEST_CODES):
            yield at, heads[-1]


def _holds(grid: Grid, at: int, first: int, words: Mapping[str, str]) -> bool:
    """Whether a column holds codes of the list, and hardly anything else, behind further headers."""
    texts = [text for cells in grid.rows[first:LOOKED_AT] if at < len(cells) and (text := text_of(cells[at]))]
    known = [place for place, text in enumerate(texts) if text in words]
    return bool(known) and len(known) >= MOSTLY * (len(texts) - known[0])


def _kind_of(words: Iterable[str], vocabulary: Vocabulary) -> VocabularyKind | None:
    """Returns of which kind most of the words are, None if they mean nothing that the reader knows."""
    texts = list(words)
    for kind in KINDS:
        known = sum(vocabulary.exact(kind, text) is not None for text in texts)
        if kind is VocabularyKind.COMMUNITY:
            known += sum(bool(vocabulary.country(t)) and not vocabulary.exact(kind, t) for t in texts)
        if known >= max(FEWEST_CODES, len(texts) / 2):
            return kind
    return None
