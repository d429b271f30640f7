"""People counted hour by hour in several columns: those that tie with a total or with each other have everybody."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.tables.lists.counts.by_hour.tied_columns import columns_of_all
from tests.unit.sheets.cases import Case, check, sheet

Rows = list[list[Cell]]

HERE = Hints("project_fair", "graz")
DAY: Rows = [["Project fair, Saturday 18 September 2021"], []]
GATES: Rows = [["9-10", 38, 21, 4], ["10-11", 64, 40, 30], ["11-12", 91, 77, 71, "rain"], ["12-13", 31, 18, 80]]


@pytest.mark.parametrize(
    "heads",
    [
        [["fascia oraria", "ENTRATE", "", "usciti", "note"], ["", "via Nord", "via Sud", "via Nord"]],
        [["", "People in", "", "People out"], ["Hour", "North", "South", "North", "Remarks"]],
        [["Uhrzeit", "rein", "", "raus"], ["", "Nordtor", "Südtor", "Nordtor"]],
    ],
)
def test_the_total_says_which_gates_count(heads: Rows, project: Project) -> None:
    rows = [*DAY, *heads, *GATES, ["sum", 224, 156, 185], [], ["Visitors in total", 380]]
    check(Case("gates", "head380 ev1 ask0", sheet(rows), hints=HERE), project)


@pytest.mark.parametrize(
    ("headers", "day"),
    [
        ("Hour from|Adults in|Children in|Total|Prams", "Day"),
        ("Uhrzeit|Erwachsene rein|Kinder rein|zusammen|Kinderwagen", "Summe"),
        ("Kl.|Voksne|Børn|I alt|Hunde", "Dagen"),
    ],
)
def test_what_the_total_leaves_out_is_nobody(headers: str, day: str, project: Project) -> None:
    hours: Rows = [["09:00", 20, 6, 26, 1], ["10:00", 24, 4, 28, 0], ["11:00", 33, 6, 39, 2]]
    rows = [*DAY, ["Counted at the gate"], [*headers.split("|")], *hours, [day, 77, 16, 93]]
    check(Case("prams", "head93 ev1 ask0", sheet(rows), hints=HERE), project)


def test_a_counter_beside_those_who_are_new(project: Project) -> None:
    hours: Rows = [["10.00", 18, 18, "sun"], ["10.30", 41, 23, "sun"], ["11.00", 66, 25, "rain"]]
    rows = [*DAY, ["Kl.", "Kliktal (løbende)", "nye siden sidst", "Vejr"], *hours, [], ["Besøgende i alt", 66]]
    check(Case("clicker", "head66 ev1 ask0", sheet(rows), hints=HERE), project)


def test_a_gate_beside_the_sum_of_two_others_is_not_left_out() -> None:
    numbers = {1: [1, 2, 3], 2: [4, 5, 6], 3: [5, 7, 9], 4: [2, 2, 2]}
    assert columns_of_all(numbers, [], []) == ()
    assert columns_of_all(numbers, [], [4]) == (3,)
    assert columns_of_all(numbers, [27], []) == ()
