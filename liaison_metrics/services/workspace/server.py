"""The workspace of a server process, shared by pages, routes and live updates."""

from __future__ import annotations

import threading

from liaison_metrics.services.workspace.audit.refused_actions import RefusalRecorder
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace

_opening = threading.Lock()
_opened: list[Workspace] = []


def the_workspace() -> Workspace:
    """Returns the workspace that the environment's settings describe. It is opened on first use.

    Raises SettingsError, ProjectFileError, StoreError or WrongKey if it cannot be opened; the next call tries again.
    """
    with _opening:
        if not _opened:
            workspace = open_workspace()
            workspace.on_refusal = RefusalRecorder(workspace)
            _opened.append(workspace)
        return _opened[0]


def close_workspace() -> None:
    """Forgets the workspace, so that the next use opens it again."""
    with _opening:
        _opened.clear()
