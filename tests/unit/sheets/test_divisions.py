"""Tables that divide the people of one event in several ways, side by side, one above the other or on two sheets."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook, headcount_of
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from tests.unit.sheets.cases import Case, check, sheet

FAIR: list[list[Cell]] = [["Messe Graz"], ["Aktivität", "Projektmesse"], ["Datum", "25.9.2021"], ["Ort", "Graz"], []]
HOURS: list[list[Cell]] = [["10-11", 44], ["11-12", 52], ["12-13", 36]]
COMMUNITIES: list[list[Cell]] = [["einheimisch", 47], ["bosnisch", 41], ["türkisch", 26], ["syrisch", 18]]
OTHER_COMMUNITIES: list[list[Cell]] = [*COMMUNITIES[:3], ["syrisch", 20]]
GENDERS: list[list[Cell]] = [["Frauen", 72], ["Männer", 60]]
STANDS: list[list[Cell]] = [["Küche", 60], ["Musik", 42], ["Basteln", 30]]


def strokes(number: int) -> str:
    """Strokes in groups of five."""
    return " ".join([*["||||/"] * (number // 5), "|" * (number % 5)]).strip()


def beside(one: list[list[Cell]], other: list[list[Cell]], *heads: str, gap: int = 1) -> list[list[Cell]]:
    """Two tables side by side under their headers, with *gap* empty columns between them."""
    wide, blank = len(heads) // 2, [""] * gap
    rows: list[list[Cell]] = [[*heads[:wide], *blank, *heads[wide:]]]
    for at in range(max(len(one), len(other))):
        left, right = ([*rows_[at]] if at < len(rows_) else [""] * wide for rows_ in (one, other))
        rows.append([*left, *blank, *right])
    return rows


def tallied(more: int) -> list[list[Cell]]:
    """Hours with strokes and numbers; the first hour has *more* strokes than its number says."""
    return [
        [hour, strokes(int(str(people)) + (0 if at else more)), people] for at, (hour, people) in enumerate(HOURS)
    ]  # fmt: skip


CASES = (
    Case("by hour and by community side by side", "head132 ask0", sheet([
        *FAIR, *beside(HOURS, COMMUNITIES, "Uhrzeit", "Anzahl", "Community", "Anzahl")])),
    Case("the same without a column between them", "head132 ask0", sheet([
        *FAIR, *beside(HOURS, COMMUNITIES, "Uhrzeit", "Anzahl", "Community", "Anzahl", gap=0)])),
    Case("by hour and by stand side by side", "head132 ask0", sheet([
        *FAIR, *beside(HOURS, STANDS, "Uhrzeit", "Anzahl", "Stand", "Anzahl")])),
    Case("by hour and by gender, each with its total", "head132 ask0", sheet([
        *FAIR, *beside([*HOURS, ["Summe", 132]], [*GENDERS, ["Summe", 132]], "Uhrzeit", "Gäste", "Geschlecht", "Zahl"),
    ])),
    Case("the stands of a list that goes on beside it", "head75 ask0", sheet([
        *FAIR, ["Stand", "Anzahl", "", "Stand", "Anzahl"], ["Infos", 20, "", "Küche", 25],
        ["Spiele", 15, "", "Film", 15]])),
    Case("side by side, and a few more by community", "q:total!", sheet([
        *FAIR, *beside(HOURS, OTHER_COMMUNITIES, "Uhrzeit", "Anzahl", "Community", "Anzahl")])),
    Case("a line states which number is right", "head132 ask0", sheet([
        *FAIR, ["Besucher gesamt: 132"], [],
        *beside(HOURS, OTHER_COMMUNITIES, "Uhrzeit", "Anzahl", "Community", "Anzahl")])),
    Case("one above the other, and a few more by gender", "q:total!", sheet([
        *FAIR, ["Community", "Anzahl"], *OTHER_COMMUNITIES, [], ["Geschlecht", "Anzahl"], *GENDERS])),
    Case("on two sheets, and a few more by community", "q:total!", sheet(
        [*FAIR, ["Uhrzeit", "Anzahl"], *HOURS], "Stunden"), sheet([*FAIR, ["Community", "Anzahl"], *OTHER_COMMUNITIES],
        "Communities")),
    Case("a part of the people by gender", "head132 ask0", sheet([
        *FAIR, *beside(HOURS, [["Frauen", 40], ["Männer", 22]], "Uhrzeit", "Anzahl", "Geschlecht", "Anzahl")])),
    Case("columns of one row that differ", "q:total!", sheet([
        ["Aktivität", "Ort", "Datum", "syrisch", "bosnisch", "Frauen", "Männer"],
        ["Projektmesse", "Graz", "25.9.2021", 30, 20, 28, 24]])),
    Case("columns of one row that differ, with their total", "head52 ask0", sheet([
        ["Aktivität", "Ort", "Datum", "syrisch", "bosnisch", "Frauen", "Männer", "Gesamt"],
        ["Projektmesse", "Graz", "25.9.2021", 30, 20, 28, 24, 52]])),
    Case("strokes beside numbers", "head132 ask0", sheet([
        *FAIR, ["Uhrzeit", "Strichliste", "Anzahl"], *tallied(0)])),
    Case("other strokes, and a total of the numbers", "head132 ask0", sheet([
        *FAIR, ["Uhrzeit", "Strichliste", "Anzahl"], *tallied(1), ["Summe", "", 132]])),
    Case("other strokes than the numbers say", "q:total!", sheet([
        *FAIR, ["Uhrzeit", "Strichliste", "Anzahl"], *tallied(1)])),
    Case("strokes alone", "head132 ask0", sheet([
        *FAIR, ["Uhrzeit", "Strichliste"], *([hour, marks] for hour, marks, _number in tallied(0))])),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_people_divided_twice(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(("code", "people"), [("rows", 134), ("stated", 132)])
def test_an_answer_says_which_number_is_right(code: str, people: int, project: Project) -> None:
    rows = [*FAIR, *beside(HOURS, OTHER_COMMUNITIES, "Uhrzeit", "Anzahl", "Community", "Anzahl")]
    workbook = Workbook("x.xlsx", "xlsx", [sheet(rows)])
    reading = read_workbook(workbook, project, Hints(), lambda _signature: (Answer("total", "132", code),))
    assert (headcount_of(reading.headcounts), reading.open_questions) == (people, [])


FAIR_DAY: list[list[Cell]] = [["Project fair Athens, 24 September 2021"], []]
HOURS_AND_GENDERS: list[list[Cell]] = [["Hour", "Women", "Men"], ["10-11", 14, 3], ["11-12", 33, 6], ["12-13", 41, 8]]
HOURS_AND_CHILDREN: list[list[Cell]] = [
    ["orario", "ospiti", "di cui bambini"],
    ["10-11", 14, 3],
    ["11-12", 33, 6],
    ["12-13", 41, 8],
]
ENTRANCE: list[list[Cell]] = [
    ["Klokken", "Nye gæster ind ad døren"],
    ["10-11", 14],
    ["11-12", 33],
    ["12-13", 41],
    ["I alt", 88],
]


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (HOURS_AND_GENDERS, [["Age", "Women", "Men"], ["under 18", 20, 10], ["over 18", 68, 7]], 105),
        (HOURS_AND_CHILDREN, [["età", "ospiti"], ["fino a 18", 17], ["oltre 18", 71]], 88),
        (ENTRANCE, [["Alder", "Gæster"], ["under 18", 30], ["18-30", 38], ["over 30", 20], ["I alt", 88]], 88),
        (ENTRANCE, [["De samme gæster"], ["Køn", "Gæster"], ["kvinder", 50], ["mænd", 38]], 88),
    ],
)
def test_hours_and_then_a_kind_divide_the_same_people(
    first: list[list[Cell]], second: list[list[Cell]], people: int, project: Project
) -> None:
    grid = sheet([*FAIR_DAY, *first, [], *second])
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [grid]), project, Hints())
    assert (headcount_of(reading.headcounts), len(reading.events), reading.questions) == (people, 1, [])
