"""Activities that the header of a column names, or lines above several days."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, Case, check, sheet

AT = Hints(city="athens")


@pytest.mark.parametrize(
    ("head", "activity"),
    [
        ("Ομάδα εστίασης", "focus_group"),
        ("Focus group", "focus_group"),
        ("Fokusgruppe", "focus_group"),
        ("Info-session", "info_session"),
        ("Skill-transfer workshop", "skill_transfer_workshop"),
    ],
)
def test_a_header_names_the_activity_of_its_events(head: str, activity: str, project: Project) -> None:
    first, second = date(2020, 9, 22), date(2020, 9, 24)
    rows: list[list[Cell]] = [["Date", head, "Name"], [first, "Women", PEOPLE[0]], ["", "", PEOPLE[1]]]
    rows += [[second, "Youth", PEOPLE[2]], ["", "", PEOPLE[3]], ["", "", PEOPLE[4]]]
    log: list[list[Cell]] = [["Date", head, "Participants"], [first, "Women", 2], [second, "Youth", 3]]
    for grid, expected in ((sheet(rows), "att5 ev2 ask0"), (sheet(log), "head5 ev2 ask0")):
        check(Case(head, expected, grid, None, AT), project)
        reading = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, AT)
        assert {(event.activity, event.title) for event in reading.events} == {(activity, "Women"), (activity, "Youth")}


def test_other_headers_name_none(project: Project) -> None:
    rows: list[list[Cell]] = [["Date", "Topic", "Name"], *([date(2020, 9, 22), "Women", name] for name in PEOPLE)]
    check(Case("topic", "att0 q:activity!", sheet(rows), None, AT), project)


@pytest.mark.parametrize(
    "above",
    [
        [["Εργαστήριο μεταφοράς δεξιοτήτων 15/10/2021", "", "Έκθεση LIAISON 17/10/2021"]],
        [["15.10.2021: Skill-Transfer-Workshop"], ["17.10.2021: LIAISON-Messe"]],
        [["Skill-transfer workshop 15 October 2021, LIAISON fair 17 October 2021"]],
    ],
)
def test_lines_above_name_the_activity_of_each_day(above: list[list[Cell]], project: Project) -> None:
    rows: list[list[Cell]] = [*above, ["Name", "15.10.", "17.10."], *([name, "x", "x"] for name in PEOPLE)]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, AT)
    expected = {("skill_transfer_workshop", date(2021, 10, 15)), ("project_fair", date(2021, 10, 17))}
    assert {(event.activity, event.date) for event in reading.events} == expected
    assert (len(reading.attendances), reading.questions) == (12, [])


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("OEP-kursus efterår 2021", "Sæt kryds når du er her"),
        ("OEP training, autumn 2021", "Put a cross when you are here"),
        ("OEP-Schulung Herbst 2021", "Bitte ankreuzen"),
        ("Formazione OEP autunno 2021", "Metti una crocetta"),
        ("OEP εκπαίδευση φθινόπωρο 2021", "Σημειώστε Χ"),
    ],
)
def test_a_title_beside_an_instruction_over_the_days_names_the_activity(
    title: str, asked: str, project: Project
) -> None:
    rows: list[list[Cell]] = [["Name", "Club", "6/10-21", "13/10-21"]]
    rows += [[name, f"Club {name[0]}", "x", "" if name[0] == "A" else "x"] for name in PEOPLE]
    grid = sheet([["Somali club, Vejle"], [title, "", asked], *rows], "kryds")
    check(Case(title, "att11 ev2 ask0", grid, None, Hints(city="vejle")), project)


@pytest.mark.parametrize(
    ("heads", "marks"),
    [
        (("Committee meeting (am)", "Info-session (pm)"), "YN"),
        (("Stadtkomitee 14 Uhr", "Stakeholder-Forum 17 Uhr"), "10"),
        (("Comitato ore 10", "Forum ore 15"), "x "),
        (("Underskrift bykomité", "Underskrift interessentforum"), "signed "),
        (("Υπογραφή (Επιτροπή)", "Υπογραφή (Φόρουμ ενδιαφερομένων)"), "signed "),
    ],
)
def test_headers_name_several_events_of_one_day(heads: tuple[str, str], marks: str, project: Project) -> None:
    came = ("xx", "x ", " x", "xx", "x ", "  ")
    rows: list[list[Cell]] = [["Athens, 21 October 2021"], ["Name", "Organisation", *heads]]
    for name, told in zip(PEOPLE, came, strict=True):
        signs: list[Cell] = [(marks[:-1] if one == "x" else marks[-1]).strip() for one in told]
        own = [name.split()[0] if sign == "signed" else sign for sign in signs]
        rows.append([name, "City", *own])
    check(Case("several", "att7 ev2 ask0 date:2021-10-21", sheet(rows)), project)
