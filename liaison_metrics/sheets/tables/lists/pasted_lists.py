"""Lists that people pasted from a chat into one column: a line each with a number, a name, a mark and a remark. They
are divided into columns, which need no header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.lines_of_people import (
    community_in_remark,
    ends_sentence,
    has_label,
    heads_people,
    is_clear,
    is_known_remark,
    is_of_community,
    person_in_line,
)
from liaison_metrics.sheets.tables.table import FIRST_HEADER, Table
from liaison_metrics.sheets.words.cells import begins_with_capital, text_of
from liaison_metrics.sheets.words.headers import PERSONAL, is_about_those_present, meaning_of
from liaison_metrics.sheets.words.lists import normal, values
from liaison_metrics.sheets.words.names import accompanying_count, is_person
from liaison_metrics.sheets.words.phrases.origins.headings import community_in_heading
from liaison_metrics.sheets.words.phrases.pasted_lines import (
    PastedLine,
    adds_unnamed,
    begins_with_mark,
    has_bullet,
    number_of_line,
    says_stayed_away,
    without_pictures,
)
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.phrases.titles.documents import says_of_attendance
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_FEWEST_PEOPLE = 3
_FEWEST_PLAIN = 5
"""Fewer names with nothing beside them, and no number, may be the signatures under a letter."""

_FEWEST_BULLETS = 4

_LONGEST_HEADER = 4
"""A longer line is a sentence that leads to a list."""

_MOSTLY = 0.6
"""From this share of the lines on they are people; the others are headings, and lines that nobody understands."""

_NEARLY_ALL = 0.9
"""From this share of full names on, five lines with nothing else are people."""

_MOSTLY_NUMBERED = 0.7
_MOSTLY_COUNTED = 0.5
"""The same of lines that count from 1 on: greetings, thanks and signatures stand around them."""

_MOSTLY_DIFFERENT = 0.7
_MOST_UNKNOWN = 0.4
"""If more of the lines go on in words that nobody understands, they are things to do, or a text."""

_COLUMNS = ("number", "name", "present", "notes", "community", "phone", "email")
"""Meanings of the columns into which the lines are divided; those that no line needs are left out."""


@dataclass(slots=True)
class _Lines:
    """The lines of a sheet with what each says of a person. ``first`` and ``last`` are the rows of the first person and
    of the last one, ``named`` how many people they name."""

    texts: list[str]
    people: dict[int, PastedLine]
    first: int = 0
    last: int = 0
    named: int = 0

    @property
    def numbered(self) -> bool:
        """Whether the lines count on."""
        numbers = [line.number for line in self.people.values() if line.number is not None]
        counts_on = sum(b == a + 1 for a, b in pairwise(numbers)) >= _MOSTLY * (len(numbers) - 1)
        if numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= _FEWEST_PLAIN:
            return len(numbers) >= _MOSTLY_COUNTED * len(self.people)
        return len(numbers) >= max(_FEWEST_PEOPLE, _MOSTLY_NUMBERED * len(self.people)) and counts_on


def split_pasted_list(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with the lines of a pasted list divided into columns; the same sheet if it holds none."""
    texts = _single_column(grid)
    if texts is None:
        return grid
    lines = _people_in(texts, vocabulary)
    if lines is None or not _is_list_of_people(lines, vocabulary):
        return grid
    used = [meaning for meaning in _COLUMNS if any(_value(one, meaning, vocabulary) for one in lines.people.values())]
    told = lines.numbered or _has_bullets(lines) or any(one.marks for one in lines.people.values())
    plain = not told and lines.first in lines.people  # without a heading of its first part ("Who came? | Syrians:")
    if plain and (above := _header_above(lines)) and len(above.split()) <= _LONGEST_HEADER:
        return grid
    name = used.index("name")
    rows: list[Sequence[Cell]] = list(grid.rows)
    for row in range(lines.first, lines.last + 1):
        one = lines.people.get(row)
        blank: list[Cell] = [None] * len(used)
        if one:
            rows[row] = [_value(one, meaning, vocabulary) or None for meaning in used]
        elif _is_beside_list(lines, row) and not told_numbers(texts[row]):
            rows[row] = []
        elif texts[row]:
            rows[row] = [*blank[:name], without_pictures(texts[row]), *blank[name + 1 :]]
    pasted = dict(enumerate(used))
    return replace(grid, rows=rows, gathered=range(lines.first, lines.last + 1), pasted=pasted)


def pasted_list_tables(grid: Grid) -> list[Table]:
    """Returns a table for each list of lines that were divided into columns, none if the sheet holds none."""
    tables: list[Table] = []
    columns, before = range(len(grid.pasted)), 0
    parts = grid.parts or (grid.gathered,)
    for rows, below in zip(parts, [*parts[1:], None], strict=True) if columns else ():
        end = below.start if below else None
        above, meanings = list(range(before, rows.start)), dict(grid.pasted)
        tables.append(Table(grid, [], list(rows), columns, above, meanings, next_header=end))
        before = rows.stop
    return tables


def _single_column(grid: Grid) -> list[str] | None:
    """Returns the text of each row if all are in one column, or in one with a column of numbers before it, or if most
    rows begin with a bullet, perhaps with a remark in the cells beside it; else None."""
    if not 0 < len(grid.rows) <= FIRST_HEADER or grid.turned or grid.gathered:
        return None
    filled = [[(at, value) for at, value in enumerate(cells) if text_of(value)] for cells in grid.rows]
    bulleted = sum(has_bullet(text_of(cells[0][1])) for cells in filled if cells)
    if bulleted >= max(_FEWEST_BULLETS, _MOSTLY * sum(map(bool, filled))):
        return [" – ".join(text_of(value) for _at, value in cells) for cells in filled]
    if any(len(cells) > 1 for cells in filled):
        return None
    places = {at for cells in filled for at, _value in cells}
    if len(places) != 1 or not any(filled):
        return None
    return [text_of(cells[0][1]) if cells else "" for cells in filled]


def _people_in(texts: list[str], vocabulary: Vocabulary) -> _Lines | None:
    """Returns the lines of a sheet that are about people, None if they are few among others."""
    lines = _Lines(texts, {row: one for row, text in enumerate(texts) if (one := person_in_line(text, vocabulary))})
    if not lines.numbered:
        loose = {row: one for row, text in enumerate(texts) if (one := person_in_line(text, vocabulary, loose=True))}
        counted = _Lines(texts, loose)
        lines = counted if counted.numbered else lines
    if _has_bullets(lines):
        full = _counted_names(lines)
        lines.people = {
            row: one for row, one in lines.people.items() if has_bullet(texts[row]) or one.marks or row in full
        }
    if 2 * sum(has_label(texts[row]) for row in lines.people) > len(lines.people):
        lines.people = {row: one for row, one in lines.people.items() if has_label(texts[row]) or one.marks}
    called = {row: one for row, one in lines.people.items() if one.called is not None}
    if len({one.called for one in called.values()}) > 1 and 2 * len(called) >= len(lines.people):
        lines.people = called  # a roll call: the other lines are the minutes around it
    led = {row: one for row, one in lines.people.items() if begins_with_mark(texts[row])}
    if len(led) >= max(_FEWEST_PEOPLE, _MOSTLY * len(lines.people)):
        lines.people = led
    numbered = lines.numbered
    edges = [
        row for row, one in lines.people.items()
        if _may_begin(one, vocabulary, numbered=numbered) and not (_stands_alone(texts, row) and not is_clear(one))
    ]  # fmt: skip
    if not edges:
        return None
    lines.first, lines.last = _whole_block(lines, edges[0], edges[-1], vocabulary)
    lines.first = _first_heading(texts, lines.first, vocabulary)
    within = range(lines.first, lines.last + 1)
    lines.people = {row: one for row, one in lines.people.items() if row in within}
    if numbered:
        lines.people = {row: one for row, one in lines.people.items() if _is_numbered_or_beside(lines, row, one)}
    told = [row for row in within if texts[row] and not heads_people(texts[row], vocabulary)]
    names, part = set[tuple[int, str]](), 0  # the same people may stand under several days
    for row in within:
        part += bool(texts[row]) and row not in lines.people
        names |= {(part, normal(lines.people[row].name))} if row in lines.people else set()
    lines.named = sum(1 + one.name.count(";") for one in lines.people.values())
    different = len(names) >= _MOSTLY_DIFFERENT * len(lines.people)
    return lines if different and len(lines.people) >= _MOSTLY * len(told) else None


def _has_bullets(lines: _Lines) -> bool:
    """Whether the people of a sheet are the lines with a bullet: most lines, or a block of them among sentences."""
    led = [row for row, text in enumerate(lines.texts) if has_bullet(text)]
    if len(led) >= _MOSTLY * sum(map(bool, lines.texts)):
        return True
    beside = sum(b - a == 1 for a, b in pairwise(led))
    people = sum(row in lines.people for row in led)
    return len(led) >= _FEWEST_BULLETS and beside >= _MOSTLY * (len(led) - 1) and people >= _MOSTLY * len(led)


def _counted_names(lines: _Lines) -> set[int]:
    """Returns the lines that count full names from 1 on: a second list, written in another way."""
    led = {row: one for row, one in lines.people.items() if one.number is not None}
    full = sum(len(one.name.split()) > 1 for one in led.values()) >= _MOSTLY * len(led)
    from_one = [one.number for one in led.values()] == list(range(1, len(led) + 1))
    return set(led) if len(led) >= _FEWEST_PEOPLE and full and from_one else set()


def _is_numbered_or_beside(lines: _Lines, row: int, one: PastedLine) -> bool:
    """Whether a line of a numbered list has a number, or names a person right beside one that has."""
    beside = (lines.people.get(at) for at in (row - 1, row + 1))
    near = any(other is not None and other.number is not None for other in beside)
    return one.number is not None or bool(one.marks) or (near and is_clear(one))


def _whole_block(lines: _Lines, first: int, last: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Returns the first and the last row of a list: with the lines right beside them that go on in unknown words, if a
    heading of those present stands right above them all."""
    begin = next(row for row in range(first, -1, -1) if row - 1 not in lines.people)
    above = next((text for text in reversed(lines.texts[:begin]) if text), "")
    if not (heads_people(above, vocabulary) and is_about_those_present(above)):
        return _with_like(lines, first, -1), _with_like(lines, last, 1)
    return begin, next(row for row in range(last, len(lines.texts)) if row + 1 not in lines.people)


def _with_like(lines: _Lines, row: int, step: int) -> int:
    """Returns the row of the last line from a row on that goes on in unknown words as other lines of the list do,
    behind a bullet or a full name."""
    remarked = any(one.remark for one in lines.people.values() if one.name and len(one.name.split()) > 1)
    while (one := lines.people.get(row + step)) and not ends_sentence(lines.texts[row + step]):
        led = has_bullet(lines.texts[row]) and has_bullet(lines.texts[row + step])
        full = len(one.name.split()) > 1 and all(map(begins_with_capital, one.name.split()))
        if not (led or (full and remarked and one.remark[:1].islower())):
            break
        row += step
    return row


def _is_beside_list(lines: _Lines, row: int) -> bool:
    """Whether a line inside a list is a sentence that stands apart from its people, or between lines that all have a
    number or a bullet."""
    led = lines.numbered or _has_bullets(lines)
    return ends_sentence(lines.texts[row]) and (led or not {row - 1, row + 1} & set(lines.people))


def _may_begin(one: PastedLine, vocabulary: Vocabulary, *, numbered: bool) -> bool:
    """Whether a line may be the first or the last of a list: between people, also one that goes on in other words."""
    if numbered:
        return one.number is not None or bool(one.marks)
    return is_clear(one) or not one.remark or is_known_remark(one.remark, vocabulary)


def _first_heading(texts: Sequence[str], first: int, vocabulary: Vocabulary) -> int:
    """Returns the row of the heading right above the first person if it says where the people below belong or that
    they were absent, else the row of that person."""
    above = next((row for row in range(first - 1, -1, -1) if texts[row]), first)
    text = without_pictures(texts[above])
    heads = any(community_in_heading(text, vocabulary)) or normal(text) in values("absent")
    return above if above != first and heads and number_of_line(texts[above])[0] is None else first


def _stands_alone(texts: Sequence[str], row: int) -> bool:
    """Whether empty rows stand above and below a line: a title, or thanks at the end."""
    return not (row and texts[row - 1]) and not (row + 1 < len(texts) and texts[row + 1])


def _is_list_of_people(lines: _Lines, vocabulary: Vocabulary) -> bool:
    """Whether lines that may be names are people: marks, remarks, headings or words around them say so."""
    people = list(lines.people.values())
    if lines.named < _FEWEST_PEOPLE:
        return False
    unknown = sum(bool(one.remark) and not is_known_remark(one.remark, vocabulary) for one in people)
    full = sum(len(one.name.split()) > 1 for one in people) >= _MOSTLY * len(people)
    above = lines.texts[: lines.first]
    headed = bool(_header_above(lines)) or any(map(is_about_those_present, above)) or says_of_attendance(above)
    led = lines.numbered or sum(bool(one.marks) for one in people) >= _NEARLY_ALL * len(people)
    marked = full and led and _are_capitalised(people)
    if unknown > _MOST_UNKNOWN * len(people) and not marked and not (full and headed and lines.numbered):
        return False
    told = any(one.marks or one.flag or one.phone or one.email or says_stayed_away(one.remark) for one in people)
    said = [*lines.texts[: lines.last], *(one.remark for one in people)]
    divided = any(is_of_community(text, vocabulary) for text in said)
    if told or headed or divided:
        return True
    if full and any(map(adds_unnamed, lines.texts)):
        return True
    plain = bool(unknown) or sum(len(one.name.split()) > 1 for one in people) >= _NEARLY_ALL * len(people)
    return full and (lines.numbered or (plain and len(people) >= _FEWEST_PLAIN))


def _are_capitalised(people: Sequence[PastedLine]) -> bool:
    """Whether the first and the last word of nearly all names begin with a capital: tasks ("✅ Raum gebucht (Eva)") do
    not."""
    names = [one.name.split() for one in people]
    return sum(words[0][0].isupper() and words[-1][0].isupper() for words in names) >= _NEARLY_ALL * len(names)


def _header_above(lines: _Lines) -> str:
    """Returns the line right above the people if it is a header of names: a short one finds the table."""
    above = next((text for text in reversed(lines.texts[: lines.first]) if text), "")
    return above if meaning_of(above) in PERSONAL else ""


def _value(one: PastedLine, meaning: str, vocabulary: Vocabulary) -> Cell:
    """Returns what a line says in a column of the divided list."""
    community, notes = community_in_remark(one.remark, vocabulary)
    along = accompanying_count(whole := f"{one.name} {one.remark}") > 0 and is_person(whole)
    told: Mapping[str, Cell] = {
        "number": one.number,
        "name": whole if along else one.name,
        "present": one.mark,
        "notes": "" if along else notes,
        "community": one.flag or community,
        "phone": one.phone,
        "email": one.email,
    }
    return told[meaning]
