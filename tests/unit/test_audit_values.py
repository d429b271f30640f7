"""What the audit record says was there before and after, in words."""

from __future__ import annotations

import json

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.texts import speaking
from liaison_metrics.ui.accounts.audit_values import recorded_words


@pytest.mark.parametrize(
    ("recorded", "spoken", "words"),
    [
        ({"activity": "skill_transfer_workshop", "city": "graz", "date": "2022-02-14"}, "en",
         "Activity: Skill-transfer workshop, City: Graz, Date: 14 Feb 2022"),
        ({"state": "in_work", "link": False}, "de", "Status: In Arbeit, Link: nein"),
        ({"role": "partner", "cities": ["athens", "vejle"]}, "en", "Role: Partner, Cities: Athens and Vejle"),
        ({"attendances": 1200, "digest": "ab12"}, "en", "Attendances: 1,200, digest: ab12"),
        ({"state": "of_another_version", "date": "no date", "expected": ""}, "en",
         "State: of_another_version, Date: no date, Expected: "),
    ],
)  # fmt: skip
def test_values_are_told_in_words(project: Project, recorded: dict[str, object], spoken: str, words: str) -> None:
    with speaking(spoken):
        assert recorded_words(project, json.dumps(recorded)) == words


def test_nothing_recorded_is_nothing(project: Project) -> None:
    assert recorded_words(project, "") == ""
