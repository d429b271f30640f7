"""Logs of interviews that name nobody, under headers of any words: each interview that was held is one person."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Hints, Reading
from tests.unit.sheets.grids import Rows, events, read

INTERVIEWS = Hints(activity="interview", city="graz")
HEADS = ["Zunk", "Froob", "Mip", "Garb", "Trillo", "Plim"]
HELD = ["2021-11-03", "2021-11-05", "2021-11-09"]
WHO = ["shopkeeper", "young man, 19", "imam", "teacher"]
DAYS = ["2021-11-03", "2021-11-05", "2021-11-06", "2021-11-09"]


def log(*columns: Sequence[Cell], heads: Sequence[Cell] = HEADS) -> Rows:
    return [heads[: len(columns)], *map(list, zip(*columns, strict=True))]


def held(reading: Reading) -> list[tuple[str, str, str, int]]:
    return [event for event in events(reading) if event[-1]]


@pytest.mark.parametrize(
    "rows",
    [
        log(
            [1, 2, 3, 4], [*DAYS], [*WHO], ["Syrian", "Local", "Afghan", "Local"], ["done", "done", "postponed", "done"]
        ),
        log(["A1", "A2", "A3", "A4"], [*DAYS], [*WHO], [31, 44, None, 57], ["done", "done", "postponed", "done"]),
        log([*DAYS], [*WHO], ["31΄", "44΄", "", "57΄"], ["ναι", "ναι", "όχι", "ναι"]),
        log([*WHO], [*DAYS], ["fatta", "fatta", "rinviata", "fatta"], [40, 39, "", 60]),
        log([1, 2, 3, 4], [*DAYS], [*WHO], ["yes", "yes", "no", "yes"], heads=["No", "Date", "Who", "Status"]),
    ],
)
def test_every_interview_that_was_held_is_one_person(project: Project, rows: Rows) -> None:
    reading = read(project, rows, hints=INTERVIEWS)
    assert held(reading) == [("interview", "graz", day, 1) for day in HELD]
    assert not reading.questions


def test_rows_without_a_length_settle_a_word_that_nobody_knows(project: Project) -> None:
    days, who = [*DAYS, "2021-11-10"], [*WHO, "cook"]
    status = ["done", "done", "postponed", "done", "zibbed"]
    reading = read(project, log([*days], [*who], [31, 44, None, 57, None], [*status]), hints=INTERVIEWS)
    assert held(reading) == [("interview", "graz", day, 1) for day in HELD]


@pytest.mark.parametrize(
    "rows",
    [
        log([*DAYS], [*WHO], ["45 min", "45 min", "45 min", "45 min"]),
        log([*DAYS], [*WHO], ["10:00", "11:30", "15:00", "9:00"]),
    ],
)
def test_a_plan_of_interviews_lists_nobody(project: Project, rows: Rows) -> None:
    with pytest.raises(RefusedFile):
        read(project, rows, hints=INTERVIEWS)


def test_other_events_with_a_status_are_no_people(project: Project) -> None:
    rows = log([*DAYS], [*WHO], ["Syrian", "Local", "Afghan", "Local"], ["done", "done", "postponed", "done"])
    with pytest.raises(RefusedFile):
        read(project, rows, hints=Hints(activity="info_session", city="graz"))
