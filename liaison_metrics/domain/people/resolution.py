"""Which attendances belong to one person: counting.md, "One person", as a function of attendances and decisions.

The rules find out what hangs together (``rules``), on whole columns. Only where rows that hang together contradict each
other are they looked at one by one and divided (``division``). An attendance without name, e-mail address and phone
number belongs to nobody, even with a birth date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import AttendanceColumns
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions, Pairs
from liaison_metrics.domain.people.division import (
    Block,
    Contradictions,
    Pair,
    connected,
    contacts,
    contradictions,
    rivals_of,
)
from liaison_metrics.domain.people.encoding import Identity
from liaison_metrics.domain.people.groups import Flags, Groups, Labels, Positions, join
from liaison_metrics.domain.people.names import NameForms, compatible_pairs, several_values
from liaison_metrics.domain.people.rows import Rows, combined
from liaison_metrics.domain.people.rules import FirstRule, fitting, second_rule, values_of

NOBODY = -1
"""The label of a row that belongs to nobody."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Labels of rows: ``whole`` for what hangs together by the rules and by decisions, ``part`` for the classes or
    persons into which contradictions divide it. Both are the same column where nothing is divided."""

    whole: Labels
    part: Labels

    def at(self, rows: NDArray[np.integer]) -> Parts:
        """Returns the labels of some rows."""
        part = self.part[rows]
        return Parts(part if self.whole is self.part else self.whole[rows], part)

    def with_parts(self, numbers: Labels) -> Parts:
        """Returns the same with other labels for the parts; a whole has the smallest label of its parts."""
        if self.whole is self.part:
            return Parts(numbers, numbers)
        smallest = np.full(int(self.whole.max(initial=-1)) + 1, np.iinfo(np.int32).max, dtype=np.int32)
        np.minimum.at(smallest, self.whole, numbers)
        return Parts(smallest[self.whole], numbers)

    def with_more(self, count: int) -> Parts:
        """Returns a copy with further rows, labelled ``NOBODY``."""
        more = np.full(count, NOBODY, dtype=np.int32)
        part = np.concatenate((self.part, more))
        return Parts(part if self.whole is self.part else np.concatenate((self.whole, more)), part)

    def write(self, rows: Positions, numbers: Parts, removed: Positions) -> Parts:
        """Returns the same with other labels for some rows, and ``NOBODY`` for removed ones. Overwrites these labels,
        which must not be used afterwards."""
        divided = self.whole is not self.part or numbers.whole is not numbers.part
        whole = self.part.copy() if divided and self.whole is self.part else self.whole
        self.part[removed], self.part[rows] = NOBODY, numbers.part
        if divided:
            whole[removed], whole[rows] = NOBODY, numbers.whole
        return Parts(whole, self.part)


def resolve(
    columns: AttendanceColumns, city_of_event: Mapping[int, str], forms: NameForms, decisions: Decisions = NO_DECISIONS
) -> Labels:
    """Returns for each attendance the number of its person: 0, 1, … and ``NOBODY``.

    *forms* returns the forms of names. It is called only for names that share an e-mail address or phone number with a
    different name.
    """
    events, which = np.unique(columns.event, return_inverse=True)
    numbers: dict[str, int] = {}
    cities = [numbers.setdefault(city_of_event[event], len(numbers) + 1) for event in events.tolist()]
    rows = Rows.of(columns, np.array(cities, dtype=np.int16)[which])
    groups = grouped(rows)
    classes = classes_of(rows, groups, forms, decisions)
    return numbered(persons_of(rows, groups, classes.part, forms, decisions).part, rows)


def grouped(rows: Rows) -> dict[str, Groups]:
    """Returns the rows grouped by each of the values that the rules look at."""
    return {kind: Groups.of(values) for kind, values in rows.values().items()}


def numbered(labels: Labels, rows: Rows) -> Labels:
    """Returns the labels as numbers without gaps; ``NOBODY`` for rows that identify nobody.

    People first met in one city get neighbouring numbers: most of them meet again, and sets of neighbouring numbers are
    small and fast.
    """
    identified = np.flatnonzero(rows.identified)[::-1]
    first = np.full(int(labels.max(initial=0)) + 1, NOBODY)
    first[labels[identified]] = identified  # the first row is written last
    used = np.flatnonzero(first != NOBODY)
    by_city = used[np.argsort(rows.city[first[used]], kind="stable")]
    numbers = np.full(len(first), NOBODY, dtype=np.int32)
    numbers[by_city] = np.arange(len(by_city))
    found: Labels = np.where(rows.identified, numbers[labels], np.int32(NOBODY))
    return found


def classes_of(rows: Rows, groups: Mapping[str, Groups], forms: NameForms, decisions: Decisions) -> Parts:
    """Returns the classes of rule 1 and of the decisions, by row."""
    return parts_of(*divided_classes(rows, groups, forms, decisions))


def persons_of(
    rows: Rows, groups: Mapping[str, Groups], classes: Labels, forms: NameForms, decisions: Decisions
) -> Parts:
    """Returns the persons that rule 2 makes of the rows' *classes* (numbers from 0), by row."""
    whole, blocks, _contested = divided_persons(rows, groups, classes, forms, decisions)
    return parts_of(whole, blocks)


def parts_of(whole: Labels, blocks: Sequence[Block]) -> Parts:
    """Returns what hangs together with the blocks of it that are divided."""
    if not blocks:
        return Parts(whole, whole)
    part = whole.copy()
    for block in blocks:
        part[block.rows] = block.persons
    return Parts(whole, part)


def divided_classes(
    rows: Rows, groups: Mapping[str, Groups], forms: NameForms, decisions: Decisions
) -> tuple[Labels, list[Block]]:
    """Returns what hangs together by rule 1 and decisions, by row, and the blocks of it that contradictions divide."""
    must = pairs_of_rows(decisions.must_link, rows)
    rule = FirstRule.of(rows, groups, forms)
    whole = join(len(rows), [*rule.ties, _as_groups(must)])
    rivals = [(a, b) for a, b in pairs_of_rows(decisions.cannot_link, rows) if whole[a] == whole[b]]
    torn = _several_births(rows, whole)
    torn[whole[rule.suspects(whole)]] = True
    torn[[whole[a] for a, _b in rivals]] = True
    blocks = list(_blocks(rows, whole, torn, np.arange(len(rows), dtype=np.int32)))
    compatible = compatible_pairs(_names_that_meet(blocks), forms)
    decided = _decided(rows, must, rivals)
    found = []
    for block in blocks:
        block = block.with_nodes(decided, {row for pair in rivals for row in pair})
        fits = fitting(zip(block.nodes, block.identities, strict=True), compatible, rule.crowded)
        found.append(block.divided(fits, contradictions(block, compatible, decided, rivals).between))
    return whole, found


def divided_persons(
    rows: Rows, groups: Mapping[str, Groups], classes: Labels, forms: NameForms, decisions: Decisions
) -> tuple[Labels, list[Block], Groups]:
    """Returns what hangs together by rule 2, by row, the blocks of it that contradictions divide, and the groups of
    classes of one name in one city that rule 2 does not join."""
    rivals = pairs_of_rows(decisions.cannot_link, rows)
    kept_apart = [(int(classes[a]), int(classes[b])) for a, b in rivals]
    tie, contested = second_rule(rows, groups["city"], classes, kept_apart, decisions.contested)
    of_class = join(int(classes.max(initial=-1)) + 1, [tie])
    whole: Labels = of_class[classes]
    joined = np.bincount(of_class, minlength=len(of_class)) > 1
    torn = _several_births(rows, whole, len(of_class))
    torn[whole[_with_names_that_differ(rows, groups, classes, whole, joined[whole])]] = True
    torn[[of_class[a] for a, b in kept_apart if of_class[a] == of_class[b]]] = True
    torn &= joined
    if not torn.any():
        return whole, [], contested
    blocks = _blocks(rows, whole, torn, classes)
    compatible = compatible_pairs(_names_that_meet(blocks), forms)
    decided = _decided(rows, pairs_of_rows(decisions.must_link, rows), rivals)
    fits = _fitting_classes(tie, of_class, torn)
    divided = [
        block.divided(fits[int(whole[block.rows[0]])], contradictions(block, compatible, decided, rivals).between)
        for block in blocks
    ]
    return whole, divided, contested


def pairs_of_rows(pairs: Pairs, rows: Rows) -> list[Pair]:
    """Returns pairs of attendance ids as pairs of positions, without pairs of which one attendance is not there or
    identifies nobody."""
    if not pairs:
        return []
    named = np.array(sorted({attendance for pair in pairs for attendance in pair}), dtype=np.int64)
    there = np.flatnonzero(np.isin(rows.id, named) & rows.identified)
    at = dict(zip(rows.id[there].tolist(), there.tolist(), strict=True))
    return [(at[a], at[b]) for a, b in sorted(pairs) if a in at and b in at]


def _as_groups(pairs: Sequence[Pair]) -> Groups:
    numbers = np.repeat(np.arange(1, len(pairs) + 1, dtype=np.int64), 2)
    return Groups(numbers, np.array(pairs, dtype=np.intp).reshape(-1))


def _several_births(rows: Rows, whole: Labels, count: int = 0) -> Flags:
    """Returns for each label whether its rows state several birth dates or years. *count*: see ``values_of``."""
    dates, years = (values_of(values, whole, count)[1] for values in (rows.birth, rows.birth_year))
    several: Flags = dates | years
    return several


def _with_names_that_differ(
    rows: Rows, groups: Mapping[str, Groups], classes: Labels, whole: Labels, joined: Flags
) -> Positions:
    """Returns the rows that share an address with a row of the same whole, but of another class and with another name;
    only among rows of *joined* classes."""
    found = []
    for kind in ("email", "phone"):
        shared = groups[kind].where(joined[groups[kind].rows])
        shared = shared.where(several_values(shared, rows.name)[shared.numbers])
        together = Groups.of(combined(shared.values, whole[shared.rows] + 1), shared.rows)
        several = several_values(together, rows.name) & several_values(together, classes + np.int64(1))
        found.append(together.rows[several[together.numbers]])
    return np.concatenate(found)


def _blocks(rows: Rows, whole: Labels, torn: Flags, nodes: Labels) -> list[Block]:
    """Returns the rows of each whole that is *torn*, with their nodes."""
    inside = np.flatnonzero(torn[whole])
    inside = inside[np.argsort(whole[inside], kind="stable")]
    every = _block(rows, inside, nodes[inside].tolist())
    ends = [*(np.flatnonzero(np.diff(whole[inside])) + 1).tolist(), len(inside)]
    return [every.part(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True) if end]


def _block(rows: Rows, positions: Positions, nodes: Sequence[int]) -> Block:
    columns = (rows.name, rows.email, rows.phone, rows.birth, rows.birth_year)
    identities = list(map(Identity, *(column[positions].tolist() for column in columns)))
    return Block(positions.tolist(), identities, rows.event[positions].tolist(), nodes)


def _names_that_meet(blocks: Iterable[Block]) -> set[Pair]:
    """Returns the pairs of different names on one address or number within a block."""
    pairs: set[Pair] = set()
    for block in blocks:
        names: defaultdict[int, set[int]] = defaultdict(set)
        for identity in block.identities:
            for contact in contacts(identity):
                names[contact].update({identity.name} - {0})
        for together in names.values():
            pairs.update(combinations(sorted(together), 2))
    return pairs


def _decided(rows: Rows, must: Sequence[Pair], rivals: Sequence[Pair]) -> dict[int, int]:
    """Returns for each row that a decision links the smallest row of the same person."""
    decided: dict[int, int] = {}
    for linked in connected(must):
        positions = np.array(sorted(linked), dtype=np.intp)
        block = _block(rows, positions, positions.tolist())
        within = [pair for pair in must if pair[0] in linked]
        persons = block.divided(within, Contradictions(rivals=rivals_of(block, rivals)).decided).persons
        decided.update(zip(block.rows, persons, strict=True))
    return decided


def _fitting_classes(tie: Groups, of_class: Labels, torn: Flags) -> dict[int, set[Pair]]:
    """Returns for each whole that is torn the pairs of classes that rule 2 ties."""
    inside = tie.where(torn[of_class[tie.rows]])
    fits: defaultdict[int, set[Pair]] = defaultdict(set)
    for group in np.split(inside.rows, inside.starts[1:]):
        classes = sorted(group.tolist())
        for pair in combinations(classes, 2):
            fits[int(of_class[pair[0]])].add(pair)
    return fits
