"""Numbers: head counts, cross tables and session matrices; totals are never counted."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, WORKSHOP, Case, check, sheet
from tests.unit.sheets.grids import events, read


def school_labs(count: str, contact: str, phone: str, email: str) -> list[list[Cell]]:
    """A log of school labs with whom to call."""
    rows: list[list[Cell]] = [
        [date(2021, 3, day), "8a", room, people, "Dr. Riva", f"0561 70{day}78{day}", "office@school.example"]
        for day, room, people in ((3, 112, 24), (4, 114, 22), (5, 27, 19))
    ]
    return [["School lab, Kassel"], [], ["Date", "Class", "Room", count, contact, phone, email], *rows]


CASES = [
    *(
        Case(f"a log with a contact person under “{words[1]}”", "att0 head65 ev3 rej0", sheet(school_labs(*words)))
        for words in (
            ("Pupils", "Teacher", "School phone", "School e-mail"),
            ("Schüler/innen", "Ansprechperson", "Telefon Schule", "E-Mail Schule"),
            ("Numero alunni", "Docente referente", "Tel. scuola", "E-mail"),
            ("Antal elever", "Lærer (kontakt)", "Skolens tlf.", "E-mail"),
            ("Αριθμός μαθητών", "Υπεύθυνος εκπαιδευτικός", "Τηλ. σχολείου", "E-mail"),
        )
    ),
    Case(
        "a form that asks each person how many come along",
        "att2 head3",
        sheet(
            [
                *TITLE,
                ["E-mail", "Phone", "How many people will come with you?"],
                ["a@example.org", "0664 1234567", 1],
                ["b@example.org", "0664 1234568", 2],
            ]
        ),
    ),
    Case(
        "gender and community partitions side by side: 20 people, not 40",
        "att0 head20",
        sheet(
            [
                ["Date", "City", "Activity", "Female", "Male", "Local", "Tunisian", "Total"],
                [date(2021, 3, 3), "Palermo", "School lab", 12, 8, 15, 5, 20],
            ]
        ),
    ),
    Case(
        "a nationality beside communities counts once",
        "att0 head35",
        sheet([["Date", "City", "Activity", "Syrian", "Danish"], [date(2021, 3, 3), "Vejle", "School lab", 15, 20]]),
    ),
    Case(
        "summary sheet repeats the lists: 3 people, no headcount",
        "att3 head0",
        sheet(TITLE + [["Name", "Email"]] + [[n, f"a{i}@x.it"] for i, n in enumerate(PEOPLE[:3])], "Workshop 1"),
        sheet([["Activity", "City", "Date", "Participants"], [WORKSHOP, "Palermo", date(2021, 3, 3), 3]], "Riepilogo"),
    ),
    Case(
        "community rows with a total column and subtotal row",
        "att0 head18",
        sheet(
            [
                ["LIAISON fair – Graz, 20.11.2020"],
                [],
                ["Community", "Women", "Men", "Total"],
                ["Local", 3, 4, 7],
                ["Bosnian", 5, 6, 11],
                ["Total", 8, 10, 18],
            ]
        ),
    ),
    Case(
        "stated total disagrees: question",
        "head9 q:total",
        sheet([*TITLE, ["Community", "Participants"], ["Local", 4], ["Tunisian", 5], ["Total", 12]]),
    ),
    Case(
        "total row only as formula label in other column",
        "att0 head9",
        sheet([*TITLE, ["Community", "Participants"], ["Local", 4], ["Tunisian", 5], ["", 9]]),
    ),
    Case(
        "text numbers with thousands",
        "head1200",
        sheet([*TITLE, ["Community", "Participants"], ["Local", "1.200"]]),
    ),
    Case(
        "about thirty is thirty, a range isn't a number",
        "head35 rej1",
        sheet([*TITLE, ["Community", "Participants"], ["Local", "ca. 30"], ["Tunisian", 5], ["Syrian", "20-25"]]),
    ),
    Case(
        "people in words",
        "head104 rej1 ev4",
        sheet(
            [
                ["Info-session, Kassel 2021"],
                ["Datum", "Schule", "Anzahl"],
                ["04.11.2021", "Georgschule", "21 Schüler, 1 Lehrer"],
                ["18.11.2021", "Georgschule", "25 Schülerinnen und Schüler"],
                ["25.11.2021", "Uhlandschule", "18 Erwachsene und 7 Kinder"],
                ["02.12.2021", "Uhlandschule", "32 Teilnehmende, 2 Trainerinnen"],
                ["09.12.2021", "Uhlandschule", "30 Personen, 12 Frauen"],
            ]
        ),
    ),
    Case(
        "negative and fractional counts rejected",
        "head5 rej2",
        sheet([*TITLE, ["Community", "Participants"], ["Local", -3], ["Syrian", 2.5], ["Tunisian", 5]]),
    ),
    Case(
        "adults and children",
        "head15",
        sheet(
            [["Date", "City", "Activity", "Adults", "Children"], [date(2021, 3, 3), "Palermo", "LIAISON fair", 10, 5]]
        ),
    ),
    Case(
        "walk-in by name only counts",
        "att3",
        sheet(
            [
                *TITLE,
                ["Full name", "Email", "Community"],
                ["Aldo Neri", "a@x.it", "Local"],
                ["Bea Conti", "b@x.it", "Local"],
                ["Carla Riva", "", ""],
            ]
        ),
    ),
    Case(
        "unknown role asks and counts",
        "att2 q:role",
        sheet([*TITLE, ["Full name", "Role"], ["Aldo Neri", "Participant"], ["Bea Conti", "Zyxwv"]]),
    ),
    Case(
        "matrix year from context",
        "att3 date:2021-10-04",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                ["Year", "2021"],
                [],
                ["Full name", "04/10", "11/10", "18/10"],
                ["Aldo Neri", "x", "", ""],
                ["Bea Conti", "x", "x", ""],
            ]
        ),
    ),
    Case(
        "matrix with A and legend",
        "att3",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "04/10/2021", "18/10/2021"],
                ["Aldo Neri", "P", "A"],
                ["Bea Conti", "P", "P"],
                ["P = present, A = absent"],
            ]
        ),
    ),
    Case(
        "matrix sessions without dates ask",
        "att0 q:date!",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "Session 1", "Session 2"],
                ["Aldo Neri", "x", "x"],
            ]
        ),
    ),
    Case(
        "matrix staff rows",
        "att1 nc2",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "Role", "04/10/2021", "18/10/2021"],
                ["Aldo Neri", "Participant", "x", ""],
                ["Bea Conti", "Trainer", "x", "x"],
            ]
        ),
    ),
    Case(
        "matrix total column of sessions attended",
        "att3",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "04/10/2021", "18/10/2021", "Total"],
                ["Aldo Neri", "x", "", 1],
                ["Bea Conti", "x", "x", 2],
                ["Total", 2, 1, 3],
            ]
        ),
    ),
    Case(
        "matrix ✓ and ✗",
        "att3",
        sheet(
            [
                ["Activity", WORKSHOP],
                ["City", "Palermo"],
                [],
                ["Full name", "04/10/2021", "18/10/2021"],
                ["Aldo Neri", "✓", "✗"],
                ["Bea Conti", "✓", "✓"],
            ]
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


HEAD: list[Cell] = ["Date", "City", "Activity", "Community", "Participants"]


FAIR: list[Cell] = ["2021-05-20", "Graz", "LIAISON fair"]


def test_counts_in_rows_and_their_total(project: Project) -> None:
    rows: list[list[Cell]] = [HEAD, [*FAIR, "Local", 12], [*FAIR, "Turkish", 8], ["", "", "", "Total", 20]]
    reading = read(project, rows)
    assert events(reading) == [("project_fair", "graz", "2021-05-20", 20)]
    assert not reading.questions


def test_a_total_that_disagrees_is_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [HEAD, [*FAIR, "Local", 12], [*FAIR, "Turkish", 8], ["", "", "", "Total", 25]]
    reading = read(project, rows)
    assert sum(headcount.people for headcount in reading.headcounts) == 20
    assert [(question.kind, question.blocking) for question in reading.questions] == [("total", False)]


def test_a_cross_table_with_totals_both_ways(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "City", "Activity", "Local", "Turkish", "Syrian", "Total"],
        ["2021-05-20", "Graz", "LIAISON fair", 5, 6, 7, 18],
        ["2021-06-20", "Vejle", "School lab", 1, 2, 3, 6],
        ["Total", "", "", 6, 8, 10, 24],
    ]
    reading = read(project, rows)
    assert [people for *_event, people in events(reading)] == [18, 6]
    assert {headcount.community for headcount in reading.headcounts} == {"local", "turkish", "syrian"}
    assert not reading.questions


@pytest.mark.parametrize("header", ["wie viele", "how many came", "quanti eravamo", "hvor mange"])
@pytest.mark.parametrize("remark", ["ausgefallen wegen Schnee", "Cancelled", "aflyst", "ακυρώθηκε", "annullato (neve)"])
def test_an_event_that_was_called_off_counts_nobody(project: Project, header: str, remark: str) -> None:
    rows: list[list[Cell]] = [
        ["date", "city", "activity", header, "notes"],
        ["2021-05-20", "Graz", "LIAISON fair", "30 people", "sunny"],
        ["2021-05-27", "Graz", "LIAISON fair", "–", remark],
        ["2021-06-03", "Graz", "LIAISON fair", 25, remark],
    ]
    reading = read(project, rows)
    assert events(reading) == [("project_fair", "graz", "2021-05-20", 30)]
    assert [(row.row, row.value) for row in reading.rejected] == [(4, "25")]


@pytest.mark.parametrize(
    ("headers", "marks", "expected"),
    [
        (("Gruppo", "Quante persone", "Presente"), ("sì", "no", "sì"), 7),
        (("Verein", "Personen", "dagewesen"), ("ja", "nein", "ja"), 7),
        (("Forening", "Antal personer", "Mødte op"), ("ja", "nej", "ja"), 7),
        (("Σύλλογος", "Άτομα", "Ήρθαν"), ("ναι", "όχι", "ναι"), 7),
        (("Club", "People", "Came"), ("yes", "no", "yes"), 7),
        (("Club", "People", "Came"), ("yes", "yes", "yes"), 9),
        (("Club", "People", "Came"), ("yes", "", "no"), 6),
    ],
)
def test_numbers_marked_as_absent_do_not_count(
    project: Project, headers: tuple[str, ...], marks: tuple[str, ...], expected: int
) -> None:
    named = zip(("Zorb", "Gorb", "Worb"), (4, 2, 3), marks, strict=True)
    rows: list[list[Cell]] = [["LIAISON fair, Graz, 20 May 2021"], [], list(headers), *(list(one) for one in named)]
    reading = read(project, rows)
    assert [people for *_event, people in events(reading)] == [expected]
    assert len(reading.not_counted) == marks.count("no") + marks.count("nein") + marks.count("nej") + marks.count("όχι")


def test_a_title_with_the_city_before_a_colon(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Skill-transfer workshop, Palermo: how many we were"],
        ["date", "Senegalese", "Tunisians", "Italians"],
        ["2021-05-15", 6, 3, 5],
        ["2021-05-29", 8, 2, 4],
    ]
    reading = read(project, rows)
    assert [people for *_event, people in events(reading)] == [14, 14]
    assert {event.city for event in reading.events} == {"palermo"}


def test_strokes_are_counted(project: Project) -> None:
    above: list[list[Cell]] = [["LIAISON fair, Graz, 3 March 2021"], [], ["Hour", "Visitors"]]
    check(Case("strokes", "head10 ev1", sheet([*above, ["10-11", "||||/ |||"], ["11-12", "||"]])), project)
