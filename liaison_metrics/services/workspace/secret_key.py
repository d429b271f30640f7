"""The secret key of a store: where it is, making one for a new store, and refusing any other key."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
from sqlalchemy import Connection

from liaison_metrics.errors import WrongKey
from liaison_metrics.services.workspace.key_file import (
    key_of,
    make_key_file,
    move_key_file,
    next_key_file,
    put_in_place,
    read_key_file,
)
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.installation.copying import is_new
from liaison_metrics.store.installation.key_check import (
    KeyCheck,
    fits_encrypted_words,
    read_key_check,
    save_first_key,
)
from liaison_metrics.texts import _

ENVIRONMENT = "LIAISON_SECRET_KEY"
"""The environment variable that can contain a key."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A store's secret key, and the file that it was read from (None: it is in the environment)."""

    path: Path | None
    secret: bytes

    @property
    def place(self) -> str:
        """Where the key is, for messages."""
        return ENVIRONMENT if self.path is None else str(self.path)


def default_place(store_id: str) -> Path:
    """Returns the key file of a store in the user's configuration folder."""
    return Path(click.get_app_dir("liaison-metrics")) / f"{store_id}.key"


def key_file(settings: Settings, store_id: str) -> Path:
    """Returns where the key file of a store is: as set, or beside the store if it is there, or else in the user's
    configuration folder."""
    if settings.secret_key_file is not None:
        return settings.secret_key_file
    beside = settings.key_beside_database
    return beside if os.path.lexists(beside) else default_place(store_id)


def key_for_backup(settings: Settings, store_id: str) -> bytes:
    """Returns the key of a store that is to be restored. Raises WrongKey if it is missing."""
    return _in_environment(settings) or read_key_file(key_file(settings, store_id))


def open_key(settings: Settings, store: Store) -> SecretKey:
    """Returns the key of a store. A new store gets a new key, unless there is a key file already. A key file that is
    beside its store is moved to the user's configuration folder.

    Raises WrongKey if the key is missing or is not the one of the store. From now on, *store* refuses to write if it
    gets another key.
    """
    with store.reading() as connection:
        has_key = bool(read_key_check(connection).value)
    if has_key:
        with store.reading() as connection:
            key, value = _checked(settings, connection, make=False)
            store_id = read_key_check(connection).store_id
        key = _apart(settings, key, store_id)
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


def advice_about_place(settings: Settings, key: SecretKey, store: Store) -> str:
    """Returns how to move a key that is in the folder of its database; "" if it is elsewhere."""
    database = settings.sqlite_file
    if database is None or key.path is None or key.path.resolve().parent != database.resolve().parent:
        return ""
    with store.reading() as connection:
        better = default_place(read_key_check(connection).store_id)
    message = _("The key is beside the store: whoever copies this folder can read everything. Move {path} to {better}.")
    advice = message.format(path=key.path, better=better)
    if settings.secret_key_file is not None:
        advice += " " + _("Then remove LIAISON_SECRET_KEY_FILE, or set it to that file.")
    return advice


def _apart(settings: Settings, key: SecretKey, store_id: str) -> SecretKey:
    """Moves a key that older versions, or a folder that could not be written, left beside its store."""
    beside = settings.key_beside_database
    if settings.secret_key_file is not None or key.path != beside:
        return key
    better = default_place(store_id)
    reason = move_key_file(beside, better, key.secret, settings.sqlite_file)
    if reason:
        _tell(_("The secret key stays beside the store, in {path}: {reason}.").format(path=beside, reason=reason))
        return key
    message = _("The secret key was moved from {path} to {better}, apart from the store. Keep a copy of it.")
    _tell(message.format(path=beside, better=better))
    return SecretKey(better, key.secret)


@cache
def _tell(message: str) -> None:
    """Says something about the key on the standard error or in the server's log, once in a process."""
    _log.warning("%s", message)


def _checked(settings: Settings, connection: Connection, *, make: bool) -> tuple[SecretKey, str]:
    known = read_key_check(connection)
    if secret := _in_environment(settings):
        key = SecretKey(None, secret)
    else:
        key = _from_file(settings, connection, known, make=make)
    if known.value and not _fits(key.secret, known) and key.path is not None:
        key = _after_rotation(key, known)
    fits = _fits(key.secret, known) if known.value else fits_encrypted_words(connection, key.secret)
    if not fits:
        raise WrongKey(
            _("The secret key in {path} is not the key of this store.").format(path=key.place),
            hint=_("Put the key file of this store back. Another key would count everybody again."),
        )
    return key, Encryption(key.secret).check_value(known.store_id)


def _from_file(settings: Settings, connection: Connection, known: KeyCheck, *, make: bool) -> SecretKey:
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
        path = _make(settings, path)
    try:
        return SecretKey(path, read_key_file(path))
    except WrongKey:
        # Another program may have moved it meanwhile.
        again = key_file(settings, known.store_id)
        if again == path:
            raise
        return SecretKey(again, read_key_file(again))


def _make(settings: Settings, path: Path) -> Path:
    """Makes the key of a new store; returns its file. Where the user's configuration folder cannot be written, that is
    beside the store: the program has to start there, too."""
    try:
        make_key_file(path)
    except WrongKey as problem:
        if settings.secret_key_file is not None:
            raise
        _tell(problem.message)
        path = settings.key_beside_database
        make_key_file(path)
    return path


def _fits(secret: bytes, known: KeyCheck) -> bool:
    return Encryption(secret).check_value(known.store_id) == known.value


def _after_rotation(key: SecretKey, known: KeyCheck) -> SecretKey:
    """Returns the key that the store changed to, if whoever changed it was stopped before the file was put in place."""
    assert key.path is not None
    following = next_key_file(key.path)
    if not os.path.lexists(following) or not _fits(secret := read_key_file(following), known):
        return key
    put_in_place(following, key.path)
    return SecretKey(key.path, secret)


def _in_environment(settings: Settings) -> bytes:
    """Returns the key in the environment, b"" if there is none. Raises WrongKey if it is not a key."""
    text = settings.secret_key.get_secret_value()
    if text and not key_of(text):
        raise WrongKey(
            _("{name} does not contain a key.").format(name=ENVIRONMENT),
            hint=_("Write at least 64 hexadecimal digits, as they are in a key file."),
        )
    return key_of(text)
