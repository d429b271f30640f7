"""Several people in one row, nicknames, and names with an address beside them."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.words.names import is_nickname, name_and_address, people_named

from .cases import TITLE, Case, check, sheet

CASES = [
    Case("lines with contacts", "att3 named3 rej0 com:local=2", sheet([
        *TITLE, ["Nome e cognome", "Telefono", "Comunità"],
        ["Luca Riva\nBea Conti", "+39 333 1234567\n+39 333 7654321", "locale\nsenegalese"], ["Ugo Neri", "", "locale"],
    ])),
    Case("two columns of lines", "att3 named3", sheet([
        *TITLE, ["Vorname", "Nachname"], ["Anna\nMax", "Huber\nHuber"], ["Uwe", "Roth"],
    ])),
    Case("the second line is no person", "att1 rej1", sheet([
        *TITLE, ["Name", "E-mail"], ["Anna Berg\nCaritas Graz", "anna@example.org"], ["Uwe Roth", "uwe@example.org"],
    ])),
    Case("couples in a matrix", "att5 ev2", sheet([
        ["Skill-transfer workshop, Palermo"], ["Name", "4.5.2021", "11.5.2021"], ["Anna und Max Huber", "x", ""],
        ["Uwe Roth", "x", "x"], ["Ida Krag", "", "x"],
    ])),
    Case("a couple and how many they are", "att3 head1 rej0", sheet([
        *TITLE, ["Navn", "Personer"], ["Anna og Max Holm", 3], ["Uwe Roth", 1],
    ])),
    Case("addresses as mail programs write them", "att3 named3", sheet([
        *TITLE, ["Deltager", "Telefon"], ["Mara Testa <mara@example.org>", ""], ["tom@example.org (Tom Lund)", ""],
        ["Krag, Ida <ida@example.org>", "+45 22334455"],
    ])),
    Case("nicknames", "att6 named6", sheet([
        *TITLE, ["Nominativo"], ["Luca Riva"], ["sara_92"], ["Bea Conti"], ["Ugo Neri 2B"], ["miki7"], ["Anna Sala"],
    ])),
    Case("a community stands in the first row of its people only", "att6 com:local=3 com:syrian=2 com:afghan=1", sheet([
        *TITLE, ["Community", "Vorname", "Nachname"], ["lokal", "Uwe", "Roth"], ["", "Ida", "Krag"],
        ["", "Anna", "Huber"], ["Syrisch", "Rim", "Saleh"], ["", "Ali", "Saleh"], ["afghanisch", "Omid", "Karimi"],
    ])),
    Case("communities of some people only", "att6 com:local=2 com:syrian=1", sheet([
        *TITLE, ["Comunità", "Nome e cognome"], ["locale", "Ugo Neri"], ["", "Ida Riva"], ["siriana", "Rim Saleh"],
        ["locale", "Anna Sala"], ["", "Omar Sow"], ["", "Bea Conti"],
    ])),
    Case("communities behind the names", "att4 com:local=1 com:syrian=1", sheet([
        *TITLE, ["Navn", "Fællesskab"], ["Ida Krag", "lokal"], ["Bo Lund", ""], ["Rim Saleh", "syrisk"],
        ["Uwe Roth", ""],
    ])),
    Case("closing words", "att3", sheet([
        *TITLE, ["Nome e cognome"], ["Luca Riva"], ["Bea Conti"], ["Ugo Neri"],
        ["Grazie a tutti per la partecipazione"],
    ])),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_people_of_a_row(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Aldo Neri & Bea Conti", ["Aldo Neri", "Bea Conti"]),
        ("Anna und Max Huber", ["Anna Huber", "Max Huber"]),
        ("Neri Aldo, Conti Bea e Riva Carla", ["Neri Aldo", "Conti Bea", "Riva Carla"]),
        ("Anna Berg / Tom Lund", ["Anna Berg", "Tom Lund"]),
        ("Μαρία Παπά και Νίκος Παπάς", ["Μαρία Παπά", "Νίκος Παπάς"]),
        ("Maria Costa e Silva", []),
        ("Anna Berg / Caritas", []),
        ("Anna Berg und Kind", []),
        ("Anna Berg og familie", []),
        ("van der Berg, Anna Maria", []),
        ("Ali + 2 Kinder", []),
    ],
)
def test_names_in_one_cell(text: str, people: list[str]) -> None:
    assert people_named(text) == people


def test_nicknames_and_what_is_none() -> None:
    assert all(map(is_nickname, ("mara88", "@tom.k7", "lena_p", "Ole Krag 3C", "Anna Berg (4a)")))
    assert not any(map(is_nickname, ("Group 3B", "Klasse 4a", "Page 2", "K9", "Session1", "2. Teil", "Ab 17:00")))
    assert name_and_address('"Testa, Mara" <m@example.org>') == ("Testa, Mara", "m@example.org")
    assert name_and_address("a@example.org; b@example.org")[1] == ""
