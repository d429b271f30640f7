"""Posts on a board, with or without a rank."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.words.phrases.titles.team.posts import is_post
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    "role",
    [
        "Vorsitz",
        "Stv. Vorsitz",
        "2. Vorsitzende",
        "dep. chair",
        "Treasurer / member",
        "vicepresidente",
        "αναπλ. ταμίας",
    ],
)
def test_a_post(role: str) -> None:
    assert is_post(role)


@pytest.mark.parametrize("role", ["Trainer", "2. Klasse", "deputy trainer", "volunteer"])
def test_no_post(role: str) -> None:
    assert not is_post(role)


@pytest.mark.parametrize(("header", "expected"), [("Qualità", "att5 nc1 ask0"), ("Zorb", "q:role ask1")])
def test_staff_of_the_project_among_capacities(header: str, expected: str, project: Project) -> None:
    said = ["componente", "delegato", "staff di progetto", "componente", "delegato", "componente"]
    bodies = ["Comune", "Consulta", "CESIE", "ASP", "Consulta", "Comune"]
    people = [[name, body, word] for name, body, word in zip(PEOPLE, bodies, said, strict=True)]
    check(Case(header, expected, sheet([*TITLE, ["Nome", "Ente", header], *people])), project)
