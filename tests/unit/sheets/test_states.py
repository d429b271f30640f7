"""What became of registrations, whose quantity counts, and legends, remarks and headers beside them."""

from __future__ import annotations

from datetime import datetime

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

ORDERS: list[Cell] = ["A1", "A2", "A3", "A4", "A5", "A6"]


def listed(headers: list[Cell], *columns: list[Cell]) -> list[list[Cell]]:
    return [*TITLE, ["Full name", *headers], *([name, *row] for name, *row in zip(PEOPLE, *columns, strict=False))]


@pytest.mark.parametrize(
    ("header", "registered", "came"),
    [
        ("Stato partecipante", "Partecipante", "Check-in effettuato"),
        ("Participation status", "Registered", "Attended"),
        ("Teilnahmestatus", "Teilnehmer", "anwesend"),
        ("Deltagerstatus", "Deltager", "mødt"),
        ("Κατάσταση", "Συμμετέχων", "παρών"),
        ("Attendee status", "Attending", "Checked in"),
    ],
)
def test_who_only_registered_was_absent_where_others_came(
    header: str, registered: str, came: str, project: Project
) -> None:
    said: list[Cell] = [came, registered, came, came, registered, came]
    check(Case(header, "att4 nc2 ask0", sheet(listed([header], said))), project)


@pytest.mark.parametrize(
    ("order", "header"),
    [
        (["Order no.", "Order date"], "Quantity"),
        (["Bestellnr.", "Ticket"], "Anzahl"),
        (["N. ordine", "Tipo di biglietto"], "Quantità"),
        (["Ordrenr.", "Billettype"], "Antal"),
        (["Κράτηση", "Εισιτήριο"], "Ποσότητα"),
    ],
)
def test_a_quantity_in_a_list_of_orders_is_of_people(order: list[Cell], header: str, project: Project) -> None:
    rows = listed([*order, header], ORDERS, ["free"] * 6, [1, 2, 1, 3, 1, 1])
    check(Case(header, "att6 head3 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "line",
    [
        "Room 12, Library. Key: / present, O absent, L late",
        "Raum 3. Zeichen: / anwesend, O abwesend, L verspätet",
        "Aula 4; Legenda: / presente, O assente, L in ritardo",
    ],
)
def test_a_legend_may_stand_behind_a_sentence(line: str, project: Project) -> None:
    marks = [["/", "O"], ["/", "/"], ["L", "/"], ["/", "O"]]
    rows: list[list[Cell]] = [[name, *row] for name, row in zip(PEOPLE, marks, strict=False)]
    above: list[list[Cell]] = [["Skill-transfer workshop, Palermo 2021"], [line], []]
    check(Case(line, "att6 ev2 ask0", sheet([*above, ["Name", "13/9/2021", "20/9/2021"], *rows])), project)


@pytest.mark.parametrize(
    "remark",
    [
        "Dolmetscher benötigt", "Super Referentin", "interpreter needed", "great trainer", "serve un interprete",
        "bravissima formatrice", "behov for tolk", "χρειάζεται διερμηνέα",
    ],
)  # fmt: skip
def test_who_needs_or_praises_somebody_of_the_team_is_none_of_it(remark: str, project: Project) -> None:
    check(Case(remark, "att6 ask0", sheet(listed(["Notes"], ["", remark, "", "", remark, ""]))), project)


@pytest.mark.parametrize("header", ["Prima volta?", "First time?", "Zum ersten Mal?", "Første gang?", "Πρώτη φορά;"])
def test_whether_it_is_the_first_time_is_no_presence(header: str, project: Project) -> None:
    check(Case(header, "att6 nc0 ask0", sheet(listed([header], ["x", "x", "", "x", "x", ""]))), project)


@pytest.mark.parametrize(
    ("booked", "came"),
    [("Bestilt", "Tjekket ind"), ("Ordered", "Checked in"), ("Gebucht", "Eingecheckt"), ("Prenotato", "Check-in")],
)
def test_when_tickets_were_booked_is_no_day_of_the_event(booked: str, came: str, project: Project) -> None:
    days: list[Cell] = [datetime(2021, 2, day, 21, 12) for day in range(1, 7)]
    times: list[Cell] = [datetime(2021, 3, 3, 12, 50 + at) if at != 2 else "" for at in range(6)]
    check(Case(booked, "att5 ev1 date:2021-03-03 ask0", sheet(listed([booked, came], days, times))), project)


def test_capacities_that_are_groups_are_no_roles(project: Project) -> None:
    said: list[Cell] = [
        "Εκπαιδευτικός",
        "Φοιτητής/τρια",
        "Μέλος συλλόγου",
        "Κάτοικος",
        "Εκπαιδευτικός",
        "Μέλος συλλόγου",
    ]
    check(Case("capacities", "att6 q:group", sheet(listed(["Ιδιότητα"], said))), project)


@pytest.mark.parametrize(
    ("header", "held", "called_off", "away"),
    [
        ("Status", "geführt", "abgesagt", "nicht erschienen"),
        ("Status", "interviewed", "called off", "no show"),
        ("Stato", "effettuata", "annullata", "non si è presentata"),
        ("Status", "gennemført", "aflyst", "udeblev"),
        ("Κατάσταση", "έγινε", "ακυρώθηκε", "δεν ήρθε"),
    ],
)
def test_interviews_that_were_held(header: str, held: str, called_off: str, away: str, project: Project) -> None:
    said: list[Cell] = [held, called_off, held, away, held, held]
    check(Case(held, "att4 nc2 ask0", sheet(listed([header], said))), project)
