"""Decisions about persons, kept by what their rows state, encrypted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.domain.people.decisions import PersonDecision, PersonDecisionKind, Side
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.uploads import NO_FIGURE, PERSON_DECISION, PERSON_DECISIONS, Row, move_revision


def read_person_decisions(
    connection: Connection, encryption: Encryption, at: datetime | None = None
) -> list[tuple[PersonDecision, Row]]:
    """Returns the decisions that are in force now, or were *at* a time, the latest first, each with its ``id``,
    ``made_by`` and ``made_at``. One that cannot be decrypted is left out."""
    still = PERSON_DECISION.c.revoked_at.is_(None)
    query = select(PERSON_DECISION).order_by(PERSON_DECISION.c.id.desc())
    if at is None:
        query = query.where(still)
    else:
        query = query.where((PERSON_DECISION.c.made_at <= at) & (still | (PERSON_DECISION.c.revoked_at > at)))
    found = []
    for row in connection.execute(query).mappings():
        if stored := encryption.decrypt(row["evidence"]):
            a, b = (Side(dict(side)) for side in json.loads(stored))
            found.append((PersonDecision(PersonDecisionKind(row["kind"]), (a, b)), dict(row)))
    return found


def remove_decisions_about(connection: Connection, encryption: Encryption, evidence: Collection[int]) -> None:
    """Removes all decisions, undone ones too, that have any of this evidence on one side."""
    about = []
    for number, stored in connection.execute(select(PERSON_DECISION.c.id, PERSON_DECISION.c.evidence)).all():
        sides = json.loads(encryption.decrypt(stored) or "[]")
        if any(one in evidence for side in sides for one, _name in side):
            about.append(number)
    connection.execute(delete(PERSON_DECISION).where(PERSON_DECISION.c.id.in_(about)))


def person_decision_times(connection: Connection) -> list[Row]:
    """Returns when each decision was made and undone: ``made_at`` and ``revoked_at``."""
    query = select(PERSON_DECISION.c.made_at, PERSON_DECISION.c.revoked_at)
    return [dict(row) for row in connection.execute(query).mappings()]


def save_person_decisions(
    connection: Connection, encryption: Encryption, decisions: Iterable[PersonDecision], made_by: str
) -> list[int]:
    """Stores decisions of one kind that are made together; returns their numbers."""
    numbers, kinds, now = [], set(), datetime.now(UTC)
    for one in decisions:
        evidence = json.dumps([sorted(side.name_of.items()) for side in one.sides])
        values = {"kind": one.kind.value, "evidence": encryption.encrypt(evidence), "made_by": made_by, "made_at": now}
        added = insert(PERSON_DECISION).values(**values).returning(PERSON_DECISION.c.id)
        numbers.append(int(connection.scalar(added) or 0))
        kinds.add(one.kind)
    if numbers:
        move_revision(connection, [NO_FIGURE if kinds == {PersonDecisionKind.LATER} else PERSON_DECISIONS])
    return numbers


def revoke_person_decisions(connection: Connection, numbers: Sequence[int]) -> None:
    """Undoes decisions."""
    standing = PERSON_DECISION.c.id.in_(numbers) & PERSON_DECISION.c.revoked_at.is_(None)
    connection.execute(update(PERSON_DECISION).where(standing).values(revoked_at=datetime.now(UTC)))
    move_revision(connection, [PERSON_DECISIONS])
