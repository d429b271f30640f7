"""Sheets as volunteers and teachers keep them: logs, registers with letters, classes side by side."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.phrases.numbers import people_by_kind
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

_LAB = Hints(activity="school_lab", city="athens")
CASES = (
    Case(
        "a title above two lists side by side",
        "att4 nc2 rej0 ev1 date:2021-09-23",
        sheet(
            [
                ["School lab, Vejle, 23 September 2021"],
                [],
                ["Class 7A", "", "", "", "Class 7B", "", ""],
                ["Name", "Country", "Present", "", "Name", "Country", "Present"],
                ["Aldo Neri", "Syria", "x", "", "Dino Serra", "Somalia", "x"],
                ["Bea Conti", "Syria", "x", "", "Elsa Monti", "Denmark", "-"],
                ["Carla Riva", "Denmark", "-", "", "Furio Lodi", "Denmark", "x"],
            ]
        ),
    ),
    Case(
        "months above day numbers, beside pupils",
        "att7 rej0 ev3 date:2022-01-20 date:2022-02-03",
        sheet(
            [
                ["Μαθητής", "Χώρα", "Ιανουάριος 2022", "", "Φεβρουάριος 2022"],
                ["Μαθητής", "Χώρα", "13", "20", "3"],
                ["Νίκος Δήμου", "Ελλάδα", "+", "+", "+"],
                ["Άρτα Λέκα", "Αλβανία", "", "+", "+"],
                ["Ιρίνα Κόλα", "Αλβανία", "+", "", "+"],
            ]
        ),
        hints=_LAB,
    ),
    Case(
        "a legend with a word before it",
        "att5 rej0 ev2",
        sheet(
            [
                ["Laboratorio scolastico, Palermo, ottobre 2021"],
                ["", "Alunno", "5/10", "19/10"],
                ["1", "Aldo Neri", "P", "R"],
                ["2", "Bea Conti", "G", "P"],
                ["3", "Carla Riva", "P", "P"],
                ["Legenda: P presente; R presente in ritardo; A assente; G assente giustificato"],
            ]
        ),
    ),
    Case(
        "all persons of a family",
        "att3 head4 rej0",
        sheet(
            [
                *TITLE,
                ["Familie", "Telefon", "Personen insgesamt"],
                ["Fam. Neri Aldo", "0162 96465496", "3"],
                ["Fam. Conti Bea", "0151 90385409", "1"],
                ["Fam. Riva Carla", "0176 98874811", "3"],
            ]
        ),
    ),
    Case(
        "a total of sessions stands for one person",
        "att3 head0",
        sheet([*TITLE, ["Full name", "Total"], *([name, 3] for name in PEOPLE[:3])]),
    ),
    Case(
        "neighbourhoods that add up to the total",
        "head98 rej0 ev2",
        sheet(
            [
                ["Ημερομηνία", "Κυψέλη", "Πατήσια", "Βικτώρια", "Σύνολο"],
                ["2021-05-22", "18", "12", "9", "39"],
                ["2021-06-12", "25", "14", "20", "59"],
            ]
        ),
        hints=Hints(activity="awareness_campaign", city="athens"),
    ),
    Case(
        "classes down, days across and sums both ways",
        "head105 rej0 ev2",
        sheet(
            [
                ["Klasse", "2021-11-03", "2021-11-17", "Summe"],
                ["7a", "22", "21", "43"],
                ["7b", "24", "24", "48"],
                ["8c", "", "14", "14"],
                ["Gesamt", "46", "59", "105"],
            ]
        ),
        hints=_LAB,
    ),
    Case(
        "days of sessions without a year",
        "att0 rej0 q:date!",
        sheet(
            [
                ["Navn", "Klasse", "4/11", "11/11", "18/11"],
                ["Aldo Neri", "6.a", "x", "x", "x"],
                ["Bea Conti", "6.a", "x", "", "x"],
                ["Carla Riva", "6.a", "x", "x", ""],
            ]
        ),
        hints=_LAB,
    ),
    Case(
        "codes of countries, also those of cars",
        "att4 com:syrian=1 com:afghan=1 com:bosnian=1 com:local=1",
        sheet(
            [
                *TITLE,
                ["Schüler/in", "Nationalität"],
                *([name, code] for name, code in zip(PEOPLE, ("SYR", "AFG", "BIH", "I"), strict=False)),
            ]
        ),
    ),
    Case(
        "workshops of any skill",
        "head63 ev4 rej0",
        sheet(
            [
                ["data", "che cosa", "donne", "uomini"],
                ["2021-04-24", "workshop treccine", 9, 3],
                ["2021-05-08", "Henna and calligraphy workshop", 14, 8],
                ["2021-05-22", "Computer-Workshop", 10, 0],
                ["2021-06-19", "Workshop Brot backen", 16, 3],
            ]
        ),
        hints=Hints(city="palermo"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sheets_of_volunteers(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("12 Frauen + 5 Kinder", 17),
        ("12 women + 5 children", 17),
        ("mindestens 80", 80),
        ("at least 80", 80),
        ("etwa dreißig", 30),
        ("una trentina", 30),
        ("περίπου σαράντα", 40),
        ("30+", 30),
        ("> 80", 80),
        ("oltre 100", 100),
        ("fünfundzwanzig", 25),
        ("about thirty-five women", 35),
        ("enogtyve", 21),
        ("quarantotto persone", 48),
        ("είκοσι πέντε άτομα", 25),
        ("ein Dutzend Frauen", 12),
        ("bis zu 30", 0),
        ("< 30", 0),
        ("20-25", 0),
        ("+ 5", 0),
        ("viele", 0),
    ],
)
def test_numbers_of_people_in_words(text: str, people: int) -> None:
    assert people_by_kind(text) == people
