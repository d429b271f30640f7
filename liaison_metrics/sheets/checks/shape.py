"""Checks of the whole list: names that repeat, values that are not names, and lists of which hardly anybody counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.thresholds import (
    FEWEST_PEOPLE,
    FEWEST_ROWS,
    MOST_ABSENT,
    MOST_STAFF,
    NOT_NAMES_SHARE,
    REPEATED_NAMES,
    SAMPLE,
)
from liaison_metrics.sheets.checks.topics.sheet_names import reason_in_name
from liaison_metrics.sheets.checks.topics.titled_lists import says_they_stayed_away
from liaison_metrics.sheets.model import NotCountedReason, ReadColumn
from liaison_metrics.sheets.words.answers import COUNTED, NOT_COUNTED, UNUSED
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.people import PRESENT, statements_among
from liaison_metrics.sheets.words.phrases.titles.coming import heads_registered
from liaison_metrics.sheets.words.presence import says_absent, says_movement, says_present
from liaison_metrics.texts import _

_SHORTEST_BEGINNING = 5
"""Shorter words begin words of another meaning."""

_NAMES = ("name", "given_name", "family_name")
_ONE_PERSON = ("email", "phone", "birth_date", "joined")


def repeated_names(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about names of which many repeat at one event, though nothing says that it is the same person."""
    column = _name_column(table)
    if column is None or table.columns.keys() & {*_ONE_PERSON, "given_name", "family_name"} or _is_a_log(table):
        return
    rows = {(row.event, row.name, row.row) for row in table.attendances if row.name}
    pairs = Counter((event, name) for event, name, _row in rows)
    named = sum(pairs.values())
    if named >= FEWEST_ROWS and len(pairs) < (1 - REPEATED_NAMES) * named and not _has_code_of_person(table):
        text = _("Most names under “{header}” repeat. Do they name the people who were there?")
        yield _about_names(table, column, text, (named, len(pairs)))


def names_that_are_words(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about names that are words for presence, places or communities."""
    column = _name_column(table)
    if column is None:
        return
    named = Counter(row.name for row in table.attendances[:SAMPLE] if row.name)
    words = sum(times for name, times in named.items() if _is_a_word(name, known))
    if words >= FEWEST_PEOPLE and words >= NOT_NAMES_SHARE * sum(named.values()):
        text = _("Most texts under “{header}” are not names. Do they name the people who were there?")
        yield _about_names(table, column, text, (len(table.attendances), 0))


def lists_that_hardly_count(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a list of which most people are absent or staff."""
    if not table.is_first:
        return  # asked once for the sheet, however many tables its pages make
    reasons = Counter(table.fates.not_counted.values())
    rows = len(table.fates.counted) + sum(reasons.values())
    for reason, most, text in (
        (NotCountedReason.ABSENT, MOST_ABSENT, _("{n} of {all} people were read as absent. Is that right?")),
        (NotCountedReason.STAFF, MOST_STAFF, _("{n} of {all} people were read as staff. Is that right?")),
    ):
        number = reasons[reason]
        above = [text for row in table.lines_above() for text in table.texts(row)]
        words = {word for text in (table.sheet, *above) for word in normal(text).split()}
        helpers = reason is NotCountedReason.STAFF and any(map(_names_helpers, words))
        names = (table.sheet, *above) if reason is NotCountedReason.ABSENT and table.reading.attendances else ()
        told = any(heads_registered(name) or reason_in_name(name, ()) is reason for name in names)
        if number == rows and (helpers or told or any(map(says_they_stayed_away, above))):
            continue
        if reason is NotCountedReason.STAFF and number < rows and _is_stated(table):
            continue
        enough = FEWEST_PEOPLE if reason is NotCountedReason.ABSENT and number == rows else FEWEST_ROWS
        if rows >= enough and number > most * rows:
            yield Doubt(
                "reason", reason.value, (NOT_COUNTED, COUNTED), text.format(n=fmt.number(number), all=fmt.number(rows)),
                people_or(table.people, table.people + number), number, table.sheet,
            )  # fmt: skip


def _names_helpers(word: str) -> bool:
    """Whether a word is one for helpers, or begins with it ("Helferplan")."""
    long = tuple(one for one in evidence("helpers") if len(one) >= _SHORTEST_BEGINNING)
    return word in evidence("helpers") or word.startswith(long)


def _is_stated(table: CheckedTable) -> bool:
    """Whether a line beside the list says that as many were there as count."""
    lines = (*table.lines_above(), *table.lost, *table.lines_below())
    told = [one for row in lines for one in statements_among(table.grid.rows[row - 1]) if one.kind == PRESENT]
    return any(one.people == table.people for one in told)


def _is_a_log(table: CheckedTable) -> bool:
    """Whether the rows tell when people joined and left: then they come several times."""
    logs = tools("action") | tools("joined")
    timed = any(column.meaning == "time" or normal(column.header) in logs for column in table.read.columns)
    return timed or any(_tells_movements(set(table.values(column)) - {""}) for column in table.read.columns)


def _tells_movements(texts: set[str]) -> bool:
    """Whether all texts of a column tell of coming or going, some of each."""
    came, went = (any(says_movement(text, kind) for text in texts) for kind in ("comings", "goings"))
    return came and went and all(says_movement(text, "comings") or says_movement(text, "goings") for text in texts)


def _has_code_of_person(table: CheckedTable) -> bool:
    """Whether a column has one text for each name, and another for each other name, such as the number of a badge: they
    then come several times."""
    rows = [row for row in table.attendances if row.name]
    names = {row.name for row in rows}
    for read in table.read.columns:
        pairs = {(row.name, table.text(row.row, read.at)) for row in rows}
        codes = {code for _name, code in pairs}
        if any(map(str.isdigit, "".join(codes))) and "" not in codes and len(pairs) == len(codes) == len(names):
            return True
    return False


def _about_names(table: CheckedTable, column: ReadColumn, text: str, figures: tuple[int, int]) -> Doubt:
    return Doubt(
        "column", column.header, (column.meaning, UNUSED), text.format(header=column.header), people_or(*figures),
        len(table.attendances), table.sheet, tuple(table.counted), column=column.header, blocking=True,
    )  # fmt: skip


def _name_column(table: CheckedTable) -> ReadColumn | None:
    return next((column for meaning in _NAMES if (column := table.columns.get(meaning)) and column.header), None)


def _is_a_word(name: str, known: Circumstances) -> bool:
    if says_present(name) or says_absent(name):
        return True
    vocabulary = known.vocabulary
    return any(vocabulary.exact(kind, name) for kind in (VocabularyKind.CITY, VocabularyKind.COMMUNITY)) or bool(
        vocabulary.country(name)
    )
