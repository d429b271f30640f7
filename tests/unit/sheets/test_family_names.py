"""Names in minutes that have the family name before a comma."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.tables.lists.prose.family_names import with_commas_again, with_given_names_first
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.cases import TITLE
from tests.unit.sheets.grids import read

FAMILY_FIRST = ["Neri, Aldo", "Lo Cascio, Bea (Caritas)", "Riva, Carla", "Rossi, Dina (Arci)"]
TURNED = ["Aldo Neri", "Bea Lo Cascio (Caritas)", "Carla Riva", "Dina Rossi (Arci)"]


def test_lines_and_lists_are_turned(project: Project) -> None:
    vocabulary = vocabulary_of(project)
    assert with_given_names_first([[f"- {name}"] for name in FAMILY_FIRST], vocabulary) == [
        [f"- {name}"] for name in TURNED
    ]
    listed = with_given_names_first([[f"Presenti: {'; '.join(FAMILY_FIRST)}"]], vocabulary)
    assert listed == [[f"Presenti: {'; '.join(TURNED)}"]]


@pytest.mark.parametrize(
    "names",
    [
        ["Aldo Neri, Caritas", "Bea Conti, Arci", "Carla Riva, Arci"],
        ["Neri, Syrian", "Conti, local", "Riva, Syrian"],
        ["Neri, Aldo", "Bea Conti, Arci", "Carla Riva, Caritas"],
        ["Palermo, sede", "Neri, Aldo"],
    ],
)
def test_what_else_stands_behind_a_comma(project: Project, names: list[str]) -> None:
    rows = [[name] for name in names]
    assert with_given_names_first(rows, vocabulary_of(project)) == rows


@pytest.mark.parametrize("label", ["Presenti", "Anwesend", "Til stede", "Present", "Παρόντες"])
def test_people_of_one_line(project: Project, label: str) -> None:
    rows: list[list[Cell]] = [[f"{label}: {'; '.join(FAMILY_FIRST)}"], [], ["Team: Ida Holm, Ugo Berg"]]
    reading = read(project, [*TITLE, *rows])
    assert [row.name for row in reading.attendances] == ["Aldo Neri", "Bea Lo Cascio", "Carla Riva", "Dina Rossi"]


def test_a_file_of_text_has_commas_again(project: Project) -> None:
    people = "\n".join(FAMILY_FIRST)
    text = f"Minutes, Focus group, Palermo, 3 March 2021\n\nPresent:\n{people}\n\nApologies\nBerg, Ugo\n"
    reading = read_sheet("minutes.txt", text.encode(), project, Hints())
    assert len(reading.attendances) == len(FAMILY_FIRST)


def test_a_table_stays_divided() -> None:
    grid = Grid("Sheet1", [["Name", "City"], ["Neri", "Palermo"], ["Conti", "Graz"], ["Riva", " Graz"]])
    assert with_commas_again(grid) is grid
