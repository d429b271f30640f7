"""Tests of the order of day and month where a date has two readings and only the sheet's words tell."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.events.date_orders import writes_day_first
from liaison_metrics.sheets.reading import read_sheet


@pytest.mark.parametrize(
    "texts",
    [
        ("LIAISON-messe og familiedag i Vejle 4/9-2021", "Mor/far", "Tlf", "Fra", "Antal børn med"),
        ("Εργαστήριο, Αθήνα 5/6/2021",),
        ("Liste der Teilnehmenden", "Wer", "Herkunftsland"),
        ("Festa di quartiere 4/9/2021", "Chi", "Quanti bambini"),
        ("Feuille de présence", "Prénom"),
        ("Lista", "Nombre y apellidos"),
    ],
    ids=["danish", "greek title", "german", "italian", "french", "spanish"],
)
def test_other_languages_write_the_day_first(texts: tuple[str, ...]) -> None:
    assert writes_day_first(texts)


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("Attendance list, Graz, 04/05/2021", "Name", "Country of origin", "Signature"),
        ("Training of trainers", "Full name", "Phone", "Present"),
        ("Name", "E-mail", "Code"),
    ],
    ids=["no words", "english", "english headers", "international words"],
)
def test_english_and_no_words_leave_the_order_open(texts: tuple[str, ...]) -> None:
    assert not writes_day_first(texts)


def test_the_day_in_words_tells_the_order_of_the_same_day_in_figures(project: Project) -> None:
    lines = ["[03/07/2021, 19:12] Ida: who was at the skill-transfer workshop in Graz (3 July 2021)?"]
    lines += [f"{at}. {name}" for at, name in enumerate(("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Gatti"), 1)]
    reading = read_sheet("chat.txt", "\n".join(lines).encode(), project)
    assert [event.date.isoformat() for event in reading.events] == ["2021-07-03"]
    assert reading.questions == []
