"""Words in place of signatures."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.remarks.signed_words import are_words_for_signing
from tests.unit.sheets.cases import Case, check, register, sheet


@pytest.mark.parametrize(
    ("header", "signed", "other", "expected"),
    [
        ("υπογραφή", "έχει", "δεν έχει", "att4 nc2"),
        ("Υπογραφή", "Υπάρχει", "Δεν υπάρχει", "att4 nc2"),
        ("Unterschrift", "vorhanden", "nicht vorhanden", "att4 nc2"),
        ("underskrift", "er der", "mangler", "att4 nc2"),
        ("Signatur", "findes", "findes ikke", "att4 nc2"),
        ("firma", "ok", "vuoto", "att4 nc2"),
        ("signature", "has", "has not", "att4 nc2"),
        ("signature", "signed", "blank", "att4 nc2"),
        ("firma", "leggibile", "non leggibile", "att6 nc0"),
        ("Unterschrift", "lesbar", "unlesbar", "att6 nc0"),
    ],
)
def test_a_word_may_say_that_there_is_no_signature(
    header: str, signed: str, other: str, expected: str, project: Project
) -> None:
    said: list[Cell] = [signed, signed, other, signed, signed, other]
    check(Case(header, f"{expected} ask0", sheet(register(header, said))), project)


def test_names_that_repeat_are_no_words() -> None:
    assert not are_words_for_signing(Counter({"Rossi": 3, "Neri": 1}))
