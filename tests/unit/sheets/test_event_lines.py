"""Logs of events in lines of text."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.tables.lists.prose.logs.event_lines import gather_event_lines
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.grids import read

LOGS = [
    ("LIAISON, Vejle", "3 May 2021", "School lab", "21 attendees", "of them 12 Syrians and 9 locals"),
    ("LIAISON, Graz", "3. Mai 2021", "Schullabor", "21 Personen", "davon 12 Syrer, 9 Einheimische"),
    ("LIAISON, Palermo", "3 maggio 2021", "Laboratorio scolastico", "21 presenti", "12 siriani e 9 locali"),
    ("LIAISON, Vejle", "3-5-2021", "Skolelaboratorium", "21 deltagere", "heraf 12 syrere, 9 lokale"),
    ("LIAISON, Αθήνα", "3/5/2021", "Σχολικό εργαστήριο", "21 άτομα", "12 Σύροι και 9 ντόπιοι"),
]


@pytest.mark.parametrize(("title", "day", "what", "people", "parts"), LOGS)
@pytest.mark.parametrize("sign", [": ", " - ", " – ", ", "])
@pytest.mark.parametrize("lead", ["", "* "])
def test_a_line_for_each_event(
    project: Project, title: str, day: str, what: str, people: str, parts: str, *, sign: str, lead: str
) -> None:
    first = f"{lead}{day}{sign}{what}{sign}{people}"
    second = first.replace("2021", "2020").replace("21 ", "14 ").replace("12 ", "5 ")
    divided = [f"{first} ({parts})", f"{second} ({parts.replace('12 ', '5 ')})"]
    for lines in ([first, second], divided):
        text = "\n".join([title, "", *lines]) + "\n"
        reading = read_sheet("note.txt", text.encode(), project, Hints())
        totals = {
            str(event.date): sum(row.people for row in reading.headcounts if row.event == at)
            for at, event in enumerate(reading.events)
        }
        assert (totals, reading.questions) == ({"2021-05-03": 21, "2020-05-03": 14}, [])
    assert {(row.community, row.people) for row in reading.headcounts} == {
        ("syrian", 12), ("local", 9), ("syrian", 5)
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2021: School lab: 21 people: 12 Syrians, 8 locals",
        "5 May 2021: School lab, 21 people registered",
        "5 May 2021: Painting the room, 21 people",
        "5 May 2021: School lab, 21 people, 14 chairs",
        "School lab, 21 people",
    ],
)
def test_a_line_that_leaves_something_open(project: Project, line: str) -> None:
    rows: list[list[Cell]] = [["LIAISON, Vejle"], [], ["3 May 2021: School lab: 20 people"], [line]]
    rows += [["7 May 2021: School lab: 22 people"]]
    grid = Grid("Sheet1", rows)
    assert gather_event_lines(grid, vocabulary_of(project)) is grid


def test_a_sum_of_all_events_is_no_event(project: Project) -> None:
    lines = ["3 May 2021: School lab: 20 people", "5 May 2021: Final conference: 22 people"]
    rows: list[list[Cell]] = [["LIAISON, Vejle"], [], *([line] for line in lines), [], ["Altogether: 42"]]
    reading = read(project, rows)
    assert [row.people for row in reading.headcounts] == [20, 22]
