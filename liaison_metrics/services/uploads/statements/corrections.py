"""What changed of a quarter after its statement was accepted: person by person, and the people nobody identified."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from liaison_metrics.services.uploads.statements.holdings import HeldEvent, HeldRow, Holdings

_NONE = HeldEvent((), 0)


class CorrectionKind(StrEnum):
    """What became of a person, or of people whom nobody identified, after a statement was accepted."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PeriodCorrection:
    """A later change of an accepted quarter, at an event (activity and city by codes, day).

    Of an identified person, ``people`` is 1, ``person`` the pseudonym ("" of one who was removed) and ``upload`` the
    number of the upload whose row came or went. Otherwise it is about ``people`` whom nobody identified.
    """

    kind: CorrectionKind
    activity: str
    city: str
    date: date
    people: int = 1
    person: str = ""
    upload: int = 0


def corrections(then: Holdings, now: Holdings) -> list[PeriodCorrection]:
    """Returns what changed between two states, by day and event: removed people, added people, unidentified people."""
    found = []
    for activity, city, day in sorted(then.keys() | now.keys(), key=lambda place: (place[2], place)):
        before, after = (held.get((activity, city, day), _NONE) for held in (then, now))
        for kind, some, others in (
            (CorrectionKind.REMOVED, before, after), (CorrectionKind.ADDED, after, before),
        ):  # fmt: skip
            for row in _people(_without(some.rows, others.rows)):
                found.append(PeriodCorrection(kind, activity, city, day, 1, row.person, row.upload))
        change = after.unidentified - before.unidentified
        if change:
            kind = CorrectionKind.ADDED if change > 0 else CorrectionKind.REMOVED
            found.append(PeriodCorrection(kind, activity, city, day, abs(change)))
    return found


def _without(rows: Sequence[HeldRow], others: Sequence[HeldRow]) -> Iterator[HeldRow]:
    """Yields the rows whose people none of the others is about."""
    numbers, near = {one.number for one in others}, defaultdict[str, list[HeldRow]](list)
    for one in others:
        for digest in one.digests:
            near[digest].append(one)

    def is_there(row: HeldRow) -> bool:
        return row.number in numbers or any(row.is_same(one) for digest in row.digests for one in near[digest])

    there = {row.number: is_there(row) for row in rows}
    persons = {row.person for row in rows if row.person and there[row.number]}
    yield from (row for row in rows if not there[row.number] and row.person not in persons)


def _people(rows: Iterable[HeldRow]) -> Iterator[HeldRow]:
    """Yields one row of each person: rows with the same pseudonym, or that are about the same person."""
    found: list[HeldRow] = []
    for row in rows:
        if not any(row.is_same(one) or (row.person and row.person == one.person) for one in found):
            found.append(row)
            yield row
