"""Rows of a session matrix that state how many people came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from tests.unit.sheets.cases import Case, check, sheet

GRAZ = Hints("skill_transfer_workshop", "graz")
CASES = [
    Case("without the trainers", "att3 nc2 ev2", sheet([
        ["#", "Full name", "Community", "Role", "2021-05-04", "2021-05-11", "Sessions"],
        [1, "Aldo Neri", "Local", "Participant", "x", "x", 2], [2, "Bea Conti", "Syrian", "Participant", "x", "", 1],
        [3, "Carla Riva", "", "Trainer", "x", "x", 2],
        ["", "Participants present", "", "", 2, 1, 3],
    ]), hints=GRAZ),
    Case("with the trainers, a label nobody knows", "att4 nc2 ev2", sheet([
        ["Name", "Rolle", "4.5.2021", "11.5.2021"],
        ["Aldo Neri", "Teilnehmer", "x", "x"], ["Bea Conti", "Teilnehmerin", "x", "x"],
        ["Carla Riva", "Trainerin", "x", "x"],
        ["Köpfe", "", 3, 3],
    ]), hints=GRAZ),
    Case("a sum that somebody got wrong", "att3 ev2", sheet([
        ["Nome", "04/05/2021", "11/05/2021"],
        ["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""], ["Partecipanti presenti", 2, 4],
    ]), hints=GRAZ),
    Case("a row of shares", "att3 ev2 rej0", sheet([
        ["Name", "4.5.2021", "11.5.2021"], ["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""], ["Quote", "100%", "50%"],
    ]), hints=GRAZ),
    Case("a person with numbers stays", "att4 ev2", sheet([
        ["Navn", "4.5.2021", "11.5.2021"], ["Aldo Neri", "3", "3"], ["Bea Conti", "2", "3"],
    ]), hints=GRAZ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)
