"""Tells tables that aren't about attendance: invoices, price lists, stock, hours of work, marks at school, plans.

A title or an option may name an event for such a table too, so a known event doesn't make it a list of who was there.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools, topics
from liaison_metrics.texts import _

_ABOUT_PEOPLE_THERE = frozenset(
    ("present", "signature", "community", "gender", "birth_date", "birth_year", "age", "joined", "group", "consent",
     "role", "session", "people", "registered")
)  # fmt: skip
"""Meanings of columns that only lists of people who were there have."""

_FEW_FOREIGN = 0.3
"""From this share of foreign columns on, a table without any of the columns above is foreign. Ticket exports have a
price among ten columns or more."""

_ENOUGH_FOREIGN = 2
"""As many foreign columns show it in a wide table as well. Lists of people too may have a single column about a job, a
place or a language."""

_ALONE = frozenset({"subscribers", "travel", "evaluation"})
"""Topics that a single header shows."""

_NUMBERS = frozenset({"grades", "evaluation"})
"""Topics whose columns hold numbers."""

MONEY = "money"
"""The topic of tables about money, goods and work, which have words of their own."""

_LONGEST = 4
"""Headers of more words mention other things. Only evaluations ask in whole sentences."""


def topic_of(columns: Sequence[Column], counted: Sequence[Column]) -> str:
    """Returns what a table is about instead of attendance, "" if it may be about attendance. *counted* are its numbers
    of people."""
    headed = [column for column in columns if column.header and column.filled]
    foreign = {column.at: topic for column in headed if (topic := _topic(column))}
    if counted and not lists_people(columns):
        said = {foreign.get(column.at) for column in counted}
        if said & {"plans", "residents"} and len(said) == 1:
            return str(said.pop())
    found = [topic for topic in foreign.values() if topic not in ("plans", "residents")]
    others = [column for column in headed if column.at not in foreign and _is_about_people_there(column)]
    only_numbers = bool(others) and all(column in counted for column in others)
    if not found or (others and not only_numbers):
        return ""
    topic = max(found, key=found.count)
    if only_numbers:  # a number of things or clicks looks like a number of people
        return topic if topic in _ALONE or found.count("stock") >= _ENOUGH_FOREIGN else ""
    return topic if _is_enough(columns, headed, found) else ""


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


def is_unclear_count(counted: Sequence[Column]) -> bool:
    """Returns whether the only numbers of a table stand under a header that doesn't say that they are people."""
    if len(counted) != 1:
        return False
    column = counted[0]
    return bool(column.header) and not (
        column.meaning or column.codes or column.date or column.country or column.age_band
    )


def topic_question(topic: str) -> str:
    """Returns the question about a table of a topic."""
    kinds = {
        "invoices": _("a list of invoices or fees"),
        "suppliers": _("a list of suppliers"),
        "grades": _("a list of marks at school"),
        "stock": _("a list of things"),
        "evaluation": _("an evaluation"),
        "plans": _("a plan"),
        "applications": _("a list of applications"),
        "subscribers": _("a list of subscribers or clicks"),
        "members": _("a list of members"),
        "residents": _("figures about residents"),
        "travel": _("a list of journeys"),
        MONEY: _("a table about money, goods or work"),
    }
    return _("This looks like {kind}. Are these people who were at the event?").format(kind=kinds[topic])


def _is_about_people_there(column: Column) -> bool:
    if column.date is not None or column.codes:
        return True
    if _is_of_members(column):
        return False
    return column.meaning in _ABOUT_PEOPLE_THERE or meaning_of(column.header) in _ABOUT_PEOPLE_THERE


def _is_of_members(column: Column) -> bool:
    """Whether a column says on which day people joined an association. Who joins a meeting does so at a time."""
    timed = column.share("clock") or column.share("stamp")
    return meaning_of(column.header) == "joined" and column.share("date") >= MAJORITY and not timed


def _topic(column: Column) -> str:
    if _is_of_members(column):
        return "members"
    form = normal(column.header)
    words = form.split()
    if form in tools("foreign") or (len(words) <= _LONGEST and any(word in tools("foreign") for word in words)):
        return MONEY
    found = topics().get(form) or next((topic for word in words if (topic := topics().get(word))), "")
    if found in _NUMBERS and column.shares.get("number", 0.0) < _FEW_FOREIGN:
        return ""
    return found if len(words) <= _LONGEST or found == "evaluation" else ""
