"""The rules about columns: each fires on its examples, stays silent on those that look alike, and decides something."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.scoring.choosing import ALL_RULES
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule
from tests.unit.sheets.columns.samples import decisions, fires


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_examples_only(rule: ColumnRule, project: Project) -> None:
    assert [sample for sample in rule.fires if not fires(rule, sample, project)] == []
    assert [sample for sample in rule.silent if fires(rule, sample, project)] == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_about_an_example(rule: ColumnRule, project: Project) -> None:
    assert rule.fires
    assert any(decisions(sample, project) != decisions(sample, project, rule.name) for sample in rule.fires)


def test_names_of_rules_differ() -> None:
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)
