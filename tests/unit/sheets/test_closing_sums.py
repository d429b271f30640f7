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


@pytest.mark.parametrize(
    ("family", "signed", "came", "total", "label"),
    [
        ("Famiglia", "Chi ha firmato", "Venuti in", "in tutto", "Totale"),
        ("Familie", "Unterschrift", "Zu wievielt", "Anwesend waren", "Gesamt"),
        ("Familie", "Hvem skrev under", "Hvor mange kom I", "Så mange kom", "I alt"),
        ("Family", "Who signed", "How many came", "Everybody", "Total"),
        ("Οικογένεια", "Ποιος υπέγραψε", "Πόσοι ήρθατε", "Ήρθαν όλοι", "Σύνολο"),
    ],
)
def test_of_a_family_that_has_a_nought_nobody_came(
    family: str, signed: str, came: str, total: str, label: str, project: Project
) -> None:
    names = [who.partition(" ") for who in PEOPLE]
    numbers = (2, 0, 1, 0, 3, 2)
    rows: Rows = [
        [last, f"{first} {last}" if many else "", many, f"0660 12345{at}"]
        for at, ((first, _space, last), many) in enumerate(zip(names, numbers, strict=True))
    ]
    for words in (total, label):
        below: Rows = [["", words, 8]]
        grid = sheet([*TITLE, [family, signed, came, "Tel."], *rows, *below])
        check(Case(words, "att4 head4 nc2 rej0 ask0", grid), project)


@pytest.mark.parametrize(
    ("who", "came", "last"),
    [
        ("Organisation", "Fremmødte personer i alt fra organisationen", "Fremmødte i alt"),
        ("Organisation", "Anwesende Personen der Organisation", "Anwesend gesamt"),
        ("Ente", "Persone presenti dell'ente", "Presenti in tutto"),
        ("Organisation", "People in party", "everybody"),
        ("Φορέας", "Άτομα που ήρθαν από τον φορέα", "Ήρθαν συνολικά"),
    ],
)
def test_a_sum_says_that_numbers_beside_organisations_are_people(
    who: str, came: str, last: str, project: Project
) -> None:
    names = ("Red Cross", "City Library", "Garden Club", "Housing Co-op", "Refugee Aid", "Adult School")
    rows: Rows = [[name, person, many] for name, person, many in zip(names, PEOPLE, (3, 2, 1, 4, 2, 1), strict=True)]
    contact = "Kontaktperson" if last[0] in "FA" else "Contact person"
    check(Case(came, "head13 rej0 ask0", sheet([*TITLE, [who, contact, came], *rows, [last, "", 13]])), project)


GROUPS = ("Bears", "Owls", "Bears", "Bears", "Owls", "Owls")


def parents(header: str, came: list[Cell], *below: list[Cell]) -> Rows:
    """A list of parents with the group of their child and how many people came."""
    rows = zip(PEOPLE, GROUPS, came, strict=True)
    return [*TITLE, header.split("|"), *map(list, rows), *below]


CAME = [
    Case(
        "under a header that says who came",
        "att4 head4 nc2 ask0",
        sheet(parents("Κηδεμόνας|Παιδί στην τάξη|Άτομα που ήρθαν", [1, 3, "-", 2, "-", 2], ["Σύνολο", "", 8])),
    ),
    Case(
        "without a sum",
        "att4 head4 nc2 ask0",
        sheet(parents("Elternteil|Kind in Gruppe|Personen gekommen", [1, 3, "–", 2, "–", 2])),
    ),
    Case(
        "a word for absence",
        "att5 head3 nc1 ask0",
        sheet(parents("Genitore|Sezione|Persone presenti", [1, 3, "no", 2, 1, 1], ["Totale", "", 8])),
    ),
    Case(
        "under a plain header, with the sum",
        "att4 head4 nc2 ask0",
        sheet(parents("Forælder|Barn i klasse|Personer", [1, 3, "-", 2, "-", 2], ["I alt", "", 8])),
    ),
    Case(
        "under a plain header without a sum, nobody says what a dash means",
        "att6 head4 nc0",
        sheet(parents("Parent|Class of child|People", [1, 3, "-", 2, "-", 2])),
    ),
    Case(
        "nobody beside each of them is not nobody at all",
        "att6 head5 nc0",
        sheet(parents("Parent|Class of child|Companions", [1, 2, "-", 1, "-", 1], ["Total", "", 5])),
    ),
]


@pytest.mark.parametrize("case", CAME, ids=lambda case: case.name)
def test_a_dash_among_numbers_of_those_who_came(project: Project, case: Case) -> None:
    check(case, project)
