"""Exported chats in which people reply whether they were there."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints, Reading
from liaison_metrics.sheets.reading import read_sheet

CHATS = [
    (
        "School lab, Vejle, 3 May 2021: who was there?",
        ("I was there", "present", "me too, I was there"),
        "had to miss it",
    ),
    ("Schullabor, Graz, 3.5.2021: wer war da?", ("war da", "Anwesend!", "ich war auch dabei 👍"), "leider gefehlt"),
    (
        "Laboratorio scolastico, Palermo, 3/5/2021",
        ("c'ero 👍", "presente anch'io", "PRESENTE"),
        "non c'ero, scusate",
    ),
    ("Skolelaboratorium, Vejle, 3-5-2021", ("jeg var med", "til stede", "var der også"), "måtte melde afbud"),
    ("Σχολικό εργαστήριο, Αθήνα, 3/5/2021", ("ήμουν εκεί", "παρούσα", "ήρθα κι εγώ"), "δεν μπόρεσα να έρθω"),
]
STAMPS = ["[03/05/21, 18:0{}] {}: {}", "03.05.2021, 18:0{} - {}: {}", "[03 May 2021 18:0{}:12] {}: {}"]


def chat(project: Project, stamp: str, *messages: tuple[str, str]) -> Reading:
    text = "\n".join(stamp.format(at, name, said) for at, (name, said) in enumerate(messages))
    return read_sheet("chat.txt", f"{text}\n".encode(), project, Hints())


@pytest.mark.parametrize(("title", "came", "away"), CHATS)
@pytest.mark.parametrize("stamp", STAMPS)
def test_people_reply_that_they_were_there(
    project: Project, title: str, came: tuple[str, ...], away: str, *, stamp: str
) -> None:
    names = ("Aldo Neri", "Bea Conti", "Carla Riva")
    replies = [*zip(names, came, strict=True), ("Gino Verdi", away)]
    reading = chat(project, stamp, ("Ida Holm", title), *replies, ("Ida Holm", "ok 🙏"))
    assert [row.name for row in reading.attendances] == list(names)
    assert (len(reading.not_counted), reading.questions) == (1, [])


def test_a_reply_that_nobody_understands_is_asked_about(project: Project) -> None:
    replies = [("Aldo Neri", "present"), ("Bea Conti", "I was there"), ("Carla Riva", "present"), ("Al Dunn", "so-so")]
    reading = chat(project, STAMPS[0], ("Ida Holm", "School lab, Vejle, 3 May 2021: who was there?"), *replies)
    assert [question.kind for question in reading.questions] == ["present"]


def test_people_who_talk_of_other_things_are_nobody(project: Project) -> None:
    lines = "1. Aldo Neri\n2. Bea Conti\n3. Carla Riva\n4. Dino Serra\n5. Elsa Monti"
    told = f"Present today (School lab, Vejle, 3 May 2021):\n{lines}"
    reading = chat(project, STAMPS[2], ("Ida Holm", told), ("Bea", "thanks 🙏"))
    assert len(reading.attendances) == 5
    assert reading.headcounts == []
