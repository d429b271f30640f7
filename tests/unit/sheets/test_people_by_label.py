"""People counted part by part under nothing but a header for people."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet
from .grids import Rows, read


@pytest.mark.parametrize(
    ("header", "labels", "total"),
    [
        ("Teilnehmende", ["Vor der Pause", "In der Pause", "Nach der Pause"], "alle drei"),
        ("Deltagere", ["FØRSTE TIME", "ANDEN TIME", "TREDJE TIME"], "SUM"),
        ("Participants", ["doors to 6.30", "6.30 to 7.30", "7.30 to close"], "Through the door"),
        ("Partecipanti", ["I turno (9-12)", "II turno (12-15)", "III turno (15-18)"], ""),
        ("Συμμετέχοντες", ["0-17", "18-64", "65+"], ""),
        ("Participants", ["<18", "18-30", ">30"], ""),
    ],
)
def test_a_header_for_people_alone_is_enough(header: str, labels: list[str], total: str, project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, [], [None, header], *([a, n] for a, n in zip(labels, (12, 9, 14), strict=True))]
    check(Case(header, "head35 ev1 ask0", sheet([*rows, *([[total, 35]] if total else [])])), project)


def test_ages_are_told_from_hours(project: Project) -> None:
    rows: Rows = [*TITLE, [], [None, "Participants"], ["0-17", 12], ["18-24", 9], ["65+", 14]]
    assert [one.age_band for one in read(project, rows).headcounts] == ["under_18", "18_24", "65_plus"]


def test_those_who_only_registered_are_no_part(project: Project) -> None:
    rows: Rows = [*TITLE, [], [None, "Participants"], ["Registered", 40], ["Present", 35], ["Absent", 5]]
    assert [one.people for one in read(project, rows).headcounts] == [35]


def test_dates_are_events_of_their_own(project: Project) -> None:
    rows: Rows = [["Skill-transfer workshop Graz"], [], [None, "Participants"], ["4.5.2021", 12], ["11.5.2021", 9]]
    assert [event.date.isoformat() for event in read(project, rows).events] == ["2021-05-04", "2021-05-11"]
