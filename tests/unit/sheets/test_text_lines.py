"""Legends of marks."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.tables.text_lines import legend_marks

from .cases import PEOPLE, Case, check, sheet

MARKS: list[list[Cell]] = [["x", "(x)"], ["x", "x"], ["(x)", "x"], ["x", "x"], ["x", ""], ["x", "x"]]
AWAY = [
    "x = war da, (x) = angemeldet, aber nicht gekommen, – = nicht angemeldet",
    "X = presente, (X) = iscritto ma assente",
    "x: var der, (x): tilmeldt men kom ikke",
    "Χ = παρών, (Χ) = δηλώθηκε αλλά δεν ήρθε",
    "x = there, (x) = signed up only",
]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        (
            "Legenda: P = presente; rit. = arrivata/o in ritardo; g = assente giustificata/o",
            {"p": True, "rit": True, "g": False},
        ),
        ("✓ da · e entschuldigt · f gefehlt", {"✓": True, "e": False, "f": False}),
    ],
)
def test_what_marks_mean(line: str, marks: dict[str, bool]) -> None:
    assert legend_marks(line) == marks


def matrix(legend: str) -> list[list[Cell]]:
    rows = [[name, *marks] for name, marks in zip(PEOPLE, MARKS, strict=True)]
    return [["Skill-transfer workshop, Palermo"], [legend], ["Name", "17/3/2021", "24/3/2021"], *rows]


@pytest.mark.parametrize("legend", AWAY)
def test_a_mark_in_brackets_means_what_the_legend_says(legend: str, project: Project) -> None:
    check(Case(legend, "att9 ev2 ask0", sheet(matrix(legend))), project)


def test_a_mark_in_brackets_may_be_of_somebody_who_came(project: Project) -> None:
    check(Case("late", "att11 ev2 ask0", sheet(matrix("x = there, (x) = came late"))), project)


def test_a_mark_in_brackets_without_a_clear_meaning_is_asked_about(project: Project) -> None:
    check(Case("unclear", "att9 ev2 q:present", sheet(matrix("x = there, (x) = green table"))), project)


@pytest.mark.parametrize(
    "legend",
    [
        "P present / A absent / AA absent with apologies",
        "P presente / A assente / G assente giustificato",
        "M mødt / F fraværende / A afbud",
        "Π παρών / Α απών / Δ δικαιολογημένα απών",
    ],
)
def test_slashes_stand_between_signs(legend: str, project: Project) -> None:
    came, absent, excused = (part.split()[0] for part in legend.split(" / "))
    told = zip(PEOPLE, [came, came, absent, came, excused, came], strict=True)
    rows: list[list[Cell]] = [["Committee meeting, Vejle, 3/3/2021"], [], ["Member", "Status"], *map(list, told)]
    check(Case(legend, "att4 nc2 ev1 ask0", sheet([*rows, [], [legend]])), project)


@pytest.mark.parametrize(
    "text",
    [
        "On 6 October 2021 the school lab took place in Graz. 23 pupils took part (14 girls, 9 boys), with a teacher. "
        "25 booklets were given out, 21 forms came back.",
        "Am 6. Oktober 2021 fand in Graz das Schullabor statt. Teilgenommen haben 23 Schüler (14 Mädchen, 9 Burschen), "
        "zwei Lehrer begleiteten sie. 25 Hefte wurden verteilt, 21 Bögen kamen zurück.",
    ],
)
def test_sentences_with_many_commas_are_no_headers(text: str, project: Project) -> None:
    cells: list[Cell] = [part.strip() for part in text.split(",")]
    reading = read_workbook(Workbook("report.txt", "csv", [Grid("report", [["Report"], [], cells])]), project)
    assert [event.activity for event in reading.events] == ["school_lab"]
    assert sum(row.people for row in reading.headcounts) == 23


def test_what_a_post_reached_and_who_was_on_duty_are_nobody_who_came(project: Project) -> None:
    lines: list[list[Cell]] = [
        ["Awareness-raising campaign in Vejle, 28 August 2021"], ["64 people came to our stand."],
        ["The Facebook post reached 900 people."], ["Four of us were on duty."],
    ]  # fmt: skip
    reading = read_workbook(Workbook("report.txt", "csv", [Grid("report", lines)]), project)
    assert [row.people for row in reading.headcounts] == [64]
