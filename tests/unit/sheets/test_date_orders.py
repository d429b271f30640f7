"""Tests of the order of day and month where a date has two readings and only the sheet's words tell."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.events.date_orders import writes_day_first


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
