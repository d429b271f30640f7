"""Words as sheets have them, kept so that only the project's secret opens them.

An unknown word of a column can be anybody's name when the column was taken for another one, so no such word is stored
readable. The form is Fernet (AES-128-CBC with HMAC-SHA-256), under a key of its own that is derived from the secret.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import blake2b

from cryptography.fernet import Fernet, InvalidToken


class Seal:
    """Seals and opens words under one secret."""

    def __init__(self, secret: bytes) -> None:
        key = blake2b(secret, digest_size=32, person=b"sealed words").digest()
        self._fernet = Fernet(urlsafe_b64encode(key))

    def close(self, word: str) -> str:
        """Returns the word sealed; nothing stays nothing."""
        return self._fernet.encrypt(word.encode()).decode("ascii") if word else ""

    def open(self, sealed: str) -> str:
        """Returns the word; "" where it was sealed under another secret."""
        try:
            return self._fernet.decrypt(sealed.encode("ascii")).decode() if sealed else ""
        except InvalidToken:
            return ""
