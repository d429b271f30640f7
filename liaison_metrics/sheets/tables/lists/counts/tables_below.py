"""Small tables of other things that stand below a list: a title, headers, and numbers under one of them."""

from __future__ import annotations

import re
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.counts import heads_list
from liaison_metrics.sheets.tables.table import rows_below
from liaison_metrics.sheets.words.cells import amount_of, is_phone, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import additional_words, normal, tools
from liaison_metrics.sheets.words.people import additional_code, row_statements
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent
from liaison_metrics.sheets.words.presence import counts_who_came, names_people

_MOST_ROWS = 2_000
_FEWEST_LISTED = 3
"""Between the headers of a list and a table below it stand some people, an empty row and a title."""

_FEWEST_HEADERS, _MOST_HEADERS = 2, 5
_LONGEST_HEADER = 40
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?")
_OF_CONTACTS = PERSONAL | {"role", "organisation"}
_OF_PEOPLE = PERSONAL | {
    "people", "present", "absent", "registered", "role", "community", "group", "gender", "age", "total", "organisation",
}  # fmt: skip


def without_tables_below(grid: Grid) -> Grid:
    """Returns a sheet without the small tables below its list that are about something else than people: what was
    spent, lent or asked, when the next meetings are."""
    if not _FEWEST_LISTED < len(grid.rows) <= _MOST_ROWS:
        return grid
    head = next((row for row, cells in enumerate(grid.rows) if heads_list(cells)), None)
    if head is None:
        return grid
    gone = set[int]()
    for row in range(head + _FEWEST_LISTED, len(grid.rows)):
        if _heads_other_table(grid, row):
            gone |= {row - 1, row, *rows_below(grid.rows, row)}
    if not gone:
        return grid
    rows = [[] if row in gone else cells for row, cells in enumerate(grid.rows)]
    return replace(grid, rows=rows, emptied=grid.emptied | gone)


def _heads_other_table(grid: Grid, row: int) -> bool:
    """Whether a row heads such a table: it has nothing but words, of which none is about people, and one of its columns
    has nothing but numbers."""
    cells = grid.rows[row]
    places = [at for at, value in enumerate(cells) if text_of(value)]
    if not _FEWEST_HEADERS <= len(places) <= _MOST_HEADERS or not all(_is_word(cells[at]) for at in places):
        return False
    title = _title(grid, row)
    contacts = is_of_team(title) or meaning_of(title) == "phone"  # "Phone numbers of the team"
    texts = (text_of(cells[at]) for at in places)
    if not title or any(_is_about_people(t) and not (contacts and meaning_of(t) in _OF_CONTACTS) for t in texts):
        return False
    below = [grid.rows[at] for at in rows_below(grid.rows, row)]
    if not below or any(text_of(value) and at not in places for cells in below for at, value in enumerate(cells)):
        return False
    return any(all(_is_number(cells[at] if at < len(cells) else None) for cells in below) for at in places)


def _title(grid: Grid, row: int) -> str:
    """Returns the title that stands right above a row, with nothing above that; "" if there is none, or if it is about
    people who may have been there."""
    title = [text for value in grid.rows[row - 1] if (text := text_of(value))]
    if len(title) != 1 or any(map(text_of, grid.rows[row - 2])) or row_statements(grid.rows[row - 1]):
        return ""
    form = normal(title[0])
    beside = not tools("not").isdisjoint(form.split()) or has_phrase(form, frozenset(additional_words()))
    return "" if meaning_of(title[0]) != "phone" and (beside or _is_about_people(title[0])) else title[0]


def _is_about_people(text: str) -> bool:
    words = [word for word in normal(text).split() if word not in tools("plain_number")]
    if not words or meaning_of(text) == "instructor":
        return False  # "Number"; speakers of a programme
    told = meaning_of(" ".join(words)) in _OF_PEOPLE or counts_who_came(text) or counts_absent(text)
    if told or is_total(text) or additional_code(text) or is_of_companions(normal(text)):
        return True
    return any(map(names_people, words)) and not is_of_team(text)


def _is_word(value: Cell) -> bool:
    text = text_of(value)
    plain = isinstance(value, str) and len(text) <= _LONGEST_HEADER and any(map(str.isalpha, text))
    return plain and number_of(value) is None and read_date(value) is None and not text.endswith(":")


def _is_number(value: Cell) -> bool:
    told = number_of(value) is not None or amount_of(value) is not None or is_phone(text_of(value))
    return told or _TIME.fullmatch(text_of(value)) is not None
