"""Plans: any header, language and layout that sheets have, with the people expected."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.events.plans import read_plan
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import Case, check, sheet

Line = tuple[str, str, date, str, int]

PLANS: dict[str, tuple[str, Hints, list[Line]]] = {
    "a title stands for its own row alone": (
        "Date,City,Activity,Event,Expected\n2021-05-04,Graz,Skill-transfer workshop,Bread,20\n"
        "2021-06-04,Vejle,Info session,,about 30\n",
        Hints(),
        [
            ("skill_transfer_workshop", "graz", date(2021, 5, 4), "Bread", 20),
            ("info_session", "vejle", date(2021, 6, 4), "", 30),
        ],
    ),
    "German, with an option for the activity": (
        "Datum;Ort;Titel;erwartete Personen\n04.05.2021;Graz;Brot;ca. 20\n14.06.2021;Kassel;Markt;\n",
        Hints(activity="info_session"),
        [
            ("info_session", "graz", date(2021, 5, 4), "Brot", 20),
            ("info_session", "kassel", date(2021, 6, 14), "Markt", 0),
        ],
    ),
    "pasted without a header": (
        "2021-05-04\tGraz\tInfo session\tBread\t20\n2021-05-05\tGraz\tInfo session\tSong\t25\n",
        Hints(),
        [
            ("info_session", "graz", date(2021, 5, 4), "Bread", 20),
            ("info_session", "graz", date(2021, 5, 5), "Song", 25),
        ],
    ),
    "Italian, cells that go on below and two days in a cell": (
        'Città,Attività,Data,Posti\nPalermo,Sessione informativa,"3/5/2021, 4/5/2021",40\n,,20/5/2021,10\n',
        Hints(),
        [
            ("info_session", "palermo", date(2021, 5, 3), "", 40),
            ("info_session", "palermo", date(2021, 5, 4), "", 40),
            ("info_session", "palermo", date(2021, 5, 20), "", 10),
        ],
    ),
    "a single event in Greek": (
        "Ημερομηνία;Πόλη;Δραστηριότητα\n14/5/2021;Αθήνα;Focus group\n",
        Hints(),
        [("focus_group", "athens", date(2021, 5, 14), "", 0)],
    ),
    "city and activity above": (
        "Graz: info sessions 2021\n\nDate\tTitle\n4 May 2021\tFirst\n11 May 2021\tSecond\n",
        Hints(),
        [
            ("info_session", "graz", date(2021, 5, 4), "First", 0),
            ("info_session", "graz", date(2021, 5, 11), "Second", 0),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_read_row_by_row(project: Project, name: str) -> None:
    text, hints, expected = PLANS[name]
    found = read_plan("plan.csv", text.encode(), project, hints)
    assert [
        (one.event.activity, one.event.city, one.event.date, one.event.title, one.expected)
        for one in found
        if one.event
    ] == expected


def test_a_word_that_is_no_city_spoils_its_own_row_alone(project: Project) -> None:
    text = "2021-09-04\tGraz\tInfo session\tTea\t20\n2021-09-05\tAtlantis\tInfo session\tSong\t25\n"
    found = read_plan("plan.csv", (text + "2021-09-06\tVejle\tFocus group\tWalk\t2\n").encode(), project, Hints())
    assert [one.event and one.event.city for one in found] == ["graz", None, "vejle"]
    assert "Atlantis" in found[1].why[0]


def test_what_is_missing_is_said(project: Project) -> None:
    text = "Date,City,Activity\n2021-05-04,Atlantis,Info session\n2021-02-30,Graz,Info session\n"
    found = read_plan("plan.csv", text.encode(), project, Hints())
    assert [one.event for one in found] == [None, None] and [one.row for one in found] == [2, 3]
    assert "Atlantis" in found[0].why[0] and "2021-02-30" in found[1].why[0] and all(one.why[1] for one in found)


@pytest.mark.parametrize(
    "header",
    [
        "Αναμενόμενα άτομα",
        "Mål deltagere",
        "Target participants",
        "voraussichtliche Teilnehmerzahl",
        "Persone previste",
    ],
)
def test_numbers_of_a_plan_count_nobody_without_a_question(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", header],
        ["2021-04-10", "Info session", 15],
        ["2021-05-20", "Fair", 30],
    ]
    check(Case(header, "head0 q:sheet", sheet(rows), hints=Hints(city="athens")), project)
