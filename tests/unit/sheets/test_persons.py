"""What partners write that no form asks for: companions, titles, roles behind names, subtotals, words as headings."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, register, sheet
from tests.unit.sheets.grids import read


def listed(*names: str) -> list[list[Cell]]:
    """A titled list of people by these names."""
    return [*TITLE, ["Full name", "Community"], *([name, "Syrian"] for name in names)]


def described(header: str, values: list[Cell]) -> list[list[Cell]]:
    """A titled list of people without names, with one more column."""
    kinds = [("Female", 31, "Syrian"), ("Male", 45, "Local"), ("Female", 28, "Local"), ("Male", 52, "Syrian")]
    rows = [[at, *kind, value] for at, (kind, value) in enumerate(zip(kinds, values, strict=True), start=1)]
    return [*TITLE, ["No", "Gender", "Age", "Community", header], *rows]


CASES = [
    *(
        Case(f"“{header}” counts no people", "att4 head0", sheet(described(header, [4, 12, 20, 1])))
        for header in (
            "How many years in Palermo?",
            "Seit wie vielen Jahren hier?",
            "Wie viele Jahre in Graz?",
            "Da quanti anni a Palermo?",
            "Hvor mange år i Danmark?",
            "Πόσα χρόνια στην Αθήνα;",
            "How many languages?",
        )
    ),
    Case(
        "companions behind a name", "att3 head5", sheet(listed("Aldo Neri + 2 children", "Bea Conti", "Ali e 3 figli"))
    ),
    Case("companions in a column", "att3 head3", sheet(register("Accompanying persons", [2, "", 1]))),
    *(
        Case(f"companions under “{header}”", "att3 head3", sheet(register(header, [2, "", 1])))
        for header in ("Children with you", "Kinder dabei", "Bambini al seguito", "Medbragte børn", "Παιδιά μαζί σας")
    ),
    Case("children that somebody has", "att3 head0", sheet(register("Number of children", [2, "", 1]))),
    Case("companions in a remark", "att3 head3", sheet(register("Remarks", ["+ 2 Kinder", "vegan", "with 1 friend"]))),
    Case(
        "words of absence in a column of signatures",
        "att3 nc3",
        sheet(register("Signature", ["✓", "entschuldigt", "A.N.", "excused", "Riva", "fehlt"])),
    ),
    *(
        Case(
            f"“{heading}” heads the team",
            "att2 nc1",
            sheet([*listed("Aldo Neri", "Bea Conti"), [heading], ["Elsa Monti"]]),
        )
        for heading in ("Helfer/innen und Team", "Frivillige og personale", "Staff e formatori", "Team and volunteers")
    ),
    *(
        Case(
            f"a school's address beside “{header}”",
            "att3 named3",
            sheet([*TITLE, [header, "E-mail"], *([name, "office@school.example"] for name in PEOPLE[:3])]),
        )
        for header in ("Pupil", "Elev", "Schüler/in", "Alunno", "Μαθητής")
    ),
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
        "parts of one day",
        "att2 nc1 ev1",
        sheet(
            [
                *TITLE,
                ["Full name", "Morning", "Afternoon"],
                ["Aldo Neri", "x", ""],
                ["Bea Conti", "x", "x"],
                ["Carla Riva", "", ""],
            ]
        ),
    ),
    Case(
        "sessions and their days in one line",
        "att3 ev2 date:2021-03-17",
        sheet(
            [
                *TITLE[:2],
                ["Day 1: 16/03/2021, Day 2: 17/03/2021"],
                ["Full name", "Day 1", "Day 2"],
                ["Aldo Neri", "x", ""],
                ["Bea Conti", "x", "x"],
            ]
        ),
    ),
    Case(
        "a remark on one of them",
        "att3 nc0",
        sheet(
            [
                *TITLE,
                ["Full name", "Community", ""],
                ["Aldo Neri", "Syrian", ""],
                ["Bea Conti", "Syrian", "arrived late"],
                ["Carla Riva", "Local", ""],
            ]
        ),
    ),
    Case(
        "of which women, in rows",
        "head21",
        sheet(
            [
                *TITLE,
                ["", "Number"],
                ["Local", 12],
                ["of which women", 7],
                ["Syrian", 9],
                ["of which women", 4],
                ["Total", 21],
            ]
        ),
    ),
    Case(
        "a community behind the name",
        "att2 named2 com:syrian=1 com:tunisian=1",
        sheet([*TITLE, ["Participants"], ["Aldo Neri (Syrian)"], ["Bea Conti (Tunisian)"]]),
    ),
    Case(
        "a country by its code",
        "att2 com:senegalese=1 com:tunisian=1",
        sheet([*TITLE, ["Full name", "Nationality"], ["Aldo Neri", "SN"], ["Bea Conti", "TN"]]),
    ),
    Case(
        "French",
        "att1 nc1 gen:female=1 com:tunisian=1",
        sheet(
            [
                ["Date", "Ville", "Activité", "Nom", "Prénom", "Sexe", "Communauté", "Présent"],
                ["2021-03-03", "Graz", WORKSHOP, "Neri", "Ada", "F", "Tunisian", "oui"],
                ["2021-03-03", "Graz", WORKSHOP, "Riva", "Aldo", "H", "Tunisian", "non"],
            ]
        ),
    ),
    Case(
        "Spanish",
        "att2 date:2021-05-04",
        sheet(
            [
                ["Fecha", "Ciudad", "Actividad", "Nombre y apellidos", "Comunidad"],
                ["4 de mayo 2021", "Graz", WORKSHOP, "Ada Neri", "Tunisian"],
                ["04/05/2021", "Graz", WORKSHOP, "Aldo Riva", "Tunisian"],
            ]
        ),
    ),
    Case(
        "Turkish",
        "att1 nc1",
        sheet(
            [
                ["Tarih", "Şehir", "Faaliyet", "Adı", "Soyadı", "Katılım"],
                ["04.05.2021", "Graz", WORKSHOP, "Ada", "Neri", "geldi"],
                ["04.05.2021", "Graz", WORKSHOP, "Aldo", "Riva", "gelmedi"],
            ]
        ),
    ),
    Case(
        "Bosnian",
        "att2 gen:female=1",
        sheet(
            [
                ["Datum", "Grad", "Aktivnost", "Ime i prezime", "Spol"],
                ["04.05.2021", "Graz", WORKSHOP, "Ada Neri", "Ž"],
                ["04.05.2021", "Graz", WORKSHOP, "Aldo Riva", "M"],
            ]
        ),
    ),
    Case(
        "a list without any header",
        "att3 named3 com:local=3 city:graz",
        sheet([["03/03/2021", "Graz", WORKSHOP, name, "Local"] for name in PEOPLE[:3]]),
        hints=Hints(date=date(2021, 3, 3)),
    ),
    Case("hours of which some are none", "att2 nc1", sheet(register("Hours attended", ["2", "0", "1.5"]))),
    Case(
        "days down and people across",
        "att4 ev2 named4",
        sheet(
            [
                [WORKSHOP],
                ["City: Graz"],
                ["Date", *PEOPLE[:3]],
                [date(2021, 3, 3), "x", "", "x"],
                [date(2021, 3, 10), "x", "x", ""],
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


def test_organisations_that_are_no_known_kind_are_not_asked_about(project: Project) -> None:
    said: list[Cell] = ["Red Cross", "Municipality of Palermo", "Association of Tunisians", "Municipality", "School"]
    reading = read(project, register("Organisation", said))
    assert not reading.questions and len(reading.attendances) == 5


def test_offices_that_people_hold_elsewhere_are_not_asked_about(project: Project) -> None:
    said: list[Cell] = ["Ταμίας", "Πρόεδρος", "Μέλος Δ.Σ.", "Πρόεδρος"]
    reading = read(project, register("Ιδιότητα", said))
    assert not reading.questions and len(reading.attendances) == 4
