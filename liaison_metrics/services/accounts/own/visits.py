"""Visits: when somebody last looked at the figures, so that a page can say what has changed since."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, check, requires
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import visits

VISIT_ENDS_AFTER = timedelta(minutes=30)
"""Whoever was away for this long begins a new visit: the usual limit of web statistics."""

SEEN_EVERY = timedelta(minutes=5)
"""How exactly the store knows when somebody was last seen: writing at every click would slow down everybody."""


@requires(Action.SESSION_READ)
def last_visit(workspace: Workspace, account: int, actor: Actor) -> datetime | None:
    """Returns when the visit of the actor's account before the present one ended, None for the first one, and records
    that the account is here. Raises NotAllowed."""
    check(actor, Action.SESSION_READ, Resource.account(account))
    now = datetime.now(UTC)
    with workspace.store.reading() as connection:
        row = visits.read_visit(connection, account)
    seen, before = (row["seen_at"], row["before_at"]) if row else (now - SEEN_EVERY, None)
    since = visit_before(now, seen, before) if row else None
    if now - seen >= SEEN_EVERY:
        # Another thread, since a writer may have to wait for an import.
        threading.Thread(target=_keep, args=(workspace, account, now, since), daemon=True).start()
    return since


def visit_before(now: datetime, seen: datetime, before: datetime | None) -> datetime | None:
    """Returns the end of the visit before the present one. *seen* is when somebody was last seen, *before* the end of
    the visit before that one."""
    return seen if now - seen > VISIT_ENDS_AFTER else before


def _keep(workspace: Workspace, account: int, seen: datetime, before: datetime | None) -> None:
    with workspace.store.writing() as connection:
        visits.keep_visit(connection, account, seen, before)
