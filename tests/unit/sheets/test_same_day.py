"""Tables of one sheet that divide the people of one event in several ways."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet

Rows = list[list[Cell]]

TITLE = "LIAISON final conference, Athens, 16/03/2022"
TABLES: list[tuple[Rows, Rows]] = [
    (
        [["Φύλο", "Άτομα"], ["Γυναίκες", 83], ["Άνδρες", 59], ["Σύνολο", 142]],
        [["Ηλικία", "Άτομα"], ["έως 25", 21], ["26-45", 64], ["46 και άνω", 57], ["Σύνολο", 142]],
    ),
    (
        [["Geschlecht", "Personen"], ["Frauen", 83], ["Männer", 59]],
        [["Herkunft", "Personen"], ["syrisch", 52], ["afghanisch", 90], ["Gesamt", 142]],
    ),
    (
        [["Età", "Persone"], ["fino a 25", 21], ["26-45", 64], ["46 e oltre", 57], ["Totale", 142]],
        [["Genere", "Persone"], ["Donne", 83], ["Uomini", 59], ["Totale", 142]],
    ),
    (
        [["Køn", "Personer"], ["Kvinder", 83], ["Mænd", 59], ["I alt", 142]],
        [["Alder", "Personer"], ["op til 25", 61], ["26 og derover", 81], ["I alt", 142]],
    ),
]


@pytest.mark.parametrize(("first", "second"), TABLES)
def test_two_divisions_of_as_many_people_are_one_event(first: Rows, second: Rows, project: Project) -> None:
    check(Case("divisions", "head142 ev1 rej0 date:2022-03-16", sheet([[TITLE], [], *first, [], *second])), project)


@pytest.mark.parametrize(("first", "second"), TABLES)
def test_other_numbers_may_be_of_another_day(first: Rows, second: Rows, project: Project) -> None:
    more: Rows = [*second[:1], [second[1][0], 300], *second[2:-1]]
    check(Case("another day", "q:date!", sheet([[TITLE], [], *first, [], *more])), project)
