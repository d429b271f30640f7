"""Encryption of what serves comparing people only: the forms of their names, and their years of birth.

Whoever has the database without the key must not learn from it which names are alike, how many words a name has, or who
was born when. So these are encrypted, each time anew: the same value never looks the same. They are decrypted and
compared in memory.

The form of a name is encrypted with AES-256-GCM and padded, so that its length tells nothing; the digest of the name is
authenticated with it. A year of birth is one block of AES-256: the year, a part of the name's digest, and random bytes.
A block that somebody changed, or copied from another name's row, does not show that digest any more (encode, then
encipher: Bellare and Rogaway, 2000). One block a row lets a million rows be decrypted at once.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Sequence
from hashlib import blake2b
from secrets import token_bytes

import numpy as np
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import Dialect

from liaison_metrics.domain.facts import Int16s, Int64s, NameForm

PADDED_TO = 512
"""Bytes: more than the form of a name of twenty words needs."""

_NONCE = 12
_HEAD = struct.Struct("<HHH")
_NO_LATIN = 0xFFFF
_BLOCK = np.dtype([("year", "<u2"), ("name", "V6"), ("random", "V8")])


class ChangedFacts(ValueError):
    """A year of birth that was not encrypted with this key for this name."""


_FACTS = "liaison_facts"


class FactEncryption:
    """Encrypts and decrypts forms of names and years of birth with one secret key."""

    def __init__(self, secret: bytes) -> None:
        self._forms = AESGCM(blake2b(secret, digest_size=32, person=b"forms of names").digest())
        key = blake2b(secret, digest_size=32, person=b"years of birth").digest()
        self._births = Cipher(algorithms.AES(key), modes.ECB())  # every block holds random bytes

    def encrypt_form(self, name: int, form: NameForm) -> bytes:
        """Returns the encrypted form of the name with this digest."""
        latin = None if form.latin is None else sorted(form.latin)
        head = _HEAD.pack(len(form.tokens), _NO_LATIN if latin is None else len(latin), len(form.encoding))
        plain = head + _packed(form.tokens) + _packed(latin or ()) + form.encoding
        plain += bytes(-len(plain) % PADDED_TO)
        nonce = token_bytes(_NONCE)
        return nonce + self._forms.encrypt(nonce, plain, _packed((name,)))

    def decrypt_form(self, name: int, encrypted: bytes) -> NameForm | None:
        """Returns the form of a name, None if it was encrypted for another name or with another key."""
        try:
            plain = self._forms.decrypt(encrypted[:_NONCE], encrypted[_NONCE:], _packed((name,)))
        except InvalidTag:
            return None
        tokens, latin, length = _HEAD.unpack_from(plain)
        at = _HEAD.size
        found = []
        for count in (tokens, 0 if latin == _NO_LATIN else latin):
            found.append(frozenset(struct.unpack_from(f"<{count}q", plain, at)))
            at += 8 * count
        return NameForm(found[0], plain[at : at + length], None if latin == _NO_LATIN else found[1])

    def encrypt_births(self, names: Sequence[int], years: Sequence[int]) -> list[str]:
        """Returns the encrypted year of birth of each row (0: not stated), as hexadecimal digits. *names* are the
        digests of the rows' names."""
        blocks = np.zeros(len(names), dtype=_BLOCK)
        blocks["year"] = years
        blocks["name"] = _parts(np.array(names, dtype=np.int64))
        blocks["random"] = np.frombuffer(token_bytes(8 * len(names)), dtype="V8")
        encryptor = self._births.encryptor()
        digits = (encryptor.update(blocks.tobytes()) + encryptor.finalize()).hex()
        return [digits[at : at + 32] for at in range(0, len(digits), 32)]

    def decrypt_births(self, names: Int64s, encrypted: Sequence[str]) -> Int16s:
        """Returns the year of birth of each row. Raises ChangedFacts if one was not encrypted for its name."""
        decryptor = self._births.decryptor()
        plain = decryptor.update(bytes.fromhex("".join(encrypted))) + decryptor.finalize()
        blocks = np.frombuffer(plain, dtype=_BLOCK)
        if len(blocks) != len(names) or blocks["name"].tobytes() != _parts(names).tobytes():
            raise ChangedFacts("a year of birth was not encrypted for its row")
        years: Int16s = blocks["year"].astype(np.int16)
        return years


def facts_of(dialect: Dialect) -> FactEncryption:
    """Returns what encrypts the facts of a database. Its key must be known: see ``encrypt_facts_with``."""
    found: FactEncryption = getattr(dialect, _FACTS)
    return found


def encrypt_facts_with(dialect: Dialect, facts: FactEncryption) -> None:
    """Has the facts of a database be encrypted and decrypted. Each engine has a dialect of its own."""
    setattr(dialect, _FACTS, facts)


def _packed(digests: Collection[int]) -> bytes:
    return struct.pack(f"<{len(digests)}q", *sorted(digests))


def _parts(names: Int64s) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    """Returns the part of each digest that a block holds."""
    eight = np.ascontiguousarray(names, dtype="<i8").view(np.uint8).reshape(-1, 8)
    return np.ascontiguousarray(eight[:, :6]).view("V6").reshape(-1)
