"""Tables of one sheet that divide the people of one event in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.events.stated.same_day import goes_on
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet
from tests.unit.sheets.grids import read

Rows = list[list[Cell]]

TITLE = "LIAISON final conference, Athens, 16/03/2022"
TABLES: list[tuple[Rows, Rows]] = [
    (
        [["Φύλο", "Άτομα"], ["Γυναίκες", 83], ["Άνδρες", 59], ["Σύνολο", 142]],
        [["Ηλικία", "Άτομα"], ["έως 25", 21], ["26-45", 64], ["46 και άνω", 57], ["Σύνολο", 142]],
    ),
    (
        [["Geschlecht", "Personen"], ["Frauen", 83], ["Männer", 59]],
        [["Herkunft", "Personen"], ["syrisch", 52], ["afghanisch", 90], ["Gesamt", 142]],
    ),
    (
        [["Età", "Persone"], ["fino a 25", 21], ["26-45", 64], ["46 e oltre", 57], ["Totale", 142]],
        [["Genere", "Persone"], ["Donne", 83], ["Uomini", 59], ["Totale", 142]],
    ),
    (
        [["Køn", "Personer"], ["Kvinder", 83], ["Mænd", 59], ["I alt", 142]],
        [["Alder", "Personer"], ["op til 25", 61], ["26 og derover", 81], ["I alt", 142]],
    ),
]


@pytest.mark.parametrize(("first", "second"), TABLES)
def test_two_divisions_of_as_many_people_are_one_event(first: Rows, second: Rows, project: Project) -> None:
    check(Case("divisions", "head142 ev1 rej0 date:2022-03-16", sheet([[TITLE], [], *first, [], *second])), project)


@pytest.mark.parametrize(("first", "second"), TABLES)
def test_other_numbers_may_be_of_another_day(first: Rows, second: Rows, project: Project) -> None:
    more: Rows = [*second[:1], [second[1][0], 300], *second[2:-1]]
    check(Case("another day", "q:date!", sheet([[TITLE], [], *first, [], *more])), project)


def parts(header: Sequence[Cell], last: Sequence[Cell], closing: Rows) -> Rows:
    """A list in three parts, each under its headers; those of the last part and its closing lines are given."""
    title: Rows = [["City Committee meeting"], ["Palermo, 26/10/2021"], []]
    people = [[["", name, "AN", "AN"] for name in PEOPLE[at : at + 2]] for at in (0, 2, 4)]
    heads = (["", *header], ["", *header], ["", *last])
    rows = [[[name], head, *some] for name, head, some in zip(("City", "Clubs", "Others"), heads, people, strict=True)]
    return [*title, *(row for part in rows for row in part), *closing]


@pytest.mark.parametrize(
    ("header", "last", "closing"),
    [
        (["Navn", "Stiling", "Initialer"], ["Navn", "Stiling", "Initialer"], [[], ["Fremmødte:", 6]]),
        (["Nome", "Ente", "Firma"], ["Nome", "Ente", "Firma"], [["Presenti:", 6]]),
        (["Name", "Stelle", "Unterschrift"], ["Name", "Stelle", "Unterschrift"], [["Anwesend", 6]]),
        (["Όνομα", "Ιδιότητα", "Υπογραφή"], ["Όνομα", "Υπογραφή"], [[], ["Σύνολο", 6]]),
        (["Name", "Signature"], ["Name", "Signature", "Phone"], []),
    ],
)
def test_parts_of_a_list_under_its_headers_again_are_of_its_event(
    header: Sequence[Cell], last: Sequence[Cell], closing: Rows, project: Project
) -> None:
    check(Case("parts", "att6 ev1 ask0 date:2021-10-26", sheet(parts(header, last, closing))), project)


def test_a_list_goes_on_under_the_same_headers() -> None:
    name, signed, sums = Column(1, "Name", "name"), Column(2, "Signed", "signature"), Column(0, "", "notes")
    phone, came = Column(3, "Phone", "phone"), Column(3, "Came", "present")
    assert goes_on([name, signed], [sums, name, signed])
    assert goes_on([name, signed], [name, signed, phone])
    assert not goes_on([name, signed], [name])
    assert not goes_on([name, signed], [name, signed, came])
    assert not goes_on([], [name])


def numbered(first: str, second: str, *, apart: bool = True) -> tuple[list[Rows], list[str]]:
    """Two lists under titles, on sheets of their own or one below the other. One person is on both."""
    lists: list[Rows] = [
        [[title], [], ["Name", "Present"], *([name, "x"] for name in people)]
        for title, people in ((first, PEOPLE[:4]), (second, PEOPLE[3:]))
    ]
    return (lists if apart else [[*lists[0], [], *lists[1]]]), [first, second]


SAID = Hints(activity="skill_transfer_workshop", city="palermo", date=date(2021, 11, 6))


@pytest.mark.parametrize(
    ("lists", "titles"),
    [
        numbered("Skill-Transfer-Workshop 1: Holzarbeiten", "Skill-Transfer-Workshop 2: Brot"),
        numbered("Laboratorio n. 1 - falegnameria", "Laboratorio n. 2 - pane"),
        numbered("Workshop 1 (træ)", "Workshop 2 (brød)"),
        numbered("Skill transfer workshop #1", "Skill transfer workshop #2"),
        numbered("1. Skill-Transfer-Workshop: Holz", "2. Skill-Transfer-Workshop: Brot"),
        numbered("Skill transfer workshop A: Wood", "Skill transfer workshop B: Bread"),
        numbered("Laboratorio 1 - falegnameria", "Laboratorio 2 - pane", apart=False),
    ],
)
def test_numbered_events_of_a_day_are_apart(lists: list[Rows], titles: list[str], project: Project) -> None:
    reading = read(project, *lists, hints=SAID)
    assert [event.title for event in reading.events] == titles
    assert [row.event for row in reading.attendances] == [0] * 4 + [1] * 3
    assert not reading.questions


@pytest.mark.parametrize(
    ("lists", "titles"),
    [
        numbered("Skill transfer workshop, group 1", "Skill transfer workshop, group 2"),
        numbered("Skill transfer workshop 10 Uhr", "Skill transfer workshop 14 Uhr"),
        numbered("Skill transfer workshop 1: Wood", "Skill transfer workshop 1: Wood"),
        numbered("Skill transfer workshop, page 1", "Skill transfer workshop, page 2"),
    ],
)
def test_other_numbers_are_of_one_event(lists: list[Rows], titles: list[str], project: Project) -> None:
    reading = read(project, *lists, hints=SAID)
    assert len(reading.events) == 1, titles
