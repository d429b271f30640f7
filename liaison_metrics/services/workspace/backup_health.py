"""The health check of backups: how old the last one is, and whether the server can make the next."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from liaison_metrics.services.workspace.health_check import HealthCheck
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.installation.backup_time import last_backup
from liaison_metrics.store.uploads import active_uploads, holds_demonstration
from liaison_metrics.texts import _, ngettext

RECENT = timedelta(days=7)
"""Without a schedule, an older backup is worth a remark."""


def check_backup(settings: Settings) -> HealthCheck:
    """Returns how old the last backup is. Not ok if the schedule is not kept, or its folder cannot be written."""
    store = open_store(settings.url)
    try:
        with store.reading() as connection:
            last, uploads = last_backup(connection), active_uploads(connection)
            worth_it = bool(uploads) and not holds_demonstration(connection)
    finally:
        store.close()
    age = None if last is None else datetime.now(UTC) - last
    message = _("Backup: none yet") if age is None else _("Backup: the last one is {age} old").format(age=_time(age))
    folder = settings.backup_folder
    if folder is None:
        advice = _("Set LIAISON_BACKUP_FOLDER, or run: liaison-metrics backup PATH")
        return HealthCheck(True, message, advice if worth_it and (age is None or age > RECENT) else "")
    if folder.exists() and not os.access(folder, os.W_OK):
        problem = _("Backup: the folder {folder} cannot be written.").format(folder=folder)
        return HealthCheck(False, problem, _("Change its permissions, or set LIAISON_BACKUP_FOLDER to another folder."))
    # Twice the time between two: one may be in the making, and a server may be started again.
    late = worth_it and (age is None or age > 2 * timedelta(hours=settings.backup_hours))
    remedy = ngettext(
        "Start the server: it makes a backup every hour in {folder}.",
        "Start the server: it makes a backup every {hours} hours in {folder}.",
        settings.backup_hours,
    ).format(hours=settings.backup_hours, folder=folder)
    return HealthCheck(not late, message, remedy if late else "")


def _time(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    if hours < 48:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return ngettext("{n} day", "{n} days", hours // 24).format(n=hours // 24)
