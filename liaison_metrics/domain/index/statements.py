"""What uploads state of unidentified people, event by event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from liaison_metrics.domain.facts import HeadcountFact
from liaison_metrics.domain.people.rows import Rows
from liaison_metrics.domain.reach.unidentified import PeopleKind, Statements


def kinds(nobody: Rows) -> Iterable[tuple[int, int, PeopleKind]]:
    """Yields event, upload and kind of each of these rows, which identify nobody."""
    columns = (nobody.event, nobody.upload, nobody.community, nobody.group, nobody.gender, nobody.birth_year)
    for event, upload, *words in zip(*(column.tolist() for column in columns), strict=True):
        yield event, upload, PeopleKind(True, *words)


def stated(rows: Rows, headcounts: Iterable[HeadcountFact]) -> dict[int, dict[int, Counter[PeopleKind]]]:
    """Returns what each upload states of the unidentified people of each event."""
    found: dict[int, dict[int, Counter[PeopleKind]]] = {}
    for event, upload, kind in kinds(rows.take(np.flatnonzero(~rows.identified))):
        found.setdefault(event, {}).setdefault(upload, Counter())[kind] += 1
    for fact in headcounts:
        kind = PeopleKind(False, fact.community, fact.group, fact.gender, 0)
        found.setdefault(fact.event, {}).setdefault(fact.upload, Counter())[kind] += fact.people
    return found


def changed(
    before: Mapping[int, Statements], came: Mapping[int, Statements], gone: Collection[int]
) -> dict[int, Statements]:
    """Returns, for the events of which something changed, what the uploads state after some came and others went."""
    touched = set(came)
    if gone:
        touched.update(event for event, uploads in before.items() if not uploads.keys().isdisjoint(gone))
    return {
        event: {upload: counts for upload, counts in before.get(event, {}).items() if upload not in gone}
        | dict(came.get(event, {}))
        for event in touched
    }


def telling_upload(statements: Statements, kind: PeopleKind) -> int:
    """Returns the upload whose number of people of that kind counts: the first that states the most."""
    return min(statements, key=lambda upload: (-statements[upload][kind], upload))
