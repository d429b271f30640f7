"""Encryption of words and files from partners under the project's secret key.

A word that the reader does not know can be anybody's name if a column was misread, so no such word is stored in plain
text. Words are Fernet tokens (AES-128-CBC with HMAC-SHA-256). Files are encrypted with AES-256-GCM, which authenticates
their checksum as well. Secrets of accounts are encrypted in the same way and authenticate their purpose. Names of files
and sheets, and digests of files, are encrypted with AES-SIV: the same name is always the same text, so that rows of one
sheet can be found and grouped. Each kind has its own key, derived from the secret key. All are padded, so that a length
does not tell how long a name is.
"""

from __future__ import annotations

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

_NONCE = 12
_LENGTH = struct.Struct("<Q")
_NAMES_PADDED_TO, _WORDS_PADDED_TO = 48, 64
"""Bytes: few names of files and columns, and few words of a cell, are longer."""
_SMALLEST_FILE = 4096
"""Bytes: a sheet of one person, or of some, is not told from others by its size."""
_NAMES_KEPT = 10_000
"""Names that are not encrypted or decrypted again: some megabytes."""


class Encryption:
    """Encrypts and decrypts words and files with one secret key."""

    def __init__(self, secret: bytes) -> None:
        # The two labels are part of the keys: with others, nothing that is stored could be decrypted.
        key = blake2b(secret, digest_size=32, person=b"sealed words").digest()
        self._fernet = Fernet(urlsafe_b64encode(key))
        self._files = AESGCM(blake2b(secret, digest_size=32, person=b"sealed files").digest())
        self._secrets = AESGCM(blake2b(secret, digest_size=32, person=b"sign-in secrets").digest())

        self._check = blake2b(secret, digest_size=32, person=b"key check").digest()

    def check_value(self, store_id: str) -> str:
        """Returns what a store keeps to recognise this key. Nothing about the key can be worked out from it."""
        return blake2b(store_id.encode(), digest_size=32, key=self._check).hexdigest()

    def encrypt(self, word: str) -> str:
        """Returns the encrypted word; "" for ""."""
        return self._fernet.encrypt(_padded(word, _WORDS_PADDED_TO)).decode("ascii") if word else ""

    def decrypt(self, encrypted: str) -> str:
        """Returns the word, or "" if it was encrypted with another secret key."""
        try:
            return _unpadded(self._fernet.decrypt(encrypted.encode("ascii"))) if encrypted else ""
        except (InvalidToken, UnicodeEncodeError):
            return ""

    def encrypt_file(self, data: bytes, checksum: str) -> bytes:
        """Returns the encrypted file. Its checksum is authenticated with it."""
        nonce = token_bytes(_NONCE)
        plain = _LENGTH.pack(len(data)) + data
        plain += bytes(padded_size(len(plain)) - len(plain))
        return nonce + self._files.encrypt(nonce, plain, f"{checksum} padded".encode("ascii"))

    def decrypt_file(self, encrypted: bytes, checksum: str) -> bytes | None:
        """Returns the file, or None if it was encrypted with another secret key or was changed."""
        nonce, content = encrypted[:_NONCE], encrypted[_NONCE:]
        with suppress(InvalidTag):
            plain = self._files.decrypt(nonce, content, f"{checksum} padded".encode("ascii"))
            (length,) = _LENGTH.unpack_from(plain)
            return plain[_LENGTH.size : _LENGTH.size + length]
        with suppress(InvalidTag):  # as files were encrypted before they were padded
            return self._files.decrypt(nonce, content, checksum.encode("ascii"))
        return None

    def encrypt_secret(self, text: str, purpose: str) -> str:
        """Returns an encrypted secret of somebody who signs in, for URLs and cookies. It is valid for its purpose
        alone."""
        nonce = token_bytes(_NONCE)
        return urlsafe_b64encode(nonce + self._secrets.encrypt(nonce, text.encode(), purpose.encode())).decode("ascii")

    def decrypt_secret(self, encrypted: str, purpose: str) -> str | None:
        """Returns the secret, or None if another key or purpose encrypted it, or somebody changed it."""
        try:
            data = urlsafe_b64decode(encrypted.encode("ascii"))
            return self._secrets.decrypt(data[:_NONCE], data[_NONCE:], purpose.encode()).decode()
        except (InvalidTag, ValueError):
            return None


class NameEncryption:
    """Encrypts and decrypts the names of files and sheets with one secret key."""

    def __init__(self, secret: bytes) -> None:
        cipher = AESSIV(blake2b(secret, digest_size=64, person=b"names of files").digest())

        def encrypt(name: str) -> str:
            return urlsafe_b64encode(cipher.encrypt(_padded(name, _NAMES_PADDED_TO), None)).decode("ascii")

        def decrypt(encrypted: str) -> str | None:
            try:
                return _unpadded(cipher.decrypt(urlsafe_b64decode(encrypted.encode("ascii")), None))
            except (InvalidTag, ValueError):
                return None

        # The rows of a sheet, and the sheets of a project, have few names.
        self._encrypt, self._decrypt = lru_cache(_NAMES_KEPT)(encrypt), lru_cache(_NAMES_KEPT)(decrypt)

    def encrypt(self, name: str) -> str:
        """Returns the encrypted name; "" for ""."""
        return self._encrypt(name) if name else ""

    def decrypt(self, stored: str) -> str:
        """Returns the name. What was stored before names were encrypted is returned as it is."""
        found = self._decrypt(stored) if stored else ""
        return stored if found is None else found

    def is_encrypted(self, stored: str) -> bool:
        """Returns whether a name was encrypted with this key, and padded."""
        found = self._decrypt(stored)
        return found is not None and self._encrypt(found) == stored


def padded_size(size: int) -> int:
    """Returns the size to which a file is padded: at most 12 % more, and so few different sizes that one tells little
    about the file (Padmé: Nikitin et al., 2019)."""
    if size <= _SMALLEST_FILE:
        return _SMALLEST_FILE
    exponent = size.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return -(-size // unit) * unit


def _padded(text: str, size: int) -> bytes:
    data = text.encode()
    return data + bytes(-len(data) % size)


def _unpadded(data: bytes) -> str:
    return data.rstrip(b"\0").decode()
