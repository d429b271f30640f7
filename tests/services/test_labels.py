"""Codes in the words of people."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.services import labels
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.texts import use_language


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("dimension", "code", "words"),
    [
        ("city", "graz", "Graz"), ("activity", "skill_transfer_workshop", "Skill-transfer workshop"),
        ("age_band", "65_plus", "65 and over"), ("month", "2021-05", "May 2021"),
        ("gender", "not_stated", "Not stated"),
    ],
)  # fmt: skip
def test_every_code_has_a_readable_label(project: Project, dimension: str, code: str, words: str) -> None:
    assert labels.label(project, dimension, code) == words


@pytest.mark.usefixtures("german")
def test_a_label_is_in_the_language_of_the_reader(project: Project) -> None:
    assert labels.label(project, "gender", "female") == "Weiblich"


def test_an_actor_has_the_name_of_the_partner(project: Project) -> None:
    assert labels.actor_name(project, project.partners[1].code) == project.partners[1].name
    assert labels.actor_name(project, COORDINATOR.code) == "Coordinator"


def test_a_part_of_the_project_is_named_city_first(project: Project) -> None:
    assert labels.scope_words(project, {}) == "all cities"
    assert labels.scope_words(project, {"gender": "female"}) == "all cities · Female"
    assert labels.scope_words(project, {"month": "2021-05", "city": "graz"}) == "Graz · May 2021"
