"""Logs of a year's events with their numbers of people: how many, which activity, on which day."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints
from tests.unit.sheets.cases import Case, check, sheet

GRAZ, PALERMO, VEJLE, ATHENS = (Hints(city=city) for city in ("graz", "palermo", "vejle", "athens"))


def log(text: str, name: str = "Sheet1") -> Grid:
    """A sheet of lines with cells separated by semicolons."""
    rows: list[list[Cell]] = [list(line.strip().split(";")) for line in text.strip().splitlines()]
    return sheet(rows, name)


NUMBERS = (
    Case("numbers under participants", "att0 head173 ev4 rej0", log("""
        Datum;Was haben wir gemacht;Ort;Teilnehmer
        20.02.2021;Infoabend Impfung;Zoom;31
        17.04.2021;Fokusgruppe Frauen;Vereinslokal;9
        29.05.2021;Nähworkshop;Vereinslokal;13
        03.07.2021;unsere Projektmesse;Volksgarten;120"""), hints=GRAZ),
    Case("numbers of participants in words", "att0 head176 ev4 rej0", log("""
        Date;Event;Visitors;Remarks
        20 Feb 2021;Info session on vaccines;about thirty;went well
        17 Apr 2021;Focus group women;nine;
        29 May 2021;Sewing workshop;12 women and 5 children;
        3 Jul 2021;Project fair;at least 120;sunny"""), hints=ATHENS),
    Case("numbers that people have are no numbers of people", "head0", log("""
        Deltagere;Køn;Fællesskab
        1041;kvinde;lokal
        1077;mand;somalisk
        1102;kvinde;syrisk"""), hints=VEJLE),
)  # fmt: skip

WORKSHOPS = (
    Case("workshops with their topic", "att0 head46 ev3 rej0", log("""
        data;che cosa;donne;uomini;note
        06/02/2021;riunione del comitato;5;6;
        22/05/2021;workshop ORTO;6;8;piove!
        23/10/2021;laboratorio balconi;13;8;"""), hints=PALERMO),
    Case("workshops under an unknown header", "att0 head36 ev3 rej0", log("""
        Ημερομηνία;Τι κάναμε;Γυναίκες;Άνδρες
        06/02/2021;συνεδρίαση επιτροπής πόλης;5;6
        24/04/2021;εργαστήριο ραπτικής;9;3
        22/05/2021;εργαστήριο ΚΗΠΟΣ;6;7"""), hints=ATHENS),
    Case("a laboratory that may be at a school", "q:activity", log("""
        data;attività;persone
        06/02/2021;riunione del comitato;11
        22/05/2021;laboratorio 3B;14"""), hints=PALERMO),
)  # fmt: skip


@pytest.mark.parametrize("case", [*NUMBERS, *WORKSHOPS], ids=lambda case: case.name)
def test_logs_of_events(case: Case, project: Project) -> None:
    check(case, project)
