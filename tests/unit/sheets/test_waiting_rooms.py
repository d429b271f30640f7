"""People in the waiting room of an online meeting, of whom some never got in."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

NEVER_IN = PEOPLE[4]


def report(header: str, yes: str, no: str, waited: int) -> list[list[Cell]]:
    """Returns rows of a report in which each person waited, but the last was never let in."""
    rows: list[list[Cell]] = [["Name", "Join time", "Leave time", "Duration (minutes)", header]]
    for at, name in enumerate(PEOPLE[:4]):
        rows.append([name, f"18:{at:02}:07", f"18:{at + waited:02}:07", waited, yes])
        rows.append([name, f"18:{at + waited:02}:07", f"19:{at:02}:07", 60 - waited, no])
    return [*TITLE, *rows, [NEVER_IN, "18:20:07", f"18:{20 + waited:02}:07", waited, yes]]


@pytest.mark.parametrize("waited", [1, 30])
@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        ("In waiting room", "Yes", "No"),
        ("Im Warteraum", "Ja", "Nein"),
        ("Sala d'attesa", "Sì", "No"),
        ("I venteværelse", "Ja", "Nej"),
        ("Αίθουσα αναμονής", "Ναι", "Όχι"),
    ],
)
def test_who_only_waited_was_not_there(header: str, yes: str, no: str, waited: int, project: Project) -> None:
    check(Case(header, "att4 ask0 rej0", sheet(report(header, yes, no, waited))), project)


def test_who_came_through_the_waiting_room_was_there(project: Project) -> None:
    rows = [[name, f"18:0{at}:07", "19:12:07", 60 + at, "Yes"] for at, name in enumerate(PEOPLE[:5])]
    head: list[Cell] = ["Name", "Join time", "Leave time", "Duration (minutes)", "Waiting room"]
    host: list[Cell] = ["Office", "17:50:11", "19:20:07", 90, "No"]
    check(Case("through", "att6 ask0", sheet([*TITLE, head, host, *rows])), project)


@pytest.mark.parametrize(
    ("remark", "there"),
    [
        ("only in the waiting room", 4), ("nur im Warteraum", 4),
        ("rimasta in sala d'attesa", 4), ("sad fast i venteværelset", 4), ("έμεινε στην αίθουσα αναμονής", 4),
        ("10 minutes in the waiting room", 5),
    ],
)  # fmt: skip
def test_remarks_of_the_waiting_room(remark: str, there: int, project: Project) -> None:
    rows = [[name, f"18:0{at}:07", "19:12:07", ""] for at, name in enumerate(PEOPLE[:4])]
    last: list[Cell] = [NEVER_IN, "18:20:07", "18:21:09", remark]
    lines = [*TITLE, ["Name", "Join time", "Leave time", "Notes"], *rows, last]
    check(Case(remark, f"att{there}", sheet(lines)), project)
