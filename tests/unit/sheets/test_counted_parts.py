"""People counted stand by stand in the parts of a day: each stand has the sum of its parts."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, sheet

STANDS: list[list[Cell]] = [["Food", 12, 20], ["Crafts", 8, 9], ["Music", 5, 7]]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Visitors per stand", ["Stand", "morning", "afternoon"]),
        ("Besucherzählung", ["Stand", "10-13 Uhr", "13-17 Uhr"]),
        ("Boder og besøgende", ["Bod", "Formiddag", "Eftermiddag"]),
        ("Visitatori per stand", ["", "mattina", "pomeriggio"]),
        ("Επισκέπτες ανά περίπτερο", ["Περίπτερο", "πρωί", "απόγευμα"]),
    ],
    ids=["English", "German", "Danish", "Italian", "Greek"],
)
@pytest.mark.parametrize("total", [True, False])
def test_parts_of_the_day_add_up(project: Project, title: str, heads: list[Cell], total: bool) -> None:
    rows = [*TITLE, [title], heads, *STANDS, *([["Total", 25, 36]] if total else [])]
    check(Case("stands", "head61 ask0", sheet(rows)), project)


def test_a_sum_that_does_not_tie_is_not_passed_over(project: Project) -> None:
    rows = [*TITLE, ["Visitors per stand"], ["Stand", "morning", "afternoon"], *STANDS, ["Total", 25, 40]]
    check(Case("stands", "refused", sheet(rows)), project)


def test_numbers_of_nothing_in_particular_count_nobody(project: Project) -> None:
    rows = [*TITLE, ["Our stalls"], ["Stand", "morning", "afternoon"], *STANDS]
    check(Case("stands", "refused", sheet(rows)), project)


def test_parts_of_two_days_are_not_added(project: Project) -> None:
    rows = [*TITLE, ["Visitors per stand"], ["Stand", "Sat morning", "Sun morning"], *STANDS]
    check(Case("stands", "refused", sheet(rows)), project)
