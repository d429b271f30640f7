"""Forms that people sent at the door, on one day or several."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet


def forms(question: str, answers: list[str], days: list[str]) -> list[list[Cell]]:
    """A form that six people sent, with a time, what they were asked and their names."""
    rows = zip(PEOPLE, answers, days, strict=True)
    sent: list[list[Cell]] = [[f"{day} 10:1{at}:11", said, name] for at, (name, said, day) in enumerate(rows)]
    return [["Timestamp", question, "Full name"], *sent]


TWO_DAYS = ["05/02/2022"] * 3 + ["19/02/2022"] * 3
AT = Hints(city="palermo", activity="skill_transfer_workshop")


@pytest.mark.parametrize(
    ("question", "days", "expected"),
    [
        ("Which workshop are you at today?", TWO_DAYS, "att6 ev2 ask0"),
        ("An welchem Workshop nehmen Sie heute teil?", TWO_DAYS, "att6 ev2 ask0"),
        ("A quale laboratorio partecipi oggi?", TWO_DAYS, "att6 ev2 ask0"),
        ("Hvilken workshop er du til i dag?", TWO_DAYS, "att6 ev2 ask0"),
        ("Σε ποιο εργαστήριο είστε σήμερα;", TWO_DAYS, "att6 ev2 ask0"),
        ("Which workshop are you at today?", ["05/02/2022"] * 5 + ["19/02/2022"], "q:date!"),
        ("Which workshop did you attend?", TWO_DAYS, "q:date!"),
        ("Which workshop are you at today?", ["05/02/2022", "19/02/2022"] * 3, "q:date!"),
    ],
)
def test_forms_sent_at_the_door_on_several_days(
    question: str, days: list[str], expected: str, project: Project
) -> None:
    rows = forms(question, ["Pottery"] * 3 + ["Photo"] * 3, days)
    check(Case("forms", expected, sheet(rows), hints=AT), project)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hvor kommer du eller din familie fra?", "att12 ask0 date:2021-10-07"),
        ("Aus welchem Land kommen Sie?", "att12 ask0 date:2021-10-07"),
        ("Da quale Paese viene la tua famiglia?", "att12 ask0 date:2021-10-07"),
        ("Από ποια χώρα έρχεσαι;", "att12 ask0 date:2021-10-07"),
        ("Which country are you coming from?", "att12 ask0 date:2021-10-07"),
        ("Kommer du på fredag?", "att0 q:sheet!"),
    ],
)
def test_where_people_come_from_is_no_question_about_coming(question: str, expected: str, project: Project) -> None:
    stamps = [f"2021-10-07 16:{10 + 3 * at}:0{at % 7}" for at in range(12)]
    answers = ["Ja"] * 12 if "fredag" in question else ["Syria", "Denmark", "Somalia"] * 4
    names = [*PEOPLE, *(f"{name} Bo" for name in PEOPLE)]
    rows: list[list[Cell]] = [list(row) for row in zip(stamps, answers, names, strict=True)]
    check(Case("door", expected, sheet([["Timestamp", question, "Full name"], *rows]), hints=AT), project)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        (
            "A quale incontro vuoi partecipare?",
            ("giovedì 7 ottobre 2021, ore 10", "giovedì 14 ottobre 2021, ore 10-12"),
        ),
        ("Welcher Termin?", ("Do, 7. Oktober 2021, 10 Uhr", "Donnerstag, 14.10.2021 um 10")),
        ("Hvilket møde?", ("torsdag d. 7. oktober 2021 kl. 10", "torsdag d. 14. oktober 2021 kl. 10")),
        ("Which session?", ("Thursday 7 October 2021 at 10 am", "Thu 14 October 2021, 10am-12pm")),
        ("Ποια συνάντηση;", ("Πέμπτη 7 Οκτωβρίου 2021, ώρα 10", "Πέμπτη 14 Οκτωβρίου 2021 στις 10 π.μ.")),
        ("Quale incontro?", ("7 ottobre 2021 - Sala Rossa", "14 ottobre 2021 - Sala Blu")),
    ],
)
def test_the_meeting_that_people_chose_states_the_day(question: str, days: tuple[str, str], project: Project) -> None:
    rows: list[list[Cell]] = [
        [f"2{at}/09/2021 20.31.03", name, days[at % 2], "No" if at == 2 else "Yes"] for at, name in enumerate(PEOPLE)
    ]
    head: list[Cell] = ["Timestamp", "Full name", question, "Present"]
    expected = "att5 nc1 rej0 ask0 date:2021-10-07 date:2021-10-14"
    check(Case("chosen", expected, sheet([head, *rows]), hints=AT), project)


@pytest.mark.parametrize(
    ("header", "order", "expected"),
    [
        ("Ημ/νία κράτησης", (3, 1, 5, 2, 6, 4), "att6 ev1 ask0 date:2021-07-10"),
        ("Data prenotazione", (1, 2, 3, 4, 5, 6), "att6 ev1 ask0 date:2021-07-10"),
        ("Dat. Buchung", (1, 2, 3, 4, 5, 6), "att6 ev1 ask0 date:2021-07-10"),
        ("Date booked", (3, 1, 5, 2, 6, 4), "att6 ev1 ask0 date:2021-07-10"),
        ("Date", (3, 1, 5, 2, 6, 4), "att6 ev1 ask0 date:2021-07-10"),
        ("Dato", (3, 1, 5, 2, 6, 4), "att6 ev1 ask0 date:2021-07-10"),
        ("Date", (1, 2, 3, 4, 5, 6), "att0 q:column!"),
        ("Date", (1, 1, 1, 2, 2, 2), "att6 ev2 ask0"),
    ],
)
def test_days_before_the_event(header: str, order: tuple[int, ...], expected: str, project: Project) -> None:
    rows: list[list[Cell]] = [[f"{14 + day}/6/2021", name] for day, name in zip(order, PEOPLE, strict=True)]
    said = Hints("skill_transfer_workshop", "palermo", date(2021, 7, 10))
    check(Case("bookings", expected, sheet([[header, "Full name"], *rows]), hints=said), project)


def test_the_day_said_may_be_one_of_the_sheets(project: Project) -> None:
    rows: list[list[Cell]] = [
        [f"{day}/6/2021", name] for day, name in zip((15, 15, 15, 22, 22, 22), PEOPLE, strict=True)
    ]
    said = Hints("skill_transfer_workshop", "palermo", date(2021, 6, 22))
    check(Case("series", "att6 ev2 ask0", sheet([["Date", "Full name"], *rows]), hints=said), project)
