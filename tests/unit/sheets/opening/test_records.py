"""A quotation mark that somebody forgot spoils its own line, and not those after it."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.opening import open_workbook
from tests.unit.sheets.cases import PEOPLE as NAMES

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


def test_a_title_with_commas_makes_no_columns() -> None:
    text = "\n".join(["Final conference, Palermo, 24 March 2022", "E-mail", *(f"p{n}@example.org" for n in range(9))])
    assert list(open_workbook("x.csv", text.encode()).grids[0].rows[0]) == ["Final conference, Palermo, 24 March 2022"]


def test_a_comma_before_the_hour_is_no_delimiter() -> None:
    lines = ["Start\t3/24/21, 4:58 PM", "End\t3/24/21, 6:31 PM", "", "Name\tFirst Join\tLast Leave\tRole"]
    lines += [f"{name}\t3/24/21, 5:00 PM\t3/24/21, 6:30 PM\tAttendee" for name in NAMES]
    lines += ["", "Name\tJoin\tLeave", *(f"{name}\t3/24/21, 5:00 PM\t3/24/21, 6:30 PM" for name in NAMES)]
    workbook = open_workbook("x.csv", "\n".join(lines).encode("utf-16"))
    assert list(workbook.grids[0].rows[3]) == ["Name", "First Join", "Last Leave", "Role"]


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ("{}. ", "That makes 6. Marta and I were there too, of course, but we do not count :)"),
        ("{}) ", "Damit waren wir 6 Frauen. Frau Sommer hatte sich angemeldet, war aber krank."),
        ("- ", "In più sono passate altre 3 signore, senza nome."),
        ("• ", "Derudover kom 4, som ikke nåede at skrive sig på."),
        ("* ", "Ήρθαν κι άλλες 2, χωρίς όνομα."),
    ],
)
def test_a_list_in_a_message_is_no_table(mark: str, sentence: str) -> None:
    people = [f"{mark.format(at)}{name}, Nigeria" for at, name in enumerate(NAMES * 3, 1)]
    text = "\n".join(
        ["From: Rory <rory@example.org>", "Subject: names", "", "Hi,", "", *people, "", sentence, "", "Rory"]
    )
    assert all(len(row) < 2 for row in open_workbook("mail.txt", text.encode()).grids[0].rows)


@pytest.mark.parametrize("sign", [",", ";", " ,"])
@pytest.mark.parametrize("last", ["og Farahs to drenge.", "und noch zwei Kinder", "e altri due", "and two more"])
def test_signs_that_end_the_lines_of_a_message_divide_nothing(sign: str, last: str) -> None:
    people = [f"{name}{sign}" for name in NAMES * 3]
    text = "\n".join(["Hi Torben", "", "it went well in Vejle, on 29 August.", "", *people, last, "", "Bye", "Villy"])
    assert all(len(row) < 2 for row in open_workbook("mail.txt", text.encode()).grids[0].rows)


def test_a_column_that_is_mostly_empty_stays_one() -> None:
    text = "Workshop in Graz\n\nName,Phone\n" + "".join(f"{name},\n" for name in NAMES * 5)
    assert list(open_workbook("x.csv", text.encode()).grids[0].rows[2])[:2] == ["Name", "Phone"]


def test_an_empty_last_cell_of_each_record_stays_one() -> None:
    text = "Name,\n" + "".join(f"{name},\n" for name in NAMES)
    assert {len(row) for row in open_workbook("x.csv", text.encode()).grids[0].rows} == {2}


def test_numbers_with_dots_in_a_table_stay_cells() -> None:
    text = "Nr, Name, Land\n" + "".join(f"{at}. , {name}, Nigeria\n" for at, name in enumerate(NAMES * 3, 1))
    assert {len(row) for row in open_workbook("x.csv", text.encode()).grids[0].rows} == {3}


def test_only_line_breaks_end_records() -> None:
    assert cells("Name,Note\nMara Testa,a\u2028b\rUgo Berg,c\x0bd\r\n") == [
        ["Name", "Note"],
        ["Mara Testa", "a\u2028b"],
        ["Ugo Berg", "c\x0bd"],
    ]


def test_equal_cells_are_one_text() -> None:
    _header, first, second = cells("Name,City\nMara Testa,Graz\nUgo Berg,Graz\n")
    assert first[1] is second[1]
