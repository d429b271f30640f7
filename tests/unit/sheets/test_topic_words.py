"""Columns about something else than attendance: what a log of events tells beside its events is no other topic."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet


@pytest.mark.parametrize(
    ("heads", "activities"),
    [
        (("Dato", "Aktivitet", "Fremmødte", "Tolketimer", "Kørsel km", "Faktureret"), ("Fokusgruppe", "Interview")),
        (("Datum", "Aktivität", "Teilnehmende", "Stunden", "Fahrt km", "Rechnung"), ("Fokusgruppe", "Interview")),
        (("Data", "Attività", "Partecipanti", "Ore", "Viaggio km", "Fattura"), ("Focus group", "Intervista")),
        (("Date", "Activity", "Attendees", "Hours", "Mileage km", "Invoice"), ("Focus group", "Interview")),
    ],
)
def test_costs_beside_events_are_no_other_topic(
    heads: tuple[str, ...], activities: tuple[str, str], project: Project
) -> None:
    title: list[list[Cell]] = [["Ida B.", "", "", "Vejle"], []]
    rows: list[list[Cell]] = [*title, [*heads], ["2021-03-02", activities[0], 7, 2, 11, "x"]]
    rows += [["2021-03-16", activities[1], 1, 1, 16, "x"], ["2021-04-13", activities[0], 11, 2, 11, ""]]
    check(Case(heads[0], "att0 head19 ev3 rej0 ask0", sheet(rows)), project)
    planned = [*title, [heads[0], heads[1], "Planned participants", *heads[3:]], *rows[3:]]
    check(Case("planned", "att0 head0 q:sheet!", sheet(planned)), project)


@pytest.mark.parametrize("header", ["Wer da war", "Hvem var der", "Chi c'era", "Who was there"])
def test_names_of_those_who_were_there_are_no_registrations(header: str, project: Project) -> None:
    title: list[list[Cell]] = [["Info session about registration forms, Graz, 3 March 2021"], []]
    people: list[list[Cell]] = [[name, "Dari"] for name in PEOPLE]
    check(Case(header, "att6 ev1 ask0", sheet([*title, [header, "Zorb"], *people])), project)


def _evenings(*heads: str) -> list[list[Cell]]:
    return [
        ["Info session", "Graz"],
        [],
        [*heads, "together"],
        ["06.10.2021", 6, 1, 5, 12],
        ["13.10.2021", 8, None, 4, 12],
        ["20.10.2021", 5, 2, None, 7],
        ["27.10.2021", 4, 1, 2, 7],
        ["03.11.2021", 3, 1, None, 4],
        ["autumn", None, None, None, 42],
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("serata", "tavolo italiano", "tavolo arabo", "tavolo inglese"),
        ("Dato", "Dansk bord", "Arabisk bord", "Engelsk bord"),
        ("Abend", "Deutsch", "Arabisch", "Englisch"),
        ("evening", "kitchen", "garden", "hall"),
    ],
)
def test_people_table_by_table_add_up(heads: tuple[str, ...], project: Project) -> None:
    check(Case(heads[0], "head42 ev5 ask0", sheet(_evenings(*heads))), project)


def test_a_sum_of_things_is_asked_about(project: Project) -> None:
    check(Case("drinks", "q:column", sheet(_evenings("evening", "coffee", "tea", "cakes"))), project)
