"""Series: the same people came to several events, so they count once, on both databases."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import checks, details, series
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.event_sheets import log, workshops


def course(workspace: Workspace, *people: int) -> None:
    for lesson, count in enumerate(people, start=1):
        data = log((f"Sewing lesson {lesson}", count), date=f"2021-06-{lesson:02}")
        import_file(workspace, f"lesson{lesson}.csv", data, actor=COORDINATOR)


def test_a_series_counts_the_largest_number_once(workspace: Workspace) -> None:
    course(workspace, 8, 12, 10)
    assert workshops(workspace) == 30
    (suggestion,) = series.suggestions(workspace, actor=COORDINATOR)
    assert len(suggestion.events) == 3
    previewed = series.preview_series(workspace, suggestion.numbers, actor=COORDINATOR)
    assert workshops(workspace) == 30, "a preview stores nothing"
    stored = series.make_series(workspace, suggestion.numbers, COORDINATOR)
    assert [one.after for one in previewed] == [one.after for one in stored]
    assert workshops(workspace) == 12
    assert series.suggestions(workspace, actor=COORDINATOR) == []
    detail = details.find(workspace, suggestion.numbers[0], actor=COORDINATOR)
    assert detail is not None
    checks.undo(workspace, detail.decisions[0].number, COORDINATOR)
    assert workshops(workspace) == 30


def test_titles_without_a_number_are_no_series(workspace: Workspace) -> None:
    import_file(workspace, "a.csv", log(("Sewing", 8), date="2021-06-01"), actor=COORDINATOR)
    import_file(workspace, "b.csv", log(("Singing", 8), date="2021-06-02"), actor=COORDINATOR)
    assert series.suggestions(workspace, actor=COORDINATOR) == []


def test_one_event_is_no_series(workspace: Workspace) -> None:
    course(workspace, 8, 12)
    (suggestion,) = series.suggestions(workspace, actor=COORDINATOR)
    with pytest.raises(WrongEntry):
        series.make_series(workspace, suggestion.numbers[:1] * 2, COORDINATOR)
    assert workshops(workspace) == 20
