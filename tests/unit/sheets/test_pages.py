"""Lines in a list that another page begins."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.phrases.titles.pages import begins_page
from tests.unit.sheets.cases import PEOPLE, sheet

PAGES = (
    "— page 2 of the notebook —", "2nd page", "continued", "(reverse)", "next page", "Seite 2 aus dem Heft", "2. Seite",
    "Rückseite", "zweites Blatt", "Blatt B", "pagina 2 del quaderno", "2ª pagina", "foglio 2 – continua",
    "nuova pagina", "side 2 i hæftet", "bagsiden", "anden side", "σελίδα 2 του τετραδίου", "πίσω πλευρά",
    "δεύτερη σελίδα",
)  # fmt: skip


@pytest.mark.parametrize("line", PAGES)
@pytest.mark.parametrize("numbered", [True, False])
def test_a_line_that_another_page_begins_heads_nobody(project: Project, line: str, numbered: bool) -> None:
    people: list[list[Cell]] = [[at, name, f"{at}@lists.example"] for at, name in enumerate(PEOPLE, 1)]
    rows: list[list[Cell]] = [["No", "Name", "E-mail"], *people[:3], ["", line, ""], *people[3:]]
    grid = sheet([cells[0 if numbered else 1 :] for cells in rows])
    hints = Hints("focus_group", "graz", date(2021, 5, 4))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, hints)
    assert (len(reading.attendances), reading.questions) == (len(PEOPLE), [])


@pytest.mark.parametrize(
    "line",
    [
        "Anna Page",
        "Page",
        "Second",
        "Page 2: waiting list",
        "Seite 2 Helfer",
        "Anden Bog",
        "seconda lista",
        "Sarah Book",
    ],
)
def test_other_lines_do_not_begin_a_page(line: str) -> None:
    assert not begins_page(line)
