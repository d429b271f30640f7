"""Rows among numbers of people that count no people who were there."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

from .cases import TITLE, Case, check, sheet

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


NUMBERS = ((34, 51), (22, 40), (9, 13))


def halves(headers: str, *below: list[Cell]) -> list[list[Cell]]:
    """A sheet of stalls with two numbers each, and lines below them."""
    stalls = ("Honey", "Bread", "Chess")
    return [*TITLE, [*headers.split("|")], *([s, *n] for s, n in zip(stalls, NUMBERS, strict=True)), *below]


@pytest.mark.parametrize(
    ("headers", "below"),
    [
        ("Stall|Visitors a.m.|Visitors p.m.", [["Grand total", 169]]),
        ("Stand|Besucher vormittags|Besucher nachmittags", [["Summe", 65, 104], [], ["Gesamtsumme", 169]]),
        ("Stand|Visitatori mattina|Visitatori pomeriggio", [[], ["In tutto 169 visitatori"]]),
        ("Bod|Besøgende fredag|Besøgende lørdag", [["I alt", 65, 104], ["Begge dage", 169]]),
        ("Πάγκος|Επισκέπτες πρωί|Επισκέπτες απόγευμα", [["Σύνολο", 65, 104], [], ["Γενικό σύνολο", 169]]),
    ],
)
def test_a_total_of_both_columns_counts_both(headers: str, below: list[list[Cell]], project: Project) -> None:
    check(Case("halves", "head169 ask0 rej0", sheet(halves(headers, *below))), project)


def test_a_total_of_one_column_counts_it_alone(project: Project) -> None:
    check(Case("talks", "head65 ask0", sheet(halves("Stall|Visitors|Talks", ["Total", 65, 104]))), project)


@pytest.mark.parametrize(
    ("by_hour", "by_community", "things"),
    [
        ("By hour|people", "By community|people", "meals handed out"),
        ("Nach Stunde|Personen", "Nach Herkunft|Personen", "ausgegebene Suppen"),
        ("Per ora|Persone", "Per comunità|Persone", "pacchi consegnati"),
        ("Pr. time|Personer", "Efter fællesskab|Personer", "uddelte poser"),
    ],
)
def test_things_below_the_same_people_divided_twice(
    by_hour: str, by_community: str, things: str, project: Project
) -> None:
    hours: list[list[Cell]] = [["10-11", 9], ["11-12", 17], ["12-13", 22], ["13-14", 12], ["the whole day", 60]]
    whose: list[list[Cell]] = [["Syrian", 21], ["Somali", 14], ["Afghan", 25], ["the whole day", 60]]
    rows: list[list[Cell]] = [
        *TITLE,
        [*by_hour.split("|")],
        *hours,
        [],
        [*by_community.split("|")],
        *whose,
        [],
        [things, 143],
    ]
    check(Case("twice", "head60 ask0 rej0", sheet(rows)), project)


@pytest.mark.parametrize(
    "header", ["Visitors (tokens)", "Personen (Bons)", "Persone (buoni)", "Besøgende (kuponer)", "Άτομα (κουπόνια)"]
)
def test_one_token_for_each_visitor(header: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        *TITLE,
        ["Stall", "Led by", header],
        ["Honey", "Ida", 30],
        ["Bread", "Bea", 58],
        ["Total", "", 88],
    ]
    check(Case("tokens", "head88 ask0", sheet(rows)), project)


DAYS: list[list[Cell]] = [["Syrian", 12, 11], ["Somali", 10, 2], ["Afghan", 11, 12]]


@pytest.mark.parametrize(
    ("details", "below"),
    [
        (
            ["site", "Old town", "Harbour"],
            [["people", 33, 25], ["flu jabs given", 2, 4], ["jabs are among the people"]],
        ),
        (
            ["Ort", "Volkshaus", "Pfarre"],
            [["gesamt", 33, 25], ["Impfberatung", 2, 3], ["Die Impfberatungen sind enthalten"]],
        ),
        (["", "Ballarò", "Santa Chiara"], [["Totale", 33, 25]]),
        (
            ["sted", "biblioteket", "torvet"],
            [["I alt", 33, 25], ["vaccinationer", 4, 5], ["vaccinationer er medregnet"]],
        ),
        (["Τόπος", "Κυψέλη", "Ομόνοια"], [["Σύνολο", 33, 25]]),
    ],
)
def test_rows_of_words_and_parts_below_days(details: list[Cell], below: Rows, project: Project) -> None:
    header: list[Cell] = ["", date(2021, 3, 3), date(2021, 3, 10)]
    rows = [["Info sessions, Palermo"], [], header, details, *DAYS, *below]
    check(Case("days", "head58 ev2 ask0 rej0", sheet(rows), hints=Hints("info_session", "palermo")), project)


@pytest.mark.parametrize(
    ("days", "heads"),
    [
        (["Fællesskab", "12-06-2021 Torvet", "", "19-06-2021 Nørretorv", ""], ["", *("antal", "poser") * 2]),
        (["", "12 June 2021, Old town", "", "19 June 2021, Harbour", ""], ["Community", *("people", "leaflets") * 2]),
        (["Herkunft", "Sa 12.6.2021", "", "Sa 19.6.2021", ""], ["", *("Personen", "Helfer") * 2]),
        (["Comunità", "12/06/2021 (Ballarò)", "", "19/06/2021 (Vucciria)", ""], ["", *("persone", "volantini") * 2]),
        (["Κοινότητα", "12/6/2021", "", "19/6/2021", ""], ["", *("άτομα", "φυλλάδια") * 2]),
    ],
)
def test_days_over_groups_of_people_and_things(days: list[Cell], heads: list[Cell], project: Project) -> None:
    rows: Rows = [[whose, one, 30, other, 40] for whose, one, other in DAYS]
    grid = sheet([["Awareness campaign"], [], days, heads, *rows])
    check(Case("groups", "head58 ev2 ask0 rej0", grid, hints=Hints("awareness_campaign", "vejle")), project)
