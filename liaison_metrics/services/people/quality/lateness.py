"""How many days after an event its first sheet came."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import floor
from statistics import median

from sqlalchemy import Connection

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.store.records.uploads.quality import first_imported

LATE_AFTER = 30
"""Days after which a sheet is late: for about a month people remember who was there and what a cell means."""


@dataclass(frozen=True, slots=True)
class SheetDelay:
    """An event, and how many ``days`` after it the first sheet that states it came (0: on its day or before)."""

    event: EventFact
    days: int

    @property
    def is_late(self) -> bool:
        """Whether that was later than ``LATE_AFTER``."""
        return self.days > LATE_AFTER


@dataclass(frozen=True, slots=True)
class Lateness:
    """The days from some events to their first sheets: how many events, the ``median``, the ``latest``, and how many
    came ``late``."""

    events: int
    median: int
    latest: int
    late: int


def sheet_delays(index: IndexState, connection: Connection, cities: Collection[str]) -> list[SheetDelay]:
    """Returns the events of some cities (codes) that sheets state, each with the delay of its first sheet. A file that
    replaced another came when that one did."""
    came, mentions = first_imported(connection), index.calendar.sources.mentions
    found = []
    for event in index.calendar.derived.values():
        uploads = {upload for source in event.sources for upload, _sheet in mentions.get(source, ()) if upload in came}
        if uploads and event.fact.city in cities:
            first = min(came[upload] for upload in uploads).astimezone().date()
            found.append(SheetDelay(event.fact, max(0, (first - event.fact.date).days)))
    return found


def lateness(delays: Sequence[SheetDelay]) -> Lateness | None:
    """Returns the delays in four numbers, None where there are none."""
    days = [one.days for one in delays]
    if not days:
        return None
    return Lateness(len(days), floor(median(days)), max(days), sum(one.is_late for one in delays))
