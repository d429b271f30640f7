"""Finds tables with an unknown header row, or with none, by the content of their rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.header_rows import header_of_names_and_marks, is_unknown_header, states_detail
from liaison_metrics.sheets.tables.lists.counts.people_by_label import people_by_label
from liaison_metrics.sheets.tables.lists.prose.logs.people_of_days import are_listed_by_day
from liaison_metrics.sheets.tables.row_profiles import says_of_people
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.tables.tied_counts import headerless_counts
from liaison_metrics.sheets.words.cells import begins_with_capital, is_name_like, is_phone, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import EVENT, PERSONAL, is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.names import is_person, real_name, without_number, without_others
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.titles.team.voices import divides_group
from liaison_metrics.sheets.words.presence import counts_who_came, says_present, wants_to_come
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PEOPLE = 4
"""Fewer rows with a phone number may be the contacts of an office under its letterhead."""

_SAMPLE = 10
"""Rows below a header that show what its column holds."""

_MOSTLY = 0.7
"""From this share of its rows on, a column under a header for people lists them. The others may be headings."""

_DIFFERENT = 0.8
"""First names repeat, but most of a list's are different."""

_FIRST_COLUMNS = 6
"""Names stand in one of the first columns: behind a number, or behind the day and the place."""

_FEWEST_TOLD = 3
_FEWEST_ALONE = 5
"""Fewer full names, with nothing beside them, may be the signatures under a letter."""

_LABEL_AND_SUM = 2
_MOSTLY_NAMES = 0.8
_MOSTLY_DIFFERENT = 0.9
_LONGEST_PARTICLE = 3
_FEWEST_BESIDE = 2
_MOST_HEADERS = 3
_MOST_HEADERS_BESIDE = 12
"""Beside more than three headers, full names must stand below."""

_INITIAL = re.compile(r"\s[^\W\d_]\.$")
_LABELLED = re.compile(r"[:：]\s*\S")
"""A label with its value is no header."""

_LABEL = re.compile(r"[:：]\s*$")


def headers_by_contrast(grid: Grid, vocabulary: Vocabulary) -> list[list[int]]:
    """Returns rows that hold only words, one of them known, above columns of only numbers or dates."""
    heads: list[list[int]] = []
    texts: list[list[str]] = []
    for row in range(min(len(grid.rows) - 1, FIRST_HEADER)):
        below = next((text_of(value) for value in grid.rows[row + 1] if text_of(value)), "")
        words = [] if meaning_of(below) in EVENT else _words(grid.rows[row])
        repeated = [text for _at, text in words] in texts
        if (
            len(words) >= 2
            and not states_detail(grid, row)
            and (repeated or (not heads and _is_known(words, vocabulary)))
            and _contrasts(grid, row)
        ):
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
    below = list(takewhile(_is_filled, grid.rows[row + 1 : row + 6]))
    for at, _text in _words(grid.rows[row])[-8:]:
        told = [cells[at] for cells in below if at < len(cells) and text_of(cells[at])]
        if told and all(number_of(value) is not None or read_date(value) for value in told):
            return True
    return False


def find_headerless_table(grid: Grid, vocabulary: Vocabulary) -> Table | None:
    """Returns the table of a sheet without a header: communities with numbers, or a list of people."""
    if counted := headerless_counts(grid, vocabulary):
        return Table(grid, [], list(counted[0]), counted[1], list(range(counted[0].start)))
    if labelled := people_by_label(grid, vocabulary):
        return labelled
    if people := headerless_people(grid, vocabulary) or people_with_phones(grid, vocabulary):
        rows, at = people
        if len(rows) > 1 and _heads_numbers(grid, rows.start):
            rows = range(rows.start + 1, rows.stop)
        above = rows.start - 1
        heads = [above] if _heads_numbers(grid, above) or is_unknown_header(grid, above, at) else []
        return Table(grid, heads, list(rows), _width(grid), list(range(rows.start - len(heads))), {at: "name"})
    if named := numbered_name_list(grid):
        rows, at = named
        return Table(grid, [], list(rows), range(at, at + 1), list(range(rows.start)), {at: "name"})
    return None


def _heads_numbers(grid: Grid, row: int) -> bool:
    """Whether a row has only words, over two columns of only numbers: a header that looks like a name
    ("Assigned To")."""
    words = _words(grid.rows[row]) if row >= 0 else []
    below = [cells for cells in grid.rows[row + 1 : row + 1 + _SAMPLE] if _is_filled(cells)]
    columns = ([cells[at] for cells in below if at < len(cells) and text_of(cells[at])] for at, _text in words)
    numbers = sum(len(told) >= _FEWEST_TOLD and all(number_of(v) is not None for v in told) for told in columns)
    return numbers >= _FEWEST_BESIDE


def single_column_header(grid: Grid) -> list[list[int]]:
    """Returns the row that heads a column of names or addresses, which may be numbered: alone, or beside headers that
    nobody knows, or the first one that heads names and marks of who came."""
    for row in range(min(len(grid.rows) - 1, FIRST_HEADER)):
        heads = {at: text for at, value in enumerate(grid.rows[row]) if (text := text_of(value))}
        alone = len(heads) == 1
        personal = PERSONAL | {"people"} if alone else PERSONAL
        found = [at for at, text in heads.items() if meaning_of(text) in personal or _heads_those_present(text, alone)]
        if len(found) > 1:  # beside names also addresses
            found = [at for at in found if meaning_of(heads[at]) == "name"]
        if len(found) != 1 or len(heads) > _MOST_HEADERS_BESIDE or any(map(_LABELLED.search, heads.values())):
            continue
        at = found[0]
        if states_detail(grid, row) or (heads[at][0].isdigit() and statements_among([heads[at]])):  # "9 people came"
            continue
        sample = dropwhile(_is_blank, grid.rows[row + 1 : row + 1 + _SAMPLE])
        below = [cells for cells in takewhile(_is_filled, sample) if at < len(cells) and text_of(cells[at])]
        names = [without_number(text_of(cells[at])) for cells in below]
        alone = not any(number_of(value) is not None for cells in below for value in cells)
        plain = sum(is_name_like(name) or "@" in name for name in names)
        people = sum(is_person(name) and not is_header_word(name) for name in names)
        if len(heads) > 1 and (len(names) < _FEWEST_BESIDE or sum(map(_has_capitals, names)) < _MOSTLY * len(names)):
            continue  # goods are named as well
        if len(heads) > _MOST_HEADERS and (
            len(names) < _FEWEST_TOLD
            or not all(" " in name for name in names)
            or any(number_of(text) is not None for text in heads.values())
        ):
            continue
        if below and (alone or len(heads) > 1) and 3 * plain >= len(names) and people >= _MOSTLY * len(names):
            return [[row]]
    return header_of_names_and_marks(grid, FIRST_HEADER)


def _is_filled(cells: Sequence[Cell]) -> bool:
    return any(map(text_of, cells))


def _is_blank(cells: Sequence[Cell]) -> bool:
    return not _is_filled(cells)


def _heads_those_present(text: str, alone: bool) -> bool:
    """Whether a header says that the people below it were there ("Anwesend", "Presenti"). "Who came" *alone* may be
    a line over a part of a list."""
    said = meaning_of(text) == "present" and says_present(text)
    asked = " " in text and normal(text) in tools("asks_who")
    return said or (not alone and (asked or (counts_who_came(text) and not wants_to_come(text))))


def numbered_name_list(grid: Grid) -> tuple[range, int] | None:
    """Returns the rows and the column of a numbered list of names without a header, None if there is none."""
    found: list[int] = []
    place = -1
    for row, cells in enumerate(grid.rows[:FIRST_HEADER]):
        filled = [at for at, value in enumerate(cells) if text_of(value)]
        text = text_of(cells[filled[0]]) if len(filled) == 1 else ""
        name = real_name(text) if text != without_number(text) else None
        if name and is_name_like(name) and _is_written_as_name(name) and place in (-1, filled[0]):
            place = filled[0]
            found.append(row)
    return (range(found[0], found[-1] + 1), place) if len(found) > 1 else None


def headerless_people(grid: Grid, vocabulary: Vocabulary) -> tuple[range, int] | None:
    """Returns the rows and the name column of a list of people without a header: full names, nearly all different, and
    a column that says something of people, or nothing else at all. None if there is none."""
    texts = [[text_of(value) for value in cells] for cells in grid.rows[:FIRST_HEADER]]
    for at in range(min(max(map(len, texts), default=0), _FIRST_COLUMNS)):
        for rows in _runs_of_names(texts, at, vocabulary):
            beside = [texts[row][:at] + texts[row][at + 1 :] for row in rows]
            of_people = [
                cells for row, cells in zip(rows, beside, strict=True)
                if any(cells) and not (_is_of_block(texts[row]) and _is_of_block(cells))
            ]  # fmt: skip
            if len(rows) >= _FEWEST_TOLD and _tell_of_people(of_people or beside, vocabulary):
                return range(rows.start, len(grid.rows)), at
            if len(rows) >= _FEWEST_ALONE and not any(any(cells) for cells in beside):
                named = (row for row in range(len(texts)) if at < len(texts[row]))
                end = max(row for row in named if _is_full_name(texts[row][at], vocabulary))
                return range(rows.start, end + 1), at
    return None


def _runs_of_names(texts: Sequence[Sequence[str]], at: int, vocabulary: Vocabulary) -> Iterator[range]:
    """Yields the runs of rows that begin and end with a full name in a column, have few other rows between, and hold
    nearly no name twice."""
    named = [at < len(cells) and _is_full_name(cells[at], vocabulary) for cells in texts]
    start = next((row for row, is_name in enumerate(named) if is_name), None)
    while start is not None:
        filled = list(takewhile(lambda row: any(texts[row]) or _is_gap(texts, row), range(start, len(texts))))
        end = max(row for row in filled if named[row]) + 1
        names = [texts[row][at] for row in range(start, end) if named[row]]
        lines = sum(not named[row] and (_is_of_block(texts[row]) or not any(texts[row])) for row in range(start, end))
        if len(names) >= _MOSTLY_NAMES * (end - start - lines) and _are_different_people(texts[start:end], at):
            yield range(start, end)
        start = next((row for row in range(filled[-1] + 1, len(named)) if named[row]), None)


def _are_different_people(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether nearly no name in a column stands twice, or none on the same day of a log."""
    named = [cells for cells in rows if at < len(cells) and is_person(cells[at])]
    names = [cells[at] for cells in named]
    if len(set(names)) >= _MOSTLY_DIFFERENT * len(names):
        return True
    width = max(map(len, rows))
    columns = [[cells[column] if column < len(cells) else "" for cells in named] for column in range(width)]
    dated = [texts for texts in columns if any(texts) and all(read_date(text) for text in filter(None, texts))]
    beside = [texts for texts in columns if texts not in (names, *dated)]
    return len(dated) == 1 and are_listed_by_day(dated[0], names, beside)


def _is_gap(texts: Sequence[Sequence[str]], row: int) -> bool:
    """Whether the row below an empty one begins another part of a group: of its voices, say."""
    below = list(filter(None, texts[row + 1])) if row + 1 < len(texts) else []
    return len(below) == 1 and divides_group(below[0])


def _is_of_block(cells: Sequence[str]) -> bool:
    """Whether a row stands over or under a part of a list: a heading alone, or a label with how many came."""
    filled = list(filter(None, cells))
    label_and_sum = len(filled) == _LABEL_AND_SUM and filled[1].isdecimal() and not any(map(str.isdigit, filled[0]))
    return label_and_sum or len(filled) == 1


def _tell_of_people(rows: Sequence[Sequence[str]], vocabulary: Vocabulary) -> bool:
    """Whether a column says something of people in nearly every row."""
    width = max(map(len, rows), default=0)
    columns = ([cells[at] if at < len(cells) else "" for cells in rows] for at in range(width))
    return any(_share_like(texts, lambda text: says_of_people(text, vocabulary)) >= _MOSTLY_NAMES for texts in columns)


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


def _width(grid: Grid) -> range:
    return range(max(map(len, grid.rows), default=0))


def _share_like(texts: Sequence[str], is_like: Callable[[str], bool]) -> float:
    return sum(map(is_like, texts)) / len(texts)


def _is_full_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a full name with a capital in every longer word: titles of books and goods have small ones."""
    name = real_name(text) or ""
    words = [word for word in name.replace(",", " ").split() if any(map(str.isalpha, word))]
    ends = text.endswith((":", ".", "!", "?")) and not _INITIAL.search(text)  # "Sepp A." is a pupil
    if not 2 <= len(words) <= 4 or not is_name_like(name) or ends:
        return False
    if not _has_capitals(name):
        return False
    return not _is_of_an_event(text, vocabulary)


def _has_capitals(name: str) -> bool:
    return all(begins_with_capital(word) or len(word) <= _LONGEST_PARTICLE or "@" in word for word in name.split())


def _is_written_as_name(text: str) -> bool:
    """Whether a text has several words, written as those of names: not "Book the room"."""
    return len(text.split()) > 1 and (text.islower() or _has_capitals(text))


def _is_of_an_event(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a word of the project, or names an activity or a city."""
    if vocabulary.country(text) or any(vocabulary.exact(kind, text) for kind in VocabularyKind):
        return True
    return any(vocabulary.inside(kind, text) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY))
