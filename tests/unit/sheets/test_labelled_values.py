"""Titles over people that look like labels: the day or the event behind them is that of the list."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.phrases.titles.labelled_values import is_over_people, label_meaning, titles_event
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

FAIR = Hints("project_fair", "palermo")


def listed(*above: list[Cell]) -> list[list[Cell]]:
    """Lines above a list of six people."""
    return [*above, [], ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)]


@pytest.mark.parametrize(
    "line",
    [
        ["Registro visitatori ai banchi", "", "22 maggio 2021"],
        ["Visitors at the stalls", "22 May 2021"],
        ["Besucherinnen und Besucher", "", "22.05.2021"],
        ["Deltagere", "22. maj 2021"],
        ["Επισκέπτες στα περίπτερα", "", "22 Μαΐου 2021"],
        ["Elenco dei partecipanti: 22 maggio 2021"],
        ["Guest list: Palermo, 22 May 2021"],
        ["Participants", date(2021, 5, 22)],
    ],
)
def test_a_day_behind_a_title_over_people_is_that_of_the_event(line: list[Cell], project: Project) -> None:
    check(Case("", "att6 ev1 ask0 date:2021-05-22", sheet(listed(line)), hints=FAIR), project)


@pytest.mark.parametrize(
    "line",
    [
        "Guest list: LIAISON stakeholder forum, Palermo, 22 May 2021",
        "Lista ospiti: forum degli stakeholder, Palermo, 22 maggio 2021",
        "Gästeliste: Stakeholder-Forum Palermo, 22.05.2021",
        "Gæsteliste: Stakeholderforum, Palermo, 22. maj 2021",
        "Visitors: LIAISON fair, Palermo, 22 May 2021",
    ],
)
def test_an_event_behind_a_title_over_people_is_that_of_the_list(line: str, project: Project) -> None:
    check(Case("", "att6 ev1 ask0 date:2021-05-22", sheet(listed([line]))), project)


def test_labels_of_one_person_or_of_a_deadline_stay_labels() -> None:
    assert not any(map(is_over_people, ("Name", "Signature:", "Unterschrift", "Registered", "Date", "Ort")))
    assert not titles_event("Participants", "12")
    assert label_meaning("Date:") == "date"


@pytest.mark.parametrize(
    ("label", "event"),
    [
        ("Sign-in sheet", "Skill-transfer workshop: repairing phones"),
        ("Elenco presenze", "Laboratorio di scambio competenze: cucito"),
        ("Unterschriften", "Kompetenzworkshop: Fahrräder"),
        ("Guest list", "Skill-transfer workshop: bread"),
        ("Attendance list", "Skill-transfer workshop"),
        ("Underskrifter", "Færdighedsworkshop: strikning"),
        ("Λίστα παρόντων", "Εργαστήριο μεταφοράς δεξιοτήτων: ραπτική"),
    ],
)
def test_the_event_may_stand_in_the_cell_behind_a_title_over_people(label: str, event: str, project: Project) -> None:
    lines: list[list[Cell]] = [["Stella Youth Club"], [label, event], ["Date", date(2021, 5, 22)]]
    check(Case("", "att6 ev1 ask0 date:2021-05-22", sheet(listed(*lines)), hints=Hints(city="palermo")), project)
