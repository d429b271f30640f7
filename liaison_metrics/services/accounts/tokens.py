"""Random tokens: the browser or a link holds the token, the store only its digest."""

from __future__ import annotations

from hashlib import sha256
from secrets import token_urlsafe

BYTES = 32
"""256 random bits: nobody can guess one."""


def new_token() -> str:
    """Returns a new random token."""
    return token_urlsafe(BYTES)


def digest_of(token: str) -> str:
    """Returns the digest of a token, as the store keeps it. A random token needs no slow hash."""
    return sha256(token.encode()).hexdigest()
