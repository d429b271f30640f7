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

from liaison_metrics.facts import Int64s
from liaison_metrics.people.decisions import NO_DECISIONS, Decisions
from liaison_metrics.people.groups import Flags, Groups, Positions, distinct
from liaison_metrics.people.names import NameForms
from liaison_metrics.people.resolution import (
    NOBODY,
    Parts,
    classes_of,
    grouped,
    numbered,
    pairs_of_rows,
    persons_of,
)
from liaison_metrics.people.rows import Log, Rows
from liaison_metrics.people.rules import Labels

RECENT_ROWS = 20_000
"""So many new rows are looked up in a small list of their own before they are sorted into the large one."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Which rows state a value: a large sorted list, and a small one of what came since."""

    settled: Groups
    recent: Groups

    def rows_of(self, values: Int64s) -> Positions:
        """Returns the rows that state any of the values."""
        wanted = distinct(values)
        return np.concatenate((self.settled.rows_of(wanted), self.recent.rows_of(wanted)))

    def with_more(self, groups: Groups) -> Lookup:
        """Returns the lookup with further rows."""
        recent = self.recent.merged(groups)
        if len(recent.rows) <= RECENT_ROWS:
            return Lookup(self.settled, recent)
        return Lookup(self.settled.merged(recent), _NO_GROUPS)


_NO_GROUPS = Groups(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.intp))


@dataclass(frozen=True, slots=True)
class Register:
    """Whose each attendance is, at one moment. Made by ``register``, carried on by ``after``.

    ``present`` marks the rows that have not gone. Classes (of rule 1) and persons are numbers by row, ``NOBODY`` for
    rows that identify nobody and for those that are gone. Not every number below the largest need be in use.
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
    ) -> tuple[Register, Positions]:
        """Returns the register after rows came, uploads went and decisions changed (None: they did not), and the
        positions of all rows whose person may be another than before.

        Only the newest register may be carried on: registers share memory.
        """
        size = len(self.present)
        left = np.flatnonzero(self.present & np.isin(self.log.rows.upload, np.array(sorted(gone), dtype=np.int64)))
        arrived = np.flatnonzero(came.identified) + size
        grown = self._with_more(came)
        grown.present[left] = False
        decided = _rows_decided_anew(grown, arrived, self.decisions, decisions)
        if decisions is not None:
            grown = replace(grown, decisions=decisions)
        classes, again = _classes_again(grown, np.concatenate((left, arrived, decided)), left)
        persons, moved = _persons_again(grown, classes, np.concatenate((left, again)), left)
        return replace(grown, classes=classes, persons=persons), np.concatenate((left, moved))

    def _with_more(self, rows: Rows) -> Register:
        size = len(self.present)
        places = np.arange(size, size + len(rows))
        values = rows.values()
        return replace(
            self,
            log=self.log.with_more(rows),
            present=np.concatenate((self.present, np.ones(len(rows), dtype=bool))),
            lookups={kind: look.with_more(Groups.of(values[kind], places)) for kind, look in self.lookups.items()},
            classes=self.classes.with_more(len(rows)),
            persons=self.persons.with_more(len(rows)),
        )

    def sharing(self, kinds: Collection[str], rows: Positions) -> Positions:
        """Returns the rows that share a value of one of the kinds with any of the rows; also rows that are gone."""
        values = self.log.rows.take(rows).values()
        return np.concatenate([self.lookups[kind].rows_of(values[kind]) for kind in kinds])


def register(rows: Rows, forms: NameForms, decisions: Decisions = NO_DECISIONS) -> Register:
    """Returns the register of these rows, resolved from scratch."""
    groups = grouped(rows)
    classes = classes_of(rows, groups, forms, decisions)
    persons = persons_of(rows, groups["city"], classes.part, decisions)
    return Register(
        log=Log.of(rows),
        present=np.ones(len(rows), dtype=bool),
        lookups={kind: Lookup(found, _NO_GROUPS) for kind, found in groups.items()},
        classes=classes.with_parts(np.where(rows.identified, classes.part, np.int32(NOBODY))),
        persons=persons.with_parts(numbered(persons.part, rows)),
        forms=forms,
        decisions=decisions,
    )


def _rows_decided_anew(register: Register, arrived: Positions, before: Decisions, now: Decisions | None) -> Positions:
    """Returns the rows that a decision concerns which was not there before, or whose other row was not."""
    ids = {*register.log.rows.id[arrived].tolist()}
    pairs = {pair for pair in before.together | before.apart if ids & {*pair}}
    if now is not None:
        pairs |= (before.together ^ now.together) | (before.apart ^ now.apart)
    return np.array(pairs_of_rows(frozenset(pairs), register.log.rows), dtype=np.intp).reshape(-1)


def _classes_again(register: Register, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
    """Returns the classes of rule 1 after a change of some rows, and the rows that were resolved again."""
    touched = np.concatenate((changed, register.sharing(("email", "phone", "birth", "year"), changed)))
    again = np.union1d(_all_of(register.classes.whole, touched), changed)
    again = again[register.present[again]]
    # Of an address all rows are needed: whether a short name fits one person there depends on all the names.
    seen = np.union1d(again, register.sharing(("email", "phone"), again))
    seen = seen[register.present[seen]]
    rows = register.log.rows.take(seen)
    found = classes_of(rows, grouped(rows), register.forms, register.decisions).at(np.searchsorted(seen, again))
    fresh = int(register.classes.part.max(initial=-1)) + 1
    numbers = np.unique(found.part, return_inverse=True)[1].astype(np.int32) + np.int32(fresh)
    return register.classes.replaced(again, found.with_parts(numbers), left), again


def _persons_again(register: Register, classes: Parts, changed: Positions, left: Positions) -> tuple[Parts, Positions]:
    """Returns the persons after the classes of some rows changed, and the rows that were resolved again."""
    touched = np.concatenate((changed, register.sharing(("city",), changed)))
    again = np.union1d(_all_of(register.persons.whole, touched), changed)
    again = again[register.present[again]]
    # Of a name in a city all classes are needed, and of each class all rows: any of them can be a contradiction.
    seen = _all_of(classes.part, np.concatenate((again, register.sharing(("city",), again))))
    rows = register.log.rows.take(seen)
    among = np.unique(classes.part[seen], return_inverse=True)[1].astype(np.int32)
    by_city = Groups.of(rows.values()["city"])
    found = persons_of(rows, by_city, among, register.decisions).at(np.searchsorted(seen, again))
    numbers = _kept_numbers(found.part, register.persons.part, again)
    return register.persons.replaced(again, found.with_parts(numbers), left), again


def _all_of(labels: Labels, rows: Positions) -> Positions:
    """Returns all rows with the label of any of the rows."""
    wanted = np.zeros(int(labels.max(initial=-1)) + 2, dtype=bool)
    wanted[labels[rows]] = True
    wanted[NOBODY] = False  # the last place, which no label has
    return np.flatnonzero(wanted.take(labels))


def _kept_numbers(found: Labels, before: Labels, rows: Positions) -> Labels:
    """Returns numbers for the persons found in some rows: a person keeps the number that its first row had, if no
    person with an earlier row does; the others get new ones."""
    person = np.unique(found, return_inverse=True)[1]
    had = np.flatnonzero(before[rows] != NOBODY)
    known, first = np.unique(person[had], return_index=True)
    kept, owner = np.unique(before[rows[had[first]]][np.argsort(first)], return_index=True)
    numbers = np.full(person.max(initial=-1) + 1, NOBODY, dtype=np.int32)
    numbers[known[np.argsort(first)][owner]] = kept
    new = np.flatnonzero(numbers == NOBODY)
    numbers[new] = np.arange(len(new)) + int(before.max(initial=-1)) + 1
    kept_numbers: Labels = numbers[person]
    return kept_numbers
