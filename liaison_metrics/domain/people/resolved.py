"""The resolution of a growing set of attendances: a change resolves again only what it touches.

Whether rows belong together depends only on the rows with which they share a value: an e-mail address, a name and a
birth date, a name and a city. So a change can only matter to persons who have a row in a group of changed rows:

1. The rows that share a value with a changed row are looked up. Everything that hung together with them by rule 1
   before the change is resolved again, together with all rows on the same addresses.
2. The same then happens with rule 2 for the groups of one name in one city.

The result is the same as resolving all rows from scratch; tests compare the two.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

import numpy as np

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.domain.people.groups import Flags, Groups, Labels, Positions, are_among, ordered
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import (
    NOBODY,
    Parts,
    classes_of,
    divided_classes,
    divided_persons,
    grouped,
    numbered,
    pairs_of_rows,
    parts_of,
    persons_of,
)
from liaison_metrics.domain.people.rows import Log, Rows


class ReviewReason(StrEnum):
    """Why a pair of attendances goes to review."""

    FITS_SEVERAL = "fits_several"
    CONTESTED_NAME = "contested_name"


class ReviewPair(NamedTuple):
    """Two attendances, by id, of which a coordinator should say whether they are of the same person."""

    attendance: int
    other: int
    reason: ReviewReason


RECENT_ROWS = 20_000
"""Up to this many added rows are kept in a small list of their own before they are merged into the large one."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Which rows state a value: a large sorted list, and a small one of rows added since."""

    settled: Groups
    recent: Groups

    def rows_of(self, values: Int64s) -> Positions:
        """Returns the rows that state any of the values."""
        wanted = ordered(values[values != 0])
        return np.concatenate((self.settled.rows_of(wanted), self.recent.rows_of(wanted)))

    def with_more(self, groups: Groups) -> Lookup:
        """Returns the lookup with further rows."""
        recent = self.recent.merged(groups)
        if len(recent.rows) <= RECENT_ROWS:
            return Lookup(self.settled, recent)
        return Lookup(self.settled.merged(recent), _NO_GROUPS)


_NO_GROUPS = Groups(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.intp))


@dataclass(frozen=True, slots=True)
class ResolvedPeople:
    """The person of each attendance, in one state. ``register`` makes it, ``after`` returns the next one.

    ``present`` marks the rows that were not removed. Classes (of rule 1) and persons are labels by row, ``NOBODY`` for
    rows that identify nobody and for removed rows. Labels may have gaps. ``lookups`` finds rows by the values that the
    rules look at, and by their class and person.
    """

    log: Log
    present: Flags
    lookups: Mapping[str, Lookup]
    classes: Parts
    persons: Parts
    forms: NameForms
    decisions: Decisions

    def after(
        self, added: Rows, removed: Collection[int], decisions: Decisions | None = None
    ) -> tuple[ResolvedPeople, Positions]:
        """Returns the register after rows were added, uploads removed and decisions changed (None: unchanged), and the
        positions of all rows whose person may have changed.

        Only the newest register may be changed again, since registers share memory.
        """
        size = len(self.present)
        left = self.rows_of_uploads(removed)
        arrived = np.flatnonzero(added.identified) + size
        now = self._with_more(added)
        now.present[left] = False
        decided = _rows_decided_anew(now, arrived, self.decisions, decisions)
        if decisions is not None:
            now = replace(now, decisions=decisions)
        classes, changed = now._resolve_classes(np.concatenate((left, arrived, decided)), left)
        now = replace(now, classes=classes, lookups=now._with_labels("classes", classes, changed))
        persons, moved = now._resolve_persons(np.concatenate((left, changed)), left)
        now = replace(now, persons=persons, lookups=now._with_labels("persons", persons, moved))
        return now, np.concatenate((left, moved))

    def fork(self, forms: NameForms) -> ResolvedPeople:
        """Returns the same register with another source of name forms. Both can be changed further
        without any effect on each other."""
        return replace(self, log=self.log.fork(), forms=forms)

    def for_review(self) -> list[ReviewPair]:
        """Returns the pairs of attendances that may be of one person although the rules do not join them, without those
        that a decision keeps apart. The first attendance of a class of rule 1 stands for the class."""
        rows = self.log.rows.take(np.flatnonzero(self.present & self.log.rows.identified))
        groups = grouped(rows)
        classes, blocks = divided_classes(rows, groups, self.forms, self.decisions)
        part = parts_of(classes, blocks).part
        whole, more, contested = divided_persons(rows, groups, part, self.forms, self.decisions)
        persons = parts_of(whole, more).part
        kept_apart = {frozenset(persons[[*pair]].tolist()) for pair in pairs_of_rows(self.decisions.cannot_link, rows)}
        fitting = [pair for block in (*blocks, *more) for pair in block.fits]
        by_name = [pair for group in np.split(contested.rows, contested.starts[1:]) for pair in combinations(group, 2)]
        found: set[ReviewPair] = set()
        # The number of a class, as of a node, is the position of its first row.
        for reason, pairs in ((ReviewReason.FITS_SEVERAL, fitting), (ReviewReason.CONTESTED_NAME, by_name)):
            for a, b in pairs:
                different = frozenset((int(persons[a]), int(persons[b])))
                if len(different) > 1 and different not in kept_apart:
                    first, second = sorted((int(rows.id[a]), int(rows.id[b])))
                    found.add(ReviewPair(first, second, reason))
        return sorted(found)

    @property
    def clutter(self) -> int:
        """How many entries a register made from scratch would not have: removed rows, and labels no longer used."""
        held = int(np.count_nonzero(self.present))
        return len(self.present) + len(self.lookups["persons"].settled.rows) - 2 * held

    def rows_of_uploads(self, uploads: Collection[int]) -> Positions:
        """Returns the positions of the rows of uploads that were not removed."""
        if not uploads:
            return np.zeros(0, dtype=np.intp)
        named = np.isin(self.log.rows.upload, np.array(sorted(uploads), dtype=np.int64))
        return np.flatnonzero(self.present & named)

    def _with_more(self, rows: Rows) -> ResolvedPeople:
        size = len(self.present)
        places = np.arange(size, size + len(rows))
        added = {kind: self.lookups[kind].with_more(Groups.of(v, places)) for kind, v in rows.values().items()}
        return replace(
            self,
            log=self.log.with_more(rows),
            present=np.concatenate((self.present, np.ones(len(rows), dtype=bool))),
            lookups={**self.lookups, **added},
            classes=self.classes.with_more(len(rows)),
            persons=self.persons.with_more(len(rows)),
        )

    def _with_labels(self, kind: str, labels: Parts, rows: Positions) -> Mapping[str, Lookup]:
        return {**self.lookups, kind: self.lookups[kind].with_more(_by_label(labels, rows))}

    def _sharing(self, kinds: Collection[str], rows: Positions) -> Positions:
        """Returns the rows that share a value of one of the kinds with any of the rows; also removed rows."""
        stated = self.log.rows
        return np.concatenate([self.lookups[kind].rows_of(stated.value(kind, rows)) for kind in kinds])

    def _all_of(self, kind: str, labels: Labels, rows: Positions) -> Positions:
        """Returns all rows that have the label of any of the rows; the labels are the wholes or parts of a kind."""
        wholes: Labels = getattr(self, kind).whole
        # The lookup finds a row by every label that it ever had, so compare with the label that it has now.
        found = ordered(self.lookups[kind].rows_of(wholes[rows] + np.int64(1)))
        wanted = ordered(labels[rows])
        return found[are_among(labels[found], wanted[wanted != NOBODY])]

    def _resolve_classes(self, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
        """Returns the classes of rule 1 after a change of some rows, and the rows that were resolved again."""
        sharing = self._sharing(("repeated", "email", "phone", "birth", "birth_year"), changed)
        touched = np.concatenate((changed, sharing))
        rows = ordered(np.concatenate((self._all_of("classes", self.classes.whole, touched), changed)))
        rows = rows[self.present[rows]]
        # All rows of an address are needed: whether it is crowded depends on all its names.
        seen = ordered(np.concatenate((rows, self._sharing(("email", "phone"), rows))))
        seen = seen[self.present[seen]]
        context = self.log.rows.take(seen)
        found = classes_of(context, grouped(context), self.forms, self.decisions).at(np.searchsorted(seen, rows))
        fresh = int(self.classes.part.max(initial=NOBODY)) + 1
        numbers = np.unique(found.part, return_inverse=True)[1].astype(np.int32) + np.int32(fresh)
        return self.classes.write(rows, found.with_parts(numbers), left), rows

    def _resolve_persons(self, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
        """Returns the persons after the classes of some rows changed, and the rows that were resolved again."""
        touched = np.concatenate((changed, self._sharing(("city",), changed)))
        rows = ordered(np.concatenate((self._all_of("persons", self.persons.whole, touched), changed)))
        rows = rows[self.present[rows]]
        # All classes of a name in a city are needed, and all rows of each class: any of them can be a contradiction.
        meeting = np.concatenate((rows, self._sharing(("city",), rows)))
        seen = self._all_of("classes", self.classes.part, meeting)
        context = self.log.rows.take(seen)
        among = np.unique(self.classes.part[seen], return_inverse=True)[1].astype(np.int32)
        found = persons_of(context, grouped(context), among, self.forms, self.decisions).at(np.searchsorted(seen, rows))
        numbers = _kept_numbers(found.part, self.persons.part, rows)
        return self.persons.write(rows, found.with_parts(numbers), left), rows


def register(rows: Rows, forms: NameForms, decisions: Decisions = NO_DECISIONS) -> ResolvedPeople:
    """Returns the register of these rows, resolved from scratch."""
    groups = grouped(rows)
    classes = classes_of(rows, groups, forms, decisions)
    persons = persons_of(rows, groups, classes.part, forms, decisions)
    persons = persons.with_parts(numbered(persons.part, rows))
    classes = classes.with_parts(np.where(rows.identified, classes.part, np.int32(NOBODY)))
    every = np.arange(len(rows))
    groups |= {"classes": _by_label(classes, every), "persons": _by_label(persons, every)}
    return ResolvedPeople(
        log=Log.of(rows),
        present=np.ones(len(rows), dtype=bool),
        lookups={kind: Lookup(found, _NO_GROUPS) for kind, found in groups.items()},
        classes=classes,
        persons=persons,
        forms=forms,
        decisions=decisions,
    )


def _by_label(labels: Parts, rows: Positions) -> Groups:
    """Returns rows grouped by the label of their whole, plus 1, since 0 states nothing."""
    return Groups.of(labels.whole[rows] + np.int64(1), rows)


def _rows_decided_anew(
    register: ResolvedPeople, arrived: Positions, before: Decisions, now: Decisions | None
) -> Positions:
    """Returns the rows of decisions that are new, or revoked, or that name a row that arrived."""
    ids = {*register.log.rows.id[arrived].tolist()}
    pairs = {pair for pair in before.must_link | before.cannot_link if ids & {*pair}}
    if now is not None:
        pairs |= (before.must_link ^ now.must_link) | (before.cannot_link ^ now.cannot_link)
    return np.array(pairs_of_rows(frozenset(pairs), register.log.rows), dtype=np.intp).reshape(-1)


def _kept_numbers(found: Labels, before: Labels, rows: Positions) -> Labels:
    """Returns numbers for the persons found in some rows. A person keeps the number that its first row had before,
    unless a person with an earlier row keeps it; the others get new numbers."""
    person = np.unique(found, return_inverse=True)[1]
    had = np.flatnonzero(before[rows] != NOBODY)
    known, first = np.unique(person[had], return_index=True)
    by_first = np.argsort(first)
    kept, owner = np.unique(before[rows[had[first[by_first]]]], return_index=True)
    numbers = np.full(person.max(initial=NOBODY) + 1, NOBODY, dtype=np.int32)
    numbers[known[by_first][owner]] = kept
    new = np.flatnonzero(numbers == NOBODY)
    numbers[new] = np.arange(len(new)) + int(before.max(initial=NOBODY)) + 1
    kept_numbers: Labels = numbers[person]
    return kept_numbers
