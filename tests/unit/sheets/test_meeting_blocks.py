"""The people of minutes, with what brackets behind their names say of each."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Reading
from tests.unit.sheets.cases import PEOPLE, TITLE
from tests.unit.sheets.grids import read

WORDS = [
    ("Present", "Apologies", "Syrian", "project officer, staff"),
    ("Anwesend", "Es fehlten", "Syrerin", "Moderation"),
    ("Presenti", "Assenti", "siriana", "conduttore del laboratorio, staff"),
    ("Til stede", "Afbud", "syrer", "projektmedarbejder"),
    ("Παρόντες", "Απόντες", "Σύρος", "προσωπικό"),
]


def lines(project: Project, *texts: str) -> Reading:
    rows: list[list[Cell]] = [[text] if text else [] for text in texts]
    return read(project, [*TITLE, [], *rows])


@pytest.mark.parametrize(("present", "absent", "syrian", "role"), WORDS)
@pytest.mark.parametrize("sign", [", ", "; "])
@pytest.mark.parametrize("number", ["", " (6)"])
def test_each_name_of_a_line_has_its_own_brackets(
    project: Project, present: str, absent: str, syrian: str, role: str, *, sign: str, number: str
) -> None:
    asides = (f" ({syrian})", "", f" ({syrian})", " (Caritas)", f" ({syrian})", "")
    named = [f"{name}{aside}" for name, aside in zip(PEOPLE, asides, strict=True)]
    told = sign.join([*named[:2], f"Ida Holm ({role})", *named[2:]])
    reading = lines(project, f"{present}{number}: {told}.", "", f"{absent}: Gino Verdi")
    assert [row.name for row in reading.attendances] == list(PEOPLE)
    assert Counter(row.community for row in reading.attendances) == {"syrian": 3, None: 3}
    assert reading.questions == []


@pytest.mark.parametrize(("present", "absent", "_syrian", "role"), WORDS)
@pytest.mark.parametrize("lead", ["", "- ", "{}. "])
def test_somebody_of_the_team_among_those_present(
    project: Project, present: str, absent: str, _syrian: str, role: str, *, lead: str
) -> None:
    people = [f"{PEOPLE[0]} (Caritas)", *PEOPLE[1:3], f"Ida Holm ({role})", *PEOPLE[3:]]
    numbered = [f"{lead.format(at)}{text}" for at, text in enumerate(people, 1)]
    reading = lines(project, f"{present}:", *numbered, "", f"{absent}: Gino Verdi")
    assert [row.name for row in reading.attendances] == list(PEOPLE)
    assert (len(reading.not_counted), reading.questions) == (2, [])


@pytest.mark.parametrize("whom", ["in place of: Karl Lang", "εκπροσωπεί: Karl Lang", "i stedet for: Karl Lang"])
def test_a_colon_in_brackets_makes_no_label(project: Project, whom: str) -> None:
    reading = lines(project, "Present:", *PEOPLE[:3], f"{PEOPLE[3]} ({whom})", *PEOPLE[4:])
    assert len(reading.attendances) == len(PEOPLE)


@pytest.mark.parametrize(
    "label", ["Type of event:", "Art der Veranstaltung:", "Tipo di evento:", "Type:", "Είδος δράσης:"]
)
def test_a_label_with_the_activity_is_nobody(project: Project, label: str) -> None:
    reading = lines(project, f"{label} Intercultural City Committee", "Present:", *(f"- {one}" for one in PEOPLE))
    assert [row.name for row in reading.attendances] == list(PEOPLE)


@pytest.mark.parametrize(
    "more",
    [
        "plus 3 people who are not on the list",
        "und 3 weitere Gäste ohne Namen",
        "più 3 persone non iscritte in elenco",
        "plus 3 personer uden tilmelding",
        "συν 3 άτομα εκτός λίστας",
    ],
)
def test_people_beside_the_list_came_to_the_meeting_above(project: Project, more: str) -> None:
    first = f"Present: {', '.join(f'{name} (Caritas)' for name in PEOPLE)}"
    second = "Present: Gino Verdi (Arci), Ida Holm (Arci), Ugo Berg (Arci)"
    days = ("Date: 3 March 2021", "Date: 5 May 2021")
    reading = lines(project, days[0], first, "Apologies: Karl Lang", "", days[1], second, more, "Apologies: Al Dunn")
    events = {str(event.date): at for at, event in enumerate(reading.events)}
    assert Counter(row.event for row in reading.attendances) == {events["2021-03-03"]: 6, events["2021-05-05"]: 3}
    assert [(row.event, row.people) for row in reading.headcounts] == [(events["2021-05-05"], 3)]


@pytest.mark.parametrize("word", ["participant", "Deltager", "Teilnehmer", "partecipante", "Συμμετέχων"])
def test_a_name_with_a_word_for_participants_is_no_header(project: Project, word: str) -> None:
    people = [f"{PEOPLE[0]} ({word})", PEOPLE[1], *(f"{name} ({word})" for name in PEOPLE[2:])]
    reading = lines(project, "Present:", *people, "", "Apologies:", "Gino Verdi")
    assert [row.name for row in reading.attendances] == list(PEOPLE)


def test_a_numbered_line_does_not_go_on_in_one_that_adds_people(project: Project) -> None:
    people = [f"{at}. {name} (parish of Saint Clare, neighbourhood centre)" for at, name in enumerate(PEOPLE, 1)]
    reading = lines(project, "Present:", *people, "plus 3 people who are not on the list")
    assert len(reading.attendances) == len(PEOPLE)
    assert [row.people for row in reading.headcounts] == [3]


@pytest.mark.parametrize(
    ("title", "present", "school"),
    [
        ("Elternabend", "Anwesende Eltern:", "Von der Schule:"),
        ("Riunione", "Genitori presenti:", "Per la scuola:"),
        ("Forældremøde", "Til stede:", "Fra skolen:"),
        ("Συνάντηση", "Παρόντες γονείς:", "Από το σχολείο:"),
        ("Evening at school", "Parents present:", "From the school:"),
    ],
)
@pytest.mark.parametrize("lead", ["", "- "])
def test_the_school_that_invites_parents_does_not_count(
    project: Project, title: str, present: str, school: str, lead: str
) -> None:
    named = [f"{lead}{name}" for name in PEOPLE]
    reading = lines(project, title, "", present, *named, "", school, f"{lead}Ida Holm", f"{lead}Gino Verdi")
    assert [row.name for row in reading.attendances] == list(PEOPLE)
    assert reading.questions == []


def test_an_institution_among_those_who_were_there_counts(project: Project) -> None:
    named = ["Stakeholder forum", "", "Present:", *PEOPLE[:4], "", "From the school:", *PEOPLE[4:]]
    assert len(lines(project, *named).attendances) == len(PEOPLE)
