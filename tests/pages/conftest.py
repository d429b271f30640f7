"""A fresh store for each test, and pages run by Streamlit without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.conftest import PATIENCE, PROJECT_FILE, ROOT
from tests.made_up import WORLD

Page = Callable[..., AppTest]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty store that the pages open."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path / 'liaison.db'}")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    monkeypatch.chdir(ROOT)
    close_workspace()
    watch.wrote()
    yield the_workspace()
    close_workspace()


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The store with the four made-up sheets imported."""
    for name, data in WORLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    return workspace


@pytest.fixture
def page() -> Page:
    """Runs a page at an address: ``page("explore", city="graz")``."""

    def run(name: str = "", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
        if name:
            app.switch_page(f"pages/{name}.py")
        for key, value in address.items():
            app.query_params[key] = value
        return app.run()

    return run


def html(app: AppTest) -> str:
    """Returns all HTML blocks of a page as one text."""
    return "\n".join(one.proto.bytes.decode() for one in app.get("bidi_component"))
