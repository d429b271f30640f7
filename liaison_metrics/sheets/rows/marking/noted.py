"""What remarks say of somebody's absence, surely or perhaps."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.names import is_full_name, is_person, real_name, text_beside_name
from liaison_metrics.sheets.words.phrases.absence import first_clause, tells_absence
from liaison_metrics.sheets.words.phrases.found import phrases_in
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.phrases.remarks.staying_away import says_away
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by
from liaison_metrics.sheets.words.presence import calls_off_for_reason, says_absent

_LONGEST_MARK = 4
"""Single letters and signs among remarks are no marks."""

_LONGEST_LETTERS = 3
"""Shorter words behind a name ("no") may answer anything."""

_PAIR = 2

_OF_TALKS = frozenset({"interview", "focus_group"})
"""Activities at which somebody may record what people say."""


def says_recorded(text: str, activity: str | None) -> bool:
    """Returns whether a text beside somebody who was interviewed says that the talk was recorded, or was not,
    perhaps in a word that elsewhere says that people registered ("registrata")."""
    said = activity in _OF_TALKS and any(word in tools("was_recorded") for word in normal(text).split())
    return said and not any(map(tells_absence, text.split(",")[1:]))


def noted_absence(text: str, cells: Sequence[Cell]) -> bool | None:
    """Returns whether a remark in a row of *cells* says that the person was absent, and nothing else; None if it may:
    it may be the dinner that was cancelled, and a day beside "moved" may be the old one or the new, unless both are
    there."""
    if tells_absence(text) or calls_off_for_reason(text):
        return True
    form = normal(text)
    if form in tools("moved"):
        return False if sum(read_date(value) is not None for value in cells) > 1 else None
    if len(text) <= _LONGEST_MARK or form in values("absent"):
        return len(text) > _LONGEST_MARK
    if says_away(text):
        return True
    words = f" {normal(first_clause(text))} "
    phrase = next(iter(phrases_in(words, tools("stayed_away"))), "")
    rest = words.replace(f" {phrase} ", " ").split()
    alone = all(word.isdigit() or word in tools("around_remark") for word in rest)
    return (True if alone else None) if phrase else False


def rows_there(table: Table, columns: Sequence[Column]) -> frozenset[int]:
    """Returns the rows of which a column counts how many came, if it does: its numbers are never above those of another
    column (the tickets that were bought), mostly the same, and none where nobody came. What a remark beside such a
    number says of one of them ("one ill") is of nobody else."""
    people = next((column for column in columns if column.meaning == "people"), None)
    came = _numbers_in(table, people) if people else {}
    if 0 not in came.values() or max(came.values()) < _PAIR:
        return frozenset()
    booked = (_numbers_in(table, column) for column in columns if column is not people and column.is_numeric)
    pairs = ([(numbers.get(row, 0), number) for row, number in came.items()] for numbers in booked)
    within = any(
        all(bought >= number for bought, number in pair) and 2 * sum(a == b for a, b in pair) >= len(pair)
        for pair in pairs
    )
    counted = within or told_by(people.header) is Told.CAME if people else False
    return frozenset(row for row, number in came.items() if number) if counted else frozenset()


def _numbers_in(table: Table, column: Column) -> dict[int, int]:
    numbers = zip(table.rows, map(number_of, table.cells(column.at)), strict=True)
    return {row: number for row, number in numbers if number is not None}


def is_excused_beside_name(text: str) -> bool:
    """Returns whether a cell says behind a name that the person was absent ("Anna Berg (cancelled)")."""
    if text.replace(" ", "").isalpha():
        return False
    name, aside = real_name(text) or "", text_beside_name(text)
    if aside and tells_absence(aside) and "-" not in text:
        return is_person(name) and section_reason(name) is None
    if not aside:
        name, _comma, aside = text.rpartition(",")
    away = tells_absence(aside.strip()) or (says_absent(aside.strip()) and len(aside.strip()) > _LONGEST_LETTERS)
    if not away or not is_full_name(name) or text.endswith(":"):
        return False
    return not are_unnamed(aside) and section_reason(name) is None  # "a lady, did not give her name", "No shows (ill)"
