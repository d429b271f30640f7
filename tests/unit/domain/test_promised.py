"""Texts of the project file in several languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.promised import Deliverable, Objective
from liaison_metrics.texts import ENGLISH, LANGUAGES, use_language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language(ENGLISH)


def test_a_title_is_in_the_current_language_or_in_english() -> None:
    one = Deliverable.model_validate({"code": "D1", "title": {"en": "Skill maps", "da": "Kort over færdigheder"}})
    said = []
    for code in (ENGLISH, "da", "el"):
        use_language(code)
        said.append(one.title)
    assert said == ["Skill maps", "Kort over færdigheder", "Skill maps"]


def test_a_text_alone_is_english() -> None:
    assert Objective.model_validate({"code": "O1", "text": "Meet."}).text == "Meet."


@pytest.mark.parametrize("title", ["", {"de": "Karten"}, {"en": ""}, {"english": "Maps"}, 5])
def test_a_title_needs_english(title: object) -> None:
    with pytest.raises(ValidationError):
        Deliverable.model_validate({"code": "D1", "title": title})


def test_the_projects_own_texts_are_in_all_languages(project: Project) -> None:
    parts = (*project.indicators, *project.planned_work, *project.deliverables)
    texts = [
        *(one.titles for one in parts), *(piece.titles for one in project.planned_work for piece in one.pieces),
        *(one.texts for one in (*project.planned_work, *project.objectives)),
    ]  # fmt: skip
    assert all(set(dict(one)) == set(LANGUAGES) for one in texts)
