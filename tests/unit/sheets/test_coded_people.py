"""Codes in place of names are people without a name, in every language, with a header or without."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import sheet

Rows = list[list[Cell]]
TITLE: Rows = [["Focus group, Graz, 3 March 2021"], []]


def read(project: Project, rows: Rows) -> Reading:
    return read_workbook(Workbook("list.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="graz"))


def listed(code: str, *beside: tuple[Cell, ...]) -> Rows:
    """Eight rows with a code each, and beside it what the columns say in turn."""
    return [[code.format(n), *(said[n % len(said)] for said in beside)] for n in range(1, 9)]


@pytest.mark.parametrize(
    "rows",
    [
        [*TITLE, ["Code", "Geschlecht", "Altersgruppe", "Sprache(n)"],
         *listed("KS-F{:02}", ("weiblich", "männlich"), ("26-40", "61+"), ("Dari", "Deutsch"))],
        [*TITLE, ["TN-Nr.", "Herkunft"], *listed("TN {:02}", ("Syrien", "Afghanistan"))],
        [*TITLE, ["Teilnehmer/in", "Herkunft"], *listed("TN {:02}", ("Syrien", "Afghanistan"))],
        [*TITLE, ["Kode", "Herkomst"], *listed("VJ{}", ("Syrien", "Afghanistan"))],
        [*TITLE, ["Codice", "Comunità"], *listed("INT-{}", ("Senegal", "Bangladesh"))],
        [*TITLE, ["Κωδ.", "Κοινότητα"], *listed("Σ{:02}", ("Συρία", "Αφγανιστάν"))],
        [*TITLE, ["Συμμετέχων", "Φύλο"], *listed("Συμμ. {}", ("γυναίκα", "άνδρας"))],
        [*TITLE, ["Participants"], *listed("P{}")],
        [*TITLE, ["", "Gender", "Community"], *listed("FG1-{:02}", ("f", "m"), ("Syrian", "Local"))],
        [*TITLE, *listed("FG1-{:02}", ("f", "m"), ("26-40", "61+"))],
        [*TITLE, *listed("TN {:02}")],
        [*TITLE, *listed("Interview {}", ("f", "m"))],
        [TITLE[0], *listed("Intervista {}", ("F", "M"))],
        [*TITLE, ["Informant", "Køn"], *listed("Informant {}", ("kvinde", "mand"))],
    ],
)  # fmt: skip
def test_a_code_is_a_person_without_a_name(project: Project, rows: Rows) -> None:
    reading = read(project, rows)
    assert (len(reading.attendances), reading.rejected, reading.questions) == (8, [], [])
    assert {one.name for one in reading.attendances} == {None}


def test_codes_of_several_events_count_at_their_own(project: Project) -> None:
    """Focus groups, interviews and a meeting in one list: the numbers go on or begin anew with each."""
    days = [*[date(2020, 9, 17)] * 3, *[date(2020, 9, 24)] * 3, date(2020, 10, 6)]
    codes = ["KS-F01", "KS-F02", "KS-F03", "KS-F21", "KS-F22", "KS-F23", "KS-I01"]
    kinds = [*["Focus group"] * 6, "Interview"]
    rows: Rows = [["Date", "Activity", "Code", "Sex", "Notes"]]
    rows += [[*about, "f", ""] for about in zip(days, kinds, codes, strict=True)]
    reading = read(project, rows)
    events = [(reading.events[one.event].date.day, reading.events[one.event].activity) for one in reading.attendances]
    assert events == [*[(17, "focus_group")] * 3, *[(24, "focus_group")] * 3, (6, "interview")]


@pytest.mark.parametrize(
    "rows",
    [
        [*TITLE, ["Group", "Topic"], *listed("Group {}", ("Housing", "Work"))],
        [*TITLE, ["Room", "Chairs"], *listed("R{}", (12, 20))],
        [*TITLE, ["Code", "Quantity"], *listed("MAT-{}", (3, 4))],
        [*TITLE, ["Session", "Topic"], *listed("Session {}", ("Housing", "Work"))],
    ],
)
def test_other_numbered_things_are_nobody(project: Project, rows: Rows) -> None:
    with suppress(RefusedFile):
        assert not read(project, rows).attendances


@pytest.mark.parametrize(
    ("header", "people"),
    [("Participants", 60), ("Teilnehmende", 60)],
)
def test_numbers_of_people_beside_codes_count(project: Project, header: str, people: int) -> None:
    rows = [*TITLE, ["Code", header], *listed("FG{}", (7, 8))]
    reading = read(project, rows)
    assert (len(reading.attendances), sum(one.people for one in reading.headcounts)) == (0, people)


def test_names_beside_codes_stay_names(project: Project) -> None:
    rows = [*TITLE, ["Code", "Name", "Gender"], *listed("K{}", ("Aldo Neri", "Bea Conti", "Ida Lund"), ("f", "m"))]
    assert all(one.name for one in read(project, rows).attendances)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Teilnehmer/in", "P{}"),
        ("Teilnehmer*in", "TN-{}"),
        ("Teilnehmer(in)", "A{}"),
        ("Partecipante", "A{}"),
        ("Deltager", "D-{}"),
        ("Participant", "P{}"),
    ],
)
def test_codes_under_a_header_of_participants(project: Project, header: str, code: str) -> None:
    reading = read(project, [*TITLE, [header, "Community"], *listed(code, ("Syrian", "Turkish"))])
    assert (len(reading.attendances), reading.rejected, reading.questions) == (8, [], [])


@pytest.mark.parametrize(
    ("head", "done", "off"),
    [
        (["Code", "Community", "Interviewer", "Outcome", "Minutes recorded"], "done", "cancelled by interviewee"),
        (["Code", "Community", "Interviewerin", "Ergebnis", "Dauer in Minuten"], "durchgeführt", "nicht erschienen"),
        (["Kode", "Community", "Interviewer", "Resultat", "Minutter"], "gennemført", "aflyst af deltager"),
        (["Codice", "Comunità", "Intervistatore", "Esito", "Minuti"], "fatto", "non si è presentato"),
    ],
)
def test_a_log_of_interviews_names_who_asks(project: Project, head: list[Cell], done: str, off: str) -> None:
    said = [(done, 50), (done, 40), (off, None), (done, 60), (done, 30)]
    rows: Rows = [[f"K-0{n}", "Syrian", "Johanna Riegler", *told] for n, told in enumerate(said, 1)]
    reading = read(project, [*TITLE, head, *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 1, [])
    assert {person.name for person in reading.attendances} == {None}


DAYS = [date(2020, 11, day) for day in (9, 10, 11, 12, 16, 17)]


def log(code: str, headers: list[Cell], done: str, not_done: str) -> Rows:
    """A log of six interviews, of which the third did not take place."""
    rows: Rows = [
        [code.format(n, "wm"[n % 2]), day, "" if n == 3 else "46 min", not_done if n == 3 else done]
        for n, day in enumerate(DAYS, 1)
    ]
    return [headers, *rows]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Interviewprotokoll", log("B0{}-{}", ["Kürzel", "Termin", "Gesprächsdauer", "Stand"], "geführt", "abgesagt")),
        ("Interviews", log("G{}", ["Code", "Date", "Minutes recorded", "Outcome"], "done", "cancelled by interviewee")),
        ("Interviste individuali", log("P{}-{}", ["Codice", "Data", "Durata", "Esito"], "svolta", "rinviata, malata")),
        ("Interviews", log("V-{}", ["Kode", "Dato", "Varighed", "Status"], "gennemført", "mødte ikke op")),
        ("Συνεντεύξεις", log("Α-0{}", ["Κωδικός", "Ημερομηνία", "Διάρκεια", "Έγινε;"], "ναι", "όχι")),
    ],
)
def test_a_log_of_interviews_has_one_person_a_row(project: Project, title: str, rows: Rows) -> None:
    reading = read(project, [[title], [], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 1, [])
    assert {event.activity for event in reading.events} == {"interview"}


def test_who_interviewed_is_none_of_the_people(project: Project) -> None:
    header: list[Cell] = ["Code", "Date", "Interviewer", "Fragen von", "Outcome"]
    rows: Rows = [[f"K-{n}", day, "Ida Lund", "Bea Conti", "done"] for n, day in enumerate(DAYS, 1)]
    assert [one.name for one in read(project, [["Interviews"], [], header, *rows]).attendances] == [None] * 6


def test_a_plan_of_interviews_counts_nobody(project: Project) -> None:
    rows: Rows = [["Code", "Date", "Place"], *([f"K-{n}", day, "office"] for n, day in enumerate(DAYS, 1))]
    with suppress(RefusedFile):
        assert not read(project, [["Interviews"], [], *rows]).attendances


@pytest.mark.parametrize(
    ("header", "done", "not_done"),
    [
        ("Done?", "done", "moved, never happened"),
        ("Erledigt?", "ja", "verschoben, nie nachgeholt"),
        ("Esito", "svolta", "rinviata, poi saltata"),
        ("Gennemført?", "ja", "udskudt, blev aldrig til noget"),
        ("Έγινε;", "ναι", "αναβλήθηκε, δεν έγινε ποτέ"),
    ],
)
def test_words_that_say_which_interviews_took_place(project: Project, header: str, done: str, not_done: str) -> None:
    names = ["Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti", "Furio Lodi"]
    marks = [done, done, not_done, done, "no show", done]
    rows: Rows = [list(row) for row in zip(names, DAYS, marks, strict=True)]
    reading = read(project, [["Interviews"], [], ["Interviewee", "Date", header], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 2, [])


@pytest.mark.parametrize(
    ("code", "head", "done", "off"),
    [
        ("AB{}", ["Kürzel", "Datum", "Interviewerin", "Status"], "geführt", "verschoben"),
        ("KS-{}", ["Interview ID", "Date", "Interviewer", "Outcome"], "transcribed", "moved"),
        ("V{}", ["ID", "Dato", "Interviewet af", "Status"], "udført", "flyttet"),
        ("PA{}", ["Codice intervista", "Data", "Luogo", "Stato"], "trascritta", "spostata"),
        ("Α{}", ["Κωδικός συνέντευξης", "Ημερομηνία", "Τόπος", "Κατάσταση"], "διενεργήθηκε", "μεταφέρθηκε"),
    ],
)
def test_an_interview_that_was_put_off_stands_there_again(
    project: Project, code: str, head: list[Cell], done: str, off: str
) -> None:
    told = [(4, 0, done), (9, 1, off), (2, 2, done), (9, 3, done), (7, 4, done)]
    rows: Rows = [[code.format(n), DAYS[day], "Ida Lund", said] for n, day, said in told]
    reading = read_workbook(
        Workbook("list.xlsx", "xlsx", [sheet([head, *rows])]), project, Hints(city="graz", activity="interview")
    )
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 1, [])


@pytest.mark.parametrize(
    "header", ["Anni in Italia", "Years in Greece", "Jahre in Graz", "År i Danmark", "Έτη στην Ελλάδα"]
)
def test_years_beside_codes_count_nobody(header: str, project: Project) -> None:
    rows: Rows = [["Code", "Gender", header], *listed("FG2-P{:02}", ("female", "male"), (6, 5, 10))]
    reading = read(project, [*TITLE, *rows])
    assert (len(reading.attendances), reading.questions) == (8, [])


@pytest.mark.parametrize(
    ("title", "header", "said"),
    [
        ("Interviste - Palermo", "note", ("registrata", "non registrata", "registrata")),
        ("Interviste - Palermo", "stato", ("registrata e trascritta", "registrata", "registrata")),
        ("Interviews i Vejle", "bemærkning", ("optaget", "ikke optaget", "optaget")),
        ("Interviews in Graz", "Anmerkung", ("aufgenommen", "nicht aufgenommen", "aufgenommen")),
        ("Συνεντεύξεις στην Αθήνα", "παρατηρήσεις", ("ηχογραφήθηκε", "δεν ηχογραφήθηκε", "ηχογραφήθηκε")),
        ("Interviews in Graz", "notes", ("recorded", "not recorded", "recorded")),
    ],
)
def test_a_talk_that_was_recorded_was_held(title: str, header: str, said: tuple[str, ...], project: Project) -> None:
    rows: Rows = [[f"GZ0{n}", date(2020, 10, 5 + n), 70 + n, "Syrian", text] for n, text in enumerate(said)]
    head: list[Cell] = ["Code", "Date", "Duration (min)", "Community", header]
    reading = read_workbook(Workbook("log.xlsx", "xlsx", [sheet([[title], [], head, *rows])]), project, Hints())
    assert (len(reading.attendances), reading.not_counted, reading.questions) == (3, [], [])
