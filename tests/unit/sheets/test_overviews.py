"""Tables that repeat what other sheets of the file state: overviews of events, summaries of numbers."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, TITLE, Case, check, sheet

FIRST, SECOND, OTHER = date(2021, 7, 12), date(2021, 7, 19), date(2021, 9, 3)
AT = Hints(city="kassel")


def listed(title: str, day: date, name: str, people: int = 6) -> Grid:
    """A list of people under labels about their event."""
    head: list[list[Cell]] = [["Veranstaltung:", title], ["Datum:", day], [], ["Name", "Herkunft"]]
    return sheet([*head, *([person, "Syrien"] for person in PEOPLE[:people])], name)


LISTS = [
    listed("Skill-Transfer-Workshop „Schwimmen“", FIRST, "Schwimmen"),
    listed("Skill-Transfer-Workshop „Schach“", SECOND, "Schach"),
]


def log(city: str, *people: int) -> Grid:
    """A log of two events in a city."""
    events = [[date(2020, 9, 12), "Focus group", people[0]], [date(2020, 11, 13), "Info-session", people[1]]]
    return sheet([["City", city], [], ["Date", "Activity", "Participants"], *events], city)


LOGS = [log("Graz", 11, 20), log("Kassel", 9, 18)]


def figures(grids: list[Grid], project: Project, hints: Hints = AT) -> tuple[int, int, int]:
    """Returns how many people are listed, how many are stated and how many questions are asked."""
    reading = read_workbook(Workbook("x.xlsx", "xlsx", grids), project, hints)
    stated = sum(row.people for row in reading.headcounts)
    return len(reading.attendances), stated, len([q for q in reading.questions if not q.preset])


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("rows", "stated", "asked"),
    [
        ([["Was", "Datum", "Anzahl"], ["Schwimmen", FIRST, 6], ["Schach", SECOND, 6], ["Summe", "", 12]], 0, 0),
        ([["Veranstaltung", "Datum", "Anzahl"], ["Schwimmen", FIRST, 9], ["Schach", SECOND, 6]], 9, 0),
        ([["Veranstaltung", "Datum", "Anzahl"], ["Schwimmen", FIRST, 6], ["Tanz", OTHER, 6]], 0, 1),
        ([["Δράση", "Συμμετέχοντες"], ["12/07/2021 Ενότητα 1", 6], ["19/07/2021 Κεραμική", 6]], 0, 0),
        ([["Was", "Datum", "Unterschriften"], ["Schwimmen", FIRST, 6], ["Schach", SECOND, 6], ["Summe", "", 12]], 0, 0),
        ([["Was", "Datum", "Häkchen"], ["Schwimmen", FIRST, 6], ["Schach", SECOND, 7], ["Summe", "", 13]], 0, 1),
        ([["Was", "Datum", "Häkchen"], ["Schwimmen", "12.07.", 6], ["Schach", "19.07.", 6], ["Summe", "", 12]], 0, 0),
        ([["Was", "Häkchen"], ["Schwimmen", 6], ["Schach", 6], ["Summe", 12]], 0, 0),
        ([["Session", "People"], ["12 July 2021 swimming", 6], ["19 July 2021 chess", 6]], 0, 0),
        ([["Was", "TN"], ["Schwimmen", 6], ["Schach", 6], ["Gesamt", 12]], 0, 0),
        ([["Was", "TN"], ["Schwimmen", 6], ["Schach", 9], ["Gesamt", 15]], 0, 2),
    ],
)  # fmt: skip
def test_an_overview_of_lists(rows: list[list[Cell]], stated: int, asked: int, first: bool, project: Project) -> None:
    overview = sheet(rows, "Blatt3")
    grids = [overview, *LISTS] if first else [*LISTS, overview]
    assert figures(grids, project) == (12, stated, asked)


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ([["Partner", "City", "People reached"], ["A", "Graz", 31], ["B", "Kassel", 27], ["All", "", 58]], 0),
        ([["Partner", "City", "People reached"], ["A", "Graz", 35], ["B", "Kassel", 27], ["All", "", 62]], 2),
        ([["Activity", "People reached"], ["Focus group", 20], ["Info-session", 38]], 0),
        ([["Month", "People reached"], ["September 2020", 20], ["November 2020", 38]], 0),
    ],
)
def test_a_summary_of_logs(rows: list[list[Cell]], asked: int, project: Project) -> None:
    assert figures([sheet(rows, "Summary"), *LOGS], project, Hints()) == (0, 58, asked)


def test_an_overview_tells_the_activity_of_lists(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Dato", "Aktivitet", "Deltagere"],
        [FIRST, "OEP-kursus: Frivilligledelse", 6],
        [SECOND, "Færdighedsworkshop: Syning", 6],
    ]
    lists = [listed("Frivilligledelse", FIRST, "A1"), listed("Syning", SECOND, "A2")]
    assert figures([sheet(rows, "Oversigt"), *lists], project) == (12, 0, 0)
    assert figures([*lists, sheet(rows, "Oversigt")], project) == (12, 0, 0)
    assert figures(lists, project) == (0, 0, 2)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Tageskasse", "Vor Ort nachgemeldet"),
        ("Walk-ins", ""),
        ("Sheet2", "Registered at the door"),
        ("Foglio2", "Iscrizioni sul posto"),
        ("Ark2", "Tilmeldinger på dagen"),
        ("Φύλλο2", "Εγγραφές στην είσοδο"),
        ("Nicht angemeldet", ""),
    ],
)
def test_walk_ins_on_a_sheet_of_their_own_are_of_the_only_event(name: str, title: str, project: Project) -> None:
    first = sheet([*TITLE, ["Name", "Organisation"], *([person, "Caritas"] for person in PEOPLE)])
    rows: list[list[Cell]] = [["Name", "Organisation"], ["Ida Holm", "HNA"], ["Ugo Berg", "HNA"]]
    second = sheet([[title], [], *rows] if title else rows, name)
    check(Case("", "att8 ev1 ask0", first, second), project)


@pytest.mark.parametrize(("name", "title"), [("Sheet2", ""), ("Workshop 2", ""), ("Members", "")])
def test_another_list_without_an_event_is_asked_about(name: str, title: str, project: Project) -> None:
    first = sheet([*TITLE, ["Name", "Organisation"], *([person, "Caritas"] for person in PEOPLE)])
    rows: list[list[Cell]] = [["Name", "Organisation"], ["Ida Holm", "HNA"], ["Ugo Berg", "HNA"]]
    check(Case("", "att6 q:date!", first, sheet([[title], [], *rows] if title else rows, name)), project)


@pytest.mark.parametrize("name", ["blank form", "Vorlage", "modulo vuoto", "tom liste", "Sheet2"])
def test_an_empty_form_beside_a_list_needs_no_event(name: str, project: Project) -> None:
    head: list[list[Cell]] = [["Visitors' book"], ["Workshop, ____________"], [], ["No.", "Name", "Community"]]
    first = sheet([*TITLE, ["No.", "Name", "Community"], *([at, one, "Local"] for at, one in enumerate(PEOPLE, 1))])
    second = sheet([*head, *([number, "", "______" if number > 4 else ""] for number in range(1, 9))], name)
    check(Case("", "att6 ev1 ask0", first, second), project)


@pytest.mark.parametrize("total", ["Gesamt", "Totale", "I alt", "Σύνολο", "Total"])
def test_a_part_that_is_half_of_a_summary_is_no_total(total: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Community", "Number"], ["Afghan", 3], ["Bosnian", 2], ["Syrian", 1], ["Turkish", 6]]
    assert figures([*LISTS, sheet([*rows, [total, 12]], "Zorb")], project) == (12, 0, 0)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Lost property", [["item", "found"], ["umbrella", "3 Nov"], ["glove", "10 Nov"]]),
        ("Fundsachen", [["Was", "Wann", "Stück"], ["Schirm", "3. Nov", 1], ["Handschuh", "10. Nov", 2]]),
        ("hittegods", [["ting", "fundet"], ["paraply", "3. nov"], ["vante", "10. nov"]]),
        ("Notizen", [["Was", "gefunden am"], ["Schirm", "3 November"], ["Brille", "12 November"]]),
    ],
)
def test_things_that_were_found_are_no_people(name: str, rows: list[list[Cell]], project: Project) -> None:
    assert figures([*LOGS, sheet(rows, name)], project, Hints()) == (0, 58, 0)
