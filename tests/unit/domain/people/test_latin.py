"""Names in Latin letters: one form for one name in two scripts or in two usual spellings."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.people.encoding import SIMILAR, Encoder, as_bits, similarity
from liaison_metrics.domain.people.latin import latin_word
from liaison_metrics.domain.people.normal_forms import name_tokens

ENCODER = Encoder(b"a secret for tests only")


def latin(name: str) -> set[str]:
    return {latin_word(token) for token in name_tokens(name)}


@pytest.mark.parametrize(
    "spellings",
    [
        ["Оксана Бондар", "Oksana Bondar", "BONDAR Oksana"],
        ["Юлія Хоменко", "Yuliia Khomenko", "Yulia Homenko", "Julia Khomenko"],
        ["Сергій Гнатюк", "Serhii Hnatiuk", "Sergiy Gnatyuk"],
        ["Дмитро Щербина", "Dmytro Shcherbyna"],
        ["Наталья Цой", "Natalya Tsoy", "Nataliia Tsoi"],
        ["Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", "ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ"],
        ["Ευάγγελος Παύλου", "Evangelos Pavlou"],
        ["Μαρία Μπάρκα", "Maria Barka"],
        ["Αγγελική Ευθυμίου", "Angeliki Efthymiou"],
        ["Hans Müller", "Hans Mueller", "Hans Muller"],
        ["Åse Nygård", "Aase Nygaard", "Ase Nygard"],
        ["Søren Kjær", "Soeren Kjaer", "Soren Kjær"],
        ["Nils Straße", "Nils Strasse"],
        ["Łukasz Żak", "Lukasz Zak"],
    ],
)
def test_spellings_of_one_name_are_equal(spellings: list[str]) -> None:
    assert len({frozenset(latin(name)) for name in spellings}) == 1
    assert len({ENCODER.name_form(name).latin for name in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ["Γεώργιος Παπαδόπουλος", "Giorgos Papadopulos"],
        ["Александр Иванов", "Alexander Ivanov", "Aleksandr Ivanow"],
        ["Евгений Иванов", "Yevgeniy Ivanov", "Evgenij Ivanov"],
        ["Αντωνία Ντίνου", "Antonia Dinou"],
        ["Ahmed Al-Hassan", "Ahmad Alhasan"],
        ["Nasrin Talukder", "Nasreen Talukdar"],
    ],
)
def test_other_spellings_are_similar(spellings: list[str]) -> None:
    bits = as_bits(ENCODER.name_form(name).encoding for name in spellings)
    for a, b in combinations(range(len(spellings)), 2):
        assert similarity(bits[a : a + 1], bits[b : b + 1])[0] >= SIMILAR


@given(st.text(max_size=20))
def test_every_word_has_a_form_that_follows_from_its_normal_form(text: str) -> None:
    tokens = name_tokens(text)
    assert all(latin_word(token) for token in tokens)
    assert latin(text) == latin(" ".join(tokens))
