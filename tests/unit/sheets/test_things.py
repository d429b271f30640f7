"""Numbers of things, hours and of the team beside numbers of the people who came."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.phrases.prose.things import is_of_nobody, is_of_team_alone, is_of_things

from .cases import Case, check, sheet

FAIR = Hints("project_fair", "vejle")


@pytest.mark.parametrize(
    "header", ["Cups of coffee", "Personalstunden", "Caffè offerti", "Foldere delt ud", "Φυλλάδια", "Kopper kaffe"]
)
def test_headers_of_things(header: str) -> None:
    assert is_of_things(header)


@pytest.mark.parametrize("header", ["Visitors", "Interessenten", "Other group", "Visitatori", "Andre", "Μέλη"])
def test_headers_that_may_be_of_people(header: str) -> None:
    assert not is_of_things(header)


def test_a_meeting_of_the_team_alone() -> None:
    names = ["Staff meeting", "Teamsitzung März", "Riunione di équipe", "Personalemøde", "Σύσκεψη προσωπικού"]
    assert all(map(is_of_team_alone, names))
    assert not is_of_team_alone("Committee meeting")


def counted(rows: list[list[Cell]], people: str, project: Project) -> None:
    title: list[list[Cell]] = [["LIAISON fair, Vejle, 2021-09-04"], []]
    check(Case(people, people, sheet([*title, *rows]), hints=FAIR), project)


@pytest.mark.parametrize(
    ("gates", "beside", "team"),
    [
        (("North gate", "South gate"), "Programmes handed out", "Stewards on shift"),
        (("Nordeingang", "Südeingang"), "Kaffeebecher", "Helfer"),
        (("Ingresso A", "Ingresso B"), "Volantini", "Volontari di turno"),
        (("Indgang A", "Indgang B"), "Kopper kaffe", "Frivillige"),
        (("Πύλη Α", "Πύλη Β"), "Φυλλάδια", "Εθελοντές"),
    ],
)
def test_people_at_several_gates_add_up(gates: tuple[str, str], beside: str, team: str, project: Project) -> None:
    rows: list[list[Cell]] = [["10:00", 12, 8, 20, 3], ["11:00", 19, 14, 33, 3], ["12:00", 9, 11, 24, 4]]
    counted([["Hour", *gates, beside, team], *rows], "head73 ask0", project)


def test_numbers_at_gates_that_only_rise_may_be_readings(project: Project) -> None:
    rows: list[list[Cell]] = [["10:00", 12, 8], ["11:00", 19, 14], ["12:00", 29, 21]]
    counted([["Hour", "North gate", "South gate"], *rows], "head0 ask1", project)


@pytest.mark.parametrize(
    ("people", "shift"),
    [("people at the stand", "volunteer on shift"), ("Besucher am Stand", "Schicht"), ("clicks (visitors)", "shift")],
)
def test_shifts_beside_numbers_of_visitors(people: str, shift: str, project: Project) -> None:
    rows: list[list[Cell]] = [["10-11", 12, "Ida"], ["11-12", 19, "Ida"], ["12-13", 9, "Ugo"], ["Total", 40, ""]]
    counted([["Hours", people, shift], *rows], "head40 ask0", project)


def test_leaflets_beside_communities_are_no_people(project: Project) -> None:
    rows: list[list[Cell]] = [["A", 8, 4, 15, 40], ["B", 5, 6, 9, 65], ["Total", 13, 10, 24, 105]]
    counted([["Stand", "Turkish", "Pakistani", "Local", "Leaflets"], *rows], "head47 ask0", project)


LABELLED: list[list[Cell]] = [
    ["Community", "Gender", "Number"], ["Turkish", "f", 8], ["", "m", 6], ["Bosnian", "f", 7], ["", "m", 4],
    ["Total", "", 25],
]  # fmt: skip
WITH_AGES: list[list[Cell]] = [
    ["Community", "Women under 30", "Women 30+", "Men under 30", "Men 30+", "Prefer not to say", "Total"],
    ["Turkish", 4, 3, 2, 4, 1, 14], ["Bosnian", 2, 5, 0, 3, 1, 11],
]  # fmt: skip
TWICE: list[list[Cell]] = [
    ["Community", "Women", "Men", "Total"], ["Turkish", 8, 6, 14], ["Bosnian", 7, 4, 11], ["Total", 15, 10, 25],
    [], ["Age", "Women", "Men", "Total"], ["up to 25", 4, 5, 9], ["26-50", 11, 5, 16], ["Total", 15, 10, 25],
]  # fmt: skip
BY_LABEL: list[list[Cell]] = [
    ["Visitors by community", "people"], ["Turkish", 14], ["Bosnian", 11], ["Total", 25],
]  # fmt: skip
IN_GREEK: list[list[Cell]] = [["Επισκέπτες κατά κοινότητα", "άτομα"], ["Τουρκική", 14], ["Βοσνιακή", 11]]


@pytest.mark.parametrize("rows", [LABELLED, WITH_AGES, TWICE, BY_LABEL, IN_GREEK])
def test_everybody_has_a_community(rows: list[list[Cell]], project: Project) -> None:
    first: list[list[Cell]] = [["Info session, Graz, 2021-10-07"], []]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([*first, *rows])]), project)
    people = Counter[str]()
    for row in reading.headcounts:
        people[row.community or ""] += row.people
    assert not reading.questions
    assert {code: number for code, number in people.items() if number and code != "not_stated"} == {
        "turkish": 14, "bosnian": 11,
    } or people == {"turkish": 13, "bosnian": 10, "not_stated": 2}  # fmt: skip


def test_what_was_called_off_is_no_event(project: Project) -> None:
    def event(day: str, people: str) -> list[list[Cell]]:
        return [["Activity", "Info session"], ["Date", day], ["City", "Graz"], ["Participants", people], []]

    rows = [*event("2021-04-08", "11"), *event("2021-05-06", "9"), *event("2021-06-03", "cancelled, too few")]
    check(Case("called off", "head20 ev2 ask0", sheet(rows)), project)


def test_meetings_of_the_team_in_a_log_do_not_count(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", "Participants"], ["2021-04-08", "Info session", 11], ["2021-04-09", "Staff meeting", 5],
        ["2021-05-06", "School lab", 20],
    ]  # fmt: skip
    check(Case("team", "head31 ev2 nc1 ask0", sheet(rows), hints=Hints(city="graz")), project)


@pytest.mark.parametrize("header", ["Average rating", "Rating (1-5)", "WP", "Frauenanteil", "Website visitors"])
def test_other_numbers_of_a_log_are_of_nobody(header: str) -> None:
    assert is_of_nobody(header)


@pytest.mark.parametrize("header", ["Participants", "Walk-ins", "Room A", "Guests", "Passanten"])
def test_people_are_somebody(header: str) -> None:
    assert not is_of_nobody(header)
