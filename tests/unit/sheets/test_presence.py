"""Who counts: what says that somebody was absent or of the team, and what looks alike and doesn't."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.rows.presence import WHO_COUNTS, PresenceRule
from tests.unit.sheets.cases import PEOPLE
from tests.unit.sheets.grids import Rows, read

EXAMPLES = [
    (rule, shown, fires) for rule in WHO_COUNTS for fires in (True, False) for shown in (rule.silent, rule.fires)[fires]
]


def list_with(project: Project, *columns: tuple[str, str, str]) -> Reading:
    """Reads a list with these columns beside the names: what each says of the first five, and of the last."""
    said = [*([usual for _header, usual, _last in columns],) * (len(PEOPLE) - 1), [last for *_others, last in columns]]
    people: Rows = [
        [name, f"p{at}@example.org", *cells] for at, (name, cells) in enumerate(zip(PEOPLE, said, strict=True))
    ]
    above: Rows = [["Skill-transfer workshop, Graz, 12 May 2021"], []]
    return read(project, [*above, ["Name", "E-mail", *(header for header, *_values in columns)], *people])


@pytest.mark.parametrize(("rule", "shown", "fires"), EXAMPLES)
def test_a_rule_leaves_out_its_examples_alone(
    project: Project, rule: PresenceRule, shown: tuple[str, str, str], fires: bool
) -> None:
    reading = list_with(project, shown)
    assert [row.reason for row in reading.not_counted] == ([rule.reason] if fires else [])
    assert len(reading.attendances) + len(reading.not_counted) == len(PEOPLE)


def test_every_rule_has_a_name_and_examples() -> None:
    assert len({rule.name for rule in WHO_COUNTS}) == len(WHO_COUNTS)
    assert all(rule.fires and rule.silent for rule in WHO_COUNTS)


def test_who_cancelled_and_is_marked_as_present_is_asked_about(project: Project) -> None:
    reading = list_with(project, ("Status", "paid", "cancelled"), ("Checked in", "yes", "yes"))
    assert [(question.kind, question.value) for question in reading.questions] == [("present", "cancelled")]
    reading = list_with(project, ("Status", "paid", "cancelled"), ("Checked in", "yes", ""))
    assert (len(reading.not_counted), reading.questions) == (1, [])
