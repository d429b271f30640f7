"""As whom somebody looks at the pages where nobody needs to sign in."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.uploads import mark_demonstration
from tests.conftest import PATIENCE, ROOT
from tests.made_up import WORLD
from tests.pages.conftest import Page, html

EXPLORE = 'data-at="page-explore"'


def sample_data(workspace: Workspace) -> None:
    file = UploadedFile("graz_sewing.csv", WORLD["graz_sewing.csv"])
    run_import(workspace, file, actor=COORDINATOR, run=ImportRun(demonstration=True))
    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)


def looked_at_as(code: str) -> str:
    """Returns the pages' frame and Targets of a visit that chose somebody."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
    app.session_state["look_as"] = code
    return html(app.run())


def test_sample_data_can_be_looked_at_as_partner_and_funder(workspace: Workspace, page: Page) -> None:
    sample_data(workspace)
    [field] = [one for one in page().sidebar.selectbox if one.key == "look_as"]
    assert field.options == [
        "Coordinator", "CESIE", "Compass GmbH", "Videnscenter for Integration", "Four Elements", "Landkreis Kassel",
        "Funder",
    ]  # fmt: skip
    as_funder = looked_at_as("funder")
    assert EXPLORE not in as_funder and "Bosnian" not in as_funder
    assert EXPLORE in looked_at_as("compass") and "Bosnian" not in looked_at_as("vifin")
    assert EXPLORE in looked_at_as("coordinator") and "Bosnian" in looked_at_as("coordinator")


def test_real_data_are_never_looked_at_as_somebody_else(filled: Workspace, page: Page) -> None:
    assert not [one for one in page().sidebar.selectbox if one.key == "look_as"]
    assert EXPLORE in looked_at_as("funder"), "what a visit remembers of sample data has no effect on real data"
