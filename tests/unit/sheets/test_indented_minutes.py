"""Minutes in which people stand indented below a label beside the first of them."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.unit.sheets.cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("present", "later", "excused", "absent", "point"),
    [
        ("Present", "Joined later", "Apologies", "No show", "Item 1"),
        ("Anwesend", "Später dazugekommen", "Entschuldigt", "Unentschuldigt", "TOP 1"),
        ("Anwesend", "Nachzügler", "Entschuldigt", "Fehlt", "TOP 1"),
        ("Presenti", "Arrivati dopo", "Assenti giustificati", "Assenti", "Punto 1"),
        ("Til stede", "Kom senere", "Afbud", "Udeblevet", "Punkt 1"),
        ("Παρόντες", "Ήρθε αργότερα", "Δικαιολογημένοι απόντες", "Απόντες", "Θέμα 1"),
    ],
)
def test_people_are_below_the_label_beside_the_first(
    present: str, later: str, excused: str, absent: str, point: str, project: Project
) -> None:
    lines = [
        *TITLE, [], [present, "Anna Neri"], ["", "Bea Conti"], ["", "Carla Riva"], [later, "Dora Sala"],
        [excused, "Emma Foti"], ["", "Gina Gallo"], [absent, "Ivo Longo"], [], [point, "Housing: many wait long"],
    ]  # fmt: skip
    check(Case(present, "att4 nc3 ask0 rej0", sheet(lines)), project)


def test_an_unknown_label_among_them_is_asked_about(project: Project) -> None:
    lines = [
        *TITLE,
        [],
        ["Present", "Anna Neri"],
        ["", "Bea Conti"],
        ["By proxy", "Dora Sala"],
        ["Apologies", "Emma Foti"],
    ]
    check(Case("proxy", "q:role nc1", sheet(lines)), project)
