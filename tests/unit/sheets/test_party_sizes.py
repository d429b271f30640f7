"""Columns that say in words who came along with somebody."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.headcounts.beside_lists.party_sizes import companions_in
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read


@pytest.mark.parametrize(
    ("cell", "people"),
    [("Ehefrau", 1), ("Sohn Emil, Tochter Ida", 2), ("μητέρα και πατέρας", 2), ("yes", 1), ("nej", 0), ("-", 0),
     ("+2", 2), (3, 3), ("2 children", 2), ("", None)],
)  # fmt: skip
def test_companions_in_a_cell(cell: str | int, people: int | None) -> None:
    assert companions_in(cell) == people


@pytest.mark.parametrize(
    ("header", "first", "third"),
    [
        ("Begleitung", "Ehefrau", "Sohn Emil, Tochter Ida"),
        ("Accompagnatori", "moglie", "Ugo e Lia"),
        ("Ledsager", "ja", "mor og far"),
        ("Γονέας που ήρθε μαζί", "μητέρα", "μητέρα και πατέρας"),
        ("Companions", "sister", "Tom and Lea"),
        ("Plus ones", "1", "+2"),
    ],
)
def test_a_column_of_companions_in_words(project: Project, header: str, first: str, third: str) -> None:
    people = [[name, told] for name, told in zip(PEOPLE, [first, "", third, "", "", ""], strict=True)]
    rows = [["Name", "Organisation", header], *([name, "Zorb", told] for name, told in people)]
    check(Case(header, "att6 head3 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize(
    ("header", "total"),
    [
        ("+ how many came along", "Total heads"),
        ("Plus how many", "all heads"),
        ("+ wie viele sind mitgekommen", "Köpfe gesamt"),
        ("+ quanti con lui/lei", "Teste in tutto"),
        ("Mødt med (antal)", "Hoveder i alt"),
        ("+ πόσοι ήρθαν μαζί", "Κεφάλια συνολικά"),
    ],
)
def test_a_total_adds_those_whom_the_people_brought(header: str, total: str, project: Project) -> None:
    people: list[list[Cell]] = [[n, m, "-"] for n, m in zip(PEOPLE, [0, 1, 2, 0, 0, 3], strict=True)]
    rows: list[list[Cell]] = [*TITLE, ["Name", header, "Dish"], *people, [total, 12]]
    check(Case("brought", "att6 head6 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("headers", "ill", "away"),
    [
        (("Order", "Lead name", "Tickets", "Checked in", "Comment"), "one ill", "no show"),
        (("Buchung", "Name", "Personen gebucht", "davon gekommen", "Bemerkung"), "1 krank", "nicht erschienen"),
        (("Ordine", "Nome", "Biglietti", "Entrati", "Note"), "2 assenti", "non è venuta"),
        (("Ordrenr.", "Købers navn", "Antal billetter", "Scannet i døren (antal)", "Note"), "en syg", "kom ikke"),
        (("Κράτηση", "Όνομα", "Εισιτήρια", "Ήρθαν", "Σχόλια"), "ένας άρρωστος", "δεν ήρθε"),
    ],
)
def test_a_remark_about_one_of_a_party_leaves_out_nobody_else(
    project: Project, headers: tuple[str, ...], ill: str, away: str
) -> None:
    parties = ((2, 2, ""), (4, 3, ill), (2, 0, away), (3, 3, ""), (1, 1, ""), (2, 2, ""))
    rows: list[list[Cell]] = [[f"B{n}", PEOPLE[n], *party] for n, party in enumerate(parties)]
    reading = read(project, [*TITLE, [*headers], *rows])
    assert len(reading.attendances) + sum(row.people for row in reading.headcounts) == 11
    assert reading.questions == []
