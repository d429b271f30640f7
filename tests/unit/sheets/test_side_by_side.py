"""Lists that stand side by side under equal headers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, Case, check, sheet

HEADERS = [
    ("n°", "Signor/a", "da dove"),
    ("Nr.", "Herr/Frau", "woher"),
    ("Nr", "Hr./Fr.", "hvorfra"),
    ("α/α", "Ποιος", "χώρα"),
    ("No", "Guest", "From"),
]


@pytest.mark.parametrize("gap", [0, 1, 2])
@pytest.mark.parametrize("header", HEADERS)
def test_lists_side_by_side_under_headers_that_nobody_knows(
    header: tuple[str, ...], gap: int, project: Project
) -> None:
    title: list[list[Cell]] = [["Info session, Palermo, 3 March 2021"], [], [*header, *[""] * gap, *header]]
    places = ["Syria", "Italy", "Syria", "Italy", "Syria", "Italy"]
    rows: list[list[Cell]] = [
        [at + 1, PEOPLE[at], places[at], *[""] * gap, at + 5, PEOPLE[at + 3], places[at + 3]] for at in range(3)
    ]
    rows.append([4, "", "", *[""] * gap, 8, "", ""])
    check(Case(header[1], "att6 ev1 rej0 ask0 com:syrian=3 com:local=3", sheet([*title, *rows])), project)


def test_pairs_of_names_under_equal_headers_are_people_who_share_their_rows(project: Project) -> None:
    title: list[list[Cell]] = [["Info session, Palermo, 3 March 2021"], [], ["Zorb", "From", "Zorb", "From"]]
    rows: list[list[Cell]] = [[PEOPLE[at], "Syria", PEOPLE[at + 3], "Italy"] for at in range(3)]
    check(Case("pairs", "refused", sheet([*title, *rows])), project)


@pytest.mark.parametrize(
    ("label", "name"), [("I alt", "Navn"), ("Antal", "Navn"), ("Totale", "Nome"), ("Σύνολο", "Όνομα")]
)
def test_lists_side_by_side_end_in_other_rows(label: str, name: str, project: Project) -> None:
    rows: list[list[Cell]] = [["Skill-transfer workshop, Vejle"], ["24.08.2021", "", "", "31.08.2021"]]
    rows += [[name, "Land", "", name, "Land"]]
    rows += [[one, "Danmark", "", other, "Syrien"] for one, other in pairwise(PEOPLE)]
    rows += [[label, 5, "", "Ole Bech", "Danmark"], ["", "", "", label, 6]]
    check(Case("sums", "att11 ev2 ask0 rej0", sheet(rows)), project)


def test_the_next_list_on_a_sheet_has_its_own_day(project: Project) -> None:
    rows: list[list[Cell]] = [["ΑΘΗΝΑ"]]
    for day in ("12/05/2021", "19/05/2021"):
        rows += [["Σχολικό εργαστήριο"], [f"Ημ/νία: {day}"], ["Α/Α", "Ονοματεπώνυμο", "Σχολείο"]]
        rows += [*([at, one, "132ο"] for at, one in enumerate(PEOPLE, 1)), ["", "Σύνολο: 6"], []]
    check(Case("blocks", "att12 ev2 ask0", sheet(rows)), project)


@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize(
    "header",
    [("Navn",), ("Teilnehmer/in", "Klasse"), ("Nome", "Cl."), ("No", "Attendee", "School class"), ("Όνομα", "Τάξη")],
)
def test_equal_lists_under_days_of_their_own_are_of_several_events(
    header: tuple[str, ...], gap: int, project: Project
) -> None:
    between: list[Cell] = [""] * gap
    numbered = len(header) > 2

    def person(name: str, at: int) -> list[Cell]:
        return [*([at] if numbered else []), name, *(["2A"] if len(header) > 1 else [])]

    rows: list[list[Cell]] = [["Info session, Graz"], ["14.1.2021", *[""] * (len(header) - 1 + gap), "28.01.2021"]]
    rows += [[*header, *between, *header]]
    rows += [[*person(PEOPLE[at], at + 1), *between, *person(PEOPLE[at + 3], at + 1)] for at in range(3)]
    rows += [[*person("Ole Bech", 4), *between, *[""] * len(header)]]
    check(Case("days", "att7 ev2 ask0 rej0 date:2021-01-14 date:2021-01-28", sheet(rows)), project)
