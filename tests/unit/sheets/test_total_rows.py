"""Summaries beside lists."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, TITLE, Case, check, sheet


def test_a_summary_says_why_it_has_more_people(project: Project) -> None:
    summary: list[list[Cell]] = [
        ["Skill-transfer workshop"],
        [],
        ["Date", "City", "Present", "Notes"],
        [date(2021, 3, 3), "Palermo", 8, "2 people did not sign"],
    ]
    people = [[name, "Syrian"] for name in PEOPLE]
    listed = sheet([*TITLE, ["Name", "Community"], *people], "List")
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(summary, "Summary"), listed]), project)
    assert len(reading.attendances) == len(PEOPLE)
    assert [(row.people, bool(row.additional)) for row in reading.headcounts] == [(8, False)]
    assert reading.questions == []


@pytest.mark.parametrize(
    "remark",
    ["plus 2 who did not sign", "di cui 2 non registrati", "Liste + 2 Personen, die sich nicht eingetragen haben", ""],
)
def test_a_number_in_an_overview_is_of_the_event_that_a_list_names(project: Project, remark: str) -> None:
    head: list[Cell] = ["Date", "Topic", "Participants", "Remarks"]
    summary: list[list[Cell]] = [
        ["Skill-transfer workshops"],
        [],
        head,
        [date(2021, 3, 3), "Workshop 3: Sewing", 8, remark],
    ]
    above: list[list[Cell]] = [["Skill-transfer workshop 3: Sewing"], ["3 March 2021"], []]
    listed = sheet([*above, ["Name", "Role"], *([name, "participant"] for name in PEOPLE)], "WS 3")
    workbook = Workbook("x.xlsx", "xlsx", [sheet(summary, "Overview"), listed])
    reading = read_workbook(workbook, project, Hints(city="graz"))
    counted = {row.event for row in reading.attendances} | {row.event for row in reading.headcounts}
    assert len(reading.attendances) == len(PEOPLE) and len(counted) == 1
    people = [one.people + (len(PEOPLE) if one.additional else 0) for one in reading.headcounts]
    assert people == ([8] if remark else [])
    assert [question.kind for question in reading.questions] == ([] if remark else ["total"])


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("davon Gäste ohne Eintrag", True),
        ("heraf uden tilmelding", True),
        ("di cui non iscritti", True),
        ("not registered", True),
        ("Walk-ins", True),
        ("davon Frauen", False),
        ("excused", False),
        ("Helpers", False),
        ("Chairs", False),
    ],
)
def test_a_column_says_why_an_overview_has_more_people(project: Project, header: str, known: bool) -> None:
    head: list[Cell] = ["Meeting", "Date", "Present", header]
    overview: list[list[Cell]] = [
        ["Overview of the city committee, Palermo"],
        [],
        head,
        ["1st", date(2021, 3, 3), 8, 2],
    ]
    list_of_people: list[list[Cell]] = [
        ["City committee, Palermo"],
        ["Date", date(2021, 3, 3)],
        [],
        ["Name", "Present"],
    ]
    listed = sheet([*list_of_people, *([name, "x"] for name in PEOPLE)], "Meeting 1")
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(overview, "Overview"), listed]), project)
    stated = sum(row.people for row in reading.headcounts if not row.additional)
    beside = sum(row.people for row in reading.headcounts if row.additional)
    assert max(stated, len(reading.attendances) + beside) == (8 if known else 6)
    assert [question.kind for question in reading.open_questions] == ([] if known else ["total"])


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        *((remark, "att6 head8 ask0") for remark in (
            "einige haben nicht unterschrieben", "not everybody signed", "some did not sign the list",
            "non tutti hanno firmato", "nogle ville ikke skrives på listen", "μερικοί δεν υπέγραψαν",
        )),
        *((remark, "att6 head0 q:total") for remark in ("", "Liste vollständig", "1 hat nicht unterschrieben")),
    ],
)  # fmt: skip
def test_a_remark_says_that_others_were_there_too(remark: str, expected: str, project: Project) -> None:
    people: list[list[Cell]] = [["Workshop, 22.6.2021"], ["Name", "Herkunft"], *([name, "Syrien"] for name in PEOPLE)]
    overview: list[list[Cell]] = [["Datum", "Thema", "Personen", "Anmerkung"], [date(2021, 6, 22), "Nähen", 8, remark]]
    at = Hints("skill_transfer_workshop", "graz")
    check(Case(remark, expected, sheet(overview, "Übersicht"), sheet(people, "TN 22.06."), at), project)


@pytest.mark.parametrize(
    ("name", "summary", "people", "asked"),
    [
        ("Σύνοψη", [["", "Γυναίκες", "Άνδρες", "Σύνολο"], ["Υπέγραψαν", 4, 2, 6],
                    ["Δεν υπέγραψαν (ήρθαν αργότερα)", 3, 1, 4], ["Σύνολο παρόντων", 7, 3, 10]], 10, ()),
        ("Zusammenfassung", [["", "Frauen", "Männer", "Gesamt"], ["Unterschrieben", 4, 2, 6],
                             ["Ohne Unterschrift", 3, 1, 4], ["Anwesend gesamt", 7, 3, 10]], 10, ()),
        ("Riepilogo", [["", "Donne", "Uomini", "Totale"], ["Firme", 4, 2, 6],
                       ["Non hanno firmato", 3, 1, 4], ["Totale presenti", 7, 3, 10]], 10, ()),
        ("Summary", [["", "Signed", "Did not sign", "Total"], ["Women", 4, 3, 7], ["Men", 2, 1, 3],
                     ["Total", 6, 4, 10]], 10, ()),
        ("Oversigt", [["", "Kvinder", "Mænd", "I alt"], ["På listen", 4, 2, 6], ["Walk-ins", 3, 1, 4],
                      ["Mødt op i alt", 7, 3, 10]], 10, ()),
        ("Summary", [["", "Women", "Men", "Total"], ["Everybody in total", 7, 3, 10]], 6, ("total",)),
        ("Übersicht", [["", "Frauen", "Männer", "Gesamt"], ["Graz", 5, 3, 8], ["Umland", 1, 1, 2],
                       ["Gesamt", 6, 4, 10]], 6, ("total",)),
        ("Summary", [["", "Women", "Men", "Total"], ["Came", 4, 2, 6], ["Did not come", 3, 1, 4],
                     ["Total registered", 7, 3, 10]], 6, ()),
        ("Übersicht", [["", "Frauen", "Männer", "Gesamt"], ["Anwesend", 4, 2, 6], ["Abwesend", 3, 1, 4],
                       ["Gesamt", 7, 3, 10]], 6, ()),
        ("Summary", [["", "Women", "Men", "Total"], ["Local", 2, 1, 3], ["Syrian", 2, 1, 3],
                     ["Total", 4, 2, 6]], 6, ()),
    ],
)  # fmt: skip
def test_a_summary_without_an_event_has_more_people(
    name: str, summary: list[list[Cell]], people: int, asked: tuple[str, ...], project: Project
) -> None:
    """Who did not sign came too; a larger total that nothing explains is asked about; who was absent is left out."""
    above: list[list[Cell]] = [
        ["LIAISON final conference – Athens, 10.03.2022"],
        [],
        ["First name", "Surname", "Gender"],
    ]
    listed = sheet([*above, *([*one.split(), "F"] for one in PEOPLE)], "List")
    workbook = Workbook("x.xlsx", "xlsx", [listed, sheet([["10.03.2022"], *summary], name)])
    reading = read_workbook(workbook, project)
    beside = sum(row.people for row in reading.headcounts if row.additional)
    counted = len(reading.attendances) + beside
    assert (counted, tuple(question.kind for question in reading.questions)) == (people, asked)


@pytest.mark.parametrize(
    ("title", "rows", "people"),
    [
        ("Evaluation", [["Counted in the hall", 8], ["Feedback forms", 5], ["Average mark", 1.7]], 8),
        ("Auswertung", [["Im Saal gezählt", 8], ["Rückmeldebögen abgegeben", 5]], 8),
        ("Riepilogo", [["Presenti in sala", 8], ["Questionari compilati", 5]], 8),
        ("Opsummering", [["Talt i salen", 8], ["Evalueringsskemaer", 5]], 8),
        ("Σύνοψη", [["Παρόντες στην αίθουσα", 8], ["Ερωτηματολόγια", 5]], 8),
        ("Report", [["Counted in the hall: 8"], ["Forms: 5"]], 8),
        ("Report", [["Counted in the hall: 4"], ["Forms: 5"]], 6),
        ("Report", [["Counted in the hall: 80"], ["Forms: 5"]], 6),
        ("Planning: how many do we expect?", [["People expected", 8], ["Chairs", 20]], 6),
    ],
)
def test_a_sheet_of_text_says_how_many_were_in_the_hall(
    title: str, rows: list[list[Cell]], people: int, project: Project
) -> None:
    """It names no event of its own, so its number is of the file's only list."""
    listed = sheet([*TITLE, ["No", "Name"], *([at, one] for at, one in enumerate(PEOPLE, start=1))], "List")
    workbook = Workbook("x.xlsx", "xlsx", [listed, sheet([[title], [], *rows], "Sheet2")])
    reading = read_workbook(workbook, project)
    assert max([len(reading.attendances), *(row.people for row in reading.headcounts)]) == people
    assert not reading.open_questions


@pytest.mark.parametrize(("stated", "questions"), [((8, 12), []), ((8, 13), ["total"])])
def test_an_overview_of_the_numbers_of_other_sheets(
    project: Project, stated: tuple[int, int], questions: list[str]
) -> None:
    days = [date(2021, 3, 3), date(2021, 3, 10)]
    forms = [
        sheet([["Activity", "Focus group"], ["City", "Palermo"], ["Date", day], ["Participants", people]], str(at))
        for at, (day, people) in enumerate(zip(days, (8, 12), strict=True), 1)
    ]
    rows: list[list[Cell]] = [["Date", "Activity", "City", "Participants"]]
    rows += [[day, "Focus group", "Palermo", people] for day, people in zip(days, stated, strict=True)]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [*forms, sheet(rows, "Summary")]), project)
    assert sum(row.people for row in reading.headcounts) == 20
    assert [question.kind for question in reading.questions] == questions


def test_a_sheet_of_numbers_sums_up_the_only_list(project: Project) -> None:
    listed: list[list[Cell]] = [*TITLE, ["Name", "Present"], *([name, "x"] for name in PEOPLE[:5])]
    numbers: list[list[Cell]] = [["Skill-transfer workshop"], [], ["Registered", 7], ["Participants present", 5]]
    check(Case("numbers", "att5 head0 ev1 ask0", sheet(listed), sheet(numbers, name="Statistics")), project)


@pytest.mark.parametrize(
    ("walk_ins", "total"),
    [
        ("Arrivati senza iscrizione", "Totale in sala"), ("Walk-ins", "Total in the room"),
        ("ohne Anmeldung gekommen", "Gesamt im Saal"), ("Kom uden tilmelding", "I alt i salen"),
    ],
)  # fmt: skip
def test_a_summary_adds_those_who_came_without_being_listed(walk_ins: str, total: str, project: Project) -> None:
    listed = sheet([*TITLE, ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)], "List")
    lines: list[list[Cell]] = [["Zorb", 8], [walk_ins, 2], [total, 8], ["Lunches", 12], ["Chairs", 40]]
    check(Case(total, "att6 head8 ask0", listed, sheet(lines[1:], "Summary")), project)
    check(Case("other", "att6 head0", listed, sheet([["Lunches", 8], ["Chairs", 40]], "Summary")), project)
