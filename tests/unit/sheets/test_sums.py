"""Numbers by the hour: people in a room, and the same people divided again."""

from __future__ import annotations

from datetime import date, time

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Reading, Workbook, headcount_of
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import Case, check, sheet

_READINGS = (21, 43, 52, 132)
_HOURS: tuple[Cell, ...] = ("11:00", "12:00", time(13), "18:00")


def by_hour(expected: str, header: str, people: tuple[int, ...] = _READINGS) -> Case:
    """A fair with a number at each hour under a header."""
    rows: list[list[Cell]] = [[hour, number] for hour, number in zip(_HOURS, people, strict=True)]
    above: list[list[Cell]] = [["LIAISON fair, Graz"], ["Date", date(2021, 9, 25)], []]
    return Case(header, expected, sheet([*above, ["Time", header], *rows]))


def divided_below(name: str, header: str, below: list[list[Cell]]) -> Case:
    """A fair by hour, and a block of the same 73 people below it."""
    head: list[list[Cell]] = [["LIAISON fair, Graz, 30 May 2021"], [], ["Time", header]]
    rows: list[list[Cell]] = [["10-11", 21], ["11-12", 34], ["12-13", 18], []]
    return Case(name, "head73 ev1 rej0 ask0", sheet([*head, *rows, *below]))


def divided(name: str, expected: str, below: list[list[Cell]]) -> Case:
    """A fair by hour and community, and a block below it."""
    head: list[list[Cell]] = [["LIAISON fair, Graz, 30 May 2021"], [], ["Time", "Local", "Syrian", "Afghan", "All"]]
    rows: list[list[Cell]] = [["12-13", 8, 6, 3, 17], ["13-14", 10, 5, 5, 20], ["Total", 18, 11, 8, 37], []]
    return Case(name, expected, sheet([*head, *rows, *below]))


CASES = (
    by_hour("head248", "Visitors"),
    *(by_hour("head0 q:column!", header, people=(21, 43, 52, 32)) for header in (
        "People in the room", "Personen im Raum", "Persone presenti in sala", "Antal i lokalet",
        "Επισκέπτες στην αίθουσα",
    )),
    divided("by gender", "head37", [["The same visitors by gender"], ["Women", 21], ["Men", 16], ["Total", 37]]),
    divided("by age", "head37", [["Per età"], ["0-17", 10], ["18-29", 20], ["30+", 7]]),
    divided("side by side", "head37", [["Fordelt på køn"], ["Kvinder", "Mænd"], [21, 16]]),
    divided_below("of whom", "Neue Gäste", [["davon", "Anzahl"], ["Frauen", 40], ["Männer", 30], ["divers", 3]]),
    divided_below("of whom by a word nobody knows", "Visitors", [["Di cui", "Numero"], ["soci", 40], ["Zorb", 33]]),
    divided_below("by age", "Επισκέπτες", [["Ηλικία", "Αριθμός"], ["κάτω των 18", 40], ["18-64", 30], ["65+", 3]]),
    divided_below(
        "the same by gender", "Neue Besucher/innen",
        [
            ["gesamt", 73], [], ["dieselben Leute nach Geschlecht"], ["weiblich", 40], ["männlich", 30],
            ["nicht erkennbar", 3], ["gesamt", 73], [], ["Prospekte verteilt", 240],
        ],
    ),
    divided_below(
        "the same by town", "Visitatori",
        [["Gli stessi per quartiere"], ["Ballarò", 40], ["Kalsa", 33], ["Totale", 73], [], ["Volantini", 120]],
    ),
    divided_below("fewer of the same", "Visitatori", [["Le stesse persone"], ["Ballarò", 40], ["Kalsa", 31]]),
    divided_below("of the same, no empty row", "Visitors", [["The same by gender"], ["Women", 40], ["Men", 33]]),
    divided("more of the same", "head39", [["De samme besøgende"], ["Kvinder", 21], ["Mænd", 18]]),
    divided("another talk", "head80", [["The same talk"], ["14-15", 21, 1, 4, 26], ["15-16", 10, 3, 4, 17]]),
    divided_below("by a known word", "Besøgende", [["Køn"], ["kvinde", 40], ["mand", 33], ["I alt", 73]]),
    divided_below("things below hours", "Επισκέπτες", [["Σύνολο", 73], ["Φυλλάδια που μοιράστηκαν", 90]]),
    divided_below("things under the last hour", "Visitors", [["Leaflets given out", 90], ["Tote bags handed out", 12]]),
    divided("another part", "head80", [["Second hall"], ["14-15", 21, 1, 4, 26], ["15-16", 10, 3, 4, 17]]),
    divided("another hour", "head44", [["14-15", 2, 1, 4, 7]]),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_by_the_hour(case: Case, project: Project) -> None:
    check(case, project)


_FAMILIES: list[list[Cell]] = [
    ["Ifrah Jama", 2, 2, "ja"],
    ["Knud Friis", 2, "", "ja"],
    ["Rana Najjar", 2, 3, "ja"],
    ["Ditte Vinter", 1, 2, "ja"],
]
"""7 adults and 7 children."""


@pytest.mark.parametrize(
    ("headers", "below", "people", "asked"),
    [
        (("Familie / kontaktperson", "Voksne", "Børn"), [["I alt", 7, 7], ["Mødt op i alt", 14]], 14, ()),
        (("Familie", "Erwachsene", "Kinder"), [["Summe", 7, 7], ["Anwesende Personen insgesamt", 14]], 14, ()),
        (("Famiglia", "Adulti", "Bambini"), [["Totale", 7, 7], ["Hanno partecipato", 14]], 14, ()),
        (("Οικογένεια", "Ενήλικες", "Παιδιά"), [["Σύνολο", 7, 7], ["Ήρθαν συνολικά", "", 14]], 14, ()),
        (("Family", "Adults", "Children"), [["Total", 7, 7], ["Turned up in total", 14]], 14, ()),
        (("Family", "Adults", "Children"), [["Everybody who ate", 14]], 14, ()),
        (("Family", "Adults", "Children"), [["Adults in total", 7], ["Children in total", "", 7]], 14, ()),
        (("Family", "Adults", "Children"), [["Total", 7, 7], ["Turned up in total", 15]], 0, ("total",)),
        (("Familie", "Voksne", "Børn"), [["Mødt op i alt", 16]], 0, ("total",)),
    ],
)
def test_one_number_of_everybody_below_several_columns(
    headers: tuple[str, ...], below: list[list[Cell]], people: int, asked: tuple[str, ...], project: Project
) -> None:
    reading = families([*headers, "Betalt"], below, project)
    assert (people_of(reading), tuple(question.kind for question in reading.questions)) == (people, asked)


@pytest.mark.parametrize(
    ("first", "second", "rows", "people"),
    [
        ("Ανά τμήμα", "Ανά φύλο", ("Κορίτσια", 33, "Αγόρια", 28, "Σύνολο"), 61),
        ("Klasse", "Geschlecht", ("Mädchen", 33, "Buben", 28, "Summe"), 61),
        ("Classe", "Sesso", ("Ragazze", 33, "Ragazzi", 28, "Totale"), 61),
        ("Klasse", "Køn", ("Piger", 33, "Drenge", 28, "I alt"), 61),
        ("Class", "Gender", ("Girls", 33, "Boys", 28, "Total"), 61),
    ],
)
def test_the_same_people_by_class_and_by_gender(
    first: str, second: str, rows: tuple[str, int, str, int, str], people: int, project: Project
) -> None:
    girls, one, boys, two, total = rows
    above: list[list[Cell]] = [["School lab, Graz, 12 June 2021"], []]
    classes: list[list[Cell]] = [[first, "Participants"], ["B1", 22], ["B2", 19], ["B3", 20], [total, 61], []]
    genders: list[list[Cell]] = [[second, "Participants"], [girls, one], [boys, two], [total, one + two]]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([*above, *classes, *genders])]), project, Hints())
    assert people_of(reading) == people


def test_a_family_named_like_a_total_counts(project: Project) -> None:
    reading = families(["Kontaktperson", "Voksne", "Børn", "Betalt"], [["Chen Suma", 2, 1, "ja"]], project)
    assert (people_of(reading), reading.questions) == (17, [])


def families(headers: list[Cell], below: list[list[Cell]], project: Project) -> Reading:
    """Reads four families under headers, with lines below them."""
    above: list[list[Cell]] = [["LIAISON fair, Vejle"], ["Dato:", "25/9 2021"], [], headers]
    workbook = Workbook("x.xlsx", "xlsx", [sheet([*above, *_FAMILIES, *below])])
    return read_workbook(workbook, project, Hints(city="vejle"))


def people_of(reading: Reading) -> int:
    """Returns how many people a reading of one event counts."""
    stated = headcount_of(row for row in reading.headcounts if not row.additional)
    return max(stated, len(reading.attendances) + sum(row.people for row in reading.headcounts if row.additional))


@pytest.mark.parametrize(
    "headers",
    [
        ("famiglia", "quanti adulti presenti", "firma di uno"),
        ("Familie", "anwesende Erwachsene", "Unterschrift"),
        ("Family", "adults present", "Signature"),
        ("Familie", "Fremmødte voksne", "Underskrift"),
        ("Οικογένεια", "Παρόντες ενήλικες", "Υπογραφή"),
    ],
)
def test_families_of_whom_no_adult_came(headers: tuple[str, ...], project: Project) -> None:
    above: list[list[Cell]] = [["Info session, Graz, 12 June 2021"], [], [*headers]]
    families: list[list[Cell]] = [
        ["Huber", 1, "✓"],
        ["Amin", 2, "✓"],
        ["Beck", 0, ""],
        ["Sow", 3, "✓"],
        ["Lang", 1, "✓"],
        ["Total", 7, ""],
    ]
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([*above, *families])]), project, Hints())
    assert (people_of(reading), len(reading.not_counted), reading.questions) == (7, 1, [])
