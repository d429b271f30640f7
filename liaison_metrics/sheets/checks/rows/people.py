"""Checks of single rows: people who were left out, and lines of text that count as people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from liaison_metrics import format as fmt
from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.rows.lone_lines import (
    is_above_header_again,
    is_understood,
    lone_lines,
    people_below,
    repeats_number,
    under_reasons,
)
from liaison_metrics.sheets.checks.thresholds import (
    FEWEST_PEOPLE,
    FULL_ROW,
    LONG_LIST,
    NUMBERED_SHARE,
    USUAL_SHARE,
)
from liaison_metrics.sheets.ledger.fates import Fate
from liaison_metrics.sheets.rows.foot_lines import adds_people, has_small_words, says_capacity
from liaison_metrics.sheets.rows.likeness import kind_of_cell
from liaison_metrics.sheets.rows.marking.numbered_rows import stands_for_people
from liaison_metrics.sheets.tables.text_lines import is_signature
from liaison_metrics.sheets.words.answers import NOBODY, PERSON
from liaison_metrics.sheets.words.cells import (
    begins_with_capital,
    is_email,
    is_name_like,
    is_total,
    money_of,
    number_of,
    starts_total_row,
)
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import is_header_word
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.names import is_placeholder, real_name
from liaison_metrics.sheets.words.phrases.titles.pages import stands_for_nobody
from liaison_metrics.texts import _, ngettext

_LAST_ROWS = 10
"""Sums stand under the people."""

_LABEL_AND_NUMBER = 2
_ABOUT_NOBODY = ("", "unused")

_HEADING_CODES = ("participant", "staff", "absent", PERSON)


def people_left_out(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about rows that look like people, or that the sheet numbers, and don't count."""
    number = _numbers(table)
    explained = under_reasons(table)
    rows = [
        row
        for row in table.lost
        if row not in explained
        and not is_above_header_again(table, row)
        and not (number is not None and (_signs_for_list(table, row, number) or repeats_number(table, row, number)))
        and _names_somebody(table, row)
        and (
            _looks_like_a_person(table, row) or (number is not None and number_of(table.cell(row, number)) is not None)
        )
    ]
    if rows and len(table.counted) >= FEWEST_PEOPLE:
        text = ngettext(
            "Row {rows} looks like the people around it, but doesn't count. Does it list a person who was there?",
            "Rows {rows} look like the people around them, but don't count. Do they list people who were there?",
            len(rows),
        ).format(rows=_listed(rows))
        yield _about_rows(table, rows, text, (table.people, table.people + len(rows)), (PERSON, NOBODY))


def lines_among_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line of text over people who count, which nobody understood: who are these people?"""
    alone = {row for row in lone_lines(table) if not table.repeats_headers(row)}
    # A line with a number may be anything, such as that of a page; a name of an organisation hardly has one.
    headings = {row for row, fate in table.read.left_out if fate is Fate.HEADING and _has_no_number(table, row)}
    lone = sorted(alone - headings)
    said = {text: is_understood(text, known.vocabulary) for text in {table.texts(line)[0] for line in lone}}
    lines = [line for line in lone if not said[table.texts(line)[0]]]
    lines = [line for line in lines if not table.goes_on_above(table.texts(line)[0])]
    counting = [line for line in lone if line in table.fates.counted]
    lines = sorted({*lines, *counting}) if set(lines) & set(counting) else lines  # whatever the others say
    if not lines or not table.counted or lines[0] < table.counted[0]:
        return
    for line in lines:
        text = table.texts(line)[0]
        below = people_below(table, line, alone)
        counts = line in table.fates.counted
        if not below:
            if counts and _says_nobody(table, line, text):
                yield _line_as_person(table, line)
            continue
        asked = ngettext(
            "“{line}” stands over a person in row {rows}. Who is that?",
            "“{line}” stands over {n} people. Who are they?",
            len(below),
        ).format(line=text, n=fmt.number(len(below)), rows=below[0])
        with_them = table.people - counts
        figures = people_or(with_them, with_them - len(below))
        yield Doubt(
            "heading", text, _HEADING_CODES if counts else _HEADING_CODES[:3], asked, figures, len(below), table.sheet,
            tuple(below), line if counts else 0,
        )  # fmt: skip


def headings_as_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about lines such as “Group A” that count as people."""
    rows = [row for row in table.sparse if _first_word(table, row) in evidence("groups")]
    if rows and 2 * len(rows) <= len(table.counted):
        text = ngettext(
            "Row {rows} looks like a heading and counts as a person. Is it a person who was there?",
            "Rows {rows} look like headings and count as people. Are they people who were there?",
            len(rows),
        ).format(rows=_listed(rows))
        yield _about_rows(table, rows, text, (table.people, table.people - len(rows)), (PERSON, NOBODY))


def names_with_days(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a counted name that has a day or a long number in it: probably a line of text."""
    named = {row.name or "" for row in table.attendances}
    days = evidence("weekdays")
    words = {word for name in named if len(named) <= LONG_LIST or not name.isascii() for word in normal(name).split()}
    if not words & days and not any(letter.isdigit() for word in words for letter in word):
        return
    told = (row for row in table.attendances if row.name and _has_a_day(row.name, days))
    rows = [row.row for row in told if _has_a_day(table.name(row.row), days)]  # the table beside has its own
    rows = [row for row in dict.fromkeys(rows) if not _has_contact(table, row) and not _names_like_others(table, row)]
    if rows and len(rows) < len(table.counted) / 2:
        text = _("The name in row {rows} has a day or a date in it. Is it a person who was there?")
        yield _about_rows(
            table, rows, text.format(rows=_listed(rows)), (table.people, table.people - len(rows)), (PERSON, NOBODY)
        )


def sums_as_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a line that counts as a person and has a number where the people have words: it is a sum."""
    lines = [
        row
        for row in table.counted[-_LAST_ROWS:]
        if (len(table.texts(row)) == 2 or _labels_numbers(table.texts(row)))
        and not any(map(stands_for_people, table.texts(row)))
        and any(
            kind == "words" and kind_of_cell(table.grid.rows[row - 1], at) == "number"
            for at, kind in table.usual.items()
        )
    ]
    if lines and len(table.counted) > FEWEST_PEOPLE:
        text = _("Row {rows} has a number where the people have words. Does it list a person?")
        figures = (table.people, table.people - len(lines))
        yield _about_rows(table, lines, text.format(rows=_listed(lines)), figures, (PERSON, NOBODY))


def amounts_as_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about lines below a sum that count as people and have nothing but a label and an amount, in a column that is
    about no person: they may say what money was spent on."""
    sums = [row for row, fate in table.read.left_out if fate in (Fate.OTHER_TABLE, Fate.TOTAL)]
    below = [row for row in table.counted[-_LAST_ROWS:] if sums and row > sums[0] and _numbers(table) is None]
    amounts = [column.at for column in table.read.columns if column.meaning in _ABOUT_NOBODY]
    lines = [
        row
        for row in below
        if len(table.texts(row)) == _LABEL_AND_NUMBER
        and any(money_of(table.text(row, at)) is not None for at in amounts)
        and any(not table.text(row, at) for at in table.usual)
    ]
    if lines and len(table.counted) > FEWEST_PEOPLE:
        text = ngettext(
            "Row {rows} has a label and an amount below a sum. Does it list a person who was there?",
            "Rows {rows} have labels and amounts below a sum. Do they list people who were there?",
            len(lines),
        ).format(rows=_listed(lines))
        yield _about_rows(table, lines, text, (table.people, table.people - len(lines)), (PERSON, NOBODY))


def _labels_numbers(texts: Sequence[str]) -> bool:
    """Whether a line has one label and otherwise numbers, of which one is no mark ("zorbed", 3, 2, 5)."""
    numbers = [text for text in texts if text.isdecimal()]
    return len(numbers) == len(texts) - 1 and any(int(number) > 1 for number in numbers)


def _words_of_name(table: CheckedTable, row: int) -> tuple[str | int, ...]:
    """Returns the words of a name in a fixed order; of a row without a name, its number."""
    return tuple(sorted(normal(table.name(row)).split())) or (row,)


def unnumbered_people(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about people who count without a number where nearly all others have one."""
    at = _numbers(table)
    if at is None or len(table.counted) < FEWEST_PEOPLE:
        return
    rows = [row for row in table.counted if number_of(table.cell(row, at)) is None]
    if not rows or len(rows) > (1 - NUMBERED_SHARE) * len(table.counted):
        return
    below = {row for line in lone_lines(table) for row in people_below(table, line, set(lone_lines(table)))}
    rows = [row for row in rows if row not in below and not _has_code(table.text(row, at))]
    named = Counter(_words_of_name(table, row) for row in table.counted)
    rows = [row for row in rows if named[_words_of_name(table, row)] == 1]  # who is listed twice counts once
    if rows:
        text = ngettext(
            "Row {rows} counts, but has no number as the other people have. Does it list a person who was there?",
            "Rows {rows} count, but have no number as the other people have. Do they list people who were there?",
            len(rows),
        ).format(rows=_listed(rows))
        figures = (table.people, table.people - len(rows))
        yield _about_rows(table, rows, text, figures, (PERSON, "staff", NOBODY))


def _has_code(text: str) -> bool:
    """Whether a text in place of a number may be one ("12a", "G1"), or says that somebody came too ("Guest:"): another
    label may say anything."""
    return any(map(str.isalnum, text)) and (not text.endswith(":") or adds_people([text.rstrip(" :")]))


def _first_word(table: CheckedTable, row: int) -> str:
    return next(iter(normal(table.texts(row)[0]).split()), "")


def _about_rows(
    table: CheckedTable, rows: Sequence[int], text: str, figures: tuple[int, int], codes: tuple[str, ...]
) -> Doubt:
    value = f"{table.sheet}!{_listed(rows)}"
    return Doubt("row", value, codes, text, people_or(*figures), len(rows), table.sheet, tuple(rows))


def _line_as_person(table: CheckedTable, line: int) -> Doubt:
    text = _("Row {row} has one cell where the other people have more. Is it a person who was there?").format(row=line)
    return _about_rows(table, [line], text, (table.people, table.people - 1), (PERSON, NOBODY))


def _listed(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows))


def _names_somebody(table: CheckedTable, row: int) -> bool:
    name, texts = table.name(row), table.texts(row)
    if not is_name_like(real_name(name) or name) or is_placeholder(name) or stands_for_nobody(name):
        return False
    if any(is_signature(text) or is_total(text) for text in texts) or starts_total_row(texts[0]):
        return False
    return sum(is_header_word(text) for text in texts) <= len(texts) / 2


def _signs_for_list(table: CheckedTable, row: int, number: int) -> bool:
    """Whether a row begins with a capacity in place of the number ("Kursleitung:"), or with several words for one."""
    texts = table.texts(row)
    return says_capacity(texts) and (bool(table.text(row, number)) or " " in texts[0])


def _looks_like_a_person(table: CheckedTable, row: int) -> bool:
    cells, usual = table.grid.rows[row - 1], table.usual
    alike = sum(kind_of_cell(cells, at) == kind for at, kind in usual.items())
    return len(usual) >= 2 and alike >= max(2, USUAL_SHARE * len(usual))


def _has_no_number(table: CheckedTable, row: int) -> bool:
    return not any(letter.isdigit() for text in table.texts(row) for letter in text)


def _says_nobody(table: CheckedTable, line: int, text: str) -> bool:
    others = [row for row in table.counted[:40] if row != line]
    if text[0].islower() and has_small_words(text) and not any(has_small_words(table.name(row)) for row in others):
        return True  # "two more did not sign"
    full = sorted(len(table.texts(row)) for row in table.counted[:40])
    return full[len(full) // 2] >= FULL_ROW and (has_small_words(text) or table.is_blank_above(line))


def _has_a_day(name: str, days: frozenset[str]) -> bool:
    if is_placeholder(name) or is_email(name):
        return False
    return bool(days & set(normal(name).split())) or bool(find_dates(name))


def _names_like_others(table: CheckedTable, row: int) -> bool:
    """Whether a name that is also a day ("Sabato", "Κυριακή") stands where the others' names do: its row is filled or
    numbered like theirs, or the name has a further word that no line about a day has."""
    name, number = table.name(row), _numbers(table)
    if find_dates(name):
        return False
    if _looks_like_a_person(table, row) or (number is not None and number_of(table.cell(row, number)) is not None):
        return True
    if len(table.usual) > 1 and len(table.texts(row)) == 1:
        return False
    words = name.split()
    about_days = evidence("weekdays") | evidence("groups") | tools("parts_of_day") | tools("part_of_event")
    return all(map(begins_with_capital, words)) and any(normal(word) not in about_days for word in words)


def _has_contact(table: CheckedTable, row: int) -> bool:
    found = (table.columns.get(meaning) for meaning in ("email", "phone", "birth_date"))
    return any(table.text(row, column.at) for column in found if column)


def _numbers(table: CheckedTable) -> int | None:
    """Returns the position of a column in which the sheet numbers its people, 1, 2, 3 …, None if there is none."""
    column = table.columns.get("number")
    if column is None:
        return None
    sample = table.counted[:LONG_LIST]
    said = [number for row in sample if (number := number_of(table.cell(row, column.at))) is not None]
    steps = Counter(b - a for a, b in pairwise(said))
    enough = len(said) >= max(FEWEST_PEOPLE, NUMBERED_SHARE * len(sample))
    return column.at if enough and steps[1] >= NUMBERED_SHARE * (len(said) - 1) else None
