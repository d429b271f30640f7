"""Rules 1 and 2 of counting.md, "One person": which rows are of one person, by what they state.

Details that counting.md leaves open:

* Rows that state a name alone, twice about the same event, are one attendance. For rows with an address or a birth,
  rule 1 says so anyway. Without this, importing a file again would count a person twice whose name is contested.
* A row without a name has no part in rule 1b.
* Rule 2 looks at classes of rule 1. A class states all that its rows state, in any city. Two classes contradict each
  other in birth date, birth year, e-mail address or phone number if both state one and have no value in common. Classes
  that a decision keeps apart contradict each other, too.
* All groups of one name in one city are looked at on the same classes of rule 1, whatever happens in other groups.
  Classes that hang together through such groups are one person unless rows among them contradict each other: then they
  are divided (``division``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.people.division import Pair, births_contradict, contacts, in_order
from liaison_metrics.domain.people.encoding import Identity
from liaison_metrics.domain.people.groups import Flags, Groups, Labels, Number, Positions, ordered
from liaison_metrics.domain.people.names import ContactTies, NameForms, several_values
from liaison_metrics.domain.people.rows import Rows


@dataclass(frozen=True, slots=True)
class FirstRule:
    """What rule 1 says about some rows.

    ``ties`` are groups of rows: rows that fit each other hang together through them, and so may rows that contradict
    each other. ``crowded`` are the addresses on which only equal names are compatible.
    """

    ties: Sequence[Groups]
    by_contact: Sequence[ContactTies]
    crowded: frozenset[int]

    @classmethod
    def of(cls, rows: Rows, groups: Mapping[str, Groups], forms: NameForms) -> FirstRule:
        """Returns what rule 1 says; *groups* are the rows' by ``Rows.values``."""
        by_contact = [ContactTies.of(groups[kind], rows.name, forms) for kind in ("email", "phone")]
        ties = [tie for contact in by_contact for tie in contact.ties]
        ties += [groups["repeated"], groups["birth"], _tied_by_year(rows, groups["birth_year"])]
        return cls(ties, by_contact, frozenset[int]().union(*(contact.crowded for contact in by_contact)))

    def suspects(self, whole: Labels) -> Positions:
        """Returns rows that may share an address with a row of the same *whole* whose name is not compatible."""
        return np.concatenate([contact.suspects(whole) for contact in self.by_contact])


def _tied_by_year(rows: Rows, groups: Groups) -> Groups:
    """Returns the groups of a name and a birth year in which some row states no more than the year."""
    if not len(groups.rows):
        return groups
    year_alone = np.logical_or.reduceat(rows.birth[groups.rows] == 0, groups.starts)
    return groups.where(year_alone[groups.numbers])


def fitting(statements: Iterable[tuple[int, Identity]], compatible: set[Pair], crowded: frozenset[int]) -> set[Pair]:
    """Returns the pairs of nodes that fit by rule 1; *statements* are the nodes with what each states."""
    meeting: defaultdict[tuple[int, int], list[tuple[int, Identity]]] = defaultdict(list)
    for node, identity in set(statements):
        for contact in contacts(identity):
            meeting[contact, identity.name if contact in crowded else 0].append((node, identity))
        if identity.name and identity.birth_year:
            meeting[identity.name, identity.birth_year].append((node, identity))
    return {
        (a, b)
        for together in meeting.values()
        for (a, one), (b, other) in combinations(together, 2)
        if a != b
        and (one.name == other.name or not one.name or not other.name or in_order(one.name, other.name) in compatible)
        and not births_contradict(one[3:], other[3:])
    }


def second_rule(
    rows: Rows, by_city: Groups, classes: Labels, rivals: Iterable[Pair], contested_names: Collection[int] = ()
) -> tuple[Groups, Groups]:
    """Returns the groups of classes that rule 2 joins, and the groups that it does not join since two classes
    contradict each other.

    *by_city* are the rows by name and city, *classes* the rows' classes, *rivals* pairs of classes that a decision
    keeps apart, and *contested_names* those of ``Decisions.contested``.
    """
    shared = _classes_that_share_a_name(by_city, classes)
    if not len(shared.rows):
        return shared, shared
    contested = np.zeros(shared.numbers[-1] + 1, dtype=bool)
    for values in (rows.email, rows.phone, rows.birth, rows.birth_year.astype(np.int64)):
        contested |= _contested(values, shared, classes)
    contested[_kept_apart(shared, rivals)] = True
    if contested_names:
        of_group = by_city.values[by_city.starts][shared.values[shared.starts] - 1]
        contested |= np.isin(of_group, np.array(sorted(contested_names), dtype=np.int64))
    return shared.where(~contested[shared.numbers]), shared.where(contested[shared.numbers])


def _classes_that_share_a_name(by_city: Groups, classes: Labels) -> Groups:
    """Returns classes by name and city, each once for each; only where there are several."""
    width = np.int64(classes.max(initial=0)) + 1
    entries = ordered(by_city.numbers * width + classes[by_city.rows])
    found = Groups(entries // width + 1, (entries % width).astype(np.intp))
    return found.of_several()


def _contested(values: Int64s, shared: Groups, classes: Labels) -> Flags:
    """Returns for each group of classes whether two of them state values and have none in common."""
    value, several = values_of(values, classes, int(shared.rows.max(initial=0)) + 1)
    contested = several_values(Groups(shared.values, np.arange(len(shared.rows))), value[shared.rows])
    # Where each class states one value at most, different values are a contradiction. The others are compared in full.
    unclear = several[shared.rows]
    if not unclear.any():
        return contested
    entries = np.isin(shared.values, shared.values[unclear])
    members: defaultdict[int, list[int]] = defaultdict(list)
    for group, member in zip(shared.numbers[entries].tolist(), shared.rows[entries].tolist(), strict=True):
        members[group].append(member)
    compared = np.zeros(len(several), dtype=bool)
    compared[shared.rows[entries]] = True
    stating = np.flatnonzero(compared[classes] & (values != 0))
    stated: defaultdict[int, set[int]] = defaultdict(set)
    for member, statement in zip(classes[stating].tolist(), values[stating].tolist(), strict=True):
        stated[member].add(statement)
    for group, found in members.items():
        sets = [stated[member] for member in found if stated[member]]
        contested[group] = any(a.isdisjoint(b) for a, b in combinations(sets, 2))
    return contested


def values_of(values: NDArray[Number], labels: Labels, count: int = 0) -> tuple[NDArray[Number], Flags]:
    """Returns for each label a value that its rows state (0: none), and whether they state others, too. *count* is how
    many labels there are at least."""
    stated = np.flatnonzero(values)
    value = np.zeros(max(count, int(labels.max(initial=-1)) + 1), dtype=values.dtype)
    several = np.zeros(len(value), dtype=bool)
    stating, values = labels[stated], values[stated]
    value[stating] = values
    several[stating[value[stating] != values]] = True
    return value, several


def _kept_apart(shared: Groups, rivals: Iterable[Pair]) -> list[int]:
    """Returns the groups that hold both classes of a pair."""
    rivals = list(rivals)
    if not rivals:
        return []
    concerned = np.isin(shared.rows, [member for pair in rivals for member in pair])
    groups_of: defaultdict[int, set[int]] = defaultdict(set)
    for group, member in zip(shared.numbers[concerned].tolist(), shared.rows[concerned].tolist(), strict=True):
        groups_of[member].add(group)
    return sorted({group for a, b in rivals for group in groups_of[a] & groups_of[b]})
