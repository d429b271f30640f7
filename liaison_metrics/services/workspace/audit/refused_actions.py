"""Recording what was refused: who asked for what. At most so many lines an hour, so that nobody floods the record.

A refusal that is asked for again soon is counted, not written again; the next line of the same actor says how many were
left out.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from liaison_metrics.errors import LiaisonError, NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.refusals import page_refusal
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record_alone
from liaison_metrics.services.workspace.workspace import Workspace

SAME_AGAIN = timedelta(minutes=10)
"""For how long the same refusal is not written again: a page that is drawn anew asks the same again."""

MOST_OF_ONE, MOST_OF_ALL = 30, 300
"""Lines an hour about one actor, and about all: a script that tries everything fills some pages, not the disk."""

PERIOD = timedelta(hours=1)

_log = logging.getLogger(__name__)


@dataclass
class RefusalLimit:
    """Decides which refusals are written. Safe to use from many threads."""

    _written: deque[tuple[datetime, object, object]] = field(default_factory=deque)
    _left_out: Counter[object] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def admit(self, who: object, what: object, now: datetime) -> int | None:
        """Returns how many refusals of somebody were left out since the last line, None where this one is as well."""
        with self._lock:
            while self._written and self._written[0][0] <= now - PERIOD:
                self._written.popleft()
            own = [(at, about) for at, whose, about in self._written if whose == who]
            again = any(about == what and at > now - SAME_AGAIN for at, about in own)
            if again or len(own) >= MOST_OF_ONE or len(self._written) >= MOST_OF_ALL:
                self._left_out[who] += 1
                return None
            self._written.append((now, who, what))
            return self._left_out.pop(who, 0)


class RefusalRecorder:
    """Records the refusals of a workspace's services. It never fails: who was refused is told so in any case."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._limit = workspace, RefusalLimit()

    def __call__(self, actor: Actor | None, refused: NotAllowed) -> None:
        """Records a refusal, unless there were too many."""
        who = (actor.account, actor.code) if actor else None
        what = (refused.action, str(refused.resource))
        left_out = self._limit.admit(who, what, datetime.now(UTC))
        if left_out is None:
            return
        after = dict(refused.resource) | ({"left_out": left_out} if left_out else {})
        entry = AuditEntry(AuditAction.ACTION_REFUSE, AuditKind.ACTION, refused.action, after=after)
        try:
            record_alone(self._workspace, actor, entry)
        except LiaisonError as error:
            _log.warning("a refusal could not be recorded: %s", error.name)


def page_refused(workspace: Workspace, action: Action, actor: Actor) -> NotAllowed:
    """Returns the refusal of a page that is not for an actor's role, and has it recorded."""
    message, hint = page_refusal()
    refused = NotAllowed(message, hint=hint)
    refused.action = action.value
    if workspace.on_refusal is not None:
        workspace.on_refusal(actor, refused)
    return refused
