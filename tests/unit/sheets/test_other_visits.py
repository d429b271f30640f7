"""Visitors of a house who came for something else than the event of a list."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.answers import LEFT_OUT
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet
from tests.unit.sheets.grids import read

GRAZ = Hints(city="graz")


def visitors(header: str, *reasons: str, times: bool = True) -> list[list[Cell]]:
    """Returns the register of a house on one day."""
    head: list[Cell] = ["In", "Visitor", header, "Badge"] if times else ["", "Name", header, "Badge"]
    rows = zip(PEOPLE, reasons, strict=True)
    people: list[list[Cell]] = [
        [f"09:{10 + at}" if times else "", name, why, at + 1] for at, (name, why) in enumerate(rows)
    ]
    return [["16 November 2021"], [], head, *people]


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Here for", "Info-session", "Focus group"),
        ("Gekommen für", "Infoveranstaltung", "Fokusgruppe"),
        ("Er her til", "Infomøde", "Fokusgruppe"),
        ("Ήρθε για", "Ενημερωτική συνάντηση", "Ομάδα εστίασης"),
        ("venuto per", "sessione informativa", "focus group"),
    ],
)
def test_reasons_tell_which_event(header: str, first: str, second: str, project: Project) -> None:
    rows = visitors(header, first, first, first, second, second, second)
    check(Case(header, "att6 ev2 ask0 rej0", sheet(rows), hints=GRAZ), project)


@pytest.mark.parametrize(
    ("header", "event", "other"),
    [
        ("perché", "Sessione informativa LIAISON", "idraulico"),
        ("Reason for visit", "Info-session", "plumber"),
        ("Wofür?", "Infoveranstaltung", "Paket"),
        ("Årsag", "Infomøde", "håndværker"),
        ("Λόγος", "Ενημερωτική συνάντηση", "υδραυλικός"),
    ],
)
def test_other_reasons_are_other_visits(header: str, event: str, other: str, project: Project) -> None:
    rows = visitors(header, event, event, event, other, event, event)
    check(Case(header, "att5 nc1 ev1 ask0 rej0", sheet(rows), hints=GRAZ), project)
    (question,) = read(project, rows, hints=GRAZ).questions
    assert (question.value, question.preset) == (other, LEFT_OUT)


@pytest.mark.parametrize(("header", "other"), [("Activity", "plumber"), ("Grund des Besuchs", "Deutschkurs")])
def test_other_events_are_asked_about(header: str, other: str, project: Project) -> None:
    event = "Info-session"
    rows = visitors(header, event, event, event, other, event, event)
    check(Case(header, "att5 rej1 ask1 q:activity", sheet(rows), hints=GRAZ), project)


def test_reasons_beside_the_project(project: Project) -> None:
    hints = Hints(city="graz", activity="info_session")
    reasons = ("LIAISON", "LIAISON", "LIAISON", "CAF", "LIAISON", "LIAISON")
    check(Case("times", "att5 nc1 ask0", sheet(visitors("motivo", *reasons)), hints=hints), project)
    untimed = visitors("motivo", *reasons, times=False)
    check(Case("no times", "att5 nc1 ask1 q:present", sheet(untimed), hints=hints), project)


def test_what_moves_people_is_no_other_visit(project: Project) -> None:
    hints = Hints(city="graz", activity="info_session")
    reasons = ("curious about LIAISON", "a friend", "work", "a friend", "studies", "neighbours")
    check(Case("motives", "att6 nc0 ask0", sheet(visitors("Reason", *reasons)), hints=hints), project)
