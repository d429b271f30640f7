"""Identifiers as keyed digests, and names also as encodings that can be compared but not read.

A digest is a signed 64-bit number, never 0 (0 means "not stated"), made with BLAKE2b under the project's secret. Each
kind of identifier has its own digests: the same text as a name and as an e-mail address gives two unrelated numbers.
An encoding is a Bloom filter of the letter pairs of a name in Latin letters. Two encodings overlap as much as the names
do. Without the secret, nobody can tell which bit stands for which pair. The letter pairs of each word are kept as small
digests, too: these tell more exactly how near two words are, and which words of two names stand for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.people import normal_forms
from liaison_metrics.domain.people.latin import latin_word

ENCODING_BITS = 1024
_BITS_PER_PAIR = 6
_SHORTEST_SECRET = 16
MOST_WORDS = 8
"""For so many words of a name the letter pairs are kept, so that the stored form always has the same length."""
LONGEST_WORD = 15
"""Letters of a word of which pairs are kept, for the same reason: up to 31 pairs."""
_Value = TypeVar("_Value", bound=Hashable)

SIMILAR = 0.8
"""Names from this similarity on are compatible (counting.md, "One person"). One typing slip mostly stays above it, the
names of different people mostly below."""

Bits = NDArray[np.uint64]
"""Encodings, one a row."""


class Identity(NamedTuple):
    """The identifiers that one row states: digests, and the year of birth; 0 where not stated."""

    name: int
    email: int
    phone: int
    birth: int
    birth_year: int


class StatedIdentifiers(NamedTuple):
    """What many rows state, by column; *countries* are those of the events' cities, for national phone numbers."""

    names: Sequence[str | None]
    emails: Sequence[str | None]
    phones: Sequence[str | None]
    births: Sequence[date | None]
    birth_years: Sequence[int | None]
    countries: Sequence[str]


class Encoder:
    """Turns what a sheet says about a person into digests and encodings under one secret.

    It caches every text, so that a long sheet is fast. Make a new encoder for each file, so that the cache goes with
    the file. Raises ValueError for a secret of less than 16 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        if len(secret) < _SHORTEST_SECRET:
            raise ValueError(f"the secret has {len(secret)} bytes; at least {_SHORTEST_SECRET} are needed")
        self._key = blake2b(secret, person=b"liaison people").digest()
        # Each of these runs once for each text, however many rows repeat it.
        self._words = lru_cache(maxsize=None)(normal_forms.name_tokens)
        self._token = lru_cache(maxsize=None)(self._encode_token)
        self._pair = lru_cache(maxsize=None)(self._encode_pair)
        self._small_digest = lru_cache(maxsize=None)(self._digest_letters)
        self._keyed = lru_cache(maxsize=None)(self._begin_digest)

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
        return self.identities(StatedIdentifiers((name,), (email,), (phone,), (birth,), (birth_year,), (country,)))[0]

    def identities(self, stated: StatedIdentifiers) -> list[Identity]:
        """Returns the digests of what many rows state. Each different text is digested once."""
        calls = [
            (phone, country) if phone else None for phone, country in zip(stated.phones, stated.countries, strict=True)
        ]
        columns = (
            _each(stated.names, self._digest_name),
            _each(stated.emails, self._digest_email),
            _each(calls, lambda call: self._digest_phone(*call)),
            _each(stated.births, self._digest_birth),
            [birth.year if birth else year or 0 for birth, year in zip(stated.births, stated.birth_years, strict=True)],
        )
        return list(map(Identity, *columns))

    def name_form(self, name: str) -> NameForm:
        """Returns the form in which a name is stored for comparing: a digest for each word, as written and in Latin
        letters, and the encoding of its letter pairs."""
        encoded = list(map(self._token, self._words(name)))
        bits = 0
        for _written, _latin, mask, _pairs in encoded:
            bits |= mask
        words = {latin: pairs for _written, latin, _mask, pairs in encoded}
        return NameForm(
            tokens=frozenset([written for written, _latin, _mask, _pairs in encoded]),
            encoding=bits.to_bytes(ENCODING_BITS // 8, "little"),
            latin=frozenset(words),
            letter_pairs=tuple(words[latin] for latin in sorted(words)[:MOST_WORDS]),
        )

    def dates_of(self, years: Iterable[int]) -> dict[int, date]:
        """Returns the dates of some years by their digests: whoever has the key can tell the birth dates of a store."""
        days = (date(year, 1, 1) + timedelta(number) for year in years for number in range(366))
        return {self._digest_birth(day): day for day in days}

    def address(self, email: str) -> int:
        """Returns the digest of an e-mail address."""
        return self._digest_email(email)

    def _digest_name(self, text: str) -> int:
        return self._stated(b"name", " ".join(self._words(text)))

    def _digest_email(self, text: str) -> int:
        return self._stated(b"email", normal_forms.email_form(text))

    def _digest_phone(self, text: str, country: str) -> int:
        return self._stated(b"phone", normal_forms.phone_form(text, country))

    def _digest_birth(self, day: date) -> int:
        return self._digest(b"birth", day.isoformat())

    def _stated(self, kind: bytes, form: str) -> int:
        return self._digest(kind, form) if form else 0

    def _digest(self, kind: bytes, form: str) -> int:
        digest = self._keyed(kind).copy()
        digest.update(form.encode())
        return int.from_bytes(digest.digest(), "little", signed=True) or 1

    def _begin_digest(self, kind: bytes) -> blake2b:
        """Returns what the digests of a kind begin with: taking the key in takes as long as the text itself."""
        return blake2b(digest_size=8, key=self._key, person=kind)

    def _encode_token(self, token: str) -> tuple[int, int, int, frozenset[int]]:
        latin = latin_word(token)
        edged = f" {latin} "
        mask = 0
        for start in range(len(edged) - 1):
            mask |= self._pair(edged[start : start + 2])
        edged = f" {latin[:LONGEST_WORD]} "
        neighbours = {first + second for first, second in pairwise(edged)}
        # With next but one neighbours, two letters in the wrong order cost little more than one wrong letter.
        next_but_one = {first + second for first, second in zip(edged, edged[2:], strict=False)}
        pairs = frozenset(map(self._small_digest, neighbours | next_but_one))
        return self._digest(b"token", token), self._digest(b"latin", latin), mask, pairs

    def _digest_letters(self, pair: str) -> int:
        digest = blake2b(pair.encode(), digest_size=2, key=self._key, person=b"letters").digest()
        return int.from_bytes(digest, "little")

    def _encode_pair(self, pair: str) -> int:
        digest = blake2b(pair.encode(), digest_size=2 * _BITS_PER_PAIR, key=self._key, person=b"pair").digest()
        mask = 0
        for at in range(0, len(digest), 2):
            mask |= 1 << int.from_bytes(digest[at : at + 2], "little") % ENCODING_BITS
        return mask


def _each(values: Sequence[_Value], digest: Callable[[Any], int]) -> list[int]:
    """Returns the digest of each value, 0 of an empty one. Each different value is digested once."""
    known = {value: digest(value) if value else 0 for value in set(values)}
    return [known[value] for value in values]


def as_bits(encodings: Iterable[bytes]) -> Bits:
    """Returns encodings of names as rows of bits."""
    return np.frombuffer(b"".join(encodings), dtype=np.uint64).reshape(-1, ENCODING_BITS // 64)


def similarity(a: Bits, b: Bits) -> NDArray[np.float64]:
    """Returns how much encodings of names agree, row by row (Dice's coefficient of their bits): 0 not at all, 1 the
    same. Two empty encodings do not agree."""
    shared, total = count_bits(a & b), count_bits(a) + count_bits(b)
    agreement: NDArray[np.float64] = 2 * shared / np.maximum(total, 1)
    return agreement


def count_bits(bits: Bits) -> NDArray[np.int64]:
    """Returns how many bits are set in each row."""
    counts: NDArray[np.int64] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counts
