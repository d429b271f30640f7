"""People called staff of a house, where the sheet states how many came without its team."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.team_registers import read

KINDS = ("NGO", "school", "local authority", "NGO", "school")


@pytest.mark.parametrize(
    ("staff", "below"),
    [
        ("museum staff", "Badges handed out excluding our staff"),
        ("Museumspersonal", "abgeholt (ohne unser Personal)"),
        ("personale del museo", "badge ritirati (senza il nostro personale)"),
        ("museets personale", "mødt uden personalet"),
        ("προσωπικό του μουσείου", "παρόντες χωρίς το προσωπικό"),
    ],
)
def test_a_total_without_the_team_tells_who_is_of_it(staff: str, below: str, project: Project) -> None:
    rows = [[name, kind, "yes"] for name, kind in zip(PEOPLE, (*KINDS, staff), strict=False)]
    lines = [*TITLE, ["Name", "Type of organisation", "Attended"], *rows, [], [below, None, 5]]
    check(Case(staff, "att5 nc1 ev1 rej0", sheet(lines)), project)


def test_staff_of_the_house_named_above_are_asked_about(project: Project) -> None:
    rows = [[name, kind, "yes"] for name, kind in zip(PEOPLE, (*KINDS, "museum staff"), strict=False)]
    lines = [*TITLE, ["At the museum"], [], ["Name", "Type of organisation", "Attended"], *rows]
    check(Case("asked", "att5 q:role", sheet(lines)), project)


def test_staff_of_another_house_are_guests(project: Project) -> None:
    rows = [[name, kind, "yes"] for name, kind in zip(PEOPLE, (*KINDS, "town hall staff"), strict=False)]
    check(Case("guests", "att6 nc0", sheet([*TITLE, ["Name", "Type of organisation", "Attended"], *rows])), project)


@pytest.mark.parametrize("sums", [(3, 2, 2), (4, 3, 3)])
def test_sums_under_sessions_settle_who_leads_them(sums: tuple[int, int, int], project: Project) -> None:
    marks: list[list[Cell]] = [["x", "x", ""], ["x", "", "x"], ["x", "x", "x"]]
    rows: list[list[Cell]] = [[name, *of] for name, of in zip(PEOPLE, marks, strict=False)]
    head: list[Cell] = ["Name", "3/9/2021", "10/9/2021", "17/9/2021"]
    lines = [["Skill-transfer workshop, Vejle"], [], head, [f"{PEOPLE[5]} (of the office)", "x", "x", "x"], *rows]
    reading = read(project, [*lines, ["Participants", *sums]])
    assert len(reading.attendances) == sum(sums)
    assert not reading.open_questions
