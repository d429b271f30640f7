"""Tables that compare those who came with a plan or with registrations."""

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("planned", "came", "difference"),
    [
        ("Planned", "Actual", "Difference"),
        ("Geplante TN", "Ist", "Diff."),
        ("Mål", "Realiseret", "Afvigelse"),
        ("Previsti", "Effettivi", "Scarto"),
        ("Στόχος", "Πραγματικοί", "Απόκλιση"),
        ("Registered", "Came", "Did not come"),
        ("Iscritti", "N. presenti", "Mancati"),
    ],
)
def test_only_those_who_came_count(planned: str, came: str, difference: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["City", "Graz"],
        [],
        ["Date", "Activity", planned, came, difference, "%"],
        [date(2021, 5, 4), "Focus group", 20, 17, -3, "85 %"],
        [date(2021, 5, 18), "Info-session", 25, 22, -3, "88 %"],
        ["Total", None, 45, 39, -6, None],
    ]
    check(Case(came, "head39 ev2 ask0", sheet(rows)), project)


def test_numbers_that_are_no_difference_stay(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Activity", "City", "Planned", "Participants", "Walk-ins"],
        [date(2021, 5, 4), "Focus group", "Graz", 20, 17, 2],
        [date(2021, 5, 18), "Info-session", "Graz", 25, 22, 4],
    ]
    check(Case("walk-ins", "head45 ev2", sheet(rows)), project)


@pytest.mark.parametrize(
    ("registered", "came"),
    [("Registrations:", "Turned up:"), ("Anzahl Anmeldungen:", "Teilnahme:"), ("Tilmeldte i alt:", "Mødte:")],
)
def test_a_form_of_registrations(registered: str, came: str, project: Project) -> None:
    check(Case(came, "head24 ev1 ask0", sheet([*TITLE, [registered, 28], [came, 24]])), project)


def _desk(total: str, *heads: str) -> list[list[Cell]]:
    return [
        ["Final conference, Graz, 31 March 2022"],
        [],
        [*heads],
        ["Associations", 40, 33, 7],
        ["Students", 25, 22, 3],
        ["Public bodies", 30, 21, 9],
        [total, 95, 76, 19],
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Badge-Kategorie", "vorgedruckt", "ausgegeben", "zurück / nicht abgeholt"),
        ("Badge type", "printed", "handed out", "left over"),
        ("Tipo di badge", "stampati", "ritirati", "rimasti"),
        ("Navneskilt", "printet", "udleveret", "ikke afhentet"),
        ("Κατηγορία καρτελάκι", "τυπωμένα", "δόθηκαν", "έμειναν"),
        ("Kategorie", "angemeldet", "gekommen", "nicht erschienen"),
    ],
)
def test_badges_handed_out_are_people(heads: tuple[str, ...], project: Project) -> None:
    check(Case(heads[0], "head76 ev1 ask0", sheet(_desk("total", *heads))), project)


def test_flyers_handed_out_are_no_people(project: Project) -> None:
    rows = _desk("total", "Where", "printed flyers", "handed out", "left over")
    check(Case("flyers", "head0 q:column", sheet(rows)), project)
