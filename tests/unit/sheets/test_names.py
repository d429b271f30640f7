"""Titles, companions and notes beside a name."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.words.names import accompanying_count, names_several_people, real_name, text_beside_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sig.ra NERI Bea", "NERI Bea"),
        ("Prof. Dr. Aldo Neri", "Aldo Neri"),
        ("Bea Conti, PhD", "Bea Conti"),
        ("Frau Conti", "Frau Conti"),
        ("Mag Conti", "Mag Conti"),
        ("Aldo Neri (+2)", "Aldo Neri"),
    ],
)
def test_names_are_read_without_titles(written: str, name: str) -> None:
    assert real_name(written) == name


def test_what_stands_beside_a_name() -> None:
    assert [accompanying_count(text) for text in ("Ali +1", "Ali und 3 Kinder", "Sara 2", "Iphone 12")] == [1, 3, 0, 0]
    assert [text_beside_name(text) for text in ("Bea Conti (host)", "Bea Conti - trainer", "Bea Conti-Neri")] == [
        "host",
        "trainer",
        "",
    ]
    assert [names_several_people(text) for text in ("Family Neri", "Neri (4 persons)", "Famigliani Bea")] == [
        True,
        True,
        False,
    ]
