"""Small sheets and workspaces for tests of the services."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from liaison_metrics.domain.project import Project
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.engine import open_store
from tests.conftest import PROJECT_FILE

Fresh = Callable[[], Workspace]

HEADER = "Date,City,Activity,Event,Full name,Email,Year of birth,Gender,Community,Organisation type"


def sheet(*rows: str) -> bytes:
    """A register with the given rows under the usual header."""
    return "\n".join([HEADER, *rows, ""]).encode()


def row(
    name: str,
    *,
    date: str = "2021-05-04",
    city: str = "Graz",
    activity: str = "Skill-transfer workshop",
    title: str = "Bread and words",
    email: str = "",
    born: str = "",
    gender: str = "Female",
    community: str = "Syrian",
    group: str = "Community member",
) -> str:
    """A row of such a register."""
    return ",".join([date, city, activity, title, name, email, born, gender, community, group])


ON_BOTH_DATABASES = (
    "test_intake", "test_uploads", "test_events", "test_people", "test_forgetting", "test_secret_key",
    "test_concurrency", "test_crash_safety", "test_recording", "test_signing_in", "test_sessions", "test_waiting",
    "test_rotating", "test_restoring", "test_readable_facts", "test_archive", "test_saved",
)  # fmt: skip
"""Modules that every run tries on PostgreSQL too: what writes most, locks, encrypts, or is backed up. The others are
tried there by the whole run, since making a database for each of their tests takes two minutes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        on_one = str(item.path).startswith(here) and item.path.stem not in ON_BOTH_DATABASES
        if on_one and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.whole)


@pytest.fixture
def new_workspace(tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Gives a function that opens a workspace on a fresh SQLite store of the given name."""
    opened: list[Workspace] = []

    def make(name: str = "liaison") -> Workspace:
        url = f"sqlite:///{tmp_path / name}.db"
        opened.append(open_workspace(Settings(database_url=url, project_file=PROJECT_FILE)))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(database_url: str, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on an empty store, once on SQLite and once on PostgreSQL."""
    settings = Settings(database_url=database_url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key")
    opened = open_workspace(settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store to copy, which is faster than making one."""
    path = tmp_path_factory.mktemp("stores") / "empty.db"
    open_store(make_url(f"sqlite:///{path}")).close()
    return path


@pytest.fixture
def fresh(empty_store: Path, project: Project, tmp_path: Path) -> Iterator[Fresh]:
    """Gives a function that opens a workspace on a new, empty SQLite store; all have one secret."""
    opened: list[Workspace] = []

    def make() -> Workspace:
        copy = shutil.copyfile(empty_store, tmp_path / f"{len(opened)}.db")
        url, key = f"sqlite:///{copy}", tmp_path / "secret.key"
        made = Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key)
        opened.append(Workspace(made, project, open_store(made.url)))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()
