"""What is true of events beside what files state: corrections, two that are one, and those that are planned.

A correction is kept by what files state (activity, city, date and the title's key), not by any row of the store. So it
holds for whatever states the same, whether that stands now, was undone and comes back, or comes for the first time.
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
"""What makes an event one: activity, city, date, and its title's key."""


def title_key(title: str) -> str:
    """Returns what two spellings of one title share: letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def key_of(event: EventFact) -> Key:
    """Returns what makes an event one."""
    return event.activity, event.city, event.date, title_key(event.title)


def stated_key(correction: Row) -> Key:
    """Returns what files state of the event that a correction is about."""
    activity, city, day, title = (correction[f"stated_{name}"] for name in ("activity", "city", "date", "title_key"))
    return activity, city, day, title


def true_events(connection: Connection) -> Mapping[int, EventFact]:
    """Returns what is true of the events about which files state something else, by the ids of the stated ones.

    The fact's id is that of the event as it counts: events that are one have the smallest of their ids, and the title
    that was corrected last.
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
    """Returns the events as files state them, by the id of the event as which they count, the earliest stated first."""
    together = _as_one(connection, _truth(connection)).values()
    return {stated[0][0].id: [fact for fact, _true, _correction in stated] for stated in together}


def counts_as(connection: Connection, stated: EventFact) -> EventFact:
    """Returns what is true of an event as a file states it, whether one does or not."""
    _number, true = _truth(connection).get(key_of(stated), (0, stated))
    return true


def _as_one(
    connection: Connection, truth: Mapping[Key, tuple[int, EventFact]]
) -> dict[Key, list[tuple[EventFact, EventFact, int]]]:
    """Returns the stated events that are one by what makes them so, each with what is true of it and the number of the
    correction that says so (0 for none)."""
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
    """Returns what holds of the events that were corrected, by what files state of them: the latest correction that
    was not taken back, with its number."""
    standing = select(CORRECTION).where(CORRECTION.c.revoked_at.is_(None)).order_by(CORRECTION.c.id)
    return {
        (row.stated_activity, row.stated_city, row.stated_date, row.stated_title_key): (
            row.id, EventFact(0, row.activity, row.city, row.date, row.title),
        )
        for row in connection.execute(standing)
    }  # fmt: skip


def correct(connection: Connection, event: EventFact, truth: EventFact, made_by: str) -> None:
    """Keeps what is true of an event, given as it counts now, beside what files state of it.

    It holds for all that counts as the event, also for what was undone meanwhile, and for all that counts as the event
    with which it becomes one: they stay one whatever else is said of either before.
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
    """Returns all corrections, the latest first, with those that were taken back. What was made at one moment by one
    party was made together."""
    return [dict(row._mapping) for row in connection.execute(select(CORRECTION).order_by(CORRECTION.c.id.desc()))]


def revoke_correction(connection: Connection, number: int) -> bool:
    """Takes a correction back, with those that were made together with it; returns whether there was one."""
    standing = CORRECTION.c.revoked_at.is_(None)
    found = connection.execute(select(CORRECTION).where((CORRECTION.c.id == number) & standing)).one_or_none()
    if found is None:
        return False
    together = standing & (CORRECTION.c.made_at == found.made_at) & (CORRECTION.c.made_by == found.made_by)
    connection.execute(update(CORRECTION).where(together).values(revoked_at=datetime.now(UTC)))
    move_revision(connection)
    return True


def read_statements(connection: Connection, events: Collection[int]) -> list[Row]:
    """Returns what each standing upload states of some stated events, by upload and event: upload, file, made_by,
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
    """Keeps an event to come (activity, city, date, title, expected); returns its number."""
    number = connection.scalar(insert(PLANNED).values(**event, **_made(made_by)).returning(PLANNED.c.id))
    move_revision(connection, [NO_FIGURE])
    return int(number or 0)


def read_planned(connection: Connection) -> list[Row]:
    """Returns the planned events that stand, the earliest first."""
    query = select(PLANNED).where(PLANNED.c.removed_at.is_(None)).order_by(PLANNED.c.date, PLANNED.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def remove_planned(connection: Connection, number: int) -> bool:
    """Takes a planned event away; returns whether there was one."""
    standing = (PLANNED.c.id == number) & PLANNED.c.removed_at.is_(None)
    done = connection.execute(update(PLANNED).where(standing).values(removed_at=datetime.now(UTC))).rowcount
    if done:
        move_revision(connection, [NO_FIGURE])
    return bool(done)


def _made(made_by: str, after: datetime | None = None) -> Row:
    """Returns who and when; *after* is a moment before which it must not be, whatever the clock says."""
    now = datetime.now(UTC)
    return {"made_by": made_by, "made_at": max(now, after + timedelta(microseconds=1)) if after else now}
