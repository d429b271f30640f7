"""Lines below a list that count those on it, others, and all of them."""

import pytest

from liaison_metrics.domain.project import Project

from .cases import TITLE
from .grids import PEOPLE, Rows, read

_LIST: Rows = [*TITLE, ["No", "Name", "E-mail"], *([k, *person] for k, person in enumerate(PEOPLE, 1)), []]


@pytest.mark.parametrize(
    "labels",
    [
        ("lt. Liste", "Zaungäste, die geblieben sind", "Im Saal gesamt"),
        ("Names we have", "Names we haven't", "Whole lot"),
        ("A - da elenco", "B - spontanei", "A+B"), ("3 navne", "Derudover kom", "Vi var altså"),
        ("Γραμμένοι", "Άγραφτοι", "Όλοι κι όλοι"), ("No. on sheet", "No. off sheet", "No. present"),
    ],
)  # fmt: skip
def test_a_sum_shows_that_others_came(labels: tuple[str, str, str], project: Project) -> None:
    lines = [[None, label, people] for label, people in zip(labels, (3, 2, 5), strict=True)]
    reading = read(project, [*_LIST, *lines])
    assert (len(reading.attendances), [row.people for row in reading.headcounts]) == (3, [5])
    assert not reading.questions


@pytest.mark.parametrize(
    "labels",
    [
        ("Anwesend", "Entschuldigt", "Angemeldet"), ("Present", "No-shows", "Invited"),
    ],
)  # fmt: skip
def test_those_who_did_not_come_are_not_counted(labels: tuple[str, str, str], project: Project) -> None:
    lines = [[None, label, people] for label, people in zip(labels, (3, 2, 5), strict=True)]
    reading = read(project, [*_LIST, *lines])
    assert reading.questions or sum(row.people for row in reading.headcounts) in (0, 3)
