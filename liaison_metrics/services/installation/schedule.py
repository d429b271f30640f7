"""What a server does on a schedule while it runs: backups every some hours into one folder, of which the newest are
kept, removing the sheets that waited too long to be imported, and the weekly mails."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from liaison_metrics.errors import LiaisonError
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.events.owed.weekly import WeeklyMails
from liaison_metrics.services.installation.making import SUFFIX, TIME_FORMAT, Backup, make_backup, name_in_folder
from liaison_metrics.services.uploads.waiting import remove_old
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.workspace import Workspace

BETWEEN_LOOKS = 60.0
"""Seconds between two looks at the folder. Hours pass between two backups, so a minute more or less does not matter."""

_log = logging.getLogger(__name__)


@open_to_anybody("the settings of the server say that it is due")
def backup_if_due(workspace: Workspace, now: datetime) -> Backup | None:
    """Makes a backup if none of this store in the folder is new enough, and removes those that are too many.

    Of several servers on one store, the first makes it. Raises BackupError.
    """
    settings = workspace.settings
    if settings.backup_folder is None:
        return None
    settings.backup_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = backups_in(workspace, settings.backup_folder)
    if found and now - found[0][0] < timedelta(hours=settings.backup_hours):
        return None
    made = make_backup(workspace, settings.backup_folder, COORDINATOR)
    for _time, path in backups_in(workspace, settings.backup_folder)[settings.backup_copies :]:
        path.unlink(missing_ok=True)
    return made


@open_to_anybody("tells when backups were made, and nothing of what is in them")
def backups_in(workspace: Workspace, folder: Path) -> list[tuple[datetime, Path]]:
    """Returns the backups of this store in a folder and their times, the newest first. Other files are left out."""
    pattern = re.compile(re.escape(name_in_folder(workspace)) + r"-(\d{8}-\d{6})" + re.escape(SUFFIX))
    found = ((pattern.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted(
        ((datetime.strptime(name[1], TIME_FORMAT).replace(tzinfo=UTC), path) for name, path in found if name),
        reverse=True,
    )


@asynccontextmanager
async def scheduled_work(workspace: Callable[[], Workspace] = the_workspace) -> AsyncIterator[None]:
    """Makes backups and sends mails when they are due, and removes old waiting sheets, for as long as the context
    lasts."""
    task = asyncio.create_task(_repeatedly(workspace))
    try:
        yield
    finally:
        task.cancel()


async def _repeatedly(workspace: Callable[[], Workspace]) -> None:
    weekly = WeeklyMails()
    while True:
        try:
            await run_in_threadpool(lambda: backup_if_due(workspace(), datetime.now(UTC)))
        except LiaisonError as error:  # the server goes on; "doctor" says how old the last backup is
            _log.warning("The scheduled backup was not made: %s", error.name)
        except Exception as error:
            _log.warning("The scheduled backup was not made: %s", type(error).__name__)
        try:
            await run_in_threadpool(lambda: remove_old(workspace(), datetime.now(UTC)))
        except Exception as error:
            _log.warning("Old waiting sheets were not removed: %s", type(error).__name__)
        try:
            await run_in_threadpool(lambda: weekly.send_due(workspace(), datetime.now(UTC)))
        except Exception as error:
            _log.warning("The weekly mails were not sent: %s", type(error).__name__)
        await asyncio.sleep(BETWEEN_LOOKS)
