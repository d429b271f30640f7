"""Lines of text that count the people of each hour, stand or group."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from tests.unit.sheets.cases import Case, check, sheet

FAIR = Hints(activity="project_fair", city="athens", date=date(2021, 9, 26))
TEXTS = [
    "10:00-11:00: 18 άτομα|11:00-12:00: 34 άτομα|12:00-13:00: 29 άτομα||σύνολο: 81 άτομα",
    "10-11 Uhr: 18|11-12 Uhr: 34|12-13 Uhr: 29||gesamt: 81",
    "ore 10-11 18 persone|ore 11-12 34 persone|ore 12-13 29 persone|totale 81",
    "Brot: 18 Personen|Tee: 34 Personen|Bücher: 29 Personen",
    "from ten to eleven: 18 people|from eleven to twelve: 34 people|12 to 13: 29 people",
    "formiddag: 18 besøgende|eftermiddag: 34 besøgende|aften: 29 besøgende",
    "kvinder: 18|mænd: 34|børn: 29",
]
NOT_READ = [
    "Bread: 18|Tea: 34|Books: 29",
    "Bread: 18 loaves|Tea: 34 litres",
]


def lines(text: str) -> list[list[str]]:
    return [[line] if line else [] for line in text.split("|")]


@pytest.mark.parametrize("text", TEXTS)
def test_lines_that_count_people_add_up(text: str, project: Project) -> None:
    rows = [["LIAISON", "fair"], [], *lines(text), [], ["Thanks to all!"]]
    check(Case("lines", "head81 ev1 ask0", sheet(rows), hints=FAIR), project)


@pytest.mark.parametrize("text", NOT_READ)
def test_lines_of_things_or_that_do_not_add_up_count_nobody(text: str, project: Project) -> None:
    check(Case("others", "refused", sheet([["Fair"], [], *lines(text)]), hints=FAIR), project)
