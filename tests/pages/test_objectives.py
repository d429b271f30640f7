"""The Objectives page: the results chain as a picture and as a list, with links."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.work_plan.results_chain import Chain, ChainBox, chain_picture
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as

HEADS = ("Activities", "Deliverables", "Indicators", "Objective")


def test_the_chain_links_each_box_to_its_page(workspace: Workspace, page: Page) -> None:
    drawn = page("objectives")
    text = html(drawn)
    assert not drawn.exception and "Something went wrong" not in text
    for one in workspace.project.objectives:
        assert one.text in text
    for link in ("events?activity=focus_group", "work_plan?deliverable=D4", "./?indicator=IND2"):
        assert text.count(f'href="{link}"') >= 2, "in the picture and in the list"
    assert "none planned" in text and "Not started" in text and "0 of 500 people" in text


def test_the_funder_is_led_to_pages_that_it_may_open(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    pages_as(monkeypatch, "funder")
    text = html(framed_page("objectives"))
    assert "events?activity" not in text and 'href="work_plan?"' in text


def test_boxes_lie_in_the_picture_and_none_covers_another() -> None:
    long = ChainBox("A title of many words that takes several lines in its box " * 2, "3 of 5 held", "x?")
    chains = [
        Chain(
            (long, ChainBox("Short", "1 of 1 held", "x?")), (), (ChainBox("I", "2 of 3", "x?"),), ChainBox("Aim " * 40)
        ),
        Chain((), (), (), ChainBox("An objective that nothing serves")),
    ]
    picture = etree.HTML(str(chain_picture(chains, HEADS, "words"))).find(".//svg")
    _x, _y, width, height = map(float, picture.get("viewbox").split())
    boxes = [[float(one.get(name)) for name in ("x", "y", "width", "height")] for one in picture.iter("rect")]
    assert len(boxes) == 5 and all(x + w <= width and y + h <= height for x, y, w, h in boxes)
    for number, (x, y, w, h) in enumerate(boxes):
        for a, b, c, d in boxes[number + 1 :]:
            assert x + w <= a or a + c <= x or y + h <= b or b + d <= y
    assert len(picture.findall(".//path[@class='tip']")) == 2, "empty columns are passed over"


def test_words_are_escaped() -> None:
    chain = Chain((ChainBox("<b>bold</b>", "", "x?"),), (), (), ChainBox("Aim & more"))
    drawn = str(chain_picture([chain], HEADS, "words"))
    assert "&lt;b&gt;bold" in drawn and "Aim &amp; more" in drawn and not re.search(r"<b>", drawn)
