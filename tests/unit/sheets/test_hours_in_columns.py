"""People counted by the hour, with its beginning and end in two columns."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import Case, check, sheet

Rows = list[list[Cell]]

HERE = Hints("project_fair", "graz")
DAY: Rows = [["Project fair, Saturday 29 May 2021"], []]
HOURS: Rows = [[10, 11, 12], [11, 12, 31], [12, 13, 26], [15, 16, 8]]


@pytest.mark.parametrize(
    ("headers", "below"),
    [
        ("from|to|visitors", [["total", "", 77]]),
        ("von|bis|Besucher", [["", "Summe", 77]]),
        (
            "dalle|alle|persone",
            [["", "totale giornata", 77], [], ["le stesse persone"], ["bambini", 61], ["adulti", 16]],
        ),
        ("fra|til|besøgende", []),
        ("από|έως|επισκέπτες", [["Σύνολο", "", 77]]),
    ],
)
def test_hours_in_two_columns(headers: str, below: Rows, project: Project) -> None:
    rows = [*DAY, [*headers.split("|")], *HOURS, *below]
    check(Case("hours", "ev1 ask0", sheet(rows), hints=HERE), project)
    check(Case("hours", "head77", sheet(rows[:-2] if below[2:] else rows), hints=HERE), project)


def test_numbers_that_are_no_hours_stay(project: Project) -> None:
    rows = [*DAY, ["Women", "Men", "Stall"], [10, 11, "Honey"], [11, 12, "Bread"], [12, 13, "Chess"]]
    check(Case("no hours", "head69", sheet(rows), hints=HERE), project)
