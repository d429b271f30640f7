"""Totals below a list that its people and others make together, in any order and layout."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import sheet

Rows = list[list[Cell]]
NAMES = (
    "Anna Beck", "Ben Ott", "Carl Uhl", "Dora Lind", "Emil Rau", "Fanny Holz", "Gerd Moos", "Hanna Wirt", "Ida Kern",
    "Jan Lutz",
)  # fmt: skip


def people_of(project: Project, below: Rows, *, gap: bool) -> tuple[int, list[str]]:
    """Returns how many people a sheet states, whose list has seven who came and three others, and what it asks."""
    rows: Rows = [["City committee, Vejle, 25 January 2022"], [], ["Name", "Organisation", "Mødt"]]
    rows += [[name, "Zorb", "x" if at < 7 else "afbud"] for at, name in enumerate(NAMES)]
    rows += [[], *below] if gap else below
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, Hints(city="vejle"))
    beside = sum(row.people for row in reading.headcounts if row.additional)
    stated = max((row.people for row in reading.headcounts if not row.additional), default=0)
    return max(stated, len(reading.attendances) + beside), [one.kind for one in reading.open_questions]


@pytest.mark.parametrize("gap", [False, True])
@pytest.mark.parametrize(
    "below",
    [
        [["Mødt ifølge listen:", 7], ["Desuden uden tilmelding:", 2], ["Deltagere i alt:", 9]],
        [["laut Liste anwesend:", 7], ["dazu ohne Anmeldung:", 2], ["Teilnehmende gesamt:", 9]],
        [["Gesamt:", 9], ["davon laut Liste:", 7], ["davon ohne Anmeldung:", 2]],
        [["Teilnehmende insgesamt", 9], ["auf der Liste", 7], ["spontan dazu", 2]],
        [["Presenti da elenco:", 7], ["Senza iscrizione:", 2], ["Totale partecipanti:", 9]],
        [["Παρόντες από τη λίστα:", 7], ["Επιπλέον χωρίς εγγραφή:", 2], ["Σύνολο συμμετεχόντων:", 9]],
        [["", "laut Liste", 7], ["", "ohne Anmeldung", 2], ["", "Summe", 9]],
        [["On the list", 7, "Without registration", 2, "Total", 9]],
        [["Mødt ifølge listen: 7"], ["Desuden uden tilmelding: 2"], ["Deltagere i alt: 9"]],
        [["Listed 7 + walk-ins 2 = 9 participants"]],
        [["I alt 9 deltagere (7 fra listen + 2 uden tilmelding)"]],
        [["Insgesamt 9 Personen: 7 laut Liste und 2 ohne Anmeldung."]],
        [["Totale: 9 (7 in elenco più 2 non iscritti)"]],
        [["Σύνολο 9 άτομα: 7 από τη λίστα και 2 επιπλέον"]],
    ],
    ids=str,
)
def test_those_listed_and_others_make_the_total(project: Project, below: Rows, gap: bool) -> None:
    assert people_of(project, below, gap=gap) == (9, [])


@pytest.mark.parametrize("gap", [False, True])
@pytest.mark.parametrize(
    ("below", "people"),
    [
        ([["Mødt:", 7], ["Afbud:", 3], ["I alt:", 10]], 7),
        ([["I alt 10 personer: 7 mødt, 3 afbud"]], 7),
        ([["I alt", 7]], 7),
        ([["Total 9 people: 7 participants, 2 staff"]], 7),
        ([["25 January 2022: 7 people, 32 chairs"]], 7),
    ],
    ids=str,
)
def test_what_looks_alike_adds_nobody(project: Project, below: Rows, people: int, gap: bool) -> None:
    assert people_of(project, below, gap=gap)[0] in (people, 0)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Derudover kom 2 fra sprogskolen, som ikke nåede at skrive sig på.", 9),
        ("Dazu kamen noch 2 Frauen aus dem Sprachcafé, die sich nicht eingetragen haben.", 9),
        ("In più sono venute 2 persone dal corso di lingua che non hanno firmato.", 9),
        ("Besides these, 2 people came from the language school who did not manage to sign.", 9),
        ("Επιπλέον ήρθαν 2 από το σχολείο γλώσσας που δεν πρόλαβαν να γραφτούν.", 9),
        ("Derudover har 2 fra sprogskolen meldt afbud.", 7),
        ("Desuden kom 2 undervisere fra sprogskolen.", 7),
        ("Außerdem kamen 20 Stühle vom Bauhof.", 7),
        ("Besides, the next meeting is from 2 to 4.", 7),
    ],
)
def test_a_sentence_adds_people_from_somewhere(project: Project, line: str, people: int) -> None:
    assert people_of(project, [[line]], gap=True)[0] in (people, 0 if people == 7 else people)


@pytest.mark.parametrize("parts", [(7,), (4, 3)])
@pytest.mark.parametrize(
    "label", ["Anzahl:", "TN:", "Number", "In the room:", "Partecipanti", "In sala:", "Antal", "Deltagere:", "Πλήθος"]
)
def test_their_number_below_their_ages_is_no_person(project: Project, label: str, parts: tuple[int, ...]) -> None:
    rows: Rows = [["Name", "Age", "Phone"]]
    for number, people in enumerate(parts):
        rows += [[f"Group {number + 1}"]] if len(parts) > 1 else []
        rows += [[name, 20 + at, f"676 55{at}{number}00"] for at, name in enumerate(NAMES[:people])]
        rows += [[label, people], []]
    assert in_list(project, rows) == (7, [])


def test_a_number_below_their_ages_that_is_not_theirs_is_asked_about(project: Project) -> None:
    rows: Rows = [["Name", "Age"], *([name, 20 + at] for at, name in enumerate(NAMES[:7])), ["Anzahl:", 9]]
    assert in_list(project, rows)[1] == ["total"]


def test_a_child_with_an_age_is_a_person(project: Project) -> None:
    people: Rows = [[name, 5 + at, "Vejle"] for at, name in enumerate(NAMES[:4])]
    assert in_list(project, [["Name", "Age", "Town"], *people, ["Child", 5], ["Participant", 6]]) == (6, [])


def in_list(project: Project, rows: Rows) -> tuple[int, list[str]]:
    """Returns how many people a list of one event has, and what is asked."""
    hints = Hints("focus_group", "vejle", date(2021, 5, 4))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet(rows)]), project, hints)
    return len(reading.attendances), [one.kind for one in reading.open_questions]
