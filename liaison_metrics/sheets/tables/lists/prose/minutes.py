"""Minutes: people stand in lines under or beside a word that says whether they were there ("Present:", "Apologies:",
"Minutes taken by:"), perhaps in several blocks, one for each meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_lines import (
    is_written_as_name,
)
from liaison_metrics.sheets.tables.lists.prose.family_names import with_commas_again
from liaison_metrics.sheets.tables.lists.prose.labels import ends_as_label, kind_of
from liaison_metrics.sheets.tables.lists.prose.meeting_blocks import MeetingBlocks, MeetingLine
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import (
    BETWEEN,
    FEWEST_PEOPLE,
    LEAD,
    has_headers,
    is_led,
)
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, is_header_word, is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.numbers import may_state_number
from liaison_metrics.sheets.words.phrases.pasted_lines import has_bullet
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_FEWEST_LINES = 2
_MOST_CELLS = 4
"""A line names a person, whom the person represents, and perhaps says something of both."""

_COLUMNS = ("name", "organisation", "community", "present", "role")
"""Meanings of the columns into which the lines are divided; those that no line needs are left out."""


def gather_minutes(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with the people of minutes in rows of their own: name, whom they represent, and whether they were
    there; the same sheet if it holds no minutes, or a table with headers."""
    if not 0 < len(grid.rows) <= _MOST_ROWS or _has_remarks(grid) or has_headers(grid):
        return grid
    given, grid = grid, _with_one_person_a_row(with_commas_again(grid))
    indented = any(map(_goes_on_indented, grid.rows, grid.rows[1:]))
    grid = _with_labels_closed(grid) if indented else grid
    if any(_is_of_a_table(cells, indented=indented) for cells in grid.rows):
        return given
    blocks = [
        block for block in MeetingBlocks(grid, vocabulary).read() if any(line.kind == "present" for line in block)
    ]
    lines = [line for block in blocks for line in block]
    there = [line for line in lines if line.kind == "present"]
    if sum(1 + line.names.count(BETWEEN) for line in lines) < FEWEST_PEOPLE:
        return given
    several = any(line.communities or line.kind in ("staff", "other") for line in lines)
    if len(there) < (1 if several else _FEWEST_LINES):
        return given
    used = [meaning for meaning in _COLUMNS if any(line.said(meaning) for line in lines)]
    rows: list[Sequence[Cell]] = list(grid.rows)
    parts = tuple(range(block[0].row, block[-1].row + 1) for block in blocks)
    for part, block in zip(parts, blocks, strict=True):
        rows[part.start : part.stop] = [
            cells if _adds_people(cells) or is_led(cells) else [] for cells in grid.rows[part.start : part.stop]
        ]
        for line in (*_strange_lines(grid, part, block), *block):
            rows[line.row] = [line.said(meaning) or None for meaning in used]
    numbered = {row for row, cells in enumerate(grid.rows) if _is_numbered_person(cells)}
    if (
        sum(row in numbered and not rows[row] for part in parts for row in part)
        >= _FEWEST_LINES
        <= len(numbered.intersection(line.row for line in lines))
    ):
        return given  # a list with a number before each person, of which an unknown line would take a part
    gathered = range(parts[0].start, parts[-1].stop)
    return replace(grid, rows=rows, gathered=gathered, pasted=dict(enumerate(used)), parts=parts)


def _strange_lines(grid: Grid, part: range, block: Sequence[MeetingLine]) -> Iterator[MeetingLine]:
    """Yields the lines of a part with a bullet or a number in which nobody is recognised, as people like those above:
    who reads the rows says what is wrong with them."""
    said = {line.row: line for line in block}
    above: MeetingLine | None = None
    for row in part:
        above = said.get(row) or (above if is_led(grid.rows[row]) else None)
        if above and row not in said and not _adds_people(grid.rows[row]):
            text = LEAD.sub("", next(text for value in grid.rows[row] if (text := text_of(value))))
            if not may_state_number(text):  # "two pupils"
                yield replace(above, row=row, names=text, represents="")


def _with_one_person_a_row(grid: Grid) -> Grid:
    """Returns minutes in which absent people stand beside those present ("Present | Apologies") with one person in each
    row: the absent only where nobody present stands, with the word that says so."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    for head, cells in enumerate(grid.rows):
        kinds = {kind_of(text): at for at, value in enumerate(cells) if (text := text_of(value))}
        if sum(map(bool, map(text_of, cells))) != len(kinds) or kinds.keys() != {"present", "absent"}:
            continue
        there, absent = kinds["present"], kinds["absent"]
        below = list(takewhile(lambda row: any(map(text_of, grid.rows[row])), range(head + 1, len(rows))))
        named = [text for row in below for value in grid.rows[row] if (text := text_of(value))]
        if not below or not all(map(is_written_as_name, named)):
            continue  # marks under "Present" and "Absent"
        for row in (head, *below):
            away = cell_text(grid, row, absent)
            alone = f"{away} ({cell_text(grid, head, absent)})" if away and not cell_text(grid, row, there) else None
            own = [None if at == absent else value for at, value in enumerate(grid.rows[row])]
            rows[row] = [alone or value if at == there else value for at, value in enumerate(own)]
        return replace(grid, rows=rows)
    return grid


def _has_remarks(grid: Grid) -> bool:
    """Whether most lines with a bullet have a remark in a cell of its own, which minutes don't have."""
    lines = [cells for cells in grid.rows if cells and has_bullet(text_of(cells[0]))]
    return 2 * sum(any(map(text_of, cells[1:])) for cells in lines) > len(lines) > 0


def _is_numbered_person(cells: Sequence[Cell]) -> bool:
    """Whether a line has a number in a cell of its own, and a name behind it."""
    number, *texts = [text for value in cells if (text := text_of(value))] or [""]
    return number.rstrip(".").isdecimal() and bool(texts) and is_written_as_name(texts[0])


def _adds_people(cells: Sequence[Cell]) -> bool:
    """Whether a line states people in addition to those it stands among ("plus 3 people without a name"), or tells of
    them or of all in a sentence."""
    text = " ".join(text for value in cells if (text := text_of(value)))
    told = () if LEAD.match(text) else told_numbers(text)
    return any(one.is_additional and one.explicit for one in statements_among(cells)) or any(
        one.kind != "part" for one in told
    )


def _is_of_a_table(cells: Sequence[Cell], *, indented: bool) -> bool:
    """Whether a row has more cells than a line of minutes, or headers of people. A word for presence beside a person is
    a mark, unless below one of them the next person stands *indented*, beside nothing."""
    texts = [text for value in cells if (text := text_of(value))]
    heads = sum(map(is_header_word, texts)) > 1 and any(meaning_of(text) in PERSONAL for text in texts)
    present = len(texts) > 1 and not indented and _is_label(texts[0])
    return len(texts) > _MOST_CELLS or heads or (present and not all(is_of_companions(normal(t)) for t in texts[1:]))


def _with_labels_closed(grid: Grid) -> Grid:
    """Returns minutes in which people stand indented below labels with a colon behind each label beside a person, in
    the lines without a gap around those for presence: the others are labels, too."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    filled = [any(map(text_of, cells)) for cells in rows]
    ends = [at for at in range(len(rows) + 1) if at == len(rows) or not filled[at]]
    for start, end in pairwise([-1, *ends]):
        part = range(start + 1, end)
        if not any(_goes_on_indented(rows[at], rows[at + 1]) for at in part[:-1]):
            continue
        for at in part:
            label = cell_text(grid, at, 0)
            if label and not ends_as_label(label) and is_written_as_name(cell_text(grid, at, 1)):
                rows[at] = [f"{label}:", *grid.rows[at][1:]]
    return replace(grid, rows=rows)


def _is_label(text: str) -> bool:
    return not ends_as_label(text) and kind_of(text) in ("present", "absent")


def _goes_on_indented(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a person stands beside a word for presence, and the next one below them, beside nothing."""
    texts = [text for value in cells if (text := text_of(value))]
    return (
        len(texts) > 1 and _is_label(texts[0]) and len(below) > 1 and not text_of(below[0]) and bool(text_of(below[1]))
    )
