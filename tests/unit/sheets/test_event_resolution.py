"""The day of an event beside other days: of a booking, of a form, of an export; and the days of a count."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.headers import meaning_of
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet
from tests.unit.sheets.grids import Rows, read

GRAZ = Hints("skill_transfer_workshop", "graz")
GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 10, 7))
STAMPS: list[Cell] = ["2021-10-08 16:04:11", "2021-10-09 08:36:12", "2021-10-08 11:29:51"]
DAYS: list[Cell] = ["05.06.2021", "12.06.2021", "19.06.2021"]


def rows(*columns: list[Cell]) -> list[list[Cell]]:
    """Three people, each with a cell of these columns."""
    return [[name, *told] for name, *told in zip(PEOPLE[:3], *columns, strict=True)]


def twice(expected: str, header: str, event_day: str) -> Case:
    """An export with a day of buying and, in the same form, the event's day; another day is in the file name."""
    days: list[Cell] = ["16-10-2021", "04-10-2021", "21-10-2021"]
    table: list[list[Cell]] = [["Name", header, event_day], *rows(days, ["30-10-2021"] * 3)]
    return Case(header, expected, sheet(table, "report_481_20211101"), hints=GRAZ, file="report_481_20211101.csv")


OTHER_DAYS = [
    *(Case(header, "att3 ev1 date:2021-10-07", sheet([["Name", header], *rows(STAMPS)]), hints=GIVEN)
      for header in ("Datum Abgeschickt", "Submit date", "Data di invio del modulo", "Dato for indsendelse",
                     "Ημερομηνία υποβολής", "Date", "When")),
    twice("att3 ev1 date:2021-10-30", "Købsdato", "Begivenhedsdato"),
    twice("att3 ev1 date:2021-10-30", "Kaufdatum", "Veranstaltungsdatum"),
    twice("att3 ev1 date:2021-10-30", "Purchase date", "Event date"),
    twice("att3 ev1 date:2021-10-30", "Data acquisto", "Data evento"),
    twice("att3 ev1 date:2021-10-30", "Ημερομηνία αγοράς", "Ημερομηνία εκδήλωσης"),
    Case("times of clicks beside days", "att3 ev1 date:2021-10-30", sheet([
        ["Name", "Logged", "Held"],
        *rows(["31-10-2021 10:41", "04-11-2021 08:12", "02-11-2021 19:59"], ["30-10-2021"] * 3),
    ]), hints=GRAZ),
    Case("an event that begins on the hour", "att3 ev1 date:2021-10-30", sheet(
        [["Name", "Event start"], *rows([datetime(2021, 10, 30, 18, 30)] * 3)]), hints=GIVEN),
    Case("people said another day than the file name", "att3 ev1 date:2021-10-07", sheet(
        [["Name"], *rows()], "export 2021-11-01"), hints=GIVEN, file="export 2021-11-01.csv"),
    Case("only the file name states a day", "att3 ev1 date:2021-11-01", sheet(
        [["Name"], *rows()], "2021-11-01"), hints=GRAZ, file="2021-11-01.csv"),
]  # fmt: skip

COUNTS = [
    Case(header, "head102 ev3 date:2021-06-05 date:2021-06-19", sheet([
        ["Sensibilisierungskampagne - Infostand Kassel"], [header, "Gespräche mit Personen", "Wetter"],
        [f"Sa {DAYS[0]}", 34, "sonnig"], [f"Sa {DAYS[1]}", 21, ""], [f"Sa {DAYS[2]}", 47, ""], ["Summe", 102, ""],
    ])) for header in ("Tag", "Datum", "Markttag", "Giorno", "Dag", "Ημέρα", "Day")
] + [
    Case("a day above is of the list", "head102 ev3 date:2021-06-05", sheet([
        ["Awareness campaign, stand in Kassel", "30/06/2021"], ["Day", "People", "Weather"],
        *([day, number] for day, number in zip(DAYS, (34, 21, 47), strict=True)),
    ])),
]  # fmt: skip


@pytest.mark.parametrize("case", [*OTHER_DAYS, *COUNTS], ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Begivenhedsdato", "date"),
        ("Konferenzdatum", "date"),
        ("Interviewdato", "date"),
        ("Buchungsdatum", "unused"),
        ("Registration Date/Time", "unused"),
        ("Anmeldung Datum/Uhrzeit", "unused"),
        ("Data/ora iscrizione", "unused"),
        ("Registrering dato/tid", "unused"),
        ("Ημερομηνία/ώρα εγγραφής", "unused"),
        ("Date/Time", "date"),
        ("Abgeschickt am", "unused"),
        ("Date of purchase", "unused"),
        ("Data prenotazione", "unused"),
        ("Dato for betaling", "unused"),
        ("Ημερομηνία πληρωμής", "unused"),
        ("Datum", "date"),
    ],
)
def test_headers_of_dates(header: str, meaning: str) -> None:
    assert meaning_of(header) == meaning


@pytest.mark.parametrize("header", ["Representative", "Vertreter/in", "Repræsentant", "Rappresentante", "Εκπρόσωπος"])
def test_headers_of_representatives(header: str) -> None:
    assert meaning_of(header) == "name"


@pytest.mark.parametrize(
    ("above", "topic", "kinds"),
    [
        ("Incontri informativi, Palermo", "Curriculum e intervista di lavoro", {"info_session"}),
        ("Infoveranstaltungen, Graz", "Lebenslauf und Interview", {"info_session"}),
        ("Infomøder, Vejle", "Ansøgning og interview", {"info_session"}),
        ("Ενημερωτικές συναντήσεις, Αθήνα", "Βιογραφικό και συνέντευξη για δουλειά", {"info_session"}),
        ("Info sessions, Palermo", "CV and job interview", {"info_session"}),
        ("Info sessions, Palermo", "Interview", {"info_session", "interview"}),
    ],
)
def test_a_topic_about_jobs_is_no_interview(above: str, topic: str, kinds: set[str], project: Project) -> None:
    days: Rows = [["2021-06-05", "Zorb", 12], ["2021-06-12", topic, 9]]
    reading = read(project, [[above], [], ["Date", "Topic", "People"], *days])
    assert {event.activity for event in reading.events} == kinds


@pytest.mark.parametrize(
    ("above", "header", "topics"),
    [
        ("School labs, Graz", "Class and topic", ["3E - Interview a neighbour", "Year 9: Our campaign for trees"]),
        ("Schulwerkstätten, Graz", "Klasse / Thema", ["3b: Ein Interview führen", "4a Stakeholder-Forum spielen"]),
        ("Laboratori scolastici, Palermo", "classe e argomento", ["1A - La mappa", "3E - Intervista al vicino"]),
        ("Skoleværksteder, Vejle", "Emne", ["Verdens mad", "Interview en nabo"]),
        ("Σχολικά εργαστήρια, Αθήνα", "Θέμα", ["Φαγητά του κόσμου", "Συνέντευξη με έναν γείτονα"]),
    ],
)
def test_what_a_class_did_is_no_other_activity(above: str, header: str, topics: list[str], project: Project) -> None:
    days: Rows = [[f"2021-06-{day}", topic, 12] for day, topic in zip((15, 22), topics, strict=True)]
    reading = read(project, [[above], [], ["Date", header, "People"], *days])
    assert {event.activity for event in reading.events} == {"school_lab"}
    assert not reading.questions


def test_an_activity_alone_behind_a_class(project: Project) -> None:
    days: Rows = [["2021-06-05", "Zorb", 12], ["2021-06-12", "3E - Focus group", 9]]
    reading = read(project, [["School labs, Graz"], [], ["Date", "Title", "People"], *days])
    assert {event.activity for event in reading.events} == {"school_lab", "focus_group"}


@pytest.mark.parametrize(
    ("title", "activity"),
    [
        ("Italian for job interviews: neighbours teach neighbours", "skill_transfer_workshop"),
        ("Prepararsi all'intervista di lavoro", "skill_transfer_workshop"),
        ("Ελληνικά για συνεντεύξεις εργασίας", "skill_transfer_workshop"),
        ("Jobinterview-træning", "skill_transfer_workshop"),
        ("Interviews about jobs and training", "interview"),
        ("Interviews", "interview"),
    ],
)
def test_a_title_about_job_interviews_names_no_interview(title: str, activity: str, project: Project) -> None:
    hints = Hints(activity="skill_transfer_workshop", city="graz", date=date(2021, 10, 18))
    reading = read(
        project, [[title], [], ["Name", "Community"], ["Anna Beck", "Local"], ["Ben Ott", "Local"]], hints=hints
    )
    assert [event.activity for event in reading.events] == [activity]


@pytest.mark.parametrize(
    ("start", "registered"),
    [
        ("Actual Start Date/Time", "Registration Date/Time"),
        ("Startdatum/Uhrzeit", "Anmeldung Datum/Uhrzeit"),
        ("Data/ora di inizio", "Data/ora iscrizione"),
        ("Startdato/tid", "Registrering dato/tid"),
        ("Ημερομηνία/ώρα έναρξης", "Ημερομηνία/ώρα εγγραφής"),
    ],
)
def test_a_webinar_began_on_one_day(start: str, registered: str, project: Project) -> None:
    marks, stamps = ["Yes", "Yes", "No"], ["2021-05-11 09:53", "2021-05-13 07:38", "2021-05-09 10:31"]
    block: list[list[Cell]] = [["Webinar Name", "Webinar ID", start], ["Talk", "518-220-931", "2021-05-27 18:02"], []]
    people = [[mark, name, stamp] for mark, name, stamp in zip(marks, PEOPLE[:3], stamps, strict=True)]
    grid = sheet([*block, ["Attended", "Name", registered], *people])
    check(Case(start, "att2 nc1 ev1 ask0 date:2021-05-27", grid, hints=Hints("info_session", "palermo")), project)


@pytest.mark.parametrize(("header", "yes", "no"), [
    ("Attended", "Yes", "No"), ("Anwesend", "ja", "nein"), ("Presente", "sì", "no"), ("Mødt", "ja", "nej"),
    ("Παρών", "ναι", "όχι"),
])  # fmt: skip
def test_who_was_absent_first_begins_the_next_event_all_the_same(
    header: str, yes: str, no: str, project: Project
) -> None:
    marks = zip(PEOPLE, [yes, yes, no, yes, no, yes], strict=True)
    event = {0: ["Graz", "06.10.2021", "Info-session"], 2: ["Kassel", "20.10.2021", "School lab"]}
    rows: list[list[Cell]] = [[*event.get(at, [""] * 3), *told] for at, told in enumerate(marks)]
    case = Case(header, "att4 nc2 ev2 rej0 ask0", sheet([["City", "Date", "Activity", "Name", header], *rows]))
    check(case, project)
    at = Workbook("x.xlsx", "xlsx", [case.first])
    assert [one.event for one in read_workbook(at, project).attendances] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("names", "leads"),
    [
        ("Borger", "Sagsbehandler"),
        ("Klient", "Sachbearbeiterin"),
        ("Client", "Caseworker"),
        ("Assistito", "Assistente sociale"),
        ("Ωφελούμενος", "Κοινωνικός λειτουργός"),
    ],
)
def test_people_whom_an_office_helps_are_named_beside_who_helps_them(names: str, leads: str) -> None:
    assert (meaning_of(names), meaning_of(leads)) == ("name", "instructor")
