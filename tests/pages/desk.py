"""Desks with sheets on them, as a browser would have put them there."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics.services.access.actors import COORDINATOR, Party
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.ui.upload.drafts import Desk


def desk_with(workspace: Workspace, files: Iterable[tuple[str, bytes]], party: Party = COORDINATOR) -> Desk:
    desk = Desk()
    desk.serve(party)
    desk.take(files, Hints())
    assert desk.work.over.wait(20)
    settle(desk, workspace, party)
    return desk


def settle(desk: Desk, workspace: Workspace, party: Party = COORDINATOR) -> None:
    desk.try_all(workspace, party)
    assert desk.work.over.wait(20)
