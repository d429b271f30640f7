"""Numbers by the hour: people in a room, and the same people divided again."""

from __future__ import annotations

from datetime import date, time

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet

_READINGS = (21, 43, 52, 132)
_HOURS: tuple[Cell, ...] = ("11:00", "12:00", time(13), "18:00")


def by_hour(expected: str, header: str, people: tuple[int, ...] = _READINGS) -> Case:
    """A fair with a number at each hour under a header."""
    rows: list[list[Cell]] = [[hour, number] for hour, number in zip(_HOURS, people, strict=True)]
    above: list[list[Cell]] = [["LIAISON fair, Graz"], ["Date", date(2021, 9, 25)], []]
    return Case(header, expected, sheet([*above, ["Time", header], *rows]))


def divided(name: str, expected: str, below: list[list[Cell]]) -> Case:
    """A fair by hour and community, and a block below it."""
    head: list[list[Cell]] = [["LIAISON fair, Graz, 30 May 2021"], [], ["Time", "Local", "Syrian", "Afghan", "All"]]
    rows: list[list[Cell]] = [["12-13", 8, 6, 3, 17], ["13-14", 10, 5, 5, 20], ["Total", 18, 11, 8, 37], []]
    return Case(name, expected, sheet([*head, *rows, *below]))


CASES = (
    by_hour("head248", "Visitors"),
    *(by_hour("head0 q:column!", header, people=(21, 43, 52, 32)) for header in (
        "People in the room", "Personen im Raum", "Persone presenti in sala", "Antal i lokalet",
        "Επισκέπτες στην αίθουσα",
    )),
    divided("by gender", "head37", [["The same visitors by gender"], ["Women", 21], ["Men", 16], ["Total", 37]]),
    divided("by age", "head37", [["Per età"], ["0-17", 10], ["18-29", 20], ["30+", 7]]),
    divided("side by side", "head37", [["Fordelt på køn"], ["Kvinder", "Mænd"], [21, 16]]),
    divided("another hour", "head44", [["14-15", 2, 1, 4, 7]]),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_by_the_hour(case: Case, project: Project) -> None:
    check(case, project)
