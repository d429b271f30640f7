"""Posts on a board, with or without a rank."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.words.phrases.titles.posts import is_post


@pytest.mark.parametrize(
    "role",
    [
        "Vorsitz",
        "Stv. Vorsitz",
        "2. Vorsitzende",
        "dep. chair",
        "Treasurer / member",
        "vicepresidente",
        "αναπλ. ταμίας",
    ],
)
def test_a_post(role: str) -> None:
    assert is_post(role)


@pytest.mark.parametrize("role", ["Trainer", "2. Klasse", "deputy trainer", "volunteer"])
def test_no_post(role: str) -> None:
    assert not is_post(role)
