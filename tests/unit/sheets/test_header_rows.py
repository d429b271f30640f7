"""Tables side by side: under headers that repeat, under days, or as names alone."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

A, B, C, D, E, F = PEOPLE

CASES = [
    Case(
        "women and men with numbers, German",
        "att5 ev1 gen:female=3",
        sheet(
            [
                ["Fokusgruppe, Kassel, 17.09.2020"], [], ["FRAUEN", "", "", "MÄNNER"],
                ["Nr.", "Name", "Herkunft", "Nr.", "Name", "Herkunft"],
                [1, A, "lokal", 1, D, "lokal"], [2, B, "lokal", 2, E, "syrisch"], [3, C, "syrisch"],
            ]
        ),
    ),
    Case(
        "two groups of different days, Danish",
        "att5 ev2 date:2021-05-20",
        sheet(
            [
                ["Fokusgruppe, Vejle"], [], ["Hold 1: 13.05.2021", "", "", "Hold 2: 20.05.2021"],
                ["Navn", "Fællesskab", "", "Navn", "Fællesskab"],
                [A, "lokal", "", D, "lokal"], [B, "lokal", "", E, "syrisk"], [C, "syrisk"],
            ]
        ),
    ),
    Case(
        "badges in two columns, those not picked up below, English",
        "att4 nc2 ev1",
        sheet(
            [
                ["Stakeholder forum – Graz – 11.11.2021"], ["Name", "Body", "", "Name", "Body"],
                [A, "Library", "", C, "Choir"], [B, "Town hall", "", D, "Caritas"], ["Not collected"],
                [E, "School", "", F, "Club"],
            ]
        ),
    ),
    Case(
        "badges in three columns with the organisation in the cell",
        "att6 named6 ev1",
        sheet(
            [
                ["Riunione del Comitato Cittadino Interculturale, Palermo, 23/03/2021"], [],
                [f"{A}\nComune", f"{B}\nArci", f"{C}\nCaritas"], [f"{D}\nScuola", f"{E}\nCoro", f"{F}\nCentro"],
            ]
        ),
    ),
    Case(
        "names below days",
        "att7 ev3 date:2021-04-13",
        sheet(
            [
                ["OEP-Schulung, Kassel"], ["06.04.2021", "13.04.2021", "20.04.2021"], [A, A, B], [B, C, D], [C],
            ]
        ),
    ),
    Case(
        "two quarters with numbers",
        "att0 head72 ev4",
        sheet(
            [
                ["Overview of events in Vejle, 2020"], ["First half", "", "", "", "Second half"],
                ["Date", "Activity", "Participants", "", "Date", "Activity", "Participants"],
                ["2020-05-20", "Focus group", 8, "", "2020-10-06", "Info session", 20],
                ["2020-06-22", "Info session", 33, "", "2020-11-19", "Interview", 11],
                ["", "Total", 41, "", "", "Total", 31],
            ]
        ),
    ),
    Case(
        "goods side by side",
        "refused",
        sheet([["Stock"], [], ["Blue paint", "White paper"], ["Green chairs", "Red tables"], ["Old lamps", "Pens"]]),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_tables_side_by_side(project: Project, case: Case) -> None:
    check(case, project)
