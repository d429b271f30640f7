"""Text in which spaces align columns is read as a table."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.opening.text import open_text


def rows(text: str) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in open_text("x.txt", text.encode()).grids[0].rows]


RULED = """Interviste a Palermo, marzo 2021

Data          Persona            Svolta
---------------------------------------
02.03.2021    Aldo Neri          sì
03.03.2021    Bea Conti          no
04.03.2021    Carla Riva         no, malata
"""
EMPTY_CELLS = """Name              Community    Present
Aldo Neri         Somali       x
Bea Conti         local
Carla Riva                     x
Dino Serra        local        x
Total: 3
"""
NUMBERS = """Gruppe         Kvinder   Mænd   I alt
Syrere               5      6      11
Somaliere           12      3      15
Danskere             2      1       3
"""


def test_columns_under_a_ruled_header() -> None:
    assert rows(RULED)[2:] == [
        ["Data", "Persona", "Svolta"], [""] * 3, ["02.03.2021", "Aldo Neri", "sì"],
        ["03.03.2021", "Bea Conti", "no"], ["04.03.2021", "Carla Riva", "no, malata"],
    ]  # fmt: skip


def test_cells_may_be_empty_where_all_begin_under_a_header() -> None:
    found = rows(EMPTY_CELLS)
    assert (found[2], found[3]) == (["Bea Conti", "local", ""], ["Carla Riva", "", "x"])
    assert found[-1] == ["Total: 3", "", ""]


def test_numbers_may_end_alike() -> None:
    assert rows(NUMBERS)[2] == ["Somaliere", "12", "3", "15"]


@pytest.mark.parametrize(
    "text",
    [
        "We were 12.  It was fine.  Bye\nThe room  was warm.  Yes\nNext time  in May.  Ok\nAll  is  well\n",
        "Women   12\nMen     13\nKids     4\nAll     30\n",
        "Name   A   B\nAnna   x   x\n",
    ],
)
def test_other_lines_stay_whole(text: str) -> None:
    assert all(len(row) == 1 for row in rows(text))


@pytest.mark.parametrize("between", ["   ", " .... ", ": ", " "])
def test_lines_that_a_last_number_adds_up_have_a_label_and_a_number(between: str) -> None:
    lines = ["Fair, 11 September 2021", "10-12 4", "12-14 5", "main gate 6", "", "TOTAL 15", "Thank you"]
    text = "\n".join(between.join(line.rsplit(" ", 1)) if line[-1:].isdigit() else line for line in lines[1:])
    found = rows(f"{lines[0]}\n{text}\n")
    assert found[0] == ["Fair, 11 September 2021"]
    assert found[1:4] == [["10-12", "4"], ["12-14", "5"], ["main gate", "6"]]
    assert found[5:] == [["TOTAL", "15"], ["Thank you"]]


TALLY = """Stand, 2.10.2021

10–11 Uhr   ||||| ||             = 7
11–12 Uhr   ||||| ||||| |||      = 13
12–13 Uhr   |||||                = 5

Summe       25
"""


@pytest.mark.parametrize("text", [TALLY, TALLY.replace("=", ""), TALLY.replace("= 7", "").replace("=", "")])
def test_strokes_are_no_signs_between_cells(text: str) -> None:
    told = [row for row in rows(text) if len(row) > 1]
    assert told == [["10–11 Uhr", "7"], ["11–12 Uhr", "13"], ["12–13 Uhr", "5"], ["Summe", "25"]]


@pytest.mark.parametrize("text", ["Name|Mail|Phone\nAnna |||\nBen |||\nCarl |||\n", TALLY.replace("13", "12")])
def test_strokes_that_may_divide_cells_do(text: str) -> None:
    assert any(len(row) > 2 for row in rows(text))
