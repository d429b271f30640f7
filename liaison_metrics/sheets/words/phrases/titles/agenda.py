"""The agenda that minutes of a meeting have beside those who were there."""

from __future__ import annotations

import re
from functools import cache

from liaison_metrics.sheets.words.lists import evidence, normal


def heads_agenda(text: str) -> bool:
    """Returns whether a line is the heading of an agenda ("Agenda:", "Ordine del giorno")."""
    return normal(text) in evidence("agendas")


def is_agenda_point(text: str) -> bool:
    """Returns whether a text begins with the number of a point of an agenda behind a word for it ("Item 2: Budget")."""
    return _points().match(normal(text)) is not None


@cache
def _points() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, evidence("agenda_points"))))
    return re.compile(rf"(?:{words})\s?\d{{1,2}}(?!\d)")
