"""Which of several columns of people counts those who came."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints

from .cases import Case, check, sheet

HEADERS = [
    ("Partecipanti previsti", "Partecipanti effettivi"),
    ("geplante Teilnehmer", "Teilnehmer"),
    ("Forventede deltagere", "Deltagere"),
    ("Αναμενόμενοι συμμετέχοντες", "Συμμετέχοντες"),
    ("Expected participants", "Participants"),
]


@pytest.mark.parametrize(("planned", "came"), HEADERS)
def test_expected_people_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [
        ["Date", "Activity", planned, came, "Notes"],
        ["2021-04-09", "Skill-transfer workshop", 20, 17, ""],
        ["2021-04-16", "Skill-transfer workshop", 20, "", "cancelled"],
        ["2021-05-07", "Info session", 15, 12, ""],
    ]
    check(Case(came, "head29 ev2", sheet(rows), hints=Hints(city="palermo")), project)


@pytest.mark.parametrize(("planned", "came"), HEADERS)
def test_expected_people_beside_a_label_do_not_count(planned: str, came: str, project: Project) -> None:
    rows = [["Activity", "Info session"], ["City", "Graz"], ["Date", "3 March 2021"], [planned, "30"], [came, "24"]]
    check(Case(came, "head24 ev1", sheet(rows)), project)
