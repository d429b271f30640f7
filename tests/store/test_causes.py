"""Every reason why a database cannot be used is told with what to do, where it is opened, read and written."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import IntegrityError, OperationalError

from liaison_metrics.errors import StoreError
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store import engine
from liaison_metrics.store.database import causes
from liaison_metrics.store.database.causes import Cause, cause_of, told
from liaison_metrics.store.engine import Store, open_store

URL = make_url("sqlite:///liaison.db")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "liaison.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(make_url(f"sqlite:///{path}"))
    yield opened
    opened.close()


def fill(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE filler (words TEXT)"))
    connection.execute(text("INSERT INTO filler VALUES (:words)"), {"words": "x" * 100_000})


def refusal(store: Store) -> str:
    with pytest.raises(StoreError) as caught:
        store.try_to_write()
    return str(caught.value)


def test_every_cause_has_a_sentence_and_advice_without_password() -> None:
    url = make_url("postgresql://me:hush@localhost/x")
    errors = [told(cause, url) for cause in Cause]
    assert len({error.message for error in errors}) == len(Cause)
    assert all(error.hint and "hush" not in str(error) and "{" not in str(error) for error in errors)


def test_a_full_disk_is_told(store: Store) -> None:
    with store.writing() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))  # as a disk with no room for another page
    with pytest.raises(StoreError, match=r"disk .* is full.*Free some space"), store.writing() as connection:
        fill(connection)


def test_a_store_that_can_only_be_read_is_told(store: Store) -> None:
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = 1"))
    assert "can only be read" in refusal(store)


def test_a_file_that_another_program_holds_is_told(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA busy_timeout = 20"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "too long" in refusal(store)
    other.close()


def test_damage_is_told(store: Store, path: Path) -> None:
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    store.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="is damaged"):
        open_store(store.engine.url)
    assert not store.is_intact()


def test_text_that_is_none_is_damage(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = CAST(x'c5c5' AS TEXT)"))
    with pytest.raises(StoreError, match="is damaged"):
        open_store(store.engine.url)
    with pytest.raises(UnicodeDecodeError), store.reading():
        b"\xc5\xc5".decode()


def test_a_lost_table_or_version_is_damage(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("DROP TABLE answer"))
    with pytest.raises(StoreError, match="is damaged"), store.reading() as connection:
        connection.execute(text("SELECT * FROM answer"))
    with store.writing() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(StoreError, match="is damaged"):
        open_store(store.engine.url)


def test_the_database_of_another_program_is_left_alone(empty_database_url: str) -> None:
    url = Settings(database_url=empty_database_url).url
    other = create_engine(url)
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE customer (id INTEGER)"))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('3f2a')"))
    other.dispose()
    with pytest.raises(StoreError, match="not a database of this program"):
        open_store(url)


def test_another_kind_of_file_is_left_alone(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 " * 1000)
    with pytest.raises(StoreError, match="not a database of this program"):
        open_store(make_url(f"sqlite:///{path}"))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_database_that_is_away_is_told() -> None:
    with pytest.raises(StoreError, match="can’t be reached"):
        open_store(make_url("postgresql+psycopg://me@127.0.0.1:1/none"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="can’t be reached"):
        open_store(make_url(f"sqlite:///{tmp_path / 'file' / 'liaison.db'}"))


@pytest.mark.parametrize(
    ("number", "cause"),
    [(errno.ENOSPC, Cause.FULL), (errno.EROFS, Cause.READ_ONLY), (errno.EACCES, Cause.FORBIDDEN), (0, Cause.AWAY)],
)
def test_errors_of_the_system_have_causes(number: int, cause: Cause) -> None:
    assert cause_of(OSError(number, os.strerror(number)), URL) is cause


def test_an_error_of_input_on_a_full_disk_is_a_full_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = sqlite3.OperationalError("disk I/O error")
    failed.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE  # type: ignore[misc]
    error = OperationalError("", {}, failed)
    assert cause_of(error, store.engine.url) is Cause.FAILING
    monkeypatch.setattr(causes, "FULL_BELOW", float("inf"))
    assert cause_of(error, store.engine.url) is Cause.FULL


def test_an_error_of_the_program_stays_what_it_is(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.execute(text("INSERT INTO installation (id, revision, demonstration) VALUES (1, 0, false)"))


@pytest.mark.postgres
def test_a_writer_does_not_wait_for_ever(postgres_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that stopped in its transaction: asleep, or in a debugger."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    other = Store(postgres_store.engine)
    with other.writing():
        assert "too long" in refusal(postgres_store)
    postgres_store.try_to_write()


@pytest.mark.postgres
def test_a_writer_that_sleeps_lets_others_write(postgres_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "IDLE_TIMEOUT_MS", 50)
    with pytest.raises(StoreError, match="took too long"), postgres_store.writing() as connection:
        fill(connection)
        Store(postgres_store.engine).try_to_write()  # waits until the database has ended the sleeper
        connection.execute(text("SELECT 1"))
    with postgres_store.reading() as connection:
        assert connection.scalar(text("SELECT to_regclass('filler')")) is None


@pytest.mark.postgres
def test_a_postgresql_that_only_reads_is_told(postgres_store: Store) -> None:
    with postgres_store.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        name = connection.scalar(text("SELECT current_database()"))
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    postgres_store.close()
    assert "can only be read" in refusal(postgres_store)


@pytest.fixture
def postgres_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    server = request.getfixturevalue("postgres_server")
    name = f"causes_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    opened = open_store(server.set(database=name))
    yield opened
    opened.close()
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    admin.dispose()
