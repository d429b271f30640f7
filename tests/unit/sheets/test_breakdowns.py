"""Headcounts that divide the same people by community, gender, group or age band, also in several ways."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, HeadcountRow, Reading, headcount_of
from liaison_metrics.sheets.words.phrases.ages import age_band_of
from tests.unit.sheets.cases import TITLE
from tests.unit.sheets.grids import Rows, read

EVENT: list[Cell] = [date(2021, 3, 3), "Palermo", "LIAISON fair"]
HEAD: list[Cell] = ["Date", "City", "Activity"]


def by(reading: Reading, kind: str) -> Counter[str | None]:
    """Returns the people of a reading's headcounts by their codes of a kind."""
    people: Counter[str | None] = Counter()
    for row in reading.headcounts:
        people[getattr(row, kind)] += row.people
    return people


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("under 18", "under_18"), ("unter 18", "under_18"), ("fino a 17", "under_18"), ("κάτω των 18", "under_18"),
        ("Kinder (0-14)", "under_18"), ("< 18", "under_18"), ("17 and under", "under_18"), ("18-24", "18_24"),
        ("25–34 years", "25_34"), ("Altersgruppe 35-49", "35_49"), ("65+", "65_plus"), ("over 65", "65_plus"),
        ("65 und älter", "65_plus"), ("65 anni e oltre", "65_plus"), ("18-30", "not_stated"), ("50+", "not_stated"),
        ("18 to 24", "18_24"), ("18 έως 24 ετών", "18_24"), ("ab 65", "65_plus"),
        ("Adults", "not_stated"), ("Children", "under_18"), ("18", None), ("Local", None), ("ab 18:00", None),
    ],
)  # fmt: skip
def test_ages_in_words(text: str, band: str | None) -> None:
    assert age_band_of(text) == band


def test_women_and_men_and_communities_in_one_table(project: Project) -> None:
    reading = read(project, [[*HEAD, "Female", "Male", "Local", "Tunisian", "Total"], [*EVENT, 12, 8, 15, 5, 20]])
    assert by(reading, "gender") == {"female": 12, "male": 8, None: 20}
    assert by(reading, "community") == {"local": 15, "tunisian": 5, None: 20}
    assert headcount_of(reading.headcounts) == 20


def test_several_kinds_in_one_column(project: Project) -> None:
    rows: list[list[Cell]] = [["Women", 12], ["Men", 8], ["Local", 15], ["Tunisian", 5], ["Total", 20]]
    reading = read(project, [*TITLE, ["Category", "Number"], *rows])
    assert by(reading, "gender") == {"female": 12, "male": 8, None: 20}
    assert headcount_of(reading.headcounts) == 20
    assert not reading.questions


def test_of_whom_in_two_kinds(project: Project) -> None:
    reading = read(project, [[*HEAD, "Participants", "of whom women", "of whom Syrian"], [*EVENT, 30, 12, 5]])
    assert by(reading, "gender") == {"female": 12, "not_stated": 18, None: 30}
    assert by(reading, "community") == {"syrian": 5, "not_stated": 25, None: 30}
    assert headcount_of(reading.headcounts) == 30


def test_unknown_and_blank_communities_are_not_stated(project: Project) -> None:
    rows: list[list[Cell]] = [["Local", 20], ["k.A.", 3], ["", 2], ["Others", 4]]
    reading = read(project, [*TITLE, ["Community", "Participants"], *rows])
    assert by(reading, "community") == {"local": 20, "not_stated": 9}
    assert by(reading, "gender") == {None: 29}


def test_a_rest_and_a_cell_of_women(project: Project) -> None:
    assert by(read(project, [[*HEAD, "Participants", "Women"], [*EVENT, 20, 12]]), "gender") == {
        "female": 12, "not_stated": 8,
    }  # fmt: skip
    rows: Rows = [[*HEAD, "Participants"], [*EVENT, "120, of whom 64 women"], [*EVENT, 10]]
    reading = read(project, rows)
    assert by(reading, "gender") == {"female": 64, "not_stated": 66}
    assert headcount_of(reading.headcounts) == 130


def test_age_bands_in_headers(project: Project) -> None:
    heads: list[Cell] = ["Participants", "Local", "Syrian", "0-5", "6-10", "under 18", "18-24", "65+"]
    reading = read(project, [[*HEAD, *heads], [*EVENT, 30, 20, 10, 1, 2, 3, 4, 5]])
    assert by(reading, "age_band") == {"under_18": 6, "18_24": 4, "65_plus": 5, "not_stated": 15, None: 30}
    assert headcount_of(reading.headcounts) == 30
    assert not reading.questions


@pytest.mark.parametrize("head", ["Age group", "Altersgruppe", "Fascia d'età", "Aldersgruppe", "Ηλικία"])
def test_age_bands_in_rows(project: Project, head: str) -> None:
    reading = read(project, [*TITLE, [head, "Participants"], ["under 18", 3], ["18-24", 4], ["65+", 5]])
    assert by(reading, "age_band") == {"under_18": 3, "18_24": 4, "65_plus": 5}
    assert not reading.questions


def test_children_beside_women_and_men(project: Project) -> None:
    for rows in (
        [[*HEAD, "Women", "Men", "Children"], [*EVENT, 10, 8, 5]],
        [*TITLE, ["Group", "Number"], ["Women", 10], ["Men", 8], ["Children", 5]],
    ):
        reading = read(project, rows)
        assert headcount_of(reading.headcounts) == 23
        assert by(reading, "age_band") == {"under_18": 5, "not_stated": 18}


def test_adults_and_children_divide_women_and_men(project: Project) -> None:
    for rows in (
        [[*HEAD, "Women", "Men", "Children", "Adults"], [*EVENT, 10, 8, 5, 13]],
        [*TITLE, ["Group", "Number"], ["Women", 10], ["Men", 8], ["Children", 5], ["Adults", 13]],
    ):
        assert headcount_of(read(project, rows).headcounts) == 18


def test_a_community_for_each_row_and_ages_for_each_column(project: Project) -> None:
    heads: list[Cell] = ["Community", "Women", "Men", "under 18", "18-24"]
    reading = read(project, [[*HEAD, *heads], [*EVENT, "Local", 10, 8, 10, 8], [*EVENT, "", 1, 1, 2, 0]])
    assert headcount_of(reading.headcounts) == 20
    assert by(reading, "community") == {"local": 18, "not_stated": 2, None: 20}


@pytest.mark.parametrize(
    "rows",
    [
        [*TITLE, ["Hour", "Visitors"], ["10:00-11:00", 12], ["11:00-12:00", 20], ["12:00-13:00", 7], ["Total", 39]],
        [*TITLE, ["Stand", "Visitors"], ["Cooking", 12], ["Music", 20], ["Walk-ins", 7], ["Total", 39]],
        [[*HEAD, "Title", "Participants"], [*EVENT, "Cooking", 12], [*EVENT, "Music", 20], [*EVENT, "Dance", 7]],
    ],
)
def test_hours_stands_and_events_add_up(project: Project, rows: Rows) -> None:
    assert headcount_of(read(project, rows).headcounts) == 39


@pytest.mark.parametrize(
    ("header", "labels"),
    [
        ("Hour", ["10-11", "11-12", "12-13"]),
        ("Uhrzeit", ["10–12", "12–14", "14–16"]),
        ("Age", ["10-12", "12-14", "14-16"]),
        ("", ["0-18", "18-25", "25-65"]),
    ],
)
def test_hours_are_no_ages(project: Project, header: str, labels: list[str]) -> None:
    heads: list[Cell] = [header, "Women", "Men", "Others", "Total"]
    counts = [[label, number, 2, 3, number + 5] for number, label in enumerate(labels, start=1)]
    reading = read(project, [*TITLE, heads, *counts, ["Total", 6, 6, 9, 21], ["Counted by hand"]])
    by_age = any(row.age_band for row in reading.headcounts if row.column == "Women")
    assert by_age is (header in ("Age", ""))
    assert by_age or headcount_of(reading.headcounts) == 21


def test_headcount_of_counts_people_once() -> None:
    women = HeadcountRow(0, "a", 2, 10, gender="female")
    men = HeadcountRow(0, "a", 3, 8, gender="male")
    cross = HeadcountRow(0, "a", 4, 3, gender="not_stated", community="local")
    total, age = HeadcountRow(0, "a", 5, 20), HeadcountRow(0, "a", 6, 19, age_band="18_24")
    more = HeadcountRow(0, "a", 7, 2, additional="plus")
    assert headcount_of([]) == 0
    assert headcount_of([women, men]) == 18
    assert headcount_of([women, men, cross]) == 21
    assert headcount_of([women, men, total, age, more]) == 22
    assert headcount_of([women, HeadcountRow(0, "b", 2, 4), HeadcountRow(1, "a", 9, 5)]) == 19


@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("Participants by age", ("under 18", "18–29", "30+")),
        ("Teilnehmende", ("Kinder", "Erwachsene", "Senioren")),
        ("Partecipanti per età", ("0-14", "15-24", "25+")),
    ],
)
def test_a_second_row_of_headers_divides_the_people(over: str, under: tuple[str, ...], project: Project) -> None:
    rows: Rows = [
        ["Quarter 2"], [],
        ["Date", "City", "Activity", over, "", "", "Total"], ["", "", "", *under, ""],
        [date(2021, 4, 15), "Palermo", "Info session", 0, 4, 9, 13],
        [date(2021, 5, 6), "Palermo", "LIAISON fair", 7, 3, 2, 12],
    ]  # fmt: skip
    reading = read(project, rows)
    assert [headcount_of(h for h in reading.headcounts if h.event == event) for event in (0, 1)] == [13, 12]
    assert (reading.questions, reading.rejected) == ([], [])


@pytest.mark.parametrize(
    "headers",
    [
        ("Kinder", "Erwachsene", "Zorb", "Gesamt"), ("Bambini", "Adulti", "Anziani", "Totale"),
        ("Parents", "Pupils", "Teachers", "Together"), ("Skoler", "Region", "Andre", "I alt"),
        ("Παιδιά", "Ενήλικες", "Ηλικιωμένοι", "Σύνολο"), ("Frauen", "Männer", "Kinder", "Zusammen"),
    ],
)  # fmt: skip
def test_the_sum_of_the_columns_beside_it_is_all_people(headers: tuple[str, ...], project: Project) -> None:
    numbers = [(1, 4, 9, 14), (7, 3, 2, 12), (5, 0, 6, 11)]
    rows: Rows = [[*HEAD, *headers], *([date(2021, 3, day), *EVENT[1:], *n] for day, n in enumerate(numbers, 1))]
    reading = read(project, rows)
    assert [headcount_of(h for h in reading.headcounts if h.event == at) for at in (0, 1, 2)] == [14, 12, 11]
    assert reading.questions == []


@pytest.mark.parametrize("unknown", ["Prefer not to say", "Not stated", "keine Angabe", "Ønsker ikke at oplyse"])
@pytest.mark.parametrize("first", ["By community", "Age group", "Gender"])
def test_who_says_nothing_is_of_the_division_of_its_block(unknown: str, first: str, project: Project) -> None:
    labels = {"By community": ("Local", "Syrian"), "Age group": ("0-12", "13-25"), "Gender": ("Women", "Men")}
    again = "Gender" if first != "Gender" else "Age group"
    blocks: list[list[Cell]] = [
        [head, "Visitors"] if label is None else [label, people]
        for head in (first, again)
        for label, people in [(None, 0), *zip(labels[head], (30, 20), strict=True), (unknown, 4), ("Total", 54)]
    ]
    reading = read(project, [*TITLE, *blocks[:5], ["", ""], *blocks[5:]])
    assert headcount_of(reading.headcounts) == 54
    assert (reading.questions, reading.rejected) == ([], [])
    assert by(reading, "gender")["not_stated"] in (4, 58)


@pytest.mark.parametrize("heads", [
    ("Klasse", "Kinder in der Klasse", "davon am Tag da", "krank / entschuldigt"),
    ("Class", "Pupils on roll", "In school", "Absent"), ("Classe", "Alunni", "In aula", "Assenti"),
    ("Klasse", "Elever", "Til stede", "Fraværende"), ("Τάξη", "Μαθητές", "Ήρθαν", "Απόντες"),
    ("Gruppe", "Angemeldet", "da", "abwesend"),
])  # fmt: skip
def test_the_sum_of_those_who_came_and_of_the_absent_is_no_attendance(heads: tuple[str, ...], project: Project) -> None:
    rows = [["2a", 25, 23, 2], ["2b", 24, 24, 0], ["3a", 26, 21, 5], ["Summe", 75, 68, 7]]
    reading = read(project, [*TITLE, [*heads], *rows])
    assert headcount_of(reading.headcounts) == 68 and not reading.questions


@pytest.mark.parametrize(
    ("community", "gender", "women", "men", "local"),
    [
        ("Κοινότητα", "Φύλο", "Γυναίκες", "Άνδρες", "Ντόπιοι"),
        ("Gemeinschaft", "Geschlecht", "weiblich", "männlich", "Lokal"),
        ("Comunità", "Genere", "Donne", "Uomini", "Locale"), ("Fællesskab", "Køn", "Kvinder", "Mænd", "Lokal"),
        ("Community", "Gender", "Women", "Men", "Local"),
    ],
)  # fmt: skip
def test_genders_under_a_header_over_them(
    community: str, gender: str, women: str, men: str, local: str, project: Project
) -> None:
    rows: list[list[Cell]] = [[community, gender, "", "Total"], ["", women, men, ""], [local, 12, 7, 19]]
    reading = read(project, [*TITLE, *rows, ["Syrian", 3, 4, 7]])
    assert by(reading, "gender") == {"female": 15, "male": 11}
    assert by(reading, "community") == {"local": 19, "syrian": 7}
    assert not reading.questions


KINDS: Rows = [
    ["Gender", "Female", 17],
    ["", "Male", 9],
    ["", "Prefer not to say", 1],
    ["Age group", "under 18", 2],
    ["", "18-29", 8],
    ["", "30+", 17],
]


@pytest.mark.parametrize(
    "more",
    [
        [],
        [["Everyone in the room", "", 27]],
        [["How they heard", "Friends", 20], ["", "Posters", 7]],
        [["Came from", "Syria", 20], ["", "Tunisia", 7], ["Trainers", "", 2]],
    ],
)
def test_a_column_names_the_kinds_that_divide_the_people(project: Project, more: Rows) -> None:
    reading = read(project, [*TITLE, ["Breakdown", "", "Number"], *KINDS, *more])
    assert headcount_of(reading.headcounts) == 27
    assert by(reading, "gender")["female"] == 17
    assert not reading.questions


def test_a_total_above_the_named_kinds(project: Project) -> None:
    head: Rows = [["Aufteilung", "", "Anzahl"], ["Alle im Saal", "", 26]]
    parts: Rows = [["Geschlecht", "Frauen", 17], ["", "Männer", 9], ["Alter", "bis 17", 5], ["", "ab 18", 21]]
    reading = read(project, [*TITLE, *head, *parts])
    assert headcount_of(reading.headcounts) == 26
    assert not reading.questions


def test_people_under_none_of_the_named_kinds_are_asked_about(project: Project) -> None:
    reading = read(project, [*TITLE, ["Breakdown", "", "Number"], *KINDS, ["In the yard", "", 3]])
    assert headcount_of(reading.headcounts) == 27
    assert [question.kind for question in reading.questions] == ["total"]


def test_the_same_kind_on_two_days_is_of_other_people(project: Project) -> None:
    rows: Rows = [["Saturday", "Women", 12], ["", "Men", 8], ["Sunday", "Women", 5], ["", "Men", 4]]
    reading = read(project, [*TITLE, ["Day", "Who", "Number"], *rows])
    assert headcount_of(reading.headcounts) == 29


@pytest.mark.parametrize(
    "header",
    [
        "Signed the list|Came without signing|All", "Auf der Liste|Ohne Unterschrift da|Alle",
        "Hanno firmato|Venuti senza firmare|Tutti", "Underskrevet|Kom uden at skrive under|Alle",
        "Υπέγραψαν|Ήρθαν χωρίς υπογραφή|Όλοι",
    ],
)  # fmt: skip
def test_all_people_are_those_on_a_list_and_those_beside_it(project: Project, header: str) -> None:
    days: Rows = [[date(2021, 5, 3), 14, 3, 17], [date(2021, 6, 7), 11, "", 11], [date(2021, 7, 5), 17, 5, 22]]
    reading = read(project, [["Info session, Palermo"], [], ["Date", *header.split("|")], *days])
    assert [row.people for row in reading.headcounts] == [17, 11, 22]
    assert not any(row.additional for row in reading.headcounts)
