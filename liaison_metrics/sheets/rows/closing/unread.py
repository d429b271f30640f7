"""Rows that look like those that count, and from which nothing was read: below a line that ended the table, say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from statistics import median_low

from liaison_metrics.errors import Place
from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import REASONS, Ledger, SheetLedger
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.remarks import ReaderRemarks
from liaison_metrics.sheets.rows.likeness import kind_of_cell
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.rows.thresholds import ALIKE_SHARE, AS_FULL_SHARE, FEWEST_CELLS, MOST_UNREAD_ROWS, SAMPLE
from liaison_metrics.sheets.tables.lists.counts.labelled_counts import count_line
from liaison_metrics.sheets.tables.lists.prose.labels import kind_of
from liaison_metrics.sheets.words.cells import money_of, number_of, text_of
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.names import is_placeholder
from liaison_metrics.sheets.words.people import additional_code, statements_of
from liaison_metrics.sheets.words.phrases.absence import says_called_off, says_who_does_not_count
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.prose.expected import counts_nobody_there
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team
from liaison_metrics.sheets.words.presence import names_people, says_absent, says_present

_COUNTED = frozenset((Fate.PERSON, Fate.HEADS, Fate.ABSENT, Fate.STAFF))
_UNREAD = frozenset((Reason.EVENT_HEADING, Reason.NOT_UNDERSTOOD, Reason.TEXT_ABOVE, Reason.TEXT_BELOW))
"""What such a row is taken for by its place or by a date in it. Other notes are of rows that were looked at one by
one."""

_LABEL_AND_TEXT, _WITH_NUMBER = 2, 3
"""A line has a label and what it labels, perhaps behind the number of the line ("4 | Place | Graz")."""

_FEWEST_PARTS, _SMALLEST_SUM = 2, 6
"""Fewer parts, or a smaller sum, fit a number of something else by chance."""

_ITEM = re.compile(r"(?:[^\W\d_]{1,12}\.?\s*)?(\d{1,2})(?:\.0)?[.):]?")
"""The number of an item of an agenda, perhaps behind a word ("TOP 2", "3.")."""


def ask_about_unread_rows(grids: Sequence[Grid], ledger: Ledger, remarks: ReaderRemarks) -> Ledger:
    """Asks about rows that look like those that count and were not read, once a sheet. Returns the ledger with them."""
    asked: dict[str, dict[int, Reason]] = {}
    for grid, sheet in zip(grids, ledger.sheets, strict=True):
        if remarks.vocabulary.answers.code("rows", "", grid.name) is None:
            for row in unread_rows(grid, sheet):
                remarks.ask("rows", "", Place(sheet=grid.name, row=row))
                asked.setdefault(grid.name, {})[row] = Reason.ASKED
    return ledger.with_reasons(asked)


def unread_rows(grid: Grid, ledger: SheetLedger) -> list[int]:
    """Returns the numbers of the rows of a sheet that look like its rows that count and were not read. A row without a
    number where all others have one may be an event that has not taken place yet."""
    unread = [at for at, code in enumerate(ledger.codes) if code and REASONS[code - 1] in _UNREAD][:MOST_UNREAD_ROWS]
    if not unread:
        return []
    fates = [False, *(reason.fate in _COUNTED for reason in REASONS)]
    counted = islice((at for at, code in enumerate(ledger.codes) if fates[code]), SAMPLE)
    like = [grid.rows[at] for at in counted]
    sample = [_kinds(cells) for cells in like]
    if not sample:
        return []
    usual: set[tuple[int, str]] = set().union(*sample)
    numbers = {(at, kind) for at, kind in set.intersection(*sample) if kind == "number"}
    enough = max(FEWEST_CELLS, AS_FULL_SHARE * median_low(map(len, sample)))
    labelled = 2 * sum(":" in _first(cells) for cells in like) > len(like)
    numbered = any(any(map(str.isdigit, _first(cells))) for cells in like)
    items = set() if numbered else _items(grid, unread)
    heads = {at for at, code in enumerate(ledger.codes[1:]) if code and REASONS[code - 1] is Reason.TABLE_HEADER}
    likely = (
        (at + 1, _kinds(grid.rows[at]))
        for at in unread
        if not _counts_no_more(grid.rows[at])
        and at not in items | heads  # a row right above headers is over groups of them
        and not _goes_on_with_details(grid, ledger, at)
        and not all(map(statements_of, filter(None, map(text_of, grid.rows[at]))))
        and not all(map(_heads_people, filter(None, map(text_of, grid.rows[at]))))
        and not _is_of_others(grid.rows[at])
        and not _is_item_of_minutes(grid.rows[at], numbered=numbered)
        and (":" not in _first(grid.rows[at]) or labelled)
    )
    found = [
        row
        for row, kinds in likely
        if len(kinds) >= enough and len(kinds & usual) >= ALIKE_SHARE * len(kinds) and kinds >= numbers
    ]
    others = _other_numbers(grid, ledger, found)
    return [
        row for row in found if row not in others and not any(map(says_called_off, map(text_of, grid.rows[row - 1])))
    ]


def _other_numbers(grid: Grid, ledger: SheetLedger, unread: Sequence[int]) -> set[int]:
    """Returns the unread rows with a label and a number that is about something else, as the sheet states the total of
    those who count ("Volunteers: 6"). Rows that add up to it as well divide the same people once more."""
    parts = {row for row in unread if _divides_counted(grid, ledger, row - 1)}
    numbers = {
        row: number
        for row in unread
        if (number := _labelled_number(grid, row - 1)) is not None and not _may_count_more(grid.rows[row - 1])
    }
    total = _stated_total(grid, ledger) if numbers else 0
    divided = any(sum(part) == total for part in _runs(list(numbers.values())))
    return parts | (set(numbers) if total and not divided else set())


def _may_count_more(cells: Sequence[Cell]) -> bool:
    """Whether a label names people who may have come as well ("Walk-ins", "Second group")."""
    words = [word for value in cells if isinstance(value, str) for word in normal(value).split()]
    group = any(word in evidence("side_by_side") or names_people(word) for word in words)
    return group or any(additional_code(value) for value in cells if isinstance(value, str))


def _divides_counted(grid: Grid, ledger: SheetLedger, at: int) -> bool:
    """Whether a row of labels, each with its number, adds up to a number of the row above that counts ("of whom women
    14 | men 13" below "present 27")."""
    filled = [value for value in grid.rows[at] if text_of(value)]
    numbers = [number_of(value) for value in filled]
    pairs = len(filled) >= 2 * _FEWEST_PARTS and all((n is None) == (place % 2 == 0) for place, n in enumerate(numbers))
    counted = at > 0 and REASONS[ledger.codes[at - 1] - 1].fate is Fate.HEADS
    return pairs and counted and sum(filter(None, numbers)) in set(map(number_of, grid.rows[at - 1]))


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yields all parts of several numbers that follow each other."""
    for start in range(len(numbers)):
        yield from (numbers[start:end] for end in range(start + _FEWEST_PARTS, len(numbers) + 1))


def _stated_total(grid: Grid, ledger: SheetLedger) -> int:
    """Returns the people of the rows that count, if a line with a label states as many; otherwise 0."""
    counted = [at for at, code in enumerate(ledger.codes) if code and REASONS[code - 1].fate is Fate.HEADS]
    numbers = [_labelled_number(grid, at) for at in counted]
    people = sum(filter(None, numbers)) if None not in numbers else 0
    if len(counted) < _FEWEST_PARTS or people < _SMALLEST_SUM:
        return 0
    others = set(range(len(grid.rows))).difference(counted)
    return people if any(_labelled_number(grid, at) == people for at in others) else 0


def _labelled_number(grid: Grid, at: int) -> int | None:
    line = count_line(at, grid.rows[at])
    return line.people if line else None


def _counts_no_more(cells: Sequence[Cell]) -> bool:
    """Whether a label says that its number is of nobody who was there ("Lunches ordered"), or of people of the team who
    do not count."""
    label = _first(cells)
    if len(_filled(cells)) != _LABEL_AND_TEXT or _number(cells) is None or number_of(label) is not None:
        return False
    return counts_nobody_there(label) or (is_of_team(label) and says_who_does_not_count(normal(label)))


def _number(cells: Sequence[Cell]) -> float | None:
    """Returns the number behind a label, None if there is none."""
    return next((money for value in cells[::-1] if text_of(value) and (money := money_of(value)) is not None), None)


def _items(grid: Grid, rows: Sequence[int]) -> set[int]:
    """Returns those of some rows that are numbered one after another ("1", "TOP 2", "Punkt 3"), with the row of their
    headers: an agenda or a list of tasks."""
    found: set[int] = set()
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        number = _ordinal(grid.rows[row])
        follows = above is not None and number is not None and _ordinal(grid.rows[above]) == number - 1
        leads = below is not None and number is not None and _ordinal(grid.rows[below]) == number + 1
        if follows or leads:
            found.add(row)
            if number == 1 and above == row - 1 and _ordinal(grid.rows[above]) is None:
                found.add(above)
    return found


def _ordinal(cells: Sequence[Cell]) -> int | None:
    """Returns the number of an item, perhaps behind a word; None if a row doesn't begin with one. "Guest 2" is none."""
    item = _ITEM.fullmatch(first := _first(cells))
    return int(item[1]) if item and not is_placeholder(first) else None


def _is_item_of_minutes(cells: Sequence[Cell], *, numbered: bool) -> bool:
    """Whether a row only has a label and what it labels, as minutes do: "Minutes:", or the number of an item, where the
    rows that count aren't *numbered*."""
    label = _first(cells)
    item = not numbered and any(map(str.isdigit, label))
    return sum(bool(text_of(value)) for value in cells) == _LABEL_AND_TEXT and (label.endswith(":") or item)


def _goes_on_with_details(grid: Grid, ledger: SheetLedger, row: int) -> bool:
    """Whether a row above a list stands in a block of labels and values that states details of the event: it has one of
    each, perhaps behind its number, in the same columns as a row of the block that does ("City | Athens", "Chair |
    Deputy mayor")."""
    own = _filled(grid.rows[row])
    if len(own) not in (_LABEL_AND_TEXT, _WITH_NUMBER) or REASONS[ledger.codes[row] - 1] is not Reason.TEXT_ABOVE:
        return False
    above = takewhile(lambda at: _filled(grid.rows[at]) == own, range(row - 1, -1, -1))
    below = takewhile(lambda at: _filled(grid.rows[at]) == own, range(row + 1, len(grid.rows)))
    return any((code := ledger.codes[at]) and REASONS[code - 1] is Reason.LABELLED for at in (*above, *below))


def _filled(cells: Sequence[Cell]) -> list[int]:
    return [at for at, value in enumerate(cells) if text_of(value)]


def _heads_people(text: str) -> bool:
    """Whether a text heads people who were there, or who weren't ("Present", "Apologies")."""
    return section_reason(text) is not None or says_present(text) or says_absent(text)


def _is_of_others(cells: Sequence[Cell]) -> bool:
    """Whether a row says itself that whom it names doesn't count: beside the name ("Ms Holm (not a participant)"), or
    by a label for who was absent or wrote the minutes."""
    texts = [text for value in cells if (text := text_of(value))]
    labelled = len(texts) == _LABEL_AND_TEXT and kind_of(f"{texts[0].rstrip(':： ')}:") in ("absent", "staff")
    counts = any(word in values("participant") for word in normal(_first(cells)).split())  # "Participants without team"
    return (labelled and not counts) or any(has_phrase(normal(text), tools("not_counted")) for text in texts)


def _first(cells: Sequence[Cell]) -> str:
    return next((text for value in cells if (text := text_of(value))), "")


def _kinds(cells: Sequence[Cell]) -> set[tuple[int, str]]:
    """Returns the filled columns of a row, each with what its cell looks like."""
    return {(at, kind) for at in range(len(cells)) if (kind := kind_of_cell(cells, at))}
