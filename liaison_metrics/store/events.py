"""What is true of events beside what files state: corrections, two that are one, and those that are planned."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from liaison_metrics.facts import EventFact
from liaison_metrics.store import tables
from liaison_metrics.store.uploads import CORRECTION, EVENT, Row, move_revision

PLANNED = tables.PlannedEvent.__table__  # type: ignore[attr-defined]

Key = tuple[str, str, date, str]
"""What makes an event one: activity, city, date, and its title's key."""


def title_key(title: str) -> str:
    """Returns what two spellings of one title share: letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def true_events(connection: Connection) -> Mapping[int, EventFact]:
    """Returns what is true of the events about which files state something else, by the ids of the stated ones.

    The fact's id is that of the event as it counts: events that are one have the smallest of their ids.
    """
    truth = _truth(connection)
    if not truth:
        return {}
    stated = [
        (EventFact(row.id, row.activity, row.city, row.date, row.title), row.title_key)
        for row in connection.execute(select(EVENT).order_by(EVENT.c.id))
    ]
    counted: dict[Key, EventFact] = {}
    found: dict[int, EventFact] = {}
    for fact, key in stated:
        told = truth.get((fact.activity, fact.city, fact.date, key))
        true = EventFact(fact.id, *told) if told else fact
        one = counted.setdefault((true.activity, true.city, true.date, title_key(true.title) if told else key), true)
        if one is not fact:
            found[fact.id] = one
    return found


def _truth(connection: Connection) -> dict[Key, tuple[str, str, date, str]]:
    standing = select(CORRECTION).where(CORRECTION.c.revoked_at.is_(None)).order_by(CORRECTION.c.id)
    return {
        (row.stated_activity, row.stated_city, row.stated_date, row.stated_title_key): (
            row.activity, row.city, row.date, row.title,
        )
        for row in connection.execute(standing)
    }  # fmt: skip


def stated_ids(connection: Connection, event: int) -> list[int]:
    """Returns the ids of the stated events that count as one event, by the id with which it counts; [] for none."""
    true = true_events(connection)
    ids = [stated for stated, fact in true.items() if fact.id == event]
    if event not in true and connection.scalar(select(EVENT.c.id).where(EVENT.c.id == event)) is not None:
        ids.append(event)
    return sorted(ids)


def correct(connection: Connection, stated: Sequence[int], truth: Row, made_by: str) -> None:
    """Keeps what is true (activity, city, date, title) of stated events, beside what the files say."""
    for row in connection.execute(select(EVENT).where(EVENT.c.id.in_(stated))).all():
        connection.execute(
            insert(CORRECTION).values(
                stated_activity=row.activity, stated_city=row.city, stated_date=row.date,
                stated_title_key=row.title_key, **truth, **_made(made_by),
            )
        )  # fmt: skip
    move_revision(connection)


def read_corrections(connection: Connection) -> list[Row]:
    """Returns all corrections, the latest first, with those that were taken back."""
    return [dict(row._mapping) for row in connection.execute(select(CORRECTION).order_by(CORRECTION.c.id.desc()))]


def revoke_correction(connection: Connection, number: int) -> bool:
    """Takes a correction back; returns whether there was one to take back."""
    standing = (CORRECTION.c.id == number) & CORRECTION.c.revoked_at.is_(None)
    done = connection.execute(update(CORRECTION).where(standing).values(revoked_at=datetime.now(UTC))).rowcount
    if done:
        move_revision(connection)
    return bool(done)


def plan(connection: Connection, event: Row, made_by: str) -> int:
    """Keeps an event to come (activity, city, date, title, expected); returns its number."""
    number = connection.scalar(insert(PLANNED).values(**event, **_made(made_by)).returning(PLANNED.c.id))
    move_revision(connection)
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
        move_revision(connection)
    return bool(done)


def _made(made_by: str) -> dict[str, Any]:
    return {"made_by": made_by, "made_at": datetime.now(UTC)}
