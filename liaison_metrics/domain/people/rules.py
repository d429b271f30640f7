"""Rules 1 and 2 of counting.md, "One person", as functions of rows: which rows the evidence makes one person's.

Subtle points, decided here:

* What is told again of the same event, in the same words, is one attendance. Where an address or a birth is stated,
  rule 1 says so already; of two rows that state a name alone it is decided here, as a part of rule 1: otherwise a file
  that is imported again would count those twice whose name is contested in their city.
* Rule 1b is literal and transitive: two dates of one year are two people, but a row of the same name that knows only
  the year belongs to both and makes them one. A row without a name has no part in it.
* Rule 2 looks at classes of rule 1. A class states all that its rows state, in any city. Two classes contradict each
  other in birth, e-mail address or phone number if both state one and no value of the one agrees with a value of the
  other; a birth date agrees with the same date, a year with any date in it. Told apart by a decision, they contradict
  each other, too.
* All groups of one name in one city are looked at on the same classes of rule 1, whatever happens in other groups; what
  then hangs together is one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.people.groups import Flags, Groups, Positions, ordered
from liaison_metrics.domain.people.names import NameForms, tied_by_contact
from liaison_metrics.domain.people.rows import Rows

Labels = NDArray[np.int32]
"""For each row (or class) the number of the class (or person) that it belongs to."""

_LEAST, _MOST = np.iinfo(np.int64).min, np.iinfo(np.int64).max


def first_rule(rows: Rows, groups: Mapping[str, Groups], forms: NameForms) -> list[Groups]:
    """Returns the groups of rows that rule 1 makes one person's; *groups* are the rows' by ``Rows.values``."""
    by_email = tied_by_contact(groups["email"], rows.name, forms)
    by_phone = tied_by_contact(groups["phone"], rows.name, forms)
    return [groups["told"], *by_email, *by_phone, groups["birth"], _tied_by_year(rows, groups["year"])]


def _tied_by_year(rows: Rows, groups: Groups) -> Groups:
    """Returns the groups of a name and a birth year in which some row knows no more than the year."""
    if not len(groups.rows):
        return groups
    year_alone = np.logical_or.reduceat(rows.birth[groups.rows] == 0, groups.starts)
    return groups.where(year_alone[groups.numbers])


def second_rule(rows: Rows, by_city: Groups, classes: Labels, apart: Iterable[tuple[int, int]]) -> Groups:
    """Returns the groups of classes that rule 2 makes one person's.

    *by_city* are the rows by name and city, *classes* the rows' classes, and *apart* pairs of classes that a decision
    tells apart.
    """
    shared = _classes_that_share_a_name(by_city, classes)
    if not len(shared.rows):
        return shared
    contested = np.zeros(shared.numbers[-1] + 1, dtype=bool)
    for find in (_by_contact(rows.email), _by_contact(rows.phone), _by_birth(rows)):
        contested |= find(shared, classes)
    contested[_told_apart(shared, apart)] = True
    return shared.where(~contested[shared.numbers])


def _classes_that_share_a_name(by_city: Groups, classes: Labels) -> Groups:
    """Returns classes by name and city, each once for each; only where there are several."""
    width = np.int64(classes.max(initial=0)) + 1
    entries = ordered(by_city.numbers * width + classes[by_city.rows])
    found = Groups(entries // width + 1, (entries % width).astype(np.intp))
    return found.of_several()


Contest = Callable[[Groups, Labels], Flags]
"""Tells for each group of classes whether two of its classes contradict each other."""


def _by_contact(values: Int64s) -> Contest:
    def find(shared: Groups, classes: Labels) -> Flags:
        differ, settled = _differ(values, shared, classes)
        open_groups = np.flatnonzero(differ & ~settled)
        return _settle(differ, open_groups, shared, classes, values[:, None], _no_common_value)

    return find


def _by_birth(rows: Rows) -> Contest:
    def find(shared: Groups, classes: Labels) -> Flags:
        years = rows.birth_year.astype(np.int64)
        dates_differ, dates_settled = _differ(rows.birth, shared, classes)
        years_differ, years_settled = _differ(years, shared, classes)
        differ = dates_differ | years_differ
        open_groups = np.flatnonzero(differ & ~(dates_settled & years_settled))
        return _settle(differ, open_groups, shared, classes, np.stack((rows.birth, years), axis=1), _no_common_birth)

    return find


def _differ(values: Int64s, shared: Groups, classes: Labels) -> tuple[Flags, Flags]:
    """Returns for each group whether its classes state different values, and whether each class states one at most
    (then different values are a contradiction)."""
    count = int(max(classes.max(initial=0), shared.rows.max(initial=0))) + 1
    low, high = np.full(count, _MOST), np.full(count, _LEAST)
    stated = np.flatnonzero(values)
    np.minimum.at(low, classes[stated], values[stated])
    np.maximum.at(high, classes[stated], values[stated])
    low, high = low[shared.rows], high[shared.rows]
    differ: Flags = np.minimum.reduceat(low, shared.starts) < np.maximum.reduceat(high, shared.starts)
    settled: Flags = ~np.logical_or.reduceat(low < high, shared.starts)
    return differ, settled


def _settle(
    differ: Flags,
    open_groups: Positions,
    shared: Groups,
    classes: Labels,
    values: Int64s,
    contradict: Callable[[set[tuple[int, ...]], set[tuple[int, ...]]], bool],
) -> Flags:
    """Returns *differ* after looking at the open groups class by class, since a class there states several values."""
    if not len(open_groups):
        return differ
    entries = np.isin(shared.numbers, open_groups)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for group, member in zip(shared.numbers[entries].tolist(), shared.rows[entries].tolist(), strict=True):
        members[group].append(member)
    asked = np.flatnonzero(np.isin(classes, shared.rows[entries]) & values.any(axis=1))
    stated: defaultdict[int, set[tuple[int, ...]]] = defaultdict(set)
    for member, value in zip(classes[asked].tolist(), values[asked].tolist(), strict=True):
        stated[member].add(tuple(value))
    for group, found in members.items():
        differ[group] = any(contradict(stated[a], stated[b]) for a, b in combinations(found, 2))
    return differ


def _no_common_value(a: set[tuple[int, ...]], b: set[tuple[int, ...]]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def _no_common_birth(a: set[tuple[int, ...]], b: set[tuple[int, ...]]) -> bool:
    return (
        bool(a)
        and bool(b)
        and not any(
            date == other if date and other else year == other_year for date, year in a for other, other_year in b
        )
    )


def _told_apart(shared: Groups, apart: Iterable[tuple[int, int]]) -> list[int]:
    """Returns the groups that hold both classes of a pair."""
    apart = list(apart)
    if not apart:
        return []
    concerned = np.isin(shared.rows, [member for pair in apart for member in pair])
    groups_of: defaultdict[int, set[int]] = defaultdict(set)
    for group, member in zip(shared.numbers[concerned].tolist(), shared.rows[concerned].tolist(), strict=True):
        groups_of[member].add(group)
    return sorted({group for a, b in apart for group in groups_of[a] & groups_of[b]})
