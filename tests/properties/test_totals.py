"""A total under a list changes nothing. One that is too low for the list asks, whatever number it happens to equal."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from tests.properties.sheets import OPERATORS, figures_of, read, with_operators
from tests.properties.test_layouts import few, languages, seeds

layouts = st.sets(st.sampled_from(sorted(set(OPERATORS) - {"total"})), max_size=5)
missing = st.integers(1, 4)


@few
@given(layouts, languages, seeds, missing)
def test_a_total_that_is_too_low_asks(
    project: Project, names: Collection[str], language: str, seed: int, less: int
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    before = read(project, sheet.rows())
    if before is None or before.questions or before.rejected or figures_of(before) != dict(sheet.figures):
        return
    people = sum(sheet.figures.values())
    sheet.foot += [[], [sheet.word("total"), people]]
    right = read(project, sheet.rows())
    assert right is not None and figures_of(right) == dict(sheet.figures) and not right.questions
    sheet.foot[-1] = [sheet.word("total"), people - less]
    wrong = read(project, sheet.rows())
    assert wrong is None or wrong.questions or wrong.rejected


def test_a_total_that_equals_the_number_of_some_asks(project: Project) -> None:
    sheet = with_operators(project, "it", {"absent section", "empty numbers", "blank rows"}, 0)
    sheet.foot += [[], [sheet.word("total"), sum(sheet.figures.values()) - 4]]
    reading = read(project, sheet.rows())
    assert reading is not None and [question.kind for question in reading.questions] == ["total"]
