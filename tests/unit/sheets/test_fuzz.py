"""A few hundred damaged files of every format, the same ones at each run; and those that once did harm."""

from __future__ import annotations

from functools import partial

import pytest

from liaison_metrics.project import Project
from tests.fuzz.mutations import mutant
from tests.fuzz.trial import trial

ONCE_HARMFUL: dict[str, int] = {
    "a mark of many thousand digits in a list of sessions": 524,
}


@pytest.mark.parametrize("first", range(1_000_000, 1_000_400, 100))
def test_damaged_files_are_read_or_refused(project: Project, first: int) -> None:
    outcomes = set(map(partial(_outcome, project=project), range(first, first + 100)))
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize("number", ONCE_HARMFUL.values(), ids=ONCE_HARMFUL)
def test_what_once_did_harm(project: Project, number: int) -> None:
    assert _outcome(number, project) in ("read", "refused")


def _outcome(number: int, project: Project) -> str:
    return trial(*mutant(number), project)
