"""Sheets with people across and days down."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints

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
