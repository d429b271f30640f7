"""Titles, companions and notes beside a name."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.words.names import (
    accompanying_count,
    names_several_people,
    real_name,
    text_beside_name,
    without_others,
)
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark


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
    assert [names_several_people(text) for text in ("Family Neri", "Famigliani Bea")] == [True, False]
    assert accompanying_count("Neri (4 persons)") == 3


@pytest.mark.parametrize(
    ("remark", "people"),
    [
        ("+ 2 children", 2),
        ("came with her 2 kids", 2),
        ("vegan, + 1 person", 1),
        ("+ 2 Kinder", 2),
        ("mit 3 Personen", 3),
        ("con 2 figli", 2),
        ("med 2 børn", 2),
        ("+ 2 παιδιά", 2),
        ("με 1 παιδί", 1),
        ("+ 1 kollega", 1),
        ("+1 συνοδός", 1),
        ("+ 2 Kolleginnen", 2),
        ("+ 1 accompagnatore", 1),
        ("has 2 children", 0),
        ("with 2 bags", 0),
        ("+ 30 min", 0),
        ("came 10 minutes late", 0),
        ("brought 2 cakes", 0),
    ],
)
def test_people_who_came_along_in_a_remark(remark: str, people: int) -> None:
    assert accompanying_in_remark(remark) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Rossi and two others", 2),
        ("Anna e altri due", 2),
        ("Anna und zwei weitere", 2),
        ("Anna og to andre", 2),
        ("Anna Beck and her two sons", 2),
        ("Anna Rossi and Bea Conti", 0),
        ("Maria und Drei König", 0),
        ("Ana Costa e Silva Dois", 0),
    ],
)
def test_others_behind_a_name_in_words(text: str, people: int) -> None:
    assert accompanying_count(text) == people


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("(ønskede ikke at oplyse navn)", None),
        ("möchte nicht genannt werden", None),
        ("Name nicht angegeben", None),
        ("non ha voluto dare il nome", None),
        ("(did not want to be named)", None),
        ("prefers not to give a name", None),
        ("δεν θέλησε να δώσει όνομα", None),
        ("No Min-Jun", "No Min-Jun"),
        ("Not Vital", "Not Vital"),
        ("Say Chea", "Say Chea"),
    ],
)
def test_who_withholds_the_name_has_none(written: str, name: str | None) -> None:
    assert real_name(written) == name


@pytest.mark.parametrize(
    ("text", "people", "name"),
    [
        ("Ida Berg con figlio", 1, "Ida Berg"),
        ("Ida Berg mit ihrer Tochter", 1, "Ida Berg"),
        ("Ida Berg with her son", 1, "Ida Berg"),
        ("2 Frauen ohne Namen", 1, None),
        ("3 donne", 2, None),
        ("Ida e Silva", 0, "Ida e Silva"),
    ],
)
def test_unnamed_people_in_a_cell_for_a_name(text: str, people: int, name: str | None) -> None:
    assert accompanying_count(text) == people
    assert real_name(without_others(text)) == name


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ida Berg (con il telefono della figlia)", 0),
        ("Ida Berg (mit dem Handy der Tochter)", 0),
        ("Ida Berg (mit Hilfe ihrer Schwester)", 0),
        ("Ida Berg (with help of her daughter)", 0),
        ("Ida Berg (med hjælp af sin datter)", 0),
        ("Ida Berg (με βοήθεια από την κόρη της)", 0),
        ("Ida Berg (mit ihrer kleinen Tochter)", 1),
        ("Ida Berg (mit der Tochter)", 1),
        ("Ida Berg (με τη μικρή της κόρη)", 1),
    ],
)
def test_what_belongs_to_somebody_is_nobody_who_came_along(text: str, people: int) -> None:
    assert accompanying_count(text) == people
    assert real_name(without_others(text)) == "Ida Berg"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ida Berg (übersetzt von der Schwester)", "Ida Berg"),
        ("Ida (Ida Berg)", "Ida Berg"),
        ("ida (ida berg)", "ida berg"),
        ("Ida (Ida van den Berg)", "Ida van den Berg"),
    ],
)
def test_a_longer_remark_in_brackets_is_no_name(written: str, name: str) -> None:
    assert real_name(written) == name


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Rossi (con la sorella)", 1),
        ("Anna Rossi (with her sister)", 1),
        ("Anna Beck (mit Mann und Kind)", 2),
        ("Anna Beck (zusammen mit ihrer Schwester)", 1),
        ("Anna Holm, med sin søster", 1),
        ("Anna Holm - sammen med sin mor", 1),
        ("Άννα Ρήγα (με την αδελφή της)", 1),
        ("Anna Rossi (accompagnata dalla sorella)", 1),
        ("Anna Rossi (e figlia)", 1),
        ("Anna Rossi (with two friends)", 2),
        ("Anna Rossi (with interpreter)", 0),
        ("Anna Rossi (la sorella di Bea)", 0),
        ("Anna Rossi (Caritas)", 0),
        ("Anna Rossi e Bea Conti", 0),
        ("Anna Beck und Partner", 1),
        ("Anna Beck und ihr Mann", 1),
        ("Anna Beck & Freundin", 1),
        ("Anna Rossi e Compagno", 1),
        ("Anna Holm og samlever", 1),
        ("Άννα Ρήγα και σύζυγος", 1),
        ("Anna Beck und Thomas Mann", 0),
        ("Beck & Partner", 0),
        ("Rossi, Anna Maria", 0),
    ],
)
def test_people_who_came_along_stand_in_brackets_or_behind_a_sign(text: str, people: int) -> None:
    assert accompanying_count(text) == people
