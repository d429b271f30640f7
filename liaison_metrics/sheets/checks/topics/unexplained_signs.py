"""A check of signs and letters beside names that may say who came, and that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import LONG_LIST, MARKED_SHARE
from liaison_metrics.sheets.model import NotCountedReason, ReadColumn
from liaison_metrics.sheets.tables.text_lines import legend_of, mark_key
from liaison_metrics.sheets.words.cells import is_not_stated
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import header_starts, normal, tools
from liaison_metrics.sheets.words.presence import says_absent, says_present
from liaison_metrics.texts import _

_LONGEST_SIGN, _MOST_SIGNS = 2, 4
"""Signs for who came are short and few: present, absent, late, excused."""

_MOST_CODES = 5
"""More numbers are of something else: a table, a group, an age."""

_OFTEN = 3
"""A sign or letter that says who came stands beside so many people on average."""

_MOST_TIES = 0.8
"""From this share of rows on, numbers are how many marks stand beside them; in the others, somebody counted wrongly."""

_STROKE = frozenset("/\\|")
"""A stroke is a tick to some and strikes out to others: only a clear mark beside it tells."""

_SIZES = frozenset(("s", "m", "l", "xl"))
_FIRST_LETTERS = ("a", "α")
_OF_PRESENCE = ("present", "signature", "session")
_OF_NO_SESSION = frozenset(
    ("name", "given_name", "family_name", "number", "age", "birth_year", "birth_date", "consent")
)
_LONGEST_HEADER = 5
"""A header of more words asks a question about something else."""


def signs_nobody_explains(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks whether the people with a sign or letter were there, if the sheet repeats a few of them beside names and
    nothing says what they mean: no legend, no clear mark such as a tick, no header about something else. Under a header
    of presence, the whole list waits: what a stroke was taken for may be wrong."""
    absent = [row for row, why in table.fates.not_counted.items() if _was_absent(table, row, why)]
    listed = sorted([*table.counted, *absent])
    if not listed or len(listed) > LONG_LIST:
        return
    deciding = [column for column in table.read.columns if _decides(table, column, listed)]
    if strokes := _beside_strokes(table, deciding, listed):
        for sign, rows in strokes.items():
            yield _about(table, sign, rows, len(listed), deciding[0])
    elif not absent and not deciding:
        for column in (one for one in table.read.columns if _may_say_who_came(one, table.values(one))):
            for sign, rows in _unexplained(table, column, known).items():
                yield _about(table, sign, rows, table.people, None)


def codes_nobody_explains(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks whether the people with each of a few codes in numbers were there, if they stand under a header of presence
    or for a status ("St.": 1, 2, 3) and nothing says what they mean. Numbers of people who came are counted, and those
    of sessions are told beside them."""
    if not table.counted or len(table.counted) > LONG_LIST or table.headcounts:
        return
    for column in table.read.columns:
        if column.meaning != "present" and not _heads_states(column.header):
            continue
        if _says_how_often(table, column):
            continue
        found = _rows_by_text(table, column, table.counted)
        numbered = found.keys() == {str(code) for code in range(1, len(found) + 1)}
        fewest = MARKED_SHARE * len(table.counted)
        fewest = fewest if column.meaning == "present" else max(_OFTEN * len(found) - 1, fewest)
        often, told = sum(map(len, found.values())) >= fewest, _explained(table)
        if numbered and 1 < len(found) <= _MOST_CODES and often and told.isdisjoint(map(mark_key, found)):
            for code in sorted(found):
                yield _about(table, code, found[code], table.people, None)


def _says_how_often(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether the numbers of a column say how often people came, which the columns of several sessions tell already, or
    are how many marks stand beside most of them."""
    sessions = sum(one.meaning == "session" for one in table.read.columns)
    if sessions > 1 and column.meaning == "present":
        return True
    others = [one.at for one in table.read.columns if one is not column and one.meaning not in _OF_NO_SESSION]
    said = [table.text(row, column.at) for row in table.counted]
    marked = [str(sum(says_present(table.text(row, at)) for at in others)) for row in table.counted]
    came = [str(table.fates.counted[row]) for row in table.counted]
    return any(
        len(set(often)) > 1 and sum(map(str.__eq__, said, often)) >= _MOST_TIES * len(said) for often in (marked, came)
    )


def _heads_states(header: str) -> bool:
    """Whether a header is a word for a status, perhaps cut short ("St."), or for its code ("Codice stato")."""
    form, states = normal(header), tools("status")
    if header.endswith(".") and len(form) > 1 and any(state.startswith(form) for state in states):
        return True
    words = form.split()
    known = all(word in states or word in tools("status_codes") for word in words)
    return known and any(word.startswith(tuple(states)) for word in words)


def _about(table: CheckedTable, sign: str, rows: Sequence[int], people: int, deciding: ReadColumn | None) -> Doubt:
    text, rows = _("Does “{value}” mean the person was there?").format(value=sign), tuple(dict.fromkeys(rows))
    return Doubt(
        "present", sign, ("present", "absent"), text, people_or(people, people - len(rows)), len(rows), table.sheet,
        rows, column=deciding.header if deciding else "", blocking=deciding is not None,
    )  # fmt: skip


def _was_absent(table: CheckedTable, row: int, why: NotCountedReason) -> bool:
    return row in table.rows and why is NotCountedReason.ABSENT


def _decides(table: CheckedTable, column: ReadColumn, listed: Sequence[int]) -> bool:
    """Whether a column says who came: it holds marks or signatures under a header of presence."""
    if column.meaning not in _OF_PRESENCE:
        return False
    texts = {table.text(row, column.at) for row in listed} - {""}
    signed = column.meaning == "signature" and bool(texts)
    return signed or any(says_present(text) or says_absent(text) for text in texts)


def _rows_by_text(table: CheckedTable, column: ReadColumn, listed: Sequence[int]) -> dict[str, list[int]]:
    """Returns the rows with each text of a column, without words for what is not stated."""
    found: dict[str, list[int]] = {}
    for row in listed:
        text = table.text(row, column.at)
        if text and not (is_not_stated(text) and any(map(str.isalnum, text))):
            found.setdefault(text, []).append(row)
    return found


def _beside_strokes(table: CheckedTable, columns: Sequence[ReadColumn], listed: Sequence[int]) -> dict[str, list[int]]:
    """Returns strokes and the unclear signs beside them in columns that say who came, with their rows, if no clear mark
    stands in any of them."""
    found: dict[str, list[int]] = {}
    for column in columns:
        for text, rows in _rows_by_text(table, column, listed).items():
            if text not in _STROKE and (len(text) > _LONGEST_SIGN or text[1:].isalnum() or _is_clear(text)):
                return {}  # initials, words, ticks
            found.setdefault(text, []).extend(rows)
    often = any(text in _STROKE and len(rows) >= _OFTEN for text, rows in found.items())
    if not often or len(found) > _MOST_SIGNS:
        return {}
    told = _explained(table)
    return {
        text: rows for text, rows in found.items()
        if mark_key(text) not in told and (text in _STROKE or not says_absent(text))
    }  # fmt: skip


def _is_clear(text: str) -> bool:
    """Whether a text is a mark that everybody understands: a tick, a cross, a plus, a number, a word."""
    return (says_present(text) and not _is_letter(text)) or normal(text) == "x" or text.isdecimal()


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and normal(text) != "x"


def _explained(table: CheckedTable) -> frozenset[str]:
    """Returns the signs that lines around the table explain."""
    lines = [*table.lines_above(), *table.lines_below(), *table.lost]
    return frozenset(mark for row in lines for mark in legend_of(table.grid.rows[row - 1]))


def _may_say_who_came(column: ReadColumn, texts: Mapping[str, int]) -> bool:
    """Whether signs in a column that decided nothing may say who came: nobody knows what its header says, or it only
    lists the signs ("L/M/N")."""
    words = set(normal(column.header).split())
    if (
        column.meaning not in ("", "notes")
        or len(words) > _LONGEST_HEADER
        or meaning_of(column.header) not in ("", "notes", *_OF_PRESENCE)
    ):
        return False
    other = any(header_starts(column.header, one) for one in ("other_marks", "other_numbers", "other_letters"))
    return not (words & tools("certificate") or other) or words <= set(map(normal, texts))


def _unexplained(table: CheckedTable, column: ReadColumn, known: Circumstances) -> dict[str, list[int]]:
    """Returns the signs and letters of a column that nobody explains, with their rows, if they divide the people."""
    found = _rows_by_text(table, column, table.counted)
    marked = sum(map(len, found.values()))
    few = 1 < len(found) <= _MOST_SIGNS and marked >= max(_OFTEN * len(found) - 1, MARKED_SHARE * len(table.counted))
    if not few or any(len(text) > _LONGEST_SIGN or not _is_sign(text) for text in found):
        return {}
    if column.meaning == "notes" and any(text.isalnum() for text in found):
        return {}
    if all(map(_is_letter, found)) and _are_of_something_else(set(map(normal, found)), known):
        return {}
    clear = any(map(_is_clear, found))
    told = _explained(table)
    return {
        text: rows for text, rows in found.items()
        if mark_key(text) not in told and not _is_clear(text) and not (clear and says_absent(text))
    }  # fmt: skip


def _is_sign(text: str) -> bool:
    return _is_letter(text) or _is_clear(text) or not any(map(str.isalnum, text))


def _are_of_something_else(letters: set[str], known: Circumstances) -> bool:
    """Whether letters are sizes, genders, or the first ones of the alphabet, as groups and classes have."""
    first = min(letters)
    follow = letters == {chr(ord(first) + at) for at in range(len(letters))}
    genders = all(known.vocabulary.code(VocabularyKind.GENDER, letter) for letter in letters)
    return letters <= _SIZES or genders or (follow and first in _FIRST_LETTERS)
