"""Lines that leave open on which of two days an event was."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.events.other_days import about_the_event, either_day, listed_days, tells_when_made
from liaison_metrics.sheets.model import Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.vocabulary import Vocabulary

from .cases import PEOPLE, Case, check, sheet

OPEN = (
    "Αθήνα, Σάββατο 12 ή Κυριακή 13 Ιουνίου 2021",
    "Workshop, Sat 12 or Sun 13 June 2021 (check with Tom)",
    "Workshop am 12. oder 13. Juni 2021",
    "Workshop am Samstag, den 12. Juni bzw. Sonntag, den 13. Juni 2021",
    "Laboratorio, il 12 o il 13 giugno 2021",
    "sabato 12 oppure domenica 13 giugno",
    "Værksted 12.6. eller 13.6.2021",
    "12 June 2021 or 13 June 2021",
    "June 12 or June 13, 2021",
    "Date: 12/06/2021 or 13/06/2021",
)


@pytest.mark.parametrize("text", OPEN)
def test_two_days_of_which_one_is_meant_leave_it_open(text: str) -> None:
    assert either_day(text) == (12, 13)


@pytest.mark.parametrize(
    "text",
    [
        "10 or 12 people, 3 March 2021",
        "Workshop A or B, 3 March 2021",
        "Sala 2 o 3, 3 marzo 2021",
        "3 March 2021, 10 or 11 o'clock",
        "Bring 2 or 3 pens on 3 March 2021",
        "Workshop 12-13 June 2021",
        "12 and 13 June 2021",
        "18 or older, 3 March 2021",
    ],
)
def test_other_numbers_leave_no_day_open(text: str) -> None:
    assert either_day(text) is None


@pytest.mark.parametrize("line", [OPEN[0], OPEN[2], OPEN[9]])
def test_the_day_is_asked_for_unless_somebody_said_it(line: str, project: Project) -> None:
    hints = Hints(activity="skill_transfer_workshop", city="athens")
    people = sheet([[line], [], ["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)])
    check(Case("asked", "att0 q:date!", people, None, hints), project)
    check(Case("other", "att0 q:date!", people, None, Hints(hints.activity, hints.city, date(2021, 6, 20))), project)
    check(Case("said", "att6 ask0 date:2021-06-13", people, None,
               Hints(hints.activity, hints.city, date(2021, 6, 13))), project)  # fmt: skip
    workbook = Workbook("x.xlsx", "xlsx", [people])
    asked = read_workbook(workbook, project, hints).questions[0]
    answered = read_workbook(workbook, project, hints, lambda _signature: [Answer.to(asked, "2021-06-12")])
    assert [event.date for event in answered.events] == [date(2021, 6, 12)]


def test_another_line_settles_which_day_it_was(project: Project) -> None:
    rows = [["Workshop am 12. oder 13. Juni 2021"], ["Datum: 13.6.2021"], [], ["Name", "Herkunft"]]
    people = sheet([*rows, *([name, "Syrien"] for name in PEOPLE)])
    hints = Hints(activity="skill_transfer_workshop", city="graz")
    check(Case("settled", "att6 ask0 date:2021-06-13", people, None, hints), project)


def test_a_cell_with_two_days_is_rejected(project: Project) -> None:
    rows = [["Name", "Date"], *([name, "5 or 6 June 2021"] for name in PEOPLE[:2])]
    rows += [[name, "5 June 2021"] for name in PEOPLE[2:]]
    hints = Hints(activity="skill_transfer_workshop", city="graz")
    check(Case("cells", "att4 rej2", sheet(rows), None, hints), project)


def test_a_day_with_its_hours_is_one_day() -> None:
    assert listed_days("12.06., 13.06.2021") == ["12.06.", "13.06.2021"]
    assert listed_days("giovedì 7 ottobre 2021, ore 10-12") == []
    assert listed_days("12.06., later") == []


@pytest.mark.parametrize(
    ("days", "asked"), [("12 June 2021 and 19 June 2021", 1), ("12 June 2021 and 13 June 2021", 0)]
)
def test_two_days_far_apart_over_one_list_are_asked_about(project: Project, days: str, asked: int) -> None:
    rows = [["Skill-transfer workshops, Kassel"], [days], [], ["Name", "Community"]]
    people = sheet([*rows, *([name, "Syrian"] for name in PEOPLE)])
    check(Case("apart", f"ask{asked}", people, None, Hints(city="kassel")), project)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Export Teilnehmermanagement 25.03.2022 09:12", True),
        ("Esportazione iscritti del 25/3/2022", True),
        ("Eksport 25-03-2022", True),
        ("Ufficio stampa, 25/3/2022", False),
        ("Final conference, 25 March 2022", False),
    ],
)
def test_an_export_tells_when_it_was_made(line: str, expected: bool) -> None:
    assert tells_when_made(line) is expected


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Final conference – Palermo, 25/03/2022 – export of the desk", "Final conference – Palermo, 25/03/2022"),
        ("Conferenza finale – Palermo, Cantieri, 25/03/2022 – estratto dal desk", None),
        ("Export Check-in | Abschlusskonferenz Graz, 25.03.2022", "Abschlusskonferenz Graz, 25.03.2022"),
        ("Eksport – Afslutningskonference i Vejle 25.03.2022", "Afslutningskonference i Vejle 25.03.2022"),
        ("Τελικό συνέδριο, Αθήνα 25/03/2022 – εξαγωγή", "Τελικό συνέδριο, Αθήνα 25/03/2022"),
        ("Final conference, Palermo – 27/03/2022 – export", ""),
        ("Final conference, Palermo – exported 27/03/2022", ""),
        ("Abschlusskonferenz – 27. März 2022 – Export", ""),
        ("Palermo, 30/06/2021 – signature", ""),
    ],
)  # fmt: skip
def test_a_line_about_the_event_may_also_say_what_the_sheet_is(line: str, kept: str | None, project: Project) -> None:
    expected = line.rsplit(" – ", 1)[0] if kept is None else kept
    assert about_the_event(line, Vocabulary(project)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting: 15 June", "Nächster Termin: 1. Juni", "Prossimo incontro: martedì 15 giugno",
        "Næste gang: torsdag den 10. juni", "Επόμενη συνάντηση: 15 Ιουνίου", "Wir sehen uns am 15. Juni",
        "Ci vediamo il 15 giugno",
    ],
)  # fmt: skip
def test_the_next_day_may_lack_its_year(line: str, project: Project) -> None:
    assert about_the_event(line, Vocabulary(project)) == ""
