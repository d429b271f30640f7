"""Lines in a list that another page begins."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.phrases.titles.pages import before_continuation, begins_page
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

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


@pytest.mark.parametrize(
    ("page", "title", "again"),
    [
        ("Page 1 of 2", "Info session, Graz, 4 May 2021", "Info session (continued)"),
        ("- 1 von 2 -", "Infoveranstaltung, Graz, 4.5.2021", "Anwesenheitsliste Forts."),
        ("pag. 1/2", "Sessione informativa, Graz, 4 maggio 2021", "Sessione informativa segue"),
        ("side 1/2", "Informationsmøde, Graz, 4. maj 2021", "Informationsmøde fortsat liste"),
        ("σελ. 1/2", "Ενημερωτική συνάντηση, Γκρατς, 4/5/2021", "Ενημερωτική συνάντηση συνέχεια"),
    ],
)
def test_a_list_that_goes_on_is_of_the_same_event(project: Project, page: str, title: str, again: str) -> None:
    people: list[list[Cell]] = [[at, name, f"{at}@lists.example"] for at, name in enumerate(PEOPLE, 1)]
    header: list[list[Cell]] = [["No", "Person", ""], ["", "Name", "E-mail"]]
    rows: list[list[Cell]] = [[title], [], *header, *people[:3], [page], [], [again], *header, *people[3:]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints("info_session", "graz"))
    assert [event.date for event in reading.events] == [date(2021, 5, 4)]
    assert (len(reading.attendances), reading.questions) == (len(PEOPLE), [])


def test_what_stands_before_a_word_for_going_on() -> None:
    assert before_continuation("Sewing course (continued)") == "Sewing course"
    assert before_continuation("Fortsetzung") == ""
    assert before_continuation("Sewing, continued on 4 May 2021") is None
    assert before_continuation("Workshop 2") is None


@pytest.mark.parametrize(
    "beside", ["interprete: nessuno", "Dolmetscher: Kamal Das", "facilitator: none", "tolk: ingen"]
)
def test_the_title_of_a_part_with_something_beside_it_is_nobody(beside: str, project: Project) -> None:
    head: list[Cell] = ["Nome e cognome", "Comunità", "arrivato", "cuffia"]
    lines = [
        *TITLE, ["TAVOLO A francese", None, beside], head, ["Anna Neri", "senegalese", "x", 9],
        ["Bea Conti", "senegalese", None, None], [], ["TAVOLO B bengali", None, beside], head,
        ["Carla Riva", "senegalese", "x", 3], ["Dora Sala", "senegalese", "x", 4], ["Emma Foti", "senegalese", "x", 5],
    ]  # fmt: skip
    check(Case(beside, "att4 nc1 ev1 ask0", sheet(lines)), project)
