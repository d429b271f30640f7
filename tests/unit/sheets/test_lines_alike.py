"""Logs of events in lines that are alike."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.tables.lists.prose.logs.lines_alike import gather_lines_alike
from liaison_metrics.sheets.words.vocabulary import vocabulary_of

LOGS = [
    ["14 May 2021 => info session => 14 guests", "21 May 2021 => focus group => 9 guests"],
    ["2021-05-14,info session,14", "2021-05-21,focus group,9"],
    ["* Infotreffen, 14.05.2021, x14", "* Fokusgruppe, 21.05.2021, x9"],
    ["14 folk through the door for the info session, 14 May 2021", "9 folk for the focus group, 21 May 2021"],
    ["2021: 14.5. Infoabend 14 Pers.", "21.5. Fokusgruppe 9 Pers."],
    ["Sessione informativa (14/05/21): quattordici persone", "Focus group (21/05/21): nove persone"],
    ["Informationsmøde (14/5 2021): 14 stk.", "Fokusgruppe (21/5 2021): 9 stk."],
    ["Ενημερωτική συνάντηση 14/5/2021 ήρθαν 14", "Ομάδα εστίασης 21/5/2021 ήρθαν 9"],
]


@pytest.mark.parametrize("lines", LOGS, ids=lambda lines: lines[0])
def test_events_of_lines(lines: list[str], project: Project) -> None:
    reading = read_sheet("note.txt", ("\n".join(lines) + "\n").encode(), project, Hints(city="graz"))
    found = {(event.activity, str(event.date)): 0 for event in reading.events}
    for row in reading.headcounts:
        event = reading.events[row.event]
        found[event.activity, str(event.date)] += row.people
    assert found == {("info_session", "2021-05-14"): 14, ("focus_group", "2021-05-21"): 9}
    assert reading.questions == []


@pytest.mark.parametrize(
    "line",
    [
        "11 May 2021 => focus group => 9 registered",
        "11 May 2021 => focus group => 9 chairs",
        "11 May 2021 => focus group => 9 or 12",
        "9 => focus group => 11 May 2021",
        "4 May 2021 => info session => 9",
        "Nobody wrote down what was there",
    ],
)
def test_lines_that_leave_something_open(line: str, project: Project) -> None:
    rows: list[list[Cell]] = [["4 May 2021 => info session => 14"], [line], ["18 May 2021 => school lab => 21"]]
    grid = Grid("Sheet1", rows)
    assert gather_lines_alike(grid, vocabulary_of(project)) is grid


def test_rows_below_a_header_stay(project: Project) -> None:
    rows: list[list[Cell]] = [["Day", "What", "Chairs"], ["4 May 2021", "Info session", 14], ["11 May 2021", "Fair", 9]]
    grid = Grid("Sheet1", rows)
    assert gather_lines_alike(grid, vocabulary_of(project)) is grid
