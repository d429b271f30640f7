"""Whatever is brought, taken back, corrected and joined, and whenever the secret key changes: an index that followed it
all is that of a program that starts now, and without the corrections everything is as if there had never been any."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import corrections
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.examples import share_of
from tests.services.conftest import Fresh
from tests.services.figures import all_exports, all_figures
from tests.services.steps import standing, step
from tests.services.worlds import Sheet, files, worlds

pytestmark = pytest.mark.slow

DEEDS = ("bring", "bring", "undo", "redo", "correct", "correct", "join", "take back", "look", "new key")
steps = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 6), st.integers(0, 6)), min_size=6, max_size=14)


def again(workspace: Workspace) -> Workspace:
    """The same store as a program sees it that starts now."""
    return Workspace(workspace.settings, workspace.project, workspace.store)


@given(worlds(3), steps)
@settings(max_examples=share_of(30), deadline=None, derandomize=True,
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
    for upload in reversed(uploads.latest(workspace, undone=False, actor=COORDINATOR)):
        import_file(straight, upload.file, brought[upload.file], actor=COORDINATOR)
    while numbers := standing(workspace):
        corrections.undo(workspace, numbers[0], COORDINATOR)
    assert all_figures(workspace) == all_figures(straight)
