"""In which language pages are: by the address, the account, the browser, and the project file."""

from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers.saved import add_community
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import language
from liaison_metrics.ui.frame.sidebar import language_switch
from tests.pages.conftest import Page, html

pytestmark = pytest.mark.usefixtures("translated")


@pytest.fixture(params=["cookies", "headers"])
def browser_asks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that asks for German, in either way."""
    found = {"cookies": {"liaison_language": "de"}, "headers": {"Accept-Language": "de-AT,en;q=0.5"}}[request.param]
    monkeypatch.setattr(ContextProxy, request.param, property(lambda _context: found))


def test_english_where_nobody_asks_for_anything(filled: Workspace, page: Page) -> None:
    drawn = html(page())
    assert ">Targets<" in drawn
    assert 'lang="de" hreflang="de">Deutsch' in drawn and 'lang="en" hreflang="en" aria-current="true">' in drawn


def test_the_address_decides_and_links_keep_it(filled: Workspace, page: Page) -> None:
    drawn = html(page(lang="de", city="graz"))
    assert ">Ziele</a>" in drawn and ">Targets</a>" not in drawn
    assert 'href="explore?city=graz&amp;lang=de"' in drawn
    assert 'href="?lang=it&amp;city=graz"' in drawn
    assert language() == "en", "another thread"


@pytest.mark.usefixtures("browser_asks")
def test_a_browser_is_asked_where_the_address_says_nothing(filled: Workspace, page: Page) -> None:
    assert ">Ziele</a>" in html(page())
    assert ">Obiettivi</a>" in html(page(lang="it"))
    assert ">Ziele</a>" in html(page(lang="fr")), "there is no French"


def test_the_project_file_decides_last(filled: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    german = filled.project.model_copy(update={"language": "de"})
    monkeypatch.setattr(the_workspace(), "project", german)
    assert ">Ziele</a>" in html(page())


def test_a_coordinator_names_a_new_community_in_each_language(filled: Workspace, page: Page) -> None:
    code = add_community(filled, "Zubrowkan", COORDINATOR)
    shown = page("answers")
    shown.selectbox("actor_choice").set_value("coordinator").run()
    assert "Communities without a name in every language" in html(shown)
    shown.text_input(f"name-{code}-de").set_value("Zubrowkisch").run()
    shown.button(f"name-{code}-de-save").click().run()
    assert not [one for one in shown.text_input if one.key == f"name-{code}-de"]
    assert shown.text_input(f"name-{code}-it").label == "“Zubrowkan” in Italiano"


def test_one_language_needs_no_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison_metrics.ui.frame.sidebar.offered", lambda: ("en",))
    assert language_switch(({}, 0)) == ""  # type: ignore[arg-type]
