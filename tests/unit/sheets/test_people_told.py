"""What remarks, roles and headers say of those who lead or serve an event, and of people with such a profession."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.phrases.titles.team.people_told import (
    counts_escorts,
    escorts_pupils,
    heads_numbers_of_team,
    names_ourselves,
    says_ours,
    tells_of_minutes,
    tells_of_team_work,
)
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.team_registers import read


def test_remarks_say_who_led_or_served_the_event() -> None:
    for text in ("ran the session", "was our interpreter", "hat gedolmetscht", "tiene il corso", "tolkede for os"):
        assert tells_of_team_work(text), text
    for text in ("needs an interpreter", "arbeitet als Lehrerin", "interprete", "left early", "took the minutes"):
        assert not tells_of_team_work(text), text
    assert tells_of_minutes("took the minutes")
    assert not tells_of_minutes("not recorded")


def test_who_comes_with_pupils_and_whose_somebody_is() -> None:
    for text in ("accompanying teacher", "Lehrkraft (Begleitung)", "insegnante (accompagna)", "medfølgende lærer"):
        assert escorts_pupils(text), text
    for text in ("our own office", "noi (ufficio)", "Veranstalter", "os selv (kontoret)"):
        assert names_ourselves(text), text
    assert not names_ourselves("Town office")
    assert heads_numbers_of_team("Adults with them (staff)")
    assert heads_numbers_of_team("Dolmetschende")
    assert not heads_numbers_of_team("Adults")
    assert counts_escorts("Docenti accompagnatori", pupils=False)
    assert not counts_escorts("Pupils accompanied", pupils=True)


@pytest.mark.parametrize(
    ("headers", "numbers"),
    [
        (("Pupils in", "Adults with them (staff)"), (22, 2)),
        (("Alunni", "Docenti accompagnatori"), (22, 2)),
        (("Elever mødt", "Tolke"), (22, 1)),
        (("Μαθητές", "Συνοδοί εκπαιδευτικοί"), (22, 2)),
    ],
)
def test_numbers_of_the_team_count_nobody(headers: tuple[str, str], numbers: tuple[int, int], project: Project) -> None:
    rows: list[list[Cell]] = [["School labs, Palermo"], [], ["Date", *headers]]
    rows += [["12/10/2021", *numbers], ["13/10/2021", *numbers]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [Grid("1", rows)]), project, Hints(activity="school_lab"))
    assert sum(one.people for one in reading.headcounts) == 44
    assert not reading.open_questions


@pytest.mark.parametrize(
    ("remark", "total", "people"), [("of the office", 5, 5), ("kitchen volunteers", 5, 5), ("of the office", 6, 6)]
)
def test_the_sheets_own_number_settles_who_is_of_the_team(
    remark: str, total: int, people: int, project: Project
) -> None:
    rows: list[list[Cell]] = [[name, ""] for name in PEOPLE[:5]]
    lines: list[list[Cell]] = [*rows, [PEOPLE[5], remark], [], [f"Participants: {total}"]]
    reading = read(project, [*TITLE, ["Name", "Remarks"], *lines])
    assert len(reading.attendances) == people
    assert not reading.open_questions


def test_posts_in_own_organisations_need_no_question(project: Project) -> None:
    posts = ("teacher", "management", "coordinator", "driver", "trainer", "baker")
    rows: list[list[Cell]] = [[name, post, f"Club {post[0]}"] for name, post in zip(PEOPLE, posts, strict=True)]
    reading = read(project, [*TITLE, ["Name", "Role", "Organisation"], *rows])
    assert len(reading.attendances) == 6
    assert not reading.open_questions


@pytest.mark.parametrize(
    ("header", "said", "of_team"),
    [("Counts?", "yes", "no"), ("Zählt", "ja", "nein"), ("Conta", "sì", "no"), ("Tæller med", "ja", "nej")],
)
def test_a_column_says_who_does_not_count(header: str, said: str, of_team: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, said] for name in PEOPLE[:5]]
    reading = read(project, [*TITLE, ["Name", header], *rows, [PEOPLE[5], of_team]])
    assert (len(reading.attendances), reading.open_questions) == (5, [])


@pytest.mark.parametrize("note", ["* our people, not participants", "* = Trainerin", "(*) nostri, non partecipanti"])
def test_a_star_marks_people_of_ours(note: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, "x"] for name in PEOPLE[:5]]
    reading = read(project, [*TITLE, ["Name", "Present"], *rows, [f"{PEOPLE[5]}*", "x"], [], [note]])
    assert len(reading.attendances) == 5


def test_a_letter_in_place_of_a_number_marks_the_team(project: Project) -> None:
    rows: list[list[Cell]] = [[at, name] for at, name in enumerate(PEOPLE[:5], 1)]
    reading = read(project, [*TITLE, ["No.", "Name"], *rows, ["T", PEOPLE[5]], [], ["T = trainer"]])
    assert len(reading.attendances) == 5


def test_brackets_say_that_somebody_is_of_ours() -> None:
    for text in ("from our side", "von unserer Seite", "per noi", "fra vores side", "από εμάς"):
        assert says_ours(text), text
    for text in ("our neighbour", "from the office", "us"):
        assert not says_ours(text), text


def test_a_number_without_the_team_is_one(project: Project) -> None:
    rows: list[list[Cell]] = [["Info session, Graz"], [], ["Date", "Participants"]]
    rows += [["12/10/2021", "14 without the trainers"], ["19/10/2021", "14 ohne Trainerinnen"], ["26/10/2021", 12]]
    assert sum(one.people for one in read(project, rows).headcounts) == 40


def test_positions_of_several_kinds_are_jobs(project: Project) -> None:
    rows: list[list[Cell]] = [["Interviewee", "Position"]]
    positions = ("teacher", "shop owner", "councillor", "mediator", "teacher", "councillor")
    rows += [[name, position] for name, position in zip(PEOPLE, positions, strict=True)]
    check(Case("jobs", "att6 nc0", sheet([*TITLE, *rows])), project)
