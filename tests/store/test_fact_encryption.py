"""Records of attendances and forms of names: readable with the key alone, never twice the same, bound to a place."""

from __future__ import annotations

import numpy as np
import pytest

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.store.tables.fact_encryption import RECORD, ChangedFacts, FactEncryption, Records

KEY, OTHER = FactEncryption(b"k" * 32), FactEncryption(b"o" * 32)
ENCODER = Encoder(b"k" * 32)
UPLOADS, EVENTS = np.array([1, 1]), np.array([5, 6])


def records(*numbers: int) -> Records:
    found = np.zeros(len(numbers), dtype=RECORD)
    found["number"], found["name"], found["birth_year"], found["row"] = numbers, -9, 1980, 70_000
    return found


@pytest.mark.parametrize("name", ["Li", "Amina Haddad", " ".join(f"name{n}" for n in range(40))])
def test_a_form_comes_back_with_its_key(name: str) -> None:
    form = ENCODER.name_form(name)
    stored = KEY.encrypt_form(-7, form)
    assert KEY.decrypt_form(stored) == (-7, form)
    assert OTHER.decrypt_form(stored) is None
    assert KEY.encrypt_form(-7, form) != stored
    assert KEY.place_of_form(-7) not in (-7, KEY.place_of_form(7), OTHER.place_of_form(-7))


def test_a_form_from_before_latin_letters_comes_back() -> None:
    old = NameForm(frozenset({1, -2}), b"\x01\x02", None)
    assert KEY.decrypt_form(KEY.encrypt_form(-5, old)) == (-5, old)


def test_the_length_of_a_form_tells_no_number_of_words() -> None:
    names = ("Li", "Amina Haddad", "Maria del Carmen Rossi Bianchi Verdi")
    assert len({len(KEY.encrypt_form(1, ENCODER.name_form(name))) for name in names}) == 1


def test_records_come_back_and_never_look_the_same() -> None:
    made = records(1, 2)
    first, second = (KEY.encrypt_records(made, UPLOADS, EVENTS) for _turn in range(2))
    assert (KEY.decrypt_records(KEY.ids(made["number"]), UPLOADS, EVENTS, first) == made).all()
    assert len({*first, *second}) == 4 and {len(one) for one in first} == {76}
    nothing = np.zeros(0, dtype=np.int64)
    assert len(KEY.decrypt_records(nothing, nothing, nothing, [])) == 0


def test_a_record_is_refused_in_another_row_or_when_changed() -> None:
    made = records(1, 2)
    ids, (first, second) = KEY.ids(made["number"]), KEY.encrypt_records(made, UPLOADS, EVENTS)
    for attempt in ([second, first], [first, second[:-1] + b"?"], [first, second[:40]]):
        with pytest.raises(ChangedFacts):
            KEY.decrypt_records(ids, UPLOADS, EVENTS, attempt)
    for uploads, events in ((UPLOADS + 1, EVENTS), (UPLOADS, EVENTS[::-1])):
        with pytest.raises(ChangedFacts):
            KEY.decrypt_records(ids, uploads, events, [first, second])
    with pytest.raises(ChangedFacts):
        OTHER.decrypt_records(ids, UPLOADS, EVENTS, [first, second])


def test_ids_are_in_no_order_that_tells_anything() -> None:
    numbers = np.arange(1, 2001)
    ids = KEY.ids(numbers)
    assert len(set(ids.tolist())) == 2000 and ids.min() > 0
    assert abs(np.corrcoef(np.argsort(np.argsort(ids)), numbers)[0, 1]) < 0.1
    assert (KEY.ids(numbers) == ids).all() and (OTHER.ids(numbers) != ids).all()
