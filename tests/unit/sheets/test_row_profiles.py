"""Rows above headers: titles in several cells, and words that divide the headers."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .grids import events, read

LOG: list[list[Cell]] = [
    ["Date", "Topic", "Women", "Men", "Total"],
    ["3 March 2021", "Rent", 4, 22, 26],
    ["24 March 2021", "Work", 26, 2, 28],
]


@pytest.mark.parametrize(
    "title",
    [
        ["Info sessions of the union", None, "Athens", "spring 2021", None],
        ["Infoveranstaltungen des Vereins", None, None, "Athen", None],
        ["Incontri informativi", None, "Atene", None, "2021"],
        ["Ενημερωτικές συναντήσεις σωματείου", None, "Αθήνα", "άνοιξη 2021", None],
        ["Informationsmøder, Athen", None, "forår 2021", None, None],
    ],
)
def test_a_title_in_several_cells_heads_no_columns(project: Project, title: list[Cell]) -> None:
    reading = read(project, [title, *LOG])
    assert events(reading) == [
        ("info_session", "athens", "2021-03-03", 26),
        ("info_session", "athens", "2021-03-24", 28),
    ]
    assert not reading.questions


def test_activities_over_their_days_head_these(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Athens", None, "Info session", None, "Final conference", None],
        ["Community", "Gender", "3 March 2021", "4 March 2021", "10 March 2021", "11 March 2021"],
        ["Syrian", "f", 4, 22, 3, 4],
        ["Local", "m", 26, 2, 4, 5],
    ]
    told = {activity for activity, *_event in events(read(project, rows))}
    assert told != {"info_session"}
