"""Texts in the place of one name that stand for several people, or for one without a name."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.others.parties import is_party, names_nobody, party_of
from tests.unit.sheets.cases import TITLE, Case, check, sheet

SEVERAL = {
    "Mother with two sons": 3,
    "The Bailey twins": 2,
    "Mr and Mrs Webb and daughter": 3,
    "family of three, name not given": 3,
    "4 x unnamed visitors": 4,
    "Ehepaar Winkler mit Tochter": 3,
    "Fam. Demir, zu dritt": 3,
    "Fam. Sommer (2 Erw., 2 Ki.)": 4,
    "Max u. Eva Thaler, Ali u. Zeynep Kaya": 4,
    "coniugi Ferrara": 2,
    "i Neri, genitori e 2 bambini": 4,
    "papà Hassan con le sue tre bimbe": 4,
    "Hr. og fru Dam m. 2 børn": 4,
    "Brødrene Aksel, Emil og Viggo Lind": 3,
    "Οικ. Γιλμάζ 4 άτομα": 4,
    "Αδελφές Χαλίντ (τέσσερις)": 4,
    "ένα ζευγάρι χωρίς όνομα": 2,
}

OTHERS = [
    "Anna Rossi, mamma di Luca",
    "Mann, Thomas",
    "Gemelli Marco",
    "Thomas Mann",
    "Huber & Söhne",
    "Familie Huber",
    "Familie Huber, Tür 4",
    "Anna mit Hund Bello",
    "Anna Rossi, Palermo, Italia",
    "ein paar Leute",
    "Schüler 12",
    "Total 30 participants",
    "Eltern",
    "A-02",
]
"""One person, a family without its number, things, headings and lines of sums."""


@pytest.mark.parametrize("text", SEVERAL)
def test_a_party_is_as_many_people_as_it_says(text: str) -> None:
    party = party_of(text)
    assert party
    assert party.people == SEVERAL[text]


@pytest.mark.parametrize("text", OTHERS)
def test_nothing_else_is_a_party(text: str) -> None:
    assert party_of(text) is None


def test_a_party_without_a_name_names_nobody() -> None:
    assert names_nobody("Mutter mit zwei Söhnen")
    assert names_nobody("3 sconosciuti")
    assert not names_nobody("coniugi Ferrara")


def test_a_plain_number_of_people_may_be_a_sum() -> None:
    assert not is_party("9 women")
    assert is_party("3 strangers, names not taken")


def _numbered(name: str, counted: str) -> Case:
    people: list[list[Cell]] = [[1, "Aldo Neri", "Syrian"], [2, "Bea Conti", "Syrian"], [3, name, None]]
    return Case(name, counted, sheet([*TITLE, ["No", "Name", "Community"], *people, [4, "Carla Riva", "Syrian"]]))


@pytest.mark.parametrize(
    "case",
    [
        _numbered("2 persone, non hanno firmato", "att4 head1 ev1 ask0"),
        _numbered("Ali, Mina and Sara", "att6 head0 ev1 ask0"),
        _numbered("did not want to give her name", "att4 named3 ev1 ask0"),
        _numbered("Άγνωστη κυρία, δεν έδωσε όνομα", "att4 named3 nc0 ask0"),
        _numbered('Geom. Nino Cusimano detto "Zu Ninu"', "att4 named4 ask0"),
    ],
    ids=lambda case: case.name,
)
def test_a_numbered_row_counts_whom_it_stands_for(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("woman, 34", 1),
        ("Frau, 34", 1),
        ("kvinde, 28", 1),
        ("γυναίκα, 41", 1),
        ("two women, 20 and 22", 2),
        ("Mutter, 41, und Tochter, 19", 2),
    ],
)
def test_ages_behind_people_are_no_people(text: str, people: int) -> None:
    party = party_of(text)
    assert party is not None
    assert party.people == people
