"""What people decided about persons: two attendances are of the same person, or of different people.

A decision is stored by what it is about, not by numbers of rows: each side is a set of evidence, a digest of what one
row states. So it holds again when a sheet is imported again, when a longer version of it comes, and after an undo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import chain, combinations, product

import numpy as np

from liaison_metrics.domain.events.decisions import EventKey
from liaison_metrics.domain.facts import AttendanceColumns

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of attendance ids: those of the same person, and those of different people.

    Decisions stand above every rule. Where they contradict each other, different people are kept apart.

    ``contested`` are names in cities (see ``rows.combined``) that stay contested for rule 2, because the rows of
    somebody who was forgotten contradict others of that name.
    """

    must_link: Pairs = frozenset()
    cannot_link: Pairs = frozenset()
    contested: frozenset[int] = frozenset()


NO_DECISIONS = Decisions()


class PersonDecisionKind(StrEnum):
    """What somebody said of two persons."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    """To be decided later: it changes nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a decision: the evidence of its rows, each with the digest of the name (0: none), by which the rows
    are found."""

    name_of: Mapping[int, int]

    @classmethod
    def of(cls, columns: AttendanceColumns, positions: Iterable[int], events: Mapping[int, EventKey]) -> Side:
        """Returns some rows as a side of a decision; *events* are the keys of source events by id."""
        return cls({
            evidence_of(columns, at, events[int(columns.event[at])]): int(columns.name[at]) for at in positions
        })  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonDecision:
    """A decision about two persons, by the evidence of both at that time."""

    kind: PersonDecisionKind
    sides: tuple[Side, Side]


def evidence_of(columns: AttendanceColumns, position: int, event: EventKey) -> int:
    """Returns the evidence of a row: a digest of all identifiers that it states. A name alone is evidence together with
    the *event* as the sheet states it: the same name elsewhere may be somebody else."""
    kinds = ("name", "email", "phone", "birth", "birth_year")
    stated = [int(getattr(columns, kind)[position]) for kind in kinds]
    where = "" if any(stated[1:]) else repr(event)
    digest = blake2b(repr((stated, where)).encode(), digest_size=8, person=b"evidence").digest()
    return int.from_bytes(digest, "little", signed=True)


class DecidedRows:
    """The rows that decisions are about, found in the columns that are added."""

    def __init__(self, decisions: Sequence[PersonDecision]) -> None:
        self._decisions = decisions
        sides = [side for one in decisions for side in one.sides]
        self._names = np.array(sorted({name for side in sides for name in side.name_of.values()}), dtype=np.int64)
        self._wanted = {evidence for side in sides for evidence in side.name_of}
        self._rows: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, columns: AttendanceColumns, events: Mapping[int, EventKey]) -> None:
        """Looks for the rows among some columns; *events* are the keys of source events by id."""
        for at in np.flatnonzero(np.isin(columns.name, self._names)).tolist():
            evidence = evidence_of(columns, at, events[int(columns.event[at])])
            if evidence in self._wanted:
                self._rows[evidence].append(int(columns.id[at]))

    def of(self, side: Side) -> list[list[int]]:
        """Returns the attendances (ids) of a side, those with the same evidence together."""
        return [self._rows[evidence] for evidence in sorted(side.name_of) if evidence in self._rows]

    def decisions(self) -> Decisions:
        """Returns the decisions as pairs of attendances."""
        must, cannot = set[tuple[int, int]](), set[tuple[int, int]]()
        for one in self._decisions:
            a, b = map(self.of, one.sides)
            if one.kind is PersonDecisionKind.SAME:
                firsts = [rows[0] for rows in (*a, *b)]
                must.update((min(pair), max(pair)) for pair in combinations(firsts, 2) if pair[0] != pair[1])
                must.update((rows[0], row) for rows in (*a, *b) for row in rows[1:])
            elif one.kind is PersonDecisionKind.DIFFERENT:
                pairs = product(chain.from_iterable(a), chain.from_iterable(b))
                cannot.update((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
        return Decisions(frozenset(must), frozenset(cannot))
