"""One step of a history of uploads and corrections."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import uuid4

from liaison_metrics.errors import WrongEntry
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import corrections, details, listing
from liaison_metrics.services.installation.rotating import rotate_key
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.worlds import Sheet

TRUTHS: tuple[dict[str, Any], ...] = (
    {"activity": "project_fair"}, {"city": "graz"}, {"city": "vejle"}, {"title": "Bread & words"}, {"title": ""},
    {"day": date(2021, 6, 1)}, {"activity": "final_conference", "city": "palermo"},
)  # fmt: skip


def standing(workspace: Workspace) -> list[int]:
    """The numbers of the corrections that stand."""
    found = [
        details.find(workspace, event.number, actor=COORDINATOR)
        for event in listing.all_events(workspace, actor=COORDINATOR)
    ]
    return sorted({one.number for each in found if each for one in each.corrections if one.revoked_at is None})


def step(workspace: Workspace, world: Sequence[Sheet], what: str, one: int, other: int) -> None:
    known = listing.all_events(workspace, actor=COORDINATOR)
    undone = [upload.id for upload in uploads.latest(workspace, actor=COORDINATOR) if upload.undone_at]
    stand = [upload.id for upload in uploads.latest(workspace, undone=False, actor=COORDINATOR)]
    if what == "bring":
        import_file(workspace, f"sheet_{one % len(world)}.csv", world[one % len(world)].data, actor=COORDINATOR)
    elif what == "undo" and stand:
        uploads.undo(workspace, stand[one % len(stand)], COORDINATOR)
    elif what == "redo" and undone:
        uploads.redo(workspace, undone[one % len(undone)], COORDINATOR)
    elif what == "correct" and known:
        with suppress(WrongEntry):  # it may be true already
            corrections.correct(workspace, known[one % len(known)].number, COORDINATOR, **TRUTHS[other])
    elif what == "join" and known:
        with suppress(WrongEntry):
            corrections.merge(
                workspace, [known[one % len(known)].number], known[other % len(known)].number, COORDINATOR
            )
    elif what == "new key":
        place = rotate_key(workspace, COORDINATOR, workspace.key_file.with_name(f"{uuid4()}.key")).path
        workspace.settings = workspace.settings.model_copy(update={"secret_key_file": place})
    elif what == "take back" and (numbers := standing(workspace)):
        corrections.undo(workspace, numbers[one % len(numbers)], COORDINATOR)
