"""Digests and encodings: what they tell apart, what they keep to themselves, and how fast they are."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from itertools import product
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.people.encoding import ENCODING_BITS, SIMILAR, Encoder, Identity, as_bits, similarity

ENCODER = Encoder(b"a secret for tests only")


def alike(a: str, b: str, encoder: Encoder = ENCODER) -> float:
    return agreement(encoder.name_form(a).encoding, encoder.name_form(b).encoding)


def agreement(a: bytes, b: bytes) -> float:
    return float(similarity(as_bits([a]), as_bits([b]))[0])


def test_one_person_written_twice_is_one_identity() -> None:
    birth = date(1980, 1, 2)
    first = ENCODER.identity("Maria Rossi", "m@example.org", "091 1234567", birth, None, "IT")
    assert first == ENCODER.identity("ROSSI, Maria", " M@EXAMPLE.ORG", "+39 091 1234567", birth, 1980, "DE")
    assert first.birth_year == 1980
    assert len({*first}) == len(Identity._fields)


def test_what_is_not_stated_is_zero() -> None:
    assert ENCODER.identity(None, None, None, None, None, "IT") == (0, 0, 0, 0, 0)
    assert ENCODER.identity("-", "none", "n/a", None, 1980, "IT") == (0, 0, 0, 0, 1980)


def test_kinds_of_identifier_have_nothing_in_common() -> None:
    text = "1980-01-01"
    stated = ENCODER.identity(text, None, None, date(1980, 1, 1), None, "IT")
    assert len({stated.name, stated.birth, *ENCODER.name_form(text).tokens}) == 3


def test_another_secret_gives_other_digests_and_encodings() -> None:
    other = Encoder(b"another secret for tests")
    assert other.identity("Maria Rossi", None, None, None, None, "IT") != ENCODER.identity(
        "Maria Rossi", None, None, None, None, "IT"
    )
    mixed = agreement(other.name_form("Maria Rossi").encoding, ENCODER.name_form("Maria Rossi").encoding)
    assert mixed < 0.3


@pytest.mark.parametrize("secret", [b"", b"too short"])
def test_a_short_secret_is_refused(secret: bytes) -> None:
    with pytest.raises(ValueError, match="bytes"):
        Encoder(secret)


@given(st.text(max_size=30))
def test_digests_fit_a_column_of_the_database(text: str) -> None:
    stated = ENCODER.identity(text, text, text, None, None, "IT")
    assert all(-(2**63) <= digest < 2**63 for digest in stated)
    assert (stated.name == 0) == (not ENCODER.name_form(text).tokens)
    assert len(ENCODER.name_form(text).encoding) == ENCODING_BITS // 8


SLIPS = [
    ("Maria Rossi", "Maria Rosi"), ("Mohammed Ali", "Mohamed Ali"), ("Ahmed Hassan", "Ahmad Hassan"),
    ("Hans Müller", "Hans Mueller"), ("Giorgos Papadopoulos", "Γιώργος Παπαδόπουλος"), ("Fatou Diop", "Fatu Diop"),
    ("Jørgen Hansen", "Joergen Hansen"), ("Anna Berg", "Ana Berg"), ("Sara Kelic", "Sarah Kelić"),
    ("Oleksandr Shevchenko", "Olexandr Shevchenko"), ("Nasrin Talukder", "Nasreen Talukder"),
]  # fmt: skip
PEOPLE = [
    "Maria Rossi", "Luca Verdi", "Anna Bianchi", "Ahmed Hassan", "Mohamed Hassan", "Ali Hussein", "Aisha Diallo",
    "Aissatou Diallo", "Nikos Papadakis", "Nikos Papadopoulos", "Lars Nielsen", "Lone Nielsen", "Peter Schmidt",
    "Petra Schmidt", "Ava Staudinger", "Mathilda Staudinger", "Abdul Rahman", "Abdul Rahim", "Wei Li", "Mina Wardak",
]  # fmt: skip


@pytest.mark.parametrize(("written", "slipped"), SLIPS)
def test_a_slip_of_the_pen_is_similar(written: str, slipped: str) -> None:
    assert alike(written, slipped) >= SIMILAR


@pytest.mark.parametrize(("one", "another"), [(a, b) for a, b in product(PEOPLE, PEOPLE) if a < b])
def test_different_people_are_not_similar(one: str, another: str) -> None:
    assert alike(one, another) < SIMILAR


def test_similarity_has_its_ends() -> None:
    assert alike("Maria Rossi", "ROSSI Maria") == 1
    assert alike("Maria Rossi", "Bo Ek") < 0.2
    assert alike("", "") == 0


@pytest.mark.whole
def test_a_hundred_thousand_names_take_twenty_times_as_long_as_two_digests_of_each() -> None:
    """Compared with plain work at the same time: a busy machine slows both."""
    syllables = ("ma", "ri", "ro", "sel", "ben", "nu", "lat", "to", "an", "chi", "de", "gor", "pa", "vel", "lu", "kas")
    words = ["".join(parts) for parts in product(syllables, syllables, syllables)]
    names = [f"{words[n % 4096].title()} {words[n * 7 // 25 % 4096].title()}" for n in range(100_000)]
    start = process_time()
    for name in names:
        form = " ".join(sorted(normalize("NFKD", name).casefold().split()))
        blake2b(form.encode(), key=b"key", digest_size=8).digest()
        blake2b(name.encode(), key=b"key", digest_size=8).digest()
    plain = process_time() - start
    encoder, start = Encoder(b"a secret for tests only"), process_time()
    for name in names:
        encoder.identity(name, None, None, None, None, "IT")
        encoder.name_form(name)
    assert process_time() - start < 20 * plain
