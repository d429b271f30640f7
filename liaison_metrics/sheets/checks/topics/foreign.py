"""Tells tables that aren't about attendance: invoices, price lists, stock, hours of work, marks at school, contacts.

A title or an option may name an event for such a table too, so a known event doesn't make it a list of who was there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePath

from liaison_metrics.sheets.checks.topics.answered_forms import topic_of_rows
from liaison_metrics.sheets.checks.topics.costs import counts_things, is_actual_of_things, is_named_after_pay
from liaison_metrics.sheets.checks.topics.registrations import asks_for_a_day
from liaison_metrics.sheets.checks.topics.several_counters import is_counted_again, is_counted_by_several
from liaison_metrics.sheets.checks.topics.titled_lists import repeats_people, topic_of_document
from liaison_metrics.sheets.checks.topics.topic_words import (
    MONEY,
    counts_people_met,
    is_about_people_there,
    is_short,
    logs_events,
    names_people_met,
    says_where,
    titles_of,
    topics_of_headers,
)
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import closing_label
from liaison_metrics.sheets.headcounts.running_counts import is_of_counter, is_running_count, may_be_readings
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.date_parts import days_without_year
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL, is_of_programme
from liaison_metrics.sheets.words.lists import (
    alternatives,
    evidence,
    headers,
    is_planned,
    normal,
    people_words,
    topics,
    values,
)
from liaison_metrics.sheets.words.phrases.numbers import counts_at_a_door, names_counter, names_entrance
from liaison_metrics.sheets.words.phrases.prose.things import is_of_things
from liaison_metrics.sheets.words.phrases.titles.coming import counts_absent, tells_coming
from liaison_metrics.sheets.words.presence import counts_who_came, names_registration

_FEW_FOREIGN = 0.3
"""From this share of foreign columns on, a table is foreign. Ticket exports have a price among ten columns or more."""

_ENOUGH_FOREIGN = 2
"""As many foreign columns show it in a wide table as well. Lists of people too may have a single column about a job, a
place or a language."""

_ALONE = frozenset({"subscribers", "travel", "evaluation", "roster", "keys"})
"""Topics that a single header shows."""

_OF_COUNTS = frozenset({"plans", "residents", "catering", "contact_person", "chat"})
"""Topics of tables of numbers, or of lists that other columns must bear out: people may be "Vegetarian"."""

_FEWEST_MARKS = 2
"""So many columns of plain numbers, beside a word about marks, an average or points, are marks at school."""

_HIGHEST_MARK = 100

_FEWEST_POSTS = 3
"""As many different posts of a board show that a list is of its members."""

_TIMED = ("time", "date", "joined", "unused")
"""Meanings of columns that may say when something was planned."""

_FEWEST_SLOTS = 4
"""So many rows in which one begins when another ends are a plan."""

_FEWEST_PARTS = 2
"""As many parts of a programme at a time of day are one: its people speak."""

_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_FIRST_ROWS = 30
_MARK = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_EXPLAINED = re.compile(r"(?:^|[\s(;,])[xX✓✔☒]\s*=\s*([^,;=)]+)")
"""What a line says that a mark means."""

_PEOPLE_WHO = re.compile(rf"{alternatives('people', 'people')},?\s{alternatives('who')}\s", re.I)
"""A header of people and what they did ("People who talked to us")."""

_OUT_OF = re.compile(r"/ ?\d{1,3}\)?$")
"""How many points are possible ("Language /10")."""


def topic_of(table: Table, columns: Sequence[Column], counted: Sequence[Column], file: str) -> str:
    """Returns what a table is about instead of attendance, "" if it may be about attendance. *counted* are its numbers
    of people, *file* is the file's name."""
    if logs_events(columns, counted):
        return ""
    topic = "invoices" if _marks_payments(table) else ""
    if counted and not lists_people(columns) and all(is_planned(column.header) for column in counted):
        topic = topic or "plans"
    topic = topic or _topic_of_headers(table, columns, counted) or _topic_of_people(table, columns, file)
    topic = topic or topic_of_document(table, columns, counted, file)
    if not topic and lists_people(columns) and asks_for_a_day(table, columns, file):
        topic = "polls"
    things = not lists_people(columns) and counts_things(table, columns, counted)
    if not topic and (things or is_named_after_pay(table, columns)):
        topic = MONEY
    return topic or topic_of_rows(table, columns, counted, file)


def _marks_payments(table: Table) -> bool:
    """Whether a line above the list explains its marks as payments ("X = fee paid")."""
    said = [words for text in titles_of(table) for words in _EXPLAINED.findall(text)]
    return any(topics().get(word) == "invoices" for words in said for word in normal(words).split())


def _topic_of_people(table: Table, columns: Sequence[Column], file: str) -> str:
    """Returns what a list of people is about by its title and its values: marks at school, or how to reach the board of
    an association. A title with a day is of an event."""
    if lists_people(columns) and _names_only_leaders(columns):
        return "plans" if any(column.share("clock") or column.meaning in _TIMED for column in columns) else "contacts"
    posts = [column for column in columns if _holds_posts(table, column)]
    others = [c for c in columns if c not in posts and c.header and c.filled and not _may_be_mark(table, c)]
    others = [c for c in others if c.meaning != "people" or c.is_numeric]  # "Number" may be of a phone
    if not lists_people(columns) or any(map(is_about_people_there, others)):
        return ""
    if _follow_each_other(table):
        return "plans"
    titles = titles_of(table)
    if sum(_may_be_mark(table, column) for column in columns) >= _FEWEST_MARKS and (
        _mentions(titles, "of_grades") or any(map(_is_of_marks, columns))
    ):
        return "grades"
    if any(_holds_parts_of_programme(table, column) for column in columns) and any(
        sum(bool(_CLOCK.search(column.text(table.grid.rows[row]))) for row in table.rows) >= _FEWEST_PARTS
        for column in columns
    ):
        return "plans"
    dated = any(find_dates(text) or days_without_year(text) for text in titles)
    reached = any(column.meaning in ("phone", "email") for column in columns)
    if dated or not (reached or _mentions([table.grid.name], "of_contacts")):
        return ""
    named = [*titles, table.grid.name, PurePath(file).stem.replace("_", " ")]
    invited = any(values("participant") & set(normal(text).split()) for text in named)
    return "contacts" if posts or (_mentions(named, "of_contacts") and not invited) else ""


def _follow_each_other(table: Table) -> bool:
    """Whether rows are a plan: each begins at the time of day when the one before ends."""
    clocks = [_CLOCK.findall(" ".join(map(text_of, table.own_cells(row)))) for row in table.rows[:_FIRST_ROWS]]
    told = [found for found in clocks if len(found) > 1]
    after = sum(one[1] == other[0] != one[0] for one, other in pairwise(told))
    return len(told) >= max(_FEWEST_SLOTS, MAJORITY * len(clocks)) and after >= MAJORITY * (len(told) - 1)


def _names_only_leaders(columns: Sequence[Column]) -> bool:
    """Whether the only names are those of who is responsible for something, another person in each row: the telephone
    numbers and addresses beside them are theirs."""
    kinds = ("full names", "name")  # "Kaj Holm (bread)"
    named = any(column.meaning == "instructor" and any(map(column.share, kinds)) for column in columns)
    return named and not any(column.meaning in {*NAMES, "people"} for column in columns)


def _holds_parts_of_programme(table: Table, column: Column) -> bool:
    """Whether a column of texts names different parts of a programme ("Welcome", "Keynote: …")."""
    said = {normal(column.text(table.grid.rows[row])) for row in table.rows[:_FIRST_ROWS]}
    named = sum(is_of_programme(text) for text in said)
    return column.meaning not in PERSONAL and named >= max(_FEWEST_PARTS, len(said) / 2)


def is_beside_list(topic: str, table: Table, tables: Sequence[Table], reading: Reading) -> bool:
    """Returns whether a table about something else stands beside other sheets that say who came, so that it needs no
    question: its sheet is named after contacts, or it names the same people again, such as a plan of seats."""
    contacts = topic == "contacts" and _mentions([table.grid.name], "of_contacts")
    return (contacts and len(tables) > 1) or repeats_people(table, reading)


def _mentions(texts: Sequence[str], words: str) -> bool:
    """Whether a text has a phrase of a list of words."""
    return any(f" {phrase} " in f" {normal(text)} " for text in texts for phrase in evidence(words))


def _may_be_mark(table: Table, column: Column) -> bool:
    """Whether a column without a use holds different small numbers, perhaps with decimals, as marks are."""
    if not column.header or column.meaning not in ("", "unused", "session") or column.date:
        return False
    if column.codes and not _is_of_marks(column):  # "Deutsch" is a subject as well
        return False
    said = [text for row in table.rows if (text := column.text(table.grid.rows[row]))]
    found = [float(text.replace(",", ".")) for text in said if _MARK.fullmatch(text)]
    numbered = found == list(range(1, len(found) + 1))
    most = len(found) >= MAJORITY * max(len(said), 2)
    return most and len(set(found)) > 1 and not numbered and max(found) <= _HIGHEST_MARK


def _is_of_marks(column: Column) -> bool:
    """Whether a header is about marks: an average, or so many of a number of points."""
    words = normal(column.header).split()
    named = any(topics().get(form) == "grades" for form in (normal(column.header), *words))
    return (named and is_short(words)) or _OUT_OF.search(column.header) is not None


def _holds_posts(table: Table, column: Column) -> bool:
    """Whether a column has different posts on a board."""
    if column.meaning in PERSONAL:
        return False
    said = {normal(column.text(table.grid.rows[row])) for row in table.rows[:_FIRST_ROWS]}
    return len(said & evidence("on_board")) >= _FEWEST_POSTS


def _topic_of_headers(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> str:
    headed = [column for column in columns if column.header and column.filled]
    foreign = topics_of_headers(table, headed)
    if counted and not lists_people(columns):
        said = {foreign.get(column.at) for column in counted}
        if said & {"plans", "residents"} and len(said) == 1:
            return str(said.pop())
        if _orders_meals(foreign, counted):
            return "catering"
        if said == {MONEY} and [*foreign.values()].count(MONEY) >= _ENOUGH_FOREIGN:
            return MONEY
    if _names_by_number_alone(columns, foreign):
        return MONEY
    found = [topic for topic in foreign.values() if topic not in _OF_COUNTS]
    others = [column for column in headed if column.at not in foreign and is_about_people_there(column)]
    told = bool(counted) and all(names_people_met(one.header) or says_where(one.header) for one in counted)
    only_numbers = (bool(others) or told) and all(column in counted for column in others)
    if not found or (others and not only_numbers):
        return ""
    topic = max(found, key=found.count)
    if only_numbers:  # a number of things or clicks looks like a number of people
        alone = topic in _ALONE and not counts_people_met(topic, headed, counted)
        return topic if alone or found.count("stock") >= _ENOUGH_FOREIGN else ""
    return topic if _is_enough(columns, headed, found) else ""


def _names_by_number_alone(columns: Sequence[Column], foreign: Mapping[int, str]) -> bool:
    """Whether nothing but numbers under headers about money would name people: those of invoices look like telephone
    numbers."""
    personal = [column for column in columns if column.meaning in PERSONAL]
    return bool(personal) and all(one.meaning == "phone" and foreign.get(one.at) == MONEY for one in personal)


def _orders_meals(foreign: Mapping[int, str], counted: Sequence[Column]) -> bool:
    """Whether numbers beside columns of dishes are portions: two columns are about meals, or one is and one about
    money or goods."""
    beside = [topic for at, topic in foreign.items() if topic in ("catering", "stock", MONEY)]
    return "catering" in beside and len(beside) >= _ENOUGH_FOREIGN and bool(counted)


def _is_enough(columns: Sequence[Column], headed: Sequence[Column], found: Sequence[str]) -> bool:
    """Whether so many foreign columns outweigh the others."""
    if set(found) & _ALONE:
        return True
    clear = [topic for topic in found if topic in (MONEY, "invoices")]
    if any(column.meaning == "email" for column in headed):
        return len(found) >= _ENOUGH_FOREIGN and len(found) >= _FEW_FOREIGN * len(headed)
    if not lists_people(columns):
        return bool(clear) or len(found) >= _ENOUGH_FOREIGN
    return len(found) >= _ENOUGH_FOREIGN or len(clear) >= min(_ENOUGH_FOREIGN, _FEW_FOREIGN * len(headed))


def is_unclear_count(table: Table, columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether the only numbers of a table stand under a header that doesn't say that they are people, or only
    mentions them while each row names somebody else ("Actor", "Shoe size")."""
    if _counts_only_registered(columns, counted):
        return True
    if len(counted) > 1 and all(names_counter(column.header) for column in counted):
        return not is_running_count(table, counted)
    if len(counted) > 1 and all(names_entrance(column.header) for column in counted):
        return may_be_readings(table, counted)
    if len(counted) != 1 or (is_of_counter(table, counted[0]) and is_running_count(table, counted)):
        return False
    column = counted[0]
    readings = names_counter(column.header) and may_be_readings(table, counted)
    if readings or is_counted_by_several(table, columns, column) or is_actual_of_things(table, columns, column):
        return True
    if is_counted_again(table, columns, column):
        return True
    if _PEOPLE_WHO.match(column.header) or counts_at_a_door(column.header) or counts_who_came(column.header):
        return False
    if _is_told_by_sum(table, column) or (column.meaning == "people" and says_where(column.header)):
        return False
    named = any(one.header and one.meaning == "" and one.share("full names") >= MAJORITY for one in columns)
    away = any(one.is_numeric and counts_absent(one.header) for one in columns)  # then the others came
    away = away or any(one.meaning == "activity" for one in columns)  # topics of events may look like names
    named = named and not away and not _counts_people_by_day(columns, column)
    if named and column.meaning == "people" and normal(column.header) not in {*headers(), *people_words("people")}:
        return True
    known = column.meaning or column.codes or column.date or column.country or column.age_band
    return bool(column.header) and (not known or (not column.meaning and is_of_things(column.header)))


def _is_told_by_sum(table: Table, column: Column) -> bool:
    """Whether the sum at the end of a column says that its numbers are people: nobody adds up how many somebody knows.
    The header says so, or that they came, or the words beside the sum do."""
    label = closing_label([table.grid.rows[row] for row in table.rows], column.at)
    if label is None or names_registration(column.header) or is_planned(column.header):
        return False
    return column.meaning == "people" or tells_coming(column.header) or tells_coming(label)


def _counts_only_registered(columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Whether all numbers are of people who registered, and others beside them may say who came, or who did not."""
    if not counted or any(column.additional or not names_registration(column.header) for column in counted):
        return False
    others = [column for column in columns if column.is_numeric and column not in counted]
    return any(counts_absent(column.header) or (column.header and not column.meaning) for column in others)


def _counts_people_by_day(columns: Sequence[Column], counted: Column) -> bool:
    """Whether a header begins with a word for people, and each row has a day: what looks like names are places."""
    first = normal(counted.header).split()[:1]
    return any(column.meaning == "date" for column in columns) and not people_words("people").isdisjoint(first)
