"""Two columns of times at which people came and left."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


def timed(first: str, second: str, came: str, left: str) -> list[list[Cell]]:
    """Six people, of whom four have times."""
    times: list[list[Cell]] = [[came, left], [came, left], [None, None], [came, left], [None, None], [came, left]]
    return [*TITLE, ["Name", first, second], *([name, *told] for name, told in zip(PEOPLE, times, strict=True))]


@pytest.mark.parametrize(
    ("first", "second", "came", "left"),
    [
        ("von", "bis", "18 Uhr", "20 Uhr"),
        ("Drop-off", "Pick-up", "8:45 am", "3:10 pm"),
        ("Mødt", "Gået", "kl. 9", "kl. 12"),
        ("Ήρθε", "Έφυγε", "6 μ.μ.", "8 μ.μ."),
        ("E", "U", "08:30", "12:30"),
        ("Orario di arrivo", "Orario di uscita", "ore 16,30", "ore 18,30"),
    ],
)
def test_who_has_no_times_did_not_come(first: str, second: str, came: str, left: str, project: Project) -> None:
    check(Case(first, "att4 nc2 ask0", sheet(timed(first, second, came, left))), project)


@pytest.mark.parametrize(
    ("first", "second", "came", "left"),
    [
        ("Code A", "Code B", "0900", "1130"),
        ("Hotel arrival", "Hotel departure", "14:00", "18:00"),
        ("Old fee", "New fee", "6.15", "8.30"),
    ],
)
def test_other_times_and_numbers_leave_everybody(
    first: str, second: str, came: str, left: str, project: Project
) -> None:
    check(Case(first, "nc0", sheet(timed(first, second, came, left))), project)
