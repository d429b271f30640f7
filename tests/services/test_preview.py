"""A preview works on a copy: others see the index as it is, at once, during a preview and after it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from liaison_metrics.domain.index import IndexChange, IndexState
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures import preview as previewing
from liaison_metrics.services.intake import import_file, preview_import
from liaison_metrics.services.intake.options import Options
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import Fresh, row, sheet
from tests.services.figures import all_figures

SECONDS = 30
"""How long a thread waits for another before the test fails; nothing in a passing test waits that long."""

FIRST = sheet(row("Ana Korba", email="shared@example.org"), row("Bilal Denzor", email="b@example.org"))
SECOND = sheet(
    row("Cem Halost", email="shared@example.org", date="2021-09-09"),
    row("Ana Korba", email="shared@example.org", date="2021-09-09"),
)
THIRD = sheet(row("Dara Vinkor", email="d@example.org", date="2021-10-10"), row("Bilal Denzor", email="b@example.org"))


class Broken(Exception):
    """Raised on purpose."""


def dry_run(workspace: Workspace, data: bytes = SECOND) -> object:
    return preview_import(workspace, "second.csv", data, actor=COORDINATOR).preview


def during_a_preview(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]
) -> tuple[object, object]:
    """Returns what a dry run gives while another thread acts in the middle of it, and what the act returns."""
    reached, go_on = Event(), Event()
    people_of = IndexState.people_of

    def paused(state: IndexState, upload: int) -> tuple[int, int]:
        if state is not workspace.index():  # the previewed state; the index itself is asked without waiting
            reached.set()
            assert go_on.wait(SECONDS)
        return people_of(state, upload)

    monkeypatch.setattr(IndexState, "people_of", paused)
    with ThreadPoolExecutor(2) as pool:
        previewed = pool.submit(dry_run, workspace)
        try:
            assert reached.wait(SECONDS)
            acted = pool.submit(act).result(SECONDS)
        finally:
            go_on.set()
        return previewed.result(SECONDS), acted


def test_readers_see_the_same_state_during_and_after_a_preview(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(workspace, "first.csv", FIRST, actor=COORDINATOR)
    before, figures = workspace.index(), all_figures(workspace)
    expected = dry_run(workspace)
    previewed, seen = during_a_preview(workspace, monkeypatch, lambda: (workspace.index(), all_figures(workspace)))
    assert seen == (before, figures) and previewed == expected
    assert workspace.index() is before and all_figures(workspace) == figures


def test_an_import_during_a_preview_changes_the_index_and_not_the_preview(
    workspace: Workspace, fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(workspace, "first.csv", FIRST, actor=COORDINATOR)
    expected = dry_run(workspace)

    def import_third() -> dict[str, object]:
        import_file(workspace, "third.csv", THIRD, actor=COORDINATOR)
        return all_figures(workspace)

    previewed, figures = during_a_preview(workspace, monkeypatch, import_third)
    assert previewed == expected
    other = fresh()
    for file, data in (("first.csv", FIRST), ("third.csv", THIRD)):
        import_file(other, file, data, actor=COORDINATOR)
    assert figures == all_figures(workspace) == all_figures(other)


def test_a_preview_that_raises_leaves_everything_as_it_was(workspace: Workspace) -> None:
    import_file(workspace, "first.csv", FIRST, actor=COORDINATOR)
    before, figures = workspace.index(), all_figures(workspace)

    def breaks(state: IndexState) -> int:
        if state is not before:
            raise Broken
        return state.people

    with pytest.raises(Broken):
        workspace.preview(breaks, IndexChange(removed=[1]))
    assert workspace.index() is before and all_figures(workspace) == figures
    import_file(workspace, "second.csv", SECOND, actor=COORDINATOR)
    assert workspace.index().people == 3
    uploads.undo(workspace, 2, COORDINATOR)
    assert all_figures(workspace) == figures


def test_a_preview_leaves_nothing_in_caches_and_codebooks(workspace: Workspace) -> None:
    import_file(workspace, "first.csv", FIRST, actor=COORDINATOR)
    state = workspace.index()
    assert dry_run(workspace) and workspace.index() is state
    assert "2021-09" not in state.calendar.events.words("month")
    names = set(state.register.log.rows.name.tolist())
    assert set(state.register.forms._cache) <= names  # type: ignore[attr-defined]
    import_file(workspace, "second.csv", SECOND, actor=COORDINATOR)
    assert workspace.index().calendar.events.words("month")[-1] == "2021-09"


def test_a_preview_says_what_the_import_then_does(workspace: Workspace) -> None:
    import_file(workspace, "first.csv", FIRST, actor=COORDINATOR)
    options = Options(replaces=1)
    tried = preview_import(workspace, "third.csv", THIRD, options, actor=COORDINATOR).preview
    assert tried is not None
    import_file(workspace, "third.csv", THIRD, options, actor=COORDINATOR)
    assert [effect.after for effect in tried.effects] == [
        effect.before for effect in previewing.preview(workspace, IndexChange(), actor=COORDINATOR).effects
    ]
