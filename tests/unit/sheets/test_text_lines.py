"""Legends of marks."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.tables.text_lines import legend_marks


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        (
            "Legenda: P = presente; rit. = arrivata/o in ritardo; g = assente giustificata/o",
            {"p": True, "rit": True, "g": False},
        ),
        ("✓ da · e entschuldigt · f gefehlt", {"✓": True, "e": False, "f": False}),
    ],
)
def test_what_marks_mean(line: str, marks: dict[str, bool]) -> None:
    assert legend_marks(line) == marks
