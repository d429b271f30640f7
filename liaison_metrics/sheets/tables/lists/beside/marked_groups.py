"""Lists of names side by side, each under a word for a group and beside marks of who came ("Sopranos | came", "Altos |
came")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.beside.marked_blocks import heads_team, with_marks_headed
from liaison_metrics.sheets.tables.lists.names_in_columns import kind_of_heads
from liaison_metrics.sheets.tables.lists.side_by_side import holds_names, say_who_came
from liaison_metrics.sheets.tables.table import cell_text, rows_below
from liaison_metrics.sheets.words.cells import number_of, starts_total_row, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.presence import heads_absence, says_absent, says_present
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FIRST_ROWS = 40
_MOST_ROWS = 2_000
_FEWEST_GROUPS = 2
_FEWEST_NAMES = 2
"""Fewer names under a word are no group."""

_NAMES, _PRESENT, _ROLE, _STAFF = "Name", "Attendance", "Role", "staff"
_GROUPS = ("", "people", "name", "unused")
"""Meanings of words for groups ("Members"), some of which are numbers elsewhere ("Children")."""


def with_groups_headed(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet in which the words over several columns of names are headers of names, if a column of marks of
    its own, under the same header each, stands right beside each of them. Words for communities, genders or groups
    stand beside the people instead. A word for the team, or for those who stayed away, heads no participants."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    grid = with_marks_headed(grid, vocabulary)
    for row in range(min(len(grid.rows) - 1, _FIRST_ROWS)):
        parts = _groups(grid, row)
        body = rows_below(grid.rows, row) if parts else range(0)
        people = [under for under in body if _tells_people(grid.rows[under])]
        if not people or not say_who_came(grid, row, people, parts) or not _are_marked(grid, people, parts):
            continue
        heads = [cell_text(grid, row, part.start) for part in parts]
        kind = kind_of_heads(heads, vocabulary)
        words = _without_common_word(heads)
        team = [at for at, word in enumerate(words) if heads_team(word)]
        named = bool(kind) or all(_names_group(word) for at, word in enumerate(words) if at not in team)
        if named and all(_lists(grid, people, part) for part in parts):
            order = sorted(range(len(parts)), key=lambda at: at in team)  # the team last
            said = [heads[at] if kind else _STAFF if at in team else "" for at in order]
            return _headed(grid, [row, *body], [parts[at] for at in order], (kind or (_ROLE if team else ""), said))
    return grid


def _tells_people(cells: Sequence[Cell]) -> bool:
    """Whether a row is no line of text and no total."""
    told = [text for value in cells if (text := text_of(value))]
    return len(told) > 1 and not starts_total_row(told[0])


def _groups(grid: Grid, row: int) -> list[range]:
    """Returns the columns of each group: a word of its own, and headers that repeat; none if they differ."""
    heads = [cell_text(grid, row, at) for at in range(len(grid.rows[row]))]
    filled = [at for at, head in enumerate(heads) if head]
    for size in range(2, len(filled) // _FEWEST_GROUPS + 1):
        parts = [filled[at : at + size] for at in range(0, len(filled), size)]
        if len(filled) % size or any(part[-1] - part[0] != size - 1 for part in parts):
            continue
        alike = len({tuple(normal(heads[at]) for at in part[1:]) for part in parts}) == 1
        below = {cell_text(grid, under, at) for under in range(row + 1, len(grid.rows)) for at in parts[0][1:]}
        # days, and the marks of a person above others
        alike = alike and not any(read_date(heads[at]) or heads[at] in below for at in parts[0][1:])
        if alike and len({heads[part[0]] for part in parts}) in (1, len(parts)):
            return [range(part[0], part[-1] + 1) for part in parts]
    return []


def _names_group(head: str) -> bool:
    """Whether a header may name people who have something in common, and is none of another column."""
    if read_date(head) is not None or number_of(head) is not None or is_of_companions(normal(head)):
        return False
    return meaning_of(head) in _GROUPS and not (heads_absence(head) or says_absent(head))


def _are_marked(grid: Grid, body: Sequence[int], parts: Sequence[range]) -> bool:
    """Whether a column of each group holds nothing but marks of those who came and of those who did not."""
    return any(all(_holds_marks(grid, body, at) for at in columns) for columns in list(zip(*parts, strict=True))[1:])


def _holds_marks(grid: Grid, body: Sequence[int], at: int) -> bool:
    texts = [text for row in body if (text := cell_text(grid, row, at))]
    return any(map(says_present, texts)) and all(says_present(text) or says_absent(text) for text in texts)


def _lists(grid: Grid, body: Sequence[int], part: range) -> bool:
    people = sum(bool(cell_text(grid, row, part.start)) for row in body)
    return people >= _FEWEST_NAMES and holds_names(grid, body, part.start)


def _without_common_word(heads: Sequence[str]) -> list[str]:
    """Returns headers without a word such as "team" or "group" that all of them have beside another."""
    words = [normal(head).split() for head in heads]
    common = set.intersection(*map(set, words)) & (evidence("side_by_side") | tools("team"))
    alike = bool(common) and all(set(own) > common for own in words)
    return [" ".join(w for w in own if w not in common) for own in words] if alike else [*heads]


def _headed(grid: Grid, lines: Sequence[int], parts: Sequence[range], beside: tuple[str, Sequence[str]]) -> Grid:
    """Returns the sheet with new headers, which are the first of *lines*, and a column *beside* each group for what the
    word over it says, if that column has a header."""
    rows: list[Sequence[Cell]] = list(grid.rows)
    header, values = beside
    for row in lines:
        cells: list[Cell] = []
        for value, part in zip(values, parts, strict=True):
            own = [grid.rows[row][at] if at < len(grid.rows[row]) else None for at in part]
            named = is_full_name(text_of(own[0])) or (own[0] is not None and _tells_people(grid.rows[row]))
            first = min(one.start for one in parts) if header else part.start
            own = [_NAMES, *map(_of_presence, own[1:])] if row == lines[0] else own
            cells += [*[None] * max(0, first - len(cells)), *own]
            cells += [header if row == lines[0] else value if named and value else None] if header else []
        rows[row] = cells
    return replace(grid, rows=rows)


def _of_presence(head: Cell) -> Cell:
    """Returns a header of presence for a word that is no known header, but says that somebody is there ("da")."""
    return _PRESENT if says_present(text_of(head)) and not meaning_of(text_of(head)) else head
