"""Lines at the foot of a list: who signs for it, sums of those present, thanks. They list nobody and ask nothing."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.foot_lines import has_small_words
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]

NUMBERED: Rows = [
    *TITLE,
    ["No.", "Name", "Community", "Born", "Signature"],
    *([at, name, "Syrian", "12/05/1988", "signed"] for at, name in enumerate(PEOPLE, 1)),
]
FORM: Rows = [*NUMBERED, *([at, "", "", "", ""] for at in range(7, 15))]
PLAIN: Rows = [*TITLE, ["Name", "Community", "Phone"], *([name, "Syrian", "+43 660 123"] for name in PEOPLE)]
MARKS: Rows = [
    *TITLE,
    ["No.", "Pupil", "Present (P/A)", "Notes"],
    *([at, name, "A" if at in (2, 5) else "P", ""] for at, name in enumerate(PEOPLE, 1)),
]

FEET: list[tuple[str, Rows, Rows]] = [
    (
        "who accompanied them",
        NUMBERED,
        [[], ["", "La docente accompagnatrice", "", "Prof.ssa R. Mazzola", "firma ____"]],
    ),
    ("the head of department", NUMBERED, [[], ["", "Fachbereichsleitung", "", "Dr. K. Lang", "__________"]]),
    ("a signature in two rows", NUMBERED, [[], ["", "Ο υπεύθυνος", "", "", "Σφραγίδα"], ["", "Σ. Βλάχος", "", "", ""]]),
    (
        "stamp and name",
        NUMBERED,
        [[], ["", "Timbro", "", "", ""], ["", "Il presidente"], ["", "Aldo Riva", "", "", ""]],
    ),
    ("the treasurer", FORM, [["Kassier: H. Lechner", "", "", "Obmann:", ""]]),
    ("the cook", FORM, [[], ["", "La cuoca: Ninfa Inzerillo", "", "", "____________"]]),
    ("the chair", FORM, [["", "Formand: K. Lund", "", "", ""]]),
    ("the chair under the list", NUMBERED, [["", "Treasurer: Ida Holm", "", "", ""]]),
    ("a line of dots", NUMBERED, [[], ["", "Kursleitung", "", "", "................"]]),
    ("thanks", PLAIN, [["Thanks to everyone who brought cake!"]]),
    ("thanks below a sum", PLAIN, [["Total signed in: 6"], ["Thanks to everyone who brought cake!"]]),
    ("thanks in German", PLAIN, [["Summe: 6"], ["Danke allen fürs Aufräumen"]]),
    ("money", PLAIN, [[], ["Money in the box", "", "12"]]),
    ("numbers", FORM, []),
    ("who checked it", NUMBERED, [[], ["geprüft am 14.10.2021", "", "", "H. Lechner, Finanzen"]]),
    ("who checked it in Italian", NUMBERED, [[], ["verificato il 14.10.2021", "", "", "A. Riva, Ufficio Conti"]]),
    ("who checked it in English", PLAIN, [[], ["Checked on 14 October 2021", "", "H. Lechner, Finance"]]),
    ("interpreters", PLAIN, [["Interpreters hired", "", "2"]]),
    ("interpreters in German", PLAIN, [["Dolmetscher", "", "2"]]),
    ("staff in Danish", PLAIN, [["Personale fra projektet", "", "3"]]),
    ("trainers in Italian", PLAIN, [["Formatori presenti", "", "2"]]),
    ("trainers in Greek", PLAIN, [["Εκπαιδευτές", "", "2"]]),
    ("chairs", PLAIN, [["Chairs", "", "30"]]),
    ("questionnaires in German", PLAIN, [["Fragebögen", "", "30"]]),
    ("coffee in Greek", PLAIN, [[], ["Καφέδες:", "", "30"]]),
]


@pytest.mark.parametrize(("rows", "foot"), [pytest.param(rows, foot, id=name) for name, rows, foot in FEET])
def test_the_foot_lists_nobody(project: Project, rows: Rows, foot: Rows) -> None:
    check(Case("foot", "att6 ask0 rej0", sheet([*rows, *foot])), project)


@pytest.mark.parametrize(
    "foot",
    [
        [["", "Presenti n.", 4], ["", "Assenti n.", 2], ["", "Firma del docente", "______________"]],
        [["", "Present", 4], ["", "Absent", 2], ["", "Teacher's signature", "__________"]],
        [["", "Anwesend", 4], ["", "Fehlend", 2], ["", "Unterschrift", ""]],
        [["", "Παρόντες", 4], ["", "Απόντες", 2], ["", "Υπογραφή", "______"]],
        [["", "Fremmødte:", 4], ["", "Fraværende:", 2]],
    ],
)
def test_sums_of_those_present_and_absent(project: Project, foot: Rows) -> None:
    check(Case("sums", "att4 nc2 ask0 rej0", sheet([*MARKS, [], *foot])), project)


@pytest.mark.parametrize(
    ("rows", "foot", "expected"),
    [
        (NUMBERED, [["", "Gino Bosco", "Syrian", "01/01/1990", "signed"]], "q:row"),
        (FORM, [["", "Gino Bosco", "", "", "signed"]], "q:row"),
        (NUMBERED, [[7, "Gino Bosco", "", "", "signed"]], "att7 ask0"),
        (NUMBERED, [[], ["Zorb:", "Gino Bosco", "", "", "signed"]], "q:row"),
        (NUMBERED, [[], ["Guest:", "Gino Bosco", "", "", "signed"]], "att7 ask0"),
        (NUMBERED, [[], ["", "Timbro", "", "", ""], [7, "Gino Bosco", "Syrian", "", "signed"]], "att7 ask0"),
        (PLAIN, [["Gino Bosco", "Syrian", ""]], "att7 ask0"),
    ],
)
def test_people_below_a_list_are_noticed(project: Project, rows: Rows, foot: Rows, expected: str) -> None:
    check(Case("people", expected, sheet([*rows, *foot])), project)


@pytest.mark.parametrize(
    "foot",
    [
        ["Kursleitung:", "Umbach", "Thorsten", "Graz", "Th. Umbach"],
        ["Formatrice:", "Riva", "Pia", "Palermo", "P. Riva"],
        ["", "Ο εκπαιδευτής", "Λ. Κουτσούκος", "", "Λ. Κουτσούκος"],
        ["Instruktør:", "Dahl", "Ida", "Vejle", "I. Dahl"],
        ["", "The course leader", "Pia Holm", "", "P. Holm"],
        ["Leitung Labor:", "Umbach", "Thorsten", "Graz", "Th. Umbach"],
        ["Laborleitung:", "Umbach", "Thorsten", "", "Th. Umbach"],
        ["Responsabile del laboratorio:", "Riva", "Pia", "Palermo", "P. Riva"],
        ["Værkstedsleder:", "Dahl", "Ida", "Vejle", "I. Dahl"],
        ["Υπεύθυνη εργαστηρίου:", "Κουτσούκου", "Λία", "", "Λ. Κ."],
        ["Led by:", "Holm", "Pia", "", "P. Holm"],
    ],
)
def test_who_led_the_course_signs_below_a_numbered_list(project: Project, foot: list[Cell]) -> None:
    people: Rows = [
        [number, *reversed(name.split()), "Graz", f"{name[0]}. {name.split()[1]}"]
        for number, name in enumerate(PEOPLE, start=1)
    ]
    header: list[Cell] = ["No.", "Surname", "First name", "Home", "Signature"]
    check(Case("leader", "att6 ask0 rej0", sheet([*TITLE, header, *people, [], foot])), project)


def test_a_name_that_is_also_a_capacity_is_asked_about(project: Project) -> None:
    check(Case("name", "q:row", sheet([*NUMBERED, ["", "Anna Maestro", "Syrian", "01/01/1990", "signed"]])), project)


def test_names_have_no_small_words() -> None:
    assert has_small_words("Money in the box")
    assert not has_small_words("Anna van der Berg")


def test_a_row_of_invisible_signs_below_a_list_lists_nobody(project: Project) -> None:
    check(Case("invisible", "att6 ask0", sheet([*PLAIN, [], ["\x0b"]])), project)


@pytest.mark.parametrize("label", ["anwesend", "Presenti in sala", "Mødt", "came", "Παρόντες", ""])
def test_sums_of_marks_in_the_morning_and_afternoon_list_nobody(label: str, project: Project) -> None:
    marks = [["x", ""], ["x", "x"], ["", "x"], ["", ""], ["x", "x"], ["x", ""]]
    people: Rows = [[*reversed(name.split()), "local", *own] for name, own in zip(PEOPLE, marks, strict=True)]
    header: list[Cell] = ["Nachname", "Vorname", "Gemeinschaft", "Anwesenheit vorm.", "Anwesenheit nachm."]
    check(Case(label, "att5 nc1 ev1 ask0", sheet([*TITLE, header, *people, [label, "", "", 4, 3]])), project)


@pytest.mark.parametrize(
    ("label", "beside"),
    [
        ("in the end we were", "+ the facilitator"),
        ("am Ende waren wir", "und die Trainerin"),
        ("alla fine eravamo", "più la formatrice"),
        ("til sidst var vi", "og underviseren"),
        ("τελικά ήμασταν", "+ η εμψυχώτρια"),
    ],
)
def test_a_label_with_a_number_in_the_place_of_a_name_is_nobody(label: str, beside: str, project: Project) -> None:
    people = [[*name.split(), "local", "did not come" if name == PEOPLE[2] else ""] for name in PEOPLE]
    head: list[Cell] = ["First name", "Surname", "Community", "Notes"]
    check(Case(label, "att5 nc1 ask0", sheet([*TITLE, head, *people, [label, 5, beside, ""]])), project)


@pytest.mark.parametrize("label", ["Chairs", "Sedie", "Minuti", "Durata"])
def test_a_number_of_things_below_a_list_is_nobody(label: str, project: Project) -> None:
    people = [[at, name, "Arci"] for at, name in enumerate(PEOPLE, 1)]
    rows: Rows = [*TITLE, ["No.", "Name", "Organisation"], *people, [], [None, label, 30]]
    check(Case("things", f"att{len(PEOPLE)} rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize("label", ["Average", "Μέσος όρος", "Mittelwert", "Alles durch vier"])
def test_averages_below_a_list_are_nobody(label: str, project: Project) -> None:
    scores: list[list[Cell]] = [[name, 6 + at, 12 + 2 * at] for at, name in enumerate(PEOPLE[:4])]
    rows = [*TITLE, ["Name", "Before (0-20)", "After (0-20)"], *scores, [label, "7.5", 15]]
    check(Case(label, "att4 ask0", sheet(rows)), project)
