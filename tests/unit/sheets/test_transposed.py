"""Sheets with people across and days down."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook

from .cases import PEOPLE, Case, check, sheet


@pytest.mark.parametrize("corner", ["Session", "Date", ""])
@pytest.mark.parametrize("total", ["players", "Zorb", ""])
def test_a_column_of_sums_is_nobody(corner: str, total: str, project: Project) -> None:
    marks = [("x", "", "x", "", "", ""), ("x", "x", "x", "", "x", "x"), ("", "", "", "x", "", "")]
    days = [[f"2021-07-{day:02}", *said, said.count("x")] for day, said in zip((1, 8, 15), marks, strict=True)]
    rows: list[list[Cell]] = [["Skill-transfer workshop"], [], [corner, *PEOPLE, total], *days]
    check(Case("across", "att8 ev3", sheet(rows), hints=Hints(city="kassel")), project)


FIELDS = {
    "en": ("Date", "School", "Pupils", "Museum guide"),
    "el": ("Ημερομηνία", "Σχολείο", "Μαθητές που συμμετείχαν", "Μουσειοπαιδαγωγός"),
    "de": ("Datum", "Einrichtung", "Teilnehmende", "Leitung"),
    "it": ("Data", "Scuola", "Partecipanti", "Operatrice"),
    "da": ("Dato", "Skole", "Deltagere", "Underviser"),
}


@pytest.mark.parametrize("language", FIELDS)
@pytest.mark.parametrize("total", ["", "Total"])
def test_events_stand_across_under_their_days(language: str, total: str, project: Project) -> None:
    day, place, people, guide = FIELDS[language]
    rows: list[list[Cell]] = [
        ["School lab “Fabrics that talk”"],
        [],
        [day, "03/11/2021", "10/11/2021", "24/11/2021", total],
        [place, "Via Roma 3", "Via Roma 3", "Zorb 14", ""],
        [people, 21, 19, 25, 65 if total else ""],
        [guide, "A. Berg", "M. Holm", "M. Holm", ""],
    ]
    check(Case("across", "head65 ev3 ask0 date:2021-11-24", sheet(rows), hints=Hints(city="athens")), project)


@pytest.mark.parametrize(
    ("labels", "activities"),
    [
        (["What", "Topic", "When", "How many came"], ["Skill-transfer workshop", "Awareness campaign", "Project fair"]),
        (
            ["Was", "Thema", "Wann", "Wie viele kamen"],
            ["Infoveranstaltung", "Sensibilisierungskampagne", "Projektmesse"],
        ),
        (
            ["Cosa", "Tema", "Quando", "Partecipanti"],
            ["Incontro informativo", "Campagna di sensibilizzazione", "Fiera"],
        ),
        (["Hvad", "Emne", "Dato", "Deltagere"], ["Informationsmøde", "Oplysningskampagne", "Projektmesse"]),
        (["Δράση", "Θέμα", "Πότε", "Πόσοι ήρθαν"], ["Ενημερωτική συνάντηση", "Εκστρατεία ευαισθητοποίησης", "Έκθεση"]),
    ],
)
def test_events_across_are_named_above_their_days(labels: list[str], activities: list[str], project: Project) -> None:
    days = ["14.09.2020", "08.03.2021", "20.06.2021"]
    told = [activities, ["paper", "flowers", "food"], days, [10, 63, 118]]
    rows: list[list[Cell]] = [["Graz"], [], *([label, *cells] for label, cells in zip(labels, told, strict=True))]
    reading = read_workbook(Workbook("log.xlsx", "xlsx", [sheet(rows)]), project, Hints())
    people = {(reading.events[row.event].title, row.people) for row in reading.headcounts}
    assert people == {("paper", 10), ("flowers", 63), ("food", 118)}
    assert len({event.activity for event in reading.events}) == 3


def test_people_beside_ones_and_zeros_stay_people(project: Project) -> None:
    marks: list[list[Cell]] = [["Aldo Neri", 1, 0], ["Bea Conti", 1, 1], ["Carla Riva", 0, 1]]
    rows: list[list[Cell]] = [
        ["Graz, skill-transfer workshop"], [], ["Topic", "Wood", "Bread"], ["Date", "14.09.2020", "21.09.2020"],
        *marks, ["Present", 2, 2],
    ]  # fmt: skip
    reading = read_workbook(Workbook("log.xlsx", "xlsx", [sheet(rows)]), project, Hints())
    assert not [row for row in reading.headcounts if row.people > 2]
    assert len(reading.attendances) in (0, 4)


@pytest.mark.parametrize(
    ("labels", "codes", "genders"),
    [
        (["Gender", "Year of birth", "Community", "Years in Italy"], "P{}", "MF"),
        (["Geschlecht", "Geburtsjahr", "Herkunft", "Jahre in Graz"], "TN {}", "mw"),
        (["Sesso", "Anno di nascita", "Comunità", "Anni in Italia"], "P{}", "MF"),
        (["Køn", "Fødselsår", "Baggrund", "År i Danmark"], "{}", "MK"),
        (["Φύλο", "Έτος γέννησης", "Κοινότητα", "Χρόνια στην Ελλάδα"], "Σ{}", "ΑΓ"),
        (["Gender", "Year of birth", "Community", "Years in Italy"], "", "MF"),
    ],
)
def test_people_without_names_stand_across(labels: list[str], codes: str, genders: str, project: Project) -> None:
    told: list[list[Cell]] = [
        [genders[n % 2] for n in range(6)],
        [1983 + n % 4 for n in range(6)],
        ["Syrian", "Syrian", "Nigerian"] * 2,
        [4, 7, 2, 9, 4, 11],
    ]
    rows: list[list[Cell]] = [["", *(codes.format(n) for n in range(1, 7))]]
    rows += [[label, *said] for label, said in zip(labels, told, strict=True)]
    title: list[list[Cell]] = [["Focus group, Palermo, 3 March 2021"], []]
    check(Case(labels[0], "att6 head0 named0 ask0 com:syrian=4 com:nigerian=2", sheet([*title, *rows])), project)


def test_numbers_of_women_and_men_across_are_no_single_people(project: Project) -> None:
    rows: list[list[Cell]] = [["Gender", "F", "M", "F", "M"], ["Community", "Syrian", "Syrian", "Afghan", "Afghan"]]
    title: list[list[Cell]] = [["Focus group, Palermo, 3 March 2021"], []]
    check(Case("crossed", "att0", sheet([*title, *rows, ["People", 14, 4, 18, 7]])), project)
