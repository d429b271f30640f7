"""Numbers beside those of the people who came: of a class on its register, of cases that were opened."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, sheet

_CLASSES: list[list[Cell]] = [["1a", 21, 2, 19], ["1b", 20, 4, 16], ["2a", 23, 1, 22]]


@pytest.mark.parametrize(
    "header",
    [
        ["Klasse", "Kinder laut Liste", "davon krank", "wirklich da"],
        ["Τμήμα", "Παιδιά στον κατάλογο", "Άρρωστα", "Ήρθαν"],
        ["Classe", "Bambini da elenco", "Malati", "Venuti"],
        ["Class", "On roll", "Off sick", "Really there"],
        ["Klasse", "Børn på listen", "Syge", "Mødt op"],
    ],
)
@pytest.mark.parametrize("more", [[], [["3a", 19, None, 0]]])
def test_who_is_on_the_register_and_away_is_not_asked_about(
    header: list[Cell], more: list[list[Cell]], project: Project
) -> None:
    asked = "ask0" if not more or header[-1] in ("wirklich da", "Really there") else ""
    check(Case("classes", f"head57 ev1 {asked}", sheet([*TITLE, header, *_CLASSES, *more])), project)


@pytest.mark.parametrize(
    ("came", "cases"),
    [
        ("Fremmødte", "Sager oprettet"), ("Gekommen", "Akten angelegt"), ("Persone", "Pratiche aperte"),
        ("People", "Cases opened"), ("Άτομα", "Φάκελοι"),
    ],
)  # fmt: skip
def test_cases_are_nobody(came: str, cases: str, project: Project) -> None:
    days: list[list[Cell]] = [["10.03.2021", 14, 6], ["14.04.2021", 27, 1], ["19.05.2021", 11, 3]]
    check(Case(cases, "head52 ev3 ask0", sheet([*TITLE[:2], [], ["Date", came, cases], *days])), project)
