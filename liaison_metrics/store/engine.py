"""Opening a store: SQLite by default, PostgreSQL by URL, both with the same guarantees.

Readers never wait for a writer. Writers take turns, each from its first statement on, so that what a writer has read is
still true when it writes. A process that is killed leaves all of a transaction or nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, OperationalError

from liaison_metrics.errors import StoreError
from liaison_metrics.store.migrating import migrate, newest_version, schema_versions
from liaison_metrics.texts import _

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another process before it gives up."""

WRITERS_LOCK = 0x6C69_6169_736F_6E
"""The key of the advisory lock under which the writers of a PostgreSQL database take turns."""


_WRITING = "liaison_writing"


class Store:
    """One database, migrated to the newest schema version."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._turn = threading.Lock()
        self._writer = engine.execution_options(**{_WRITING: True})
        # SQLite's readers always see one consistent state; PostgreSQL's do at this isolation level.
        postgresql = engine.dialect.name == "postgresql"
        self._reader = engine.execution_options(isolation_level="REPEATABLE READ") if postgresql else engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Gives a connection that reads one consistent state, that of its first query."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[Connection]:
        """Gives the only writing connection. Commits at the end, unless *keep* is false or an exception is raised.

        Raises StoreError if another process writes for too long.
        """
        # The threads of this process wait here, without a connection: so there are connections left for readers, and
        # no thread exceeds the database's timeout because of other threads.
        with self._turn, self._writer.connect() as connection, connection.begin() as transaction:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})
            yield connection
            if not keep:
                transaction.rollback()

    def is_intact(self) -> bool:
        """Returns whether the database passes its own integrity check. PostgreSQL has none, so it always does."""
        if self.engine.dialect.name != "sqlite":
            return True
        try:
            with self.reading() as connection:
                return bool(connection.scalar(text("PRAGMA quick_check")) == "ok")
        except DatabaseError:
            return False

    def close(self) -> None:
        """Closes the connections."""
        self.engine.dispose()


def open_store(url: URL) -> Store:
    """Returns the store at *url*, created or migrated if necessary.

    Raises StoreError if the database cannot be opened, or was made by a newer version of the program.
    """
    try:
        return Store(_migrated(_engine(url)))
    except (OperationalError, DatabaseError, OSError) as problem:
        name = url.render_as_string(hide_password=True)
        raise StoreError(
            _("The database {name} cannot be opened.").format(name=name),
            hint=_("Check LIAISON_DATABASE_URL, and that the server is running or the folder is writable."),
        ) from problem


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver begins transactions too late by itself; here they begin when SQLAlchemy says so.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "secure_delete = ON",  # after an undo, the removed data cannot be recovered from the file
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    if not writing:
        connection.exec_driver_sql("BEGIN")
        return
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as busy:
        raise StoreError(
            _("Another program has been writing to this database for too long."),
            hint=_("Wait until it has finished, then try again."),
        ) from busy


def _migrated(engine: Engine) -> Engine:
    with engine.connect() as connection:
        exists = inspect(connection).has_table("alembic_version")
        version = connection.scalar(text("SELECT version_num FROM alembic_version")) if exists else None
    if version == newest_version():
        return engine
    if version is not None and version not in schema_versions():
        raise StoreError(
            _("This database was made by a newer version of the program."),
            hint=_("Update the program, then start it again."),
        )
    with Store(engine).writing() as connection:
        migrate(connection)
    return engine
