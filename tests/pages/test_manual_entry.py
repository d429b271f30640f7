"""The form that enters an event without a file."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake.workbooks.template import LANGUAGES
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.upload.manual_entry import template_links
from tests.conftest import PATIENCE
from tests.pages.conftest import Page, html


def drawn_form() -> None:
    from liaison_metrics.ui.frame.shell import current_request
    from liaison_metrics.ui.upload import manual_entry
    from tests.actors import partner

    manual_entry.form(current_request(), partner("vifin"))


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def filled_in(app: AppTest, people: int, turn: int = 0) -> AppTest:
    app.selectbox(key=f"byhand-activity-{turn}").select("project_fair")
    app.date_input(key=f"byhand-date-{turn}").set_value(date(2021, 6, 1))
    app.text_input(key=f"byhand-title-{turn}").input("Summer fair")
    app.selectbox(key=f"byhand-community-0-{turn}").select("somali")
    app.number_input(key=f"byhand-people-0-{turn}").set_value(people)
    return app.run()


def test_an_entry_is_previewed_before_it_is_saved(workspace: Workspace) -> None:
    app = AppTest.from_function(drawn_form, default_timeout=PATIENCE).run()
    assert not app.exception and len(app.button) == 1, "nothing to save yet"
    assert app.selectbox(key="byhand-city-0").value == "vejle", "a partner's own city"
    filled_in(app, 12)
    app.button(key="byhand-more").click().run()
    app.number_input(key="byhand-people-1-0").set_value(30)
    app.run()
    assert not app.exception and "+42" in html(app) and reached(workspace) == 0
    app.button(key="byhand-enter").click().run()
    assert not app.exception and reached(workspace) == 42
    assert "saved as upload 1: 42 people (headcount)." in html(app)
    assert app.number_input(key="byhand-people-0-1").value is None, "ready for the next event"
    assert uploads.latest(workspace, actor=COORDINATOR)[0].made_by == "vifin"


def test_an_entry_can_replace_an_earlier_one(workspace: Workspace) -> None:
    app = filled_in(AppTest.from_function(drawn_form, default_timeout=PATIENCE).run(), 12)
    app.button(key="byhand-enter").click().run()
    filled_in(app, 12, turn=1)
    assert app.button(key="byhand-enter").disabled and "The same was entered before" in html(app)
    filled_in(app, 5, turn=1)
    assert "already has 12 people at this event" in html(app)
    app.selectbox(key="byhand-replaces-1").select(1).run()
    app.button(key="byhand-enter").click().run()
    assert not app.exception and reached(workspace) == 5


def test_upload_has_the_form_and_the_templates(workspace: Workspace, page: Page) -> None:
    drawn = page("upload")
    drawn.selectbox(key="actor_choice").select("vifin").run()
    assert not drawn.exception and drawn.selectbox(key="byhand-city-0").value == "vejle"
    assert "template.xlsx?language=de" in html(drawn)


def test_the_template_is_offered_in_each_language() -> None:
    assert all(f"template.xlsx?language={code}" in template_links() for code in LANGUAGES)
