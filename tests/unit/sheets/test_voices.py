"""Voices of a choir and teams as lines over people, those who lead them, and marks that a line explains."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.phrases.titles.team.voices import heads_voice_or_team
from tests.unit.sheets.grids import Rows, read

GRAZ = Hints("skill_transfer_workshop", "graz", date(2021, 10, 4))


@pytest.mark.parametrize(
    "line",
    ["Sopran 1", "TENORI", "Altos", "Bass II", "ΜΠΑΣΟΙ", "Sopran/Alt", "Team Red (6)", "Squadra Blu", "Κόκκινη ομάδα",
     "Rødt hold", "Rotes Team"],
)  # fmt: skip
def test_lines_over_voices_and_teams(line: str) -> None:
    assert heads_voice_or_team(line.partition(" (")[0])


@pytest.mark.parametrize("line", ["Rosa Verdi", "Team Palermo", "Anna Bass", "Red", "Tenor Karl"])
def test_no_lines_over_voices_or_teams(line: str) -> None:
    assert not heads_voice_or_team(line)


@pytest.mark.parametrize(
    ("first", "second", "leads"),
    [
        ("Sopran", "Alt", "Chorleitung"),
        ("SOPRANI", "CONTRALTI", "MAESTRO"),
        ("Σοπράνο", "Τενόροι", "Μαέστρος"),
        ("Sopranos", "Basses", "Conductor"),
        ("Team Rot", "Team Grün", "Schiedsrichter"),
        ("Hold Blå", "Rødt hold", "Trænere"),
        ("Squadra Blu", "Squadra Gialla", "Allenatori"),
    ],
)
@pytest.mark.parametrize("apart", [[], [[]]])
def test_parts_of_a_group(first: str, second: str, leads: str, apart: Rows, project: Project) -> None:
    rows: Rows = [
        ["Zorb"], [], [first], ["Anna Berg"], ["Mira Haddad"], ["Eva Kuhn"], *apart, [second],
        ["Inge Brandt"], ["Lea Vogt"], ["Omar Nasser"], *apart, [leads], ["Petra Lang"],
    ]  # fmt: skip
    reading = read(project, rows, hints=GRAZ)
    assert len(reading.attendances) == 6
    assert not reading.questions


def test_teams_with_names_of_their_own(project: Project) -> None:
    rows: Rows = [
        ["Name", "Here"], ["Team Lions"], ["Anna Berg", "x"], ["Eva Kuhn", ""], ["Team Tigers"], ["Lea Vogt", "x"],
        ["Karl Otto", "x"], ["Coaches"], ["Petra Lang", "x"],
    ]  # fmt: skip
    assert len(read(project, rows, hints=GRAZ).attendances) == 3


def test_teams_of_the_partners_work_there(project: Project) -> None:
    partner = project.partners[0].name
    rows: Rows = [["Name", "Here"], ["Anna Berg", "x"], ["Eva Kuhn", "x"], [f"Team {partner}"], ["Lea Vogt", "x"]]
    assert len(read(project, rows, hints=GRAZ).attendances) == 2


@pytest.mark.parametrize(
    ("legend", "here", "away", "excused"),
    [
        ("segna: p presente / a assente / g giustificato", "p", "a", "g"),
        ("a = anwesend, f = fehlt, e = entschuldigt", "a", "f", "e"),
        ("P = present, A = absent, E = excused", "P", "A", "E"),
    ],
)
def test_explained_marks_without_a_header(legend: str, here: str, away: str, excused: str, project: Project) -> None:
    rows: Rows = [
        [legend], [], ["Anna Berg", here], ["Mira Haddad", excused], ["Eva Kuhn", here], ["Inge Brandt", away],
        ["Lea Vogt", here], ["Karl Otto", here],
    ]  # fmt: skip
    reading = read(project, rows, hints=GRAZ)
    assert (len(reading.attendances), len(reading.not_counted)) == (4, 2)
    assert not reading.questions
