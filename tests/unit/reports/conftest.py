"""One empty store for all worlds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import open_store
from tests.conftest import PROJECT_FILE
from tests.unit.reports.worlds import Holding


@pytest.fixture(scope="session")
def holding(project: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holding]:
    folder = tmp_path_factory.mktemp("reports")
    settings = Settings(database_url=f"sqlite:///{folder / 'empty.db'}", project_file=PROJECT_FILE)
    workspace = Holding(settings, project, open_store(settings.url))
    yield workspace
    workspace.close()
