"""Names in several columns side by side: numbered from column to column, or under days with their numbers below."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read

Rows = list[list[Cell]]

HINTS = Hints(activity="skill_transfer_workshop", city="kassel")
MORE = (*PEOPLE, "Gino Bosco", "Ida Holm")


def numbered(mark: str = "", *, gap: int = 0, columns: int = 2) -> Rows:
    """Eight people in columns, numbered from one to the next."""
    long = len(MORE) // columns
    return [
        [
            cell
            for column in range(columns)
            for at in (column * long + row,)
            for cell in (f"{at + 1}{mark}" if mark else at + 1, MORE[at], *[""] * gap)
        ]
        for row in range(long)
    ]


def under_days(*below: Cell) -> Rows:
    """Names under three days, three, two and three, and a row below them."""
    days: list[Cell] = ["Thu 8 Oct 2020", "Thu 15 Oct 2020", "Thu 29 Oct 2020"]
    people: Rows = [[*MORE[:3]], [*MORE[3:5], MORE[5]], [MORE[6], "", MORE[7]]]
    return [["Focus groups in Athens - who was there"], [], days, *people, [*below]]


CASES = [
    *(
        Case(
            f"{word} over names",
            "att6 ev2 ask0 date:2021-06-19",
            sheet(
                [
                    ["Focus group, Graz"],
                    ["19.6.2021"],
                    [word],
                    *([name] for name in PEOPLE[:3]),
                    [],
                    ["26.6.2021"],
                    [word],
                    *([name] for name in PEOPLE[3:]),
                ]
            ),
        )
        for word in ("TN", "Συμμετέχοντες", "Deltagere", "Corsisti", "Participants")
    ),
    Case(
        "a word for people beside numbers",
        "att6 ev1 ask0",
        sheet([["Fokusgruppe, Graz, 19.6.2021"], ["Nr.", "TN"], *([at, name] for at, name in enumerate(PEOPLE, 1))]),
    ),
    Case("numbers", "att8 ask0", sheet([*TITLE, *numbered()])),
    Case("a gap and a total", "att8 ask0", sheet([*TITLE, *numbered(gap=1), [], ["", "ΣΥΝΟΛΟ", "", 8]])),
    Case("full stops", "att8 ask0", sheet([*TITLE, *numbered("."), [], ["Gesamt: 8"]])),
    Case("four columns", "att8 ask0", sheet([*TITLE, *numbered(columns=4), [], ["I alt", 8]])),
    Case("a line above", "att8 ask0", sheet([*TITLE, ["Όσοι ήρθαν:"], [], *numbered(gap=1)])),
    Case("an Italian line above", "att8 ask0", sheet([*TITLE, ["Presenti:"], [], *numbered(")")])),
    Case("a larger total", "q:total!", sheet([*TITLE, *numbered(gap=1), [], ["", "ΣΥΝΟΛΟ", "", 9]])),
    Case("numbers under days", "att8 ev3 ask0", sheet(under_days("= 3 people", "= 2 people", "= 3 people"))),
    Case("plain numbers under days", "att8 ev3 ask0", sheet(under_days(3, 2, 3))),
    Case("Danish numbers under days", "att8 ev3 ask0", sheet(under_days("3 deltagere", "2 deltagere", "3 deltagere"))),
    Case("nothing under days", "att8 ev3 ask0", sheet(under_days(""))),
    Case("days and nothing below", "refused", sheet([["Focus groups in Athens"], ["8 Oct 2020", "15 Oct 2020"]])),
    Case("a larger number under a day", "att8 head4 ev3", sheet(under_days("= 3 people", "= 4 people", "= 3 people"))),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_side_by_side_are_people(case: Case, project: Project) -> None:
    check(case, project)


_NAMES: list[list[Cell]] = [
    ["Aldo Neri", "Bea Conti", "Carla Riva"],
    ["Dino Serra", "Elsa Monti", "Furio Lodi"],
    ["Gino Vitale", "Ida Holm", ""],
]


@pytest.mark.parametrize(
    "headers",
    [
        ["Gruppe 1 (plakat)", "Gruppe 2 (podcast)", "Gruppe 3 (mad)"],
        ["Tisch 1", "Tisch 2", "Tisch 3"],
        ["Tavolo A", "Tavolo B", "Tavolo C"],
        ["Hold 1", "Hold 2", "Hold 3"],
        ["Ομάδα 1", "Ομάδα 2", "Ομάδα 3"],
        ["Team 1: radio", "Team 2: food", "Team 3: theatre"],
    ],
)
def test_groups_side_by_side(headers: list[Cell], project: Project) -> None:
    check(Case("groups", "att8 nc0 ev1 ask0", sheet([*TITLE, headers, *_NAMES])), project)


@pytest.mark.parametrize("word", ["syg", "krank", "assente", "απών", "ill", "absent, flu"])
def test_a_word_of_absence_behind_a_name(word: str, project: Project) -> None:
    head: list[Cell] = ["Gruppe 1", "Gruppe 2", "Gruppe 3"]
    rows = [*_NAMES[:2], ["Gino Vitale", f"Ida Holm ({word})", f"Ugo Berg ({word})"]]
    check(Case(word, "att7 nc2 ev1 ask0", sheet([*TITLE, head, *rows])), project)
    people: list[list[Cell]] = [[name, "Syrian"] for names in rows for name in names]
    check(Case(word, "att7 nc2 ev1 ask0", sheet([*TITLE, ["Name", "Community"], *people])), project)


def test_a_word_behind_a_name_that_is_none_of_absence(project: Project) -> None:
    people: list[list[Cell]] = [[name, "Syrian"] for name in ("Aldo Neri (late)", "Bea Conti (Graz)", "Carla Riva")]
    check(Case("late", "att3 nc0 ask0", sheet([*TITLE, ["Name", "Community"], *people])), project)


def test_a_name_with_a_word_for_people_among_names_is_no_header(project: Project) -> None:
    names = ["Rosa Maier", "Maria Antal", "Folk Berger", "Ida Kurz", "Emre Yildiz", "Omar Khalil"]
    people: list[list[Cell]] = [[at, name, f"0664 123456{at}"] for at, name in enumerate(names)]
    rows: list[list[Cell]] = [["Skill-transfer workshop, Graz, 12 May 2021"], [], ["No.", "Name", "Phone"], *people]
    assert [row.name for row in read(project, rows).attendances] == names


@pytest.mark.parametrize("mark", ["x", "v", "✓", "P"])
@pytest.mark.parametrize("remark", ["Certificate", "bezahlt", "Noter", ""])
def test_first_names_before_marks_under_days(project: Project, mark: str, remark: str) -> None:
    people = {"Leyla": "111", "Ute": "101", "Min": "110", "Fatou": "111", "Rita": "001"}
    rows: list[list[Cell]] = [
        [name, *(mark if day == "1" else "" for day in days), "yes" if remark else ""] for name, days in people.items()
    ]
    heads: list[Cell] = ["", "05.05.2021", "12.05.2021", "19.05.2021", remark]
    case = Case("first names", "att11 ev3 ask0", sheet([["Sewing course"], heads, *rows]), hints=HINTS)
    check(case, project)


@pytest.mark.parametrize("total", ["anwesend", "Total", "present"])
def test_sums_of_the_days_tell_what_a_letter_means(project: Project, total: str) -> None:
    people = {"Leyla Aydin": "aaa", "Ute Becker": "a-a", "Min Cho": "aa-", "Fatou Diallo": "aaa", "Rita Engel": "--a"}
    rows: list[list[Cell]] = [[name, *marks] for name, marks in people.items()]
    heads: list[Cell] = ["Name", "05.05.2021", "12.05.2021", "19.05.2021"]
    case = Case("letters", "att11 ev3 rej0", sheet([["Sewing course"], heads, *rows, [total, 4, 3, 4]]), hints=HINTS)
    check(case, project)
