"""Rows among numbers of people that count no people who were there."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import Case, check, sheet

Rows = list[list[Cell]]

HERE = Hints("project_fair", "graz", date(2021, 9, 25))

PARTS: Rows = [["Frauen", 12], ["Männer", 9]]


@pytest.mark.parametrize(
    ("who", "women", "men", "other"),
    [
        ("Was", "Frauen", "Männer", "Flyer verteilt"),
        ("Was", "Frauen", "Männer", "Kuchenstücke"),
        ("Chi", "Donne", "Uomini", "Sedie"),
        ("Chi", "Donne", "Uomini", "Iscritti online"),
        ("Hvem", "Kvinder", "Mænd", "Kaffe (kopper)"),
        ("Hvem", "Kvinder", "Mænd", "Afbud"),
        ("Ποιοι", "Γυναίκες", "Άνδρες", "Καρέκλες"),
        ("Ποιοι", "Γυναίκες", "Άνδρες", "Αναμενόμενοι"),
        ("Who", "Women", "Men", "Donations (€)"),
        ("Who", "Women", "Men", "Room capacity"),
        ("Visitors", "Syrians", "Locals", "Photos taken"),
    ],
)
def test_things_and_people_who_did_not_come_do_not_count(
    who: str, women: str, men: str, other: str, project: Project
) -> None:
    rows: Rows = [[who, {"Was": "Anzahl"}.get(who, "Number")], [women, 12], [men, 9], [other, 7]]
    check(Case(other, "head21 rej0 ask0", sheet(rows), hints=HERE), project)


def test_those_who_had_registered_count_with_walk_ins_alone(project: Project) -> None:
    rows: Rows = [["Was", "Anzahl"], ["Angemeldete", 12], ["Laufkundschaft", 9], ["Absagen", 4]]
    check(Case("registered", "head21 rej0 ask0", sheet(rows), hints=HERE), project)


@pytest.mark.parametrize("label", ["Walk-ins", "Laufkundschaft", "Nicht angemeldet"])
def test_other_people_count(label: str, project: Project) -> None:
    check(Case(label, "head28 rej0 ask0", sheet([["Was", "Anzahl"], *PARTS, [label, 7]]), hints=HERE), project)


def test_a_total_that_includes_a_row_counts_it(project: Project) -> None:
    rows: Rows = [["Was", "Anzahl"], ["Erwachsene", 12], ["Kinder", 9], ["Kaffee", 7], ["Gesamt", 28]]
    check(Case("total", "head28 rej0 ask0", sheet(rows), hints=HERE), project)


@pytest.mark.parametrize("header", ["Stand", "Station"])
def test_stands_named_after_things_have_visitors(header: str, project: Project) -> None:
    rows: Rows = [[header, "Visitors"], ["Coffee", 20], ["Photos", 15], ["Garden", 4]]
    check(Case("stands", "head39 rej0 ask0", sheet(rows), hints=HERE), project)


def test_an_unknown_label_below_women_and_men_keeps_these_apart_from_names(project: Project) -> None:
    rows: Rows = [["Who", "Number"], ["Women", 12], ["Men", 9], ["Youth", 7]]
    check(Case("youth", "head21 rej0 ask0", sheet(rows), hints=HERE), project)
