"""The people whom lines of minutes name."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, Case, check, sheet

HEADS = [
    ("Presenti:", "Assenti giustificati:"),
    ("Anwesend:", "Entschuldigt:"),
    ("Til stede:", "Afbud:"),
    ("Παρόντες:", "Απόντες:"),
    ("Present:", "Apologies:"),
]


def minutes(lines: list[str], present: str, absent: str, *, gap: bool = False) -> list[list[Cell]]:
    """Minutes with these lines below the word for those present."""
    told = [
        "Focus group, Palermo, 3 March 2021",
        "",
        present,
        *([""] if gap else []),
        *lines,
        "",
        absent,
        "- Ida Holm",
        "",
        "We meet again.",
    ]
    return [[line] for line in told]


@pytest.mark.parametrize(("present", "absent"), HEADS)
@pytest.mark.parametrize("lead", ["- ", "• ", ""])
@pytest.mark.parametrize("name", ["shafiqul Giglio", "Shafiqul giglio", "shafiqul giglio"])
def test_a_name_without_capitals_ends_no_list(
    name: str, lead: str, present: str, absent: str, project: Project
) -> None:
    lines = [f"{lead}{one}" for one in (*PEOPLE[:2], name, *PEOPLE[2:])]
    check(Case(name, "att7 nc1 ask0", sheet(minutes(lines, present, absent))), project)


@pytest.mark.parametrize("name", ["o'brien Sean", "awa", "anna maria bruno", "prof.ssa Anna Neri", "n.n."])
@pytest.mark.parametrize("at", [0, 1, 6])
@pytest.mark.parametrize("gap", [True, False])
def test_a_line_with_a_bullet_among_others_is_somebody(name: str, at: int, project: Project, *, gap: bool) -> None:
    lines = [f"- {one}" for one in (*PEOPLE[:at], name, *PEOPLE[at:])]
    check(Case(name, "att7 nc1 ask0", sheet(minutes(lines, *HEADS[0], gap=gap))), project)


@pytest.mark.parametrize("line", ["due studenti", "3 studenti del liceo"])
def test_people_follow_a_line_that_nobody_understands(line: str, project: Project) -> None:
    lines = [f"- {one}" for one in (*PEOPLE[:2], line, *PEOPLE[2:])]
    check(Case(line, "named6 nc1", sheet(minutes(lines, *HEADS[0]))), project)


@pytest.mark.parametrize("along", ["+ 1 Kind", "+ 2 children", "+ 2 figli", "+ 1 barn", "+ 3 παιδιά"])
@pytest.mark.parametrize("head", ["Presenti:", "Danke, es war super! Am 12.06. waren da:"])
def test_who_brings_others_is_somebody_in_such_a_list(along: str, head: str, project: Project) -> None:
    lines = [f"{at}. {one}" for at, one in enumerate([*PEOPLE[:2], f"Zeynep Güneş {along}", *PEOPLE[2:]], 1)]
    check(Case(along, f"att7 head{along.split()[1]} nc1 ask0", sheet(minutes(lines, head, "Assenti:"))), project)
