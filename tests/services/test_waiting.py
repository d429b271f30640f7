"""Sheets that wait to be imported: kept encrypted, for whoever added them alone, for some days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import Options
from liaison_metrics.services.uploads import waiting
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.records.uploads.waiting import SHEET
from tests.actors import partner

COMPASS = partner("compass")
OPTIONS = Options(
    Hints(city="graz", date=date(2021, 3, 4)), (Answer("community", "Zubrowkan", "bosnian"),), replaces=3, whole=True
)


def test_a_sheet_waits_with_its_options_until_it_is_removed(workspace: Workspace) -> None:
    revision = workspace.revision()
    number = waiting.keep(workspace, "list of Ana Korba.csv", b"Name\nAna Korba\n", Options(), COMPASS)
    waiting.change_options(workspace, number, OPTIONS, COMPASS)
    (kept,) = waiting.waiting_sheets(workspace, COMPASS)
    assert (kept.number, kept.file, kept.data) == (number, "list of Ana Korba.csv", b"Name\nAna Korba\n")
    assert kept.options == OPTIONS and workspace.revision() == revision, "no page has anything new to show"
    with workspace.store.reading() as connection:
        assert "Korba" not in str(connection.execute(select(SHEET)).all())
    waiting.remove(workspace, [number], COMPASS)
    assert waiting.waiting_sheets(workspace, COMPASS) == []
    waiting.remove(workspace, [number], COMPASS)  # it is gone already


def test_it_waits_for_whoever_added_it_alone(workspace: Workspace) -> None:
    one, other = replace(COMPASS, account=1), replace(COMPASS, account=2)
    number = waiting.keep(workspace, "a.csv", b"x", Options(), one)
    for actor in (other, COMPASS, COORDINATOR, replace(COORDINATOR, account=3)):
        assert waiting.waiting_sheets(workspace, actor) == []
        with pytest.raises(NotAllowed):
            waiting.remove(workspace, [number], actor)
        with pytest.raises(NotAllowed):
            waiting.change_options(workspace, number, OPTIONS, actor)
    assert len(waiting.waiting_sheets(workspace, one)) == 1


def test_it_is_removed_after_seven_days(workspace: Workspace) -> None:
    waiting.keep(workspace, "a.csv", b"x", Options(), COMPASS)
    now = datetime.now(UTC)
    assert waiting.remove_old(workspace, now + timedelta(days=6, hours=23)) == 0
    assert waiting.remove_old(workspace, now + timedelta(days=7, hours=1)) == 1
    assert waiting.waiting_sheets(workspace, COMPASS) == []
