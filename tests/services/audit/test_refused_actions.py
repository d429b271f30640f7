"""What was refused is recorded: who, what, on whose; and nobody can flood the record with it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import NotAllowed
from liaison_metrics.reports.making import make
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import AuditFilter, AuditLine, entries
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.audit.refused_actions import (
    MOST_OF_ALL,
    MOST_OF_ONE,
    PERIOD,
    SAME_AGAIN,
    RefusalLimit,
    RefusalRecorder,
    page_refused,
)
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import row, sheet

OTHER = replace(partner("vifin"), account=7)
NOW = datetime(2022, 3, 1, tzinfo=UTC)


@pytest.fixture
def watched(workspace: Workspace) -> Workspace:
    workspace.on_refusal = RefusalRecorder(workspace)
    return workspace


def refused(workspace: Workspace) -> list[AuditLine]:
    return entries(workspace, COORDINATOR, AuditFilter(action=AuditAction.ACTION_REFUSE))[1]


def test_a_refusal_says_who_asked_for_what(watched: Workspace) -> None:
    import_file(watched, "Ana Korba.csv", sheet(row("Ana Korba")), actor=partner("compass"))
    with pytest.raises(NotAllowed):
        uploads.original(watched, 1, OTHER)
    [line] = refused(watched)
    assert (line.account, line.partner, line.kind, line.about) == (7, "vifin", "action", "original.download")
    assert json.loads(line.after) == {"kind": "upload", "partners": ["compass"]}


def test_services_that_call_each_other_tell_once(watched: Workspace) -> None:
    with pytest.raises(NotAllowed):
        make(watched, Scope(city="graz"), 5, actor=FUNDER)
    assert [line.about for line in refused(watched)] == ["report.published"]


def test_the_same_again_is_counted_and_not_written(watched: Workspace) -> None:
    def ask(city: str, actor: Actor) -> None:
        with pytest.raises(NotAllowed):
            figures.breakdown(watched, "IND1", "gender", Scope(city=city), actor=actor)

    for _time in range(5):
        ask("graz", OTHER)
    ask("kassel", OTHER)
    ask("graz", FUNDER)
    last, second, first = refused(watched)
    assert json.loads(first.after) == {"kind": "figures", "cities": ["graz"]}
    assert json.loads(second.after) == {"kind": "figures", "cities": ["kassel"], "left_out": 4}
    assert (last.role, json.loads(last.after)) == ("funder", {"kind": "figures", "cities": ["graz"]})


def test_what_is_allowed_and_who_has_no_recorder_leave_no_line(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        figures.breakdown(workspace, "IND1", "gender", actor=FUNDER)
    workspace.on_refusal = RefusalRecorder(workspace)
    figures.breakdown(workspace, "IND1", "gender", actor=COORDINATOR)
    assert refused(workspace) == []
    assert page_refused(workspace, Action.AUDIT_READ, FUNDER).hint
    assert [line.about for line in refused(workspace)] == ["audit.read"]


def test_one_writes_some_lines_an_hour_and_all_together_some_more() -> None:
    limit = RefusalLimit()
    assert [limit.admit("a", n, NOW) for n in range(MOST_OF_ONE + 5)] == [0] * MOST_OF_ONE + [None] * 5
    assert limit.admit("b", 0, NOW) == 0
    assert limit.admit("b", 0, NOW + SAME_AGAIN - timedelta(seconds=1)) is None
    assert limit.admit("b", 0, NOW + SAME_AGAIN) == 1
    later = NOW + PERIOD
    assert limit.admit("a", 0, later) == 5, "the next line says how many were left out"
    written = sum(limit.admit(n, 0, later) is not None for n in range(MOST_OF_ALL + 50))
    assert written < MOST_OF_ALL
