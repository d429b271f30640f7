"""Tabs beside the lists of events that count things, or list the helpers."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE
from tests.unit.sheets.grids import read

Rows = list[list[Cell]]


def event(day: str) -> Rows:
    """A list of six people who came to a workshop."""
    return [["Skill-transfer workshop, Athens"], ["Date", day], [], ["Name"], *([name] for name in PEOPLE)]


@pytest.mark.parametrize("header", ["αντίτυπα", "Zorb", "Exemplare"])
def test_unclear_numbers_of_no_event_beside_several_lists_are_left_out(header: str, project: Project) -> None:
    things: Rows = [["title", header], ["First steps", 12], ["Second steps", 7]]
    reading = read(project, event("2022-02-07"), event("2022-02-14"), things)
    assert (len(reading.attendances), reading.headcounts, reading.questions) == (12, [], [])


def test_unclear_numbers_beside_the_list_of_one_event_are_asked_about(project: Project) -> None:
    reading = read(project, event("2022-02-07"), [["title", "Zorb"], ["First steps", 12], ["Second steps", 7]])
    assert [one.kind for one in reading.questions] == ["column"]


@pytest.mark.parametrize("title", ["Helferplan", "Helferteam (Schichten)"])
def test_a_list_of_helpers_is_not_asked_about(title: str, project: Project) -> None:
    helpers: Rows = [
        [title],
        ["Name", "Role"],
        *([f"{name} Zorb", "volunteer"] for name in [*PEOPLE, "Al", "Bo", "Cy"]),
    ]
    reading = read(project, event("2022-02-07"), helpers)
    assert (len(reading.attendances), reading.questions) == (6, [])


@pytest.mark.parametrize("header", ["Other €", "Sonstige (EUR)", "Andet kr."])
def test_amounts_of_money_are_no_further_people(header: str, project: Project) -> None:
    rows: Rows = [
        ["Date", "Event", "City", "No. of participants", "Catering €", header],
        ["2021-04-08", "Skill-transfer workshop", "Palermo", 13, 84.5, 78],
        ["2021-04-21", "Info session", "Graz", 24, 156, 34],
    ]
    assert [row.people for row in read(project, rows).headcounts] == [13, 24]
