"""Choosing candidates among many people loses few pairs that comparing all of them finds."""

from __future__ import annotations

import random

import pytest

from liaison_metrics.domain.near_matches import candidates as choosing
from liaison_metrics.domain.near_matches.finding import near_matches
from tests.near_people import again, descriptions, people
from tests.unit.domain.near_matches.test_finding import FAMILY, GIVEN


def test_blocking_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(8)
    listed = people(300, GIVEN, FAMILY, seed=7)
    compared = descriptions(listed + [again(one, chance) for one in listed[:100]])
    of_all = {one[:2] for one in near_matches(compared)}
    monkeypatch.setattr(choosing, "FEW_PAIRS", 0)
    monkeypatch.setattr(choosing, "RARE_WORD", 3)
    blocked = {one[:2] for one in near_matches(compared)}
    assert len(of_all - blocked) <= 3 and len(blocked - of_all) <= 2
