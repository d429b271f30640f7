"""An encrypted stream: a backup archive on disk, written and read piece by piece, whatever its size.

The key is derived from the project's key and a salt of the archive's own. Each piece is encrypted with AES-256-GCM; its
nonce holds its number and whether it is the last. So a piece that was changed, moved, left out or added is noticed, and
nothing of a piece is handed on before it is authenticated.
"""

from __future__ import annotations

import hmac
import io
from secrets import token_bytes
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from liaison_metrics.errors import BackupError
from liaison_metrics.texts import _

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"liaison-metrics backup 1\n"
PIECE = 1 << 20
"""Bytes of plain text in one piece."""

_SALT, _TAG, _STORE_ID = 32, 16, 16
HEADER = len(MAGIC) + _STORE_ID + 2 * _SALT


class EncryptedWriter:
    """Encrypts what is written to it into a file. ``close`` writes the last piece; without it the file is not valid."""

    def __init__(self, file: BinaryIO, secret: bytes, store_id: str) -> None:
        salt = token_bytes(_SALT)
        key, check = _derived(secret, salt)
        self._file, self._cipher, self._pending, self._number = file, AESGCM(key), bytearray(), 0
        self._header = MAGIC + store_id.encode("ascii").ljust(_STORE_ID) + salt + check
        file.write(self._header)

    def write(self, data: bytes) -> int:
        """Encrypts more data; returns its length."""
        self._pending += data
        while len(self._pending) > PIECE:
            self._write(bytes(self._pending[:PIECE]), last=False)
            del self._pending[:PIECE]
        return len(data)

    def flush(self) -> None:
        """Does nothing: whole pieces are written as soon as they are full."""

    def close(self) -> None:
        """Writes the last piece. Does not close the file."""
        self._write(bytes(self._pending), last=True)

    def _write(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last), piece, self._header))
        self._number += 1


class EncryptedReader(io.RawIOBase):
    """Decrypts a file that ``EncryptedWriter`` wrote.

    Raises BackupError if the file is not a backup, was made with another key, or was changed or cut.
    """

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        self._file, self._number, self._data, self._at = file, 0, b"", 0
        store_of(file)
        file.seek(0)
        self._header = file.read(HEADER)
        salt, check = self._header[-2 * _SALT : -_SALT], self._header[-_SALT:]
        key, expected = _derived(secret, salt)
        if not hmac.compare_digest(check, expected):
            raise BackupError(
                _("This backup was made with another secret key, or its first bytes are damaged."),
                hint=_("Put the key file of that time in place. It is never in the backup itself."),
            )
        self._cipher = AESGCM(key)
        self._next = file.read(PIECE + _TAG)
        self._ended = False

    def readable(self) -> bool:
        """Returns true."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fills a buffer with plain text as far as the current piece goes; returns how much, 0 at the end."""
        if self._at == len(self._data) and not self._ended:
            self._data, self._at = self._piece(), 0
        view = memoryview(buffer)
        found = self._data[self._at : self._at + len(view)]
        view[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _piece(self) -> bytes:
        current, self._next = self._next, self._file.read(PIECE + _TAG)
        self._ended = not self._next
        try:
            piece = self._cipher.decrypt(_nonce(self._number, self._ended), current, self._header)
        except InvalidTag:
            raise damaged() from None
        self._number += 1
        return piece


def store_of(file: BinaryIO) -> str:
    """Returns the id of the store that a backup contains. Raises BackupError if the file is not a backup."""
    file.seek(0)
    header = file.read(HEADER)
    store_id = header[len(MAGIC) : len(MAGIC) + _STORE_ID].decode("ascii", "replace").strip()
    # The id becomes the name of a key file, and this part of the header is not authenticated yet.
    if len(header) < HEADER or not header.startswith(MAGIC) or not (store_id.isascii() and store_id.isalnum()):
        raise BackupError(
            _("This file is not a backup of this program, or it is damaged."),
            hint=_("Choose a file that “liaison-metrics backup” wrote."),
        )
    return store_id


def damaged() -> BackupError:
    """Returns the error for a backup that is not as it was written."""
    return BackupError(
        _("This backup is damaged: it was cut or changed. Nothing was restored."),
        hint=_("Use another copy of it, or an earlier backup."),
    )


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _derived(secret: bytes, salt: bytes) -> tuple[bytes, bytes]:
    """Returns the archive's key, and what recognises it in the header."""
    derived = HKDF(SHA256(), length=2 * _SALT, salt=salt, info=b"liaison-metrics backup").derive(secret)
    return derived[:_SALT], derived[_SALT:]
