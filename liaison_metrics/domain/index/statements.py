"""What uploads state of unidentified people, by source event: rows without identifier, and headcounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from liaison_metrics.domain.events.anonymous import AnonymousRows
from liaison_metrics.domain.events.statements import PeopleKind
from liaison_metrics.domain.facts import HeadcountFact
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.reach.ages import band_number


class RowKind(NamedTuple):
    """What a row without identifier states; 0 is not stated."""

    community: int
    group: int
    gender: int
    birth_year: int

    def people(self, year: int) -> PeopleKind:
        """Returns the kind of person at an event of a year."""
        return PeopleKind(self.community, self.group, self.gender, band_number(self.birth_year, year))


@dataclass(slots=True)
class UploadStatement:
    """What one upload states of one source event: ``rows`` without identifier and the ``companions`` of such rows, by
    kind, and headcounts. ``brings_companions`` says that rows of identified people stand for more than one."""

    rows: Counter[RowKind] = field(default_factory=Counter)
    companions: Counter[RowKind] = field(default_factory=Counter)
    headcounts: list[HeadcountFact] = field(default_factory=list)
    brings_companions: bool = False


Statements = Mapping[int, UploadStatement]
"""What each upload states of one source event."""


def kinds(anonymous: Rows) -> Iterable[tuple[int, int, RowKind, int]]:
    """Yields source event, upload, kind and companions of each of these rows, which have no identifier."""
    columns = (
        anonymous.source, anonymous.upload, anonymous.companions,
        anonymous.community, anonymous.group, anonymous.gender, anonymous.birth_year,
    )  # fmt: skip
    for event, upload, companions, *words in zip(*(column.tolist() for column in columns), strict=True):
        yield event, upload, RowKind(*words), companions


def stated(rows: Rows, headcounts: Iterable[HeadcountFact]) -> dict[int, dict[int, UploadStatement]]:
    """Returns what each upload states of the unidentified people of each source event."""
    found: dict[int, dict[int, UploadStatement]] = {}

    def of(event: int, upload: int) -> UploadStatement:
        return found.setdefault(event, {}).setdefault(upload, UploadStatement())

    for event, upload, kind, companions in kinds(rows.take(np.flatnonzero(~rows.identified))):
        of(event, upload).rows[kind] += 1
        if companions:
            of(event, upload).companions[kind] += companions
    bringing = np.flatnonzero((rows.companions > 0) & rows.identified)
    for event, upload in zip(rows.source[bringing].tolist(), rows.upload[bringing].tolist(), strict=True):
        of(event, upload).brings_companions = True
    for fact in headcounts:
        of(fact.event, fact.upload).headcounts.append(fact)
    return found


def changed(
    before: Mapping[int, Statements], came: Mapping[int, Statements], gone: Collection[int]
) -> dict[int, Statements]:
    """Returns, for the events of which something changed, what the uploads state after some came and others went."""
    touched = set(came)
    if gone:
        touched.update(event for event, uploads in before.items() if not uploads.keys().isdisjoint(gone))
    return {
        event: {upload: one for upload, one in before.get(event, {}).items() if upload not in gone}
        | dict(came.get(event, {}))
        for event in touched
    }


def anonymous_rows(
    statements: Iterable[Statements], year: int, completed: Callable[[int], int]
) -> dict[int, AnonymousRows]:
    """Returns the rows without identifier of one event of a year, by upload. Those of an upload stand under the one
    that it makes one sheet with (*completed*)."""
    found: dict[int, AnonymousRows] = {}
    for uploads in statements:
        for upload, one in uploads.items():
            if not one.rows:
                continue
            held = found.setdefault(completed(upload), AnonymousRows())
            for kind, people in one.rows.items():
                held.rows[kind.people(year)] += people
            for kind, people in one.companions.items():
                held.companions[kind.people(year)] += people
    return found
