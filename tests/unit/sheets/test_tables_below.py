"""Small tables of other things below a list."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.lists.counts.tables_below import without_tables_below

from .cases import TITLE
from .grids import PEOPLE, Rows, read

_LIST: Rows = [*TITLE, ["No", "Name", "E-mail"], *([k, *person] for k, person in enumerate(PEOPLE, 1)), []]


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        ("Kosten", ["Posten", "Betrag in €"]), ("Materials used", ["Article", "Qty"]),
        ("Programma", ["Orario", "Relatore"]),
        ("Kontakt til teamet", ["Navn", "Mobil"]), ("Αξιολόγηση", ["Ερώτηση", "Μέσος όρος"]),
    ],
)  # fmt: skip
def test_other_things_below_a_list_are_no_people(title: str, headers: list[str], project: Project) -> None:
    reading = read(project, [*_LIST, [title], headers, ["A", 12], ["B", 30]])
    assert len(reading.attendances) == len(PEOPLE)
    assert not reading.headcounts
    assert not reading.questions


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        ("Nicht auf der Liste", ["Klasse", "Anzahl"]),
        ("Further", ["Community", "People"]),
        ("Overview", ["Who", "Guests"]),
    ],
)
def test_numbers_of_people_below_a_list_stay(title: str, headers: list[str]) -> None:
    grid = Grid("List", [*_LIST, [title], headers, ["3a", 12], ["3b", 30]])
    assert without_tables_below(grid) is grid
