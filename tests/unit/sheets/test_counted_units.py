"""People counted by tables, rooms or shifts."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("head", "units", "total"),
    [
        (["Group table", "No."], ["Table 1", "Table 2", "Table 3"], ["Total: 31 participants"]),
        (["LOKALE", "ANTAL"], ["Lokale 101", "Lokale 102", "Lokale 204"], ["Samlet", 31]),
        (["TAVOLO", "N."], ["Tavolo 1", "Tavolo 2", "Tavolo 3"], ["In tutto 31 persone"]),
        (["Uhr", "Ankünfte"], ["9:00-10:00", "10:00-11:00", "11:00-12:00"], ["Alle zusammen", 31]),
        (["Τραπέζι", "Πλήθος"], [1, 2, 3], ["Σύν.", 31]),
    ],
)
def test_a_stated_total_shows_that_numbers_are_people(
    head: list[Cell], units: list[Cell], total: list[Cell], project: Project
) -> None:
    above: list[list[Cell]] = [["Headcount of visitors"], *TITLE]
    rows: list[list[Cell]] = [*above, head, *([unit, n] for unit, n in zip(units, (12, 7, 12), strict=True)), total]
    check(Case(str(head), "head31 ev1 ask0", sheet(rows)), project)


def test_a_form_that_divides_its_people_is_no_such_table(project: Project) -> None:
    rows: list[list[Cell]] = [["Visitors"], *TITLE[:3], ["Participants in all", 20], ["of whom Syrian", 9]]
    check(Case("form", "head20 ev1 ask0", sheet([*rows, ["of whom local", 11]])), project)


def test_sick_pupils_beside_those_who_came_are_none(project: Project) -> None:
    rows: list[list[Cell]] = [["Visitors"], *TITLE, ["Class", "Pupils present", "Ill"], ["5.A", 22, 2], ["5.B", 19, 5]]
    check(Case("ill", "head41 ev1 ask0", sheet([*rows, ["Total", 41, 7]])), project)


def test_other_numbers_with_a_total_are_no_people(project: Project) -> None:
    rows: list[list[Cell]] = [["Item", "Price"], ["Paper", 12], ["Pens", 7], ["Total", 19]]
    check(Case("prices", "refused", sheet(rows)), project)
