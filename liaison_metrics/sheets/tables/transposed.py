"""Tables on their side: their fields stand in the first column, and each person is a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest
from typing import TypeVar

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import (
    AttendanceRow,
    Cell,
    Grid,
    HeadcountRow,
    NotCountedRow,
    Reading,
    RejectedRow,
)
from liaison_metrics.sheets.tables.days.days_down import days_down
from liaison_metrics.sheets.tables.days.events_across import events_across
from liaison_metrics.sheets.words.cells import is_email, is_name_like, is_total, letter, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.phrases.ages import is_range_of_ages
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_Placed = TypeVar("_Placed", AttendanceRow, HeadcountRow, NotCountedRow, RejectedRow)
_LONGEST_FORM = 40
"""A longer sheet is a list, not a form with its fields in the first column."""

_FEWEST_DAYS, _FEWEST_PEOPLE = 2, 3

_OF_AGE = frozenset(("age", "birth_date", "birth_year"))
_OF_ONE = _OF_AGE | {"gender", "community"}
_FEWEST_OF_ONE = 2
"""So many fields that say something of a single person."""

_AGES = (5, 105)
_NAMES, _PERSON = "Name", "Person"

_TITLE = "Title"
"""The header of what stands over events that have no word for it."""

_YEAR_OF_BIRTH = re.compile(r"(19|20)\d{2}(\.0)?")
_FIELDS = PERSONAL | EVENT | {"community", "gender", "group", "role", "birth_date", "birth_year", "age", "organisation"}


def turn_upright(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet whose fields stand in the first column as rows under headers. Rows above the fields keep their
    place."""
    if len(grid.rows) > _LONGEST_FORM:
        return grid
    if crossed := days_down(grid, vocabulary):
        return _turned(grid, *crossed)
    if described := _turn_days_described(grid):
        return described
    if events := events_across(grid, vocabulary):
        return _turned(grid, *events)
    start = next((r for r in range(len(grid.rows)) if _is_field(grid.rows[r], vocabulary)), None)
    if start is None:
        return grid
    rows = [*_rows_until_blank(grid, start)]
    labels = [text_of(cells[0]) for cells in rows if _is_field(cells, vocabulary)]
    if len(set(labels)) < len(labels):  # a list whose first column says of each person "Participant"
        return grid
    fields = list(map(meaning_of, labels))
    people = bool(PERSONAL.intersection(fields))
    if not people and len(_OF_ONE.intersection(fields)) >= _FEWEST_OF_ONE:
        return _with_people_across(grid, start, rows)
    if sum(people or field in EVENT for field in fields) < 2 or not all(
        _is_field(c, vocabulary) or _is_label(c, vocabulary) for c in rows
    ):
        return grid
    if not people and start and _names_events(grid.rows[start - 1], rows[0]):
        return _turned(grid, start - 1, [[_TITLE, *grid.rows[start - 1][1:]], *rows])
    return _turned(grid, start, rows)


def _with_people_across(grid: Grid, start: int, rows: Sequence[Sequence[Cell]]) -> Grid:
    """Returns a sheet in which fields of single people, who each have a gender or an age, are turned upright,
    with people without a name in place of the codes above them, or of the empty row there; whatever else is asked."""
    people = sorted({at for row in rows for at, value in enumerate(row) if at and text_of(value)})
    above = grid.rows[start - 1] if start else ()
    texts = [text_of(above[at]) if at < len(above) else "" for at in people]
    coded = all(texts) and len(set(texts)) == len(texts) and not any(map(is_total, texts))
    meanings = {meaning_of(text_of(row[0])) for row in rows}
    numbers = any(all(number_of(value) is not None for value in row[1:] if text_of(value)) for row in rows)
    counted = meanings & {"people", "total"} or (numbers and not meanings & _OF_AGE)  # women and men of communities
    free = start > 0 and (coded or not any(map(text_of, above)))
    if len(people) < _FEWEST_PEOPLE or not free or counted:
        return grid
    named = [_PERSON, *(f"{_PERSON} {at}" for at in range(1, max(map(len, rows))))]
    cells = [value if at in people else None for at, value in enumerate(named)]
    told = [[value if at in (0, *people) else None for at, value in enumerate(row)] for row in rows]
    return _turned(grid, start - 1, [[_NAMES, *cells[1:]], *told])


def _names_events(cells: Sequence[Cell], field: Sequence[Cell]) -> bool:
    """Whether a row above the fields of events, without a field of its own, has a different text over each of them."""
    told = [at for at, value in enumerate(cells) if text_of(value)]
    texts = {text_of(cells[at]) for at in told}
    return told == [at for at, value in enumerate(field) if at and text_of(value)] and len(texts) == len(told)


def _turn_days_described(grid: Grid) -> Grid | None:
    """Returns events down the sheet if they stand across it, each under its day, with their number of people and
    texts about them ("School", "Class"), perhaps with a column of sums at the end, else None."""
    for start, cells in enumerate(grid.rows):
        if not cells or meaning_of(text_of(cells[0])) != "date":
            continue
        days = [*takewhile(lambda value: read_date(value) is not None, cells[1:])]
        rest = [text for value in cells[len(days) + 1 :] if (text := text_of(value))]
        rows = [row[: len(days) + 1] for row in _rows_until_blank(grid, start)]
        if len(days) < _FEWEST_DAYS or not all(map(is_total, rest)) or not all(text_of(row[0]) for row in rows):
            continue
        above = [*takewhile(_describes_days, (row[: len(days) + 1] for row in reversed(grid.rows[:start])))][::-1]
        described = [row for row in rows[1:] if not all(number_of(value) is not None for value in row[1:])]
        counts = [meaning_of(text_of(row[0])) for row in rows[1:] if row not in described]
        known = all(counts)  # else people may stand beside ones and zeros
        counted = "people" in counts or ("present" in counts and known)
        if (described or (above and known)) and counted and all(map(_describes_days, described)):
            return _turned(grid, start - len(above), [*above, *rows])
    return None


def _describes_days(cells: Sequence[Cell]) -> bool:
    """Whether a row has texts about days behind its label, and no marks of who came on them."""
    if not cells or not text_of(cells[0]):
        return False
    texts = [text for value in cells[1:] if (text := text_of(value))]
    known = bool(meaning_of(text_of(cells[0])))  # classes may be letters
    marks = any((len(text) == 1 and not known) or says_present(text) or says_absent(text) for text in texts)
    return len(texts) > len(cells[1:]) / 2 and not marks


def _turned(grid: Grid, start: int, rows: Sequence[Sequence[Cell]]) -> Grid:
    """Returns a sheet in which *rows*, turned into columns, stand in place of those from *start* on."""
    turned = [list(cells) for cells in zip_longest(*rows)]
    rest = grid.rows[start + len(rows) :]
    return Grid(grid.name, [*grid.rows[:start], *turned, *rest], range(start, start + len(turned)), fields=len(rows))


def restore_positions(reading: Reading, grids: Sequence[Grid]) -> None:
    """Sets rows of sheets with a turned table back to their place in the file: a row of that table to the table's first
    row and the column letter."""
    turned = {grid.name: grid for grid in grids if grid.turned}

    def place(row: _Placed) -> _Placed:
        grid = turned.get(row.sheet)
        if grid is None:
            return row
        at = grid.position_in_file(row.row - 1)
        column = letter(row.row - 1 - grid.turned.start) if row.row - 1 in grid.turned else row.column
        return replace(row, row=at + 1, column=column)

    if turned:
        reading.attendances = [place(row) for row in reading.attendances]
        reading.headcounts = [place(row) for row in reading.headcounts]
        reading.not_counted = [place(row) for row in reading.not_counted]
        reading.rejected = [place(row) for row in reading.rejected]


def _rows_until_blank(grid: Grid, start: int) -> Iterator[Sequence[Cell]]:
    for cells in grid.rows[start:]:
        if not any(text_of(value) for value in cells):
            return
        yield cells


def _is_label(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row begins with a word that can label numbers or short texts."""
    label = text_of(cells[0]) if cells else ""
    known = (
        meaning_of(label)
        or vocabulary.exact(VocabularyKind.COMMUNITY, label)
        or vocabulary.country(label)
        or is_total(label)
    )
    return bool(known) or all(number_of(value) is not None for value in cells[1:] if text_of(value))


def _is_field(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row begins with a field name followed by at least two fitting values."""
    meaning = meaning_of(text_of(cells[0])) if cells and isinstance(cells[0], str) else ""
    told = [value for value in cells[1:] if text_of(value)]
    if meaning not in _FIELDS or len(told) < 2 or any(is_header_word(text_of(v)) for v in told if isinstance(v, str)):
        return False
    return all(_answers(meaning, value, vocabulary) for value in told)


def _answers(meaning: str, value: Cell, vocabulary: Vocabulary) -> bool:
    text = text_of(value)
    if meaning == "email":
        return is_email(text)
    if meaning in ("date", "birth_date"):
        return read_date(value) is not None
    if meaning == "title":
        return vocabulary.code(VocabularyKind.ACTIVITY, text) is not None
    if meaning in ("city", "activity", "community", "gender", "group", "role"):
        return vocabulary.code(VocabularyKind(meaning), text) is not None or bool(vocabulary.country(text))
    if meaning == "age":
        return (number_of(value) or 0) in range(*_AGES) or is_range_of_ages(text)
    if meaning == "birth_year":
        return _YEAR_OF_BIRTH.fullmatch(text) is not None
    if meaning in NAMES:
        words = any(
            vocabulary.exact(kind, text)
            for kind in (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.CITY, VocabularyKind.ROLE)
        )
        return is_name_like(text) and not words and len(text) > 2
    return False
