"""Lines that leave open in which of several cities an event was."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.vocabulary import vocabulary_of

from .cases import PEOPLE, Case, check, sheet

JOINT = (
    "Joint info session, Palermo and Athens, on Zoom",
    "Gemeinsame Infoveranstaltung Graz – Palermo (online)",
    "Incontro informativo congiunto Palermo/Vejle",
    "Fælles informationsmøde Vejle + Palermo",
    "Κοινή ενημερωτική συνάντηση Αθήνα και Παλέρμο",
)
PARTNER = Hints(activity="info_session", partner="cesie")


def summary(title: str) -> list[list[Cell]]:
    """A sheet with the number of people of one event."""
    return [[title], ["Date", "20 April 2021"], ["People online", 57]]


def people(title: str) -> list[list[Cell]]:
    """A list of the people of one event."""
    return [[title], ["20 April 2021"], [], ["Full name"], *([name] for name in PEOPLE)]


@pytest.mark.parametrize("title", JOINT)
def test_an_event_of_two_cities_is_not_put_into_that_of_the_partner(title: str, project: Project) -> None:
    check(Case("summary", "head0 q:city!", sheet(summary(title)), None, PARTNER), project)
    check(Case("list", "att0 q:city!", sheet(people(title)), None, PARTNER), project)


@pytest.mark.parametrize("title", JOINT)
def test_the_city_that_a_person_or_a_name_says_holds(title: str, project: Project) -> None:
    said = Hints(activity="info_session", city="palermo")
    check(Case("said", "head57 city:palermo ask0", sheet(summary(title)), None, said), project)
    check(Case("tab", "att6 city:palermo ask0", sheet(people(title), "Palermo"), None, PARTNER), project)
    named = "info_palermo.xlsx"
    check(Case("file", "att6 city:palermo ask0", sheet(people(title)), None, PARTNER, named), project)


@pytest.mark.parametrize("title", JOINT)
def test_the_answer_about_the_city_holds(title: str, project: Project) -> None:
    workbook = Workbook("x.xlsx", "xlsx", [sheet(summary(title))])
    (question,) = read_workbook(workbook, project, PARTNER).questions
    answer = Answer.to(question, "palermo")
    reading = read_workbook(workbook, project, PARTNER, lambda _signature: [answer])
    assert ([event.city for event in reading.events], reading.questions) == (["palermo"], [])


def test_a_line_about_the_whole_project_leaves_nothing_open(project: Project) -> None:
    cities = "LIAISON: Graz – Palermo – Vejle – Athens"
    check(Case("project", "head57 city:palermo ask0", sheet([[cities], *summary("")]), None, PARTNER), project)


@pytest.mark.parametrize(
    ("title", "activity"),
    [
        ("Grundschule Kassel West: offener Workshop, 12.3.2022", "skill_transfer_workshop"),
        ("Laboratorio di cucito - Scuola Pertini, Palermo, 12.3.2022", "skill_transfer_workshop"),
        ("Workshop: vi forbereder vores messe - Vejle, 12.3.2022", "skill_transfer_workshop"),
        ("School lab, Graz, 12 March 2022", "school_lab"),
        ("OEP course, Vejle, 12 March 2022", "oep_training"),
    ],
)
def test_takes_the_workshop_that_the_person_said_unless_its_title_names_another(
    project: Project, title: str, activity: str
) -> None:
    grid = sheet([[title], [], ["Name", "x"], ["Anna Berg", "x"], ["Bo Lind", "x"], ["Carl Ek", None]])
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, Hints(activity="skill_transfer_workshop"))
    assert [event.activity for event in reading.events] == [activity]


@pytest.mark.parametrize(
    ("title", "activity"),
    [
        ("Musikschule Lend, Workshop Trommeln", set()),
        ("Laboratorio di violino, scuola di musica", set()),
        ("Workshop at the dance school", set()),
        ("Højskolen i Vejle, workshop", set()),
        ("Σχολή χορού, εργαστήρι", set()),
        ("Workshop at Arthur School", {"school_lab"}),
        ("Mozartschule Graz, Workshop", {"school_lab"}),
        ("Laboratorio scuola di Ballarò", {"school_lab"}),
    ],
)
def test_a_school_of_one_art_makes_no_workshop_one_with_a_class(
    project: Project, title: str, activity: set[str]
) -> None:
    assert vocabulary_of(project).inside(VocabularyKind.ACTIVITY, title) == activity


@pytest.mark.parametrize(
    "title",
    ["Fachtag vor der Messe", "Incontro prima della fiera", "Møde før messen", "Debate after the project fair",
     "Συνάντηση πριν την έκθεση"],
)  # fmt: skip
def test_an_activity_at_another_time_is_not_the_one_that_the_person_said(project: Project, title: str) -> None:
    grid = sheet([[title], [], ["Name", "x"], ["Anna Berg", "x"], ["Bo Lind", "x"], ["Carl Ek", None]])
    hints = Hints(activity="stakeholder_forum", city="kassel", date=date(2022, 1, 27))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, hints)
    assert [event.activity for event in reading.events] == ["stakeholder_forum"]
