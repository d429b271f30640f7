"""Corrections of events, decisions about several events, and planned events.

A correction or a decision is keyed by what files state of the event (activity, city, date and title key), not by the id
of a row. So it applies to every upload that states the same event: current ones, uploads that are undone and redone,
and new ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from liaison_metrics.domain.events.decisions import (
    EventCorrectionFact,
    EventDecision,
    EventDecisionKind,
    EventDecisions,
    EventKey,
    NewEventDecision,
    key_of,
)
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.store import tables
from liaison_metrics.store.records.attendances import ATTENDANCE
from liaison_metrics.store.uploads import (
    CORRECTION,
    DECISION,
    EVENT,
    EVENT_DECISIONS,
    HEADCOUNT,
    MENTION,
    NO_FIGURE,
    UPLOAD,
    Row,
    move_revision,
)

PLANNED = tables.PlannedEventTable.__table__  # type: ignore[attr-defined]


def stated_key(row: Row) -> EventKey:
    """Returns the key of the source event that a correction or a decision names."""
    activity, city, day, title = (row[f"stated_{name}"] for name in ("activity", "city", "date", "title_key"))
    return activity, city, day, title


@dataclass(frozen=True, slots=True)
class AsIf:
    """Uploads that are taken as undone, or as active, whatever they are."""

    undone: Collection[int] = ()
    active: Collection[int] = ()


AS_STORED = AsIf()


def read_event_decisions(connection: Connection, at: datetime | None = None, as_if: AsIf = AS_STORED) -> EventDecisions:
    """Returns the corrections and decisions about events that are in force now, or that were *at* a time.

    Those that an upload's answers brought hold while the upload is active, or another one that replaced it.
    """
    ended = _Ended(connection, as_if)
    corrections: dict[EventKey, EventCorrectionFact] = {}
    for row in _standing(connection, CORRECTION, at, ended):
        truth = EventFact(0, row["activity"], row["city"], row["date"], row["title"])
        corrections[stated_key(row)] = EventCorrectionFact(_order(row), truth)
    decisions = [_decision(rows) for rows in _acts(_standing(connection, DECISION, at, ended))]
    return EventDecisions(corrections, tuple(decisions))


def _standing(connection: Connection, table: Table, at: datetime | None, ended: _Ended) -> Iterator[Row]:
    query = select(table).order_by(table.c.id)
    query = query if at is None else query.where(table.c.made_at <= at)
    for row in ended.with_ends(connection.execute(query)):
        if row["revoked_at"] is None or (at is not None and row["revoked_at"] > at):
            yield row


class _Ended:
    """Knows since when the decisions that uploads brought hold no longer."""

    def __init__(self, connection: Connection, as_if: AsIf = AS_STORED) -> None:
        self._connection, self._as_if = connection, as_if

    def with_ends(self, rows: Iterable[Any]) -> list[Row]:
        """Returns corrections or decisions; one whose upload is not active counts as undone when the upload was."""
        found = [dict(row._mapping) for row in rows]
        if any(row["upload_id"] is not None for row in found):
            for row in found:
                if row["upload_id"] is not None and row["revoked_at"] is None:
                    row["revoked_at"] = self._end_of(row["upload_id"])
        return found

    @cached_property
    def _uploads(self) -> dict[int, datetime | None]:
        query = select(UPLOAD.c.id, UPLOAD.c.undone_at)
        found: dict[int, datetime | None] = {row.id: row.undone_at for row in self._connection.execute(query)}
        found |= dict.fromkeys(self._as_if.undone, datetime.now(UTC))
        return found | dict.fromkeys(self._as_if.active)

    @cached_property
    def _followers(self) -> dict[int, list[int]]:
        query = select(UPLOAD.c.id, UPLOAD.c.replaces).where(UPLOAD.c.replaces.is_not(None))
        found: dict[int, list[int]] = {}
        for number, replaced in self._connection.execute(query):
            found.setdefault(replaced, []).append(number)
        return found

    def _end_of(self, upload: int) -> datetime | None:
        """Returns when the last of an upload and those that replaced it was undone, None if one of them is active."""
        chain = [upload]
        for number in chain:
            chain += [follower for follower in self._followers.get(number, ()) if follower not in chain]
        ends = [self._uploads.get(number, datetime.now(UTC)) for number in chain]
        return None if None in ends else max(end for end in ends if end)


def _order(row: Row) -> int:
    """Returns a number that grows with the time of a correction or decision."""
    made_at: datetime = row["made_at"]
    return int(made_at.timestamp() * 1_000_000)


def _acts(rows: Iterable[Row]) -> list[list[Row]]:
    """Returns the rows of decisions, those of each decision together; rows come in the order of their acts."""
    return [list(act) for _number, act in groupby(rows, key=lambda row: row["act"])]


def _decision(rows: Sequence[Row]) -> EventDecision:
    sides: dict[int, set[EventKey]] = {}
    for row in rows:
        sides.setdefault(row["side"], set()).add(stated_key(row))
    kind = EventDecisionKind(rows[0]["kind"])
    return EventDecision(_order(rows[0]), kind, tuple(frozenset(sides[side]) for side in sorted(sides)))


def decide_all(
    connection: Connection, new: Iterable[NewEventDecision], made_by: str, upload: int | None = None
) -> None:
    """Stores decisions about events. Those that the answers of an *upload* brought hold as long as it is active."""
    for one in new:
        if one.truth:
            correct(connection, one.keys, one.truth, made_by, upload)
        elif one.kind:
            decide(connection, one.kind, one.sides, made_by, upload)


def correct(
    connection: Connection,
    members: Collection[EventKey],
    truth: EventFact,
    made_by: str,
    upload: int | None = None,
) -> None:
    """Stores a correction of the source events *members*, which count as *truth* from now on. If the answers of an
    *upload* brought it, it holds as long as that is active.

    It also applies to every source event that counts with the same data as one of them or as *truth*, including those
    of undone uploads. So two events that get the same data are merged and stay merged.
    """
    known = read_event_decisions(connection).corrections
    stated = {_event_key(row): _event_key(row) for row in connection.execute(select(EVENT))}
    stated |= {key: key_of(correction.truth) for key, correction in known.items()}
    wanted = {key_of(truth), *(stated.get(key, key) for key in members)}
    true = {"activity": truth.activity, "city": truth.city, "date": truth.date, "title": truth.title}
    keys = {key for key, counts_as in stated.items() if counts_as in wanted} | set(members)
    made = _made(connection, made_by) | {"upload_id": upload}
    connection.execute(insert(CORRECTION), [_stated(key) | true | made for key in sorted(keys)])
    move_revision(connection, [EVENT_DECISIONS])


def _event_key(row: Any) -> EventKey:
    return row.activity, row.city, row.date, row.title_key


def _stated(key: EventKey) -> Row:
    return dict(zip(("stated_activity", "stated_city", "stated_date", "stated_title_key"), key, strict=True))


def read_corrections(connection: Connection) -> list[Row]:
    """Returns all corrections including undone ones, the latest first. Corrections with the same time and actor belong
    together."""
    return _Ended(connection).with_ends(connection.execute(select(CORRECTION).order_by(CORRECTION.c.id.desc())))


def revoke_correction(connection: Connection, number: int) -> bool:
    """Undoes a correction and those made together with it; returns whether there was one to undo."""
    standing = CORRECTION.c.revoked_at.is_(None)
    found = connection.execute(select(CORRECTION).where((CORRECTION.c.id == number) & standing)).one_or_none()
    if found is None:
        return False
    together = standing & (CORRECTION.c.made_at == found.made_at) & (CORRECTION.c.made_by == found.made_by)
    connection.execute(update(CORRECTION).where(together).values(revoked_at=datetime.now(UTC)))
    move_revision(connection, [EVENT_DECISIONS])
    return True


def decide(
    connection: Connection,
    kind: EventDecisionKind,
    sides: Sequence[Collection[EventKey]],
    made_by: str,
    upload: int | None = None,
) -> int:
    """Stores a decision about events, each given by its source events; returns its number. It holds as long as
    *upload*, whose answers brought it, is active."""
    act = int(connection.scalar(select(func.max(DECISION.c.act))) or 0) + 1
    made = _made(connection, made_by) | {"upload_id": upload}
    rows = [
        {"act": act, "kind": kind.value, "side": side} | _stated(key) | made
        for side, keys in enumerate(sides)
        for key in sorted(keys)
    ]
    connection.execute(insert(DECISION), rows)
    move_revision(connection, [EVENT_DECISIONS])
    return act


def read_decisions(connection: Connection) -> list[tuple[EventDecision, Row]]:
    """Returns all decisions including undone ones, the latest first, each with its ``act``, ``made_by``, ``made_at``
    and ``revoked_at``."""
    query = select(DECISION).order_by(DECISION.c.act, DECISION.c.id)
    rows = _Ended(connection).with_ends(connection.execute(query))
    return [(_decision(act), act[0]) for act in reversed(_acts(rows))]


def revoke_decision(connection: Connection, act: int) -> bool:
    """Undoes a decision; returns whether there was one to undo."""
    standing = (DECISION.c.act == act) & DECISION.c.revoked_at.is_(None)
    done = connection.execute(update(DECISION).where(standing).values(revoked_at=datetime.now(UTC))).rowcount
    if done:
        move_revision(connection, [EVENT_DECISIONS])
    return bool(done)


def read_statements(connection: Connection, events: Collection[int]) -> list[Row]:
    """Returns the sheets that state some source events, by upload: upload, file, partner, made_by, imported_at, event,
    sheet, ``signed``, ``signed_of``, and how many rows of participants it lists (``listed``)."""
    columns = [UPLOAD.c[name] for name in ("file", "partner", "made_by", "imported_at")]
    places = [MENTION.c.upload_id.label("upload"), MENTION.c.event_id.label("event"), MENTION.c.sheet]
    columns += [MENTION.c.signed, MENTION.c.signed_of]
    query = select(*places, *columns).join(UPLOAD, UPLOAD.c.id == MENTION.c.upload_id)
    query = query.where(MENTION.c.event_id.in_(events)).distinct().order_by(*places)
    listed = (
        select(ATTENDANCE.c.upload_id, ATTENDANCE.c.event_id, ATTENDANCE.c.sheet, func.count())
        .where(ATTENDANCE.c.event_id.in_(events))
        .group_by(ATTENDANCE.c.upload_id, ATTENDANCE.c.event_id, ATTENDANCE.c.sheet)
    )
    rows_of = {(upload, event, sheet): rows for upload, event, sheet, rows in connection.execute(listed)}
    found = [dict(row._mapping) for row in connection.execute(query)]
    return [row | {"listed": rows_of.get((row["upload"], row["event"], row["sheet"]), 0)} for row in found]


def read_signed(connection: Connection) -> list[tuple[int, int, int]]:
    """Returns the source events of which sheets say something about signatures: the id, how many rows are signed, and
    of how many, in all sheets together."""
    totals = func.sum(MENTION.c.signed), func.sum(MENTION.c.signed_of)
    query = select(MENTION.c.event_id, *totals).where(MENTION.c.signed_of.is_not(None)).group_by(MENTION.c.event_id)
    return [(event, int(signed), int(of)) for event, signed, of in connection.execute(query)]


def read_headcount_rows(connection: Connection, events: Collection[int]) -> list[Row]:
    """Returns the headcount rows of some source events with their places, by upload and row."""
    query = select(HEADCOUNT).where(HEADCOUNT.c.event_id.in_(events)).order_by(HEADCOUNT.c.upload_id, HEADCOUNT.c.id)
    return [dict(row._mapping) for row in connection.execute(query)]


def plan(connection: Connection, event: Row, made_by: str) -> int:
    """Stores a planned event (activity, city, date, title, expected, key); returns its number."""
    number = connection.scalar(insert(PLANNED).values(**event, **_made(connection, made_by)).returning(PLANNED.c.id))
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


def _made(connection: Connection, made_by: str) -> Row:
    """Returns the actor and the current time, which is later than that of every correction and decision before, even if
    the clock was set back."""
    times = [connection.scalar(select(func.max(table.c.made_at))) for table in (CORRECTION, DECISION)]
    now = datetime.now(UTC)
    return {"made_by": made_by, "made_at": max([now, *(time + timedelta(microseconds=1) for time in times if time)])}
