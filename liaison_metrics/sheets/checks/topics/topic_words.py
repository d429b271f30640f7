"""Words in headers that say what a table is about: something else than attendance, or people who were there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.dates import read_date
from liaison_metrics.sheets.words.headers import PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import evidence, is_planned, normal, people_words, tools, topics
from liaison_metrics.sheets.words.phrases.numbers import names_counter, names_entrance
from liaison_metrics.sheets.words.phrases.titles.moments import heads_time_there
from liaison_metrics.sheets.words.presence import counts_who_came, names_people, names_registration

ABOUT_PEOPLE_THERE = frozenset(
    ("present", "signature", "community", "gender", "birth_date", "birth_year", "age", "joined", "group", "consent",
     "role", "session", "people", "registered")
)  # fmt: skip
"""Meanings of columns that only lists of people who were there have."""

MONEY = "money"
"""The topic of tables about money, goods and work, which have words of their own."""

_HANDED_OUT = ("keys", "stock")
"""Topics of things that people get."""

_ASIDE = re.compile(r"\([^)]*\)")

_NUMBERS = frozenset({"grades", "evaluation"})
"""Topics whose columns hold numbers."""

_FEW_NUMBERS = 0.3
"""From this share of its values on, a column holds marks or ratings."""

_OF_THE_TEAM = frozenset({"roster", "travel"})
"""What a team that counts people also notes: its shifts, and how far it went."""

_OF_EVENTS = (("date", "date"), ("activity", "activity"))
"""Meanings of the columns of a log of events, and what most of their values are."""

_COUNT_PEOPLE = ("people", "present")

_FEWEST_PARTS = 2
"""A number of a row is the sum of so many others, and in more rows than so many, by no chance."""

_LONGEST_LINK = 4
"""Letters of a small word before that for a stand ("am", "allo", "στον")."""

_LONGEST = 4
"""Headers of more words mention other things. Only evaluations ask in whole sentences."""


def titles_of(table: Table) -> list[str]:
    """Returns the texts above a table."""
    return [text for row in table.context_rows for value in table.grid.rows[row] if (text := text_of(value))]


def logs_events(columns: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether each row is an event with its day, its activity and how many people came. Such a table is about
    attendance, even if other columns say what the events cost. *counted* are the columns with numbers of people."""
    told = {column.meaning: column for column in columns if column.filled}
    stated = all(kind in told and told[kind].share(share) >= MAJORITY for kind, share in _OF_EVENTS)
    known = any(meaning_of(column.header) in _COUNT_PEOPLE and not is_planned(column.header) for column in counted)
    return stated and known and not PERSONAL & told.keys()


def is_short(words: list[str]) -> bool:
    """Returns whether a header has so few words that one of them says what it is about."""
    return len(words) <= _LONGEST


def is_about_people_there(column: Column) -> bool:
    """Returns whether only lists of people who were there have such a column."""
    if column.meaning in PERSONAL:  # "Pupil" over names is no number of pupils
        return False
    if column.date is not None or column.codes:
        return True
    if _is_of_members(column) or normal(column.header).startswith(tuple(evidence("beside_event"))):
        return False
    if any(word in evidence("beside_event") for word in normal(column.header).split()):  # a number in the household
        return False
    return column.meaning in ABOUT_PEOPLE_THERE or meaning_of(column.header) in ABOUT_PEOPLE_THERE


def _is_of_members(column: Column) -> bool:
    """Whether a column says on which day people joined an association. Who joins a meeting does so at a time."""
    timed = column.share("clock") or column.share("stamp")
    return meaning_of(column.header) == "joined" and column.share("date") >= MAJORITY and not timed


def topic_of_header(column: Column) -> str:
    """Returns what a header is about instead of attendance, "" if nothing else."""
    if _is_of_members(column):
        return "members"
    if column.moment or counts_who_came(column.header):  # "Signature before the break", "Waren da"
        return ""
    form = normal(column.header)
    words = form.split()
    if heads_time_there(column.header) and not evidence("attended_part").isdisjoint(words):  # "Units attended"
        return ""
    if form in tools("foreign") or (len(words) <= _LONGEST and any(word in tools("foreign") for word in words)):
        return MONEY
    found = topics().get(form) or next((topic for word in words if (topic := topics().get(word))), "")
    if found in _HANDED_OUT and normal(_ASIDE.sub(" ", column.header)) in people_words("people"):
        return ""  # "Visitors (tokens)": one for each of them
    if found in _NUMBERS and column.shares.get("number", 0.0) < _FEW_NUMBERS:
        return ""
    return found if len(words) <= _LONGEST or found == "evaluation" else ""


def topics_of_headers(table: Table, headed: Sequence[Column]) -> dict[int, str]:
    """Returns what the headers of columns are about instead of attendance, by column. Languages are no subjects of
    marks where each row is a day, and a number the sum of the others ("Italian table", "Arabic table", "in all")."""
    found = {column.at: topic for column in headed if (topic := topic_of_header(column))}
    if "grades" in found.values() and _adds_up_days(table, headed):
        found = {at: topic for at, topic in found.items() if topic != "grades"}
    return found


def _adds_up_days(table: Table, columns: Sequence[Column]) -> bool:
    """Whether each row has a day, and one of its numbers adds up the others."""
    dated = [column for column in columns if column.meaning == "date"]
    numbers = [column for column in columns if column.is_numeric and column not in dated]
    if len(dated) != 1 or len(numbers) <= _FEWEST_PARTS or any(column.meaning in PERSONAL for column in columns):
        return False
    rows = [table.grid.rows[row] for row in table.rows if read_date(dated[0].value(table.grid.rows[row]))]
    told = [[number_of(column.value(cells)) or 0 for column in numbers] for cells in rows]
    return len(told) > _FEWEST_PARTS and any(
        all(2 * parts[at] == sum(parts) > 0 for parts in told) for at in range(len(numbers))
    )


def counts_people_met(topic: str, headed: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Returns whether numbers beside shifts, or beside kilometres without other words of a journey, are of people who
    were met ("Visitors", "People spoken to")."""
    if topic == "subscribers":
        return _counts_by_clicker(headed, counted)
    if topic not in _OF_THE_TEAM:
        return False
    beside = [word for column in headed if column not in counted for word in normal(column.header).split()]
    if topic == "travel" and not evidence("of_journeys").isdisjoint(beside):
        return False
    met = [column.header for column in counted if names_people_met(column.header) or says_where(column.header)]
    return any(not is_planned(header) and not names_registration(header) for header in met)


def _counts_by_clicker(headed: Sequence[Column], counted: Sequence[Column]) -> bool:
    """Whether the clicks of a table are those of a device in somebody's hand: of visitors, hour by hour."""
    clicks = [column for column in headed if topic_of_header(column) == "subscribers"]
    timed = any(column.meaning == "time" or column.share("clock") >= MAJORITY for column in headed)
    return timed and all(c in counted and names_counter(c.header) and names_people_met(c.header) for c in clicks)


def says_where(header: str) -> bool:
    """Returns whether a header says that its people came in at a gate, or stopped at a stand ("People at the stand",
    "Besucher am Stand"), and is of nothing that they have."""
    if names_entrance(header):
        return True
    people, *others = normal(header).split() or [""]
    known = [word for word in others if word.startswith(tuple(tools("stands")))]
    return names_people(people) and bool(known) and all(word in known or len(word) <= _LONGEST_LINK for word in others)


def names_people_met(header: str) -> bool:
    """Returns whether a header says that its numbers are of visitors, participants or others who were met."""
    return any(word.startswith(tuple(evidence("people_met"))) for word in normal(header).split())
