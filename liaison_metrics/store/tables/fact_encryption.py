"""Encryption of what tells people apart: the identifiers of each attendance, and the forms in which names are compared.

Whoever has the database without the key must not learn from it which attendances are one person's, which names are
alike, how many words a name has, who was born when, or in which order a list was written. So all of it is encrypted
with AES-256-GCM, each time anew: the same value never looks the same. It is decrypted and compared in memory.

- An attendance has one encrypted record: its number, the digests of its identifiers, the year of birth, and the row of
  the file. The record has one length and is bound to the row that holds it.
- The id of an attendance in the database is its number, enciphered. So rows lie in no order that tells anything.
- The form of a name is padded, and stored under a keyed digest of the name's digest.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from secrets import token_bytes

import numpy as np
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from numpy.typing import NDArray
from sqlalchemy.engine import Dialect

from liaison_metrics.domain.facts import Int64s, NameForm

PADDED_TO = 1024
"""Bytes: more than the form of a name of twenty words needs."""

RECORD = np.dtype([
    ("number", "<i8"), ("name", "<i8"), ("email", "<i8"), ("phone", "<i8"), ("birth", "<i8"), ("birth_year", "<i2"),
    ("row", "<i4"), ("unused", "V2"),
])  # fmt: skip
"""What the encrypted record of an attendance contains. ``row`` is that of the file."""

Records = NDArray[np.void]

_NONCE = 12
_HEAD = struct.Struct("<HHH")
_NO_LATIN = 0xFFFF
_PLACE = np.dtype([("id", "<i8"), ("upload", "<i8"), ("event", "<i8")])
_BLOCK = np.dtype([("number", "<i8"), ("zero", "<i8")])
_POSITIVE = np.int64(2**63 - 1)
_FACTS = "liaison_facts"


class ChangedFacts(ValueError):
    """The record of an attendance that was not encrypted with this key for its row."""


class FactEncryption:
    """Encrypts and decrypts the records of attendances and the forms of names with one secret key."""

    def __init__(self, secret: bytes) -> None:
        self._forms = AESGCM(blake2b(secret, digest_size=32, person=b"forms of names").digest())
        places = blake2b(secret, digest_size=32, person=b"places of forms").digest()
        self._places = blake2b(digest_size=8, key=places)
        self._records = AESGCM(blake2b(secret, digest_size=32, person=b"attendances").digest())
        key = blake2b(secret, digest_size=32, person=b"attendance ids").digest()
        self._ids = Cipher(algorithms.AES(key), modes.ECB())  # one block for one number, which comes once

    def place_of_form(self, name: int) -> int:
        """Returns where the form of the name with this digest is stored."""
        digest = self._places.copy()  # with the key already taken in
        digest.update(name.to_bytes(8, "little", signed=True))
        return int.from_bytes(digest.digest(), "little", signed=True)

    def encrypt_form(self, name: int, form: NameForm) -> bytes:
        """Returns the encrypted form of the name with this digest."""
        return self.encrypt_forms({name: form})[0]

    def encrypt_forms(self, forms: Mapping[int, NameForm]) -> list[bytes]:
        """Returns the encrypted forms of names, given by the names' digests, in order."""
        words = {word for form in forms.values() for word in form.letter_pairs}
        packed = {word: _packed_word(word) for word in words}  # each word once: many names have it
        nonces, encrypt = token_bytes(_NONCE * len(forms)), self._forms.encrypt
        return [
            (nonce := nonces[_NONCE * n : _NONCE * (n + 1)]) + encrypt(nonce, _packed_form(name, form, packed), None)
            for n, (name, form) in enumerate(forms.items())
        ]

    def decrypt_form(self, encrypted: bytes) -> tuple[int, NameForm] | None:
        """Returns the digest of a name and its form, None if it was encrypted with another key."""
        try:
            plain = self._forms.decrypt(encrypted[:_NONCE], encrypted[_NONCE:], None)
        except InvalidTag:
            return None
        (name,) = struct.unpack_from("<q", plain)
        return name, unpacked_form(plain[8:])

    def ids(self, numbers: Int64s) -> Int64s:
        """Returns the ids that attendances with these numbers have in the database."""
        blocks = np.zeros(len(numbers), dtype=_BLOCK)
        blocks["number"] = numbers
        encryptor = self._ids.encryptor()
        enciphered = np.frombuffer(encryptor.update(blocks.tobytes()) + encryptor.finalize(), dtype=_BLOCK)
        return enciphered["number"].astype(np.int64) & _POSITIVE

    def encrypt_records(self, records: Records, uploads: Int64s, events: Int64s) -> list[bytes]:
        """Returns the encrypted record of each attendance, in order."""
        plain, places = records.tobytes(), _places(self.ids(records["number"]), uploads, events)
        nonces, encrypt = token_bytes(_NONCE * len(records)), self._records.encrypt
        return [
            (nonce := nonces[12 * n : 12 * n + 12]) + encrypt(nonce, plain[48 * n : 48 * n + 48], place)
            for n, place in enumerate(places)
        ]

    def decrypt_records(
        self, ids: Int64s, uploads: Int64s, events: Int64s, encrypted: Sequence[bytes | memoryview]
    ) -> Records:
        """Returns the record of each attendance. Raises ChangedFacts if one was not encrypted for its row."""
        decrypt = self._records.decrypt
        try:
            plain = b"".join([
                decrypt(one[:_NONCE], one[_NONCE:], place)
                for one, place in zip(encrypted, _places(ids, uploads, events), strict=True)
            ])  # fmt: skip
        except (InvalidTag, ValueError):
            raise ChangedFacts("an attendance was not encrypted for its row") from None
        return np.frombuffer(plain, dtype=RECORD)


def facts_of(dialect: Dialect) -> FactEncryption:
    """Returns what encrypts the facts of a database. Its key must be known: see ``encrypt_facts_with``."""
    found: FactEncryption = getattr(dialect, _FACTS)
    return found


def encrypt_facts_with(dialect: Dialect, facts: FactEncryption) -> None:
    """Has the facts of a database be encrypted and decrypted. Each engine has a dialect of its own."""
    setattr(dialect, _FACTS, facts)


def unpacked_form(plain: bytes) -> NameForm:
    """Returns the form of a name from its decrypted bytes."""
    tokens, latin, length = _HEAD.unpack_from(plain)
    at = _HEAD.size
    found = []
    for count in (tokens, 0 if latin == _NO_LATIN else latin):
        found.append(frozenset(struct.unpack_from(f"<{count}q", plain, at)))
        at += 8 * count
    encoding, pairs = plain[at : at + length], _unpacked_pairs(plain[at + length :])
    return NameForm(found[0], encoding, None if latin == _NO_LATIN else found[1], pairs)


def _packed_form(name: int, form: NameForm, words: Mapping[frozenset[int], bytes]) -> bytes:
    """Returns the digest of a name and its padded form. *words* are the packed letter pairs of its words."""
    tokens, latin = sorted(form.tokens), sorted(form.latin or ())
    counts = (len(tokens), _NO_LATIN if form.latin is None else len(latin), len(form.encoding))
    digests = struct.pack(f"<q3H{len(tokens) + len(latin)}q", name, *counts, *tokens, *latin)
    pairs = bytes([len(form.letter_pairs)]) + b"".join([words[word] for word in form.letter_pairs])
    plain = digests + form.encoding + pairs
    return plain + bytes((8 - len(plain)) % PADDED_TO)


def _packed_word(pairs: Collection[int]) -> bytes:
    """Returns the letter pairs of a word: how many, and the pairs."""
    return struct.pack(f"<B{len(pairs)}H", len(pairs), *sorted(pairs))


def _unpacked_pairs(packed: bytes) -> tuple[frozenset[int], ...]:
    """Returns the letter pairs of words. An earlier version stored none: zeros stand in their place."""
    words, at = [], 1
    for _word in range(packed[0] if packed else 0):
        words.append(frozenset(struct.unpack_from(f"<{packed[at]}H", packed, at + 1)))
        at += 1 + 2 * packed[at]
    return tuple(words)


def _places(ids: Int64s, uploads: Int64s, events: Int64s) -> list[bytes]:
    """Returns what is authenticated with each record: the row that it is for."""
    places = np.empty(len(ids), dtype=_PLACE)
    places["id"], places["upload"], places["event"] = ids, uploads, events
    data = places.tobytes()
    return [data[at : at + 24] for at in range(0, len(data), 24)]
