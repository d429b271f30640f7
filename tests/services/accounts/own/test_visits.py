"""Visits: when the visit before this one ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics.services.accounts.own import visits
from liaison_metrics.services.accounts.own.visits import VISIT_ENDS_AFTER, visit_before
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import with_password

NOW = datetime(2022, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class AtOnce:
    """A thread that runs where it is started."""

    def __init__(self, target: object, args: tuple[object, ...], daemon: bool) -> None:
        self.start = lambda: target(*args)  # type: ignore[operator]


class Clock(datetime):
    """A clock that tests set."""

    time = NOW

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return cls.time


def test_a_visit_ends_when_somebody_was_away(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits.threading, "Thread", AtOnce)
    monkeypatch.setattr(visits, "datetime", Clock)
    account = with_password(workspace)

    def look(minutes: int) -> datetime | None:
        Clock.time = NOW + minutes * MINUTE
        return visits.last_visit(workspace, account.number, account.actor)

    assert [look(0), look(3), look(20)] == [None, None, None], "one visit, the first"
    assert [look(90), look(95), look(115)] == [NOW + 20 * MINUTE] * 3, "the first ended when it was last seen"
    assert look(300) == NOW + 115 * MINUTE


def test_the_end_of_the_visit_before() -> None:
    yesterday = NOW - timedelta(days=1)
    assert visit_before(NOW, NOW - VISIT_ENDS_AFTER, yesterday) == yesterday
    assert visit_before(NOW, NOW - VISIT_ENDS_AFTER - MINUTE, yesterday) == NOW - VISIT_ENDS_AFTER - MINUTE
