"""Settles columns whose header can mean two things by the columns beside them: the title of an event or of a person,
the town of an event or of an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, meaning_of
from liaison_metrics.sheets.words.lists import normal, tools

_BESIDE = 2
"""A town belongs to an address if a street or postcode is at most this many columns away."""

_SHARED = 3
"""A contact of so many people is nobody's own; two can share one (counting.md, "One person")."""

_ROLES = 0.8
"""In a column of roles, at least this share of the values are."""

_EVENT_COLUMNS = frozenset({"date", "activity"})


def settle_ambiguous_headers(columns: Sequence[Column]) -> None:
    """Changes the meaning of columns that, in a list of people, are about the person and not about the event."""
    for column in columns:
        if normal(column.header) in tools("holder") and not any(c.meaning in NAMES for c in columns):
            column.meaning = "name"
    _drop_shared_contacts(columns)
    if _logs_events(columns):
        for column in columns:
            if column.meaning in PERSONAL:
                column.meaning = "unused"
    if not any(column.meaning in PERSONAL for column in columns):
        return
    for column in columns:
        if column.meaning == "city" and _is_of_address(column, columns):
            column.meaning = "residence"
        elif _is_title_of_person(column, columns) or _is_office(column, columns):
            column.meaning = "unused"


def _drop_shared_contacts(columns: Sequence[Column]) -> None:
    """Drops a contact that is the same in all rows, where nobody is named: it is that of an institution, and would make
    them one person."""
    if any(column.meaning in NAMES for column in columns):
        return
    rows = max((column.filled for column in columns), default=0)
    for column in columns:
        if column.meaning in ("email", "phone") and column.distinct == 1 and column.filled >= max(_SHARED, rows / 2):
            column.meaning = "unused"


def _logs_events(columns: Sequence[Column]) -> bool:
    """Whether a table logs events with their numbers of people, and its contact data are those of an institution or of
    a contact person. A form in which each person says how many come along has no column of who led the event, and no
    number as large as a group's."""
    counts = [c for c in columns if c.meaning == "people" and c.is_numeric and c.filled]
    if not counts or any(c.meaning in NAMES for c in columns) or not any(c.meaning in EVENT for c in columns):
        return False
    contacts = [c for c in columns if c.meaning in PERSONAL]
    led = any(c.meaning == "instructor" and c.filled for c in columns)
    return led or any(set(normal(c.header).split()) & tools("institution") for c in contacts)


def _is_office(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column of posts has the person's organisation beside it, and few posts are roles at an event."""
    if column.meaning != "role" or column.share("role") >= _ROLES:
        return False
    if not set(normal(column.header).split()) & tools("office"):
        return False
    return any(
        set(normal(other.header).split()) & tools("own_organisation") for other in columns if other is not column
    )


def _is_title_of_person(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column "Title" holds salutations, degrees or jobs. It does in a list without dates and activities,
    where titles of events would stand without their events."""
    if column.meaning != "title" or normal(column.header) not in tools("ambiguous_title"):
        return False
    if column.share("salutation") >= 0.5:
        return True
    if any(c.filled and c.meaning == meaning_of(c.header) and c.meaning in _EVENT_COLUMNS for c in columns):
        return False
    return column.distinct > 1 or 2 * column.filled < max(c.filled for c in columns)


def _is_of_address(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column of towns has a street or a postcode beside it."""
    if normal(column.header) not in tools("town"):
        return False
    return any(
        abs(other.at - column.at) <= _BESIDE and normal(other.header) in tools("part_of_address")
        for other in columns
        if other is not column
    )


def complete_years(columns: Sequence[Column]) -> None:
    """Adds the year to session dates without one if the other headers agree on it ("7 Oct", "14 Oct 2021")."""
    years = {column.date.year for column in columns if column.date} - {0}
    for column in columns if len(years) == 1 else ():
        if column.date and not column.date.year and not column.date.impossible:
            column.date = replace(column.date, year=next(iter(years)))
