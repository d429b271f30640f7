"""Lists of interviews: one row for each person, with its own date."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet


def interviews(
    headers: list[Cell], people: str = "Aldo Neri,Bea Conti,Carla Riva,Dino Serra", file: str = "x.csv"
) -> Case:
    """Four interviews on three days, one of which doesn't exist. Headers: number, day, person, community, more."""
    days: list[Cell] = ["14.04.2021", "14.04.2021", "31.04.2021", "20.04.2021"]
    rows: list[list[Cell]] = [
        [f"I-{n}", day, name, "local", 40 + n]
        for n, (day, name) in enumerate(zip(days, people.split(","), strict=True))
    ]
    return Case(str(headers[2]), "att3 rej1 ev2 date:2021-04-20", sheet([headers, *rows]), file=file)


CASES = [
    interviews(
        ["Interview no.", "Interview date", "Interviewee", "Community", "Minutes"], file="interviews kassel.csv"
    ),
    interviews(["Nr.", "Datum", "Interviewpartner/in", "Community", "Dauer"], file="Interviews Graz.csv"),
    interviews(["Nr.", "Datum", "Befragte Person", "Community", "Dauer (Min.)"], file="Interviews Graz.csv"),
    interviews(["N.", "Data intervista", "Intervistato/a", "Comunità", "Durata"], file="interviste Palermo.csv"),
    interviews(["Nr.", "Dato", "Interviewperson", "Fællesskab", "Varighed"], file="interview Vejle.csv"),
    interviews(["Α/Α", "Ημερομηνία", "Συνεντευξιαζόμενος/η", "Κοινότητα", "Διάρκεια"], file="Συνεντεύξεις Αθήνα.csv"),
    interviews(["Nr.", "Date", "Whom we asked", "Community", "Language"], file="interviews kassel.csv"),
    interviews(["Nr.", "Datum", "Person im Interview", "Community", "Dauer"], file="Interviews Graz.csv"),
]

INTERVIEWER = Case("who asked", "att3 ev2", sheet([
    ["Date", "City", "Interviewer", "Interviewee", "Community"],
    ["14.04.2021", "Kassel", "Ugo Berg", "Aldo Neri", "local"],
    ["14.04.2021", "Kassel", "Ugo Berg", "Bea Conti", "local"],
    ["20.04.2021", "Kassel", "Ida Holm", "Carla Riva", "local"],
]), file="interviews.csv")  # fmt: skip


@pytest.mark.parametrize("case", [*CASES, INTERVIEWER], ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)
