"""The secret key of a store: where its file is, making one for a new store, and refusing any other key."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

import click
from sqlalchemy import Connection

from liaison_metrics.errors import WrongKey
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.installation.copying import is_new
from liaison_metrics.store.installation.key_check import fits_encrypted_words, read_key_check, save_first_key
from liaison_metrics.texts import _

KEY_BYTES = 32
"""The length of a new key, and the shortest that is accepted."""

LARGEST_FILE = 1000
"""Bytes. A key file has one line of hexadecimal digits; anything larger is another file."""


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A store's secret key and the file that it was read from."""

    path: Path
    secret: bytes


def default_place(store_id: str) -> Path:
    """Returns the key file of a store in the user's configuration folder."""
    return Path(click.get_app_dir("liaison-metrics")) / f"{store_id}.key"


def key_file(settings: Settings, store_id: str) -> Path:
    """Returns where the key of a store is: as set, or where older versions kept it if it is there, or else in the
    user's configuration folder."""
    if settings.secret_key_file is not None:
        return settings.secret_key_file
    beside = settings.key_beside_database
    return beside if os.path.lexists(beside) else default_place(store_id)


def open_key(settings: Settings, store: Store) -> SecretKey:
    """Returns the key of a store. A new store gets a new key, unless there is a key file already.

    Raises WrongKey if the key is missing or is not the one of the store. From now on, *store* refuses to write if it
    gets another key.
    """
    with store.reading() as connection:
        has_key = bool(read_key_check(connection).value)
    if has_key:
        with store.reading() as connection:
            key, value = _checked(settings, connection, make=False)
    else:
        key, value = save_first_key(store, lambda connection: _checked(settings, connection, make=True))
    store.key_check = value
    return key


def check_key(settings: Settings | None = None) -> SecretKey:
    """Returns the key of the store that the settings (None: those of the environment) describe, but makes none.

    Raises WrongKey like ``open_key``, and if the store has no key yet; StoreError if the store cannot be opened.
    """
    settings = settings or Settings()
    store = open_store(settings.url)
    try:
        with store.reading() as connection:
            key, _value = _checked(settings, connection, make=False)
    finally:
        store.close()
    return key


def moving_advice(settings: Settings, key: SecretKey, store: Store) -> str:
    """Returns how to move a key that is beside its database; "" if it is elsewhere."""
    if settings.secret_key_file is not None or key.path != settings.key_beside_database:
        return ""
    with store.reading() as connection:
        better = default_place(read_key_check(connection).store_id)
    return _("The key is beside the store, so a copy of the folder opens everything. Move {path} to {better}.").format(
        path=key.path, better=better
    )


def _checked(settings: Settings, connection: Connection, *, make: bool) -> tuple[SecretKey, str]:
    known = read_key_check(connection)
    path = key_file(settings, known.store_id)
    if not os.path.lexists(path):
        if known.value or not is_new(connection):
            raise WrongKey(
                _("This store has a secret key, but there is no key file at {path}.").format(path=path),
                hint=_("Put the key file back, or set LIAISON_SECRET_KEY_FILE. A new key would count everybody again."),
            )
        if not make:
            raise WrongKey(
                _("This store has no secret key yet."), hint=_("The first start makes it. Run: liaison-metrics init")
            )
        _make_key_file(path)
    key = SecretKey(path, read_key_file(path))
    value = Encryption(key.secret).check_value(known.store_id)
    fits = value == known.value if known.value else fits_encrypted_words(connection, key.secret)
    if not fits:
        raise WrongKey(
            _("The secret key in {path} is not the key of this store.").format(path=path),
            hint=_("Put the key file of this store back. Another key would count everybody again."),
        )
    return key, value


def read_key_file(path: Path) -> bytes:
    """Returns the key in a file. Raises WrongKey unless it is a regular file with one key."""
    try:
        # Without waiting: opening a pipe or a device must not hang.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _unusable(path, _("it is not a regular file"))
            text = file.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise _unusable(path, problem.strerror or _("it cannot be read")) from None
    try:
        key = bytes.fromhex(text.decode("ascii").strip()) if len(text) <= LARGEST_FILE else b""
    except ValueError:
        key = b""
    if len(key) < KEY_BYTES:
        raise _unusable(path, _("it does not contain a key"))
    return key


def _make_key_file(path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(KEY_BYTES))
                file.flush()
                os.fsync(descriptor)
            # Linking fails if the file exists: of two programs that start together, only one makes the key.
            with contextlib.suppress(FileExistsError):
                path.hardlink_to(draft)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as problem:
        raise WrongKey(
            _("The secret key cannot be written to {path}: {reason}.").format(path=path, reason=problem.strerror),
            hint=_("Make the folder writable, or set LIAISON_SECRET_KEY_FILE to another file."),
        ) from None


def _unusable(path: Path, reason: str) -> WrongKey:
    return WrongKey(
        _("The secret key in {path} cannot be used: {reason}.").format(path=path, reason=reason),
        hint=_("Put the key file of this store back. Another key would count everybody again."),
    )
