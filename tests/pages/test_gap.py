"""Where the gap is: shares of cities and communities, the furthest behind first."""

from __future__ import annotations

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, BreakdownLine, Reach
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.targets.gap import gap_lines
from tests.pages.conftest import Page, html

LINES = (BreakdownLine("graz", 90, 20), BreakdownLine("vejle", 75, 0), BreakdownLine("palermo", 100, 0))


def test_cities_share_what_targets_of_cities_leave(project: Project) -> None:
    breakdown = Breakdown("city", LINES, Reach())
    even = gap_lines(project, project.indicator("IND1"), breakdown)
    assert [(one.code, one.missing) for one in even] == [
        ("athens", 100), ("kassel", 100), ("vejle", 25), ("palermo", 0), ("graz", -10),
    ]  # fmt: skip
    own = project.indicator("IND1").model_copy(update={"targets": {"graz": 140, "vejle": 60}})
    assert {one.code: one.share for one in gap_lines(project, own, breakdown)} == {
        "graz": 140, "vejle": 60, "palermo": 100, "athens": 100, "kassel": 100,
    }  # fmt: skip
    every = own.model_copy(update={"targets": dict.fromkeys(("graz", "vejle", "palermo", "athens", "kassel"), 90)})
    assert {one.share for one in gap_lines(project, every, breakdown)} == {90}


def test_communities_share_evenly_and_nobody_is_forgotten(project: Project) -> None:
    found = gap_lines(
        project, project.indicator("IND1"),
        Breakdown("community", (BreakdownLine("local", 50, 0), BreakdownLine("not_stated", 9, 0)), Reach()),
    )  # fmt: skip
    assert len(found) == len(project.communities) - 1 and {one.share for one in found} == {36}
    assert (found[-1].code, found[-1].missing) == ("local", -14)


def test_the_gap_stands_on_the_page(filled: Workspace, page: Page) -> None:
    drawn = html(page())
    assert "each an even share of 100" in drawn and "88 short" in drawn and "9 more" in drawn
    assert "each an even share" not in html(page(indicator="IND2")), "one event has no share for each city"
