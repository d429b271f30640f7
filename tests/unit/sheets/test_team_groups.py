"""The team as one of the groups into which a column divides a list."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE
from tests.unit.sheets.team_registers import read


@pytest.mark.parametrize(
    ("header", "groups", "people"),
    [
        ("Patrol", ("Hawks", "Hawks", "Otters", "Otters", "Leaders"), 4),
        ("Squadriglia", ("Aquile", "Volpi", "Aquile", "Volpi", "Capi"), 4),
        ("Riege", ("Turnen 1", "Turnen 1", "Turnen 2", "Turnen 2", "Übungsleiterinnen"), 4),
        ("Hold", ("U13", "U13", "U15", "U15", "Trænere"), 4),
        ("Ομάδα", ("Λύκοι", "Λύκοι", "Αετοί", "Αετοί", "Βαθμοφόροι"), 4),
        ("Gren", ("Mini", "Mini", "Junior", "Junior", "Leder"), 4),
        ("Year group", ("Y7", "Y7", "Y8", "Y8", "youth worker"), 4),
        ("strumento", ("voce", "violino", "voce", "violino", "insegnante"), 4),
        ("Stimme", ("Sopran", "Sopran", "Alt", "Alt", "Chorleitung"), 4),
        ("Niveau", ("A1", "A1", "A2", "A2", "lærer"), 4),
        ("Level", ("A1", "A1", "A2", "A2", "teacher"), 4),
        ("Όργανο", ("λαούτο", "λαούτο", "φωνή", "φωνή", "δασκάλα"), 4),
        ("Occupation", ("student", "student", "nurse", "nurse", "teacher"), 5),
        ("Class", ("3a", "3a", "3b", "3b", "teacher"), 5),
        ("Patrol", ("Hawks", "Hawks", "Otters", "Otters", "Foxes"), 5),
        ("Comes from", ("Arci", "Arci", "Emmaus", "Emmaus", "Leaders"), 5),
        ("Bereich", ("Küche", "Küche", "Pflege", "Pflege", "Betreuung"), 5),
        ("Team", ("Anna", "Ben", "Carl", "Dora", "Leaders"), 5),
    ],
)
def test_leaders_are_a_group_of_their_own(header: str, groups: tuple[str, ...], people: int, project: Project) -> None:
    rows: list[list[Cell]] = [[group, name, "x"] for group, name in zip(groups, PEOPLE, strict=False)]
    reading = read(project, [*TITLE, [header, "Name", "Present"], *rows])
    assert len(reading.attendances) == people
