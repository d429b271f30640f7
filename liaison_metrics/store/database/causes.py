"""Why a database cannot be used: one translation of the errors of SQLite, PostgreSQL and the operating system.

Each cause has a sentence and what to do about it. Errors of the program itself, such as a broken constraint, are none
of these causes and stay what they are.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from traceback import walk_tb

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from liaison_metrics.errors import StoreError
from liaison_metrics.texts import _

FULL_BELOW = 1_000_000
"""Free bytes below which an error of input or output means that the disk is full: SQLite needs 32 kB even to read."""


class Cause(Enum):
    """Why a database cannot be used."""

    FULL = auto()
    READ_ONLY = auto()
    FORBIDDEN = auto()
    LOCKED = auto()
    ABANDONED = auto()
    DAMAGED = auto()
    FOREIGN = auto()
    BUSY = auto()
    FAILING = auto()
    AWAY = auto()


_SQLITE = {
    sqlite3.SQLITE_FULL: Cause.FULL,
    sqlite3.SQLITE_READONLY: Cause.READ_ONLY,
    sqlite3.SQLITE_PERM: Cause.FORBIDDEN,
    sqlite3.SQLITE_BUSY: Cause.LOCKED,
    sqlite3.SQLITE_LOCKED: Cause.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Cause.LOCKED,
    sqlite3.SQLITE_CORRUPT: Cause.DAMAGED,
    sqlite3.SQLITE_NOTADB: Cause.FOREIGN,
    sqlite3.SQLITE_CANTOPEN: Cause.AWAY,
    sqlite3.SQLITE_IOERR: Cause.FAILING,
}
"""Causes by SQLite's primary result codes."""

_POSTGRESQL = {
    "08": Cause.AWAY,
    "25006": Cause.READ_ONLY,
    "25P03": Cause.ABANDONED,
    "28": Cause.FORBIDDEN,
    "3D000": Cause.AWAY,
    "40001": Cause.LOCKED,
    "40P01": Cause.LOCKED,
    "42501": Cause.FORBIDDEN,
    "42P01": Cause.DAMAGED,
    "53100": Cause.FULL,
    "53": Cause.BUSY,
    "55P03": Cause.LOCKED,
    "57P": Cause.AWAY,
    "58": Cause.FAILING,
    "XX": Cause.DAMAGED,
}
"""Causes by the beginning of PostgreSQL's SQLSTATE; the longest that fits decides."""

_SYSTEM = {
    errno.ENOSPC: Cause.FULL,
    errno.EDQUOT: Cause.FULL,
    errno.EFBIG: Cause.FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.EACCES: Cause.FORBIDDEN,
    errno.EPERM: Cause.FORBIDDEN,
    errno.EIO: Cause.FAILING,
    errno.EMFILE: Cause.BUSY,
    errno.ENFILE: Cause.BUSY,
}
"""Causes by the operating system's error numbers."""

_DRIVERS = ("sqlalchemy.", "liaison_metrics.store.engine")
"""Modules that call the driver. It is written in C, so that the last frame of an error is theirs."""


@contextmanager
def causes_told(url: URL) -> Iterator[None]:
    """Raises StoreError with the cause for every error of the database at *url* that has one."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
        cause = cause_of(error, url)
        if cause is None:
            raise
        raise told(cause, url) from error


def cause_of(error: Exception, url: URL) -> Cause | None:
    """Returns why the database at *url* cannot be used, None if the error says nothing about that."""
    if isinstance(error, NoConnectionFree):
        return Cause.BUSY
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, Cause.AWAY)
    if isinstance(error, UnicodeDecodeError):
        return Cause.DAMAGED if _while_fetching(error) else None
    if isinstance(error, sqlite3.Error):  # SQLAlchemy does not wrap what a fetch of rows raises
        return _of_sqlite(error, url)
    if not isinstance(error, DBAPIError):
        return None
    return _of_sqlite(error.orig, url) if isinstance(error.orig, sqlite3.Error) else _of_postgresql(error)


def _while_fetching(error: Exception) -> bool:
    """Returns whether an error was raised while the driver read text, and not by what was done with the text."""
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _line in walk_tb(error.__traceback__)]
    return bool(modules) and modules[-1].startswith(_DRIVERS)


def _of_sqlite(error: sqlite3.Error, url: URL) -> Cause | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the driver's own error, such as text that it cannot decode
        return Cause.DAMAGED if "decode" in str(error) else None
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(url):
        return Cause.FULL
    if primary == sqlite3.SQLITE_ERROR and "no such" in str(error):
        return Cause.DAMAGED  # a table or column of ours is gone
    return _SQLITE.get(primary)


def _of_postgresql(error: DBAPIError) -> Cause | None:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    fitting = [start for start in _POSTGRESQL if state.startswith(start)]
    if fitting:
        return _POSTGRESQL[max(fitting, key=len)]
    # A server that cannot be reached, or that is gone, gives no state.
    return Cause.AWAY if error.connection_invalidated or isinstance(error, OperationalError) else None


def _is_full(url: URL) -> bool:
    try:
        return bool(url.database) and shutil.disk_usage(Path(str(url.database)).parent).free < FULL_BELOW
    except OSError:
        return False


def told(cause: Cause, url: URL) -> StoreError:
    """Returns the error that tells a cause, with what to do."""
    name = url.render_as_string(hide_password=True)
    message, hint = {
        Cause.FULL: (
            _("The disk of the database {name} is full. Nothing was stored."),
            _("Free some space, then try again."),
        ),
        Cause.READ_ONLY: (
            _("The database {name} can only be read. Nothing was stored."),
            _("Make its file and folder writable, or connect to the primary server."),
        ),
        Cause.FORBIDDEN: (
            _("The program has no permission to use the database {name}."),
            _("Check the user and password in LIAISON_DATABASE_URL, and who owns the file and its folder."),
        ),
        Cause.LOCKED: (
            _("Another program has been writing to the database {name} for too long. Nothing was stored."),
            _("Wait until it has finished, then try again."),
        ),
        Cause.ABANDONED: (
            _("The database {name} ended this change because it took too long. Nothing was stored."),
            _("Try again. If it happens again, import a smaller sheet."),
        ),
        Cause.DAMAGED: (
            _("The database {name} is damaged."),
            _("Restore a backup, or create a new store and upload the sheets again."),
        ),
        Cause.FOREIGN: (
            _("{name} is not a database of this program."),
            _("Check LIAISON_DATABASE_URL. If it is the right file, it is damaged: restore a backup."),
        ),
        Cause.BUSY: (
            _("The database {name} has too many connections or too little memory."),
            _("Try again in a moment."),
        ),
        Cause.FAILING: (
            _("The disk of the database {name} can’t be read or written."),
            _("Check the disk, then restore a backup if data is lost."),
        ),
        Cause.AWAY: (
            _("The database {name} can’t be reached."),
            _("Check LIAISON_DATABASE_URL, and that the server is running or the folder exists."),
        ),
    }[cause]
    return StoreError(message.format(name=name), hint=hint)
