"""Encryption of words and files from partners under the project's secret key.

A word that the reader does not know can be anybody's name if a column was misread, so no such word is stored in plain
text. Words are Fernet tokens (AES-128-CBC with HMAC-SHA-256). Files are encrypted with AES-256-GCM, which authenticates
their checksum as well. Secrets of accounts are encrypted in the same way and authenticate their purpose. Names of files
and sheets are encrypted with AES-SIV: the same name is always the same text, so that rows of one sheet can be found and
grouped. Each kind has its own key, derived from the secret key.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from hashlib import blake2b
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

_NONCE = 12
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
        return self._fernet.encrypt(word.encode()).decode("ascii") if word else ""

    def decrypt(self, encrypted: str) -> str:
        """Returns the word, or "" if it was encrypted with another secret key."""
        try:
            return self._fernet.decrypt(encrypted.encode("ascii")).decode() if encrypted else ""
        except InvalidToken:
            return ""

    def encrypt_file(self, data: bytes, checksum: str) -> bytes:
        """Returns the encrypted file. Its checksum is authenticated with it."""
        nonce = token_bytes(_NONCE)
        return nonce + self._files.encrypt(nonce, data, checksum.encode("ascii"))

    def decrypt_file(self, encrypted: bytes, checksum: str) -> bytes | None:
        """Returns the file, or None if it was encrypted with another secret key or was changed."""
        try:
            return self._files.decrypt(encrypted[:_NONCE], encrypted[_NONCE:], checksum.encode("ascii"))
        except InvalidTag:
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
            return urlsafe_b64encode(cipher.encrypt(name.encode(), None)).decode("ascii")

        def decrypt(encrypted: str) -> str | None:
            try:
                return cipher.decrypt(urlsafe_b64decode(encrypted.encode("ascii")), None).decode()
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
        """Returns whether a name was encrypted with this key."""
        return self._decrypt(stored) is not None
