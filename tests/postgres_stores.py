"""Stores on PostgreSQL for one test after another in the same database, which costs a twentieth of a new one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from liaison_metrics.store import engine

UNSAFE_AND_FAST = ("fsync = off", "full_page_writes = off")
"""Settings of a server whose data nobody misses after a power cut."""

_DEFINITION = """
SELECT string_agg(one, ' ' ORDER BY one) FROM (
  SELECT concat_ws('.', class.oid, relname, relkind, attname, atttypid, attnotnull) AS one
  FROM pg_class AS class LEFT JOIN pg_attribute ON attrelid = class.oid AND attnum > 0
  WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws('.', oid, tgname, tgenabled) FROM pg_trigger
  UNION ALL SELECT concat_ws('.', oid, conname) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws('.', oid, proname) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT setconfig::text FROM pg_db_role_setting
) AS all_of_it
"""
"""Tables, columns, triggers, constraints, functions and settings of a database as one text."""

_EMPTY = """
DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE 'DELETE FROM ' || name;
  END LOOP;
  PERFORM setval(quote_ident(sequencename)::regclass, start_value, false)
  FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""

_DISCONNECT = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def make_unsafe_and_fast(server: URL) -> None:
    """Tells a server of tests not to wait for the disk."""
    admin = _admin(server)
    with admin.connect() as connection:
        for setting in UNSAFE_AND_FAST:
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))


@contextmanager
def empty_database(server: URL, name: str) -> Iterator[URL]:
    """A database without tables, which is dropped at the end."""
    admin = _admin(server)
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


class NewStores:
    """Gives one new store at a time. What a test wrote is deleted; where it changed the tables or a setting, the
    database is made again."""

    def __init__(self, server: URL) -> None:
        self._server = server
        self._made = 0
        self._url: URL | None = None
        self._definition = ""
        self._rows: dict[str, str] = {}

    @contextmanager
    def new(self) -> Iterator[URL]:
        """The URL of a new store with an id of its own."""
        url = self._url or self._make()
        admin = _admin(url)
        with admin.connect() as connection:
            connection.execute(text("UPDATE installation SET store_id = :own"), {"own": token_hex(8)})
        yield url
        with admin.connect() as connection:
            connection.execute(text(_DISCONNECT))
            if connection.scalar(text(_DEFINITION)) == self._definition:
                self._empty(connection)
                return
        self.close()

    def close(self) -> None:
        """Drops the database if there is one."""
        if self._url:
            with _admin(self._server).connect() as connection:
                connection.execute(text(f"DROP DATABASE IF EXISTS {self._url.database} WITH (FORCE)"))
        self._url = None

    def _make(self) -> URL:
        self._made += 1
        self._url = self._server.set(database=f"new_{os.getpid()}_{self._made}")
        with _admin(self._server).connect() as connection:
            connection.execute(text(f"CREATE DATABASE {self._url.database}"))
        engine.open_store(self._url).close()
        with _admin(self._url).connect() as connection:
            self._definition = str(connection.scalar(text(_DEFINITION)))
            for table in connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all():
                rows = connection.scalar(text(f"SELECT json_agg(one) FROM {table} AS one"))
                if rows:
                    self._rows[table] = json.dumps(rows)
        return self._url

    def _empty(self, connection: Connection) -> None:
        connection.execute(text(_EMPTY))
        for table, rows in self._rows.items():
            filled = f"INSERT INTO {table} SELECT * FROM json_populate_recordset(NULL::{table}, :rows)"
            connection.execute(text(filled), {"rows": rows})


def _admin(url: URL) -> Engine:
    return create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
