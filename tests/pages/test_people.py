"""The People page: pairs side by side, the rows' text for one look, decisions and undo, and who sees which pairs."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.people import deciding
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as
from tests.services.test_people import FIRST, SECOND, sheet


@pytest.fixture
def twice(workspace: Workspace) -> Workspace:
    """A store with two pairs: of Graz, and of Graz and Vejle."""
    third = sheet(("Lukas Steinner", "", "1965-03-02"), city="Vejle", date="2021-07-01")
    for name, data in (("first.csv", FIRST), ("second.csv", SECOND), ("third.csv", third)):
        import_file(workspace, name, data, actor=COORDINATOR)
    return workspace


def reached(workspace: Workspace) -> int:
    return figures.indicators(workspace, actor=COORDINATOR)[0].reach.reached


def press(drawn: AppTest, label: str) -> AppTest:
    (button,) = [one for one in drawn.button if one.label == label]
    drawn = button.click().run()
    assert not drawn.exception
    return drawn


def as_coordinator(drawn: AppTest) -> AppTest:
    drawn.session_state["actor"] = COORDINATOR
    return drawn.run()


def test_a_pair_is_shown_side_by_side_and_decided(twice: Workspace, page: Page) -> None:
    drawn = page("people")
    assert "Pair 1 of 2" in html(drawn) and "birth date 1.00" in html(drawn)
    assert not drawn.button, "nobody is chosen who decides"
    before = reached(twice)
    drawn = press(as_coordinator(drawn), "Same person")
    assert reached(twice) == before - 1 and "Pair 1 of 1" in html(drawn) and "Decisions (1)" in str(drawn.expander)
    drawn = press(drawn, "Different people")
    assert reached(twice) == before - 1 and "Nobody seems to be recorded twice." in html(drawn)
    [latest, first] = deciding.decisions(twice, COORDINATOR)
    undo = next(one for one in drawn.button if one.key == f"undo-person-{first.number}")
    assert "Pair 1 of 1" in html(undo.click().run()) and reached(twice) == before
    assert latest.contradicted is None


def test_the_text_of_the_rows_is_shown_for_one_look(twice: Workspace, page: Page) -> None:
    drawn = as_coordinator(page("people", pair="P-000007~P-000008"))
    assert "Shevchenko" not in html(drawn)
    drawn = press(drawn, "Show the rows’ text")
    assert "Oksana Shevchenko" in html(drawn) and "Oxana Shevcenko" in html(drawn)
    assert "Shevchenko" not in html(drawn.run())


def test_many_pairs_are_decided_at_once(twice: Workspace, page: Page) -> None:
    drawn = as_coordinator(page("people"))
    before = reached(twice)
    (least,) = drawn.slider
    drawn = press(least.set_value(0.5).run(), "2 pairs: same person")
    assert reached(twice) == before - 2 and "Nobody seems to be recorded twice." in html(drawn)


def test_a_partner_sees_pairs_of_its_own_city(twice: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    pages_as(monkeypatch, "partner")
    drawn = html(framed_page("people"))
    assert "Pair 1 of 1" in drawn and "P-000008" in drawn and "Vejle" not in drawn
    pages_as(monkeypatch, "funder")
    assert "You are not allowed to see this page." in html(framed_page("people"))
