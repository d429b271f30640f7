"""Sheets that the reader once got wrong and now gets right: by their kind, one file for each."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.corpus.faults import Fault, Outcome, all_faults, outcome_of

RIGHT = (
    "real/01",
    "real/03",
    "real/05",
    "real/07",
    "real/09",
    "real/10",
    "real/11",
    "real/14",
    "real/16",
    "real/28",
    "real/29",
    "real/30",
    "real/37",
    "real/38",
    "real/40",
    "real/42",
    "real/43",
    "real/45",
    "real/47",
    "real/48",
    "real/74",
    "blind/activity_colon_de",
    "blind/activity_colon_topic",
    "blind/names_that_vanish.csv",
    "blind/names_that_vanish_2",
    "blind/staff_heading",
    "blind/office_in_own_organisation",
    "attack/4",
    "attack/5",
)


@pytest.mark.parametrize("fault", [f for f in all_faults() if f.name.startswith(tuple(RIGHT))], ids=lambda f: f.name)
def test_the_reader_is_right(fault: Fault, project: Project) -> None:
    outcome, said = outcome_of(fault, project)
    assert outcome is Outcome.RIGHT, said


def test_every_listed_file_exists() -> None:
    names = [fault.name for fault in all_faults()]
    assert [start for start in RIGHT if not any(name.startswith(start) for name in names)] == []
