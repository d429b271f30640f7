"""Tests of the order of day and month where a date has two readings and only the sheet's words tell."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.events.date_orders import writes_day_first
from liaison_metrics.sheets.model import Cell, Grid, Hints
from liaison_metrics.sheets.reading import read_sheet

from .cases import PEOPLE, Case, check, sheet


@pytest.mark.parametrize(
    "texts",
    [
        ("LIAISON-messe og familiedag i Vejle 4/9-2021", "Mor/far", "Tlf", "Fra", "Antal børn med"),
        ("Εργαστήριο, Αθήνα 5/6/2021",),
        ("Liste der Teilnehmenden", "Wer", "Herkunftsland"),
        ("Festa di quartiere 4/9/2021", "Chi", "Quanti bambini"),
        ("Feuille de présence", "Prénom"),
        ("Lista", "Nombre y apellidos"),
    ],
    ids=["danish", "greek title", "german", "italian", "french", "spanish"],
)
def test_other_languages_write_the_day_first(texts: tuple[str, ...]) -> None:
    assert writes_day_first(texts)


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("Attendance list, Graz, 04/05/2021", "Name", "Country of origin", "Signature"),
        ("Training of trainers", "Full name", "Phone", "Present"),
        ("Name", "E-mail", "Code"),
    ],
    ids=["no words", "english", "english headers", "international words"],
)
def test_english_and_no_words_leave_the_order_open(texts: tuple[str, ...]) -> None:
    assert not writes_day_first(texts)


def test_the_day_in_words_tells_the_order_of_the_same_day_in_figures(project: Project) -> None:
    lines = ["[03/07/2021, 19:12] Ida: who was at the skill-transfer workshop in Graz (3 July 2021)?"]
    lines += [f"{at}. {name}" for at, name in enumerate(("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Gatti"), 1)]
    reading = read_sheet("chat.txt", "\n".join(lines).encode(), project)
    assert [event.date.isoformat() for event in reading.events] == ["2021-07-03"]
    assert reading.questions == []


AT = Hints(activity="skill_transfer_workshop", city="athens")


def titled(*lines: list[Cell], name: str = "Sheet1") -> Grid:
    """A list in English under some lines."""
    return sheet([*lines, [], ["Name", "Role"], *([person, "participant"] for person in PEOPLE)], name)


@pytest.mark.parametrize(
    ("grid", "file"),
    [
        (titled(["Date: 06/05/2021"], name="May 2021"), "x.xlsx"),
        (titled(["Date: 06/05/2021"], name="May"), "x.xlsx"),
        (titled(["Sewing workshop, May 2021"], ["Date", "06/05/2021"]), "x.xlsx"),
        (titled(["Date: 06/05/2021"]), "sign-in_May_2021.xlsx"),
        (titled(["Date: 06/05/2021"]), "2021-05 workshops.xlsx"),
        (titled(["Thursday 06/05/2021"]), "x.xlsx"),
        (titled(["Date: 06/05/2021 (Thu)"]), "x.xlsx"),
        (titled(["Day: Thursday"], ["Date: 06/05/2021"]), "x.xlsx"),
    ],
)
def test_a_month_or_day_of_the_week_around_a_date_tells_the_order(grid: Grid, file: str, project: Project) -> None:
    check(Case("order", "att6 ask0 date:2021-05-06", grid, None, AT, file), project)


@pytest.mark.parametrize(
    ("grid", "file"),
    [
        (titled(["Date: 06/05/2021"]), "x.xlsx"),
        (titled(["Date: 06/05/2021"], name="October 2021"), "x.xlsx"),
        (titled(["Date: 06/05/2021"], name="May-June 2021"), "x.xlsx"),
        (titled(["Date: 06/05/2021"], ["Trainer: June Smith"]), "x.xlsx"),
        (titled(["Date: 06/05/2021"], ["Next meeting: June 2021"]), "x.xlsx"),
        (titled(["Date: 06/05/2021"]), "sign-in_June_2021.xlsx"),
    ],
)
def test_other_words_leave_the_order_open(grid: Grid, file: str, project: Project) -> None:
    check(Case("open", "att0 q:date_order!", grid, None, AT, file), project)


def test_sheets_named_after_months_agree_on_the_order(project: Project) -> None:
    november = titled(["Date", "12/11/2020"], name="Nov 2020")
    may, june = (titled(["Date", "06/05/2021"], name=name) for name in ("May 2021", "June 2021"))
    check(Case("agree", "att12 ask0 date:2020-11-12 date:2021-05-06", november, may, AT), project)
    check(Case("differ", "att0 q:date_order!", november, june, AT), project)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("04/05/2021", "11/05/2021", "08/06/2021"), "ask0 date:2021-05-04 date:2021-06-08"),
        (("05/04/2021", "05/11/2021", "06/08/2021"), "ask0 date:2021-05-04 date:2021-06-08"),
        (("04/05/2021", "05/06/2021", "06/07/2021"), "q:date_order!"),
        (("04/05/2021", "11/05/2021"), "q:date_order!"),
    ],
)
def test_days_of_a_weekly_plan_tell_the_order(days: tuple[str, ...], expected: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Name", *days], *([person, *["x"] * len(days)] for person in PEOPLE)]
    check(Case("plan", expected, sheet(rows), None, AT), project)
