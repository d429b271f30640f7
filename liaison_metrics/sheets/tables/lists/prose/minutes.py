"""Minutes: people stand in lines under or beside a word that says whether they were there ("Present:", "Apologies:",
"Minutes taken by:"), perhaps in several blocks, one for each meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.lines_of_people import community_in_remark, with_community_aside
from liaison_metrics.sheets.tables.lists.names_in_lines import (
    closes_letter,
    is_written_as_name,
    mend_broken_names,
)
from liaison_metrics.sheets.tables.lists.prose.headings import (
    SURE,
    end_of_title,
    heading_in,
    label_in,
    titles_event,
)
from liaison_metrics.sheets.tables.lists.prose.labels import IN_BRACKETS, LONGEST_WORD, Kind, ends_as_label, kind_of
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import (
    BETWEEN,
    FEWEST_PEOPLE,
    LEAD,
    has_headers,
    is_led,
    led_name,
    people_in,
    plain_name,
    plain_names,
    stands_for_one,
    unnamed_in_line,
)
from liaison_metrics.sheets.tables.table import cell_text
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import PERSONAL, is_header_word, is_of_companions, meaning_of
from liaison_metrics.sheets.words.lists import normal, values
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.numbers import may_state_number
from liaison_metrics.sheets.words.phrases.pasted_lines import has_bullet, says_stayed_away
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.phrases.titles.agenda import heads_agenda, is_agenda_point
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_FEWEST_LINES = 2
_MOST_CELLS = 4
"""A line names a person, whom the person represents, and perhaps says something of both."""

_NOBODY = "…"
"""Stands for a line that is about no person."""

_COLUMNS = ("name", "organisation", "community", "present", "role")
"""Meanings of the columns into which the lines are divided; those that no line needs are left out."""


@dataclass(slots=True)
class _Line:
    """A person's line: the names in it, whom they represent, what the label says of them and their community."""

    row: int
    names: str
    represents: str
    kind: Kind
    label: str
    community: str = ""

    def said(self, meaning: str) -> str:
        """Returns what the line says in a column of the divided list."""
        role = {"staff": "staff", "other": self.label.rstrip(":： ")}.get(self.kind, "")
        presence = "absent" if self.kind == "absent" else "present"
        told = {"name": self.names, "organisation": self.represents, "community": self.community, "role": role}
        return told.get(meaning, presence)


def gather_minutes(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Returns a sheet with the people of minutes in rows of their own: name, whom they represent, and whether they were
    there; the same sheet if it holds no minutes, or a table with headers."""
    if not 0 < len(grid.rows) <= _MOST_ROWS or _has_remarks(grid) or has_headers(grid):
        return grid
    given, grid = grid, _with_one_person_a_row(grid)
    if any(_is_of_a_table(cells, below) for cells, below in zip(grid.rows, [*grid.rows[1:], ()], strict=True)):
        return given
    blocks = [block for block in _blocks(grid, vocabulary) if any(line.kind == "present" for line in block)]
    lines = [line for block in blocks for line in block]
    there = [line for line in lines if line.kind == "present"]
    if len(there) < (1 if any(line.kind in ("staff", "other") for line in lines) else _FEWEST_LINES):
        return given
    if sum(1 + line.names.count(BETWEEN) for line in lines) < FEWEST_PEOPLE:
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
    gathered = range(parts[0].start, parts[-1].stop)
    return replace(grid, rows=rows, gathered=gathered, pasted=dict(enumerate(used)), parts=parts)


def _strange_lines(grid: Grid, part: range, block: Sequence[_Line]) -> Iterator[_Line]:
    """Yields the lines of a part with a bullet or a number in which nobody is recognised, as people like those above:
    who reads the rows says what is wrong with them."""
    said = {line.row: line for line in block}
    above: _Line | None = None
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


def _adds_people(cells: Sequence[Cell]) -> bool:
    """Whether a line states people in addition to those it stands among ("plus 3 people without a name"), or tells of
    them or of all in a sentence."""
    text = " ".join(text for value in cells if (text := text_of(value)))
    told = () if LEAD.match(text) else told_numbers(text)
    return any(one.is_additional and one.explicit for one in statements_among(cells)) or any(
        one.kind != "part" for one in told
    )


def _is_of_a_table(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a row has more cells than a line of minutes, or headers of people. A word for presence beside a person is
    a mark, unless the next person stands *below*, beside nothing."""
    texts = [text for value in cells if (text := text_of(value))]
    heads = sum(map(is_header_word, texts)) > 1 and any(meaning_of(text) in PERSONAL for text in texts)
    indented = len(below) > 1 and not text_of(below[0]) and bool(text_of(below[1]))
    present = len(texts) > 1 and not ends_as_label(texts[0]) and kind_of(texts[0]) in ("present", "absent")
    present = present and not indented
    return len(texts) > _MOST_CELLS or heads or (present and not all(is_of_companions(normal(t)) for t in texts[1:]))


def _blocks(grid: Grid, vocabulary: Vocabulary) -> Iterator[list[_Line]]:
    """Yields the lines of people of each meeting: a word for those present begins another meeting's, unless no other
    text stands between."""
    texts = ([text for value in cells if (text := text_of(value))] for cells in grid.rows)
    lines = mend_broken_names([[with_community_aside(text, vocabulary) for text in told] for told in texts])
    rows = list(_without_agenda(lines))
    one_each = sum(map(stands_for_one, grid.rows)) > 1
    block: list[_Line] = []
    kind: Kind | None = None
    label, community, between = "", "", False
    group, divided, plain_end, headed = "", False, 0, -1
    title_end = end_of_title(rows)
    for row, told in enumerate(rows):
        if not told:
            kind = None if block and block[-1].row == row - 1 else kind
            continue
        if told == [""] or (not block and kind not in SURE and titles_event(told, vocabulary)):
            continue
        if closes_letter(told[0]):
            kind, between = None, bool(block)
            continue
        heads = len(told) == 1 and _heads_community(told[0], vocabulary)
        found = (told[0], ()) if heads else label_in(told)
        unnamed = kind == "present" and not community and (not block or block[-1].label != label)
        if found and not heads and (divided or unnamed) and _heads_group(found, rows[row + 1 : row + 2]):
            divided, kind, group = True, "present", found[0].rstrip(":： ")
            community = _community_of(group, vocabulary)
            continue
        if found and not block and not ends_as_label(found[0]) and kind_of(found[0]) == "staff" and not found[1]:
            found = None  # the title "Minutes"
        if not found and kind is None:
            found = heading_in(told, rows[row + 1 : row + 2], vocabulary, titled=row < title_end)
        people = None if found else people_in(told, one_each=one_each)
        follows = bool(block) and block[-1].row == row - 1
        if not (found or people) and kind and (follows or (kind in SURE and not any(rows[headed + 1 : row]))):
            people = led_name(told, loose=kind in SURE)
        if not (found or people) and kind and row < plain_end:
            people = plain_name(told)
        if not (found or people) and kind == "present":
            people = unnamed_in_line(told)
        if found:
            group, divided, headed = "", divided and heads, row
            label, beside = found
            community = label if _heads_community(label.rstrip(":： "), vocabulary) else ""
            plain_end = row + 1 + plain_names(rows[row + 1 :])
            kind = "present" if community else kind_of(label) or (None if ends_as_label(label) else "other")
            heads_only = all(is_of_companions(normal(text)) for text in beside)
            people = None if heads_only else people_in(beside, one_each=one_each)
            if (beside and people is None and ends_as_label(label)) or any(map(is_header_word, beside)):
                kind = None
        if kind == "present" and found and not community and between and block:
            yield block
            block = []
        between = (between or kind is None or not (found or people)) and bool(block)
        if kind and people:
            names, represents = people[0], people[1] or group
            own, rest = community_in_remark(represents, vocabulary)
            said = _kind_aside(represents) if kind == "present" else None
            block.append(_Line(row, names, "" if said else rest, said or kind, label, own or community))
        elif not found and not (kind in SURE and _goes_on(told, rows[row + 1 : row + 2])):
            kind, between = None, bool(block)
    if block:
        yield block


def _without_agenda(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yields the lines with a sign in place of those of an agenda: its numbered points, and all below its heading, up
    to the next word for those who were there or were not."""
    within = False
    for told in rows:
        found = label_in(told) if told and told[0] else None
        within = (within and not (found and kind_of(found[0]) not in (None, "other"))) or (
            bool(told) and heads_agenda(told[0])
        )
        yield [_NOBODY] if told and (within or is_agenda_point(told[0])) else told


def _kind_aside(represents: str) -> Kind | None:
    """Returns what stands behind a name among those present if it says that the person stayed away or is of the team
    ("could not come", "Compass (facilitator)")."""
    aside = IN_BRACKETS.search(represents)
    role = aside[1] if aside else represents if represents[:1].islower() else ""  # "Interpreters" may be a club
    return "staff" if normal(role) in values("staff") else "absent" if says_stayed_away(represents) else None


def _is_community(text: str, vocabulary: Vocabulary) -> bool:
    return bool(text) and bool(vocabulary.exact(VocabularyKind.COMMUNITY, text) or vocabulary.country(text))


def _heads_community(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label names a community: "missing" is also who was absent."""
    return _is_community(text, vocabulary) and kind_of(text) != "absent"


def _community_of(label: str, vocabulary: Vocabulary) -> str:
    """Returns the words of a label that name a community ("From the Senegalese community"), "" if none do."""
    words = label.split()
    return next((word for word in words if len(word) > LONGEST_WORD and _is_community(word, vocabulary)), "")


def _heads_group(found: tuple[str, Sequence[str]], below: Sequence[Sequence[str]]) -> bool:
    """Whether a label heads a part of those present: nobody knows its words, and a person stands right below it."""
    label, beside = found
    led = bool(below) and len(below[0]) == 1 and LEAD.match(below[0][0]) is not None
    named = led and bool(people_in(below[0], one_each=True) or led_name(below[0]))
    return named and not beside and ends_as_label(label) and kind_of(label) in ("other", None)


def _goes_on(told: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a line with a bullet or a number stands above one that leads a person: the list goes on below it."""
    return bool(below) and is_led(told) and is_led(below[0]) and people_in(below[0], one_each=True) is not None
