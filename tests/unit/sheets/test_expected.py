"""Sentences that tell how many people were expected and how many came, and labels of numbers of things."""

import pytest

from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers

CAME = {
    "38 signed up, but only 29 came.": 29,
    "26 of 30 registered people came.": 26,
    "38 hatten sich angemeldet, aber nur 29 kamen.": 29,
    "38 tilmeldte sig, men kun 29 mødte op.": 29,
    "Es kamen 13 von 20 Angemeldeten.": 13,
    "26 ud af 30 tilmeldte kom.": 26,
    "Af 40 inviterede kom 25.": 25,
    "Last year there were 40, but this time 25 people came.": 25,
    "Der mødte 23 personer op til infomødet.": 23,
}

NOTHING = (
    "30 people have signed up.",
    "Next time 40 people are expected, but there is room for 30.",
    "Op til 30 personer kan deltage.",
    "Hours in total: 30",
    "Timer i alt: 30",
    "Stunden gesamt: 30",
    "Ore totali: 30",
)


@pytest.mark.parametrize("text", CAME)
def test_those_who_came_count_beside_those_who_were_expected(text: str) -> None:
    assert [(one.people, one.kind) for one in told_numbers(text)] == [(CAME[text], "total")]


@pytest.mark.parametrize("text", NOTHING)
def test_who_is_expected_and_things_are_no_people_who_came(text: str) -> None:
    assert not told_numbers(text)


def test_people_without_a_registration_are_not_those_who_registered() -> None:
    assert [(one.people, one.kind) for one in told_numbers("+ 3 uden tilmelding, naboer der såede med")] == [
        (3, "more")
    ]
