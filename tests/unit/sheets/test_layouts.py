"""Arrangements that partners choose: ditto marks, events across or by their codes, paths of forms."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, sheet
from tests.unit.sheets.grids import events, read

EVENT_DATA: list[Cell] = [date(2021, 3, 3), "Graz", WORKSHOP]
CASES = [
    *(
        Case(
            f"a first column that says of each person “{word}”",
            "att5 nc1 rej0",
            sheet(
                [
                    *TITLE,
                    ["Role", "Name", "Checked in"],
                    ["Staff", PEOPLE[0], "yes"],
                    *([word, name, "yes"] for name in PEOPLE[1:]),
                ]
            ),
        )
        for word in ("Participant", "Teilnehmer", "Partecipante", "Deltager", "Συμμετέχων")
    ),
    Case(
        "numbers with those who came alone",
        "att3 head4",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Number of people"],
                [*EVENT_DATA, "Aldo Neri", 1],
                [*EVENT_DATA, "Bea Conti", 3],
                [*EVENT_DATA, "Carla Riva", 3],
            ]
        ),
    ),
    Case(
        "numbers that nobody can tell from the event's",
        "att0 rej2",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Number of people"],
                [*EVENT_DATA, "Aldo Neri", 5],
                [*EVENT_DATA, "Bea Conti", 3],
            ]
        ),
    ),
    Case(
        "the event's number beside everybody",
        "att2 head0",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Number of people"],
                [*EVENT_DATA, "Aldo Neri", 2],
                [*EVENT_DATA, "Bea Conti", 2],
            ]
        ),
    ),
    Case(
        "a remark that somebody was absent",
        "att1 nc1",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Note"],
                [*EVENT_DATA, "Aldo Neri", "absent"],
                [*EVENT_DATA, "Bea Conti", "a"],
            ]
        ),
    ),
    Case(
        "the year stands with one of the days",
        "att4 ev2 date:2021-10-07",
        sheet(
            [
                [WORKSHOP],
                ["City: Graz"],
                ["Full name", "7 Oct", "14 Oct 2021"],
                ["Aldo Neri", "x", "x"],
                ["Bea Conti", "x", "x"],
            ]
        ),
    ),
    Case(
        "hours as marks",
        "att3 ev2",
        sheet(
            [
                [WORKSHOP],
                ["City: Graz"],
                ["Full name", "07.10.2021", "14.10.2021"],
                ["Aldo Neri", "3 h", "3 h"],
                ["Bea Conti", "2,5 h", "0 h"],
            ]
        ),
    ),
    Case(
        "ages in headers are no days",
        "att2 ev1",
        sheet(
            [
                [WORKSHOP, "Graz", "3 March 2021"],
                ["Full name", "Community", "<18", "18-30", "31-60"],
                ["Aldo Neri", "Local", "", "x", ""],
                ["Bea Conti", "Local", "", "", "x"],
            ]
        ),
    ),
    Case(
        "one good number among three",
        "head12 rej2",
        sheet(
            [
                ["Date", "City", "Activity", "Community", "People"],
                [*EVENT_DATA, "Local", "12,0"],
                [*EVENT_DATA, "Syrian", "-3"],
                [*EVENT_DATA, "Turkish", "12.5"],
            ]
        ),
    ),
    Case(
        "ditto marks",
        "att3 ev1",
        sheet(
            [
                ["Date", "City", "Activity", "Full name", "Family name"],
                [*EVENT_DATA, "Aldo", "Do"],
                ['"', '"', '"', "Bea", "Conti"],
                ["ditto", "-''-", "same", "Carla", "Riva"],
            ]
        ),
    ),
    Case(
        "events across, each with its title",
        "head14 ev2 date:2021-03-10",
        sheet(
            [
                ["Event", WORKSHOP, "Focus group"],
                ["Date", date(2021, 3, 3), date(2021, 3, 10)],
                ["City", "Graz", "Kassel"],
                ["Local", 5, 4],
                ["Syrian", 3, 2],
                ["Total", 8, 6],
            ]
        ),
    ),
    Case(
        "titles over events across, without a word for them",
        "head14 ev2 ask0",
        sheet(
            [
                ["Overview 2021"],
                ["", "Meeting A", "Fair"],
                ["Date", date(2021, 3, 3), date(2021, 3, 10)],
                ["City", "Graz", "Kassel"],
                ["Type", "Focus group", "LIAISON fair"],
                ["Participants", 8, 6],
                ["of whom women", 3, 4],
            ]
        ),
    ),
    Case(
        "whose the data are",
        "att2 named2 com:syrian=2",
        sheet(
            [
                ["session_date", "city", "activity", "participant_first", "participant_last", "participant_community"],
                [*EVENT_DATA, "Aldo", "Neri", "Syrian"],
                [*EVENT_DATA, "Bea", "Conti", "Syrian"],
            ]
        ),
    ),
    Case(
        "paths to communities in a form",
        "head50 ev1",
        sheet(
            [
                ["g/date", "g/city", "g/activity", "grp_att/local", "grp_att/syrian", "grp_att/total"],
                [*EVENT_DATA, 30, 20, 50],
            ]
        ),
    ),
    Case(
        "a gender that nobody said",
        "head25",
        sheet(
            [
                ["Date", "City", "Activity", "Female", "Male", "Non-binary", "Prefer not to say", "Total"],
                [*EVENT_DATA, 10, 12, 1, 2, 25],
            ]
        ),
    ),
    Case(
        "girls, boys and adults",
        "head22",
        sheet([["Date", "City", "Activity", "Mädchen", "Jungen", "Erwachsene"], [*EVENT_DATA, 11, 9, 2]]),
    ),
    Case(
        "two pairs of label and value in a row",
        "att2 city:palermo",
        sheet(
            [
                ["FOGLIO PRESENZE"],
                ["Titolo evento", "Cucina", "Tipologia", WORKSHOP],
                ["Data", "18/11/2021", "Sede", "Palermo - Cantieri"],
                ["Docente", "Anna Neri", "Orario", "16:00"],
                ["COGNOME", "NOME", "FIRMA"],
                ["NERI", "ALDO", "x"],
                ["CONTI", "BEA", "x"],
            ]
        ),
    ),
    Case(
        "counts of two events side by side",
        "head28 ev2",
        sheet(
            [
                [WORKSHOP],
                ["Graz, 18.11.2021", "", "", "Kassel, 19.11.2021", ""],
                ["Community", "N", "", "Community", "N"],
                ["Local", 10, "", "Local", 7],
                ["Syrian", 5, "", "Turkish", 6],
            ]
        ),
    ),
    Case(
        "a question for the city",
        "att2 city:graz",
        sheet([["Full name", "Which city are you taking part in?"], ["Aldo Neri", "Graz"], ["Bea Conti", "Graz"]]),
        hints=Hints(activity="info_session", date=date(2021, 3, 3)),
    ),
]

EVENTS: list[list[Cell]] = [
    ["Code", "Activity", "Date", "City"],
    ["E1", WORKSHOP, date(2021, 3, 3), "Graz"],
    ["E2", WORKSHOP, date(2021, 3, 10), "Graz"],
]
CODED: list[list[Cell]] = [["Code", "Full name"], ["E1", PEOPLE[0]], ["E2", PEOPLE[1]], ["E1", PEOPLE[2]]]
CASES += [
    Case("events by their codes", "att3 ev2 head0", sheet(EVENTS, "Events"), sheet(CODED, "People")),
    Case("a code of no event", "q:date!", sheet(EVENTS[:2], "Events"), sheet(CODED, "People")),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


HEADLESS: list[list[Cell]] = [
    ["Skill-transfer workshop, Palermo, 3 March 2021"],
    ["Amal", "+39 333 123451", "🇸🇾 Syria"],
    ["Bea", "+39 333 123452", "Italy"],
    ["Emad", "+39 333 123453", "Syria"],
    ["Fadi", "+39 333 123454", "Syria"],
]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([["thank you all, see you soon!"]], "att4 named4 rej0 com:syrian=3"),
        ([["Ugo (our trainer)", "+39 333 123455", "Italy"]], "att4 nc1"),
        ([["Ugo", "+39 333 123455", "Italy", "non è venuto"]], "att4 nc1"),
        ([["Ugo", "+39 333 123455", "a good friend"]], "refused"),
        ([["Ugo", "", "Italy"], ["Ida", "+39 333 123455", "Italy"]], "refused"),
    ],
)
def test_a_list_of_first_names_phones_and_countries(project: Project, more: list[list[Cell]], expected: str) -> None:
    check(Case("no header", expected, sheet([*HEADLESS, *more])), project)


def test_people_in_lines_of_text(project: Project) -> None:
    lines = [f"{at}. {row[0]} - {row[1]} - {row[2]}" for at, row in enumerate(HEADLESS[1:], 1)]
    rows: list[list[Cell]] = [[HEADLESS[0][0]], [], *([line] for line in lines), [], ["see you next week"]]
    check(Case("lines", "att4 named4 rej0 com:syrian=3", sheet(rows)), project)


@pytest.mark.parametrize("margin", [1, 3])
def test_empty_columns_left_of_everything_change_nothing(project: Project, margin: int) -> None:
    marked: list[list[Cell]] = [
        [*TITLE[0]],
        ["P = present, A = absent"],
        ["Date", *PEOPLE[:3]],
        [date(2021, 3, 3), "P", "P", "A"],
        [date(2021, 3, 10), "A", "P", "A"],
    ]
    example: list[list[Cell]] = [
        *TITLE,
        ["#", "Full name", "Initials"],
        ["ex.", "Jane Sample", "JS"],
        *([at, name, "ok"] for at, name in enumerate(PEOPLE, 1)),
    ]
    for rows in (marked, example):
        plain, shifted = (
            read(project, made, hints=Hints(activity="skill_transfer_workshop", city="graz"))
            for made in (rows, [[*[None] * margin, *row] if row else [] for row in rows])
        )
        assert events(shifted) == events(plain) != []
