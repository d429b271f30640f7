"""The key of people's digests. It stays the same when the secret key changes, so that people go on to be recognised.

A store that had one secret key only makes it from that. Otherwise it is kept in the store, encrypted with the secret
key. Digests of people stand in the database in no other way than encrypted with the secret key themselves.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from liaison_metrics.errors import WrongKey
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.uploads import INSTALLATION
from liaison_metrics.texts import _

_PURPOSE = "people key"


def people_secret(connection: Connection, secret: bytes) -> bytes:
    """Returns the secret from which people's digests are made. Raises WrongKey if it cannot be decrypted."""
    stored = connection.scalar(select(INSTALLATION.c.people_key))
    if not stored:
        return secret
    found = Encryption(secret).decrypt_secret(stored, _PURPOSE)
    if found is None:
        raise WrongKey(
            _("The key of people’s digests in this store cannot be decrypted."),
            hint=_("The store was changed past the program. Restore a backup."),
        )
    return bytes.fromhex(found)


def keep_people_secret(connection: Connection, people: bytes, secret: bytes) -> None:
    """Stores the secret from which people's digests are made, encrypted with another secret key."""
    encrypted = Encryption(secret).encrypt_secret(people.hex(), _PURPOSE)
    connection.execute(update(INSTALLATION).values(people_key=encrypted))
