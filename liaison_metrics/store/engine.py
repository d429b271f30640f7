"""Opening a store: SQLite by default, PostgreSQL by URL, both with the same guarantees.

Readers never wait for a writer. Writers take turns, each from its first statement on, so that what a writer has read is
still true when it writes. A process that is killed leaves all of a transaction or nothing.
"""

from __future__ import annotations

import contextlib
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from liaison_metrics.errors import StoreError, WrongKey
from liaison_metrics.store.database.causes import Cause, cause_of, causes_told, told
from liaison_metrics.store.database.migrating import migrate, newest_version, schema_versions
from liaison_metrics.store.database.replica import ReadReplica
from liaison_metrics.store.encryption import NameEncryption
from liaison_metrics.store.tables.columns import encrypt_names_with
from liaison_metrics.store.tables.fact_encryption import FactEncryption, encrypt_facts_with
from liaison_metrics.texts import _

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another process before it gives up."""

MOST_SQLITE_CONNECTIONS = 50
"""How many threads may read at once; further ones wait. Each long download has a connection until it ends."""

IDLE_TIMEOUT_MS = 180_000
"""How long a PostgreSQL writer may do nothing in its transaction, as on a laptop that sleeps, before the database ends
it and lets others write. The longest sheet takes seconds between two statements."""

CONNECT_TIMEOUT_SECONDS = 10
"""How long the program waits for a PostgreSQL server that does not answer."""

WRITERS_LOCK = 0x6C69_6169_736F_6E
"""The key of the advisory lock under which the writers of a PostgreSQL database take turns."""


_KEY_CHECK = text("SELECT key_check FROM installation")
_WRITING = "liaison_writing"
_VERSIONS = "alembic_version"
OWN_TABLE = "installation"
"""A table that each of our databases has had from the first version on. Many programs keep their version as we do."""


class Store:
    """One database, migrated to the newest schema version. With *replica*, readers use that where they can."""

    def __init__(self, engine: Engine, replica: Engine | None = None) -> None:
        self.engine = engine
        self.key_check = ""
        """The check value of the key that this process has; "" if it has none. With another key in the store, reading
        and writing are refused."""
        self._turn = threading.Lock()
        self._held = threading.local()
        self._writer = engine.execution_options(**{_WRITING: True})
        self._reader = _reader(engine)
        self.replica = None if replica is None else ReadReplica(_reader(replica), self._reader)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Gives a connection that reads one consistent state, that of its first query. Within it, nested calls in the
        same thread get the same connection: threads that each waited for a second one would wait for each other.

        Raises StoreError with the cause if the database cannot be used; WrongKey if the store got another key
        meanwhile.
        """
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        with self.reading_apart() as connection:
            self._held.connection = connection
            try:
                yield connection
            finally:
                self._held.connection = None

    @contextmanager
    def reading_apart(self) -> Iterator[Connection]:
        """Gives what ``reading`` does, on a connection that no nested call gets: for streams whose parts other threads
        may read."""
        reader = self.replica.reading() if self.replica else self._reader.connect()
        with causes_told(self.engine.url), reader as connection:
            if self.key_check:
                self._refuse_another_key(connection)
            yield connection

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[Connection]:
        """Gives the only writing connection. Commits at the end, unless *keep* is false or an exception is raised.

        Raises StoreError with the cause if another process writes for too long, or the database cannot be used;
        WrongKey if the store got another key meanwhile.
        """
        # The threads of this process wait here, without a connection: so there are connections left for readers, and
        # no thread exceeds the database's timeout because of other threads.
        with causes_told(self.engine.url), self._turn, self._writer.connect() as connection:
            with connection.begin() as transaction:
                if connection.dialect.name == "postgresql":
                    _take_turn(connection)
                if self.key_check:
                    self._refuse_another_key(connection)
                yield connection
                if not keep:
                    transaction.rollback()
            if self.replica:
                self.replica.follow(connection)

    def encrypt_names_with(self, names: NameEncryption) -> None:
        """Has the names of files and sheets be encrypted when they are written, and decrypted when they are read."""
        for engine in [self.engine, *([self.replica.engine] if self.replica else [])]:
            encrypt_names_with(engine.dialect, names)

    def encrypt_facts_with(self, facts: FactEncryption) -> None:
        """Has what compares people be encrypted when it is written, and decrypted when it is read."""
        for engine in [self.engine, *([self.replica.engine] if self.replica else [])]:
            encrypt_facts_with(engine.dialect, facts)

    def try_to_write(self) -> None:
        """Writes and commits without changing anything. Raises StoreError with the cause if that fails."""
        with self.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))

    def forget_journal(self) -> None:
        """Has SQLite empty its journal, which may still hold what was changed. Raises StoreError if it cannot."""
        if self.engine.dialect.name == "sqlite":
            with causes_told(self.engine.url), self.engine.connect() as connection:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _refuse_another_key(self, connection: Connection) -> None:
        if connection.scalar(_KEY_CHECK) != self.key_check:
            raise WrongKey(
                _("This store got another secret key while the program was running."),
                hint=_("Start the program again. Nothing was stored."),
            )

    def is_intact(self) -> bool:
        """Returns whether the database passes its own integrity check. PostgreSQL has none, so it always does.

        Raises StoreError with the cause if the database cannot be read at all.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        try:
            with self._reader.connect() as connection:
                sound = connection.scalar(text("PRAGMA integrity_check(1)")) == "ok"
                return sound and connection.execute(text("PRAGMA foreign_key_check")).first() is None
        except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
            cause = cause_of(error, self.engine.url)
            if cause in (None, Cause.DAMAGED, Cause.FOREIGN):
                return False
            raise told(cause, self.engine.url) from error

    def close(self) -> None:
        """Closes the connections."""
        self.engine.dispose()
        if self.replica:
            self.replica.engine.dispose()


def open_store(url: URL, read_url: URL | None = None) -> Store:
    """Returns the store at *url*, created or migrated if necessary. *read_url* is that of its read replica.

    Raises StoreError with the cause if the database cannot be opened, is another program's, or was made by a newer
    version of the program.
    """
    try:
        with causes_told(url):
            return Store(_migrated(_engine(url)), None if read_url is None else _engine(read_url))
    except OSError as problem:
        raise told(cause_of(problem, url) or Cause.AWAY, url) from problem


def _reader(engine: Engine) -> Engine:
    # SQLite's readers always see one consistent state; PostgreSQL's do at this isolation level.
    postgresql = engine.dialect.name == "postgresql"
    return engine.execution_options(isolation_level="REPEATABLE READ") if postgresql else engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        # A prepared statement belongs to one session, and a pooler such as pgbouncer hands out sessions by transaction.
        arguments: dict[str, Any] = {"prepare_threshold": None}
        if "connect_timeout" not in url.query:
            arguments["connect_timeout"] = CONNECT_TIMEOUT_SECONDS
        return create_engine(
            url,
            connect_args=arguments,
            pool_pre_ping=True,
            pool_size=10,
            max_overflow=20,
            hide_parameters=True,
        )
    if url.database and url.database != ":memory:":
        _close_to_others(Path(url.database))
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        pool_size=10,
        max_overflow=MOST_SQLITE_CONNECTIONS - 10,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _close_to_others(database: Path) -> None:
    """Makes a new database's folder and file so that only their owner can read them; closes an older file, too. SQLite
    gives its other files the same permissions."""
    if not database.parent.exists():
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database.touch(mode=0o600)
    for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
        # Somebody else's file stays as it is.
        with contextlib.suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & 0o077:
                path.chmod(0o600)


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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _take_turn(connection: Connection) -> None:
    """Waits for the other writers of a PostgreSQL database, at most as long as SQLite does."""
    # For this transaction alone, so that it also holds where a connection pooler hands connections around.
    connection.execute(text(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}"))
    connection.execute(text(f"SET LOCAL idle_in_transaction_session_timeout = {IDLE_TIMEOUT_MS}"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})


def _migrated(engine: Engine) -> Engine:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        versions = (
            connection.scalars(text("SELECT version_num FROM alembic_version")).all() if _VERSIONS in tables else []
        )
    if tables and OWN_TABLE not in tables and tables != {_VERSIONS}:
        raise told(Cause.FOREIGN, engine.url)
    if OWN_TABLE in tables and len(versions) != 1:
        raise told(Cause.DAMAGED, engine.url)
    if versions == [newest_version()]:
        return engine
    if versions and versions[0] not in schema_versions():
        raise StoreError(
            _("This database was made by a newer version of the program."),
            hint=_("Update the program, then start it again."),
        )
    with Store(engine).writing() as connection:
        migrate(connection)
    return engine
