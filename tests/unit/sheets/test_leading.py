"""Phrases by which a remark says that somebody led the event or lessons."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.words.phrases.prose.leading import leads_event, leads_lessons


@pytest.mark.parametrize(
    ("text", "event", "lessons"),
    [("leads the session", True, False), ("Leitung Kochabend", True, False), ("Aldo Neri", False, False)],
)
def test_who_leads_is_told(text: str, event: bool, lessons: bool) -> None:
    assert (leads_event(text), leads_lessons(text)) == (event, lessons)
