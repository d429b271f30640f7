"""Session matrices: which marks are attendances, and which rows add them up."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, NotCountedReason
from tests.unit.sheets.cases import PEOPLE as NAMES
from tests.unit.sheets.cases import TITLE, Case, check, sheet

from .grids import PEOPLE, events, read

ABOVE: list[list[Cell]] = [["Activity:", "Skill-transfer workshop"], ["City:", "Graz"], []]


@pytest.mark.parametrize("mark", ["X", "x", 1, "✓", "sì", "ja", "P"])
@pytest.mark.parametrize("gap", ["", 0, "-", "no"])
def test_a_mark_is_an_attendance(project: Project, mark: Cell, gap: Cell) -> None:
    days: list[Cell] = [date(2021, 10, 4), date(2021, 10, 11), date(2021, 10, 18)]
    marks: list[list[Cell]] = [[mark, mark, gap], [mark, gap, mark], [gap, mark, mark]]
    rows = [[*who, *marked] for who, marked in zip(PEOPLE, marks, strict=True)]
    reading = read(project, [*ABOVE, ["Name", "E-mail", *days], *rows])
    assert [(day, people) for _a, _c, day, people in events(reading)] == [
        ("2021-10-04", 2), ("2021-10-11", 2), ("2021-10-18", 2),
    ]  # fmt: skip
    assert reading.rows_read == 6


def test_who_never_came_is_absent(project: Project) -> None:
    rows: list[list[Cell]] = [[*PEOPLE[0], "X", "X"], [*PEOPLE[1], "", ""], [*PEOPLE[2], "X", ""]]
    reading = read(project, [*ABOVE, ["Name", "E-mail", "04/10/2021", "18/10/2021"], *rows])
    assert [row.reason for row in reading.not_counted] == [NotCountedReason.ABSENT]
    assert len(reading.attendances) == 3


def test_a_session_takes_the_year_from_around(project: Project) -> None:
    above: list[list[Cell]] = [["Skill-transfer workshop Graz 2021"], []]
    rows: list[list[Cell]] = [[*who, "X", "X"] for who in PEOPLE]
    header: list[Cell] = ["Name", "E-mail", "Session 1 (04/10)", "Session 2 (25/10)"]
    assert [day for _a, _c, day, _n in events(read(project, [*above, header, *rows]))] == ["2021-10-04", "2021-10-25"]


@pytest.mark.parametrize("sign", ["–", "-", "/", "--", "÷", ""])
def test_a_dash_among_signatures_is_no_signature(sign: str, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name} Neri", "signed"] for name in ("Aldo", "Bea", "Carla")]
    list_of_one_day = [["Skill-transfer workshop, Graz, 4 October 2021"], [], ["Name", "Signature"], *rows]
    reading = read(project, [*list_of_one_day, ["Dino Neri", sign]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (3, 1, [])


@pytest.mark.parametrize(
    "legend",
    [
        "x = anwesend   – = gefehlt   e = entschuldigt",
        "e = excused, x = present, – = absent",
        "x – presente; e – assente giustificato",
        "x: til stede  –: udeblevet  e: meldt afbud",
        "x → παρών – → απών e → δικαιολογημένη απουσία",
        "– = gefehlt | e = entschuldigt | x = da",
        "x anwesend, – gefehlt, e entschuldigt",
        "x (anwesend), – (fehlt), e (entschuldigt)",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_legend_in_one_line_explains_each_mark(legend: str, above: bool, project: Project) -> None:
    head: list[list[Cell]] = [["Skill-transfer workshop, Graz, 2021"]]
    marks: list[list[Cell]] = [["x", "e"], ["–", "x"], ["e", "x"]]
    rows = [["Name", "04/10/2021", "18/10/2021"], *([who[0], *said] for who, said in zip(PEOPLE, marks, strict=True))]
    reading = read(project, [*head, [legend], [], *rows] if above else [*head, [], *rows, [], [legend]])
    assert (len(reading.attendances), reading.questions) == (3, [])


@pytest.mark.parametrize(
    "legend",
    [
        [["x", "anwesend"], ["–", "gefehlt"], ["e", "entschuldigt"]],
        [["x = anwesend", "– = gefehlt", "e = entschuldigt"]],
    ],
)
def test_a_legend_in_cells_lists_nobody(legend: list[list[Cell]], project: Project) -> None:
    head: list[list[Cell]] = [["Skill-transfer workshop, Graz, 2021"], []]
    rows: list[list[Cell]] = [[*who, "x", "e"] for who in PEOPLE]
    reading = read(project, [*head, ["Name", "E-mail", "04/10/2021", "18/10/2021"], *rows, [], *legend])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (3, 0, [])


@pytest.mark.parametrize("word", ["late", "verspätet", "in ritardo", "for sent", "καθυστέρηση"])
def test_who_came_late_was_there(word: str, project: Project) -> None:
    rows: list[list[Cell]] = [[PEOPLE[0][0], "x", "L"], [PEOPLE[1][0], "L", "-"], [PEOPLE[2][0], "x", "x"]]
    above: list[list[Cell]] = [["Skill-transfer workshop, Graz, 2021"], [], ["Name", "04/10/2021", "18/10/2021"]]
    reading = read(project, [*above, *rows, [], ["x = present"], ["- = absent"], [f"L = {word}"]])
    assert (len(reading.attendances), reading.questions) == (5, [])


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        ("ήρθε;", "ναι", "όχι"),
        ("Came?", "yes", "no"),
        ("war da", "ja", "nein"),
        ("gekommen?", "ja", ""),
        ("kom?", "ja", "nej"),
        ("Mødte op", "x", ""),
        ("Did she/he come?", "yes", "no"),
        ("ήρθε τελικά;", "ναι", "όχι"),
        ("è venuto?", "sì", "no"),
        ("Ώρα άφιξης", "09:52", ""),
        ("Arrival time", "9.52", ""),
        ("Checked in at", "09:52", "–"),
        ("Ankunftszeit", "17:05", ""),
        ("Ankomst kl.", "kl. 17.05", "udeblev"),
        ("ora di arrivo", "17:05", "assente"),
    ],
)
def test_a_column_says_who_came(header: str, yes: str, no: str, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name} Neri", "Local", yes] for name in ("Aldo", "Bea", "Carla", "Dino")]
    title: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 October 2021"], []]
    reading = read(project, [*title, ["Name", "Community", header], *rows, ["Elsa Neri", "Local", no]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 1, [])


@pytest.mark.parametrize("header", ["Arrival (hotel)", "Ankunft Zug", "Interview time", "Arrivo previsto"])
def test_other_times_do_not_say_who_came(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name} Neri", "Local", "17:05"] for name in ("Aldo", "Bea", "Carla", "Dino")]
    title: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 October 2021"], []]
    reading = read(project, [*title, ["Name", "Community", header], *rows, ["Elsa Neri", "Local", ""]])
    assert reading.not_counted == []


@pytest.mark.parametrize(
    ("remark", "absent"),
    [
        ("afbud pga. sygdom", 1),
        ("excused, flu", 1),
        ("syg", 1),
        ("absent - doctor's appointment", 1),
        ("entschuldigt (Arzttermin)", 1),
        ("krank, Attest liegt vor", 1),
        ("assente per malattia", 1),
        ("απούσα λόγω ασθένειας", 1),
        ("sent apologies because of work", 1),
        ("excused, but came later", 0),
        ("absent for the first hour", 0),
        ("cancelled: dinner", 0),
        ("vegetarian because of health", 0),
    ],
)
def test_a_remark_that_begins_with_absence(remark: str, absent: int, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name} Neri", "Local", ""] for name in ("Aldo", "Bea", "Carla", "Dino")]
    title: list[list[Cell]] = [["Skill-transfer workshop, Graz, 4 October 2021"], []]
    reading = read(project, [*title, ["Name", "Community", "Remark"], *rows, ["Elsa Neri", "Local", remark]])
    assert len(reading.not_counted) == absent
    assert not absent or reading.questions == []


@pytest.mark.parametrize("number", ["Nr", "Nr.", "No.", "n."])
def test_a_register_with_numbers_and_names(number: str, project: Project) -> None:
    rows: list[list[Cell]] = [[at, who[0], "x", "-"] for at, who in enumerate(PEOPLE, 1)]
    above: list[list[Cell]] = [["Skill-transfer workshop, Graz, 2021"], [], [number, "Name", "13/9/2021", "20/9/2021"]]
    assert len(read(project, [*above, *rows]).attendances) == 3


def test_who_is_marked_as_signed_is_no_signature_line(project: Project) -> None:
    above: list[list[Cell]] = [["Skill-transfer workshop, Graz, 12 May 2021"], []]
    reading = read(project, [*above, ["Name", "Attendance"], *([name, "signed"] for name, _email in PEOPLE)])
    assert len(reading.attendances) == len(PEOPLE)


GRAZ = Hints("skill_transfer_workshop", "graz")
SUMS = [
    Case("without the trainers", "att3 nc2 ev2", sheet([
        ["#", "Full name", "Community", "Role", "2021-05-04", "2021-05-11", "Sessions"],
        [1, "Aldo Neri", "Local", "Participant", "x", "x", 2], [2, "Bea Conti", "Syrian", "Participant", "x", "", 1],
        [3, "Carla Riva", "", "Trainer", "x", "x", 2],
        ["", "Participants present", "", "", 2, 1, 3],
    ]), hints=GRAZ),
    Case("with the trainers, a label nobody knows", "att4 nc2 ev2", sheet([
        ["Name", "Rolle", "4.5.2021", "11.5.2021"],
        ["Aldo Neri", "Teilnehmer", "x", "x"], ["Bea Conti", "Teilnehmerin", "x", "x"],
        ["Carla Riva", "Trainerin", "x", "x"],
        ["Köpfe", "", 3, 3],
    ]), hints=GRAZ),
    Case("a sum that somebody got wrong", "q:total!", sheet([
        ["Nome", "04/05/2021", "11/05/2021"],
        ["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""], ["Partecipanti presenti", 2, 4],
    ]), hints=GRAZ),
    Case("a sum under an unknown label that somebody got wrong", "att6 ev2", sheet([
        ["Name", "4.5.2021", "11.5.2021"], ["Aldo Neri", "x", "x"], ["Bea Conti", "x", "x"], ["Carla Riva", "x", "x"],
        ["Those at the table", 3, 4],
    ]), hints=GRAZ),
    Case("a row of shares", "att3 ev2 rej0", sheet([
        ["Name", "4.5.2021", "11.5.2021"], ["Aldo Neri", "x", "x"], ["Bea Conti", "x", ""], ["Quote", "100%", "50%"],
    ]), hints=GRAZ),
    Case("a person with numbers stays", "att4 ev2", sheet([
        ["Navn", "4.5.2021", "11.5.2021"], ["Aldo Neri", "3", "3"], ["Bea Conti", "2", "3"],
    ]), hints=GRAZ),
]  # fmt: skip


@pytest.mark.parametrize("case", SUMS, ids=lambda case: case.name)
def test_a_row_that_states_how_many_came_is_no_person(case: Case, project: Project) -> None:
    check(case, project)


def test_hours_that_equal_the_marks_above_are_no_sum(project: Project) -> None:
    people: list[list[Cell]] = [[f"Anna {name}", 2, 2] for name in ("Neri", "Conti", "Riva", "Serra")]
    rows: list[list[Cell]] = [*ABOVE, ["Name", "04/10/2021", "18/10/2021"], *people, ["Zorb", 4, 4]]
    check(Case("hours", "att8 nc0 ev2", sheet(rows)), project)


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("Κοινότητα", "Παρόντες"), ("Fødselsår", "Fremmødte"), ("Geburtsjahr", "anwesend"), ("Telefono", "presenze"),
        ("Community", "Heads"), ("Geschlecht", "Anzahl"), ("Σχόλια", "Σύνολο παρόντων"),
    ],
)  # fmt: skip
def test_sums_of_marks_stand_behind_a_label_in_any_column(project: Project, header: str, label: str) -> None:
    said = {"Κοινότητα": "συριακή", "Fødselsår": 1980, "Geburtsjahr": 1980, "Telefono": "333 1234567",
            "Community": "Syrian", "Geschlecht": "w"}.get(header, "")  # fmt: skip
    rows = [[at, name, said, "x", "x" if at % 2 else "", "x"] for at, name in enumerate(NAMES, start=1)]
    days = ["14/4/2021", "21/4/2021", "12/5/2021"]
    above: list[list[Cell]] = [["Skill-transfer workshop, Graz"], [], ["No.", "Name", header, *days]]
    check(Case(label, "att15 ev3 rej0 ask0 nc0", sheet([*above, *rows, ["", "", label, 6, 3, 6]])), project)


@pytest.mark.parametrize(
    "labels", [("Present", "Absent", "Total"), ("Anwesende", "Abwesende", "Summe"), ("Fremmødte", "Fravær", "I alt")]
)
def test_numbers_of_absent_people_under_marks_list_nobody(project: Project, labels: tuple[str, ...]) -> None:
    rows = [[at, name, "Syrian", "x" if at > 1 else "", "x" if at % 2 else ""] for at, name in enumerate(NAMES, 1)]
    sums = zip(labels, ((5, 3), (1, 3), (6, 6)), strict=True)
    above: list[list[Cell]] = [["Workshop, Graz"], [], ["No.", "Name", "Community", "14/4/2021", "21/4/2021"]]
    lines: list[list[Cell]] = [["", "", label, *numbers] for label, numbers in sums]
    hints = Hints(activity="skill_transfer_workshop", city="graz")
    check(Case(labels[0], "att8 ev2 rej0 ask0 nc0", sheet([*above, *rows, *lines]), hints=hints), project)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zahnarzt", "att5 ask0"),
        ("ferie", "att5 ask0"),
        ("?", "att5 q:present"),
        ("-", "att5 ask0"),
        ("fri", "att5 ask0"),
        ("frei", "att5 ask0"),
        ("day off", "att5 ask0"),
        ("ρεπό", "att5 ask0"),
        ("giorno libero", "att5 ask0"),
        ("Fri", "q:present"),
    ],
)
def test_what_stands_in_place_of_a_mark_in_a_register(text: str, expected: str, project: Project) -> None:
    people: list[list[Cell]] = [["Aldo Neri", "x", "x"], ["Bea Conti", "x", text], ["Carla Riva", "x", "x"]]
    rows = [["Activity", "Skill-transfer workshop"], ["City", "Palermo"], [], ["Name", "03.03.2021", "10.03.2021"]]
    check(Case("", expected, sheet([*rows, *people])), project)


@pytest.mark.parametrize(
    ("label", "hours"),
    [
        ("Guided learning hours delivered", True),
        ("ORE EROGATE", True),
        ("Totale ore erogate", True),
        ("Unterrichtseinheiten", True),
        ("Dauer (Std.)", True),
        ("Undervisningstimer", True),
        ("Timer i alt", True),
        ("Διδακτικές ώρες", True),
        ("Ore Adeyemi", False),
        ("Unity Hours", False),
        ("Anna Rossi", False),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_hours_of_lessons_below_a_list_are_nobody(label: str, hours: bool, project: Project, *, numbered: bool) -> None:
    people = [[str(at), name, 6, 6 if at % 2 else "", 4.5 if at == 1 else 6] for at, name in enumerate(NAMES, 1)]
    head: list[Cell] = ["No.", "Name", "14/4/2021", "21/4/2021", "12/5/2021"]
    last: list[Cell] = ["" if hours else "7", label, 6, 6, 6]
    rows: list[list[Cell]] = [cells if numbered else cells[1:] for cells in (head, *people, last)]
    expected = "att15 rej0 ask0" if hours else "att18 ask0"
    check(Case(label, expected, sheet([["Skill-transfer workshop, Graz"], [], *rows])), project)


@pytest.mark.parametrize(("arrival", "left", "word"), [
    ("Kom kl.", "Gik kl.", "fri"), ("Ankunft", "gegangen um", "hat frei"), ("arrivo", "uscita", "giorno libero"),
    ("Arrival", "Left at", "day off"), ("άφιξη", "αποχώρηση", "ρεπό"),
])  # fmt: skip
def test_who_has_the_day_off_in_place_of_a_time_was_absent(
    arrival: str, left: str, word: str, project: Project
) -> None:
    times = [["12.10", "15.21"], ["12.17", "15.32"], ["12.22", "15.37"], [word, ""], ["12.39", "15.25"]]
    names = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti")
    people: list[list[Cell]] = [[name, *told] for name, told in zip(names, times, strict=True)]
    rows: list[list[Cell]] = [["School lab, Graz, 4 October 2021"], [], ["Name", arrival, left], *people]
    check(Case(word, "att4 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("code", "legend"),
    [
        ("k", "✓ = da   k = krank"), ("A", "✓ = presente; A = assente"), ("a", "✓ = til stede, a = fraværende"),
        ("Α", "✓ = παρών, Α = απών"), ("s", "✔ = present, s = sick"),
    ],
)  # fmt: skip
def test_a_legend_of_a_tick_and_a_code(code: str, legend: str, project: Project) -> None:
    people: list[list[Cell]] = [[name, "✔" if "✔" in legend else "✓"] for name in NAMES[:5]]
    people[1][1] = code
    check(Case(legend, "att4 nc1 ask0", sheet([*TITLE, ["Name", "Zorb"], *people, [], [legend]])), project)


@pytest.mark.parametrize(
    ("morning", "afternoon"),
    [
        ("a.m.", "p.m."),
        ("AM", "PM"),
        ("vm.", "nm."),
        ("form.", "eft."),
        ("fm", "em"),
        ("matt.", "pom."),
        ("π.μ.", "μ.μ."),
    ],
)
def test_halves_of_a_day_say_who_came(morning: str, afternoon: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Aldo Neri", "/", "/"],
        ["Bea Neri", "/", None],
        ["Carla Neri", None, "/"],
        ["Dino Neri", "/", "/"],
        ["Elsa Neri", None, None],
    ]
    title: list[list[Cell]] = [["School lab, Graz, 4 October 2021"], []]
    reading = read(project, [*title, ["Name", morning, afternoon], *rows, [], ["/ = here, blank = not here"]])
    assert len({row.name for row in reading.attendances}) == 4
    assert (len(reading.not_counted), reading.questions, len(reading.events)) == (1, [], 1)


@pytest.mark.parametrize(
    ("legend", "away"),
    [
        ("/ = here, blank = not here", None),
        ("/ = in class   A = absent", "A"),
        ("/ = i klassen, S = syg", "S"),
        ("/ = im Unterricht, f = fehlt", "f"),
        ("/ = in aula, A = assente", "A"),
        ("/ = στην τάξη, Α = απών", "Α"),
    ],
)
def test_a_line_says_which_mark_is_of_those_present(legend: str, away: Cell, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name} Neri", "/"] for name in ("Aldo", "Bea", "Carla", "Dino")]
    last: list[Cell] = ["Elsa Neri", away]
    title: list[list[Cell]] = [["School lab, Graz, 4 October 2021"], []]
    reading = read(project, [*title, ["Name", "Present"], *rows, last, [], [legend]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, 1, [])
