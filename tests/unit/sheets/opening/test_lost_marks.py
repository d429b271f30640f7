"""A quotation mark that somebody forgot spoils its own line, and not those after it."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.opening import open_workbook

HEAD = "Name,City,Note\n"
PEOPLE = "".join(f"Person {letter},Graz,ok\n" for letter in "ABCDEFGH")


def cells(text: str) -> list[list[object]]:
    return [list(row) for row in open_workbook("list.csv", text.encode()).grids[0].rows]


@pytest.mark.parametrize("after", [PEOPLE, PEOPLE + '"Rossi, Maria",Palermo,ok\n', PEOPLE + 'x,Graz,"two\nlines"\n'])
@pytest.mark.parametrize("lost", ['"Lost Mark,Graz,ok', 'Lost Mark,"Graz,ok', 'Lost Mark,Graz,"ok'])
def test_the_lines_after_a_lost_mark_stand(lost: str, after: str) -> None:
    rows = cells(HEAD + PEOPLE + lost + "\n" + after)
    assert rows[9] == ["Lost Mark", "Graz", "ok"]
    assert rows[10:18] == [line.split(",") for line in PEOPLE.splitlines()]
    assert len(rows) == 18 + (after != PEOPLE)


def test_two_lost_marks_and_one_that_is_meant() -> None:
    rows = cells(HEAD + '"A,Graz,x\nB,Graz,y\n"C,Graz,"has ""two"", and more"\n5" pipe,Graz,z\n')
    assert rows[1:] == [
        ["A", "Graz", "x"], ["B", "Graz", "y"], ["C", "Graz", 'has "two", and more'], ['5" pipe', "Graz", "z"],
    ]  # fmt: skip


def test_cells_of_several_lines_stay_whole() -> None:
    address = "Main Street 1\nGraz, Austria\n\n8010"
    rows = cells(HEAD + f'A,Graz,"{address}"\n' * 3000)
    assert len(rows) == 3001 and rows[-1] == ["A", "Graz", address]


def test_marks_that_are_no_quotation_marks() -> None:
    rows = cells(HEAD + 'A,Graz,"\n' * 5000)
    assert len(rows) == 5001 and rows[-1][:2] == ["A", "Graz"]
