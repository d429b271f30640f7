"""Numbers of people that a sheet counted by hour, gate or day under headers of any words, or none: the sums show which
column has everybody, and a word around them that people were counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts.by_hour.tied_columns import columns_of_all, who_came, without_repeats
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.words.cells import has_total, is_not_stated, is_total, number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools, topics
from liaison_metrics.sheets.words.phrases.numbers import counts_at_a_door, names_entrance
from liaison_metrics.sheets.words.phrases.titles.coming import tell_apart_who_came
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 200
_FEWEST_ROWS = 3
"""Fewer numbers may be the sums of others by chance."""

_LABEL_AND_VALUE = 2
_MOSTLY = 0.6
_SHORTEST_BEGINNING = 4
"""Shorter beginnings of words are whole words."""

HOURS = re.compile(r"\D{0,4}\d{1,2}(?:[.:h]\d\d)?\s*(?:[-–—]|to|bis|alle|til|έως)\s*\d{1,2}(?:[.:h]\d\d)?\D{0,5}")
"""From one hour of the day to another."""

_HOUR = re.compile(r"\d{1,2}\s*(?:[.:h]\s*\d\d|[-–—])")
"""What begins with an hour of the day."""

_FREE = ("", "unused", "session", "city", "venue", "time", "notes", "number", "residence", "date")
"""Meanings of headers that say nothing of people, such as the street of a gate: other headers are read as they are."""

_KINDS = (VocabularyKind.COMMUNITY, VocabularyKind.GENDER, VocabularyKind.GROUP)


def tied_count_tables(grid: Grid, vocabulary: Vocabulary) -> list[Table]:
    """Returns the table of a sheet in which people were counted by hour, gate or day, none if it is no such sheet, or
    if its headers say themselves whom they count."""
    if not 0 < len(grid.rows) <= _MOST_ROWS or grid.turned or grid.gathered:
        return []
    blocks = [rows for rows in _blocks(grid) if len(rows) >= _FEWEST_ROWS]
    if len(blocks) != 1 or not counts_people(grid):
        return []
    rows = _up_to_total(grid, blocks[0])
    if any(_heads_people(cells) for row, cells in enumerate(grid.rows) if not rows[0] <= row <= rows[-1]):
        return []
    head = _header_above(grid, rows[0])
    heads_of_table = {head, head - 1} if head else {head}  # perhaps in two rows
    outside = (row for row in range(len(grid.rows)) if row not in heads_of_table and not rows[0] <= row <= rows[-1])
    if any(_is_of_another_table(grid.rows[row]) for row in outside):
        return []
    data = [row for row in rows if not (_is_total_row(grid.rows[row]) or _is_sum(grid, rows, row))]
    columns = [at for at in range(_width(grid, rows)) if _is_counted(grid, data, at)]
    everybody = _of_all(grid, rows, data, columns)
    heads = {at: text_of(_cell(grid.rows[head], at)) for at in columns} if head is not None else {}
    proven = _is_proven(grid, data, everybody, heads, vocabulary)
    told = [] if proven else [text for at, text in heads.items() if text and not (at in everybody and is_total(text))]
    balanced = everybody == (who_came(columns, _numbers_in(grid, data, columns)),)
    others = [text for at, text in heads.items() if at not in everybody]
    apart = len(everybody) == 1 and not balanced and tell_apart_who_came(others)
    if (
        not everybody
        or apart
        or any((not balanced and _says_whom(text, vocabulary)) or _states_day(text) for text in told)
    ):
        return []
    known = {at: "people" if at in everybody else "unused" for at in columns}
    top = rows[0] if head is None else head
    return [Table(grid, [] if head is None else [head], list(rows), range(_width(grid, rows)), [*range(top)], known)]


def _is_of_another_table(cells: Sequence[Cell]) -> bool:
    """Whether a row has more cells than a label and its value."""
    return sum(bool(text_of(value)) for value in cells) > _LABEL_AND_VALUE


def _blocks(grid: Grid) -> Iterator[list[int]]:
    """Yields the runs of rows with a label and a number; one empty row may stand before their total."""
    run: list[int] = []
    for row, cells in enumerate(grid.rows):
        if _is_counted_row(cells):
            if run and row > run[-1] + 1 and not _is_total_row(cells):
                yield run
                run = []
            run.append(row)
        elif run and any(map(text_of, cells)) and not _may_be_between(cells):
            yield run
            run = []
    if run:
        yield run


def _up_to_total(grid: Grid, rows: list[int]) -> list[int]:
    """Returns rows without those below their last total that only state a number from above again ("Peak inside")."""
    last = max((row for row in rows if _is_total_row(grid.rows[row])), default=rows[-1])
    above = {_count(value) for row in rows if row < last for value in grid.rows[row]}
    behind = [
        [number for value in grid.rows[row] if (number := _count(value)) is not None] for row in rows if row > last
    ]
    again = all(len(numbers) == 1 and numbers[0] in above for numbers in behind)
    return [row for row in rows if row <= last] if again else rows


def _heads_people(cells: Sequence[Cell]) -> bool:
    """Whether a row has headers of which one identifies people."""
    told = [text for value in cells if (text := text_of(value))]
    return len(told) > 1 and bool(PERSONAL.intersection(map(meaning_of, told)))


def _may_be_between(cells: Sequence[Cell]) -> bool:
    """Whether a row has a label and no number: nobody was counted then ("Sun | closed"); or only a line above a sum."""
    told = [text for value in cells if (text := text_of(value))]
    return (len(told) > 1 and len(told[-1].split()) == 1) or not any(map(str.isalnum, "".join(told)))


def _is_counted_row(cells: Sequence[Cell]) -> bool:
    told = [value for value in cells if text_of(value)]
    labelled = len(told) > 1 and (_count(told[0]) is None or _HOUR.match(text_of(told[0])) is not None)
    return labelled and any(_count(value) is not None for value in told[1:])


def _count(value: Cell) -> int | None:
    """Returns a cell's whole number, None if it is a day, a time, or another text."""
    number = number_of(value) if read_date(value) is None else None
    return number if number is not None and number >= 0 else None


def _is_total_row(cells: Sequence[Cell]) -> bool:
    first = text_of(next(filter(text_of, cells), ""))
    return is_total(first) or starts_total_row(first) or (has_total(first) and first.strip().count(" ") > 0)


def _is_sum(grid: Grid, rows: Sequence[int], row: int) -> bool:
    """Whether one of the last rows states, in whatever words, nothing but the sums of the numbers above it."""
    told = {at: number for at, value in enumerate(grid.rows[row]) if (number := _count(value)) is not None}
    above = [other for other in rows if other < row]
    if len(above) < _FEWEST_ROWS or (len(told) == 1 and row != rows[-1]):
        return False
    sums = {at: sum(_count(_cell(grid.rows[other], at)) or 0 for other in above) for at in told}
    return told == sums and any(told.values())


def _of_all(grid: Grid, rows: Sequence[int], data: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """Returns the columns that have all people together, none if the numbers do not tie."""
    totals = [row for row in rows if row not in data]
    columns = without_repeats(_numbers_in(grid, data, columns))
    if len(columns) == 1:
        ties = _totals_tie(grid, rows, data, columns[0]) and len(data) >= _FEWEST_ROWS
        return (columns[0],) if ties else ()
    stated = [[at for at in columns if _count(_cell(grid.rows[row], at)) is not None] for row in totals]
    alone = {_count(_cell(grid.rows[row], at)) or 0 for row, told in zip(totals, stated, strict=True) for at in told[:1]
             if len(told) == 1}  # fmt: skip
    widest = max(stated, key=len, default=[])
    outside = [at for at in columns if at not in widest] if len(widest) > 1 else []
    return columns_of_all(_numbers_in(grid, data, columns), alone, outside)


def _is_proven(
    grid: Grid, data: Sequence[int], everybody: Sequence[int], heads: Mapping[int, str], vocabulary: Vocabulary
) -> bool:
    """Whether a column under a word for a total is the sum of others hour by hour, whoever these count: no header of
    theirs is of a known kind of people."""
    of_hours = sum(_HOUR.match(text_of(grid.rows[row][0])) is not None for row in data) >= _FEWEST_ROWS
    named = len(everybody) == 1 and has_total(heads.get(everybody[0], ""))
    known = any(vocabulary.exact(kind, text) for kind in _KINDS for text in heads.values())
    return of_hours and named and len(heads) > 1 and not known


def _totals_tie(grid: Grid, rows: Sequence[int], data: Sequence[int], at: int) -> bool:
    """Whether every total of a column is the sum of the numbers above it, of all or up to the total before (those of a
    day), and the last number is a total."""
    everybody = since = 0
    for row in rows:
        people = _count(_cell(grid.rows[row], at)) or 0
        if row in data:
            everybody, since = everybody + people, since + people
        elif people not in ({everybody, since} if since else {everybody}):
            return False
        else:
            since = 0
    return rows[-1] not in data


def _numbers_in(grid: Grid, data: Sequence[int], columns: Sequence[int]) -> dict[int, list[int]]:
    return {at: [_count(_cell(grid.rows[row], at)) or 0 for row in data] for at in columns}


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else None


def _width(grid: Grid, rows: Sequence[int]) -> int:
    return max(len(grid.rows[row]) for row in rows)


def _header_above(grid: Grid, first: int) -> int | None:
    """Returns the row of words right above the numbers, perhaps with an empty row between; None if a line of text or
    nothing stands there."""
    head = first - 1 if not first or any(map(text_of, grid.rows[first - 1])) else first - 2
    above = [text_of(value) for value in grid.rows[head]] if head >= 0 else []
    return head if sum(map(bool, above)) > 1 else None


def _is_counted(grid: Grid, rows: Sequence[int], at: int) -> bool:
    told = [value for row in rows if text_of(value := _cell(grid.rows[row], at))]
    numbers = sum(_count(value) is not None for value in told)
    return len(told) >= _FEWEST_ROWS and numbers >= _MOSTLY * len(rows) and numbers == len(told)


def _says_whom(header: str, vocabulary: Vocabulary) -> bool:
    """Whether a header is known: of people, of some of them, or of something else that was counted."""
    form = normal(header)
    known = any(vocabulary.exact(kind, header) for kind in _KINDS) or is_of_companions(form)
    elsewhere = meaning_of(header) not in _FREE or any(word in topics() for word in form.split())
    return known or (elsewhere and not counts_at_a_door(header))  # "ingresso" is a price, too


def _states_day(header: str) -> bool:
    """Whether a header is a day with its year: the numbers under it are of an event of their own."""
    day = read_date(header)
    return day is not None and bool(day.year)


def counts_people(grid: Grid) -> bool:
    """Returns whether a text of the sheet, or its name, says that people were counted."""
    texts = [grid.name, *(text for cells in grid.rows for value in cells if isinstance(value, str) and (text := value))]
    words = {word for text in texts for word in normal(text).split()}
    by_hour = sum(HOURS.fullmatch(text) is not None for text in texts) >= _FEWEST_ROWS
    if any(map(counts_at_a_door, texts)) or (by_hour and any(map(names_entrance, texts))):
        return True
    begins = evidence("counted_people") | tools("counters")
    longer = tuple(one for one in begins if len(one) >= _SHORTEST_BEGINNING)
    totals = (text_of(cells[0]) for cells in grid.rows if cells and _is_total_row(cells) and _is_counted_row(cells))
    of_people = any(word.startswith(longer) for text in totals for word in normal(text).split())
    if not of_people and any(word in topics() for word in words):
        return False
    return any(word in begins or word.startswith(longer) for word in words)


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
