"""The Targets page: figures, filters in the address, empty store, unknown filters."""

from __future__ import annotations

import re
from datetime import date

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.targets.curves.curve import curve_chart
from tests.made_up import TWICE_TOLD
from tests.pages.conftest import Page, html


def rows(drawn: str, heading: str) -> list[list[str]]:
    """Returns the cells of the breakdown with that heading as text, row by row."""
    table = re.search(rf'aria-label="{heading}".*?</table>', drawn, re.S)
    assert table
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", table[0], re.S)
    return [[re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)] for row in found]


def test_an_empty_store_invites_to_upload(workspace: Workspace, page: Page) -> None:
    drawn = page()
    assert not drawn.exception
    assert "Upload your first sheet" in html(drawn)
    assert not drawn.get("plotly_chart")


def test_the_cards_show_the_figures(filled: Workspace, page: Page) -> None:
    drawn = page()
    assert not drawn.exception
    text = html(drawn)
    assert re.findall(r'class="reached"><b data-figure="[^>]*>(\d+)</b> (of [\d,]+)', text) == [
        ("40", "of 500"), ("25", "of 150"), ("65", "of 2,000"),
    ]  # fmt: skip
    assert "at least 40 different people" in text
    assert "40 of these also count towards IND1 · 25 towards IND2" in text
    assert 'class="broad"' in text and not drawn.get("plotly_chart"), "the curve is there without a library"
    assert len(drawn.toggle(key="interactive-curve").set_value(True).run().get("plotly_chart")) == 1


def test_tables_add_up(filled: Workspace, page: Page) -> None:
    drawn = html(page())
    cities = rows(drawn, "By city")
    people = {row[0]: row[-1] for row in cities}
    assert people == {
        "City": "reached", "Palermo": "30", "Graz": "20", "Vejle": "12", "Athens": "0", "Kassel": "0",
        "in more than one city": "−22", "Total": "40",
    }  # fmt: skip
    communities = {row[0]: row[-1] for row in rows(drawn, "By community")}
    assert communities == {"Community": "reached", "Senegalese": "30", "Bosnian": "10", "Total": "40"}


def test_details_are_more_columns(filled: Workspace, page: Page) -> None:
    drawn = html(page(details="1"))
    assert rows(drawn, "By city")[1][2:] == ["30", "0", "30", "75%"]
    assert rows(drawn, "By city")[-1][1:] == ["40", "0", "40", "100%"]


def test_what_changed_is_told_by_upload(filled: Workspace, page: Page) -> None:
    drawn = html(page(period="day"))
    assert re.search(r"IND1: \+40 since \d+ \w+ \d+, by 4 new uploads\.", drawn)
    assert re.search(r'\+8</b> Palermo <a data-go href="history\?upload=3"[^>]*>palermo_fair\.csv</a>', drawn)
    assert "Since my last visit" not in drawn, "nobody knows of a visit before"
    assert "never uploaded" in drawn and "Landkreis Kassel" in drawn


def test_a_filter_in_the_address_applies_and_can_be_removed(filled: Workspace, page: Page) -> None:
    drawn = html(page(city="graz", indicator="IND3"))
    assert re.findall(r'class="reached"><b data-figure="[^>]*>(\d+)</b>', drawn) == ["20", "0", "20"]
    assert 'class="chip" data-go href="?indicator=IND3"' in drawn
    assert "City – Graz" in drawn
    # The other cities are still one click away.
    assert 'href="?indicator=IND3&amp;city=vejle"' in drawn


def test_a_day_in_the_address_limits_the_events(filled: Workspace, page: Page) -> None:
    drawn = html(page(as_of="2021-06-01"))
    assert "events up to 1 Jun 2021" in drawn
    assert re.findall(r'class="reached"><b data-figure="[^>]*>(\d+)</b>', drawn) == ["32", "0", "32"]
    assert "not held yet" in drawn


def test_unknown_filters_are_ignored_with_a_note(filled: Workspace, page: Page) -> None:
    drawn = page(city="atlantis", as_of="31.02.2021", indicator="IND9")
    assert not drawn.exception
    text = html(drawn)
    assert "city, date, indicator" in text
    assert re.findall(r'class="reached"><b data-figure="[^>]*>(\d+)</b>', text) == ["40", "25", "65"]


def test_text_from_the_address_is_escaped(filled: Workspace, page: Page) -> None:
    assert "<script" not in html(page(city="<script>alert(1)</script>"))


def test_an_empty_curve_has_an_axis_in_whole_people(filled: Workspace) -> None:
    figure = figures.indicator(filled, "IND1", Scope(city="palermo", community="afghan"), actor=COORDINATOR)
    chart = curve_chart(filled.project, figure, [], with_target=False)
    assert list(chart.layout.yaxis.tickvals) == [0, 1, 2, 3, 4]


def test_final_figures_expect_nothing_any_more(filled: Workspace, page: Page) -> None:
    drawn = html(page())
    assert "all cities · Project ended 2 Apr 2022 · final figures" in drawn
    assert "460 short of the target" in drawn
    assert "expected by" not in drawn and "in the 30 days" not in drawn and 'class="plan"' not in drawn


def test_the_plan_of_one_event_is_its_date(filled: Workspace, page: Page, before_the_end: date) -> None:
    # The conference of the made-up sheets was on 14 February 2022.
    for day, expected in (("2022-02-13", "0"), ("2022-02-14", "150")):
        drawn = html(page(as_of=day))
        assert re.findall(r"</span> expected by [\w ]+: ([\d,]+)", drawn)[1] == expected
    assert "expected by now: 500" in html(page())


def test_a_card_says_how_many_more_people_it_may_be(workspace: Workspace, page: Page) -> None:
    for name, data in TWICE_TOLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    drawn = html(page())
    assert drawn.count("Up to 3 more people, if 1 pair of events is different") == 2, "in IND1 and IND3, not in IND2"
    assert 'href="events?" data-at="checks-IND1"' in drawn
    assert "Up to 3 more" not in html(page(city="graz")), "it is said of the whole project"
