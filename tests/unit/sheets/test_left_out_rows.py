"""Numbers below the total of a count: of the team, of things, of nobody knows what."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import Case, check, sheet

Rows = list[list[Cell]]

HERE = Hints("project_fair", "graz", date(2021, 9, 25))
HOURS: Rows = [["11:00-12:00", 23], ["12:00-13:00", 38], ["13:00-14:00", 29]]


@pytest.mark.parametrize(
    ("header", "total", "team", "things"),
    [
        (("Hour", "Visitors"), "Total visitors", "Volunteers of the club", "Cakes sold"),
        (("Uhrzeit", "Besucher"), "Summe Besuch", "Helfer/innen (nicht im Klicker, nicht zählen)", "verkaufte Kuchen"),
        (("Ora", "Visitatori"), "Totale visitatori", "Volontari (non contati)", "Torte vendute"),
        (("Kl.", "Besøgende"), "Samlet besøg", "Frivillige fra klubben", "Solgte kager"),
        (("Ώρα", "Επισκέπτες"), "Σύνολο επισκεπτών", "Εθελοντές", "Πουλήθηκαν κέικ"),
    ],
)
def test_the_team_and_things_below_a_total_are_no_visitors(
    header: tuple[str, str], total: str, team: str, things: str, project: Project
) -> None:
    below: Rows = [[], [team, 12], [things, 86]]
    check(Case(team, "head90 nc1 rej0 ask0", sheet([[*header], *HOURS, [total, 90], *below]), hints=HERE), project)


def test_unknown_numbers_below_a_total_are_asked_about(project: Project) -> None:
    below: Rows = [["Zorb", 12], ["Gorb", 86]]
    rows: Rows = [["Hour", "Visitors"], *HOURS, ["Total visitors", 90], *below]
    check(Case("unknown", "head90 rej2 q:row", sheet(rows), hints=HERE), project)


def test_people_beside_a_total_count(project: Project) -> None:
    rows: Rows = [["Hour", "Visitors"], *HOURS, ["Total visitors", 90], ["Not registered", 12]]
    check(Case("beside", "head102 rej0 ask0", sheet(rows), hints=HERE), project)


def test_stands_named_after_helpers_have_visitors(project: Project) -> None:
    rows: Rows = [["Stand", "Visitors"], ["Bikes", 20], ["Garden", 15], ["Volunteers' corner", 4], ["Total", 39]]
    check(Case("stands", "head39 nc0 rej0 ask0", sheet(rows), hints=HERE), project)


@pytest.mark.parametrize(
    ("registered", "absent", "present", "served", "team"),
    [
        ("Registered", "No-shows", "Attended", "Lunches served", "Staff"),
        ("Iscritti", "Non presentati", "Presenti", "Pranzi serviti", "Staff e hostess"),
        ("Angemeldet", "Nicht erschienen", "Anwesend", "Mittagessen", "Helfer"),
        ("Tilmeldte", "Ikke mødt", "Fremmødte", "Frokoster", "Personale"),
        ("Εγγεγραμμένοι", "Απόντες", "Παρόντες", "Γεύματα", "Προσωπικό"),
    ],
)
def test_only_those_present_count_beside_those_registered(
    registered: str, absent: str, present: str, served: str, team: str, project: Project
) -> None:
    days: list[Cell] = ["", date(2022, 3, 24), date(2022, 3, 25)]
    rows: Rows = [["Final conference, Palermo"], [], days, [registered, 110, 110], [absent, 23, 41]]
    rows += [[present, 87, 69], [served, 80, 62], [team, 9, 8]]
    check(Case(present, "head156 ev2 rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("everybody", "women", "men", "team", "things"),
    [
        ("Participants:", "Women:", "Men:", "Volunteers:", "Leaflets:"),
        ("Partecipanti:", "Donne:", "Uomini:", "N. volontari:", "Volantini:"),
        ("Anwesende:", "Frauen:", "Männer:", "Ehrenamtliche:", "Kosten (€):"),
        ("Deltagere", "Kvinder", "Mænd", "Personale", "Foldere"),
        ("Αριθμός ατόμων:", "Γυναίκες:", "Άνδρες:", "Προσωπικό:", "Φυλλάδια:"),
    ],
)
def test_a_form_divides_the_people_whose_number_it_states(
    everybody: str, women: str, men: str, team: str, things: str, project: Project
) -> None:
    first: Rows = [[things, 90], [everybody, 21], [women, 12], [team, 3], [men, 9]]
    check(Case(everybody, "head21 ev1 rej0 ask0", sheet(first), hints=HERE), project)
    last: Rows = [[women, 12], [men, 9], [everybody, 21], [things, 90]]
    check(Case(everybody, "head21 ev1 rej0 ask0", sheet(last), hints=HERE), project)


def test_a_form_whose_parts_are_not_all_people_is_asked_about(project: Project) -> None:
    rows: Rows = [["Participants:", 21], ["Women:", 12], ["Men:", 8]]
    check(Case("parts", "q:total", sheet(rows), hints=HERE), project)


@pytest.mark.parametrize(
    ("hour", "counted", "beside"),
    [("Hour", "Counted", "Coffees"), ("Ora", "Contati", "Volontari"), ("Zeit", "Gezählt", "Kaffee"),
     ("Kl.", "Talt", "Personale"), ("Ώρα", "Μέτρηση", "Καφέδες")],
)  # fmt: skip
def test_who_was_counted_by_the_hour_came(hour: str, counted: str, beside: str, project: Project) -> None:
    rows: Rows = [[hour, counted, beside], ["10.00–11.00", 25, 4], ["11.00–12.00", 26, 8], ["12.00–13.00", 16, 2]]
    check(Case(counted, "head67 ev1 rej0 ask0", sheet(rows), hints=HERE), project)


def test_hours_with_dots_are_no_phone_numbers(project: Project) -> None:
    rows: Rows = [["When", "Women", "Men"], ["10.00–11.00", 11, 18], ["11.00-12.00", 17, 3], ["12.00–13.00", 15, 10]]
    check(Case("hours", "att0 head74 rej0 ask0", sheet(rows), hints=HERE), project)


def test_those_who_came_count_beside_those_registered_and_costs(project: Project) -> None:
    rows: Rows = [["Datum", "Maßnahme", "Angemeldet", "Ist", "Kosten (€)"]]
    rows += [[date(2021, 3, 2), "Fokusgruppe", 15, 16, 157], [date(2021, 5, 9), "OEP-Schulung", 20, 24, 106]]
    check(Case("log", "head40 ev2 rej0 ask0", sheet(rows), hints=Hints(city="graz")), project)
