"""The resolution of a growing set of attendances: after an upload or an undo only what it touches is resolved again.

What holds two rows together is a function of the group that they share: of the rows with one e-mail address, one name
and birth date, one name and city. So a change can only matter to the persons that have a row in a changed group:

1. The changed rows' groups of rule 1 are looked up. What hangs together there by evidence, before the change, with all
   its rows, is resolved again by rule 1, seeing the whole of every group that it has a part in.
2. The same then happens with rule 2 for the groups of one name in one city.

The outcome is that of resolving all rows from scratch; tests hold it to that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from liaison_metrics.domain.facts import Int64s
from liaison_metrics.domain.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.domain.people.groups import Flags, Groups, Positions, ordered
from liaison_metrics.domain.people.names import NameForms
from liaison_metrics.domain.people.resolution import (
    NOBODY,
    Parts,
    classes_of,
    grouped,
    numbered,
    pairs_of_rows,
    persons_of,
)
from liaison_metrics.domain.people.rows import Log, Rows
from liaison_metrics.domain.people.rules import Labels

RECENT_ROWS = 20_000
"""So many new rows are looked up in a small list of their own before they are sorted into the large one."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Which rows state a value: a large sorted list, and a small one of what came since."""

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
    """Whose each attendance is, at one moment. Made by ``register``, carried on by ``after``.

    ``present`` marks the rows that have not gone. Classes (of rule 1) and persons are numbers by row, ``NOBODY`` for
    rows that identify nobody and for those that are gone. Not every number below the largest need be in use.
    ``lookups`` finds rows by the values by which they meet, and by their class and person.
    """

    log: Log
    present: Flags
    lookups: Mapping[str, Lookup]
    classes: Parts
    persons: Parts
    forms: NameForms
    decisions: Decisions

    def after(
        self, came: Rows, gone: Collection[int], decisions: Decisions | None = None
    ) -> tuple[ResolvedPeople, Positions]:
        """Returns the register after rows came, uploads went and decisions changed (None: they did not), and the
        positions of all rows whose person may be another than before.

        Only the newest register may be carried on: registers share memory.
        """
        size = len(self.present)
        left = self.rows_of_uploads(gone)
        arrived = np.flatnonzero(came.identified) + size
        now = self._with_more(came)
        now.present[left] = False
        decided = _rows_decided_anew(now, arrived, self.decisions, decisions)
        if decisions is not None:
            now = replace(now, decisions=decisions)
        classes, again = now._classes_again(np.concatenate((left, arrived, decided)), left)
        now = replace(now, classes=classes, lookups=now._with_labels("classes", classes, again))
        persons, moved = now._persons_again(np.concatenate((left, again)), left)
        now = replace(now, persons=persons, lookups=now._with_labels("persons", persons, moved))
        return now, np.concatenate((left, moved))

    def fork(self, forms: NameForms) -> ResolvedPeople:
        """Returns the same register with another source of name forms. It can be carried on without any effect on this
        one, which can be carried on as well."""
        return replace(self, log=self.log.fork(), forms=forms)

    @property
    def clutter(self) -> int:
        """How many entries a register made from scratch would not have: rows that are gone, and labels that were."""
        held = int(np.count_nonzero(self.present))
        return len(self.present) + len(self.lookups["persons"].settled.rows) - 2 * held

    def rows_of_uploads(self, uploads: Collection[int]) -> Positions:
        """Returns the positions of the rows that uploads stated and that have not gone."""
        if not uploads:
            return np.zeros(0, dtype=np.intp)
        named = np.isin(self.log.rows.upload, np.array(sorted(uploads), dtype=np.int64))
        return np.flatnonzero(self.present & named)

    def _with_more(self, rows: Rows) -> ResolvedPeople:
        size = len(self.present)
        places = np.arange(size, size + len(rows))
        came = {kind: self.lookups[kind].with_more(Groups.of(v, places)) for kind, v in rows.values().items()}
        return replace(
            self,
            log=self.log.with_more(rows),
            present=np.concatenate((self.present, np.ones(len(rows), dtype=bool))),
            lookups={**self.lookups, **came},
            classes=self.classes.with_more(len(rows)),
            persons=self.persons.with_more(len(rows)),
        )

    def _with_labels(self, kind: str, labels: Parts, rows: Positions) -> Mapping[str, Lookup]:
        return {**self.lookups, kind: self.lookups[kind].with_more(_by_label(labels, rows))}

    def _sharing(self, kinds: Collection[str], rows: Positions) -> Positions:
        """Returns the rows that share a value of one of the kinds with any of the rows; also rows that are gone."""
        values = self.log.rows.take(rows).values()
        return np.concatenate([self.lookups[kind].rows_of(values[kind]) for kind in kinds])

    def _all_of(self, kind: str, labels: Labels, rows: Positions) -> Positions:
        """Returns all rows that have the label of any of the rows; the labels are the wholes or parts of a kind."""
        wholes: Labels = getattr(self, kind).whole
        # A row is found by each label that it ever had, so what it has now is looked at.
        found = ordered(self.lookups[kind].rows_of(wholes[rows] + np.int64(1)))
        wanted = ordered(labels[rows])
        return found[np.isin(labels[found], wanted[wanted != NOBODY])]

    def _classes_again(self, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
        """Returns the classes of rule 1 after a change of some rows, and the rows that were resolved again."""
        touched = np.concatenate((changed, self._sharing(("told", "email", "phone", "birth", "year"), changed)))
        again = ordered(np.concatenate((self._all_of("classes", self.classes.whole, touched), changed)))
        again = again[self.present[again]]
        # Of an address all rows are needed: whether a short name fits one person there depends on all the names.
        seen = ordered(np.concatenate((again, self._sharing(("email", "phone"), again))))
        seen = seen[self.present[seen]]
        rows = self.log.rows.take(seen)
        found = classes_of(rows, grouped(rows), self.forms, self.decisions).at(np.searchsorted(seen, again))
        fresh = int(self.classes.part.max(initial=NOBODY)) + 1
        numbers = np.unique(found.part, return_inverse=True)[1].astype(np.int32) + np.int32(fresh)
        return self.classes.write(again, found.with_parts(numbers), left), again

    def _persons_again(self, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
        """Returns the persons after the classes of some rows changed, and the rows that were resolved again."""
        touched = np.concatenate((changed, self._sharing(("city",), changed)))
        again = ordered(np.concatenate((self._all_of("persons", self.persons.whole, touched), changed)))
        again = again[self.present[again]]
        # Of a name in a city all classes are needed, and of each class all rows: any of them can be a contradiction.
        meeting = np.concatenate((again, self._sharing(("city",), again)))
        seen = self._all_of("classes", self.classes.part, meeting)
        rows = self.log.rows.take(seen)
        among = np.unique(self.classes.part[seen], return_inverse=True)[1].astype(np.int32)
        by_city = Groups.of(rows.values()["city"])
        found = persons_of(rows, by_city, among, self.decisions).at(np.searchsorted(seen, again))
        numbers = _kept_numbers(found.part, self.persons.part, again)
        return self.persons.write(again, found.with_parts(numbers), left), again


def register(rows: Rows, forms: NameForms, decisions: Decisions = NO_DECISIONS) -> ResolvedPeople:
    """Returns the register of these rows, resolved from scratch."""
    groups = grouped(rows)
    classes = classes_of(rows, groups, forms, decisions)
    persons = persons_of(rows, groups["city"], classes.part, decisions)
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
    """Returns rows by their wholes' labels, from 1, since 0 states nothing."""
    return Groups.of(labels.whole[rows] + np.int64(1), rows)


def _rows_decided_anew(
    register: ResolvedPeople, arrived: Positions, before: Decisions, now: Decisions | None
) -> Positions:
    """Returns the rows that a decision concerns which was not there before, or whose other row was not."""
    ids = {*register.log.rows.id[arrived].tolist()}
    pairs = {pair for pair in before.together | before.apart if ids & {*pair}}
    if now is not None:
        pairs |= (before.together ^ now.together) | (before.apart ^ now.apart)
    return np.array(pairs_of_rows(frozenset(pairs), register.log.rows), dtype=np.intp).reshape(-1)


def _kept_numbers(found: Labels, before: Labels, rows: Positions) -> Labels:
    """Returns numbers for the persons found in some rows: a person keeps the number that its first row had, if no
    person with an earlier row does; the others get new ones."""
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
