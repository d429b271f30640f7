"""What remarks say of somebody's absence, surely or perhaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.columns.scoring.attendance import is_of_money
from liaison_metrics.sheets.columns.session_marks import read_legend
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.sections.section_words import section_reason
from liaison_metrics.sheets.rows.marking.told_there import tells_whether_there
from liaison_metrics.sheets.rows.thresholds import MOST_AWAY, MOST_REMARKS
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import mark_key
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import header_starts, normal, tools, values
from liaison_metrics.sheets.words.names import is_full_name, is_person, real_name, text_beside_name
from liaison_metrics.sheets.words.phrases.absence import first_clause, tells_absence
from liaison_metrics.sheets.words.phrases.found import phrases_in
from liaison_metrics.sheets.words.phrases.others import are_unnamed
from liaison_metrics.sheets.words.phrases.remarks.marked_people import tells_what_is_missing, tells_who_is_marked
from liaison_metrics.sheets.words.phrases.remarks.staying_away import says_away
from liaison_metrics.sheets.words.phrases.titles.asked import asks_about_earlier_visits, may_ask_if_came
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by
from liaison_metrics.sheets.words.presence import calls_off_for_reason, says_absent, says_present, tells_reason

_LONGEST_MARK = 4
"""Single letters and signs among remarks are no marks."""

_LONGEST_LETTERS = 3
"""Shorter words behind a name ("no") may answer anything."""

_TIME_OF_DAY = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")

_OTHER_TIMES = frozenset({"registered", "notes"})
"""Meanings of columns whose times are of something else than coming."""

_UNSAID = ("", "unused")
"""Meanings of columns that may hold ticks and words, whatever these are about."""

_OF_PARTIES = (*_UNSAID, "people", "companions", "total")
"""Meanings of columns whose numbers may say with how many people somebody came."""

_NEARLY_ALL = 0.9
"""Share of the people who have ticks or words: who has neither may not have come."""

_PAIR = 2

_LONGEST_SIGN = 3
"""A longer text in the place of a mark says more than that somebody is marked."""

_MOST_TEXTS = 10
"""A column of one mark may hold so many texts, with the lines above and below the people."""

_TOP_LINES = 8
"""What stands within so many rows of the top of a sheet, or below a list, may be about the list."""

_OF_TALKS = frozenset({"interview", "focus_group"})
"""Activities at which somebody may record what people say."""

_OF_OTHER_THINGS = frozenset(NAMES) | {
    "email", "phone", "present", "signature", "joined", "notes", "role", "organisation", "people", "total",
}  # fmt: skip
"""Meanings of columns that say themselves who came, that are read for it elsewhere, or in which a word for absence may
be a name ("Hospital")."""

REMARKED = ("notes", "", "unused", "consent")
"""Meanings of columns in which people note things in their own words."""


def tells_who_stayed_away(table: Table, column: Column) -> bool:
    """Returns whether a column that is about something else says of a few people, in place of that, that they didn't
    come ("shelf", "box", "did not come")."""
    if column.meaning in _OF_OTHER_THINGS or column.date is not None or not 0 < column.distinct <= MOST_REMARKS:
        return False
    if may_ask_if_came(column.header) or asks_about_earlier_visits(column.header):
        return False  # the answers may be about another event
    found = table.different_cells(column.at)
    away = sum(times for value, times in found.items() if says_stayed_away(text_of(value), column))
    return 0 < away <= MOST_AWAY * len(table.rows)


def says_stayed_away(text: str, column: Column) -> bool:
    """Returns whether a cell of such a column says nothing but that the person was absent. Where columns are of papers
    or payments, these may be missing; where they say something of a person, a reason alone says that, too."""
    if may_lack_something(text, column):
        return False
    if column.meaning in REMARKED:
        return noted_absence(text, ()) is True
    away = tells_absence(text) or (normal(text) in values("absent") and len(text) > _LONGEST_MARK)
    return away and not tells_reason(text)


def may_lack_something(text: str, column: Column) -> bool:
    """Returns whether a word may say that a paper or a payment is missing, as the header is about these, or that
    something is still open."""
    if column.meaning in _UNSAID and column.header and normal(text) in tools("still_open"):
        return True  # "Library card: pending"
    if column.meaning == "notes" or normal(text) not in tools("lacking"):
        return False
    return column.meaning == "consent" or header_starts(column.header, "other_marks") or is_of_money(column.header)


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


def columns_of_reasons(table: Table, columns: Sequence[Column], remarks: Sequence[Column]) -> set[int]:
    """Returns the places of columns of remarks that only say who stayed away, or why. Beside numbers that may say with
    how many people somebody came, remarks may also be of these ("with a baby")."""
    if any(column.is_numeric and column.meaning in _OF_PARTIES for column in columns):
        return set()
    noted = (column for column in remarks if column.meaning in REMARKED)
    return {column.at for column in noted if tells_reasons_alone(counted_texts(table, column))}


def tells_reasons_alone(texts: Mapping[str, int], *, in_place: bool = False) -> bool:
    """Returns whether remarks, with how many people have each, only say that these stayed away, most of them in so many
    words: then the others, which only say why ("på arbejde"), are of people who stayed away, too. Where they stand
    *in place* of others' marks, it is enough that one is clear."""
    sure = sum(times for text, times in texts.items() if noted_absence(text, ()))
    away = all(noted_absence(text, ()) or _tells_why(text) for text in texts)
    return away and len(texts) > 1 and (2 * sure >= sum(texts.values()) or (in_place and sure > 0))


def words_in_place_of_marks(table: Table, column: Column) -> frozenset[str]:
    """Returns the words of a column in which most people have a time of day, or nearly all a tick or words, if all
    these words say that somebody never came, or why, whatever its header."""
    texts = counted_texts(table, column) if column.meaning not in _OTHER_TIMES else {}
    times = {text for text in texts if _TIME_OF_DAY.search(text)}
    ticks = {text for text in texts if len(text) == 1 and says_present(text)} if column.meaning in _UNSAID else set()
    others = {text: n for text, n in texts.items() if text not in (times or ticks)}
    marked = sum(texts.values()) - sum(others.values())
    if not others or marked <= sum(others.values()):  # nearly all columns: fast
        return frozenset()
    if not times and sum(texts.values()) < _NEARLY_ALL * len(table.rows):
        return frozenset()
    away = all(tells_absence(text) or says_stayed_away(text, column) for text in others)
    told = (away or tells_reasons_alone(others, in_place=True)) and not any(map(tells_absence, times))
    return frozenset(others if told else ())


def _tells_why(text: str) -> bool:
    told = tells_reason(text) or tells_whether_there(text) is False
    return told and text[:1].islower() == text[:1].isalpha()


def excused_beside_names(texts: Mapping[str, int]) -> frozenset[str]:
    """Returns the cells of names that say behind the name that somebody was absent, or why others are."""
    excused = frozenset(filter(is_excused_beside_name, texts))
    asides = {text: _aside(text) for text in texts}
    others = {text: aside for text, aside in asides.items() if aside and text not in excused}
    away = len(others) <= len(excused) and all(map(_tells_why, others.values()))
    return excused | frozenset(others if away else ())


def _aside(text: str) -> str:
    """Returns what stands behind a name in brackets, after a dash, or in small letters after a comma."""
    name, _comma, behind = text.rpartition(",")
    behind = behind.strip() if name and behind.strip()[:1].islower() else ""
    return text_beside_name(text) or behind


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


def marks_explained(table: Table, columns: Sequence[Column]) -> tuple[Column, bool] | None:
    """Returns the only column in which some people have one and the same mark and the others have nothing, with whether
    the marked were there, if the sheet says which of them are marked: in a legend, or in a line ("only the absent are
    ticked"). Nothing else uses it, or it is headed by a word for presence."""
    found = [column for column in columns if _marks_some(table, column)]
    if found and any(map(tells_what_is_missing, _lines_around(table))):
        return None
    legend = read_legend(table)
    told = [(c, legend[key]) for c in found if (key := mark_key(_marks(table, c)[0])) in legend]
    if told or len(found) != 1:
        return told[0] if len(told) == 1 else None
    said = {answer for line in _lines_around(table) if (answer := tells_who_is_marked(line)) is not None}
    return (found[0], said.pop()) if len(said) == 1 else None


def _marks_some(table: Table, column: Column) -> bool:
    if column.meaning not in ("", "unused", "present") or column.date is not None or not column.filled:
        return False
    said = {mark_key(text) for value in table.different_cells(column.at) if (text := text_of(value))}
    if len(said) > _MOST_TEXTS or header_starts(column.header, "other_marks"):
        return False  # nearly all columns: fast
    marks = _marks(table, column)
    longest = 1 if column.meaning == "present" else _LONGEST_SIGN  # "yes" says itself what it means
    only = len({mark_key(text) for text in marks}) == 1 and len(marks[0]) <= longest
    people = sum(len(table.own_cells(row)) > 1 for row in table.rows)
    return only and len(marks) < people


def _marks(table: Table, column: Column) -> list[str]:
    """Returns what rows of more than one cell have in a column."""
    rows = [table.grid.rows[row] for row in table.rows if len(table.own_cells(row)) > 1]
    return [text for cells in rows if (text := column.text(cells))]


def _lines_around(table: Table) -> Iterator[str]:
    """Yields the lines of one cell at the top of the sheet, above the table, in it and under it."""
    last = max(table.rows, default=0)
    near = {*range(_TOP_LINES), *table.context_rows, *table.rows, *range(last + 1, last + 1 + _TOP_LINES)}
    for row in sorted(near):
        texts = [text for value in table.grid.rows[row : row + 1] for cell in value if (text := text_of(cell))]
        if len(texts) == 1:
            yield texts[0]
