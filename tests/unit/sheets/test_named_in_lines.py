"""People of a list whom a line around it names as the team, or as people who don't count."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, NotCountedReason
from tests.unit.sheets.cases import PEOPLE, TITLE
from tests.unit.sheets.team_registers import read


def listed(project: Project, above: str = "", below: str = "") -> tuple[int, int]:
    """Returns how many people of a list with lines around it count, and how many are of the team."""
    rows: list[list[Cell]] = [[name, "x"] for name in PEOPLE]
    reading = read(project, [*TITLE, [above], [], ["Name", "Present"], *rows, [], [below]])
    assert not reading.open_questions
    return len(reading.attendances), sum(one.reason is NotCountedReason.STAFF for one in reading.not_counted)


@pytest.mark.parametrize(
    "line",
    [
        "Led by Furio Lodi",
        "Furio Lodi – ran the evening",
        "Interpreter for Arabic: Furio Lodi",
        "Geleitet von Furio Lodi",
        "Lodi Furio hat den Kurs geleitet",
        "Docente: Furio Lodi",
        "A cura di Furio Lodi",
        "Ledes af Furio Lodi",
        "Συντονίζει: Furio Lodi",
        "5 partecipanti + 1 formatore (Furio Lodi)",
        "Not counted: Furio Lodi",
        "Furio Lodi zählt nicht mit.",
        "Furio Lodi non va conteggiato",
        "Δεν μετράει: Furio Lodi",
        "Deltagere uden Furio Lodi: 5",
    ],
)
def test_a_line_names_the_team(line: str, project: Project) -> None:
    assert listed(project, below=line) == (5, 1)


def test_a_line_above_names_several(project: Project) -> None:
    assert listed(project, above="Trainers: Elsa Monti, Furio Lodi") == (4, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Furio Lodi asked for an interpreter",
        "Keys: Furio Lodi",
        "Chair: Furio Lodi",
        "Danke an Furio Lodi für Kuchen",
    ],
)
def test_a_line_says_something_else_of_somebody(line: str, project: Project) -> None:
    assert listed(project, below=line) == (6, 0)


@pytest.mark.parametrize("line", ["Teachers don't count", "Gli insegnanti non si contano.", "Lærere tælles ikke"])
def test_a_line_says_who_is_not_counted(line: str, project: Project) -> None:
    word = {"T": "teacher", "G": "insegnante", "L": "lærer"}[line[0]]
    rows: list[list[Cell]] = [[name, "pupil"] for name in PEOPLE[:5]]
    reading = read(project, [*TITLE, ["Name", "Who"], *rows, [PEOPLE[5], word], [], [line]])
    assert (len(reading.attendances), len(reading.not_counted)) == (5, 1)
