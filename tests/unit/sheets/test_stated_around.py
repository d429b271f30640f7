"""Forms that state how many came, and divide them by community below."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet

_NUMBERS: list[list[Cell]] = [["Local", 19], ["Syrian", 7], ["Afghan", 4]]


@pytest.mark.parametrize(
    ("planned", "came", "staff"),
    [
        ("Target in the grant agreement", "Attendance", "Staff"),
        ("im Antrag geplant", "tatsächlich teilgenommen", "Mitarbeitende"),
        ("Previsti da progetto", "Effettivamente presenti", "Personale dell'ente"),
        ("Forventet antal", "Fremmødte i alt", "Medarbejdere"),
        ("Στόχος", "Ήρθαν", "Προσωπικό"),
    ],
)
def test_a_number_of_those_who_came_ties_or_is_asked_about(
    planned: str, came: str, staff: str, project: Project
) -> None:
    for people, expected in ((30, "head30 ev1 ask0"), (34, "ask1")):
        lines: list[list[Cell]] = [*TITLE[:-1], [planned, 80], [came, people], []]
        rows: list[list[Cell]] = [*lines, ["Community", "People"], *_NUMBERS, [], [staff, 6]]
        check(Case(came, expected, sheet(rows)), project)
        numbered: list[list[Cell]] = [[f"C{at}", *cells] if cells else [] for at, cells in enumerate(lines, 1)]
        below: list[list[Cell]] = [["", *cells] for cells in _NUMBERS]
        rows = [*numbered, ["C7", "Community", "People"], *below, ["C8", staff, 6]]
        check(Case(came, expected, sheet(rows)), project)
