"""People of a list whom a line around it names as those who lead or serve the event ("Trainer: Anna Beck", "led by Anna
Beck"), or as people who don't count ("Anna Beck and Max Ott are not counted")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.titles.team.people_told import (
    clauses_of,
    label_of,
    labels_who_leads,
    leaves_people_out,
)

_FEWEST_WORDS = 2
"""Others may have the same first name."""

_MOST_CELLS = 2
"""A line has a label and what it says; a row with more cells lists somebody."""

_LINES_BELOW = 20
"""So many lines at the end of a list, and below it, are about its people."""

_SHORTEST_ROLE = 5
"""A shorter word of a line is none for people."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_Name = tuple[str, ...]


def named_as_team(
    lines: Iterable[Sequence[Cell]], rows: Iterable[Sequence[Cell]], names: Sequence[Column]
) -> frozenset[_Name]:
    """Returns the names, as sorted words in normal form, of the people in *rows* whom *lines* name as the team."""
    said = [(name_of(cells, names), clause) for cells in lines for clause in _clauses(cells)]
    words = {word for _own, clause in said for word in normal(clause).split()}
    listed = {name for cells in rows if (name := name_of(cells, names)) and words.issuperset(name)}
    return frozenset(
        name for name in listed
        if any(own != name and _is_told(clause, name, listed) for own, clause in said)  # a row of the list is no line
    )  # fmt: skip


def words_left_out(lines: Iterable[Sequence[Cell]]) -> frozenset[str]:
    """Returns the words of clauses that say who is not counted ("Teachers are not counted")."""
    told = (clause for cells in lines for clause in _clauses(cells) if leaves_people_out(clause))
    return frozenset(word for clause in told for word in normal(clause).split() if len(word) >= _SHORTEST_ROLE)


def lines_around(table: Table) -> list[Sequence[Cell]]:
    """Returns the lines above a list, at its end and below it, down to the next one."""
    rows, after = table.grid.rows, table.rows[-1] + 1 if table.rows else 0
    end = len(rows) if table.next_header is None else max(after, table.next_header)
    below = range(after, min(end, after + _LINES_BELOW)) if after else ()
    return [rows[row] for row in (*table.context_rows, *table.rows[-_LINES_BELOW:], *below)]


def name_of(cells: Sequence[Cell], names: Sequence[Column]) -> _Name:
    """Returns the words of a row's name, sorted; none for less than two words."""
    words = tuple(sorted(normal(" ".join(column.text(cells) for column in names)).split()))
    return words if len(words) >= _FEWEST_WORDS else ()


def _clauses(cells: Sequence[Cell]) -> Iterator[str]:
    """Yields the clauses of a line; a label in a cell of its own is one with what stands beside it."""
    texts = [text for value in cells if (text := text_of(value))]
    if 0 < len(texts) <= _MOST_CELLS:
        first = texts[0] if len(texts) == 1 or texts[0].endswith(":") else f"{texts[0]}:"
        for clause in clauses_of(" ".join((first, *texts[1:]))):
            if len(clause.split()) > _FEWEST_WORDS:
                yield clause


def _is_told(clause: str, name: _Name, listed: set[_Name]) -> bool:
    """Whether a clause says of somebody whom it names that they are of the team."""
    found = _place_of(clause, name)
    if found is None:
        return False
    if leaves_people_out(clause) or _leaves_out_of_number(clause, found[0]):
        return True
    before, behind = clause[: found[0]].strip(), clause[found[1] :].strip()
    label, colon, _names = before.rpartition(":")
    beside = label_of(label) if colon else _until_by(label_of(_first_of(before, listed)))
    if labels_who_leads(beside):
        return True
    told = behind.partition(")")[0].lstrip("( ") if behind.startswith("(") else behind.strip(" .,:–-")
    return bool(told) and labels_who_leads(told)


def _first_of(before: str, listed: set[_Name]) -> str:
    """Returns the text before the first of the listed names in a text."""
    starts = [found[0] for name in listed if (found := _place_of(before, name))]
    return before[: min(starts, default=len(before))]


def _until_by(before: str) -> str:
    """Returns a text up to a word by which those are named who did something ("led by Max Ott and")."""
    words = before.split()
    ends = [at for at, word in enumerate(words, 1) if normal(word) in tools("done_by")]
    return " ".join(words[: ends[0]] if ends else words)


def _leaves_out_of_number(clause: str, at: int) -> bool:
    """Whether a clause states a number of people without those behind a place ("12 without Anna Beck")."""
    return any(map(str.isdecimal, clause)) and has_phrase(normal(clause[:at]), evidence("leaves_out"))


def _place_of(text: str, name: _Name) -> tuple[int, int] | None:
    """Returns where the words of a name stand side by side in a text, in any order."""
    words = [(normal(one[0]), one.start(), one.end()) for one in _WORD.finditer(text)]
    flat = [(part, start, end) for form, start, end in words for part in form.split()]
    for at in range(len(flat) - len(name) + 1):
        some = flat[at : at + len(name)]
        if tuple(sorted(form for form, _start, _end in some)) == name:
            return some[0][1], some[-1][2]
    return None
