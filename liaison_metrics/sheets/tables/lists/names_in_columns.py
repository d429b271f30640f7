"""Tables whose cells list several people: a class or a day a row, a community a column, pairs side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.side_by_side import say_who_came, tables_under_days
from liaison_metrics.sheets.tables.table import Table, cell_text, rows_below
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import is_about_those_present, is_header_word, is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.names import is_full_name, listed_names, lists_names, real_name
from liaison_metrics.sheets.words.people import statements_of
from liaison_metrics.sheets.words.presence import says_absent
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FIRST_ROWS = 40
"""The header stands under the title, in one of the first rows."""

_BETWEEN = "; "
_NOTHING = "-"
_FEWEST_COLUMNS = 2
_MOST_COLUMNS = 12
_FEWEST_NAMES = 3
_LONGEST_HEADER = 60
_FIRST_CELLS = 200
"""So many cells of a column are looked at first."""
_KINDS = {
    "Community": VocabularyKind.COMMUNITY, "Gender": VocabularyKind.GENDER, "Stakeholder group": VocabularyKind.GROUP,
}  # fmt: skip
"""What columns of names may be headed by, by the header of that kind."""

_NUMBERED = re.compile(r"([^\W\d](?:[^\d]*[^\W\d.])?)[\s.]*(\d{1,2})")
"""A word and its number ("Delegate 2")."""

_OF_PEOPLE = ("name", "given_name", "people")
"""Meanings of words that number people, and not the tables at which they sit."""

_MOSTLY = 0.8
"""From this share of its cells on, a column holds names."""


def listed_names_table(grid: Grid) -> list[Table]:
    """Returns the table with a column whose cells list several people, under any header; none if there is no such
    column."""
    body = range(0)
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        if not _may_be_header(grid.rows[row]):
            continue
        body = range(row + 1, body.stop) if row in body else rows_below(grid.rows, row)
        if not body:
            continue
        width = max(len(grid.rows[number]) for number in (row, *body))
        table = Table(grid, [row], list(body), range(width), list(range(row)))
        start = replace(table, rows=table.rows[:_FIRST_CELLS])  # rules out nearly every column of a long sheet
        places = (at for at in range(len(grid.rows[row])) if _lists_people(start, at))
        at = next((at for at in places if len(body) <= _FIRST_CELLS or _lists_people(table, at)), None)
        if at is not None:
            return [replace(table, known_meanings={at: "name"})]
    return []


def _may_be_header(cells: Sequence[Cell]) -> bool:
    told = [value for value in cells if text_of(value)]
    if not _FEWEST_COLUMNS <= len(told) <= _MOST_COLUMNS or any(isinstance(value, str) is False for value in told):
        return False
    texts = list(map(text_of, told))
    return all(
        len(text) <= _LONGEST_HEADER and not text.endswith(":") and read_date(text) is None and number_of(text) is None
        for text in texts
    )


def _lists_people(table: Table, at: int) -> bool:
    """Whether a column lists several people in its cells, and they weren't absent."""
    header = table.grid.rows[table.headers[0]]
    title = cell_text(table.grid, table.headers[0], at)
    if not title or says_absent(title) or normal(title) in tools("absence_header"):
        return False
    if not is_about_those_present(title) and not any(_says_of_people(text) for text in map(text_of, header)):
        return False
    times = table.different_cells(at)
    return lists_names({str(value): number for value, number in times.items() if text_of(value)})


def _says_of_people(header: str) -> bool:
    """Whether a header says what people have in common, so that names beside it are of people."""
    of_class = not tools("school_class").isdisjoint(normal(header).split())
    return of_class or meaning_of(header) in ("community", "group", "date")


def join_columns_of_names(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which people who stand side by side in one row share its cells: a community a column, or
    groups of columns with the same headers, or a column with the names of those who came along."""
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        cells = grid.rows[row]
        filled = [at for at, value in enumerate(cells) if text_of(value)]
        if not _FEWEST_COLUMNS <= len(filled) <= _MOST_COLUMNS or filled != list(range(filled[0], filled[-1] + 1)):
            continue
        if joined := _by_community(grid, row, filled, vocabulary) or _by_groups(grid, row, filled):
            return joined
        if joined := _by_number(grid, row, filled):
            return joined
        if joined := _with_companions(grid, row, filled):
            return joined
    return grid


def _with_companions(grid: Grid, header: int, columns: Sequence[int]) -> Grid | None:
    """Returns a sheet in which the people who came along, named in a column of their own, share the cell of the person
    with whom they came."""
    heads = {at: cell_text(grid, header, at) for at in columns}
    names = next((at for at, text in heads.items() if meaning_of(text) == "name"), None)
    beside = [at for at, text in heads.items() if at != names and is_of_companions(normal(text))]
    if names is None or not beside or _is_repeated(grid, header, columns, names):
        return None
    body = [row for row in _rows_of_lists(grid, header, columns) if _has_word(cell_text(grid, row, names))]
    if not any(_names_people(grid, body, at) for at in beside):
        return None
    rows = list(grid.rows)
    for at in (at for at in beside if _names_people(grid, body, at)):
        for row in body:
            told = cell_text(grid, row, at)
            if any(map(str.isalpha, told)):
                cells = list(rows[row])
                along = listed_names(told) or [told]
                cells[names], cells[at] = _joined([cell_text(replace(grid, rows=rows), row, names), *along]), None
                rows[row] = cells
    return replace(grid, rows=rows)


def _is_repeated(grid: Grid, row: int, columns: Sequence[int], at: int) -> bool:
    """Whether other rows have the word of a row in a column too, beside other cells: it is what a list says of its
    people ("participant" beside "a companion, no name"), and no header."""
    heads = [cell_text(grid, row, column) for column in columns]
    others = ([cell_text(grid, other, column) for column in columns] for other in range(len(grid.rows)))
    return any(texts != heads and cell_text(grid, row, at) == texts[columns.index(at)] for texts in others)


def _rows_of_lists(grid: Grid, header: int, columns: Sequence[int]) -> list[int]:
    """Returns the rows below a header, up to other headers; those in which it stands again over a further list are
    left out."""
    found: list[int] = []
    heads = [cell_text(grid, header, at) for at in columns]
    for row in range(header + 1, len(grid.rows)):
        texts = [cell_text(grid, row, at) for at in columns]
        if texts == heads:
            continue
        if sum(map(is_header_word, filter(None, texts))) >= _FEWEST_COLUMNS:
            break
        found.append(row)
    return found


def _has_word(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))


def _names_people(grid: Grid, body: Sequence[int], at: int) -> bool:
    """Whether a column holds full names of people where it holds letters at all, alone or several in a cell."""
    texts = [text for row in body if any(map(str.isalpha, text := cell_text(grid, row, at)))]
    return bool(texts) and all(
        is_full_name(text) or all(map(is_full_name, listed_names(text) or [""])) for text in texts
    )


def _by_community(grid: Grid, header: int, columns: Sequence[int], vocabulary: Vocabulary) -> Grid | None:
    """Returns a sheet of columns of names, each under its community, gender or group, as names beside these."""
    heads = [cell_text(grid, header, at) for at in columns]
    kind = kind_of_heads(heads, vocabulary)
    if not kind:
        return None
    body = rows_below(grid.rows, header)
    sums = body[-1:] if len(body) > 1 and _states_sums(grid, body[-1], columns) else range(0)
    body = body[: len(body) - len(sums)]
    if not _hold_names(grid, body, columns):
        return None
    rows = list(grid.rows)
    rows[header] = [*[None] * columns[0], "Name", kind]
    for row in body:
        told = [(text, head) for at, head in zip(columns, heads, strict=True) if (text := cell_text(grid, row, at))]
        rows[row] = [*[None] * columns[0], _joined([text for text, _head in told]), _joined([h for _text, h in told])]
    for row in sums:
        texts = [text for at in columns if (text := cell_text(grid, row, at))]
        numbers = [number for text in texts if (number := number_of(text.lstrip("= "))) is not None]
        rows[row] = [f"= {sum(numbers)}" if len(numbers) == len(texts) else ", ".join(texts)]
    return replace(grid, rows=rows)


def kind_of_heads(heads: Sequence[str], vocabulary: Vocabulary) -> str:
    """Returns the header of the kind of which headers are different words, "" if they are of none."""
    return next((word for word, one in _KINDS.items() if _are_of_kind(heads, one, vocabulary)), "")


def _are_of_kind(heads: Sequence[str], kind: VocabularyKind, vocabulary: Vocabulary) -> bool:
    """Whether headers are different words of a kind: communities or countries, genders, groups."""
    codes = [vocabulary.exact(kind, text) for text in heads]
    if kind is VocabularyKind.COMMUNITY:
        known = all(code or vocabulary.country(text) for code, text in zip(codes, heads, strict=True))
        return known and len(set(heads)) == len(heads)
    return all(codes) and len(set(codes)) == len(codes)


def _states_sums(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row only says how many people each column has ("13 women")."""
    told = [text for at in columns if (text := cell_text(grid, row, at))]
    return bool(told) and all(number_of(text.lstrip("= ")) is not None or statements_of(text) for text in told)


def _by_groups(grid: Grid, header: int, columns: Sequence[int]) -> Grid | None:
    """Returns a sheet whose columns repeat for a second person in each row with the cells of both in one."""
    if tables_under_days(grid, header - 1, header):
        return None
    heads = ["".join(c for c in normal(cell_text(grid, header, at)) if not c.isdigit()).strip() for at in columns]
    for width in range(2, len(heads) // 2 + 1):
        for lead in (0, 1):
            groups = [heads[at : at + width] for at in range(lead, len(heads), width)]
            if len(groups) < _FEWEST_COLUMNS or any(group != groups[0] for group in groups) or not groups[0][0]:
                continue
            body = rows_below(grid.rows, header)
            firsts = [columns[lead + at * width] for at in range(len(groups))]
            parts = [range(first, first + width) for first in firsts]
            if len(parts) * width == len(heads) - lead and say_who_came(grid, header, body, parts):
                continue  # tables side by side
            if len(set(groups[0])) == width and _hold_names(grid, body, firsts) and not _is_date(grid, body, firsts):
                return _joined_groups(grid, header, body, columns[lead], width, len(groups))
    return None


def _by_number(grid: Grid, header: int, columns: Sequence[int]) -> Grid | None:
    """Returns a sheet in which the people of a row, each under a number ("Delegate 1", "Delegate 2"), share a cell."""
    heads = {at: _NUMBERED.fullmatch(cell_text(grid, header, at)) for at in columns}
    numbered = {at: (normal(found[1]), int(found[2])) for at, found in heads.items() if found}
    words, places = {word for word, _number in numbered.values()}, [*numbered]
    in_order = [number for _word, number in numbered.values()] == list(range(1, len(numbered) + 1))
    of_people = any(meaning_of(word) in _OF_PEOPLE or word in people_words("people") for word in words)
    if (
        not of_people
        or len(numbered) < _FEWEST_COLUMNS
        or len(words) > 1
        or not in_order
        or places[-1] - places[0] >= len(numbered)
    ):
        return None
    body = rows_below(grid.rows, header)
    people = [row for row in body if not any(number_of(cell_text(grid, row, at)) is not None for at in places)]
    if not people or not _hold_names(grid, people, places):
        return None
    rows = list(grid.rows)
    rows[header] = [*grid.rows[header][: places[0]], "Name", *grid.rows[header][places[-1] + 1 :]]
    for row in body:
        told = [text for at in places if (text := cell_text(grid, row, at))]
        beside = grid.rows[row][places[-1] + 1 :]
        rows[row] = [*grid.rows[row][: places[0]], _joined(told) or None, *beside]
    return replace(grid, rows=rows)


def _joined_groups(grid: Grid, header: int, body: range, first: int, width: int, groups: int) -> Grid:
    rows = list(grid.rows)
    rows[header] = grid.rows[header][: first + width]
    for row in body:
        parts = [[cell_text(grid, row, first + width * group + at) for at in range(width)] for group in range(groups)]
        told = [part for part in parts if part[0]]
        beside = [_joined([part[at] or _NOTHING for part in told]) for at in range(width)]
        rows[row] = [*grid.rows[row][:first], *beside]
    return replace(grid, rows=rows)


def _hold_names(grid: Grid, body: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether columns hold full names, in enough cells that they are people."""
    for at in columns:
        texts = [text for row in body if (text := cell_text(grid, row, at))]
        names = sum(is_full_name(real_name(text) or "") and len(listed_names(text)) < 2 for text in texts)
        if not texts or names < _MOSTLY * len(texts) or meaning_of(texts[0]):
            return False
    return sum(bool(cell_text(grid, row, at)) for row in body for at in columns) >= _FEWEST_NAMES


def _is_date(grid: Grid, body: range, columns: Sequence[int]) -> bool:
    return any(read_date(cell_text(grid, row, at)) is not None for row in body for at in columns)


def _joined(texts: Sequence[str]) -> str:
    return _BETWEEN.join(texts)
