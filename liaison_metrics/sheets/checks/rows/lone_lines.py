"""Lines of one cell in a list whose people fill more: headings, or people of whom only the name is known."""

from __future__ import annotations

import re
from collections.abc import Collection

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.evidence import CheckedTable
from liaison_metrics.sheets.checks.thresholds import FEW_LINES, FEWEST_PEOPLE, FULL_NAMES_SHARE, FULL_ROW, SAMPLE
from liaison_metrics.sheets.rows.foot_lines import has_small_words
from liaison_metrics.sheets.rows.marking.sections.lines_over_people import heads_people_who_came
from liaison_metrics.sheets.rows.marking.sections.section_words import (
    heads_part_of_event,
    is_gender_heading,
    line_reason,
)
from liaison_metrics.sheets.tables.text_lines import is_signature, numbers_page, tells_of_break
from liaison_metrics.sheets.words.cells import is_email, is_total
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.headers import is_header_word, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.phrases.titles.pages import stands_for_nobody
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NUMBER_AND_WORD = 2
_LABELLED = re.compile(r"\w\s*:\s*\w")
"""A label with its value ("Trainer: Anna Nardi") is about itself, not about the people below."""


def lone_lines(table: CheckedTable) -> list[int]:
    """Returns the rows of one cell: those that don't count, and those that count among fuller ones but don't look like
    a name, or like the lines that divide the list."""
    lone = [row for row in table.lost if len(texts := table.texts(row)) == 1 and any(map(str.isalpha, texts[0]))]
    sparse = table.sparse if 2 * len(table.sparse) <= len(table.counted) else []
    few = 0 < len(sparse) <= FEW_LINES
    divided = few and any(line_reason(table.texts(row)[0]) == "" for row in lone)
    if divided or (len(sparse) == 1 and _others_are_complete(table)):
        return sorted({*lone, *sparse})
    one_word, small = few and _are_full_names(table), _are_written_small(table)
    said = {row: table.texts(row)[0] for row in sparse}
    lines = {
        row for row, text in said.items()
        if (has_small_words(text) and not small) or (one_word and len(text.split()) == 1)
    }  # fmt: skip
    over_people = all(row + 1 in table.fates.counted and row + 1 not in sparse for row in sparse)
    return sorted({*lone, *(sparse if len(lines) > 1 and over_people else lines)})


def _others_are_complete(table: CheckedTable) -> bool:
    """Whether all people but those with nothing but a name fill several cells, and all usual ones."""
    others = [row for row in table.counted[:SAMPLE] if row not in table.sparse]
    complete = all(table.text(row, at) for row in others for at in table.usual)
    return len(table.usual) >= FULL_ROW and len(others) > FEWEST_PEOPLE and complete


def _are_full_names(table: CheckedTable) -> bool:
    """Whether nearly all people have a name of two words or more."""
    names = [table.name(row).split() for row in table.counted[:SAMPLE] if row not in table.sparse]
    return sum(len(words) > 1 for words in names) >= FULL_NAMES_SHARE * max(FEWEST_PEOPLE, len(names))


def _are_written_small(table: CheckedTable) -> bool:
    """Whether other people, who fill more cells, have names with small words as well ("rubel Bianchi")."""
    return any(has_small_words(table.name(row)) for row in table.counted[:SAMPLE] if row not in table.sparse)


def people_below(table: CheckedTable, line: int, lines: Collection[int]) -> list[int]:
    """Returns the people who count between a line and the next one, an empty row or the end of the table."""
    found: list[int] = []
    for row in range(line + 1, table.rows.stop):
        if row in lines or (found and table.is_blank_above(row)):
            break
        if row in table.fates.counted:
            found.append(row)
    return found


def is_understood(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a line says what the people below have in common, or that it lists nobody. That they had
    registered does not say whether they came."""
    if is_header_word(text) and meaning_of(text) == "registered":
        return False
    kinds = (VocabularyKind.CITY, VocabularyKind.ACTIVITY, VocabularyKind.COMMUNITY, VocabularyKind.GROUP)
    if is_gender_heading(text) or normal(text) in tools("parts_of_day") or tells_of_break([text]):
        return True
    known = any(vocabulary.exact(kind, text) or vocabulary.inside(kind, text) for kind in kinds)
    if known or find_dates(text) or read_date(text) or line_reason(text) is not None or _LABELLED.search(text):
        return True
    if (
        heads_part_of_event(text)
        or heads_people_who_came(text)
        or stands_for_nobody(text)
        or (" " in text and is_header_word(text))
    ):
        return True
    return is_total(text) or is_signature(text) or is_email(text) or numbers_page([text])


def is_above_header_again(table: CheckedTable, row: int) -> bool:
    """Returns whether a row repeats the header, or stands right above one that does and apart from the people above: it
    is the title of the part below."""
    if table.repeats_headers(row):
        return True
    within = 1 < row < len(table.grid.rows) and bool(table.texts(row + 1))
    return within and table.repeats_headers(row + 1) and not table.texts(row - 1)


def repeats_number(table: CheckedTable, row: int, number: int) -> bool:
    """Returns whether a single word stands behind the number of somebody who counts ("1. Chairman"), where
    nobody's name is a single word."""
    again = any(table.cell(row, number) == table.cell(other, number) for other in table.counted)
    one_word = len(table.name(row).split()) == 1 and len(table.texts(row)) <= _NUMBER_AND_WORD
    return again and one_word and all(len(table.name(other).split()) > 1 for other in table.counted)


def under_reasons(table: CheckedTable) -> set[int]:
    """Returns the rows under headings that say why people don't count ("Apologies", "Projektteam")."""
    found: set[int] = set()
    reason: object = ""
    lost = set(table.lost)
    for row in table.rows if lost else ():
        texts = table.texts(row) if row in lost else ()
        if len(texts) == 1 and (said := line_reason(texts[0])) is not None:
            reason = said
        elif reason and row in lost:
            found.add(row)
    return found
