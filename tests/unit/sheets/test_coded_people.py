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
