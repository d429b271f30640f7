"""Forms of names and years of birth of an older store are encrypted when it is opened, and figures stay."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures import indicators
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.database import migrating
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.facts import read_name_forms
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet

# One address: whether these are two people or one depends on the forms of their names, and on their years.
NAMES = ("Amina Haddad", "Amina Hadad", "Lena Moser")
LIST = sheet(*(row(name, email="office@example.org", born="1984") for name in NAMES))
MORE = sheet(row("Aminah Haddad", email="office@example.org", born="1984", title="Second"))


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=database_url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key")


def test_an_older_store_is_encrypted_when_it_is_opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace(settings)
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    before = figures(workspace)
    with workspace.store.writing() as connection:
        _make_readable(connection, Encoder(workspace.secret))
    workspace.close()
    opened = open_workspace(settings)
    assert figures(opened) == before
    with opened.store.reading() as connection:
        assert not {"readable_name_form", "readable_birth"} & set(inspect(connection).get_table_names())
        names = connection.scalars(text("SELECT name FROM name_form")).all()
        assert len(read_name_forms(connection, names)) == len(NAMES)
    import_file(opened, "more.csv", MORE, actor=COORDINATOR)
    assert figures(opened) == before, "she is known again by the form of her name"
    opened.close()


def test_nothing_readable_is_left_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "liaison.db"
    settings = Settings(
        database_url=f"sqlite:///{file}", project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key"
    )
    workspace = open_workspace(settings)
    import_file(workspace, "list.csv", LIST, actor=COORDINATOR)
    encoder = Encoder(workspace.secret)
    with workspace.store.writing() as connection:
        _make_readable(connection, encoder)
    workspace.close()
    form = encoder.name_form(NAMES[0])
    assert form.encoding in file.read_bytes()
    open_workspace(settings).close()
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("liaison.db*"))
    assert form.encoding not in stored and struct.pack("<q", min(form.tokens)) not in stored


def test_the_migration_keeps_them_for_it(settings: Settings) -> None:
    """A store of the version before: what it holds of names and years is in the tables that are then encrypted."""
    engine = create_engine(settings.url)
    with engine.begin() as connection:
        migrating.migrate(connection, "0017")
        connection.execute(
            text("INSERT INTO name_form (name, tokens, latin, encoding) VALUES (5, :some, :some, :some)"),
            {"some": struct.pack("<q", 9)},
        )
    engine.dispose()
    store = open_store(settings.url)
    with store.reading() as connection:
        assert connection.execute(text("SELECT name FROM readable_name_form")).all() == [(5,)]
        assert "readable_birth" not in inspect(connection).get_table_names(), "there were no attendances"
    store.close()


def figures(workspace: Workspace) -> list[tuple[int, int]]:
    return [(one.reach.identified, one.reach.floor) for one in indicators(workspace, actor=COORDINATOR)]


def _make_readable(connection: Connection, encoder: Encoder) -> None:
    """Puts the facts of a store where the migration puts those of an older one."""
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    connection.execute(
        text(f"CREATE TABLE readable_name_form (name BIGINT, tokens {binary}, latin {binary}, encoding {binary})")
    )
    connection.execute(text("CREATE TABLE readable_birth AS SELECT id, name, 1984 AS birth_year FROM attendance"))
    for name in NAMES:
        form = encoder.name_form(name)
        digest = encoder.identity(name, None, None, None, None, "AT").name
        tokens, latin = (struct.pack(f"<{len(one)}q", *sorted(one)) for one in (form.tokens, form.latin or ()))
        connection.execute(
            text("INSERT INTO readable_name_form VALUES (:name, :tokens, :latin, :encoding)"),
            {"name": digest, "tokens": tokens, "latin": latin, "encoding": form.encoding},
        )
    connection.execute(text("DELETE FROM name_form"))
    connection.execute(text("UPDATE attendance SET born = ''"))
