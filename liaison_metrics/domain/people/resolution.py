"""Which attendances belong to one human being: counting.md, "One person", as a function of attendances and decisions.

Rules 1 and 2 say what belongs together (``rules``); where a coordinator told apart what would hang together by them,
it is divided (``decisions``). An attendance without name, e-mail address and phone number is nobody's, even with a
birth date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import AttendanceColumns
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions, Pairs, divide
from liaison_metrics.domain.people.groups import Groups, Positions, join
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.people.rules import Labels, first_rule, second_rule

NOBODY = -1
"""The person of a row that is nobody's."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers for what hangs together by evidence (``whole``) and for what decisions leave of it (``part``); the same
    column where they divide nothing."""

    whole: Labels
    part: Labels

    def at(self, rows: NDArray[np.integer]) -> Parts:
        """Returns the numbers of some rows."""
        part = self.part[rows]
        return Parts(part if self.whole is self.part else self.whole[rows], part)

    def with_parts(self, numbers: Labels) -> Parts:
        """Returns the same with other numbers for the parts; a whole has the smallest number of its parts."""
        if self.whole is self.part:
            return Parts(numbers, numbers)
        smallest = np.full(int(self.whole.max(initial=-1)) + 1, np.iinfo(np.int32).max, dtype=np.int32)
        np.minimum.at(smallest, self.whole, numbers)
        return Parts(smallest[self.whole], numbers)

    def with_more(self, count: int) -> Parts:
        """Returns a copy with further rows, which are nobody's yet."""
        more = np.full(count, NOBODY, dtype=np.int32)
        part = np.concatenate((self.part, more))
        return Parts(part if self.whole is self.part else np.concatenate((self.whole, more)), part)

    def write(self, rows: Positions, numbers: Parts, left: Positions) -> Parts:
        """Returns the same with other numbers for some rows, and none for those that left. Writes over these parts,
        which are not to be used any more."""
        divided = self.whole is not self.part or numbers.whole is not numbers.part
        whole = self.part.copy() if divided and self.whole is self.part else self.whole
        self.part[left], self.part[rows] = NOBODY, numbers.part
        if divided:
            whole[left], whole[rows] = NOBODY, numbers.whole
        return Parts(whole, self.part)


def resolve(
    columns: AttendanceColumns, city_of_event: Mapping[int, str], forms: NameForms, decisions: Decisions = NO_DECISIONS
) -> Labels:
    """Returns for each attendance the number of its person: 0, 1, … and ``NOBODY``.

    *forms* gives the forms of names; it is asked only about names that differ on one e-mail address or phone number.
    """
    events, which = np.unique(columns.event, return_inverse=True)
    numbers: dict[str, int] = {}
    cities = [numbers.setdefault(city_of_event[event], len(numbers) + 1) for event in events.tolist()]
    rows = Rows.of(columns, np.array(cities, dtype=np.int16)[which])
    groups = grouped(rows)
    classes = classes_of(rows, groups, forms, decisions)
    return numbered(persons_of(rows, groups["city"], classes.part, decisions).part, rows)


def grouped(rows: Rows) -> dict[str, Groups]:
    """Returns the rows by each of the values by which they meet."""
    return {kind: Groups.of(values) for kind, values in rows.values().items()}


def numbered(labels: Labels, rows: Rows) -> Labels:
    """Returns the labels as numbers without gaps; ``NOBODY`` for rows that identify nobody.

    People first met in one city have neighbouring numbers: those who meet again are mostly among them, and sets of
    neighbours are small and fast.
    """
    identified = np.flatnonzero(rows.identified)[::-1]
    first = np.full(int(labels.max(initial=0)) + 1, NOBODY)
    first[labels[identified]] = identified  # the last to be written is the first row
    used = np.flatnonzero(first != NOBODY)
    by_city = used[np.argsort(rows.city[first[used]], kind="stable")]
    numbers = np.full(len(first), NOBODY, dtype=np.int32)
    numbers[by_city] = np.arange(len(by_city))
    found: Labels = np.where(rows.identified, numbers[labels], np.int32(NOBODY))
    return found


def classes_of(rows: Rows, groups: Mapping[str, Groups], forms: NameForms, decisions: Decisions) -> Parts:
    """Returns the classes of rule 1 and of the decisions, by row."""
    together = pairs_of_rows(decisions.together, rows)
    apart = pairs_of_rows(decisions.apart, rows)
    decided = _as_groups(together)
    ties = first_rule(rows, groups, forms)
    whole = join(len(rows), [*ties, decided])
    return Parts(whole, _divided(whole, decided, ties, apart))


def persons_of(rows: Rows, by_city: Groups, classes: Labels, decisions: Decisions) -> Parts:
    """Returns the persons that rule 2 makes of the rows' *classes* (numbers from 0), by row."""
    apart = [(int(classes[a]), int(classes[b])) for a, b in pairs_of_rows(decisions.apart, rows)]
    tie = second_rule(rows, by_city, classes, apart)
    whole = join(int(classes.max(initial=-1)) + 1, [tie])
    part = _divided(whole, _as_groups([]), [tie], apart)
    return Parts(whole, part).at(classes)


def pairs_of_rows(pairs: Pairs, rows: Rows) -> list[tuple[int, int]]:
    """Returns pairs of attendance ids as pairs of positions; left out are pairs of which one is not there, or is an
    attendance that identifies nobody."""
    if not pairs:
        return []
    named = np.array(sorted({one for pair in pairs for one in pair}), dtype=np.int64)
    there = np.flatnonzero(np.isin(rows.id, named) & rows.identified)
    at = dict(zip(rows.id[there].tolist(), there.tolist(), strict=True))
    return [(at[a], at[b]) for a, b in sorted(pairs) if a in at and b in at]


def _as_groups(pairs: Sequence[tuple[int, int]]) -> Groups:
    numbers = np.repeat(np.arange(1, len(pairs) + 1, dtype=np.int64), 2)
    return Groups(numbers, np.array(pairs, dtype=np.intp).reshape(-1))


def _divided(whole: Labels, together: Groups, ties: Sequence[Groups], apart: Iterable[tuple[int, int]]) -> Labels:
    """Returns *whole* itself, or a copy in which whatever holds two nodes of a pair of *apart* is divided."""
    united = [(a, b) for a, b in apart if whole[a] == whole[b]]
    if not united:
        return whole
    part = whole.copy()
    for block in sorted({int(whole[a]) for a, _b in united}):
        nodes = np.flatnonzero(whole == block)
        at = {node: number for number, node in enumerate(nodes.tolist())}
        rivals = [(at[a], at[b]) for a, b in united if a in at]
        evidence = [tie for groups in ties for tie in _within(groups, nodes, at)]
        classes = divide(len(nodes), _within(together, nodes, at), evidence, rivals)
        part[nodes] = np.array(classes) + part.max() + 1
    return part


def _within(groups: Groups, nodes: Positions, at: Mapping[int, int]) -> list[list[int]]:
    """Returns the groups among some nodes, by the nodes' numbers there."""
    inside = groups.where(np.isin(groups.rows, nodes))
    pieces = np.split(inside.rows, inside.starts[1:])
    return [[at[node] for node in piece.tolist()] for piece in pieces if len(piece) > 1]
