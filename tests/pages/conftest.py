"""A fresh store for each test, and pages run by Streamlit without a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.server import close_workspace, the_workspace
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts.hyphenation import SOFT_HYPHEN
from liaison_metrics.ui.frame.html.breaks import NO_BREAK
from tests.conftest import PATIENCE, PROJECT_FILE, ROOT
from tests.made_up import WORLD

Page = Callable[..., AppTest]


@dataclass(frozen=True, slots=True)
class FilledStore:
    """A store to copy, and its key. All copies have one key file, which a test may change."""

    file: Path
    key_file: Path
    key: str

    def copy(self, to: Path) -> None:
        shutil.copyfile(self.file, to)
        self.key_file.write_text(self.key)


@pytest.fixture(scope="session", autouse=True)
def _packages_searched_once() -> Iterator[None]:
    """For each run of a page, Streamlit's test runner searches all installed packages for components of their own,
    which takes 0.2 seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> FilledStore:
    """A store with the four made-up sheets: to import them takes half a second."""
    path = tmp_path_factory.mktemp("filled") / "liaison.db"
    workspace = open_workspace(Settings(database_url=f"sqlite:///{path}", project_file=PROJECT_FILE))
    for name, data in WORLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    workspace.close()
    return FilledStore(path, workspace.key_file, workspace.key_file.read_text())


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    """The store that the pages open: with the four made-up sheets if the test asks for ``filled``, or else empty."""
    if "filled" in request.fixturenames:
        request.getfixturevalue("filled_store").copy(tmp_path / "liaison.db")
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path / 'liaison.db'}")
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    monkeypatch.chdir(ROOT)
    close_workspace()
    watch.wrote()
    yield the_workspace()
    close_workspace()


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The store with the four made-up sheets."""
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
    """Returns all HTML blocks of a page as one text, without what says where a line may end."""
    drawn = "\n".join(one.proto.bytes.decode() for one in app.get("bidi_component"))
    drawn = re.sub(r'<bdi lang="el">(.*?)</bdi>', r"\1", drawn)
    return re.sub(rf"(\d\.?){NO_BREAK}(?=[^\W\d_])", r"\1 ", drawn.replace(SOFT_HYPHEN, "").replace("<wbr>", ""))
