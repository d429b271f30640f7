"""Uploads that moved an indicator by far more people than uploads usually do.

An upload moved a figure by the people whom it states first, and by those whom nobody identified at the events that it
tells of last. That is taken from the index as it is now, not by counting again without each upload: one pass over all
rows. What is far more than usual, ``domain.events.outliers`` says: its limits have their reasons there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from liaison_metrics.domain.events.outliers import far_above
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.project import Indicator, Project
from liaison_metrics.domain.reach.scope import EVERYTHING
from liaison_metrics.domain.reach.selection import select


@dataclass(frozen=True, slots=True)
class UploadJump:
    """An upload that moved an indicator (code) by far more ``people`` than is ``usual``."""

    upload: int
    indicator: str
    people: int
    usual: tuple[int, int]


def upload_jumps(index: IndexState, project: Project) -> list[UploadJump]:
    """Returns the uploads that moved an indicator by far more people than others did: each once, with the indicator
    that it moved most. Uploads that moved one by nobody say nothing of what is usual."""
    found: dict[int, UploadJump] = {}
    for jump in sorted(_jumps(index, project), key=lambda one: -one.people):
        found.setdefault(jump.upload, jump)
    return list(found.values())


def _jumps(index: IndexState, project: Project) -> Iterator[UploadJump]:
    for indicator in project.indicators:
        gains = [(upload, people) for upload, people in sorted(_gains(index, project, indicator).items()) if people]
        far = far_above([people for _upload, people in gains])
        for at in far.positions:
            yield UploadJump(gains[at][0], indicator.code, gains[at][1], (far.low, far.high))


def _gains(index: IndexState, project: Project, indicator: Indicator) -> Counter[int]:
    selection = select(index, project, indicator, EVERYTHING)
    log, persons, present = index.register.log.rows, index.register.persons.part, index.register.present
    events = index.content.events.id[selection.places]
    at = np.flatnonzero(present & np.isin(persons, selection.identified.to_array()) & np.isin(log.event, events))
    first = np.full(int(persons.max(initial=0)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, persons[at], log.upload[at])
    uploads, people = np.unique(first[np.unique(persons[at])], return_counts=True)
    gains = Counter(dict(zip(uploads.tolist(), people.tolist(), strict=True)))
    for event, unidentified in zip(events.tolist(), selection.unidentified_by_event.tolist(), strict=True):
        if unidentified:
            gains[_last_upload(index, event)] += unidentified
    return gains


def _last_upload(index: IndexState, event: int) -> int:
    """Returns the latest upload that tells of an event."""
    mentions = index.calendar.sources.mentions
    sources = index.calendar.derived[event].sources
    return max((upload for source in sources for upload, _sheet in mentions.get(source, ())), default=0)
