"""Remarks about unnamed people who came along with somebody, and about relatives who did not."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.words.names import accompanying_count
from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.prose.companions import companions_told
from liaison_metrics.sheets.words.phrases.prose.relatives import tells_of_relative

from .cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("remark", "people"),
    [
        ("with two kids", 2),
        ("mit zwei Kindern", 2),
        ("med to børn", 2),
        ("con due figli", 2),
        ("με δύο παιδιά", 2),
        ("brought her sister Ida", 1),
        ("hat seinen Bruder Karl mitgebracht", 1),
        ("havde en veninde med", 1),
        ("ha portato un'amica", 1),
        ("έφερε την αδελφή της Μαρία", 1),
        ("+ neighbour", 1),
        ("+ Nachbarin", 1),
        ("+ nabo", 1),
        ("+ vicina di casa", 1),
        ("+ γειτόνισσα", 1),
        ("+ 5 from the club", 5),
        ("kam mit 3 Frauen aus dem Verein", 3),
        ("leder af gruppen, havde 7 medlemmer med", 7),
        ("è venuta con 4 donne dell'associazione", 4),
        ("+ ομάδα 6 ατόμων", 6),
        ("with husband and 2 children", 3),
        ("mit Mann und 2 Kindern", 3),
    ],
)
def test_a_remark_says_who_came_along(remark: str, people: int) -> None:
    assert companions_told(remark) == people


@pytest.mark.parametrize(
    "remark",
    [
        "brought two cakes", "brought her brother's passport", "+ 3 Stunden", "lives with two kids", "har to børn",
        "ha due figli", "kommt mit dem Bus", "con due figli a scuola qui", "i figli vanno a scuola qui", "med hund",
        "did not come with two kids", "με δύο κουλούρια",
    ],
)  # fmt: skip
def test_a_remark_about_something_else(remark: str) -> None:
    assert companions_told(remark) == 0


def test_brackets_behind_a_name_say_who_came_along() -> None:
    names = ("Bea Conti (brought her brother Aldo)", "Ida Berg (med to børn)", "Ida Berg + 5 fra klubben")
    assert [accompanying_count(name) for name in names] == [1, 2, 5]


@pytest.mark.parametrize(
    "remark",
    [
        "her husband is ill", "ihr Mann ist krank", "hendes mand er syg", "il marito è malato",
        "ο άντρας της είναι άρρωστος", "her son could not come", "hans bror ville have været med, men er syg",
    ],
)  # fmt: skip
def test_a_relative_was_away(remark: str) -> None:
    assert tells_of_relative(remark) and not tells_absence(remark)


@pytest.mark.parametrize("remark", ["Kind krank", "her son is ill", "her husband called, she is ill", "was ill"])
def test_the_person_may_have_been_away(remark: str) -> None:
    assert not tells_of_relative(remark)


@pytest.mark.parametrize("header", ["Remarks", "Other", "Andet", "Zorb"])
def test_words_under_any_header_say_who_came_along(header: str, project: Project) -> None:
    remarks = ["", "+ neighbour", "left at 4 pm", "with two kids", "+1"]
    rows = [[name, remark] for name, remark in zip(PEOPLE, remarks, strict=False)]
    check(Case(header, "att5 head4 rej0 ask0", sheet([*TITLE, ["Name", header], *rows])), project)


def test_a_mark_of_coming_is_no_part_of_those_who_came_along(project: Project) -> None:
    rows = [[PEOPLE[0], 2, 1], [PEOPLE[1], 0, None], [PEOPLE[2], 4, 1], [PEOPLE[3], 1, 1]]
    table = [*TITLE, ["Name", "No. of companions", "Present"], *rows]
    check(Case("marks", "att3 head7 nc1 rej0 ask0", sheet(table)), project)
