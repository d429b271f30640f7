"""Numbers of people for whom the rows of a list stand: whether sums below the list say so, and what a 0, a dash or the
same number in all rows mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.headcounts.beside_lists.closing_sums import sums_up_parties
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.cells import number_of, text_of
from liaison_metrics.sheets.words.headers import NAMES, includes_oneself, is_of_companions, is_of_household
from liaison_metrics.sheets.words.lists import alternatives, normal, tools
from liaison_metrics.sheets.words.phrases.numbers import people_by_kind
from liaison_metrics.sheets.words.phrases.others import unnamed_people
from liaison_metrics.sheets.words.phrases.prose.groups import is_group
from liaison_metrics.sheets.words.phrases.titles.coming import tells_coming
from liaison_metrics.sheets.words.presence import says_absent, says_present

Told = Sequence[tuple[str, int, int]]
"""Numbers of people that rows below a list state, each with the words before it and its column."""

_MORE = re.compile(r"\(?(?:\+|plus)\s?(\d{1,2})(?:\s*\(?(?P<whom>[^\W\d]+)[^\d]*)?\)?", re.I)
"""So many more people ("+3", "+2 children")."""

_WHO_CAME = ("present", "signature")
"""Meanings of columns that say who came."""

_JOINED = re.compile(rf"[,;/&+\n]|\s(?:{alternatives('and', 'people')})\s", re.I)
"""What stands between people in a cell."""

_IN_WORDS = ("people", "unused", "instructor", "role", "notes", "")
"""Meanings of columns that may say in words who came along."""

_LONGEST_NAMES = 60
"""A longer text is a remark."""

_CONTACTS = ("phone", "email")
"""Meanings of columns without which a row of a group without a name lists nobody."""

_MOSTLY = 0.5
"""If so many rows name groups, the others do as well."""

_FEWEST_SUMMED = 2
"""One number may be anything."""


def people_in(value: Cell) -> int | None:
    """Returns the number of people in a cell, also in words or with a sign."""
    if (number := number_of(value)) is not None or not isinstance(value, str):
        return number
    if (more := more_people(value)) is not None:
        return more
    return people_by_kind(value) or None


def more_people(text: str) -> int | None:
    """Returns how many more people a text with a plus says, None if it counts something else."""
    found = _MORE.fullmatch(text.strip())
    whom = normal(found["whom"] or "") if found else ""
    return None if found is None or whom in tools("other_units") else int(found[1])


def companions_in(value: Cell) -> int | None:
    """Returns how many people a cell under a header for companions names or counts ("son Emil, daughter Ida", "yes",
    "+2"), None if it is empty."""
    if (number := people_in(value)) is not None or not (text := text_of(value)):
        return number
    if says_absent(text) or not any(map(str.isalpha, text)):
        return 0
    if says_present(text):
        return 1
    parts = [
        people_in(part.strip()) or unnamed_people(part.strip()) or 1 for part in _JOINED.split(text) if part.strip()
    ]
    return sum(parts)


def names_companions(column: Column, rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether a column says in words, under a header for them, who came along with some of the people. Somebody
    who stands beside several people leads them."""
    if column.meaning not in _IN_WORDS or not is_of_companions(normal(column.header)):
        return False
    told = Counter(text for cells in rows if (text := text_of(column.value(cells))))
    named = {text for text in told if people_in(text) is None and not (says_absent(text) or says_present(text))}
    kin = tools("one_accompanying") | tools("came_along") | tools("kin") | tools("accompanying_people")
    leads = any(told[text] > 1 and kin.isdisjoint(normal(text).split()) for text in named)
    words = set(normal(column.header).split())
    counted = named or not words.isdisjoint(tools("one_accompanying"))  # "Children with you?": "yes" says not how many
    return bool(told) and bool(counted) and not leads and all(len(text) <= _LONGEST_NAMES for text in told)


def numbers_by_event(column: Column, events: Sequence[int], rows: Sequence[Sequence[Cell]]) -> list[list[int]]:
    """Returns the numbers of people in a column for each event, which the cells at some positions tell apart."""
    found: dict[tuple[str, ...], list[int]] = {}
    for cells in rows:
        number = people_in(column.value(cells))
        if number is not None:
            key = tuple(text_of(cells[at]) if at < len(cells) else "" for at in events)
            found.setdefault(key, []).append(number)
    return list(found.values())


def is_summed_up(header: str, at: int, numbers: Sequence[int], told: Told) -> bool:
    """Returns whether a row below a list states the sum of a column whose header says neither of whom nor of what its
    numbers are, and the header, or the words beside the sum, say that these people came."""
    sums = [label for label, people, place in told if place == at and sums_up_parties(people, numbers, named=False)]
    return any(tells_coming(header) or tells_coming(label) for label in sums)


def ties_with_list(numbers: Sequence[int], told: Told) -> bool:
    """Returns whether a total is the people listed together with the numbers of a column of which nobody knows the
    header."""
    several = sum(map(bool, numbers)) >= _FEWEST_SUMMED
    return several and len(numbers) + sum(numbers) in {people for _label, people, _at in told}


def says_nobody(value: Cell) -> bool:
    """Returns whether a dash or a word for absence stands in place of a number of people."""
    return isinstance(value, str) and bool(text := text_of(value)) and says_absent(text)


def is_summed_without_signs(at: int, cells: Sequence[tuple[Cell, int | None]], told: Told) -> bool:
    """Returns whether a row below states the sum of a column of people in which some have a dash in place of a number:
    nobody came of these. Each of the *cells* has its number beside it; who came alone has a 1."""
    numbers = [number for _value, number in cells if number is not None]
    signs = any(says_nobody(value) for value, _number in cells)
    return signs and 1 in numbers and any(place == at and people == sum(numbers) for _label, people, place in told)


def leaves_most_open(people: Column, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether most of those who came have no number of *people*: they came alone, so a 1 of somebody else may
    be one more."""
    said = [column for column in columns if column.meaning in _WHO_CAME and column.filled]
    came = [cells for cells in rows if all((text := one.text(cells)) and not says_absent(text) for one in said)]
    return 2 * sum(people_in(people.value(cells)) is None for cells in came) > len(came)


def are_event_totals(numbers: Sequence[Sequence[int]]) -> bool:
    """Returns whether the numbers of several rows of each event are all the same: its total, and none of a row."""
    return any(len(found) > 1 for found in numbers) and all(len(set(found)) == 1 for found in numbers)


def names_families(columns: Sequence[Column]) -> bool:
    """Returns whether a list names families under a header that says so, and not one person a row."""
    return any(column.meaning in NAMES and is_of_household(normal(column.header)) for column in columns)


def names_groups(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Returns whether most rows name a group and not one person: a family, a class, a club."""
    for column in (one for one in columns if one.meaning in ("", "unused", "group", "organisation", *NAMES)):
        told = [text for cells in rows if (text := text_of(column.value(cells)))]
        if told and len(told) == len(rows) and sum(map(is_group, told)) >= _MOSTLY * len(told):
            named = [one for one in columns if one.meaning in NAMES and one is not column]
            listed = [column] if column.meaning in NAMES else [one for one in columns if one.meaning in _CONTACTS]
            return not named and all(any(one.text(cells) for one in listed) for cells in rows)
    return False


def names_several(column: Column) -> bool:
    """Returns whether a header says that the person of a row stands for a family, or is included in a number."""
    form = normal(column.header)
    of_family = column.meaning == "name" and bool(set(form.split()) & tools("households"))
    return of_family or is_of_household(form) or includes_oneself(form)
