"""Rows marked as examples are left out; rows that only look similar count."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from tests.unit.sheets.grids import read

HEAD = ("Name", "Date", "City", "Activity", "Event", "Community")
DAY = date(2021, 5, 4)


def person(name: str, title: str = "Fair", community: str = "Local") -> tuple[object, ...]:
    return (name, DAY, "Graz", "Info-session", title, community)


@pytest.mark.parametrize(
    "marked",
    [
        person("Example: Alva Berg"), person("BEISPIEL – Alva Berg"), person("(Esempio) Alva Berg"),
        person("Eksempel: Alva"), person("Παράδειγμα: Alva Berg"), person("ΠΑΡΑΔΕΙΓΜΑ"), person("Alva Berg", "Example"),
        person("Alva Berg", community="example"), person("Alva Berg", community="Esempio: siriana"),
    ],
)  # fmt: skip
def test_an_example_is_left_out_and_said(project: Project, marked: tuple[object, ...]) -> None:
    reading = read(project, (HEAD, person("Bruno Conti"), marked, person("Chiara Dahl")))  # type: ignore[arg-type]
    assert [row.name for row in reading.attendances] == ["Bruno Conti", "Chiara Dahl"]
    assert reading.tables[0].left_out == ((3, "example"),) and not reading.questions


@pytest.mark.parametrize(
    "real",
    [
        person("Esra Exampley"), person("E. G. Berg"), person("Z. B."), person("Alva Berg", "Example: good practice"),
        person("Alva Berg", "Beispiele guter Praxis"), person("Erika Muster"),
    ],
)  # fmt: skip
def test_what_only_begins_alike_counts(project: Project, real: tuple[object, ...]) -> None:
    reading = read(project, (HEAD, person("Bruno Conti"), real))  # type: ignore[arg-type]
    assert len(reading.attendances) == 2


def test_an_example_among_headcounts(project: Project) -> None:
    head = ("Date", "City", "Activity", "Community", "Participants")
    rows = ((DAY, "Graz", "Info-session", "Example: Local", 99), (DAY, "Graz", "Info-session", "Syrian", 5))
    reading = read(project, (head, *rows))
    assert [(row.community, row.people) for row in reading.headcounts] == [("syrian", 5)]
    assert reading.tables[0].left_out == ((2, "example"),)


def test_a_table_without_rows_asks_nothing(project: Project) -> None:
    reading = read(project, (HEAD, person("Bruno Conti")), (("Name", "Community"), ("", "")))
    assert len(reading.attendances) == 1 and not reading.questions


@pytest.mark.parametrize("first", ["Per Esempio", "Arci"])
def test_an_association_may_be_called_so(project: Project, first: str) -> None:
    head = (*HEAD, "Organisation")
    rows = [(*person(name), own) for name, own in zip(
        ("Bruno Conti", "Chiara Dahl", "Alva Berg", "Ugo Riva", "Ida Krog"),
        (first, "Arci", "Arci", "Per Esempio", "Per Esempio"), strict=True,
    )]  # fmt: skip
    assert len(read(project, (head, *rows)).attendances) == 5  # type: ignore[arg-type]


def test_an_association_called_for_example_is_none(project: Project) -> None:
    rows = (("Aldo Neri", "Arci"), ("Bea Conti", "Per Esempio"), ("Carla Riva", "Per Esempio"), ("Dino Serra", "CISS"))
    title = (("Info-session, Palermo, 4 May 2021",), ())
    for header in ("Organizzazione", "Ente", "Organisation"):
        for people in (rows, rows[:2], rows[::-1]):
            assert len(read(project, (*title, ("Nome", header), *people)).attendances) == len(people)


@pytest.mark.parametrize(("short", "people"), [
    ("ex.", 2), ("Bsp.", 2), ("z. B.", 2), ("f.eks.", 2), ("Es.", 2), ("π.χ.", 2), ("–", 3), ("GL", 3),
])  # fmt: skip
def test_a_short_word_before_the_numbers_marks_an_example(project: Project, short: str, people: int) -> None:
    rows = [(short, *person("Jane Berg")), (1, *person("Bruno Conti")), (2, *person("Chiara Dahl"))]
    assert len(read(project, (("#", *HEAD), *rows)).attendances) == people
