"""Corrections of events, merged events and planned events.

A correction is keyed by what files state of the event (activity, city, date and title key), not by the id of a row. So
it applies to every upload that states the same event: current ones, uploads that are undone and redone, and new ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.store import tables
from liaison_metrics.store.uploads import (
    ATTENDANCE,
    CORRECTION,
    EVENT,
    HEADCOUNT,
    NO_FIGURE,
    UPLOAD,
    Row,
    move_revision,
)

PLANNED = tables.PlannedEventTable.__table__  # type: ignore[attr-defined]

Key = tuple[str, str, date, str]
"""Identifies an event: activity, city, date and title key."""


def title_key(title: str) -> str:
    """Returns the letters and digits of a title without case and accents, so that different spellings compare equal."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def key_of(event: EventFact) -> Key:
    """Returns the key of an event."""
    return event.activity, event.city, event.date, title_key(event.title)


def stated_key(correction: Row) -> Key:
    """Returns the key of the source event that a correction applies to."""
    activity, city, day, title = (correction[f"stated_{name}"] for name in ("activity", "city", "date", "title_key"))
    return activity, city, day, title


def true_events(connection: Connection) -> Mapping[int, EventFact]:
    """Returns the corrected events by the ids of their source events. Events without a correction are not included.

    Merged events share one corrected event: its id is the smallest of their ids, its title that of the latest
    correction.
    """
    truth = _truth(connection)
    if not truth:
        return {}
    found: dict[int, EventFact] = {}
    for stated in _as_one(connection, truth).values():
        latest = max(stated, key=lambda one: one[2])
        counted = replace(latest[1], id=stated[0][0].id)
        found |= {fact.id: counted for fact, _true, _correction in stated if fact != counted}
    return found


def stated_events(connection: Connection) -> dict[int, list[EventFact]]:
    """Returns the source events by the id of their corrected event, in the order of their ids."""
    together = _as_one(connection, _truth(connection)).values()
    return {stated[0][0].id: [fact for fact, _true, _correction in stated] for stated in together}


def counts_as(connection: Connection, stated: EventFact) -> EventFact:
    """Returns the corrected event of a source event, which need not be in the store."""
    _number, true = _truth(connection).get(key_of(stated), (0, stated))
    return true


def _as_one(
    connection: Connection, truth: Mapping[Key, tuple[int, EventFact]]
) -> dict[Key, list[tuple[EventFact, EventFact, int]]]:
    """Returns the source events by the key of their corrected event, each with its corrected event and the number of
    the correction (0 for none)."""
    found: dict[Key, list[tuple[EventFact, EventFact, int]]] = {}
    for stated, key in _stated(connection):
        number, true = truth.get(key, (0, stated))
        found.setdefault(key_of(true) if number else key, []).append((stated, true, number))
    return found


def _stated(connection: Connection) -> Iterator[tuple[EventFact, Key]]:
    for row in connection.execute(select(EVENT).order_by(EVENT.c.id)):
        yield (
            EventFact(row.id, row.activity, row.city, row.date, row.title),
            (row.activity, row.city, row.date, row.title_key),
        )


def _truth(connection: Connection) -> dict[Key, tuple[int, EventFact]]:
    """Returns the latest correction that was not undone, and its number, by the key of the source event."""
    standing = select(CORRECTION).where(CORRECTION.c.revoked_at.is_(None)).order_by(CORRECTION.c.id)
    return {
        (row.stated_activity, row.stated_city, row.stated_date, row.stated_title_key): (
            row.id, EventFact(0, row.activity, row.city, row.date, row.title),
        )
        for row in connection.execute(standing)
    }  # fmt: skip


def correct(connection: Connection, event: EventFact, truth: EventFact, made_by: str) -> None:
    """Stores a correction of an event. *event* is the event as it counts now, *truth* the corrected one.

    The correction applies to every source event of *event*, including those of undone uploads. If *truth* has the key
    of another event, it applies to the source events of that one as well: both are merged and stay merged.
    """
    known = _truth(connection)
    wanted = {key_of(event), key_of(truth)}
    stated = {key: key for _fact, key in _stated(connection)} | {key: key_of(true) for key, (_n, true) in known.items()}
    made = _made(made_by, after=connection.scalar(select(func.max(CORRECTION.c.made_at))))
    true = {"activity": truth.activity, "city": truth.city, "date": truth.date, "title": truth.title}
    rows = [
        {
            "stated_activity": activity, "stated_city": city, "stated_date": day, "stated_title_key": title,
            **true, **made,
        }
        for (activity, city, day, title), counts_as in sorted(stated.items())
        if counts_as in wanted
    ]  # fmt: skip
    connection.execute(insert(CORRECTION), rows)
    move_revision(connection)


def read_corrections(connection: Connection) -> list[Row]:
    """Returns all corrections including undone ones, the latest first. Corrections with the same time and actor belong
    together."""
    return [dict(row._mapping) for row in connection.execute(select(CORRECTION).order_by(CORRECTION.c.id.desc()))]


def revoke_correction(connection: Connection, number: int) -> bool:
    """Undoes a correction and those made together with it; returns whether there was one to undo."""
    standing = CORRECTION.c.revoked_at.is_(None)
    found = connection.execute(select(CORRECTION).where((CORRECTION.c.id == number) & standing)).one_or_none()
    if found is None:
        return False
    together = standing & (CORRECTION.c.made_at == found.made_at) & (CORRECTION.c.made_by == found.made_by)
    connection.execute(update(CORRECTION).where(together).values(revoked_at=datetime.now(UTC)))
    move_revision(connection)
    return True


def read_statements(connection: Connection, events: Collection[int]) -> list[Row]:
    """Returns what each upload states of some source events, ordered by upload and event: upload, file, made_by,
    imported_at, event, attendances (rows of participants) and headcount (people)."""
    found: dict[tuple[int, int], Row] = {}
    counted: tuple[tuple[str, Any, ColumnElement[int]], ...] = (
        ("attendances", ATTENDANCE, func.count()),
        ("headcount", HEADCOUNT, func.sum(HEADCOUNT.c.people)),
    )
    for name, fact, number in counted:
        query = (
            select(fact.c.upload_id, fact.c.event_id, number, UPLOAD.c.file, UPLOAD.c.made_by, UPLOAD.c.imported_at)
            .join(UPLOAD, UPLOAD.c.id == fact.c.upload_id)
            .where(fact.c.event_id.in_(events))
            .group_by(fact.c.upload_id, fact.c.event_id, UPLOAD.c.file, UPLOAD.c.made_by, UPLOAD.c.imported_at)
        )
        for upload, event, people, file, made_by, imported_at in connection.execute(query):
            origin = {"upload": upload, "event": event, "file": file, "made_by": made_by, "imported_at": imported_at}
            row = found.setdefault((upload, event), {**origin, "attendances": 0, "headcount": 0})
            row[name] = int(people)
    return [found[key] for key in sorted(found)]


def plan(connection: Connection, event: Row, made_by: str) -> int:
    """Stores a planned event (activity, city, date, title, expected); returns its number."""
    number = connection.scalar(insert(PLANNED).values(**event, **_made(made_by)).returning(PLANNED.c.id))
    move_revision(connection, [NO_FIGURE])
    return int(number or 0)


def read_planned(connection: Connection) -> list[Row]:
    """Returns the planned events that were not removed, the earliest first."""
    query = select(PLANNED).where(PLANNED.c.removed_at.is_(None)).order_by(PLANNED.c.date, PLANNED.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def remove_planned(connection: Connection, number: int) -> bool:
    """Removes a planned event; returns whether there was one to remove."""
    standing = (PLANNED.c.id == number) & PLANNED.c.removed_at.is_(None)
    done = connection.execute(update(PLANNED).where(standing).values(removed_at=datetime.now(UTC))).rowcount
    if done:
        move_revision(connection, [NO_FIGURE])
    return bool(done)


def _made(made_by: str, after: datetime | None = None) -> Row:
    """Returns the actor and the current time, which is always later than *after*, even if the clock was set back."""
    now = datetime.now(UTC)
    return {"made_by": made_by, "made_at": max(now, after + timedelta(microseconds=1)) if after else now}
