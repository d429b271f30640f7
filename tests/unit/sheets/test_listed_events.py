"""Lists of people that say by a code, or by their sheet's name, which event of another sheet they are about."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.tables.codes.listed_events import join_listed_events

from .cases import PEOPLE, sheet

FIRST, SECOND = date(2021, 7, 12), date(2021, 7, 19)


def events(code: str = "ID", codes: tuple[Cell, Cell] = ("PA-01", "PA-02"), counted: str = "Partecipanti") -> Grid:
    rows: list[list[Cell]] = [["Piano delle attività"], [], [code, "Data", "Tipologia", "Titolo", counted]]
    rows += [[codes[0], FIRST, "Laboratorio di scambio di competenze", "Sartoria", 2]]
    return sheet([*rows, [codes[1], SECOND, "Focus group", "Dialogo", 4], ["", "", "", "Totale", 6]], "Eventi")


def people(code: str = "ID evento", codes: tuple[Cell, Cell] = ("PA-01", "PA-02"), *above: str) -> Grid:
    rows = [[codes[at > 1], at + 1, *name.split()] for at, name in enumerate(PEOPLE)]
    return sheet([*([line] for line in above), [code, "Progr.", "Nome", "Cognome"], *rows], "Presenze")


@pytest.mark.parametrize(
    "grids",
    [
        [events(), people()],
        [people(), events()],
        [events(counted="Budget"), people()],
        [events(), people("Cod.", ("PA-01", "PA-02"), "Elenco presenze")],
        [events("N.", (1, 2)), people("N. evento", (1, 2))],
        [events("Evento n.", (1, 2)), people("Evento n.", (1, 2))],
    ],
)
def test_codes_lead_to_events(grids: list[Grid], project: Project) -> None:
    reading = read_workbook(Workbook("x.xlsx", "xlsx", grids), project, Hints(city="palermo"))
    days = [reading.events[row.event].date for row in reading.attendances]
    assert (days, reading.questions) == ([FIRST] * 2 + [SECOND] * 4, [])


@pytest.mark.parametrize(
    "grids",
    [
        [events(), people(codes=("PA-01", "PA-03"))],
        [events("N.", (1, 2)), people("N.", ("", ""))],
        [events(codes=("PA-01", "PA-01")), people()],
        [events("N.", (1, 2)), people("Gruppo", (1, 2))],
    ],
)
def test_other_codes_lead_nowhere(grids: list[Grid]) -> None:
    assert join_listed_events(grids) == grids


def test_a_sheet_named_after_a_code_is_about_that_event(project: Project) -> None:
    rows = [["Nome", "Cognome"], *(name.split() for name in PEOPLE)]
    named = [sheet(rows[:3], "PA-01"), sheet([rows[0], *rows[3:]], "PA-02")]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [events(), *named]), project, Hints(city="palermo"))
    days = [reading.events[row.event].date for row in reading.attendances]
    assert (days, reading.questions) == ([FIRST] * 2 + [SECOND] * 4, [])
    dated = sheet([["Data: 1.9.2021"], *rows], "PA-01")
    assert join_listed_events([events(), dated])[1] is dated


@pytest.mark.parametrize(("head", "mark"), [("Session", 1), ("Incontro", "1"), ("Termin", 1)])
def test_marks_under_numbered_sessions_are_no_codes(head: str, mark: Cell, project: Project) -> None:
    rows: list[list[Cell]] = [["Name", *(f"{head} {at}" for at in (1, 2)), "Total"]]
    rows += [[name, mark, mark, 2] for name in PEOPLE]
    days = sheet([[head, "Date", "Topic"], [1, FIRST, "Soil"], [2, SECOND, "Seeds"]], "Dates")
    hints = Hints(activity="skill_transfer_workshop", city="graz")
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows, "Register"), days]), project, hints)
    assert [reading.events[row.event].date for row in reading.attendances] == [FIRST, SECOND] * len(PEOPLE)
    assert reading.questions == []
