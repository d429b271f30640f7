"""Lists of names side by side, each under a word for a group and beside marks."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .grids import read

TITLE: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 October 2021"]]


@pytest.mark.parametrize(
    ("heads", "yes", "no"),
    [
        (["ΓΥΝΑΙΚΕΙΕΣ ΦΩΝΕΣ", "ήρθε", None, "ΑΝΔΡΙΚΕΣ ΦΩΝΕΣ", "ήρθε"], "ναι", "όχι"),
        (["Frauenstimmen", "gekommen", None, "Männerstimmen", "gekommen"], "ja", "nein"),
        (["Red team", "here", None, "Blue team", "here"], "yes", "no"),
        (["Soprani", "venuta", None, "Bassi", "venuta"], "x", None),
        (["Kvinder", "kom", None, "Mænd", "kom"], "ja", "nej"),
        (["Kinder", "da", None, "Eltern", "da"], "ja", "nein"),
    ],
)
def test_words_over_marked_names_head_people(heads: list[Cell], yes: Cell, no: Cell, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Aldo Neri", yes, None, "Karl Reed", yes],
        ["Bea Neri", no, None, "Tom Hill", yes],
        ["Carla Neri", yes, None, "Jens Dam", no],
        ["Dina Neri", yes, None, None, None],
    ]
    reading = read(project, [*TITLE, heads, *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 2, [])


def test_words_over_marked_names_tell_their_community(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Lina Nassar", "ja", None, "Paul Holm", "nej"],
        ["Ali Haddad", "ja", None, "Jens Dam", "ja"],
        [None, None, None, "Bo Lund", "ja"],
    ]
    reading = read(project, [*TITLE, ["Syriske", "kom", None, "Lokale", "kom"], *rows])
    communities = sorted(row.community or "" for row in reading.attendances)
    assert communities == ["local", "local", "syrian", "syrian"]


def test_people_under_a_word_for_the_team_are_staff(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Lina Nassar", "yes", None, "Paul Holm", "no"],
        ["Ali Haddad", "yes", None, "Jens Dam", "yes"],
        ["Ann Field", "yes", None, "Bo Lund", "yes"],
        [None, None, None, "Kate Reed", "yes"],
    ]
    reading = read(project, [*TITLE, ["Trainers", "there", None, "Learners", "there"], *rows])
    assert sorted(row.name or "" for row in reading.attendances) == ["Bo Lund", "Jens Dam", "Kate Reed"]
