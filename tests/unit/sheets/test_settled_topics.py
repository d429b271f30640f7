"""Lists that look like those for another purpose need no question where they tell who came, or where it makes no
difference; other tables beside those of who came need none either."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.test_marks_and_roles import NAMES

Rows = list[list[Cell]]
TITLE: Rows = [["Info session, Vejle, 25.03.2021"], []]
SENT = ("10.03.2021 9:04", "12.03.2021 14:44", "14.03.2021 16:41", "15.03.2021 12:37")


def reading_of(project: Project, *tabs: Rows, names: tuple[str, ...] = ("Sheet1", "Sheet2")) -> Reading:
    grids = [sheet(rows, name) for rows, name in zip(tabs, names, strict=False)]
    return read_workbook(Workbook("x.xlsx", "xlsx", grids), project, Hints())


def registered(header: str, times: list[str]) -> Rows:
    """A list of ten people who registered, with times for the first ones."""
    rows: Rows = [[name, SENT[at % len(SENT)], times[at]] for at, name in enumerate(NAMES)]
    return [*TITLE, ["Name", "Registered on", header], *rows]


@pytest.mark.parametrize("header", ["Scanned", "Gescannt", "Scannet", "Scansione", "Σάρωση"])
@pytest.mark.parametrize("day", ["25.03.2021 ", ""])
def test_times_of_some_on_the_day_tell_who_came(project: Project, header: str, day: str) -> None:
    times = [f"{day}18:{13 + at}" if at < 7 else "" for at in range(10)]
    reading = reading_of(project, registered(header, times))
    assert (len(reading.attendances), reading.open_questions) == (7, [])


@pytest.mark.parametrize("times", [[""] * 10, [f"1{at}.03.2021 9:1{at}" if at < 7 else "" for at in range(10)]])
def test_other_times_leave_the_question(project: Project, times: list[str]) -> None:
    assert reading_of(project, registered("Zorbit", times)).open_questions


def refunds(*above: Cell) -> Rows:
    paid: Rows = [[name, "bus", f"{at},50"] for at, name in enumerate(NAMES)]
    return [["Travel refunds"], *TITLE[:1], [*above], [], ["Name", "From", "Amount €"], *paid]


def test_a_number_of_participants_that_has_room_for_the_list_needs_no_question(project: Project) -> None:
    reading = reading_of(project, refunds("Participants in all", 31))
    assert (max(row.people for row in reading.headcounts), reading.open_questions) == (31, [])
    assert reading_of(project, refunds()).open_questions
    assert reading_of(project, refunds("Participants in all", 5)).open_questions


LISTED: Rows = [[name, "A"] for name in NAMES]
LIST: Rows = [*TITLE, ["Name", "Club"], *LISTED]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("title", ["Rota", "Vagtplan", "Schichtplan", "Turni volontari", "Βάρδιες εθελοντών"])
def test_shifts_of_no_event_stand_beside_a_list(project: Project, title: str, first: bool) -> None:
    on_duty: Rows = [[f"{name} Aas", "9-12"] for name in NAMES[:5]]
    shifts: Rows = [[title], ["Name", "Shift"], *on_duty]
    tabs, names = ((shifts, LIST), (title, "List")) if first else ((LIST, shifts), ("List", title))
    reading = reading_of(project, *tabs, names=names)
    assert (len(reading.attendances), reading.open_questions) == (len(NAMES), [])


def test_who_went_in_and_out_is_no_plan_of_shifts(project: Project) -> None:
    hours: Rows = [["Ole", "10-11", 20, 13, 7], ["Ole", "11-12", 15, 19, 3], ["Ida", "12-13", 26, 23, 6]]
    reading = reading_of(project, [*TITLE, ["Shift", "Time", "Came in", "Went out", "Inside"], *hours])
    assert (sum(row.people for row in reading.headcounts), reading.open_questions) == (61, [])


STATED = [
    ("Registrations", "There were 7 people in all"),
    ("Anmeldungen", "Insgesamt waren 7 Personen da"),
    ("Iscrizioni", "In tutto erano presenti 7 persone"),
    ("Tilmeldinger", "I alt var der 7 personer"),
    ("Εγγραφές", "Συνολικά ήταν παρόντες 7 άτομα"),
]


@pytest.mark.parametrize(("title", "told"), STATED)
@pytest.mark.parametrize("none", ["", "—"])
def test_marks_of_as_many_as_came_tell_who_came(project: Project, title: str, told: str, none: str) -> None:
    rows: Rows = [[*row[:2], "x" if at < 7 else none] for at, row in enumerate(registered("", [""] * 10)[3:])]
    above: Rows = [*TITLE[:1], [title], [], ["Name", "Registered on", "Zorbit"]]
    reading = reading_of(project, [*above, *rows, [], [told]])
    assert (len(reading.attendances), len(reading.not_counted), reading.open_questions) == (7, 3, [])
    assert reading_of(project, [*above, *rows]).open_questions
    assert reading_of(project, [*above, *rows, [], [told.replace("7", "8")]]).open_questions


@pytest.mark.parametrize(
    "line",
    ["7 people stayed for lunch", "7 people wanted to come again", "Registered: 7 people", "Angemeldet: 7 Personen",
     "7 Personen blieben zum Essen", "7 persone sono rimaste a pranzo", "Iscritti: 7 persone",
     "7 personer vil gerne komme igen", "Næste gang 7 personer", "Αναμένονται 7 άτομα", "7 άτομα έμειναν για φαγητό"],
)  # fmt: skip
def test_numbers_of_other_people_leave_the_question(project: Project, line: str) -> None:
    rows: Rows = [[*row[:2], "x" if at < 7 else ""] for at, row in enumerate(registered("", [""] * 10)[3:])]
    assert reading_of(project, [*registered("Zorbit", [""] * 10)[:3], *rows, [], [line]]).open_questions


def test_walk_ins_below_have_no_mark_and_count(project: Project) -> None:
    rows: Rows = [[*row[:2], "✓" if at < 6 else "—"] for at, row in enumerate(registered("", [""] * 10)[3:])]
    more: Rows = [
        [],
        ["Not registered, came anyway"],
        ["Aldo Riva"],
        ["Berta Kunz"],
        [],
        ["There were 8 people in all"],
    ]
    above: Rows = [*TITLE[:1], ["Registrations"], [], ["Name", "Registered on", "Zorbit"]]
    reading = reading_of(project, [*above, *rows, *more])
    assert (len(reading.attendances), len(reading.not_counted), reading.open_questions) == (8, 4, [])


@pytest.mark.parametrize(
    ("times", "came"),
    [
        (["17:31", "17:33", "17:34", "17:41", "17:42", "18:03", "18:05", "", "", ""], 7),
        (["17.33", "17.31", "-", "17.41", "17.44", "18.03", "18.07", "-", "17.58", "-"], 7),
        (["25.03.2021 17:31", "", "25.03.2021 17:34", "25.03.2021 17:36", "25.03.2021 17:52", "", "", "", "",
          "25.03.2021 17:29"], 5),
        (["9:00", "9:15", "9:30", "9:45", "10:00", "10:15", "10:30", "", "", ""], 0),
        (["10:12", "11:23", "10:12", "11:23", "10:12", "11:23", "10:12", "", "", ""], 0),
        (["8:12", "11:23", "14:01", "16:44", "19:52", "20:13", "21:37", "", "", ""], 0),
    ],
)  # fmt: skip
def test_times_that_nobody_plans_tell_who_came(project: Project, times: list[str], came: int) -> None:
    rows: Rows = [[*row[:2], times[at]] for at, row in enumerate(registered("", [""] * 10)[3:])]
    reading = reading_of(project, [*TITLE[:1], ["Registrations"], [], ["Name", "Registered on", "Zorbit"], *rows])
    assert (len(reading.attendances), bool(reading.open_questions)) == (came, not came)


@pytest.mark.parametrize("head", ["Preferred time", "Wunschtermin", "Fascia oraria", "Ønsket tid", "Ώρα ραντεβού"])
def test_times_that_people_chose_tell_nothing(project: Project, head: str) -> None:
    times = ["17:31", "17:33", "17:34", "17:41", "17:42", "18:03", "18:05", "", "", ""]
    assert reading_of(project, registered(head, times)).open_questions


@pytest.mark.parametrize(
    ("title", "head"),
    [("Duty roster", "Shift"), ("Schichtplan", "Schicht"), ("Turni", "Turno"), ("Vagtplan", "Vagt"),
     ("Πρόγραμμα βαρδιών", "Βάρδια")],
)  # fmt: skip
def test_shifts_of_the_event_stand_beside_its_list(project: Project, title: str, head: str) -> None:
    on_duty: Rows = [["9-12", f"{name} Aas"] for name in NAMES[:5]]
    shifts: Rows = [*TITLE[:1], [title], [], [head, "Name"], *on_duty]
    for tabs in ((LIST, shifts), (shifts, LIST)):
        reading = reading_of(project, *tabs, names=("A", "B"))
        assert (len(reading.attendances), reading.open_questions) == (len(NAMES), [])
    assert reading_of(project, shifts).open_questions


@pytest.mark.parametrize(
    "title", ["Lunch order", "Essensbestellung", "Ordine pasti", "Madbestilling", "Παραγγελία γευμάτων"]
)
def test_who_orders_a_meal_is_asked_about(project: Project, title: str) -> None:
    rows: Rows = [[name, "A" if at % 2 else "B"] for at, name in enumerate(NAMES)]
    assert reading_of(project, [[title], *TITLE[:1], [], ["Name", "Dish"], *rows]).open_questions


@pytest.mark.parametrize("label", ["Topic", "Thema", "Tema", "Emne", "Θέμα"])
def test_what_an_event_was_about_is_no_title_of_the_list(project: Project, label: str) -> None:
    rows: Rows = [[name, "A", "x"] for name in NAMES]
    above: Rows = [*TITLE[:1], [label, "Hospital stays and permission slips"], [], ["Name", "Club", "Signature"]]
    reading = reading_of(project, [*above, *rows])
    assert (len(reading.attendances), reading.open_questions) == (len(NAMES), [])
    assert reading_of(project, [*TITLE[:1], ["Consent forms"], [], ["Name", "Club", "Signature"], *rows]).open_questions
