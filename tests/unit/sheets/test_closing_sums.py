"""Sums below rows that stand for several people, whatever their words."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]

PARTIES = (1, 3, 1, 5, 2, 4)
"""The fourth is the sum of those above it by chance."""


@pytest.mark.parametrize(
    ("name", "phone", "people", "last"),
    [
        ("Name", "Phone", "Number of people (incl. yourself)", "Ate with us"),
        ("Wer", "Handy", "Personen (inkl. Unterzeichner)", "Haben mitgegessen"),
        ("Nome", "Telefono", "Persone (compreso chi scrive)", "Siamo stati"),
        ("Navn", "Tlf.", "Hvor mange var I i alt (inkl. dig selv)", "Spiste med"),
        ("Ποιος ήρθε", "Τηλέφωνο", "Άτομα μαζί με τον ίδιο", "Όλοι"),
    ],
)
def test_a_last_row_sums_up_the_people_of_each_row(
    name: str, phone: str, people: str, last: str, project: Project
) -> None:
    rows = list(zip(PEOPLE, PARTIES, strict=True))
    with_phone: Rows = [[who, f"0660 12345{at}", number] for at, (who, number) in enumerate(rows)]
    plain: Rows = [[who, number] for who, number in rows]
    check(
        Case("phone", "att6 head10 rej0 ask0", sheet([*TITLE, [name, phone, people], *with_phone, [last, "", 16]])),
        project,
    )
    check(Case("plain", "att6 head10 rej0 ask0", sheet([*TITLE, [name, people], *plain, [last, 16]])), project)
    blank: Rows = [[who, "" if number == 1 else number] for who, number in rows]
    check(Case("blank", "att6 head10 rej0 ask0", sheet([*TITLE, [name, people], *blank, [last, 16]])), project)


def test_somebody_who_brought_many_is_no_sum(project: Project) -> None:
    rows: Rows = [[who, number] for who, number in zip(PEOPLE, (1, 3, 1, 2, 4, 1), strict=True)]
    last: list[Cell] = ["Gina Villa", 7]
    check(Case("another number", "att7 head12 rej0", sheet([*TITLE, ["Name", "People"], *rows, last])), project)
    own: Rows = [[who, f"0660 12345{at}", number] for at, (who, number) in enumerate(rows)]
    last = ["Gina Villa", "0660 123459", 12]
    check(Case("a phone", "att7 head17 rej0", sheet([*TITLE, ["Name", "Phone", "People"], *own, last])), project)


@pytest.mark.parametrize(
    ("contact", "people", "last"),
    [
        ("Contact person", "Number of people", "That makes"),
        ("Kontaktperson", "Wie viele seid ihr gekommen", "Das macht"),
        ("Referente", "Persone", "Eravamo in"),
        ("Kontaktperson", "Antal fremmødte", "Så mange blev vi"),
    ],
)
def test_a_party_that_ties_with_those_above_counts(contact: str, people: str, last: str, project: Project) -> None:
    rows: Rows = [[who, number] for who, number in zip(PEOPLE, PARTIES, strict=True)]
    check(Case("parties", "att0 head16 rej0 ask0", sheet([*TITLE, [contact, people], *rows, [last, 16]])), project)
