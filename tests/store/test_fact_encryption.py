"""Forms of names and years of birth: readable with the key alone, never twice the same, and bound to their name."""

from __future__ import annotations

import numpy as np
import pytest

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.store.tables.fact_encryption import ChangedFacts, FactEncryption

KEY, OTHER = FactEncryption(b"k" * 32), FactEncryption(b"o" * 32)
ENCODER = Encoder(b"k" * 32)


@pytest.mark.parametrize("name", ["Li", "Amina Haddad", " ".join(f"name{n}" for n in range(40))])
def test_a_form_comes_back_with_its_key_and_name(name: str) -> None:
    form = ENCODER.name_form(name)
    stored = KEY.encrypt_form(7, form)
    assert KEY.decrypt_form(7, stored) == form
    assert KEY.decrypt_form(8, stored) is None and OTHER.decrypt_form(7, stored) is None
    assert KEY.encrypt_form(7, form) != stored


def test_a_form_from_before_latin_letters_comes_back() -> None:
    old = NameForm(frozenset({1, -2}), b"\x01\x02", None)
    assert KEY.decrypt_form(-5, KEY.encrypt_form(-5, old)) == old


def test_the_length_of_a_form_tells_no_number_of_words() -> None:
    names = ("Li", "Amina Haddad", "Maria del Carmen Rossi Bianchi Verdi")
    assert len({len(KEY.encrypt_form(1, ENCODER.name_form(name))) for name in names}) == 1


def test_years_come_back_and_never_look_the_same() -> None:
    names, years = [5, 5, -9, 0], [1980, 1980, 0, 2004]
    stored = KEY.encrypt_births(names, years)
    assert KEY.decrypt_births(np.array(names), stored).tolist() == years
    assert len(set(stored)) == 4 and all(len(one) == 32 for one in stored)
    assert KEY.decrypt_births(np.array([], dtype=np.int64), []).tolist() == []


def test_a_year_is_refused_in_another_row_or_when_changed() -> None:
    first, second = KEY.encrypt_births([5, 6], [1980, 1990])
    for names, stored in (([6], [first]), ([5], [("0" if first[0] != "0" else "1") + first[1:]]), ([5, 6], [first])):
        with pytest.raises(ChangedFacts):
            KEY.decrypt_births(np.array(names), stored)
    with pytest.raises(ChangedFacts):
        OTHER.decrypt_births(np.array([6]), [second])
