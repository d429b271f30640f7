"""Tells tables that aren't about attendance: invoices, costs, price lists, stock, hours of work, marks at school.

A title or an option may name an event for such a table too, so a known event doesn't make it a list of who was there.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.meanings import lists_people
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools

_ABOUT_PEOPLE_THERE = frozenset(
    ("present", "signature", "community", "gender", "birth_date", "birth_year", "age", "joined", "group", "consent",
     "role", "session", "people", "registered")
)  # fmt: skip
"""Meanings of columns that only lists of people who were there have."""

_FEW_FOREIGN = 0.3
"""From this share of foreign columns on, a table without any of the columns above is foreign. Ticket exports have a
price among ten columns or more."""

_ENOUGH_FOREIGN = 2
"""As many foreign columns show it in a wide table as well."""


def is_foreign(columns: Sequence[Column]) -> bool:
    """Returns whether a table is about money, goods, hours of work or marks, and nothing in it is about attendance."""
    headed = [column for column in columns if column.header and column.filled]
    foreign = [column for column in headed if _is_foreign_header(column)]
    if not foreign or any(_is_about_people_there(column) for column in headed if column not in foreign):
        return False
    if any(column.meaning == "email" for column in headed):
        return len(foreign) >= _ENOUGH_FOREIGN and len(foreign) >= _FEW_FOREIGN * len(headed)
    if not lists_people(columns):
        return True
    return len(foreign) >= min(_ENOUGH_FOREIGN, _FEW_FOREIGN * len(headed))


def is_unclear_count(counted: Sequence[Column]) -> bool:
    """Returns whether the only numbers of a table stand under a header that doesn't say that they are people."""
    if len(counted) != 1:
        return False
    column = counted[0]
    return bool(column.header) and not (column.meaning or column.codes or column.date or column.country)


def _is_about_people_there(column: Column) -> bool:
    if column.date is not None or column.codes:
        return True
    return column.meaning in _ABOUT_PEOPLE_THERE or meaning_of(column.header) in _ABOUT_PEOPLE_THERE


def _is_foreign_header(column: Column) -> bool:
    form = normal(column.header)
    if form in tools("foreign"):
        return True
    words = form.split()
    return len(words) <= 4 and any(word in tools("foreign") for word in words)
