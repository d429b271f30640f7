"""Scheduled backups: made when they are due, as many kept as the setting says, whatever else is in the folder."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation import making, schedule
from liaison_metrics.services.installation.schedule import backup_if_due, backups_in, scheduled_work
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.workspace import Workspace
from tests.conftest import PATIENCE
from tests.services.conftest import Fresh
from tests.services.installation.conftest import fill

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


class Clock(datetime):
    """A time that the test sets."""

    at = NOON

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return cls.at


@pytest.fixture
def scheduled(fresh: Fresh, tmp_path: Path) -> Workspace:
    workspace = fresh()
    new = {"backup_folder": tmp_path / "backups", "backup_hours": 6, "backup_copies": 2}
    workspace.settings = workspace.settings.model_copy(update=new)
    return workspace


def test_the_newest_copies_are_kept(scheduled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "datetime", Clock)
    folder = scheduled.settings.backup_folder
    assert folder is not None
    made = []
    for hours in range(0, 30, 3):
        Clock.at = NOON + timedelta(hours=hours)
        backup = backup_if_due(scheduled, Clock.at)
        assert (backup is not None) == (hours % 6 == 0)
        made += [Clock.at] if backup else []
        (folder / "holiday.jpg").touch()
    assert [time for time, _path in backups_in(scheduled, folder)] == made[:-3:-1]
    assert len(list(folder.iterdir())) == 3


def test_without_a_folder_there_is_no_backup(fresh: Fresh) -> None:
    assert backup_if_due(fresh(), NOON) is None


def test_a_running_server_makes_the_backups_and_survives_a_failing_one(
    scheduled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "BETWEEN_LOOKS", 0.01)
    folder = scheduled.settings.backup_folder
    assert folder is not None
    folder.touch()  # in the way of the folder
    looks = []

    def workspace() -> Workspace:
        looks.append(1)
        if len(looks) == 2:
            folder.unlink()
        return scheduled

    async def serve() -> None:
        async with scheduled_work(workspace):
            for _ in range(int(PATIENCE / 0.05)):
                if folder.is_dir() and backups_in(scheduled, folder):
                    return
                await asyncio.sleep(0.05)

    with ThreadPoolExecutor(1) as pool:  # a browser's tests leave a loop running in this thread
        pool.submit(asyncio.run, serve()).result()
    assert len(backups_in(scheduled, folder)) == 1


def test_doctor_says_how_old_the_last_backup_is(
    scheduled: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def backup_check(**changes: object) -> tuple[bool, str, str]:
        check = check_health(scheduled.settings.model_copy(update=changes))[-1]
        return check.ok, check.message, check.remedy

    assert backup_check() == (True, "Backup: none yet", "")
    fill(scheduled)
    ok, message, remedy = backup_check()
    assert not ok and message == "Backup: none yet" and "every 6 hours" in remedy
    ok, _message, remedy = backup_check(backup_folder=None)
    assert ok and remedy.startswith("Set LIAISON_BACKUP_FOLDER")
    monkeypatch.setattr(making, "datetime", Clock)
    now = datetime.now(UTC)
    for hours, fine in ((11, True), (13, False), (72, False)):
        Clock.at = now - timedelta(hours=hours, minutes=30)
        making.make_backup(scheduled, tmp_path / f"{hours}.backup", COORDINATOR)
        ok, message, _remedy = backup_check()
        assert ok is fine and message == f"Backup: the last one is {'3 days' if hours == 72 else f'{hours} hours'} old"
