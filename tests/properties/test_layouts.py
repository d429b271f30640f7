"""One content in many layouts: columns and rows in any order, headers in another language, totals, pages, sections and
unknown lines. What is right alone is right together, and nothing is ever wrong without a word."""

from __future__ import annotations

import os
from collections.abc import Collection
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.examples import share_of
from tests.properties.sheets import OPERATORS, figures_of, outcome, read, with_operators
from tests.properties.words import LANGUAGES

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", share_of(120)))
"""Sheets for each property. ``PROPERTY_EXAMPLES=5000`` runs them long."""

SPEAKS = ("right", "right, asks", "asked", "refused")
operators = st.sets(st.sampled_from(sorted(OPERATORS)), min_size=4, max_size=8)
languages, seeds = st.sampled_from(LANGUAGES), st.integers(0, 10_000)
few = settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None)
syllables = st.lists(st.sampled_from(("ba", "den", "kor", "lim", "mar", "nou", "sel", "tar")), min_size=2, max_size=4)


@pytest.mark.parametrize("operator", sorted(OPERATORS))
def test_each_layout_alone_is_right(project: Project, operator: str) -> None:
    for seed, language in enumerate(LANGUAGES):
        assert outcome(with_operators(project, language, {operator}, seed)) in ("right", "right, asks")


@few
@given(operators, languages, seeds)
def test_layouts_together_are_never_silently_wrong(
    project: Project, names: Collection[str], language: str, seed: int
) -> None:
    assert outcome(with_operators(project, language, set(names), seed)) in SPEAKS


@pytest.mark.slow
def test_pairs_of_layouts_are_right(project: Project) -> None:
    pairs = list(combinations(sorted(OPERATORS), 2))
    outcomes = [outcome(with_operators(project, LANGUAGES[at % 5], set(pair), at)) for at, pair in enumerate(pairs)]
    assert set(outcomes) <= set(SPEAKS)
    assert sum(one.startswith("right") for one in outcomes) >= 0.97 * len(pairs)


@few
@given(operators, languages, seeds, syllables, st.integers(0, 30))
def test_a_line_of_unknown_words_changes_no_figure_or_asks(
    project: Project, names: Collection[str], language: str, seed: int, parts: list[str], at: int
) -> None:
    sheet = with_operators(project, language, set(names), seed)
    rows = sheet.rows()
    before = read(project, rows)
    line: list[Cell] = [
        f"{''.join(parts).capitalize()} {parts[-1]} 7 {parts[0]}",
        *[""] * (len(rows[0]) - 1),
    ]
    after = read(project, [*rows[:at], line, *rows[at:]])
    if before is None or after is None or before.questions or before.rejected:
        return
    assert len(list(after.ledger)) == len(list(before.ledger)) + 1
    assert after.questions or after.rejected or figures_of(after) == figures_of(before)
