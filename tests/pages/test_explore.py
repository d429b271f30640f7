"""The Explore page: tables of two dimensions that add up, and drill-down to the row of a file."""

from __future__ import annotations

import re

from liaison_metrics.exports import frames
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.explore.cross_chart import cross_chart
from liaison_metrics.ui.frame.chart import LABEL_WIDTH
from tests.pages.conftest import Page, html


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
    assert figures_of(text, "Bosnian") == ["", "10", "", "0", "10"]
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


def test_a_wide_heat_map_keeps_its_cells_readable(filled: Workspace) -> None:
    project = filled.project
    narrow = cross_chart(project, figures.cross(filled, "IND3", ("community", "gender"), actor=COORDINATOR))
    wide = cross_chart(project, figures.cross(filled, "IND3", ("activity", "community"), actor=COORDINATOR))
    assert wide.narrowest > narrow.narrowest > 0
    assert max(len(line) for name in wide.data[0].y for line in name.split("<br>")) <= LABEL_WIDTH
