"""The Explore page: tables of two dimensions that add up, and drill-down to the row of a file."""

from __future__ import annotations

import re

import pytest

from liaison_metrics.exports import frames
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.explore.cross import DARKEST, LIGHTEST
from tests.made_up import log
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as


def figures_of(drawn: str, name: str) -> list[str]:
    row = re.search(rf'<tr[^>]*><th scope="row"[^>]*>{name}</th>(.*?)</tr>', drawn, re.S)
    assert row, name
    return [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<td.*?</td>", row[1], re.S)]


def test_an_empty_store_invites_to_upload(workspace: Workspace, page: Page) -> None:
    drawn = page("explore")
    assert not drawn.exception
    assert "Upload your first sheet" in html(drawn)


def test_two_dimensions_add_up_both_ways(filled: Workspace, page: Page) -> None:
    drawn = page("explore")
    assert not drawn.exception
    text = html(drawn)
    # Palermo, Graz, Vejle, in more than one city, total
    assert figures_of(text, "Senegalese") == ["30", "10", "12", "−22", "30"]
    assert figures_of(text, "Bosnian") == ["0", "10", "0", "0", "10"]
    assert figures_of(text, "Total") == ["30", "20", "12", "−22", "40"]


def test_every_pair_of_dimensions_renders(filled: Workspace, page: Page) -> None:
    for rows in ("city", "group", "gender", "age_band", "activity", "month"):
        for columns in ("none", "community", "month"):
            assert not page("explore", rows=rows, columns=columns, indicator="IND3").exception


def test_drill_down_to_events_attendances_and_rows(filled: Workspace, page: Page) -> None:
    kept = html(page("explore", city="graz", community="bosnian"))
    assert "1 event" in kept
    number = figures.events(filled, "IND1", actor=COORDINATOR)[0].event.id
    drawn = html(page("explore", city="graz", community="bosnian", event=str(number)))
    assert "10 attendances" in drawn
    assert drawn.count("graz_sewing.csv") == 10
    assert re.search(r">P-\d+</th>", drawn)
    assert "example.org" not in drawn
    assert "Alva" not in drawn


def test_text_from_a_sheet_is_escaped(filled: Workspace, page: Page) -> None:
    drawn = html(page("explore", city="vejle"))
    assert "Cooking &lt;b&gt;together&lt;/b&gt;" in drawn


def test_unknown_filters_are_ignored(filled: Workspace, page: Page) -> None:
    drawn = page("explore", rows="nonsense", event="x", month="2099-01")
    assert not drawn.exception
    assert "rows" in html(drawn)


def test_the_csv_of_an_event_has_its_attendances(filled: Workspace, page: Page) -> None:
    one = next(found for found in figures.events(filled, "IND1", actor=COORDINATOR) if found.event.city == "graz")
    drawn = html(page("explore", event=str(one.event.id)))
    link = re.search(r'href="export/attendances\.csv\?([^"]*)"', drawn)
    assert link
    assert f"event={one.event.id}" in link[1]
    kept = frames.attendances(filled, "IND1", event=one.event.id, actor=COORDINATOR)
    assert len(kept) == one.identified < len(frames.attendances(filled, "IND1", actor=COORDINATOR))
    assert set(kept["city"]) == {"graz"}


def test_each_number_says_its_row_and_column(filled: Workspace, page: Page) -> None:
    drawn = html(page("explore"))
    assert 'aria-label="10, Bosnian, Graz: show events">10</a>' in drawn
    assert 'aria-label="20, Total, Graz: show events">20</a>' in drawn
    assert drawn.count("By community and city</h2>") == 1, "the figures stand once"
    alone = html(page("explore", columns="none"))
    assert 'aria-label="10, Bosnian: show events"' in alone and 'class="bar"' in alone


def test_the_darkest_cell_has_most_people(filled: Workspace, page: Page) -> None:
    shades = {n: int(share) for share, n in re.findall(r'--shade:(\d+)%"><a[^>]*>(\d+)</a>', html(page("explore")))}
    assert shades["30"] == DARKEST > shades["12"] > shades["10"] > LIGHTEST


def test_a_chosen_event_leaves_the_list_as_it_is(filled: Workspace, page: Page) -> None:
    first, *_others = figures.events(filled, "IND1", actor=COORDINATOR)
    drawn = html(page("explore", event=str(first.event.id)))
    assert "3 events" in drawn and drawn.count('data-at="rows-') == 3
    assert drawn.count('<tr class="chosen">') == 1 and "hide the rows" in drawn


def test_why_an_event_counts_fewer_people_than_were_there(filled: Workspace, page: Page) -> None:
    assert "were there" not in html(page("explore", indicator="IND3")), "everybody counts"
    drawn = html(page("explore", city="graz", community="bosnian"))
    assert "Only people who match the filters are counted: Bosnian." in drawn
    assert re.search(r">10</a></td><td class=\"n apart\">20</td>", drawn)
    register = "Date;City;Activity;Name;Group\n2021-05-04;Graz;Skill-transfer workshop;Ana Korba;Local authority\n"
    register += "2021-05-04;Graz;Skill-transfer workshop;Cem Halost;Community member\n"
    import_file(filled, "authority.csv", register.encode(), actor=COORDINATOR)
    assert "IND1 leaves out local authority and public institution." in html(page("explore"))


def test_a_partner_opens_rows_in_its_own_city_only(
    filled: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages_as(monkeypatch, "partner")
    drawn = html(framed_page("explore", rows="activity", columns="none"))
    assert "3 events" in drawn and drawn.count('data-at="rows-') == 1


def test_a_list_shows_a_few_lines_more_rather_than_a_link(workspace: Workspace, page: Page) -> None:
    def evenings(count: int) -> bytes:
        return log(
            "Graz",
            *(
                (f"2021-05-{n:02}" if n < 32 else f"2021-06-{n - 31:02}", f"Evening {n} x", 4)
                for n in range(1, count + 1)
            ),
        )

    import_file(workspace, "log.csv", evenings(30), actor=COORDINATOR)
    assert "Show all" not in html(page("explore"))
    import_file(workspace, "longer.csv", evenings(36), actor=COORDINATOR)
    assert "Show all 36" in html(page("explore"))
