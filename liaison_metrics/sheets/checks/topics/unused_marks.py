"""Checks of marks, times and initials that some people have and others don't, and that decided nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import Doubt, people_or
from liaison_metrics.sheets.checks.evidence import CheckedTable, Circumstances
from liaison_metrics.sheets.checks.rows.noted_times import TIME, noted_when_they_came
from liaison_metrics.sheets.checks.sums.totals import says_they_were_there
from liaison_metrics.sheets.checks.thresholds import FEWEST_PEOPLE, LONG_LIST, MARKED_SHARE, TIMED_SHARE
from liaison_metrics.sheets.columns.header_parts import names_part_of_day
from liaison_metrics.sheets.columns.scoring.attendance import is_of_money
from liaison_metrics.sheets.headcounts.beside_lists.told_people import told_in_row
from liaison_metrics.sheets.model import NotCountedReason, ReadColumn
from liaison_metrics.sheets.words.answers import UNUSED
from liaison_metrics.sheets.words.cells import is_total, letter, number_of, starts_total_row, without_brackets
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import evidence, header_starts, normal, people_words, tools, words_of_events
from liaison_metrics.sheets.words.phrases.absence import says_called_off, speaks_of_coming
from liaison_metrics.sheets.words.phrases.ages import is_range_of_ages
from liaison_metrics.sheets.words.phrases.found import phrases_in, without_beginnings
from liaison_metrics.sheets.words.phrases.numbers import names_entrance
from liaison_metrics.sheets.words.phrases.titles.asked import may_ask_if_came
from liaison_metrics.sheets.words.presence import led_by_answer, says_absent, says_present
from liaison_metrics.texts import _

_LONGEST_HEADER = 5
"""A header of more words, without those in brackets, asks a question about something else."""

_FEWEST_TWICE = 2
"""One person may be listed twice by a slip."""

_MOST_MARKS = 4
_STROKES = ("/", "|", "\\")
_MINUTES = re.compile(r"\d{1,3} ?(?:min|minut\w*|λεπτ\w*|[’'′])\.?", re.I)
_OF_PRESENCE = ("present", "signature")
_OF_PEOPLE = (
    "email",
    "phone",
    "community",
    "residence",
    "gender",
    "age",
    "birth_date",
    "birth_year",
    "consent",
    "language",
)
"""Meanings of words in a header that ask what somebody is or gave ("Mail confirmed")."""

_NO_USE = ("", UNUSED, "time", "session", "registered")


def marks_without_use(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about columns that mark most people and not others, and decided about none of them. Somebody is unmarked
    who has no mark in any of them: half-days are marked apart."""
    if not (columns := marking_columns(table, known)):
        return
    told = {row: [(column, table.text(row, column.at)) for column in columns] for row in table.counted}
    unmarked = [row for row, marks in told.items() if not any(is_mark(column, text) for column, text in marks)]
    if _total_fits(table):
        return
    if unmarked and len(unmarked) <= (1 - MARKED_SHARE) * len(table.counted):
        text = _("“{header}” marks {n} of {all} people. Were the others there?")
        yield about_blanks(table, columns, text, unmarked)


def marking_columns(table: CheckedTable, known: Circumstances) -> list[ReadColumn]:
    """Returns the columns that mark most people and not others, decide about none of them, and may say who came."""
    columns = [column for column in _unused(table) if _may_mark_presence(table, column) and _holds_marks(table, column)]
    columns = [column for column in columns if not _marks_things(table, column)]
    return [column for column in columns if not _is_one_of_kinds(table, column, known)]


def _is_one_of_kinds(table: CheckedTable, column: ReadColumn, known: Circumstances) -> bool:
    """Whether a column is one of several headed by genders, or by communities, in which each person has one mark or
    none: marks under "Women" and "Men" say who somebody is."""
    for kind in (VocabularyKind.GENDER, VocabularyKind.COMMUNITY):
        kinds = [one for one in table.read.columns if known.vocabulary.exact(kind, one.header.split("\n")[-1])]
        marks = ([text for one in kinds if (text := table.text(row, one.at))] for row in table.counted)
        if column in kinds and len(kinds) > 1 and all(len(said) <= 1 for said in marks):
            return True
    return False


def times_without_use(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about times of coming, minutes or initials that some people have and others, who count, don't. Their header
    is one of presence, or one that nobody knows. Under a day, an empty cell says that somebody was not there then."""
    if len(table.counted) < FEWEST_PEOPLE or _has_absent(table) or "joined" in table.columns:
        return
    for column in (one for one in table.read.columns if one.header and one.meaning in (*_NO_USE, *_OF_PRESENCE)):
        if find_dates(column.header):
            continue
        values = table.values(column)
        blank, said = values[""], [text for text in values if text]
        if (
            not blank
            or not said
            or not may_say_who_came(column.header)
            or blank > (1 - TIMED_SHARE) * len(table.counted)
        ):
            continue
        unmarked = [row for row in table.counted if not table.text(row, column.at)]
        if all(TIME.fullmatch(text) or _MINUTES.fullmatch(text) for text in said):
            text = _("“{header}” has a time for {n} of {all} people. Were the others there?")
            yield about_blanks(table, [column], text, unmarked)
        elif len(table.counted) <= LONG_LIST and all(
            _are_initials(table.text(row, column.at), table.name(row)) for row in table.counted if row not in unmarked
        ):
            text = _("“{header}” marks {n} of {all} people. Were the others there?")
            yield about_blanks(table, [column], text, unmarked)


def may_say_who_came(header: str) -> bool:
    """Returns whether times or initials under a header may say who came: it says so, or nobody knows what it says."""
    words = set(normal(header).split())
    if len(words) > _LONGEST_HEADER or words & tools("certificate") or header_starts(header, "other_marks"):
        return False
    return header_starts(header, "came") or meaning_of(header) in ("", *_OF_PRESENCE)


def _are_initials(text: str, name: str) -> bool:
    """Whether a text is the first letters of a name's words, in any order, or some of these words."""
    words = normal(name).split()
    letters = normal(text).replace(" ", "")
    signed = set(normal(text).split()) < set(words)
    return len(letters) > 1 and (signed or sorted(letters) == sorted(word[0] for word in words))


def blank_presence(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about a column for who was there that nobody filled in, if nothing else says it. Lists to sign are printed,
    so an empty column for signatures says nothing, as does one of two for who was there and who was not."""
    column = table.columns.get("present")
    if column is None or len(table.counted) < FEWEST_PEOPLE or len(table.counted) < len(table.attendances):
        return
    words = set(normal(column.header).split())
    beside = (one for one in table.read.columns if one.meaning == "present" and one is not column)
    plain = without_brackets(column.header)  # "Present (to be filled in)"
    header = plain if meaning_of(plain) == "present" else column.header
    if words & tools("certificate") or header_starts(header, "other_marks") or "signature" in table.columns:
        return
    if any(any(table.values(one)) for one in beside):
        return  # nobody is marked as absent
    if table.values(column).keys() == {""} and not any(table.text(row, column.at) for row in table.rows):
        text = _("“{header}” is empty for all {all} people. Were they there?")
        yield about_blanks(table, [column], text, list(table.counted))


def says_nobody_came(table: CheckedTable, doubt: Doubt) -> bool:
    """Returns whether a doubt is about a column for who was there that is empty for everybody, and a line of the sheet
    says that the event was called off or put off."""
    if doubt.kind != "blank" or len(doubt.rows) < len(table.counted):
        return False
    lines = (*table.lines_above(), *table.lost, *table.lines_below())
    return any(len(texts := table.texts(row)) == 1 and _calls_off_event(texts[0]) for row in lines)


def _calls_off_event(line: str) -> bool:
    """Whether a line says that an event was called off, perhaps led by a word for the event ("The lesson was called
    off"). One with a day may tell from which day the event was put off to that of the sheet."""
    words = normal(line).split()
    around = words_of_events() | tools("around_came") | tools("around_asked") | people_words("around_called_off")
    begun = (at for at, word in enumerate(words) if word not in around)
    first = next(begun, len(words))
    starts = range(min(first, len(words) - 1) + 1) if words else ()
    return not find_dates(line) and any(says_called_off(" ".join(words[at:])) for at in starts)


def presence_against_half_days(table: CheckedTable, known: Circumstances) -> Iterator[Doubt]:
    """Asks about people with a mark for a part of the day and none under "Present", which others have: the parts may be
    those for which they had registered."""
    column = table.columns.get("present")
    if column is None or len(table.counted) < FEWEST_PEOPLE or _names_part_of_day(column):
        return
    parts = [one for one in table.read.columns if one is not column and _names_part_of_day(one)]
    said = {text for text in table.values(column) if text}
    if not parts or not said or not all(says_present(text) or says_absent(text) for text in said):
        return
    rows = [row for row in table.counted if not table.text(row, column.at)]
    rows = [row for row in rows if any(says_present(table.text(row, one.at)) for one in parts)]
    if rows:
        text = _("“{header}” marks {n} of {all} people. Were the others there?")
        yield about_blanks(table, [column], text, rows)


def _names_part_of_day(column: ReadColumn) -> bool:
    return names_part_of_day(column.header) and not find_dates(column.header)


def about_blanks(table: CheckedTable, columns: Sequence[ReadColumn], text: str, rows: Sequence[int]) -> Doubt:
    """Returns the doubt about people who have nothing in columns that others have filled."""
    header = ", ".join(column.header or letter(column.at) for column in columns)
    asked = text.format(header=header, n=fmt.number(len(table.counted) - len(rows)), all=fmt.number(len(table.counted)))
    return Doubt(
        "blank", header, ("present", "absent"), asked, people_or(table.people, table.people - len(rows)), len(rows),
        table.sheet, tuple(rows), column=columns[0].header or letter(columns[0].at),
    )  # fmt: skip


def _unused(table: CheckedTable) -> list[ReadColumn]:
    """Returns the columns that nothing uses, with or without a header."""
    return [one for one in table.read.columns if one.meaning in _NO_USE and len(table.counted) >= FEWEST_PEOPLE]


def _may_mark_presence(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether marks under a header may say who came: it isn't about something else, and no other column says it."""
    if any(row.column for row in table.attendances) or "joined" in table.columns or noted_when_they_came(table):
        return False  # the sessions of a matrix, or the times in a report of an online meeting, decide who came
    words = set(normal(column.header).split())
    longest = _LONGEST_HEADER + len(words.difference(normal(without_brackets(column.header)).split()))
    if len(words) > longest and not may_ask_if_came(column.header):
        return False
    if words & tools("certificate") or header_starts(column.header, "other_marks"):
        return False
    if _is_about_something_else(column.header):
        return False
    if meaning_of(column.header) in ("present", "session"):
        return True
    for at, rows in table.others_headed(column.header):  # where it marks few people, it is about something else
        if FEWEST_PEOPLE <= len(rows) > sum(is_mark(column, table.text(row, at)) for row in rows) / MARKED_SHARE:
            return False
    return not (_all_signed(table) or _has_absent(table))


def _is_about_something_else(header: str) -> bool:
    """Whether a header asks people whether something may be done ("May we write to you?"), or says that they stayed to
    the end, which others did not who were there as well; or, without a word for coming, what they have, can or do, how
    old they are ("Under 18"), or what was done with a thing ("Invoice sent")."""
    words = normal(header).split()
    if phrases_in(" ".join(words), tools("asks_leave") | tools("stayed_to_end")) or is_range_of_ages(header):
        return True
    if any(speaks_of_coming(word) or names_entrance(word) or meaning_of(word) == "present" for word in words):
        return False
    done = without_beginnings(" ".join(words), "done_with")[1] or is_of_money(header)
    done = done or any(meaning_of(word) in _OF_PEOPLE for word in words)
    return done or (len(words) > 1 and words[0] in evidence("first_of_other"))


def _all_signed(table: CheckedTable) -> bool:
    """Whether everybody who counts has signed."""
    signed = table.columns.get("signature")
    return signed is not None and all(table.text(row, signed.at) for row in table.counted)


def _holds_marks(table: CheckedTable, column: ReadColumn) -> bool:
    values = table.values(column)
    said = {text for text in values if text}
    if _heads_badges(column) and len(said) > 1:
        return sum(n for text, n in values.items() if _was_fetched(text)) >= MARKED_SHARE * len(table.counted)
    known = all((text in _STROKES and not column.header) or says_present(text) or _is_answer(text) for text in said)
    if (
        not 0 < len({text for text in said if led_by_answer(text) is None or " " not in text}) <= _MOST_MARKS
        or not known
    ):
        return False
    return sum(n for text, n in values.items() if is_mark(column, text)) >= MARKED_SHARE * len(table.counted)


def _marks_things(table: CheckedTable, column: ReadColumn) -> bool:
    """Whether several people stand in two rows of which only one is marked: the marks are of what they brought."""
    told: dict[str, set[bool]] = {}
    for row in table.counted:
        told.setdefault(normal(table.name(row)), set()).add(is_mark(column, table.text(row, column.at)))
    return sum(len(marks) > 1 for name, marks in told.items() if name) >= _FEWEST_TWICE


def is_mark(column: ReadColumn, text: str) -> bool:
    """Returns whether a text marks somebody: also a stroke, where no header says that it strikes out; of badges only
    that somebody fetched one."""
    if _heads_badges(column) and not says_present(text):
        return _was_fetched(text)
    return bool(text) and (not _denies(text) or (not column.header and text in _STROKES))


def _heads_badges(column: ReadColumn) -> bool:
    words = normal(column.header).split()
    return bool(words) and all(word in tools("badge_words") for word in words)


def _was_fetched(text: str) -> bool:
    """Whether a text says that somebody got a badge ("collected at 9:10"), which people get when they come. Of people,
    such a word may say that they left ("ritirato")."""
    fetched = tools("handed_out") | tools("picked_up")
    return normal(text) in fetched or (bool(phrases_in(normal(text), fetched)) and not _denies(text))


def _is_answer(text: str) -> bool:
    return says_absent(text) or led_by_answer(text) is not None


def _denies(text: str) -> bool:
    """Whether a text says that somebody wasn't there: a mark or word, or a no that goes on to say why."""
    return says_absent(text) or led_by_answer(text) is False


def _has_absent(table: CheckedTable) -> bool:
    return any(row in table.rows and why is NotCountedReason.ABSENT for row, why in table.fates.not_counted.items())


def _says_came(texts: Sequence[str]) -> bool:
    return any(map(speaks_of_coming, normal(" ".join(texts)).split()))


def _total_fits(table: CheckedTable) -> bool:
    """Whether a line that says that people came, or for a total, states as many as count, also those without a mark.
    Where a row stands for one person, a total may be of those who registered."""
    several = table.people != len(table.counted)
    for row in (*table.lines_above(), *table.lost, *table.lines_below()):
        texts = table.texts(row)
        told = {one.people for one in told_in_row(table.grid.rows[row - 1]) or () if one.kind == "total"}
        came = table.people in told and (says_they_were_there(texts) or _says_came(texts))
        sums = several and bool(texts) and (any(map(is_total, texts)) or starts_total_row(texts[0]) or len(texts) == 1)
        if came or (sums and table.people in map(number_of, table.grid.rows[row - 1])):
            return True
    return False
