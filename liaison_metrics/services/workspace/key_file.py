"""Key files: reading one, making one, and moving one that lies beside its store. None is ever lost on the way."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from hashlib import blake2b
from pathlib import Path

from liaison_metrics.errors import WrongKey
from liaison_metrics.texts import _

KEY_BYTES = 32
"""The length of a new key, and the shortest that is accepted."""

LARGEST_FILE = 1000
"""Bytes. A key file has one line of hexadecimal digits; anything larger is another file."""

SQLITE = b"SQLite format 3\0"
"""How the file of every SQLite database begins."""


def read_key_file(path: Path) -> bytes:
    """Returns the key in a file. Raises WrongKey unless it is a regular file with one key."""
    try:
        # Without waiting: opening a pipe or a device must not hang.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise unusable(path, _("it is not a regular file"))
            text = file.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise unusable(path, problem.strerror or _("it cannot be read")) from None
    key = key_of(text.decode("ascii", "replace")) if len(text) <= LARGEST_FILE else b""
    if not key:
        raise unusable(path, _("it does not contain a key"))
    return key


def key_of(text: str) -> bytes:
    """Returns the key that a text contains, b"" if it contains none."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        return b""
    return key if len(key) >= KEY_BYTES else b""


def make_key_file(path: Path, key: bytes | None = None) -> None:
    """Makes a key file that only its owner can read, with *key* or a new one, unless there is a file already. Raises
    WrongKey if it cannot be written."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write((key or secrets.token_bytes(KEY_BYTES)).hex())
                file.flush()
                os.fsync(descriptor)
            # Linking fails if the file exists: of two programs that start together, only one makes the key.
            with contextlib.suppress(FileExistsError):
                path.hardlink_to(draft)
        finally:
            draft.unlink(missing_ok=True)
        flush_folder(path.parent)
    except OSError as problem:
        raise WrongKey(
            _("The secret key cannot be written to {path}: {reason}.").format(path=path, reason=problem.strerror),
            hint=_("Make the folder writable, or set LIAISON_SECRET_KEY_FILE to another file."),
        ) from None


def flush_folder(folder: Path) -> None:
    """Has the names of files in a folder be on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def next_key_file(path: Path) -> Path:
    """Returns where a new key waits until the store has changed to it."""
    return path.with_name(f"{path.name}.next")


def put_in_place(following: Path, path: Path) -> Path:
    """Puts a new key in the place of the one before. Returns where that one is kept now. There is a key at *path* at
    any moment. Raises WrongKey if the folder cannot be written."""
    kept = path.with_name(f"{path.name}.before-{blake2b(read_key_file(path), digest_size=4).hexdigest()}")
    try:
        make_key_file(kept, read_key_file(path))
        following.replace(path)
        flush_folder(path.parent)
    except OSError as problem:
        raise WrongKey(
            _("The secret key cannot be written to {path}: {reason}.").format(path=path, reason=problem.strerror),
            hint=_("The store’s key is in {path}. Put it in place.").format(path=following),
        ) from None
    return kept


def move_key_file(old: Path, new: Path, key: bytes, database: Path | None) -> str:
    """Moves a key file that is beside its *database* (None: one on a server): the copy is written and read again before
    the old file is removed. Returns "", or why the file stays where it is."""
    if other := _other_database(old.parent, database):
        return _("{path} may need it, too").format(path=other)
    if not old.exists():  # another program has moved it
        return ""
    if _is_of_another_user(old):
        return _("it belongs to another user")
    if not os.access(old.parent, os.W_OK):
        return _("{path} cannot be changed").format(path=old.parent)
    try:
        make_key_file(new, key)
        if read_key_file(new) != key:
            return _("{path} contains another key").format(path=new)
    except WrongKey as problem:
        return problem.message.rstrip(".")
    try:
        old.unlink(missing_ok=True)  # another program may be moving it, too
    except OSError as problem:
        return problem.strerror or _("{path} cannot be changed").format(path=old.parent)
    flush_folder(old.parent)
    return ""


def _other_database(folder: Path, own: Path | None) -> Path | None:
    """Returns another SQLite database in a folder: older versions kept one key for all databases there."""
    others = (path for path in sorted(folder.iterdir()) if own is None or path.resolve() != own.resolve())
    return next((path for path in others if path.is_file() and _is_database(path)), None)


def _is_of_another_user(path: Path) -> bool:
    """Returns whether a file belongs to another user, whose programs would not find it in this one's folder."""
    with contextlib.suppress(FileNotFoundError):
        return hasattr(os, "getuid") and path.stat().st_uid != os.getuid()
    return False


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def unusable(path: Path, reason: str) -> WrongKey:
    """Returns the error for a file that contains no key."""
    return WrongKey(
        _("The secret key in {path} cannot be used: {reason}.").format(path=path, reason=reason),
        hint=_("Put the key file of this store back. Another key would count everybody again."),
    )
