"""Reading the audit record, for coordinators; and checking that nobody tampered with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, or_

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.audit import ENTRY, accounts_in, read_entries


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the record. ``before`` and ``after`` are JSON objects, "" for none."""

    number: int
    made_at: datetime
    account: int | None
    role: str
    partner: str
    action: str
    kind: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which lines to read: of one account, of one action, made from one day to another (UTC, both included)."""

    account: int | None = None
    action: AuditAction | None = None
    since: date | None = None
    until: date | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """Yields the conditions for the store. What was done on an account belongs to it as well."""
        if self.account is not None:
            about = (ENTRY.c.kind == "account") & (ENTRY.c.about == str(self.account))
            yield or_(ENTRY.c.account == self.account, about)
        if self.action is not None:
            yield ENTRY.c.action == self.action.value
        if self.since is not None:
            yield ENTRY.c.made_at >= _midnight(self.since)
        if self.until is not None:
            yield ENTRY.c.made_at < _midnight(self.until + timedelta(days=1))


EVERYTHING_RECORDED = AuditFilter()


@requires(Action.AUDIT_READ)
def entries(
    workspace: Workspace, actor: Actor, wanted: AuditFilter = EVERYTHING_RECORDED, most: int | None = None
) -> tuple[int, list[AuditLine]]:
    """Returns how many lines of the record match, and the latest of them, at most *most*. Raises NotAllowed."""
    check(actor, Action.AUDIT_READ)
    with workspace.store.reading() as connection:
        total, rows = read_entries(connection, list(wanted.conditions()), most)
    lines = [
        AuditLine(row["id"], *(row[name] for name in AuditLine.__slots__ if name != "number")) for row in rows
    ]  # fmt: skip
    return total, lines


@requires(Action.AUDIT_READ)
def recorded_accounts(workspace: Workspace, actor: Actor) -> list[int]:
    """Returns the numbers of the accounts that did something, in order. Raises NotAllowed."""
    check(actor, Action.AUDIT_READ)
    with workspace.store.reading() as connection:
        return sorted(accounts_in(connection))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
