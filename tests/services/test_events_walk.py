"""Whatever is brought, taken back, corrected and joined in whatever order: an index that followed it all is that of a
program that starts now, and without the corrections everything is as if there had never been any."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.errors import WrongEntry
from liaison_metrics.services import uploads
from liaison_metrics.services.events import corrections
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import Fresh
from tests.services.figures import all_exports, all_figures
from tests.services.worlds import Sheet, files, worlds

TRUTHS: tuple[dict[str, Any], ...] = (
    {"activity": "project_fair"}, {"city": "graz"}, {"city": "vejle"}, {"title": "Bread & words"}, {"title": ""},
    {"day": date(2021, 6, 1)}, {"activity": "final_conference", "city": "palermo"},
)  # fmt: skip
DEEDS = ("bring", "bring", "undo", "redo", "correct", "correct", "join", "take back", "look")
steps = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 6), st.integers(0, 6)), min_size=6, max_size=14)


def again(workspace: Workspace) -> Workspace:
    """The same store as a program sees it that starts now."""
    return Workspace(workspace.settings, workspace.project, workspace.store)


def standing(workspace: Workspace) -> list[int]:
    """The numbers of the corrections that stand."""
    found = [corrections.one(workspace, event.number) for event in corrections.all_events(workspace)]
    return sorted({one.number for each in found if each for one in each.corrections if one.revoked_at is None})


def step(workspace: Workspace, world: Sequence[Sheet], what: str, one: int, other: int) -> None:
    known = corrections.all_events(workspace)
    undone = [upload.id for upload in uploads.latest(workspace) if upload.undone_at]
    stand = [upload.id for upload in uploads.latest(workspace, undone=False)]
    if what == "bring":
        import_file(workspace, f"sheet_{one % len(world)}.csv", world[one % len(world)].data)
    elif what == "undo" and stand:
        uploads.undo(workspace, stand[one % len(stand)])
    elif what == "redo" and undone:
        uploads.redo(workspace, undone[one % len(undone)])
    elif what == "correct" and known:
        with suppress(WrongEntry):  # it may be true already
            corrections.correct(workspace, known[one % len(known)].number, **TRUTHS[other])
    elif what == "join" and known:
        with suppress(WrongEntry):
            corrections.join(workspace, known[one % len(known)].number, known[other % len(known)].number)
    elif what == "take back" and (numbers := standing(workspace)):
        corrections.take_back(workspace, numbers[one % len(numbers)])


@given(worlds(3), steps)
@settings(max_examples=40, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_the_index_follows_and_nothing_stays(
    fresh: Fresh, world: list[Sheet], steps: list[tuple[str, int, int]]
) -> None:
    workspace, straight = fresh(), fresh()
    for what, one, other in steps:
        step(workspace, world, what, one, other)
        if what == "look":
            assert all_exports(workspace) == all_exports(again(workspace))
    assert all_exports(workspace) == all_exports(again(workspace))
    assert all_figures(workspace) == all_figures(again(workspace))

    brought = files(world)
    for upload in reversed(uploads.latest(workspace, undone=False)):
        import_file(straight, upload.file, brought[upload.file])
    while numbers := standing(workspace):
        corrections.take_back(workspace, numbers[0])
    assert all_figures(workspace) == all_figures(straight)
