"""Words and files as partners brought them, kept so that only the project's secret opens them.

An unknown word of a column can be anybody's name when the column was taken for another one, so no such word is stored
readable. Words are Fernet tokens (AES-128-CBC with HMAC-SHA-256); files are under AES-256-GCM, which also
authenticates their checksum. Each has a key of its own that is derived from the secret.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import blake2b
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class Encryption:
    """Seals and opens words under one secret."""

    def __init__(self, secret: bytes) -> None:
        key = blake2b(secret, digest_size=32, person=b"sealed words").digest()
        self._fernet = Fernet(urlsafe_b64encode(key))
        self._files = AESGCM(blake2b(secret, digest_size=32, person=b"sealed files").digest())

    def encrypt(self, word: str) -> str:
        """Returns the word sealed; nothing stays nothing."""
        return self._fernet.encrypt(word.encode()).decode("ascii") if word else ""

    def decrypt(self, sealed: str) -> str:
        """Returns the word; "" where it was sealed under another secret."""
        try:
            return self._fernet.decrypt(sealed.encode("ascii")).decode() if sealed else ""
        except InvalidToken:
            return ""

    def encrypt_file(self, data: bytes, checksum: str) -> bytes:
        """Returns a file sealed together with its checksum."""
        nonce = token_bytes(_NONCE)
        return nonce + self._files.encrypt(nonce, data, checksum.encode("ascii"))

    def decrypt_file(self, sealed: bytes, checksum: str) -> bytes | None:
        """Returns the file; None where it was sealed under another secret, or is not what was sealed."""
        try:
            return self._files.decrypt(sealed[:_NONCE], sealed[_NONCE:], checksum.encode("ascii"))
        except InvalidTag:
            return None
