"""Identifiers as keyed digests, names also as encodings that can be compared and not be read.

A digest is a signed 64-bit number, never 0 (which stands for "not stated"), made with BLAKE2b under the project's
secret. Each kind of identifier has digests of its own: the same text as a name and as an e-mail address has nothing
in common. An encoding is a Bloom filter of the letter pairs of a name in Latin letters: two encodings overlap as far as
the names do, and without the secret nothing tells which bit belongs to which pair.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from anyascii import anyascii

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.people import normal_forms

ENCODING_BITS = 1024
_BITS_PER_PAIR = 6
_SHORTEST_SECRET = 16


class Identity(NamedTuple):
    """Who somebody is, as one row states it: digests, and the year of birth; 0 where not stated."""

    name: int
    email: int
    phone: int
    birth: int
    birth_year: int


class Encoder:
    """Turns what a sheet says about a person into digests and encodings under one secret.

    It remembers what it has met, so that a long sheet is fast: make one for each file, and let it go with the file.
    Raises ValueError for a secret of less than 16 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise ValueError(f"the secret has {len(secret)} bytes; at least {_SHORTEST_SECRET} are needed")
        self._key = blake2b(secret, person=b"liaison people").digest()
        # Each of these works once for each text, however many rows repeat it.
        self._name = lru_cache(maxsize=None)(self._digest_name)
        self._email = lru_cache(maxsize=None)(self._digest_email)
        self._phone = lru_cache(maxsize=None)(self._digest_phone)
        self._birth = lru_cache(maxsize=None)(self._digest_birth)
        self._token = lru_cache(maxsize=None)(self._encode_token)
        self._pair = lru_cache(maxsize=None)(self._encode_pair)

    def identity(
        self,
        name: str | None,
        email: str | None,
        phone: str | None,
        birth: date | None,
        birth_year: int | None,
        country: str,
    ) -> Identity:
        """Returns the digests of what one row states; *country* is the event city's, for national phone numbers."""
        return Identity(
            self._name(name) if name else 0,
            self._email(email) if email else 0,
            self._phone(phone, country) if phone else 0,
            self._birth(birth) if birth else 0,
            birth.year if birth else birth_year or 0,
        )

    def name_form(self, name: str) -> NameForm:
        """Returns how a name is kept for comparing: a digest for each token, and the encoding of its letter pairs."""
        encoded = [self._token(token) for token in normal_forms.name_tokens(name)]
        bits = 0
        for _digest, mask in encoded:
            bits |= mask
        return NameForm(frozenset(digest for digest, _mask in encoded), bits.to_bytes(ENCODING_BITS // 8, "little"))

    def _digest_name(self, text: str) -> int:
        return self._stated(b"name", normal_forms.name_form(text))

    def _digest_email(self, text: str) -> int:
        return self._stated(b"email", normal_forms.email_form(text))

    def _digest_phone(self, text: str, country: str) -> int:
        return self._stated(b"phone", normal_forms.phone_form(text, country))

    def _digest_birth(self, day: date) -> int:
        return self._digest(b"birth", day.isoformat())

    def _stated(self, kind: bytes, form: str) -> int:
        return self._digest(kind, form) if form else 0

    def _digest(self, kind: bytes, form: str) -> int:
        digest = blake2b(form.encode(), digest_size=8, key=self._key, person=kind).digest()
        return int.from_bytes(digest, "little", signed=True) or 1

    def _encode_token(self, token: str) -> tuple[int, int]:
        latin = "".join(c for c in anyascii(token).lower() if c.isalnum())
        edged = f" {latin} " if latin else ""
        mask = 0
        for start in range(len(edged) - 1):
            mask |= self._pair(edged[start : start + 2])
        return self._digest(b"token", token), mask

    def _encode_pair(self, pair: str) -> int:
        digest = blake2b(pair.encode(), digest_size=2 * _BITS_PER_PAIR, key=self._key, person=b"pair").digest()
        mask = 0
        for at in range(0, len(digest), 2):
            mask |= 1 << int.from_bytes(digest[at : at + 2], "little") % ENCODING_BITS
        return mask


def similarity(a: bytes, b: bytes) -> float:
    """Returns how far two encodings of names agree (Dice's coefficient of their bits): 0 not at all, 1 the same.

    Names that differ by one typing slip are mostly above 0.8, the names of different people below.
    """
    left, right = int.from_bytes(a, "little"), int.from_bytes(b, "little")
    total = left.bit_count() + right.bit_count()
    return 2 * (left & right).bit_count() / total if total else 0.0
