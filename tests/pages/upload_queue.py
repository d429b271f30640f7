"""Upload queues with files, as a browser would fill them."""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.ui.upload.queue.upload_queue import UploadQueue
from tests.conftest import PATIENCE


def queue_with(workspace: Workspace, files: Iterable[tuple[str, bytes]], actor: Actor = COORDINATOR) -> UploadQueue:
    queue = UploadQueue()
    queue.set_actor(actor)
    queue.add_files(files, Hints())
    assert queue.work.idle.wait(PATIENCE)
    settle(queue, workspace, actor)
    return queue


def settle(queue: UploadQueue, workspace: Workspace, actor: Actor = COORDINATOR) -> None:
    queue.preview_all(workspace, actor)
    assert queue.work.idle.wait(PATIENCE)


def finished(drawn: AppTest) -> AppTest:
    """Runs a page again once the background work that the last click began is done."""
    assert drawn.session_state["upload_queue"].work.idle.wait(PATIENCE)
    return drawn.run()
