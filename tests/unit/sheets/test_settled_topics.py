"""Lists that look like those for another purpose need no question where they tell who came, or where it makes no
difference; other tables beside those of who came need none either."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import sheet
from tests.unit.sheets.test_settling import NAMES

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
