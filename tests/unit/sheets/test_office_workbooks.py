"""Workbooks as conference and project offices keep them: registers with the teacher in the list, covers that state
numbers beside lists, headings with brackets, orders of meals."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.names import is_nickname
from tests.unit.sheets.cases import TITLE, Case, check, sheet

_DAYS = ["Name", "Community", "05/05/2021", "13/05/2021", "19/05/2021"]


def _register(teacher: str, remark: str = "") -> list[list[object]]:
    return [
        ["Skill-transfer workshop, Graz"],
        [*_DAYS, "Remarks"],
        ["Aldo Neri", "Syrian", "x", "x", "-", ""],
        ["Bea Conti", "Afghan", "-", "x", "x", "late"],
        ["Carla Riva", "Turkish", "x", "x", "-", ""],
        [teacher, "", "x", "x", "x", remark],
    ]


CASES = (
    *(
        Case(f"who leads a course: {name} {remark}", "att6 ev3 rej0 nc3", sheet(_register(name, remark)))
        for name, remark in (
            ("Dino Serra (teacher)", ""),
            ("Dino Serra (Lehrerin)", ""),
            ("Dino Serra (insegnante)", ""),
            ("Dino Serra", "underviser på holdet"),
            ("Dino Serra", "δασκάλα της χορωδίας"),
            ("Dino Serra", "päd. Fachkraft"),
        )
    ),
    Case(
        "a teacher who came to a forum of one day",
        "att2 ev1 nc0",
        sheet(
            [*TITLE, ["Name", "Community", "Notes"], ["Aldo Neri", "Syrian", ""], ["Dino Serra", "Local", "teacher"]]
        ),
    ),
    Case(
        "the team in brackets behind what they do",
        "att4 nc2 ev1",
        sheet(
            [
                *TITLE,
                ["Nr.", "Name", "Aufgabe", "Gemeinschaft"],
                [1, "Aldo Neri", "Beraterin", "syrisch"],
                [2, "Bea Conti", "Referentin (Team)", ""],
                [3, "Carla Riva", "Köchin", "afghanisch"],
                [4, "Dino Serra", "Technik (Team)", ""],
                [5, "Elsa Monti", "Beraterin", "syrisch"],
                [6, "Furio Lodi", "Köchin", "syrisch"],
            ]
        ),
    ),
    Case(
        "a second list of people who aren't counted, under the same headers",
        "att4 nc4 ev2",
        sheet(
            [
                ["Skill-Transfer-Workshop, Graz"],
                ["Name", "Gemeinschaft", "5. Mai 2021", "13. Mai 2021"],
                ["Aldo Neri", "syrisch", "da", "da"],
                ["Bea Conti", "afghanisch", "da", "da"],
                [],
                ["Ehrenamtliche (zählen nicht)"],
                ["Name", "Aufgabe", "5. Mai 2021", "13. Mai 2021"],
                ["Carla Riva", "Küche", "da", "da"],
                ["Dino Serra", "Aufräumen", "da", "da"],
            ]
        ),
    ),
    Case(
        "a heading of absent people that says more in brackets",
        "att2 nc1 ev1",
        sheet(
            [
                *TITLE,
                ["Nome", "Comunità"],
                ["Aldo Neri", "siriana"],
                ["Bea Conti", "afghana"],
                ["Assenti (di tutti e due i gruppi)"],
                ["Nome", "Comunità"],
                ["Carla Riva", "siriana"],
            ]
        ),
    ),
    Case(
        "a cover states more people than the list of the day has",
        "att2 head14 ev2 nc0",
        sheet(
            [
                ["Laboratori di scambio di competenze, Palermo"],
                ["Data", "Tema", "Partecipanti"],
                ["03/05/2021", "Pane", 5],
                ["13/05/2021", "Cucito", 9],
            ],
            "Copertina",
        ),
        sheet(
            [
                ["Laboratorio di scambio di competenze «Pane», Palermo, 3 maggio 2021"],
                ["Nome", "Comunità"],
                ["Aldo Neri", "siriana"],
                ["Bea Conti", "afghana"],
            ],
            "3.5. Pane",
        ),
    ),
    *(
        Case(
            f"codes of communities: {line}",
            "att4 ev1 com:syrian=2 com:local=1 com:afghan=1",
            sheet(
                [
                    *TITLE,
                    ["Name", "Community"],
                    ["Aldo Neri", "S"],
                    ["Bea Conti", "Q"],
                    ["Carla Riva", "S"],
                    ["Dino Serra", "F"],
                    [],
                    [line],
                ]
            ),
        )
        for line in ("S = Syrian, Q = local, F = Afghan", "Gem.: S=syrisch; Q=einheimisch; F=afghanisch")
    ),
    Case(
        "a sheet of codes",
        "att2 ev1 com:syrian=1 com:local=1",
        sheet([*TITLE, ["Nome", "Comunità"], ["Aldo Neri", "S"], ["Bea Conti", "Q"]]),
        sheet([["Codice", "Significato"], ["S", "siriana"], ["Q", "locale"]], "Codici"),
    ),
    *(
        Case(
            f"people who don't count in a sheet without an event: {name}",
            "att2 ev1 nc2",
            sheet([*TITLE, ["Name", "Community"], ["Aldo Neri", "Syrian"], ["Bea Conti", "Afghan"]], "Attended"),
            sheet([["Name", "Reason"], ["Carla Riva", "ill"], ["Dino Serra", "on leave"]], name),
        )
        for name in ("Did not come", "Assenti", "Speakers + crew", "Ομιλητές-Προσωπικό", "Referenten und Team")
    ),
    Case(
        "months over days with points, beside headers that are repeated",
        "att5 ev3 date:2021-04-13 date:2021-05-04",
        sheet(
            [
                ["OEP-Schulung, Kassel 2021"],
                ["Name", "Gemeinschaft", "April", "", "Mai"],
                ["Name", "Gemeinschaft", "13.", "20.", "4."],
                ["Aldo Neri", "syrisch", "x", "x", "–"],
                ["Bea Conti", "afghanisch", "x", "x", "x"],
            ]
        ),
    ),
    Case(
        "dates in three columns, and numbers of people in words",
        "head41 ev2 date:2021-03-08 date:2021-05-13",
        sheet(
            [
                ["Tag", "Monat", "Jahr", "Veranstaltung", "Stadt", "Frauen", "Männer"],
                ["8", "März", "2021", "Fokusgruppe", "Kassel", "neun", "sieben"],
                ["13", "Mai", "2021", "Schullabor", "Kassel", "13", "zwölf"],
            ]
        ),
    ),
    Case(
        "countries beside names, also that of the city",
        "att3 com:local=1 com:syrian=2",
        sheet([*TITLE, ["Participants"], ["Aldo Neri (Italy)"], ["Bea Conti (Syria)"], ["Carla Riva (Syria)"]]),
    ),
    *(
        Case(
            f"families in a row: {family}",
            "att5 ev1 rej0",
            sheet([*TITLE, ["Name", "Community"], ["Aldo Neri", "local"], [family, "Syrian"], ["Bea Conti", "local"]]),
        )
        for family in ("Ali, Mina e Sara Amiri", "Ali, Mina und Sara Amiri", "Ali, Mina και Sara Amiri")
    ),
    *(
        Case(
            f"an order of meals: {headers[1]}",
            "q:sheet! head0",
            sheet([[title], headers, ["12:30", "A", 95, 20], ["15:00", "B", 90, 4]]),
        )
        for title, headers in (
            ("Final conference, Vejle, 10 March 2022", ["Time", "Dish", "People", "Of whom vegetarian"]),
            ("Conferenza finale, Palermo, 10 marzo 2022", ["Ora", "Piatto", "Persone", "Prezzo"]),
            ("Abschlusskonferenz, Graz, 10. März 2022", ["Uhrzeit", "Gericht", "Personen", "Preis"]),
        )
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_workbooks_of_offices(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ole Krag 3C", True),
        ("Four more guests did not sign; in all there were 9.", False),
        ("Altri quattro ospiti non hanno firmato; in tutto erano 9.", False),
    ],
)
def test_a_sentence_with_a_number_is_no_name(text: str, named: bool) -> None:
    assert is_nickname(text) is named


LOG_OF_GROUPS: list[list[Cell]] = [
    ["Date", "Activity", "City", "Topic", "People"],
    ["22 September 2021", "School lab", "Graz", "Water", 21],
    ["5 October 2021", "Info session", "Graz", "Housing", 9],
]


@pytest.mark.parametrize(
    "total", ["Quarter total", "Q3 total", "Gesamt Quartal", "Totale trimestre", "Kvartal i alt", "Σύνολο τριμήνου"]
)
def test_a_total_of_a_quarter_is_no_activity(project: Project, total: str) -> None:
    rows: list[list[Cell]] = [
        ["What took place", "Where", "On", "People who came"],
        ["LIAISON fair", "Vejle", "2021-08-21", 81],
        ["Intercultural City Committee meeting", "Athens", "2021-09-23", 12],
        [total, None, None, 93],
    ]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows, "Q3 2021")]), project, Hints())
    assert [event.activity for event in reading.events] == ["project_fair", "committee_meeting"]
    assert not (reading.questions or reading.rejected)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Kontakte", [["Schule", "Tel."], ["VS Nord", "0316 000 11"], ["VS Ost", "0316 000 12"]]),
        ("Contatti", [["Ente", "Telefono"], ["Arci", "091 000 11"], ["CPIA", "091 000 12"]]),
        ("Read me", [["Return of the grantee"], ["One tab per quarter."], ["Contact: grants@example.org"]]),
        ("Leggimi", [["Scheda"], ["Una scheda per trimestre."], ["Contatto: info@example.org"]]),
    ],
)
def test_a_sheet_of_contacts_or_notes_needs_no_event(project: Project, name: str, rows: list[list[Cell]]) -> None:
    grids = [sheet(rows, name), sheet(LOG_OF_GROUPS, "Autumn")]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", grids), project, Hints())
    assert len(reading.events) == 2
    assert not reading.questions
