"""A read replica: a second PostgreSQL database that follows the first. Readers use it, writers never do.

A replica is always a little behind. A process that wrote, or read from the first database, must not see an older state
afterwards: until the replica has got so far, its readers use the first database.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

PAUSE_SECONDS = 10
"""How long readers use the first database after the replica did not answer, before they try it again."""

_POSITION = text("SELECT CAST(pg_current_wal_lsn() AS text)")
_HAS_GOT_TO = text("SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= CAST(:position AS pg_lsn)")
_BYTES_BEHIND = text("SELECT pg_wal_lsn_diff(CAST(:position AS pg_lsn), pg_last_wal_replay_lsn())")

_log = logging.getLogger(__name__)


class ReadReplica:
    """Gives connections to a replica for as long as it answers and is not behind what this process knows."""

    def __init__(self, replica: Engine, first: Engine) -> None:
        self.engine, self._first = replica, first
        self._state = threading.Lock()
        self._position: str | None = None
        self._away_until = 0.0
        with first.connect() as connection:
            self.follow(connection)

    def follow(self, connection: Connection) -> None:
        """Notes that this process knows what the first database contains now; *connection* is one to it."""
        position = connection.scalar(_POSITION)
        connection.rollback()
        with self._state:
            self._position = position

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Gives a connection that reads one consistent state, from the replica or from the first database."""
        connection = self._connected()
        if connection is not None:
            with connection:
                yield connection
            return
        with self._first.connect() as connection:
            yield connection
            connection.rollback()
            self.follow(connection)

    def bytes_behind(self) -> int | None:
        """Returns how much of the log the replica has not applied; None if the database accepts writes itself.

        Raises DBAPIError if it does not answer.
        """
        with self._first.connect() as connection:
            position = connection.scalar(_POSITION)
        with self.engine.connect() as connection:
            if not connection.scalar(text("SELECT pg_is_in_recovery()")):
                return None
            return int(connection.scalar(_BYTES_BEHIND, {"position": position}) or 0)

    def _connected(self) -> Connection | None:
        if time.monotonic() < self._away_until:
            return None
        try:
            connection = self.engine.connect()
            try:
                if self._is_current(connection):
                    return connection
            except BaseException:
                connection.close()
                raise
            connection.close()
        except (DBAPIError, NoConnectionFree) as error:
            _log.warning(
                "The read replica does not answer (%s). Reading from the first database.", type(error).__name__
            )
            self._away_until = time.monotonic() + PAUSE_SECONDS
        return None

    def _is_current(self, connection: Connection) -> bool:
        position = self._position
        if position is None:
            return True
        current = bool(connection.scalar(_HAS_GOT_TO, {"position": position}))
        connection.rollback()  # the state that is read is that of the next query, after this answer
        with self._state:
            if current and self._position == position:
                self._position = None
        return current
