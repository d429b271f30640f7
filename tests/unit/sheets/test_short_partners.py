"""What partners write that no form asks for: companions, titles, roles behind names, subtotals, words as headings."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.names import companions, names_two_people, real_name, said_aside
from liaison_metrics.sheets.opening import open_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, register, sheet


def listed(*names: str) -> list[list[Cell]]:
    """A titled list of people by these names."""
    return [*TITLE, ["Full name", "Community"], *([name, "Syrian"] for name in names)]


CASES = [
    Case(
        "companions behind a name", "att3 head5", sheet(listed("Aldo Neri + 2 children", "Bea Conti", "Ali e 3 figli"))
    ),
    Case("companions in a column", "att3 head3", sheet(register("Accompanying persons", [2, "", 1]))),
    Case("a family under one name", "att1 rej1", sheet(listed("Familie Kaya", "Bea Conti"))),
    Case(
        "staff behind a name",
        "att2 nc2",
        sheet(listed("Aldo Neri (trainer)", "Bea Conti", "Carla Riva – Facilitator", "Dino Serra")),
    ),
    Case("minors without a name", "att3 named1", sheet(listed("Minore 1", "Minore 2", "Aldo Neri"))),
    Case(
        "letters of presence and their legend",
        "att4 nc2",
        sheet([["P = present, A = absent, E = excused"], *register("Attendance", list("PPAPEP"))]),
    ),
    Case("a letter of presence without legend", "q:present", sheet(register("Attendance", list("PPAPEP")))),
    Case(
        "numbers of those present under the sessions",
        "att5",
        sheet(
            [
                *TITLE[:2],
                [],
                ["Full name", "4/3/2021", "25/3/2021"],
                *([name, "x", "x" if at else "E"] for at, name in enumerate(PEOPLE[:3])),
                ["Present", 3, 2],
            ]
        ),
    ),
    Case(
        "subtotals say of what",
        "head54 rej0 ev2",
        sheet(
            [
                ["Activity", "Date", "City", "Community", "Number of participants"],
                [WORKSHOP, date(2021, 3, 3), "Kassel", "Local", 20],
                [WORKSHOP, date(2021, 3, 3), "Kassel", "Syrian", 14],
                ["Subtotal Kassel", "", "", "", 34],
                [WORKSHOP, date(2021, 3, 4), "Graz", "Local", 20],
                ["Subtotal Graz", "", "", "", 20],
            ]
        ),
    ),
    Case("nothing but a total", "head54", sheet([*TITLE, ["Community", "Participants"], ["Total", 54]])),
    Case(
        "numbers under a header that may number rows",
        "head24",
        sheet([*TITLE, ["Community", "N"], ["Locals", 12], ["Syrians", 12]]),
    ),
    Case(
        "days as headings settle their order",
        "att4 ev2 date:2021-03-12",
        sheet(
            [
                *TITLE[:2],
                ["Full name", "Community"],
                ["12/03/2021"],
                *([n, "Syrian"] for n in PEOPLE[:2]),
                ["19/03/2021"],
                *([n, "Syrian"] for n in PEOPLE[:2]),
            ]
        ),
    ),
    Case(
        "an example before what is asked",
        "att1",
        sheet(
            [
                ["Date", "City", "Activity", "Full name"],
                ["e.g. 01/01/2021", "e.g. Graz", f"e.g. {WORKSHOP}", "e.g. Bea Conti"],
                [date(2021, 3, 3), "Graz", WORKSHOP, "Aldo Neri"],
            ]
        ),
    ),
    Case(
        "days over what the sessions were about",
        "att4 ev2",
        sheet(
            [
                ["City: Graz"],
                [],
                ["", "", date(2021, 3, 4), date(2021, 3, 11)],
                ["Full name", "Community", WORKSHOP, "Focus group"],
                *([name, "Syrian", "✓", "✓"] for name in PEOPLE[:2]),
            ]
        ),
    ),
    Case(
        "a table on its side with years of birth",
        "att3 head0 year:1980 com:syrian=1 gen:female=2",
        sheet(
            [
                *TITLE,
                ["Name", *PEOPLE[:3]],
                ["Community", "Syrian", "Tunisian", "Local"],
                ["Gender", "Male", "Female", "Female"],
                ["Year of birth", 1980, 1990, 2000],
            ]
        ),
    ),
    Case(
        "an hour behind the place and the day",
        "att2 date:2021-09-23 city:palermo",
        sheet(
            [
                [WORKSHOP],
                ["Palermo, 23 settembre 2021, ore 17:00-19:00"],
                [],
                ["Cognome", "Nome"],
                ["Neri", "Aldo"],
                ["Conti", "Bea"],
            ]
        ),
    ),
    Case(
        "a day with two signs",
        "att2 ev2 date:2021-10-05",
        sheet(
            [
                ["Færdighedsworkshop, Vejle"],
                ["Fornavn", "Efternavn", "d. 5/10-2021", "d. 12/10-2021"],
                ["Aldo", "Neri", "ja", "nej"],
                ["Bea", "Conti", "nej", "ja"],
            ]
        ),
    ),
    Case(
        "which event somebody attended",
        "att2 ev1",
        sheet(
            [
                ["Full name", "Which event did you attend?", "On which date?", "City"],
                *([name, WORKSHOP, date(2021, 3, 3), "Graz"] for name in PEOPLE[:2]),
            ]
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sig.ra NERI Bea", "NERI Bea"),
        ("Prof. Dr. Aldo Neri", "Aldo Neri"),
        ("Bea Conti, PhD", "Bea Conti"),
        ("Frau Conti", "Frau Conti"),
        ("Mag Conti", "Mag Conti"),
        ("Aldo Neri (+2)", "Aldo Neri"),
    ],
)
def test_names_are_read_without_titles(written: str, name: str) -> None:
    assert real_name(written) == name


def test_what_stands_beside_a_name() -> None:
    assert [companions(text) for text in ("Ali +1", "Ali und 3 Kinder", "Sara 2", "Iphone 12")] == [1, 3, 0, 0]
    assert [said_aside(text) for text in ("Bea Conti (host)", "Bea Conti - trainer", "Bea Conti-Neri")] == [
        "host",
        "trainer",
        "",
    ]
    assert [names_two_people(text) for text in ("Family Neri", "Neri (4 persons)", "Famigliani Bea")] == [
        True,
        True,
        False,
    ]


def test_a_comma_before_the_hour_is_no_delimiter() -> None:
    lines = ["Start\t3/24/21, 4:58 PM", "End\t3/24/21, 6:31 PM", "", "Name\tFirst Join\tLast Leave\tRole"]
    lines += [f"{name}\t3/24/21, 5:00 PM\t3/24/21, 6:30 PM\tAttendee" for name in PEOPLE]
    lines += ["", "Name\tJoin\tLeave", *(f"{name}\t3/24/21, 5:00 PM\t3/24/21, 6:30 PM" for name in PEOPLE)]
    workbook = open_workbook("x.csv", "\n".join(lines).encode("utf-16"))
    assert list(workbook.grids[0].rows[3]) == ["Name", "First Join", "Last Leave", "Role"]
