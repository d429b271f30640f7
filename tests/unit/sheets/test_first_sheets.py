"""Sheets of a file of which only the first has a title."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet


def named(name: str, title: list[Cell], head: str, days: list[Cell], more: str = "") -> Grid:
    """People with marks under days, below a title; four came on each day."""
    came = [
        [name, *["x" if at > 1 else "" for _day in days], *([""] if more else [])] for at, name in enumerate(PEOPLE)
    ]
    return sheet([*([title] if title else []), [head, *days, *([more] if more else [])], *came], name)


@pytest.mark.parametrize(
    ("title", "head", "names", "more"),
    [
        ("Laboratorio di scambio di competenze – Palermo, 2021", "Nome", ("pane", "bici"), "note"),
        ("Skill-transfer workshop, Athens, spring 2021", "Name", ("Group A", "Group B"), ""),
        ("Færdighedsworkshop, Vejle, forår 2021", "Navn", ("Hold 1", "Hold 2"), "Bemærkninger"),
    ],
)
def test_groups_have_the_title_of_the_first(
    title: str, head: str, names: tuple[str, str], more: str, project: Project
) -> None:
    days: list[list[Cell]] = [["2.3.", "9.3."], ["4.3.", "11.3."]]
    grids = (named(names[0], [title], head, days[0], more), named(names[1], [], head, days[1]))
    check(Case("groups", "att16 ev4 ask0 date:2021-03-11", *grids), project)


@pytest.mark.parametrize(
    ("title", "head", "names", "days"),
    [
        ("OEP-Schulung Graz 2021", "Name", ("September", "Oktober"), (["7.", "14."], ["5.", "12."])),
        ("Formazione OEP Palermo, a.s. 2021/22", "Nome", ("ott", "gen"), (["gio 7", "gio 14"], ["gio 13", "gio 20"])),
    ],
)
def test_months_have_the_year_of_the_first(
    title: str, head: str, names: tuple[str, str], days: tuple[list[Cell], list[Cell]], project: Project
) -> None:
    grids = (named(names[0], [title], head, days[0]), named(names[1], [], head, days[1]))
    check(Case("months", "att16 ev4 ask0", *grids), project)


def test_another_list_has_no_title(project: Project) -> None:
    first = named("Workshop", ["Skill-transfer workshop, Graz"], "Name", [date(2021, 3, 2), date(2021, 3, 9)])
    other = sheet([["Contact", "Phone", date(2021, 4, 6), date(2021, 4, 13)], *([n, "", "x", ""] for n in PEOPLE)], "x")
    check(Case("another", "att8 ev2 q:activity!", first, other), project)
