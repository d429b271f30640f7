"""Signs and letters that nobody explains: which are asked about, and which are of something else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.unit.sheets.cases import PEOPLE, sheet

GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
NAMES = (*PEOPLE, "Gina Sala", "Hugo Berg", "Ida Lund", "Jan Holm", "Kira Beck", "Lena Voss")


def read(project: Project, header: str, marks: Sequence[str], *answers: Answer, above: str = "") -> Reading:
    """Reads twelve people with a class and one more column, in which a dot stands for an empty cell."""
    signs = [marks[at % len(marks)] for at in range(len(NAMES))]
    listed: list[list[Cell]] = [[name, "1a", sign.strip(".")] for name, sign in zip(NAMES, signs, strict=True)]
    rows: list[list[Cell]] = [[above], [], ["Name", "Class", header], *listed]
    return read_workbook(Workbook("list.xlsx", "xlsx", [sheet(rows)]), project, GIVEN, lambda _signature: answers)


def asked(reading: Reading) -> set[str]:
    return {question.value for question in reading.questions if question.kind == "present"}


@pytest.mark.parametrize(
    ("header", "marks", "signs"),
    [
        ("Παρ.", "//Ο/Ο", {"/", "Ο"}),
        ("Par.", "/O/O/", {"/", "O"}),
        ("", "/OO/", {"/", "O"}),
        ("Bogstav", "VOV", {"V", "O"}),
        ("Segno", "LMN", {"L", "M", "N"}),
        ("Vermerk", "*#*", {"*", "#"}),
        ("Kreuz", "xoxx", {"o"}),
        ("Kontrol", "✓?✓", {"?"}),
        ("Σημάδι", "ΟΨΟ", {"Ο", "Ψ"}),
        ("Παρουσία", "/O/", {"/", "O"}),
        ("Anwesend", "//.", {"/"}),
        ("Firma", "/O/", {"/", "O"}),
        ("Underskrift", "/.", {"/"}),
        ("4/5/2021", "//-", {"/"}),
    ],
)
def test_signs_that_nobody_explains_are_asked_about(project: Project, header: str, marks: str, signs: set[str]) -> None:
    """Nobody whose sign is unclear counts before there is an answer."""
    reading = read(project, header, marks)
    assert signs <= asked(reading)
    held = {row for question in reading.questions if question.kind == "present" for row in question.rows}
    assert not held & {one.row for one in reading.attendances}


@pytest.mark.parametrize(
    ("header", "marks"),
    [
        ("Gruppe", "AB"),
        ("Hold", "VO"),
        ("Menu", "VO"),
        ("T-Shirt", "SML"),
        ("Größe", "SML"),
        ("Turno", "MP"),
        ("Livello", "BI"),
        ("Niveau", "BF"),
        ("Τμήμα", "ΒΨ"),
        ("Κατηγορία", "ΟΨ"),
        ("Kreis", "ABC"),
        ("K/M", "KM"),
        ("Foto", "JN"),
        ("Present", "x-"),
        ("Anwesend", "/x"),
        ("Unterschrift", ("AN", "/")),
        ("Bemerkung", "vg"),
        ("Παρουσία", "✓/"),
    ],
)
def test_letters_of_something_else_and_clear_marks_are_not_asked_about(
    project: Project, header: str, marks: Sequence[str]
) -> None:
    """A team, a menu or a size says nothing of presence, and beside a clear mark a stroke is one of absence."""
    assert not asked(read(project, header, marks))


def test_a_legend_explains_letters(project: Project) -> None:
    """What the sheet says itself is not asked."""
    assert not asked(read(project, "Bogstav", "VOV", above="V = mødt, O = ikke mødt"))


@pytest.mark.parametrize("header", ["Παρ.", "Παρουσία", "Firma"])
def test_answers_say_who_came(project: Project, header: str) -> None:
    """Each sign means what people answered, whether the header names presence or not."""
    present, absent = (Answer("present", "/", "present"), Answer("present", "O", "absent"))
    reading = read(project, header, "//O", present, absent)
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (8, 4, [])


def test_an_empty_cell_beside_strokes_means_what_they_do_not(project: Project) -> None:
    """If a stroke is a tick, who has none was absent; if it strikes somebody out, the others came."""
    came = read(project, "Anwesend", "//.", Answer("present", "/", "present"))
    gone = read(project, "Anwesend", "//.", Answer("present", "/", "absent"))
    assert (len(came.attendances), len(gone.attendances)) == (8, 4)


@pytest.mark.parametrize(
    "header",
    ["St.", "Status", "Stato", "Codice stato", "Statuskode", "Statuscode", "Status code", "Κατάσταση",
     "Κωδικός κατάστασης", "Anw.", "Presenza", "Fremmøde"],
)  # fmt: skip
def test_codes_in_numbers_are_asked_about(header: str, project: Project) -> None:
    assert asked(read(project, header, "1213")) == {"1", "2", "3"}
    assert not read(project, header, "1213").attendances
    explained = read(project, header, "1213", above="1 = present, 2 = absent, 3 = excused")
    assert not asked(explained)


@pytest.mark.parametrize("header", ["Tavolo", "Gruppe", "Level", "Stato civile", "Zorb", "Familienstand", "Score"])
def test_other_numbers_are_no_codes_of_presence(header: str, project: Project) -> None:
    assert not asked(read(project, header, "1213"))
    assert len(read(project, header, "1213").attendances) == 12


def test_answers_about_codes_say_who_came(project: Project) -> None:
    told = (Answer("present", "1", "present"), Answer("present", "2", "absent"), Answer("present", "3", "absent"))
    reading = read(project, "St.", "1213", *told)
    assert (len(reading.attendances), len(reading.not_counted), reading.open_questions) == (6, 6, [])


@pytest.mark.parametrize(
    ("headers", "present", "absent"),
    [
        (("3/3/2021", "10/3/2021", "17/3/2021", "Fremmøde i alt"), "1", "0"),
        (("03/03/2021", "10/03/2021", "17/03/2021", "Παρουσίες"), "Π", "Α"),
        (("3.3.2021", "10.3.2021", "17.3.2021", "Anwesend"), "x", ""),
        (("Presenze", "03/03/2021", "10/03/2021", "17/03/2021"), "P", "A"),
        (("Attendance", "3 March 2021", "10 March 2021", "17 March 2021"), "✓", "-"),
        (("3/3", "10/3", "17/3", "Presenze su 3"), "X", ""),
        (("Morning", "Noon", "Evening", "Present"), "x", ""),
        (("Vorm.", "Mittag", "Nachm.", "Anwesend"), "x", ""),
        (("Incontro 1", "Incontro 2", "Incontro 3", "Presente"), "sì", "no"),
    ],
)
def test_numbers_of_sessions_are_no_codes(headers: Sequence[str], present: str, absent: str, project: Project) -> None:
    """A column that says at how many sessions somebody was asks nothing: the marks beside it say at which."""
    came = ("111", "110", "010", "011", "101", "100")
    rows: list[list[Cell]] = []
    for at, name in enumerate(NAMES):
        days: list[Cell] = [present if one == "1" else absent for one in came[at % len(came)]]
        days.insert(3 if headers[0][0].isdigit() or headers[0][0] in "MVI" else 0, came[at % len(came)].count("1"))
        rows.append([name, *days])
    around: list[list[Cell]] = [["Π = παρών, Α = απών"] if present == "Π" else [""], [], ["Name", *headers]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([*around, *rows])]), project, GIVEN)
    assert not asked(reading)
