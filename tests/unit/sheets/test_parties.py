"""Texts in the place of one name that stand for several people, or for one without a name."""


"""Remarks in free words about unnamed people who came along, and those that look alike."""

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


from liaison_metrics.sheets.words.phrases.remarks.parties import party_told
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

ALONG = {
    "two cousins came along": 2, "and 2 more people with him": 2, "brought both her daughters": 2,
    "plus one": 1,
    "mother-in-law came too": 1, "was here with her parents": 2, "3 more came with him": 3,
    "und zwei Freundinnen": 2,
    "brachte beide Töchter mit": 2, "Oma und Opa waren auch mit": 2,
    "inkl. 1 Begleitung, nicht eingetragen": 1,
    "c'erano pure i nonni (2) con lei": 2, "con tre compagne di classe non iscritte": 3,
    "kom m. sine trillinger": 3,
    "far, mor og lillebror var også med": 3, "naboen kom også med": 1, "με τα δίδυμα": 2,
    "συνοδεία τριών συναδέλφων": 3,
    "μαζί ο άντρας της και η πεθερά της": 2,
}  # fmt: skip

OTHERS = [
    "lives with her mother", "hat 4 Kinder", "vive con due figli", "with the help of her daughter",
    "brought 2 cakes",
    "will bring a friend next time", "did not come with her husband", "har to børn", "με το λεωφορείο",
    "beide Tage dabei",
    "schwanger, mit Zwillingen", "Mann kommt aus Syrien", "parents agreed", "hat Kind dabei, zählt nicht",
]  # fmt: skip


@pytest.mark.parametrize("remark", ALONG)
def test_a_remark_in_free_words_says_who_came_along(remark: str) -> None:
    assert party_told(remark) == ALONG[remark]


@pytest.mark.parametrize("remark", OTHERS)
def test_a_remark_that_looks_alike_adds_nobody(remark: str) -> None:
    assert party_told(remark) == 0


def test_those_who_came_along_count(project: Project) -> None:
    rows = [[name, "two cousins came along" if name == PEOPLE[1] else ""] for name in PEOPLE]
    check(Case("along", f"att{len(PEOPLE)} head2 rej0 ask0", sheet([*TITLE, ["Name", "Remarks"], *rows])), project)
