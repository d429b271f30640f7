"""The one workspace of a server process: pages, routes and the live signal all answer from it."""

from __future__ import annotations

import threading

from liaison_metrics.services.workspace.workspace import Workspace, open_workspace

_opening = threading.Lock()
_opened: list[Workspace] = []


def the_workspace() -> Workspace:
    """Returns the workspace that the environment's settings describe, opened on first use.

    Raises SettingsError, ProjectFileError or StoreError when it cannot be opened; the next call tries again.
    """
    with _opening:
        if not _opened:
            _opened.append(open_workspace())
        return _opened[0]


def close_workspace() -> None:
    """Lets go of the workspace, so that the next use opens it anew."""
    with _opening:
        _opened.clear()
