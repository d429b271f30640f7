"""What the server sends by itself each Monday: reminders to partners and the digest to coordinators."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from liaison_metrics.errors import MailError
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.events.owed.digest import send_digest
from liaison_metrics.services.events.owed.reminding import WEEK, reminders, send_reminder
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records import mails

MONDAY, FIRST_HOUR = 0, 6
"""When mails are sent: on Mondays from 6 o'clock UTC on, so that they are there when people come to work."""

AFTER_FAILURE = timedelta(hours=3)
"""How long to wait after a mail could not be sent."""

_log = logging.getLogger(__name__)


class WeeklyMails:
    """Sends what is due. After a failure it waits for a while: each try is two lines in the audit record."""

    def __init__(self) -> None:
        self._not_before: datetime | None = None

    @open_to_anybody("the settings of the server say that it is due")
    def send_due(self, workspace: Workspace, now: datetime) -> int:
        """Sends what is due, if the settings ask for it; returns how many mails were sent. What can't be sent is
        logged."""
        due = now.weekday() == MONDAY and now.hour >= FIRST_HOUR
        if workspace.settings.weekly_mail == "off" or not due or workspace.demonstration():
            return 0
        if self._not_before is not None and now < self._not_before:
            return 0
        with workspace.store.reading() as connection:
            last = mails.last_mails(connection).get("")
        waiting: list[Callable[[], object]] = (
            [partial(send_digest, workspace, COORDINATOR)] if last is None or now - last >= WEEK else []
        )
        waiting += [
            partial(send_reminder, workspace, one.partner, COORDINATOR)
            for one in reminders(workspace, COORDINATOR)
            if one.recipients and one.may_be_sent(now)
        ]
        sent = sum(map(_sent, waiting))
        self._not_before = now + AFTER_FAILURE if sent < len(waiting) else None
        return sent


def _sent(send: Callable[[], object]) -> bool:
    try:
        send()
    except MailError as error:
        _log.warning("A weekly mail was not sent: %s", error.message)
        return False
    return True
