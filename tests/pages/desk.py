"""Desks with sheets on them, as a browser would have put them there."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.ui.upload.drafts import Desk


def desk_with(workspace: Workspace, files: Iterable[tuple[str, bytes]], actor: Actor = COORDINATOR) -> Desk:
    desk = Desk()
    desk.serve(actor)
    desk.take(files, Hints())
    assert desk.work.over.wait(20)
    settle(desk, workspace, actor)
    return desk


def settle(desk: Desk, workspace: Workspace, actor: Actor = COORDINATOR) -> None:
    desk.try_all(workspace, actor)
    assert desk.work.over.wait(20)
