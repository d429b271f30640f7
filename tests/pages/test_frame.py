"""The frame around every page: banner and navigation."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from liaison_metrics.errors import StoreError
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.frame.cache import PageRequest, cached, cached_by_store, cached_for_all
from liaison_metrics.ui.frame.filters import read_filters
from tests.actors import partner
from tests.made_up import sheet
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as

BANNER = "Sample data:"


def test_sample_data_has_a_banner(workspace: Workspace, page: Page) -> None:
    assert BANNER not in html(page())
    file = UploadedFile("made_up.csv", sheet("2021-03-04", "Graz", range(3)))
    run_import(workspace, file, actor=COORDINATOR, run=ImportRun(demonstration=True))
    workspace_marked(workspace)
    assert BANNER in html(page())


def links_of(drawn: str) -> list[str]:
    """The pages in the sidebar, in order."""
    return re.findall(r'data-at="page-(\w*)"', drawn)


def test_the_sidebar_groups_the_pages_of_each_role(
    filled: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = html(page())
    assert links_of(drawn) == [
        "", "forecast", "explore", "events", "people", "report", "upload", "answers", "owed", "statements",
        "data_quality", "history", "work_plan", "objectives", "committees", "skills", "counting", "data_protection",
    ]  # fmt: skip
    assert re.findall(r'class="group"[^>]*>([^<]*)<', drawn) == ["Figures", "Sheets", "Work plan", "Help"]
    pages_as(monkeypatch, "partner")
    assert links_of(html(framed_page()))[:5] == ["upload", "answers", "owed", "statements", "data_quality"]
    pages_as(monkeypatch, "funder")
    drawn = html(framed_page())
    assert links_of(drawn) == [
        "", "forecast", "report", "work_plan", "objectives", "committees", "skills", "counting", "data_protection",
    ]  # fmt: skip


def test_an_empty_store_shows_the_steps_to_the_first_figures(workspace: Workspace, page: Page) -> None:
    for name in ("", "explore", "events", "people", "history"):
        (steps,) = re.findall(r'<ol class="steps">(.*?)</ol>', html(page(name)))
        assert steps.count("<li>") == 4


def workspace_marked(workspace: Workspace) -> None:
    from liaison_metrics.store.uploads import mark_demonstration

    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)


def test_filters_carry_over_to_other_pages(workspace: Workspace, page: Page) -> None:
    drawn = html(page(city="graz", rows="month"))
    assert 'href="explore?city=graz" data-at="page-explore"' in drawn
    assert 'aria-current="page">Targets' in drawn


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreError("The store is busy.", hint="Try again."), "The store is busy."),
        (KeyError(1), "Something went wrong."),
    ],
)
def test_a_frame_that_fails_leaves_navigation_and_page(
    filled: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(_workspace: Workspace) -> bool:
        raise error

    monkeypatch.setattr(Workspace, "demonstration", fail)
    drawn = framed_page("explore")
    assert not drawn.exception
    assert words in html(drawn)
    assert 'data-at="page-events"' in html(drawn) and "By community and city" in html(drawn)


def test_what_no_filter_changes_is_made_once(workspace: Workspace) -> None:
    made: list[str] = []

    def request(revision: int, actor: Actor = COORDINATOR, **address: str) -> PageRequest:
        return PageRequest(workspace, revision, read_filters(workspace.project, address), actor)

    def ask(asked: PageRequest) -> int:
        cached_by_store("all", asked, lambda: made.append("by store"))
        cached("part", asked, lambda: made.append("by filters"))
        return len(made)

    assert ask(request(1)) == 2
    assert ask(request(1)) == 2
    assert ask(request(1, city="graz")) == 3 and made[-1] == "by filters"
    assert ask(request(2, city="graz")) == 5
    assert ask(request(2, FUNDER, city="graz")) == 7, "nobody gets what was made for another role"
    assert ask(request(2, partner("compass"), city="graz")) == 9
    assert ask(request(2, partner("vifin"), city="graz")) == 11, "nor for another partner"
    assert ask(request(2, replace(FUNDER, account=4), city="graz")) == 11


def test_pages_that_ask_for_the_same_at_once_have_it_made_once(workspace: Workspace) -> None:
    visitors = 5
    together = threading.Barrier(visitors)
    made: list[int] = []

    def render() -> int:
        made.append(len(made))
        if len(made) == 1:
            raise StoreError("The store is busy.", hint="Try again.")
        return 7

    def ask(_visitor: int) -> int | StoreError:
        together.wait()
        try:
            return cached_for_all("at once", workspace, 1, render)
        except StoreError as error:
            return error

    with ThreadPoolExecutor(visitors) as pool:
        answers = list(pool.map(ask, range(visitors)))
    assert sorted(map(str, answers)).count("7") == visitors - 1, "after an error the next one tries again"
    assert len(made) == 2
